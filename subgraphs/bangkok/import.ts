import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** The community is told by facts; ledgers, pupils and visits come from `registries.bangkok`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
