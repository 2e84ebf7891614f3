import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { parseRecord, isObject } from './record.ts';
import { toCheckpoint, toSegment } from './sql-reader.ts';
import type { Head, StoredRecord } from './chain.ts';
import type { Checkpoint, SegmentHeader } from './signing.ts';
import type { JournalReader } from './store.ts';

interface End extends Head {
  /** Sequence of the last checkpoint; without any, that of the record before the first. */
  readonly lastCheckpoint: unknown;
}

/** What one pass over an exported file tells before its records are walked. */
interface Survey {
  readonly header?: SegmentHeader;
  readonly last?: Head;
  readonly end?: End;
  readonly firstCheckpoint?: number;
  readonly lastCheckpoint?: number;
  readonly damage: readonly string[];
}

type Draft = { -readonly [Key in keyof Survey]: Survey[Key] };

type Line =
  | { readonly type: 'segment'; readonly header: SegmentHeader }
  | { readonly type: 'record'; readonly record: StoredRecord }
  | { readonly type: 'checkpoint'; readonly checkpoint: Checkpoint }
  | { readonly type: 'end'; readonly end: End }
  | { readonly type: 'damaged'; readonly detail: string };

/** Reads an exported journal from front to back, twice: records can be asked for in their order only. */
export async function openNdjsonReader(file: string): Promise<JournalReader & { close: () => Promise<void> }> {
  const handle = await open(file, 'r');
  const survey = await surveyOf(handle);
  const lines = readLines(handle, survey.header);
  let passed: Checkpoint[] = [];
  let held: Line | undefined;

  const next = async (): Promise<Line | undefined> => {
    const line = held ?? (await lines.next()).value;
    held = undefined;
    return line ?? undefined;
  };
  return {
    name: path.basename(file),
    segment: () => Promise.resolve(survey.header),
    head: () => Promise.resolve(survey.last ?? survey.end),
    records: async (_after, limit) => {
      const records: StoredRecord[] = [];
      for (let line = await next(); line !== undefined; line = await next()) {
        if (line.type === 'checkpoint') passed.push(line.checkpoint);
        if (line.type !== 'record') continue;
        if (records.length === limit) {
          held = line;
          break;
        }
        records.push(line.record);
      }
      return records;
    },
    lookups: () => Promise.resolve(undefined),
    checkpoints: (_after, through) => {
      const found = passed.filter(({ sequence }) => sequence <= through);
      passed = passed.filter(({ sequence }) => sequence > through);
      return Promise.resolve(found);
    },
    extent: () =>
      Promise.resolve({
        firstLookup: undefined,
        lastLookup: undefined,
        firstCheckpoint: survey.firstCheckpoint,
        lastCheckpoint: survey.lastCheckpoint,
      }),
    damage: () => Promise.resolve(survey.damage),
    close: () => handle.close(),
  };
}

async function surveyOf(handle: FileHandle): Promise<Survey> {
  const survey: Draft & { damage: string[] } = { damage: [] };
  let number = 0;
  for await (const line of readLines(handle, undefined)) {
    number += 1;
    const fault = survey.end === undefined ? noteLine(survey, line, number) : 'it comes after the end';
    if (fault !== undefined) survey.damage.push(`line ${number}: ${fault}`);
  }
  return { ...survey, damage: [...survey.damage, ...endDamage(survey)] };
}

/** What is wrong with the line where it stands, or undefined. */
function noteLine(survey: Draft, line: Line, number: number): string | undefined {
  switch (line.type) {
    case 'segment':
      survey.header ??= line.header;
      return number === 1 ? undefined : 'it is a second beginning';
    case 'record':
      survey.last = { sequence: line.record.sequence, hash: line.record.hash };
      return undefined;
    case 'checkpoint':
      return noteCheckpoint(survey, line.checkpoint.sequence) ? undefined : 'it is out of its place';
    case 'end':
      survey.end = line.end;
      return undefined;
    case 'damaged':
      break;
  }
  return line.detail;
}

/** True when it is the first one that follows the record it is about. */
function noteCheckpoint(survey: Draft, sequence: number): boolean {
  const isInPlace = sequence === survey.last?.sequence && sequence !== survey.lastCheckpoint;
  survey.firstCheckpoint ??= sequence;
  survey.lastCheckpoint = sequence;
  return isInPlace;
}

function endDamage({ header, last, end, lastCheckpoint }: Survey): readonly string[] {
  if (end === undefined) return ['the file has no end'];
  const isLast = last === undefined || (last.sequence === end.sequence && last.hash === end.hash);
  const before = (header?.fromSequence ?? 0) - 1;
  const isLastCheckpoint = end.lastCheckpoint === (lastCheckpoint ?? before);
  return isLast && isLastCheckpoint ? [] : ['the end is not that of the last record and checkpoint'];
}

async function* readLines(handle: FileHandle, header: SegmentHeader | undefined): AsyncGenerator<Line, undefined> {
  let previousHash = header?.previousHash ?? '';
  // Latin-1 keeps every byte apart, so that a broken UTF-8 sequence is seen and not mended.
  for await (const bytes of handle.readLines({ encoding: 'latin1', start: 0, autoClose: false })) {
    const line = toLine(Buffer.from(bytes, 'latin1'), previousHash);
    if (line.type === 'record') previousHash = line.record.hash;
    yield line;
  }
}

function toLine(bytes: Buffer, previousHash: string): Line {
  const text = bytes.toString('utf8');
  const value = parse(text);
  if (!isObject(value) || !bytes.equals(Buffer.from(canonicalJson(value)))) return damaged('it is not canonical JSON');
  const { type, sequence, hash } = value;
  if (type === 'segment') return { type, header: toSegment(snakeCase(value)) };
  if (type === 'checkpoint') return { type, checkpoint: toCheckpoint(snakeCase(value)) };
  if (typeof sequence !== 'number' || typeof hash !== 'string') return damaged('it has no sequence or no hash');
  if (type === 'end') return { type, end: { sequence, hash, lastCheckpoint: value['lastCheckpoint'] } };
  const recordText = canonicalJson(value['record'] ?? null);
  const record = parseRecord(recordText);
  if (type !== 'record' || record === undefined) return damaged('it is no line of a journal');
  return { type, record: { sequence, hash, previousHash, atMs: Date.parse(record.at), text: recordText } };
}

function damaged(detail: string): Line {
  return { type: 'damaged', detail };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function snakeCase(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      item,
    ]),
  );
}
