import { rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { registry } from './data.ts';

/** The two artist registers come from facts; honours, skills, works, groups and grants from `registries.culture`. */
export function importExtract(extract: BodyExtract): TableRows {
  return rowsOf(registry, extract);
}
