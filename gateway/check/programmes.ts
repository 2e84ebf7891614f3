import { sensitiveCategories } from '../../schema/contract/identity.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import type { CheckInput, GatheredCatalogue } from './check-input.ts';
import type { Place } from './finding.ts';
import { jsonLines } from './json-lines.ts';

/** The programme files of all bodies, as far as they can be read. */
export interface Programmes {
  /** The candidate's; null where it has none or one that is no JSON. */
  readonly own: ProgrammeFile | null;
  readonly published: ProgrammeFile | null;
  readonly others: readonly ProgrammeFile[];
  /** All bodies with the candidate's in the place of what it publishes now. */
  readonly gathered: GatheredCatalogue;
  readonly gatheredBefore: GatheredCatalogue;
  /** Facts of a sensitive category, of all bodies. */
  readonly sensitiveFacts: readonly { readonly name: string; readonly category: string }[];
  /** The place of a path in the candidate's file. */
  readonly at: (path: string, coordinate?: string) => Place;
}

/** One body's programmes.json: its entries as they are written. */
export interface ProgrammeFile {
  readonly body: string;
  readonly json: unknown;
  readonly facts: readonly Entry[];
  readonly programmes: readonly Entry[];
}

/** An entry that is an object, with its index in the list. */
export interface Entry {
  readonly index: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export function readProgrammes({ candidate, published, others }: CheckInput): Programmes {
  const own = readFile(candidate);
  const before = published === null ? null : readFile(published);
  const rest = others.flatMap((publication) => readFile(publication) ?? []);
  const gathered = gather(own === null ? rest : [...rest, own]);
  const gatheredBefore = gather(before === null ? rest : [...rest, before]);
  const lines = own === null ? new Map<string, number>() : jsonLines(candidate.programmes ?? '');
  return {
    own,
    published: before,
    others: rest,
    gathered,
    gatheredBefore,
    sensitiveFacts: sensitiveOf([...rest, ...(own === null ? [] : [own]), ...(before === null ? [] : [before])]),
    at: (path, coordinate) => ({
      file: 'programmes.json',
      line: lineAt(lines, path),
      ...(coordinate !== undefined && { coordinate }),
    }),
  };
}

export function textOf({ value }: Entry, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

export function textsOf({ value }: Entry, key: string): readonly string[] {
  const found = value[key];
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}

export function isSensitive(category: string): boolean {
  return sensitiveCategories.some((each) => each === category);
}

function readFile({ body, programmes }: Publication): ProgrammeFile | null {
  if (programmes === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(programmes);
  } catch {
    // checkProgrammes says where it ends to be JSON.
    return null;
  }
  return { body, json, facts: entriesOf(json, 'facts'), programmes: entriesOf(json, 'programmes') };
}

function entriesOf(json: unknown, key: 'facts' | 'programmes'): readonly Entry[] {
  const list: unknown = isObject(json) ? json[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => (isObject(value) ? [{ index, value }] : []));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function gather(files: readonly ProgrammeFile[]): GatheredCatalogue {
  return {
    facts: files.flatMap(({ facts }) => facts.map(({ value }) => value)),
    programmes: files.flatMap(({ programmes }) => programmes.map(({ value }) => value)),
  };
}

function sensitiveOf(files: readonly ProgrammeFile[]): Programmes['sensitiveFacts'] {
  return files.flatMap(({ facts }) =>
    facts
      .map((fact) => ({ name: textOf(fact, 'name'), category: textOf(fact, 'category') }))
      .filter(({ category }) => isSensitive(category)),
  );
}

/** The line of the path, or of what it would be in. */
function lineAt(lines: ReadonlyMap<string, number>, path: string): number {
  for (let at = path; at !== ''; at = at.replace(/(?:\.?[^.[\]]+|\[\d+\])$/u, '')) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return 1;
}
