import { parse } from 'graphql';
import type { BodyRequest } from '../fetch/body-call.ts';
import { composeSupergraph } from '../plan/compose.ts';
import { createInlinePlanner } from '../plan/inline-planner.ts';
import { createSupergraphHolder } from '../plan/supergraph-holder.ts';
import type { SupergraphHolder } from '../plan/supergraph-holder.ts';
import { loadSupergraph } from '../plan/supergraph.ts';
import { createEngine } from './engine.ts';
import type { Engine, EngineOptions, OperationRequest, OperationResult } from './engine.ts';
import { createTestBodies } from './test-subgraph.ts';
import type { TestBodies, TestSubgraph } from './test-subgraph.ts';

/* Support for tests: an engine over subgraphs in process. */

export interface TestEngine {
  readonly engine: Engine;
  readonly bodies: TestBodies;
  readonly supergraphs: SupergraphHolder;
  /** Executes a document; `requests` are those that it led to. */
  readonly run: (
    document: string,
    request?: Omit<OperationRequest, 'document'>,
  ) => Promise<OperationResult & { readonly data: unknown; readonly requests: readonly BodyRequest[] }>;
}

export async function createTestEngine(
  subgraphs: readonly TestSubgraph[],
  options: Pick<EngineOptions, 'joins' | 'passText'> = {},
): Promise<TestEngine> {
  const supergraphs = await createSupergraphHolder(composeSupergraph(subgraphs), (sdl) =>
    loadSupergraph(sdl, { createPlanner: createInlinePlanner }),
  );
  const bodies = createTestBodies(subgraphs);
  const engine = createEngine({ supergraphs, call: bodies.call, ...options });
  return {
    engine,
    bodies,
    supergraphs,
    run: async (document, request = {}) => {
      const before = bodies.requests.length;
      const result = await engine.execute({ document: parse(document), ...request });
      const data: unknown = result.text === undefined ? undefined : JSON.parse(result.text);
      return { ...result, data, requests: bodies.requests.slice(before) };
    },
  };
}
