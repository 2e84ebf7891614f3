import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ask } from './ask.ts';
import type { Embedded } from './embedded.ts';
import { importFile, workedCases } from './stores.ts';

/** What the demo loads besides the worked cases. */
export const demoPopulation = { households: 2000, area: '50', seed: 2565 } as const;

/**
 * Makes the demo's data: the worked cases at once, so that they answer when this resolves, and then the generated
 * households in a process of their own while the gateway answers. A run that was broken off is done again.
 */
export async function loadDemoPopulation(embedded: Embedded, dataDir: string): Promise<ChildProcess | undefined> {
  const marker = path.join(dataDir, 'population.json');
  if (await isComplete(marker)) return undefined;
  if ((await countHouseholds(embedded)) > 0 && !(await hasStarted(marker))) return undefined;
  await importFile(workedCases, embedded.subgraphs);
  await writeFile(marker, JSON.stringify({ ...demoPopulation, complete: false }));
  const { households, area, seed } = demoPopulation;
  const bin = path.join(import.meta.dirname, '../cli/bin.js');
  const child = spawn(
    process.execPath,
    [bin, 'seed', '--households', String(households), '--area', area, '--random-seed', String(seed), '--data', dataDir],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  child.on('exit', (status) => {
    if (status === 0) void writeFile(marker, JSON.stringify({ ...demoPopulation, complete: true }));
  });
  return child;
}

async function countHouseholds(embedded: Embedded): Promise<number> {
  const { data } = await ask(embedded, '{ households(first: 1) { totalCount } }');
  const connection = data?.['households'];
  return typeof connection === 'object' && connection !== null && 'totalCount' in connection
    ? Number(connection.totalCount)
    : 0;
}

async function hasStarted(marker: string): Promise<boolean> {
  return (await readMarker(marker)) !== undefined;
}

async function isComplete(marker: string): Promise<boolean> {
  return (await readMarker(marker))?.complete === true;
}

async function readMarker(marker: string): Promise<{ readonly complete?: boolean } | undefined> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this module; anything else is as if it were missing
    return JSON.parse(await readFile(marker, 'utf8')) as { readonly complete?: boolean };
  } catch {
    return undefined;
  }
}
