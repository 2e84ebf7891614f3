import { describe, expect, it } from 'vitest';
import type { FetchNode } from '../plan/query-plan.ts';
import { mergeEntitiesTexts } from './entities-text.ts';

const fetch = (variables: string, selections: string, variableUsages: string[] = []): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'x',
  operation: `query($representations:[_Any!]!${variables}){_entities(representations:$representations){${selections}}}`,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- graphql's enum has this value
  operationKind: 'query' as FetchNode['operationKind'],
  operationName: undefined,
  requires: [],
  variableUsages,
});

describe('the text of an entities call', () => {
  it('is the planner’s for one selection, however many fetches have it', () => {
    const one = fetch('', '...on A{a}');
    expect(mergeEntitiesTexts([one, { ...one }])).toMatchObject({ query: one.operation, slotOf: [0, 0] });
  });

  it('has an aliased field with representations of its own for each selection', () => {
    const text = mergeEntitiesTexts([
      fetch(' $n:Int=1', '...on A{a(n:$n)}', ['n']),
      fetch('', '...on B{b}'),
      fetch(' $n:Int=1', '...on A{a(n:$n)}', ['n']),
    ]);
    expect(text.query).toBe(
      'query($r0:[_Any!]!$n:Int=1$r1:[_Any!]!){e0:_entities(representations:$r0){...on A{a(n:$n)}}e1:_entities(representations:$r1){...on B{b}}}',
    );
    expect([text.slotOf, text.variableNames]).toEqual([[0, 1, 0], ['n']]);
  });

  it('evades the client’s variables', () => {
    const text = mergeEntitiesTexts([fetch(' $r1:Int', '...on A{a(n:$r1)}', ['r1']), fetch('', '...on B{b}')]);
    expect(text.slots.map(({ variable }) => variable)).toEqual(['r0', '_r1']);
  });
});
