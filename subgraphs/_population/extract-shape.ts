import { isCivilDate } from '../_kit/calendar.ts';
import { ExtractFault } from '../_kit/import.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws ExtractFault for anything but an object. */
export function objectAt(value: unknown, path: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new ExtractFault(path, value === undefined ? 'is missing' : 'must be an object');
}

/** Absent or null is an empty list. Throws ExtractFault for anything but a list. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new ExtractFault(path, 'must be a list');
}

/** Throws ExtractFault for anything but text. */
export function textAt(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw new ExtractFault(path, value === undefined ? 'is missing' : 'must be text');
}

/** Absent or null is null. */
export function optionalText(value: unknown, path: string, maxLength: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.length > 0 && value.length <= maxLength && !/\p{Cc}/u.test(value))
    return value;
  throw new ExtractFault(path, `must be text of 1 to ${maxLength} characters`);
}

/** Absent or null is null. */
export function optionalDate(value: unknown, path: string): string | null {
  if (value === undefined || value === null) return null;
  if (isCivilDate(value)) return value;
  throw new ExtractFault(path, 'must be a date like 2022-08-10');
}

/** One of the words; absent or null is `otherwise`, and where there is none the word is missing. */
export function wordAt(
  value: unknown,
  path: string,
  words: readonly string[],
  otherwise?: string | null,
): string | null {
  if ((value === undefined || value === null) && otherwise !== undefined) return otherwise;
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new ExtractFault(path, value === undefined ? 'is missing' : `must be one of ${words.join(', ')}`);
}
