import { describe, expect, it } from 'vitest';
import type { FetchNode, PlanNode } from '../plan/query-plan.ts';
import { fetchDependencies } from './fetch-dependencies.ts';
import { groupCalls } from './group-calls.ts';
import { listFetches } from './plan-fetches.ts';

const root = (serviceName: string, operation: string, kind: 'query' | 'mutation' = 'query'): PlanNode => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- graphql's enum has these two values
  const operationKind = kind as FetchNode['operationKind'];
  return { kind: 'Fetch', serviceName, operation, operationKind, operationName: undefined };
};

/** An entity fetch at `path` of objects with an `id` and what else is required. */
const at = (path: string, serviceName: string, selections: string, requires: readonly string[] = []): PlanNode => ({
  kind: 'Flatten',
  path: path.split('.'),
  node: {
    ...(root(
      serviceName,
      `query($representations:[_Any!]!){_entities(representations:$representations){...on T{${selections}}}}`,
    ) as FetchNode),
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: 'T',
        selections: ['__typename', 'id', ...requires].map((name) => ({ kind: 'Field', name })),
      },
    ],
  },
});
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });

/** Calls as text: `subgraph xN < calls that must be done before`. */
function calls(plan: PlanNode): string[] {
  const fetches = listFetches(plan);
  const groups = groupCalls(fetches, fetchDependencies(fetches));
  return groups.map(({ members: [first = 0, ...others], after }) => {
    const count = others.length === 0 ? '' : ` x${String(others.length + 1)}`;
    return `${fetches[first]?.node.serviceName ?? ''}${count} < ${after.join()}`;
  });
}

const house = root('interior', '{house{__typename id p{__typename id}q{__typename id}}}');

describe('the calls of a plan', () => {
  it('are one for entity fetches of one subgraph that can go together', () => {
    expect(
      calls(sequence(house, parallel(at('house.p', 'x', 'a'), at('house.q', 'x', 'b'), at('house', 'y', 'c')))),
    ).toEqual(['interior < ', 'x x2 < 0', 'y < 0']);
  });

  it('start when what they need is there, not when the plan’s step before is done', () => {
    expect(
      calls(sequence(house, parallel(at('house', 'x', 'a'), at('house', 'y', 'b')), at('house', 'z', 'c', ['a']))),
    ).toEqual(['interior < ', 'x < 0', 'y < 0', 'z < 0,1']);
  });

  it('gather what nobody waits for into the last call of its subgraph', () => {
    const names = (body: string): PlanNode =>
      sequence(at('house', body, `${body}{__typename id}${body}Mark`), at(`house.${body}`, 'interior', 'name'));
    expect(
      calls(
        sequence(
          house,
          parallel(names('x'), names('y')),
          at('house', 'join', 'sum{__typename id}', ['xMark']),
          at('house.sum', 'interior', 'name'),
        ),
      ),
    ).toEqual(['interior < ', 'x < 0', 'y < 0', 'join < 0,1', 'interior x3 < 1,2,3']);
  });

  it('make nobody wait for what only another fetch of the call needs', () => {
    const bodies = parallel(at('house', 'x', 'k'), at('house', 'y', 'm'));
    const later = parallel(at('house', 'z', 'sum', ['k']), at('house', 'x', 'late', ['m']));
    expect(calls(sequence(house, bodies, later))).toEqual(['interior < ', 'x < 0', 'y < 0', 'z < 0,1', 'x < 0,2']);
  });

  it('do not put a fetch into the call that it waits for', () => {
    expect(
      calls(sequence(house, at('house', 'x', 'a'), at('house', 'y', 'b', ['a']), at('house', 'x', 'c', ['b']))),
    ).toEqual(['interior < ', 'x < 0', 'y < 0,1', 'x < 0,2']);
  });

  it('do mutations one after the other, with all that follows each', () => {
    expect(
      calls(
        sequence(
          root('x', 'mutation{a{__typename id}}', 'mutation'),
          at('a', 'y', 'n'),
          root('z', 'mutation{b}', 'mutation'),
        ),
      ),
    ).toEqual(['x < ', 'y < 0', 'z < 0,1']);
  });

  it('carry the conditions around them', () => {
    const plan: PlanNode = { kind: 'Condition', condition: 'v', ifClause: house, elseClause: root('other', '{x}') };
    expect(listFetches(plan).map(({ conditions }) => conditions)).toEqual([
      [{ variable: 'v', is: true }],
      [{ variable: 'v', is: false }],
    ]);
  });

  it('are refused with @defer', () => {
    expect(() => listFetches({ kind: 'Defer', primary: {}, deferred: [] })).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID' }),
    );
  });
});
