import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** Members come from facts; visits from `registries`, under `template-body`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
