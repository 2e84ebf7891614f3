import { CodedError } from '../../schema/contract/error-codes.ts';
import { asciiDigits, isAreaCode } from '../../schema/contract/scalars.ts';
import { isKnownArea } from '../_kit/areas.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { areaRanges, mayAskBy, type AreaRange } from './confine.ts';
import type { SqlRow, Store } from '../_kit/store.ts';
import { housesByArea, housesByCode, housesByFamily, type ListSql } from './data.ts';

const maxPageSize = 200;

export interface ListRequest {
  readonly areaCode: string | null;
  readonly search: string | null;
  readonly first: number;
  readonly after: string | null;
  /** Who asks: the list, its order, its cursors and its count hold only what lies in the areas. */
  readonly access: AccessContext | null;
}

export interface ListEdge {
  readonly cursor: string;
  readonly houseCode: string;
}

export interface HouseholdList {
  readonly edges: readonly ListEdge[];
  readonly hasNextPage: boolean;
  /** Counted only when asked for. */
  readonly total: () => Promise<number>;
}

type Cursor = readonly [string, string];

/**
 * One page of households in one statement.
 * Throws INPUT_PAGE_SIZE_INVALID, INPUT_AREA_UNKNOWN, INPUT_SEARCH_INVALID and INPUT_CURSOR_INVALID, and POLICY_DENIED
 * for a search by name of a principal that may see none.
 */
export async function listHouseholds(store: Store, request: ListRequest): Promise<HouseholdList> {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw new CodedError('INPUT_PAGE_SIZE_INVALID', { max: maxPageSize });
  }
  const order = listOrder(request);
  const cursor = after === null ? (['', ''] as const) : parseCursor(after, order.by);
  const [from, below] = order.range;
  const start = cursor[0] > from ? cursor[0] : from;
  const rows = await store.read(order.sql.page, [order.areas, start, below, ...cursor, first + 1]);
  const edges = rows
    .slice(0, first)
    .map((row) => ({ houseCode: String(row['house_code']), cursor: cursorOf(row, order.by) }));
  return {
    edges,
    hasNextPage: rows.length > first,
    total: async () => {
      const counted = await store.read(order.sql.count, [order.areas, from, below]);
      return Number(counted[0]?.['total'] ?? 0);
    },
  };
}

interface ListOrder {
  readonly sql: ListSql;
  /** The columns that the list is ordered by. */
  readonly by: OrderColumns;
  /** From and below of the ordered column. */
  readonly range: readonly [string, string];
  readonly areas: readonly AreaRange[];
}

type OrderColumns = readonly [string, string];

function listOrder({ areaCode, search, access }: ListRequest): ListOrder {
  if (areaCode !== null && !(isAreaCode(areaCode) && isKnownArea(areaCode))) throw new CodedError('INPUT_AREA_UNKNOWN');
  const areas = areaRanges(access, areaCode);
  if (search === null) return { sql: housesByArea, range: ['', ':'], areas, by: ['area_code', 'house_code'] };
  const wanted = asciiDigits(search.normalize('NFC').trim());
  if (wanted.length < 2 || wanted.length > 100 || /\p{C}/u.test(wanted)) throw new CodedError('INPUT_SEARCH_INVALID');
  // `:` follows `9` in every collation that compares bytes.
  if (/^\d+$/u.test(wanted)) {
    return { sql: housesByCode, range: [wanted, `${wanted}:`], areas, by: ['house_code', 'area_code'] };
  }
  if (!mayAskBy('NAME', access)) throw new CodedError('POLICY_DENIED');
  return { sql: housesByFamily, range: [wanted, `${wanted}\u{10FFFF}`], areas, by: ['family_name', 'house_code'] };
}

/** The order's name stands in the cursor, so that a cursor of one order is refused by another. */
function cursorOf(row: SqlRow, by: OrderColumns): string {
  return Buffer.from(JSON.stringify([by[0], row[by[0]], row[by[1]]])).toString('base64url');
}

function parseCursor(cursor: string, by: OrderColumns): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === by[0]) {
      const [, one, other]: readonly unknown[] = parsed;
      if (typeof one === 'string' && typeof other === 'string') return [one, other];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CodedError('INPUT_CURSOR_INVALID');
}
