import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose } from '../../gateway/app/compose.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs, type Subgraphs } from '../../gateway/app/subgraphs.ts';
import { importHouseholds } from '../../subgraphs/_population/import-households.ts';
import { readHouseholdFile, type SourceItem } from '../../subgraphs/_population/source.ts';

/** The worked households of the domain material. */
export const workedCases: string = path.join(import.meta.dirname, '../../subgraphs/_population/worked-cases.json');

/** The day of the worked cases. */
export const demoDay = '2022-08-10';

/** The worked household that has something of almost every body. */
export const workedHouse = '99990000011';

/** All fourteen subgraphs over a temporary data folder that holds the worked households. */
export interface WorkedBodies {
  readonly definitions: Subgraphs;
  readonly subgraphs: OpenSubgraphs;
  readonly supergraph: string;
  readonly dataDir: string;
  /** Loads further households. */
  readonly load: (items: AsyncIterable<SourceItem> | Iterable<SourceItem>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openWorkedBodies(): Promise<WorkedBodies> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  const definitions = await discoverSubgraphs();
  const { supergraph } = await compose(definitions);
  const subgraphs = await openSubgraphs(definitions, { dataDir, today: () => demoDay });
  const load = async (source: AsyncIterable<SourceItem> | Iterable<SourceItem>): Promise<void> => {
    const { refused } = await importHouseholds(source, subgraphs.bodies);
    if (refused[0] !== undefined) throw new Error(`${refused[0].path}: ${refused[0].problem}`);
  };
  await load(readHouseholdFile(workedCases));
  return {
    definitions,
    subgraphs,
    supergraph,
    dataDir,
    load,
    close: async () => {
      await subgraphs.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
