import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../gateway/app/check/check-run.ts';
import { publicationsOfRepository } from '../../gateway/app/check/check-publications.ts';
import { readSharedSchema } from '../../subgraphs/_kit/shared-schema.ts';
import type { CheckReport, FindingLevel, Publication } from '../../schema/contract/publication.ts';

/** A change of a file: the first thing that fits is replaced; a text that fits nowhere fails the test. */
export type Edit = readonly [from: string | RegExp, to: string];

/** What a body publishes after some edits, and who read it before. */
export interface CheckCase {
  /** Default labour. */
  readonly body?: string;
  readonly schema?: readonly Edit[];
  readonly programmes?: readonly Edit[] | null;
  /** Edits of what the body published before: the candidate is then the folder as it stands, with `schema`. */
  readonly publishedSchema?: readonly Edit[];
  /** Edits of another body's schema, published already. */
  readonly others?: Readonly<Record<string, readonly Edit[]>>;
  /** Coordinates that somebody ran. */
  readonly used?: readonly string[];
  /** Default 30: the record is whole. */
  readonly coveredDays?: number;
  /** All fourteen, with the saved operations; else the few that the body needs, which is quicker. */
  readonly isWhole?: boolean;
}

export interface Expected {
  readonly code: string;
  readonly level: FindingLevel;
  readonly file?: string;
  /** What stands in the finding's line of the developer's file; null where it is about the file as a whole. */
  readonly line: string | null;
  readonly coordinate?: string;
  readonly approvers?: readonly string[];
}

const fisheries = readFileSync(path.join(import.meta.dirname, 'fisheries.graphql'), 'utf8');
const repository = await publicationsOfRepository();

/** A body that publishes for the first time: see fisheries.graphql. */
export const newBody = 'fisheries';

export function publicationOf(body: string): Publication {
  if (body === newBody) return { body, sdl: `${readSharedSchema()}\n${fisheries}`, programmes: null };
  const found = repository.find((each) => each.body === body);
  if (found === undefined) throw new TypeError(`there is no ${body}`);
  return found;
}

/** The candidate of a case. */
export function candidateOf({ body = 'labour', schema = [], programmes = [] }: CheckCase): Publication {
  const { sdl, programmes: text } = publicationOf(body);
  return {
    body,
    sdl: edited(sdl, schema),
    programmes: programmes === null || text === null ? null : edited(text, programmes),
  };
}

export function check(given: CheckCase): CheckReport {
  const { body = 'labour', used = [], coveredDays = 30, others: edits = {}, isWhole = false } = given;
  const others = repository
    .filter((each) => each.body !== body && (isWhole || few.includes(each.body)))
    .map((each) => ({ ...each, sdl: edited(each.sdl, edits[each.body] ?? []) }));
  const published = body === newBody ? null : publicationOf(body);
  return runCheck({
    candidate: candidateOf(given),
    others,
    published: published && { ...published, sdl: edited(published.sdl, given.publishedSchema ?? []) },
    usage: { days: 30, coveredDays, byCoordinate: new Map(used.map((coordinate) => [coordinate, someUsage])) },
  });
}

/** What a report says of one code, its line as the text that stands there. */
export interface Told extends Omit<Expected, 'coordinate'> {
  readonly file: string;
  readonly approvers: readonly string[];
  /** Texts of the finding that are empty, in one language or not filled in. */
  readonly poorTexts: readonly string[];
}

/** The finding of that code, of that coordinate where one is given; else the codes that there are. */
export function findingOf(given: CheckCase, { code, coordinate, line: wanted }: Expected): Told | readonly string[] {
  const { findings } = check(given);
  const found = findings.find(
    (each) => each.code === code && (coordinate === undefined || each.coordinate === coordinate),
  );
  if (found === undefined) return findings.map((each) => `${each.code} ${each.coordinate ?? ''}`);
  const { level, file, line, approvers, why, mend, whyTh, mendTh } = found;
  return {
    code,
    level,
    file,
    line: line === null ? null : shown(lineOf(given, file, line), wanted),
    approvers,
    poorTexts: [
      ...[why, mend].filter((text) => !/[A-Za-z]/u.test(text) || /\{[a-z]\w*\}/u.test(text)),
      ...[whyTh, mendTh].filter((text) => !/[\u0E00-\u0E7F]/u.test(text) || /\{[a-z]\w*\}/u.test(text)),
    ],
  };
}

/** The text that is looked for, where it stands in the line; else the whole line. */
function shown(line: string, wanted: string | null): string {
  return wanted !== null && line.includes(wanted) ? wanted : line;
}

const few: readonly string[] = ['interior', 'health'];

const someUsage = { operations: ['0123456789abcdef'], clients: ['home visits'], count: 1234, lastDay: '2026-11-20' };

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new TypeError(`${String(from)} is not in the file`);
    return after;
  }, text);
}

/** The developer knows the lines of the own file, not of what is shared. */
function lineOf(given: CheckCase, file: string, line: number): string {
  const { sdl, programmes } = candidateOf(given);
  if (file === 'programmes.json') return programmes?.split('\n')[line - 1] ?? '';
  const own = sdl.split('\n').slice(sharedLines);
  return (sdl.startsWith(shared) ? own : sdl.split('\n'))[line - 1] ?? '';
}

const labour = publicationOf('labour').sdl;
const shared = labour.slice(0, labour.indexOf('type Household @key'));
const sharedLines = shared.split('\n').length - 1;
