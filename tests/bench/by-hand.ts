import { Pool } from 'undici';
import type { Operation } from './operations.ts';

/** The request texts of an operation by subgraph, as the compiled engine sends them. */
export type Texts = Readonly<Record<string, string>>;

export interface ByHandSettings {
  readonly urls: Readonly<Record<string, string>>;
  readonly texts: Texts;
}

/** Answers with the text of a GraphQL response. */
export type Answering = (variables: Operation['variables']) => Promise<string>;

/**
 * What somebody would write who needs this one operation and no gateway: the interior, then twelve bodies at once, then
 * the join. No planner, no schema, no deadline, no check of what comes back, no manifest.
 */
export function byHand({ urls, texts }: ByHandSettings): Answering {
  const asking = new Map(Object.entries(texts).map(([name, text]) => [name, caller(urls[name] ?? '', text)]));
  const ask = (name: string, variables: object): Promise<Json> =>
    asking.get(name)?.(variables) ?? Promise.reject(new Error(`nobody to ask: ${name}`));
  const others = [...asking.keys()].filter((name) => name !== 'interior' && name !== 'casefile');

  return async (variables) => {
    const root = await ask('interior', variables);
    const households = householdsIn(root);
    const keys = households.map(({ houseCode }) => ({ __typename: 'Household', houseCode }));
    const records = await Promise.all(
      others.map(async (name) => (await ask(name, { representations: keys }))['_entities'] as Json[]),
    );
    const representations = households.map(({ houseCode, members, interior }, at): Json => {
      const representation: Json = {
        __typename: 'Household',
        houseCode,
        members: (members as Json[]).map(({ personId, nameTh }) => ({ personId, nameTh })),
        interior,
      };
      for (const record of records) Object.assign(representation, record[at]);
      return representation;
    });
    const join = await ask('casefile', { ...variables, representations });
    for (const [at, household] of households.entries())
      finish(
        household,
        (join['_entities'] as Json[])[at] ?? {},
        'address' in household && variables['houseCode'] !== undefined,
      );
    return JSON.stringify({ data: root });
  };
}

type Json = Record<string, unknown>;

function householdsIn(data: Json): Json[] {
  if (data['household'] !== undefined) return [data['household'] as Json];
  const { edges } = data['households'] as { readonly edges: readonly { readonly node: Json }[] };
  return edges.map(({ node }) => node);
}

/** Adds the join's answer, and takes away what nobody but the join asked for. */
function finish(household: Json, joined: Json, showsMembers: boolean): void {
  Object.assign(household, joined);
  delete household['interior'];
  delete household['__typename'];
  if (!showsMembers) delete household['members'];
}

function caller(url: string, text: string): (variables: object) => Promise<Json> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  const query = JSON.stringify(text);
  return async (variables) => {
    const { body } = await pool.request({
      path: pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${query},"variables":${JSON.stringify(variables)}}`,
    });
    return (JSON.parse(await body.text()) as { data: Json }).data;
  };
}

/** The engine gives fields with arguments names of its own; a hand-written client would not. */
export function plainTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      text.replaceAll(/\b\w+:(household|households|gaps|overlaps|vulnerabilityLevel)\b/gu, '$1'),
    ]),
  );
}
