import path from 'node:path';
import { generateHouseholds } from '../../subgraphs/_population/generate.ts';
import {
  importHouseholds,
  type ImportOptions,
  type ImportResult,
} from '../../subgraphs/_population/import-households.ts';
import { readHouseholdFile } from '../../subgraphs/_population/source.ts';
import type { Config } from '../config/config.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs } from './subgraphs.ts';

/** The worked households of the domain material, in the shape of an extract. */
export const workedCases: string = path.join(import.meta.dirname, '../../subgraphs/_population/worked-cases.json');

export type ImportSummary = Pick<ImportResult, 'imported' | 'refused'>;

export interface SeedRequest {
  readonly households: number;
  /** Prefix of the areas to spread over: 2, 4 or 6 digits. */
  readonly area: string;
  readonly seed: number;
}

/** Opens the bodies' stores for one piece of work and closes them whatever comes of it. */
export async function withStores<T>(config: Config, work: (stores: OpenSubgraphs) => Promise<T>): Promise<T> {
  const stores = await openSubgraphs(await discoverSubgraphs(), config);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** Loads a file of household extracts. Throws IMPORT_FILE_UNREADABLE and BODY_STORE_FAILED. */
export function importFile(file: string, { bodies }: OpenSubgraphs, options?: ImportOptions): Promise<ImportResult> {
  return importHouseholds(readHouseholdFile(file), bodies, options);
}

/** Generates a population and loads it; the same seed gives the same people. */
export function seed(request: SeedRequest, { bodies }: OpenSubgraphs, options?: ImportOptions): Promise<ImportResult> {
  return importHouseholds(generateHouseholds(request), bodies, options);
}
