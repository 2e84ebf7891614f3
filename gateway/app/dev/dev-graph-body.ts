import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBodyName } from '../../../schema/contract/bodies.ts';
import type { BodyDefinition } from '../../../subgraphs/_kit/define-subgraph.ts';
import { importHouseholds } from '../../../subgraphs/_population/import-households.ts';
import { readHouseholdFile } from '../../../subgraphs/_population/source.ts';
import { createSubgraphServer } from '../subgraph-server.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

/* Main file of the process that serves the developer's body; dev-graph-folder.ts is the other end. */

/** What the process is told when it starts. */
export interface ServeRequest {
  readonly name: string;
  readonly dataDir: string;
  readonly today: string;
  /** Household extracts to load first. */
  readonly extracts: readonly string[];
}

/** What it tells, once. */
export type ServeAnswer =
  { readonly kind: 'SERVING'; readonly url: string } | { readonly kind: 'FAILED'; readonly problem: string };

process.once('disconnect', () => process.exit());

process.once('message', (request: ServeRequest) => {
  void serve(request)
    .then(
      (url): ServeAnswer => ({ kind: 'SERVING', url }),
      (error: unknown): ServeAnswer => ({ kind: 'FAILED', problem: problemOf(error) }),
    )
    .then((answer) => process.send?.(answer));
});

async function serve({ name, dataDir, today, extracts }: ServeRequest): Promise<string> {
  const module: unknown = await import(pathToFileURL(path.join(subgraphsDirectory, name, 'subgraph.ts')).href);
  if (!isBodyName(name) || !hasBody(module)) throw new TypeError('subgraph.ts must export `subgraph`');
  const body = await module.subgraph.open({ dataDir, today: () => today });
  for (const extract of extracts) {
    // oxlint-disable-next-line no-await-in-loop -- a house of the second replaces one of the first
    const { refused } = await importHouseholds(readHouseholdFile(extract), new Map([[name, body]]));
    if (refused[0] !== undefined) {
      throw new TypeError(`${path.basename(extract)}: ${refused[0].path}: ${refused[0].problem}`);
    }
  }
  const server = createSubgraphServer(body, { onFault: () => undefined });
  return `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

function hasBody(module: unknown): module is { readonly subgraph: BodyDefinition } {
  return typeof module === 'object' && module !== null && 'subgraph' in module;
}

/** The developer's own fault, with the file and line in the body's folder where it was found. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /subgraphs\/[\w-]+\/[\w./-]+:\d+/u.exec(error.stack ?? '')?.[0];
  return `${place === undefined ? '' : `${place}: `}${error.message}`.split('\n').slice(0, 3).join(' ').slice(0, 400);
}
