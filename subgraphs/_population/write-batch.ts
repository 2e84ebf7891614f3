import { keystone, type BodyName } from '../../schema/contract/bodies.ts';
import { isCodedError } from '../../schema/contract/error-codes.ts';
import type { BodyImporter } from '../_kit/define-subgraph.ts';
import type { TableRows } from '../_kit/import.ts';
import type { StoreWriting } from '../_kit/write.ts';

export type BodyImporters = ReadonlyMap<BodyName, { readonly importer: BodyImporter }>;

/** A household that every body accepts, with its rows for each. */
export interface PreparedHousehold {
  readonly line: number;
  readonly houseCode: string;
  readonly rows: ReadonlyMap<BodyName, TableRows>;
}

/** Why a household did not go in. It never holds a value of the extract. */
export interface RefusedHousehold {
  readonly line: number;
  readonly path: string;
  readonly problem: string;
}

export interface WrittenBatch {
  readonly imported: number;
  readonly refused: readonly RefusedHousehold[];
}

/**
 * Writes households of different houses, all or nothing in one transaction for each body. What one of them does
 * against a rule of a table, such as a citizen number that another person has, is found by writing the halves apart:
 * it is refused and the others go in. Rejects with BODY_STORE_FAILED for any other failure; nothing is written then.
 */
export async function writeBatch(bodies: BodyImporters, batch: readonly PreparedHousehold[]): Promise<WrittenBatch> {
  const [first, ...others] = batch;
  if (first === undefined) return { imported: 0, refused: [] };
  try {
    await writeTogether(bodies, batch);
    return { imported: batch.length, refused: [] };
  } catch (error) {
    const rule = brokenRule(error);
    if (rule === undefined) throw error;
    if (others.length === 0) return { imported: 0, refused: [{ line: first.line, ...rule }] };
  }
  const half = Math.ceil(batch.length / 2);
  const one = await writeBatch(bodies, batch.slice(0, half));
  const other = await writeBatch(bodies, batch.slice(half));
  return { imported: one.imported + other.imported, refused: [...one.refused, ...other.refused] };
}

/** Every body writes before any commits; the keystone commits last, so that nobody sees half a household. */
async function writeTogether(bodies: BodyImporters, batch: readonly PreparedHousehold[]): Promise<void> {
  const houseCodes = batch.map(({ houseCode }) => houseCode);
  const open = new Map<BodyName, StoreWriting>();
  try {
    await all([...bodies], async ([body, { importer }]) => {
      open.set(body, await importer.begin());
    });
    await all([...open], ([body, writing]) =>
      writing.put(
        houseCodes,
        batch.map(({ rows }) => rows.get(body) ?? noRows),
      ),
    );
    const others = [...open].filter(([body]) => body !== keystone);
    await all(others, ([body, writing]) => commit(open, body, writing));
    const last = open.get(keystone);
    if (last !== undefined) await commit(open, keystone, last);
  } catch (error) {
    await Promise.allSettled([...open.values()].map((writing) => writing.rollback()));
    throw error;
  }
}

const noRows: TableRows = new Map();

async function commit(open: Map<BodyName, StoreWriting>, body: BodyName, writing: StoreWriting): Promise<void> {
  await writing.commit();
  open.delete(body);
}

/** Runs the work for every item at once and waits for all of it, then rejects with the first failure. */
async function all<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Undefined when the store failed for another reason than the rows that it was given. */
function brokenRule(error: unknown): { path: string; problem: string } | undefined {
  if (!isCodedError(error)) return undefined;
  const { cause } = error;
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'SQLITE_CONSTRAINT') return undefined;
  return cause.message.includes('person.citizen_id')
    ? { path: 'members.citizenId', problem: 'one of them is the number of another person already' }
    : { path: 'household', problem: `breaks a rule of the store of ${String(error.details['body'])}` };
}
