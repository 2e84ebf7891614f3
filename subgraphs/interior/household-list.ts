import { CodedError } from '../../schema/contract/error-codes.ts';
import { asciiDigits, isAreaCode } from '../../schema/contract/scalars.ts';
import { isKnownArea } from '../_kit/areas.ts';
import type { SqlRow, Store } from '../_kit/store.ts';
import { housesByArea, housesByCode, housesByFamily, type ListSql } from './data.ts';

const maxPageSize = 200;

export interface ListRequest {
  readonly areaCode: string | null;
  readonly search: string | null;
  readonly first: number;
  readonly after: string | null;
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
 * Throws INPUT_PAGE_SIZE_INVALID, INPUT_AREA_UNKNOWN, INPUT_SEARCH_INVALID and INPUT_CURSOR_INVALID.
 */
export async function listHouseholds(store: Store, request: ListRequest): Promise<HouseholdList> {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw new CodedError('INPUT_PAGE_SIZE_INVALID', { max: maxPageSize });
  }
  const order = listOrder(request);
  const cursor = after === null ? (['', ''] as const) : parseCursor(after);
  const [from, below, ...further] = order.range;
  const start = cursor[0] > from ? cursor[0] : from;
  const rows = await store.read(order.sql.page, [start, below, ...cursor, first + 1, ...further]);
  const edges = rows
    .slice(0, first)
    .map((row) => ({ houseCode: String(row['house_code']), cursor: order.cursorOf(row) }));
  return {
    edges,
    hasNextPage: rows.length > first,
    total: async () => {
      const counted = await store.read(order.sql.count, [from, below, '', '', 0, ...further]);
      return Number(counted[0]?.['total'] ?? 0);
    },
  };
}

interface ListOrder {
  readonly sql: ListSql;
  /** From and below of the ordered column, then of the area. */
  readonly range: readonly [string, string, ...string[]];
  readonly cursorOf: (row: SqlRow) => string;
}

function listOrder({ areaCode, search }: ListRequest): ListOrder {
  const areas = areaRange(areaCode);
  if (search === null) return { sql: housesByArea, range: areas, cursorOf: cursorOf('area_code', 'house_code') };
  const wanted = asciiDigits(search.normalize('NFC').trim());
  if (wanted.length < 2 || wanted.length > 100 || /\p{C}/u.test(wanted)) throw new CodedError('INPUT_SEARCH_INVALID');
  return /^\d+$/u.test(wanted)
    ? { sql: housesByCode, range: [wanted, `${wanted}:`, ...areas], cursorOf: cursorOf('house_code', 'area_code') }
    : {
        sql: housesByFamily,
        range: [wanted, `${wanted}\u{10FFFF}`, ...areas],
        cursorOf: cursorOf('family_name', 'house_code'),
      };
}

/** Codes that begin with the given one; `:` follows `9` in every collation that compares bytes. */
function areaRange(areaCode: string | null): readonly [string, string] {
  if (areaCode === null) return ['', ':'];
  if (!isAreaCode(areaCode) || !isKnownArea(areaCode)) throw new CodedError('INPUT_AREA_UNKNOWN');
  return [areaCode, `${areaCode}:`];
}

function cursorOf(one: string, other: string): (row: SqlRow) => string {
  return (row) => Buffer.from(JSON.stringify([row[one], row[other]])).toString('base64url');
}

function parseCursor(cursor: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      typeof parsed[0] === 'string' &&
      typeof parsed[1] === 'string'
    ) {
      return [parsed[0], parsed[1]];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CodedError('INPUT_CURSOR_INVALID');
}
