import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** Every fact of an extract has a column of its own here; histories come from `registries.education`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
