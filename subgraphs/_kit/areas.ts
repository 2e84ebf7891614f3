import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A province (2 digits), district (4) or subdistrict (6). */
export interface Area {
  readonly code: string;
  readonly nameTh: string;
  /** By the RTGS; null where the project has none. */
  readonly nameEn: string | null;
}

/** The area of a code, or undefined when there is none. */
export function areaOf(code: string): Area | undefined {
  const entry = entries.get(code);
  return entry && { code, nameTh: entry.nameTh, nameEn: entry.nameEn };
}

export function isKnownArea(code: string): boolean {
  return entries.has(code);
}

/** Five digits, told for subdistricts only: a district may have several. */
export function postcodeOf(code: string): string | undefined {
  return entries.get(code)?.postcode ?? undefined;
}

/** Codes of the subdistricts that lie in a province, a district or are it, in ascending order. */
export function subdistrictsOf(prefix: string): readonly string[] {
  return subdistricts.filter((code) => code.startsWith(prefix));
}

interface Entry {
  readonly nameTh: string;
  readonly nameEn: string | null;
  readonly postcode: string | null;
}

const entries = readEntries(JSON.parse(readFileSync(path.join(import.meta.dirname, 'areas.json'), 'utf8')));
const subdistricts = [...entries.keys()].filter((code) => code.length === 6).toSorted();

function readEntries(file: unknown): ReadonlyMap<string, Entry> {
  if (typeof file !== 'object' || file === null || !('areas' in file)) throw new TypeError('areas.json has no areas');
  const { areas } = file;
  if (typeof areas !== 'object' || areas === null) throw new TypeError('areas.json has no areas');
  return new Map(Object.entries(areas).map(([code, columns]: [string, unknown]) => [code, readEntry(code, columns)]));
}

function readEntry(code: string, columns: unknown): Entry {
  const [nameTh, nameEn, postcode]: readonly unknown[] = Array.isArray(columns) ? columns : [];
  if (typeof nameTh !== 'string') throw new TypeError(`areas.json: ${code} has no Thai name`);
  return { nameTh, nameEn: textOrNull(nameEn), postcode: textOrNull(postcode) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
