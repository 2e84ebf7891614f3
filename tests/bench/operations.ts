import { readFileSync } from 'node:fs';
import path from 'node:path';
import { areaOfBench } from './population.ts';

/** One operation as a client sends it. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The console's saved operations are what people ask: they are measured as they stand. */
function saved(name: string): string {
  const file = path.join(import.meta.dirname, '../../gateway/console/operations', `${name}.graphql`);
  return readFileSync(file, 'utf8');
}

/** The whole case file of one household: thirteen bodies and the join. */
export function wholeCaseFile(houseCode: string): Operation {
  return { name: 'household', query: saved('whole-case-file'), variables: { houseCode } };
}

/** A page of a district's households with their gaps: thirteen bodies and the join for all of them. */
export function page(first: number): Operation {
  return { name: `page of ${first}`, query: saved('district-households'), variables: { areaCode: areaOfBench, first } };
}
