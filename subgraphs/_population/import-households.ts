import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BodyName } from '../../schema/contract/bodies.ts';
import { ExtractFault, type TableRows } from '../_kit/import.ts';
import { readExtractDictionary, type ExtractDictionary } from './extract-dictionary.ts';
import { parseHousehold } from './extract.ts';
import type { SourceItem } from './source-item.ts';
import { writeBatch, type BodyImporters, type PreparedHousehold, type RefusedHousehold } from './write-batch.ts';

export type { BodyImporters, RefusedHousehold } from './write-batch.ts';

export interface ImportOptions {
  /** Default: the dictionary of the thirteen bodies' own programme files. */
  readonly dictionary?: ExtractDictionary;
  /** Households written at once, default 250. */
  readonly batchSize?: number;
  /** Told after each batch. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops after the batch at hand; what was imported stays. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  /** Households that can be read now. One that came twice counts twice, unless in the same batch. */
  readonly imported: number;
  readonly refused: number;
}

export interface ImportResult {
  readonly imported: number;
  /** In the order of the source but for those that a store refuses, which come after the rest of their batch. */
  readonly refused: readonly RefusedHousehold[];
}

/** The event loop gets a turn at least this often, so that a gateway in the same process goes on answering. */
const turnMs = 8;

/**
 * Loads households into the bodies' stores, batch by batch. A household that does not fit is refused whole and the
 * others go in; one that is there already is replaced. It can be seen only when all bodies have it: the interior,
 * which knows the house, commits last. Rejects with BODY_STORE_FAILED when a store does not work; the batch at hand
 * is undone then, earlier ones stay.
 */
export async function importHouseholds(
  source: AsyncIterable<SourceItem> | Iterable<SourceItem>,
  bodies: BodyImporters,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { dictionary = readExtractDictionary(), batchSize = 250, signal } = options;
  const loading = new Loading(bodies, options.onProgress);
  try {
    let turnAt = performance.now();
    for await (const item of source) {
      if (signal?.aborted === true) break;
      loading.take(prepare(item, bodies, dictionary));
      if (loading.held >= batchSize) await loading.write();
      if (performance.now() - turnAt < turnMs) continue;
      await nextTurn();
      turnAt = performance.now();
    }
    await loading.write();
  } finally {
    await loading.settled();
  }
  return loading.result();
}

/** The rows of one item for every body; nothing is written. */
function prepare(
  item: SourceItem,
  bodies: BodyImporters,
  dictionary: ExtractDictionary,
): PreparedHousehold | RefusedHousehold {
  if ('problem' in item) return item;
  const { line } = item;
  try {
    const { houseCode, parts } = parseHousehold(item.household, dictionary);
    const rows = new Map<BodyName, TableRows>();
    for (const [name, part] of parts) {
      const body = bodies.get(name);
      if (body !== undefined) rows.set(name, body.importer.rowsOf(part));
    }
    return { line, houseCode, rows };
  } catch (error) {
    if (!(error instanceof ExtractFault)) throw error;
    return { line, path: error.path, problem: error.problem };
  }
}

/** Batches on their way: while one is written the next is prepared. */
class Loading {
  readonly #bodies: BodyImporters;
  readonly #onProgress: ImportOptions['onProgress'];
  readonly #refused: RefusedHousehold[] = [];
  #batch = new Map<string, PreparedHousehold>();
  #imported = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(bodies: BodyImporters, onProgress: ImportOptions['onProgress']) {
    this.#bodies = bodies;
    this.#onProgress = onProgress;
  }

  /** Households waiting for the next batch. */
  get held(): number {
    return this.#batch.size;
  }

  /** Of a house that comes twice the later extract counts. */
  take(item: PreparedHousehold | RefusedHousehold): void {
    if ('problem' in item) this.#refused.push(item);
    else this.#batch.set(item.houseCode, item);
  }

  /** Starts to write what is held, after the batch before. Rejects when that one failed. */
  async write(): Promise<void> {
    await this.#writing;
    const batch = [...this.#batch.values()];
    this.#batch = new Map();
    this.#writing = this.#writeNow(batch);
    // It is awaited before the next batch and at the end; until then a failure waits.
    this.#writing.catch(() => undefined);
  }

  async #writeNow(batch: readonly PreparedHousehold[]): Promise<void> {
    const { imported, refused } = await writeBatch(this.#bodies, batch);
    this.#imported += imported;
    this.#refused.push(...refused);
    this.#onProgress?.({ imported: this.#imported, refused: this.#refused.length });
  }

  /** Waits for the stores to be at rest, whether or not they failed. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#writing]);
  }

  async result(): Promise<ImportResult> {
    await this.#writing;
    return { imported: this.#imported, refused: this.#refused };
  }
}
