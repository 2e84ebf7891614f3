import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import { readSupergraphFile, watchSupergraphFile } from '../plan/watch-supergraph.ts';
import type { Artefact } from '../registry/artefact.ts';
import type { Follower } from '../registry/follower.ts';
import { latestOnly } from '../registry/latest-only.ts';
import type { Registry } from '../registry/registry.ts';
import { catalogueFile } from './compose.ts';

/** What a gateway serves: a supergraph, and the programmes that were composed with it. */
export interface PublishedGraph {
  readonly supergraph: string;
  /** Text of programmes.json. */
  readonly catalogue: string;
}

/** Where a gateway's supergraph comes from. */
export interface SupergraphSource {
  readonly first: PublishedGraph;
  /** Hands on every later one. One that `take` rejects is told to the log, and the graph before it goes on. */
  readonly follow: (take: (graph: PublishedGraph) => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/** A graph that stays as it is. */
export function constantSource(first: PublishedGraph): SupergraphSource {
  return { first, follow: () => undefined, close: () => Promise.resolve() };
}

export interface FileSourceOptions {
  readonly clock: Clock;
  readonly onRefused: (error: CodedError) => void;
}

/** A supergraph file, taken over anew whenever it changes, with the programmes.json beside it. Rejects with SUPERGRAPH_INVALID. */
export async function fileSource(file: string, { clock, onRefused }: FileSourceOptions): Promise<SupergraphSource> {
  const read = async (): Promise<PublishedGraph> => ({
    supergraph: await readSupergraphFile(file),
    catalogue: await readCatalogueBeside(file),
  });
  let stopWatching: (() => void) | undefined;
  return {
    first: await read(),
    follow: (take) => {
      const swap = async (): Promise<void> => take(await read());
      stopWatching = watchSupergraphFile(file, swap, { clock, onRefused });
    },
    close: () => Promise.resolve(stopWatching?.()),
  };
}

/** The catalogue that was composed with the supergraph, or, where none lies beside it, the committed one. */
function readCatalogueBeside(file: string): Promise<string> {
  const beside = path.join(path.dirname(file), 'programmes.json');
  return readFile(beside, 'utf8').catch(() => readFile(catalogueFile, 'utf8'));
}

/** A registry elsewhere: what it publishes next is there within two seconds, and what it published last serves while it is down. */
export function followerSource(follower: Follower): SupergraphSource {
  return {
    first: graphOf(follower.first),
    follow: (take) => follower.follow((artefact) => take(graphOf(artefact))),
    close: follower.close,
  };
}

/** The registry of this process. `otherwise` serves while it has published nothing. */
export function registrySource(
  registry: Pick<Registry, 'current' | 'onArtefact'>,
  otherwise: PublishedGraph,
  onRefused: (error: CodedError) => void,
): SupergraphSource {
  let stop: (() => void) | undefined;
  const current = registry.current();
  return {
    first: current === undefined ? otherwise : graphOf(current.artefact),
    follow: (take) => {
      stop = registry.onArtefact(
        latestOnly(async (artefact) => {
          try {
            await take(graphOf(artefact));
          } catch (error) {
            onRefused(codedOf(error));
          }
        }),
      );
    },
    close: () => Promise.resolve(stop?.()),
  };
}

function codedOf(error: unknown): CodedError {
  return isCodedError(error)
    ? error
    : new CodedError('SUPERGRAPH_INVALID', { problem: 'it cannot be taken' }, { cause: error });
}

function graphOf({ supergraph, catalogue }: Artefact): PublishedGraph {
  return { supergraph, catalogue };
}
