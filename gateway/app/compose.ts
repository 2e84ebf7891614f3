import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { print } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { composeSupergraph } from '../plan/compose.ts';
import { subgraphsDirectory, type Subgraphs } from './subgraphs.ts';

const schemaDirectory = path.join(import.meta.dirname, '../../schema');

export const supergraphFile: string = path.join(schemaDirectory, 'supergraph.graphql');
export const catalogueFile: string = path.join(schemaDirectory, 'programmes.json');

/** Where each subgraph listens unless it is told otherwise: 4101 … in the order of the memorandum, then the join. */
export function defaultPort(subgraphs: Subgraphs, name: string): number {
  return 4101 + [...subgraphs.bodies.keys(), subgraphs.join.name].indexOf(name);
}

export interface Composed {
  /** Text of schema/supergraph.graphql. */
  readonly supergraph: string;
  /** Text of schema/programmes.json. */
  readonly catalogue: string;
}

/** Composes the supergraph and gathers the catalogue. Throws COMPOSITION_FAILED or CATALOGUE_INVALID. */
export async function compose(subgraphs: Subgraphs): Promise<Composed> {
  const definitions = [...subgraphs.bodies.values(), subgraphs.join];
  const supergraph = composeSupergraph(
    definitions.map(({ name, typeDefs }) => ({
      name,
      url: `http://127.0.0.1:${defaultPort(subgraphs, name)}/graphql`,
      typeDefs: print(typeDefs),
    })),
  );
  return { supergraph: `${supergraph.trimEnd()}\n`, catalogue: await gatherCatalogue(subgraphs) };
}

/** Writes both files. */
export async function writeComposed({ supergraph, catalogue }: Composed): Promise<void> {
  await writeFile(supergraphFile, supergraph);
  await writeFile(catalogueFile, catalogue);
}

/** Throws SUPERGRAPH_STALE that names the first file which is not what composing gives now. */
export async function checkComposed({ supergraph, catalogue }: Composed): Promise<void> {
  const wanted = [
    [supergraphFile, supergraph],
    [catalogueFile, catalogue],
  ] as const;
  for (const [file, text] of wanted) {
    if ((await textOf(file)) !== text)
      throw new CodedError('SUPERGRAPH_STALE', { file: `schema/${path.basename(file)}` });
  }
}

/** The bodies' programme files in the order of the memorandum, every key as its body wrote it. */
async function gatherCatalogue({ bodies }: Subgraphs): Promise<string> {
  const meta: unknown = JSON.parse(await readFile(path.join(subgraphsDirectory, '_kit/catalogue-meta.json'), 'utf8'));
  const files = await Promise.all([...bodies.keys()].map(readProgrammes));
  const catalogue = {
    meta,
    facts: files.flatMap(({ facts }) => facts),
    programmes: files.flatMap(({ programmes }) => programmes),
  };
  return `${JSON.stringify(catalogue, null, 1)}\n`;
}

async function readProgrammes(name: string): Promise<{ facts: readonly unknown[]; programmes: readonly unknown[] }> {
  const file = path.join(subgraphsDirectory, name, 'programmes.json');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- defineSubgraph has checked this very file
  return JSON.parse(await readFile(file, 'utf8')) as { facts: readonly unknown[]; programmes: readonly unknown[] };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
