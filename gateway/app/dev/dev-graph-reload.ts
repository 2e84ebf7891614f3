import type { BodyName } from '../../../schema/contract/bodies.ts';
import { CodedError, isCodedError } from '../../../schema/contract/error-codes.ts';
import type { Finding } from '../../../schema/contract/publication.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { systemClock } from '../../kernel/clock.ts';
import type { SupergraphHolder } from '../../plan/supergraph-holder.ts';
import { withAddresses } from '../../registry/addressed.ts';
import type { ComposedGraph } from '../../registry/composer.ts';
import { changesBetween, graphElements, type GraphChanges } from './dev-graph-changes.ts';
import { latestOnly, type LatestOnly } from './dev-graph-latest.ts';
import type { OtherSubgraphs } from './dev-graph-others.ts';
import type { DevService, DevSource } from './dev-graph-source.ts';
import { createJudge } from '../registry/registry-judge.ts';

/** What became of a change. Whenever something is wrong, the graph of before goes on. */
export type DevEvent =
  /** The graph composes; `tookMs` is from the moment that the change was noticed. */
  | { readonly kind: 'COMPOSED'; readonly changes: GraphChanges; readonly tookMs: number }
  /** Operations are answered by it. */
  | { readonly kind: 'SERVING'; readonly tookMs: number }
  | { readonly kind: 'REFUSED'; readonly findings: readonly Finding[]; readonly tookMs: number }
  /** The schema or the code could not be read or run. */
  | { readonly kind: 'FAILED'; readonly error: CodedError };

export interface ReloadParts {
  readonly name: BodyName;
  readonly source: DevSource;
  readonly others: OtherSubgraphs;
  readonly onEvent: (event: DevEvent) => void;
}

export interface ReloaderOptions extends ReloadParts {
  /** The supergraph that the first changes are told against. */
  readonly before: string;
  readonly supergraphs: Pick<SupergraphHolder, 'swap'>;
}

export interface Reloader {
  /** Something has changed. */
  readonly now: () => void;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Composing must not begin with a start of its process: a developer thinks longer than a registry waits. */
const workingDayMs = 8 * 3_600_000;
/** Nobody else waits on a developer's machine, which may be busy with their own tests. */
const patienceMs = 60_000;

/**
 * At each call composes what is there, tells of it, and then lets it take over. A newer change does not wait for an older
 * one to take over: the newest wins.
 */
export function createReloader(options: ReloaderOptions): Reloader {
  const clock = systemClock;
  const composer = createJudge({
    clock,
    sharedSchema: readSharedSchema(),
    idleMs: workingDayMs,
    composeMs: patienceMs,
  });
  const taking = takeOver(options);
  const { name, source, others, onEvent } = options;
  let elements = graphElements(options.before);

  async function composeSince(since: number): Promise<void> {
    const composition = await composer.compose([...others.publications, await source.read()], name);
    const tookMs = clock.now() - since;
    if (composition.kind === 'REFUSED') {
      onEvent({ kind: 'REFUSED', findings: composition.findings, tookMs });
      return;
    }
    const next = graphElements(composition.supergraph);
    onEvent({ kind: 'COMPOSED', changes: changesBetween(elements, next), tookMs });
    elements = next;
    taking.take({ graph: composition, since });
  }

  const composing = latestOnly((since: number) => orFailed(() => composeSince(since), onEvent));

  async function settled(): Promise<void> {
    await composing.settled();
    await taking.settled();
  }

  return {
    now: () => composing.take(clock.now()),
    settled,
    close: async () => {
      await settled();
      await composer.close();
    },
  };
}

interface Composed {
  readonly graph: ComposedGraph;
  readonly since: number;
}

/** An operation of the graph of before may still be on its way when another takes over. */
const retireMs = 3_000;

/** Starts the body anew and swaps the supergraph when it answers. */
function takeOver({ name, source, others, supergraphs, onEvent }: ReloaderOptions): LatestOnly<Composed> {
  const clock = systemClock;
  let service: DevService | undefined;

  async function replace({ graph, since }: Composed): Promise<void> {
    const next = await source.serve();
    try {
      await others.screenBy(graph.catalogue);
      await supergraphs.swap(withAddresses(graph.supergraph, new Map([[name, next.url]])));
    } catch (error) {
      await next.end();
      throw error;
    }
    const previous = service;
    service = next;
    clock.after(retireMs, () => void previous?.end());
    onEvent({ kind: 'SERVING', tookMs: clock.now() - since });
  }

  return latestOnly((composed) => orFailed(() => replace(composed), onEvent));
}

async function orFailed(work: () => Promise<void>, onEvent: ReloadParts['onEvent']): Promise<void> {
  try {
    await work();
  } catch (error) {
    const told = isCodedError(error) ? error : new CodedError('INTERNAL_ERROR', {}, { cause: error });
    onEvent({ kind: 'FAILED', error: told });
  }
}
