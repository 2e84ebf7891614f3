import { assert, asyncProperty, pre } from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../plan/compose.ts';
import { createInlinePlanner } from '../plan/inline-planner.ts';
import { createStockGateway } from '../plan/test-stock-gateway.ts';
import { createSupergraphHolder } from '../plan/supergraph-holder.ts';
import { loadSupergraph } from '../plan/supergraph.ts';
import { createEngine } from './engine.ts';
import { testGraph } from './test-graph.ts';
import { anyOperation } from './test-operations.ts';
import { createTestBodies } from './test-subgraph.ts';

/*
 * Generated operations, executed by the stock gateway and by ours over the same subgraphs. Known differences, which the
 * generator leaves out and which have tests of their own:
 * - an alias that is the name of another field: stock lets it reach keys and required fields;
 * - required fields with arguments: stock confuses them with the client's;
 * - a body with an interface object that is asked for `__typename` with an entity names the interface, and stock forgets
 *   the type that the entity had: such operations are skipped;
 * - an object of which every selection is excluded by a condition is null in stock.
 */

const sdl = composeSupergraph(testGraph);
const supergraphs = await createSupergraphHolder(sdl, (text) =>
  loadSupergraph(text, { createPlanner: createInlinePlanner }),
);
const bodies = createTestBodies(testGraph);
const engine = createEngine({ supergraphs, call: bodies.call });
let namesInterface = false;
const stock = await createStockGateway(sdl, async (subgraph, query, given) => {
  const request = { subgraph, query, variables: given, kind: 'query' } as const;
  const reply = await bodies.call(request, AbortSignal.timeout(5_000));
  if (reply.status !== 'ANSWERED') return {};
  const { data, errors } = reply;
  if (query.includes('_entities') && JSON.stringify(data).includes('"__typename":"Item"')) namesInterface = true;
  return { data: data && { ...data }, ...(errors.length > 0 && { errors }) };
});
afterAll(() => stock.stop());

const schema = supergraphs.current().apiSchema;
const variables = { yes: true, no: false, currency: 'EUR', first: 1 };
const argumentTexts = {
  id: ['(id: "b1")', '(id: "f1")', '(id: "none")'],
  first: ['', '(first: 1)', '(first: $first)', '(first: 3)'],
  currency: ['', '(currency: "USD")', '(currency: $currency)'],
  upper: ['', '(upper: true)', '(upper: $no)'],
};
const head = 'query ($yes: Boolean!, $no: Boolean!, $currency: String, $first: Int = 1, $defaulted: Boolean = true)';

describe('generated operations', () => {
  it('give the same data as the stock gateway', async () => {
    let compared = 0;
    await assert(
      asyncProperty(anyOperation(schema, argumentTexts), async (selections) => {
        const document = parse(
          `${head} ${selections} fragment unused on Query { __typename }`.replace(/ fragment unused.*/u, ''),
        );
        // Unused variables are the only fault that a generated operation may have.
        const faults = validate(schema, document).filter(({ message }) => !message.includes('is never used'));
        pre(faults.length === 0);
        namesInterface = false;
        const [ours, theirs] = await Promise.all([
          engine.execute({ document, variables }),
          stock.execute(document, variables),
        ]);
        expect(ours.errors).toEqual([]);
        pre(!namesInterface);
        expect(JSON.parse(ours.text ?? 'null')).toEqual(JSON.parse(JSON.stringify(theirs.data)));
        compared += 1;
      }),
      { numRuns: 300, seed: 13, maxSkipsPerRun: 20 },
    );
    expect(compared).toBeGreaterThanOrEqual(300);
  }, 120_000);
});
