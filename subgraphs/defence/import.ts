import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** Cards and the conscription roll come from facts; issues, tours, payments and calls from `registries.defence`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
