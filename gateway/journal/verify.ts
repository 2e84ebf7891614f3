import { chainHash, lookupKeys, start, type Head, type LookupKey, type StoredRecord } from './chain.ts';
import { parseRecord } from './record.ts';
import { isCheckpointSigned, isSegmentSigned, type Checkpoint, type PublicKeys } from './signing.ts';
import type { Extent, JournalReader, StoredLookup } from './store.ts';

/**
 * `RECORD_CHANGED`: a record does not have its hash. `LINK_BROKEN`: a record does not follow the one before: inserted,
 * swapped, or its neighbour was taken out. `LOOKUP_CHANGED`: who-saw-whom rows do not fit the record.
 * `CHECKPOINT_MISMATCH`: a signed checkpoint knows another hash, so records since the checkpoint before were rewritten.
 * `SEGMENT_GAP`: this segment does not follow the one before.
 */
export type ProblemKind =
  | 'HEADER_INVALID'
  | 'SEGMENT_GAP'
  | 'RECORD_CHANGED'
  | 'RECORDS_MISSING'
  | 'LINK_BROKEN'
  | 'LOOKUP_CHANGED'
  | 'CHECKPOINT_INVALID'
  | 'CHECKPOINT_MISSING'
  | 'CHECKPOINT_MISMATCH'
  | 'STORE_DAMAGED';

/** `from` to `to`: the sequence numbers it is about. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly from: number;
  readonly to: number;
  readonly detail?: string;
}

export interface VerifyReport {
  readonly name: string;
  readonly isIntact: boolean;
  /** The first twenty; `problemCount` counts all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly hash: string;
  /** Time of the last record, ISO 8601; null where there is none. */
  readonly lastAt: string | null;
  readonly records: number;
  readonly checkpoints: number;
  /** Records that no signature covers yet: nobody can tell whether more of them were cut off. */
  readonly afterLastCheckpoint: number;
}

export interface VerifyOptions {
  readonly keys: PublicKeys;
  /** Where the segment before ended; undefined: it is not known and not asked. */
  readonly previous?: Head | undefined;
  /** Checkpoints and heads that were kept elsewhere: the chain must contain each of them. */
  readonly anchors?: readonly Head[];
  /** Another segment follows, where later anchors belong. */
  readonly isFollowed?: boolean;
  /** Verified before: everything up to here is taken as it was. */
  readonly resume?: VerifyMark | undefined;
  /** Leaves out what reads the whole file once more: pages, indexes, triggers. */
  readonly skipDamage?: boolean;
  /** Told after each page how many records of this segment were looked at. */
  readonly onProgress?: ((records: number) => void) | undefined;
}

/** How far a verification got, to go on from there. */
export interface VerifyMark extends Head {
  readonly checkpoint: number;
}

const pageSize = 200;
const maxProblems = 20;

/**
 * Walks one segment from its header to its last record in pages, so that memory stays flat whatever its length.
 * A store that grows meanwhile is verified up to where it stood at the beginning.
 */
export async function verifySegment(
  reader: JournalReader,
  options: VerifyOptions,
): Promise<VerifyReport & { readonly mark: VerifyMark }> {
  const findings = createFindings();
  const walk: Walk = {
    reader,
    options,
    findings,
    anchors: new Map((options.anchors ?? []).map((anchor) => [anchor.sequence, anchor])),
    at: { ...start, checkpoint: 0 },
    lastAtMs: undefined,
    records: 0,
    checkpoints: 0,
  };
  const first = { from: 0, last: 0 };
  try {
    Object.assign(first, await walkSegment(walk));
  } catch (error) {
    // What cannot even be read was changed by somebody, or by the disk.
    findings.add({
      kind: 'STORE_DAMAGED',
      from: walk.at.sequence + 1,
      to: walk.at.sequence + 1,
      detail: wordsOf(error),
    });
  }
  return {
    name: reader.name,
    isIntact: findings.count() === 0,
    problems: findings.list(),
    problemCount: findings.count(),
    firstSequence: first.from,
    lastSequence: first.last,
    hash: walk.at.hash,
    lastAt: walk.lastAtMs === undefined ? null : new Date(walk.lastAtMs).toISOString(),
    records: walk.records,
    checkpoints: walk.checkpoints,
    afterLastCheckpoint: Math.max(0, walk.at.sequence - walk.at.checkpoint),
    mark: walk.at,
  };
}

interface Walk {
  readonly reader: JournalReader;
  readonly options: VerifyOptions;
  readonly findings: Findings;
  readonly anchors: Map<number, Head>;
  /** The last record and the last checkpoint that were looked at. */
  at: VerifyMark;
  lastAtMs: number | undefined;
  records: number;
  checkpoints: number;
}

interface Findings {
  readonly add: (problem: Problem) => void;
  readonly list: () => readonly Problem[];
  readonly count: () => number;
}

async function walkSegment(walk: Walk): Promise<{ from: number; last: number }> {
  const { reader, options } = walk;
  // In an append-only store what is read first can only be less than what is read later.
  const extent = await reader.extent();
  const end = await reader.head();
  const from = await verifyHeader(walk);
  if (end === undefined) return { from, last: from - 1 };
  if (options.resume !== undefined) walk.at = options.resume;

  while (walk.at.sequence < end.sequence) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other is what keeps memory flat
    const page = (await reader.records(walk.at.sequence, pageSize)).filter(({ sequence }) => sequence <= end.sequence);
    const last = page.at(-1);
    if (last === undefined) break;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await verifyPage(walk, page, last.sequence);
    options.onProgress?.(walk.records);
  }

  verifyExtent(walk, extent, from, end.sequence);
  if (options.isFollowed !== true) verifyAnchors(walk, from, end.sequence);
  if (options.skipDamage !== true) {
    for (const detail of await reader.damage(options.keys)) walk.findings.add({ ...one('STORE_DAMAGED', 0), detail });
  }
  return { from, last: end.sequence };
}

/** Returns the first sequence of the segment and puts the walk at its beginning. */
async function verifyHeader(walk: Walk): Promise<number> {
  const header = await walk.reader.segment();
  if (header === undefined) {
    walk.findings.add(one('HEADER_INVALID', 0));
    return 1;
  }
  const { fromSequence, previousHash } = header;
  if (!isSegmentSigned(header, walk.options.keys)) walk.findings.add(one('HEADER_INVALID', fromSequence));
  const { previous } = walk.options;
  if (previous !== undefined && (previous.sequence !== fromSequence - 1 || previous.hash !== previousHash)) {
    walk.findings.add({ kind: 'SEGMENT_GAP', from: previous.sequence + 1, to: fromSequence });
  }
  walk.at = { sequence: fromSequence - 1, hash: previousHash, checkpoint: fromSequence - 1 };
  return fromSequence;
}

async function verifyPage(walk: Walk, page: readonly StoredRecord[], through: number): Promise<void> {
  const after = walk.at.sequence;
  const lookups = await walk.reader.lookups(after, through);
  const checkpoints = await walk.reader.checkpoints(after, through);
  const lookupsOf = lookups && Map.groupBy(lookups, ({ sequence }) => sequence);
  const checkpointAt = new Map(checkpoints.map((checkpoint) => [checkpoint.sequence, checkpoint]));
  for (const record of page) {
    verifyRecord(walk, record, lookupsOf && (lookupsOf.get(record.sequence) ?? []));
    lookupsOf?.delete(record.sequence);
    const checkpoint = checkpointAt.get(record.sequence);
    if (checkpoint !== undefined) verifyCheckpoint(walk, checkpoint, record);
    checkpointAt.delete(record.sequence);
    verifyAnchor(walk, record);
  }
  for (const sequence of lookupsOf?.keys() ?? []) walk.findings.add(one('LOOKUP_CHANGED', sequence));
  for (const sequence of checkpointAt.keys()) walk.findings.add(one('CHECKPOINT_INVALID', sequence));
}

function verifyRecord(walk: Walk, record: StoredRecord, lookups: readonly StoredLookup[] | undefined): void {
  const { sequence, hash, previousHash } = record;
  const expected = walk.at.sequence + 1;
  if (sequence > expected) {
    walk.findings.add({ kind: 'RECORDS_MISSING', from: expected, to: sequence - 1 });
  } else if (previousHash !== walk.at.hash) {
    walk.findings.add(one('LINK_BROKEN', sequence));
  }
  // The stored link is the base, so that one change is told once and not for every record after it.
  const content = decodeRecord(record);
  if (content !== undefined) walk.lastAtMs = record.atMs;
  if (content === undefined || chainHash(previousHash, record.text) !== hash) {
    walk.findings.add(one('RECORD_CHANGED', sequence));
  } else if (lookups !== undefined && !sameKeys(content, lookups)) {
    walk.findings.add(one('LOOKUP_CHANGED', sequence));
  }
  walk.at = { ...walk.at, sequence, hash };
  walk.records += 1;
}

/** The lookup rows that belong to the record, or undefined where it cannot be read or its time column is another. */
function decodeRecord({ text, atMs }: StoredRecord): LookupKey[] | undefined {
  const content = parseRecord(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  return content !== undefined && Date.parse(content.at) === atMs ? lookupKeys(content) : undefined;
}

function sameKeys(expected: readonly LookupKey[], lookups: readonly StoredLookup[]): boolean {
  if (expected.length !== lookups.length) return false;
  const names = new Set(expected.map(({ kind, key }) => `${kind} ${key}`));
  return lookups.every(({ kind, key }) => names.delete(`${kind} ${key}`));
}

function verifyCheckpoint(walk: Walk, checkpoint: Checkpoint, record: StoredRecord): void {
  const { sequence, previousSequence } = checkpoint;
  const since = walk.at.checkpoint;
  if (!isCheckpointSigned(checkpoint, walk.options.keys)) {
    walk.findings.add(one('CHECKPOINT_INVALID', sequence));
  } else if (checkpoint.hash !== record.hash) {
    walk.findings.add({ kind: 'CHECKPOINT_MISMATCH', from: since + 1, to: sequence });
  } else if (previousSequence !== since) {
    walk.findings.add(one('CHECKPOINT_MISSING', previousSequence));
  }
  walk.at = { ...walk.at, checkpoint: sequence };
  walk.checkpoints += 1;
}

/** Rows of the side tables before the first record or after the last one. */
function verifyExtent({ findings }: Walk, extent: Extent, from: number, last: number): void {
  const { firstLookup = from, lastLookup = last, firstCheckpoint = from, lastCheckpoint = last } = extent;
  if (firstLookup < from) findings.add(one('LOOKUP_CHANGED', firstLookup));
  if (lastLookup > last) findings.add(one('LOOKUP_CHANGED', lastLookup));
  if (firstCheckpoint < from) findings.add(one('CHECKPOINT_INVALID', firstCheckpoint));
  if (lastCheckpoint > last) {
    findings.add({ kind: 'RECORDS_MISSING', from: last + 1, to: lastCheckpoint, detail: 'a checkpoint knows them' });
  }
}

function verifyAnchor(walk: Walk, { sequence, hash }: StoredRecord): void {
  const anchor = walk.anchors.get(sequence);
  if (anchor === undefined) return;
  walk.anchors.delete(sequence);
  if (anchor.hash !== hash)
    walk.findings.add({ kind: 'CHECKPOINT_MISMATCH', from: sequence, to: sequence, detail: 'kept elsewhere' });
}

function verifyAnchors(walk: Walk, from: number, last: number): void {
  for (const { sequence } of walk.anchors.values()) {
    if (sequence > last) {
      walk.findings.add({
        kind: 'RECORDS_MISSING',
        from: Math.max(from, last + 1),
        to: sequence,
        detail: 'kept elsewhere',
      });
    }
  }
}

function createFindings(): Findings {
  const problems: Problem[] = [];
  let count = 0;
  return {
    add: (problem) => {
      count += 1;
      if (problems.length < maxProblems) problems.push(problem);
    },
    list: () => problems,
    count: () => count,
  };
}

function one(kind: ProblemKind, sequence: number): Problem {
  return { kind, from: sequence, to: sequence };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unreadable';
}
