import { assert, asyncProperty, constant, constantFrom, nat, oneof, pre, array, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { getNamedType, isAbstractType, isCompositeType, isLeafType, isObjectType, parse, validate } from 'graphql';
import type { GraphQLArgument, GraphQLCompositeType, GraphQLSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../plan/compose.ts';
import { createInlinePlanner } from '../plan/inline-planner.ts';
import { createStockGateway } from '../plan/test-stock-gateway.ts';
import { createSupergraphHolder } from '../plan/supergraph-holder.ts';
import { loadSupergraph } from '../plan/supergraph.ts';
import { createEngine } from './engine.ts';
import { testGraph } from './test-graph.ts';
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
const head = 'query ($yes: Boolean!, $no: Boolean!, $currency: String, $first: Int = 1, $defaulted: Boolean = true)';

describe('generated operations', () => {
  it('give the same data as the stock gateway', async () => {
    let compared = 0;
    await assert(
      asyncProperty(operation(schema), async (selections) => {
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

function operation(of: GraphQLSchema): Arbitrary<string> {
  const queryType = of.getQueryType();
  if (!queryType) throw new TypeError('A graph has a query type');
  return selectionSet(of, queryType, 4);
}

function selectionSet(of: GraphQLSchema, type: GraphQLCompositeType, depth: number): Arbitrary<string> {
  const choices: Arbitrary<string>[] = [constantFrom('__typename', 'kind: __typename')];
  if ('getFields' in type) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isLeafType(named)) choices.push(fieldText(field.name, field.args, constant('')));
      else if (depth > 0 && isCompositeType(named)) {
        choices.push(
          fieldText(
            field.name,
            field.args,
            nat(0).chain(() => selectionSet(of, named, depth - 1)),
          ),
        );
      }
    }
  }
  if (depth > 0) {
    const conditions = isAbstractType(type) ? [type, ...of.getPossibleTypes(type)] : [type];
    for (const condition of conditions) {
      if (!isObjectType(condition) && condition !== type) continue;
      choices.push(
        tuple(
          directive,
          nat(0).chain(() => selectionSet(of, condition, depth - 1)),
        ).map(([text, inner]) => `... on ${condition.name} ${text} ${inner}`),
      );
    }
  }
  return array(oneof(...choices), { minLength: 1, maxLength: 5 }).map((selections) => {
    const isCertain = selections.some((selection) => !selection.includes('@'));
    return `{ ${selections.join(' ')} ${isCertain ? '' : '__typename'} }`;
  });
}

const directive = oneof(
  { weight: 6, arbitrary: constant('') },
  constantFrom(
    '@include(if: $yes)',
    '@include(if: $no)',
    '@skip(if: $yes)',
    '@skip(if: $no)',
    '@include(if: $defaulted)',
    '@skip(if: true)',
  ),
);

/** An alias stands for the field and its arguments, so that most operations are valid; none is another field's name. */
function fieldText(name: string, args: readonly GraphQLArgument[], inner: Arbitrary<string>): Arbitrary<string> {
  return tuple(argumentsText(args), constantFrom('', 'x', 'y'), directive, inner).map(([given, alias, text, rest]) => {
    const suffix = given.replaceAll(/\W/gu, '');
    const prefix = alias === '' && suffix === '' ? '' : `${alias}_${name}_${suffix}: `;
    return `${prefix}${name}${given} ${text} ${rest}`;
  });
}

function argumentsText(args: readonly GraphQLArgument[]): Arbitrary<string> {
  const [argument] = args;
  switch (argument?.name ?? '') {
    case 'id':
      return constantFrom('(id: "b1")', '(id: "f1")', '(id: "none")');
    case 'first':
      return constantFrom('', '(first: 1)', '(first: $first)', '(first: 3)');
    case 'currency':
      return constantFrom('', '(currency: "USD")', '(currency: $currency)');
    case 'upper':
      return constantFrom('', '(upper: true)', '(upper: $no)');
    default:
      return constant('');
  }
}
