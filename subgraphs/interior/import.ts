import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** House, persons, survey, meter and damage; who a person is comes from `identity`, the rest from facts. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
