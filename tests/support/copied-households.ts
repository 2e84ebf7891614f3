import { readFileSync } from 'node:fs';
import type { SourceItem } from '../../subgraphs/_population/source.ts';
import { workedCases } from './worked-bodies.ts';

interface Extract {
  readonly household: object;
  readonly members: readonly object[];
}

/** The worked households over again under other house codes, their people without citizen numbers. */
export function copiedHouseholds(count: number): readonly SourceItem[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's own file; the importer looks at all of it
  const { scenarios } = JSON.parse(readFileSync(workedCases, 'utf8')) as { readonly scenarios: readonly Extract[] };
  return Array.from({ length: count }, (_, at) => ({
    line: at + 1,
    household: copyOf(scenarios[at % scenarios.length], String(99_980_000_000 + at)),
  }));
}

function copyOf(extract: Extract | undefined, houseCode: string): unknown {
  const members = extract?.members.map((member) => ({ ...member, citizenId: null }));
  return { ...extract, household: { ...extract?.household, houseCode }, members };
}
