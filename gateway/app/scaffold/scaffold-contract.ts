import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildSchema, isObjectType } from 'graphql';
import { z } from 'zod';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { nameRefused, type BodySpellings } from './scaffold-names.ts';

/** One file of the contract and how a body is written into it. */
interface ContractPlace {
  readonly file: string;
  /** What the addition is put in front of; it begins where the match ends. */
  readonly before: RegExp;
  readonly addition: (body: BodySpellings) => string;
}

/** Everywhere that names the bodies one by one. Everything else follows from these, or finds the folder. */
const places: readonly ContractPlace[] = Object.freeze([
  {
    file: 'schema/contract/bodies.ts',
    before: /const bodies = \[\n(?:[^\]]*\n)?(?=\] as const;)/u,
    addition: ({ name, nameTh, nameEn }) => `  { name: '${name}', nameTh: '${nameTh}', nameEn: '${nameEn}' },\n`,
  },
  {
    file: 'schema/shared.graphql',
    before: /enum BodyCode \{\n[^}]*(?=\})/u,
    addition: ({ code, nameTh, nameEn }) => `  "${nameEn} / ${nameTh}"\n  ${code}\n`,
  },
  {
    file: 'codegen.yml',
    before: /(?= {2}subgraphs\/_template\/generated\.ts:)/u,
    addition: ({ name, pascal }) =>
      `  subgraphs/${name}/generated.ts:
    schema: subgraphs/${name}/schema.graphql
    plugins: [typescript, typescript-resolvers]
    config: { mappers: { <<: *mappers, ${pascal}Record: ../_kit/record.ts#HouseholdRecord } }
`,
  },
]);

export interface ContractEdit {
  readonly file: string;
  readonly text: string;
}

/** The contract's files with one more body, the last in order. Nothing is written. Throws SCAFFOLD_FAILED. */
export function withBody(root: string, body: BodySpellings): Promise<readonly ContractEdit[]> {
  return Promise.all(
    places.map(async ({ file, before, addition }) => {
      const text = await readFile(path.join(root, file), 'utf8');
      const match = before.exec(text);
      if (match === null) {
        throw new CodedError('SCAFFOLD_FAILED', {
          step: file,
          problem: 'its list of bodies is not where it should be',
        });
      }
      const at = match.index + match[0].length;
      return { file, text: `${text.slice(0, at)}${addition(body)}${text.slice(at)}` };
    }),
  );
}

/** What the template names behind a body's name must be nobody else's. Throws BODY_NAME_INVALID. */
export async function refuseTakenNames(root: string, body: BodySpellings): Promise<void> {
  const taken = [...(await takenInGraph(root, body)), ...(await takenInCatalogue(root, body))];
  if (taken[0] !== undefined) throw nameRefused(body.name, `there is a ${taken[0]} already`);
}

async function takenInGraph(root: string, { camel, pascal }: BodySpellings): Promise<readonly string[]> {
  const sdl = await readFile(path.join(root, 'schema/supergraph.graphql'), 'utf8');
  const graph = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const household = graph.getType('Household');
  return [
    ...['Record', 'Member', 'Visit', 'VisitOutcome']
      .map((suffix) => `${pascal}${suffix}`)
      .filter((type) => graph.getType(type) !== undefined)
      .map((type) => `type ${type}`),
    ...(isObjectType(household) && camel in household.getFields() ? [`field Household.${camel}`] : []),
  ];
}

async function takenInCatalogue(root: string, { name, camel }: BodySpellings): Promise<readonly string[]> {
  const catalogue = catalogueNames.parse(JSON.parse(await readFile(path.join(root, 'schema/programmes.json'), 'utf8')));
  return [
    ...catalogue.facts.filter((fact) => fact.name === `person.${camel}Member`).map((fact) => `fact ${fact.name}`),
    ...catalogue.programmes.filter(({ id }) => id === `${name}-visits`).map(({ id }) => `programme ${id}`),
  ];
}

const catalogueNames = z.object({
  facts: z.array(z.object({ name: z.string() })),
  programmes: z.array(z.object({ id: z.string() })),
});
