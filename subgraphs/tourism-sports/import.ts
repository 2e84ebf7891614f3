import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** Athletes and tourism workers come from facts; results, licences and homestays from `registries.tourism-sports`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
