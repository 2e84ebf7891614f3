import { readFileSync } from 'node:fs';
import { catalogueFile } from './compose.ts';

/** The catalogue's own date: the day of the demo. */
export function demoDay(): string {
  const catalogue: unknown = JSON.parse(readFileSync(catalogueFile, 'utf8'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- composed by us; the join checks it whole
  return (catalogue as { meta: { asOf: string } }).meta.asOf;
}
