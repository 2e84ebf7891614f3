import { ExtractFault, rowsOf, type BodyExtract, type TableRows } from '../_kit/import.ts';
import { carerLinks, registry } from './data.ts';

/**
 * Every fact of an extract has a column of its own here; histories come from `registries.social-welfare`. A carer
 * named there must be another member of the household.
 */
export function importExtract(extract: BodyExtract): TableRows {
  const rows = rowsOf(registry, extract);
  for (const [at, [, holder, carer]] of (rows.get(carerLinks.table) ?? []).entries()) {
    const place = `registries.${registry.body}.${carerLinks.key}[${at}].carer`;
    if (carer === holder) throw new ExtractFault(place, 'must be another person than the card holder');
    if (typeof carer === 'string' && !extract.members.includes(carer)) {
      throw new ExtractFault(place, 'is not a member of this household');
    }
  }
  return rows;
}
