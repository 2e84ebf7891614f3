import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { z } from 'zod';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { stampInProcess } from './access/access.ts';
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

async function countHouseholds({ engine }: Embedded): Promise<number> {
  const document = parse('{ households(first: 1) { totalCount } }');
  const { text = 'null' } = await engine.execute({ document, stamp: stampInProcess(ourselves) });
  const data: unknown = JSON.parse(text);
  return z.object({ households: z.object({ totalCount: z.number() }) }).parse(data).households.totalCount;
}

/** Counting is nobody's look at a household, so the journal has nothing of it. */
const ourselves: AccessContext = {
  principal: { subject: 'samutphok', role: 'caseworker', areas: ['*'], body: null, scopes: new Set(), expiresAt: 0 },
  purpose: null,
  caseNumber: null,
  breakGlass: null,
};

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
