import { describe, expect, it } from 'vitest';
import { composeSupergraph, tryToCompose } from './compose.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
`;
const first = { name: 'one', typeDefs: `${link}type Query {\n  a: Int\n}` };

describe('subgraphs that do not compose', () => {
  it('are told with the composer’s code and the lines of each', () => {
    const second = { name: 'two', typeDefs: `${link}\ntype Query {\n  b: Int\n  a: Int\n}` };
    const composition = tryToCompose([first, second]);
    if (composition.ok) throw new Error('they compose');
    const [problem] = composition.problems;
    expect(problem?.code).toBe('INVALID_FIELD_SHARING');
    expect(problem?.places).toEqual([
      { body: 'one', line: 3 },
      { body: 'two', line: 5 },
    ]);
    expect(() => composeSupergraph([first, second])).toThrow(/"Query\.a"/u);
  });

  it('are told with the line where a text is no GraphQL', () => {
    const composition = tryToCompose([first, { name: 'two', typeDefs: `${link}type Query {\n  b: Int` }]);
    expect(composition).toMatchObject({
      ok: false,
      problems: [{ code: 'INVALID_GRAPHQL', places: [{ body: 'two', line: 3 }] }],
    });
  });
});
