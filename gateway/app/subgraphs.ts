import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bodyNames, isBodyName, joinName, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type {
  BodyDefinition,
  OpenBody,
  OpenOptions,
  OpenSubgraph,
  SubgraphDefinition,
} from '../../subgraphs/_kit/define-subgraph.ts';

export const subgraphsDirectory: string = path.join(import.meta.dirname, '../../subgraphs');

/** The fourteen: the bodies in the order of the memorandum, then the join. */
export interface Subgraphs {
  readonly bodies: ReadonlyMap<BodyName, BodyDefinition>;
  readonly join: SubgraphDefinition;
}

export interface OpenSubgraphs {
  readonly bodies: ReadonlyMap<BodyName, OpenBody>;
  /** The bodies and the join, by name. */
  readonly all: ReadonlyMap<string, OpenSubgraph>;
  readonly close: () => Promise<void>;
}

/** Finds every `subgraphs/<name>/subgraph.ts` but `except`'s; a folder with a leading underscore is not a subgraph. */
export async function discoverSubgraphs(except?: string): Promise<Subgraphs> {
  const entries = await readdir(subgraphsDirectory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'));
  const names = folders.map(({ name }) => name).filter((name) => name !== except);
  const found = new Map(await Promise.all(names.map(async (name) => [name, await importSubgraph(name)] as const)));
  const join = found.get(joinName);
  if (join === undefined) throw new TypeError(`subgraphs/${joinName} is missing`);
  const bodies = bodyNames.flatMap((name) => {
    const definition = found.get(name);
    return isBody(definition) ? [[name, definition] as const] : [];
  });
  return { bodies: new Map(bodies), join };
}

/** Opens all fourteen over one data folder. When one cannot be opened, the others are closed and its error is thrown. */
export async function openSubgraphs({ bodies, join }: Subgraphs, options: OpenOptions): Promise<OpenSubgraphs> {
  const settled = await Promise.allSettled([...bodies.values()].map((definition) => definition.open(options)));
  const opened = settled.filter((each) => each.status === 'fulfilled').map((each) => each.value);
  const failed = settled.find((each) => each.status === 'rejected');
  const closeBodies = async (): Promise<void> => {
    await Promise.all(opened.map((body) => body.close()));
  };
  if (failed !== undefined) {
    await closeBodies();
    throw failed.reason;
  }
  const joined = await join.open(options);
  const byName = opened.flatMap((body) => (isBodyName(body.name) ? [[body.name, body] as const] : []));
  return {
    bodies: new Map(byName),
    all: new Map<string, OpenSubgraph>([...byName, [joined.name, joined]]),
    close: closeBodies,
  };
}

/** The definition of one subgraph by its name on the command line. Throws BODY_UNKNOWN. */
export function subgraphNamed({ bodies, join }: Subgraphs, name: string): SubgraphDefinition {
  const definition = name === join.name ? join : isBodyName(name) ? bodies.get(name) : undefined;
  if (definition === undefined) {
    throw new CodedError('BODY_UNKNOWN', { body: name.slice(0, 40), known: [...bodies.keys(), join.name].join(', ') });
  }
  return definition;
}

async function importSubgraph(name: string): Promise<SubgraphDefinition> {
  const file = path.join(subgraphsDirectory, name, 'subgraph.ts');
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'subgraph' in module && isDefinition(module.subgraph)) {
    return module.subgraph;
  }
  throw new TypeError(`subgraphs/${name}/subgraph.ts must export \`subgraph\``);
}

function isDefinition(value: unknown): value is SubgraphDefinition {
  return typeof value === 'object' && value !== null && 'name' in value && 'typeDefs' in value && 'open' in value;
}

function isBody(definition: SubgraphDefinition | undefined): definition is BodyDefinition {
  return definition !== undefined && 'programmeFile' in definition;
}
