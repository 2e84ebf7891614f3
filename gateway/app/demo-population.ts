import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import { ask } from './ask.ts';
import type { Embedded } from './embedded.ts';
import { importFile, workedCases } from './stores.ts';

/** What the demo loads besides the worked cases. */
export const demoPopulation = { households: 2000, area: '50', seed: 2565 } as const;

/**
 * Loads the worked cases into an empty data folder, so that they answer when this resolves. True when the generated
 * households are still to be loaded: after this, or because an earlier run was broken off.
 */
export async function loadWorkedCases(embedded: Embedded, dataDir: string): Promise<boolean> {
  const marker = markerIn(dataDir);
  const state = await readMarker(marker);
  if (state?.complete === true) return false;
  if (state === undefined && (await countHouseholds(embedded)) > 0) return false;
  await importFile(workedCases, embedded.subgraphs);
  await writeFile(marker, JSON.stringify({ ...demoPopulation, complete: false }));
  return true;
}

/** Loads the generated households in a process of its own, which leaves the gateway the processor when it wants it. */
export function loadGenerated(dataDir: string): ChildProcess {
  const { households, area, seed } = demoPopulation;
  const bin = path.join(import.meta.dirname, '../cli/bin.js');
  const flags = ['--households', String(households), '--area', area, '--random-seed', String(seed), '--data', dataDir];
  const child = spawn(process.execPath, [bin, 'seed', ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, lowPriority);
  child.on('exit', (status) => {
    if (status === 0) void writeFile(markerIn(dataDir), JSON.stringify({ ...demoPopulation, complete: true }));
  });
  return child;
}

const lowPriority = 10;

async function countHouseholds(embedded: Embedded): Promise<number> {
  const { data } = await ask(embedded, '{ households(first: 1) { totalCount } }');
  const connection = data?.['households'];
  return typeof connection === 'object' && connection !== null && 'totalCount' in connection
    ? Number(connection.totalCount)
    : 0;
}

function markerIn(dataDir: string): string {
  return path.join(dataDir, 'population.json');
}

async function readMarker(marker: string): Promise<{ readonly complete?: boolean } | undefined> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this module; anything else is as if it were missing
    return JSON.parse(await readFile(marker, 'utf8')) as { readonly complete?: boolean };
  } catch {
    return undefined;
  }
}
