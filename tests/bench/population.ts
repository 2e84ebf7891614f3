import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Chiang Mai, as in the demo. */
export const areaOfBench = '50';
const randomSeed = '2565';

/** The worked household that has something of almost every body. */
export const workedHouse = '99990000011';

const bin = path.join(import.meta.dirname, '../../gateway/cli/bin.js');
const workedCases = path.join(import.meta.dirname, '../../subgraphs/_population/worked-cases.json');
const dataRoot = path.join(import.meta.dirname, '../../data');

/** How a data folder was loaded. */
export interface Loaded {
  readonly dataDir: string;
  readonly households: number;
  /** Wall and processor time of loading the generated households, and the most memory that took. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/**
 * A data folder with the worked cases and so many generated households. Loaded once, by the product's own commands in
 * a process of their own, and kept for the next run; one that was broken off is loaded anew.
 */
export async function loadedPopulation(households: number): Promise<Loaded> {
  const dataDir = path.join(dataRoot, `bench-${households}`);
  const marker = path.join(dataDir, 'bench.json');
  if (existsSync(marker)) return JSON.parse(await readFile(marker, 'utf8')) as Loaded;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  console.log(`  loading ${households.toLocaleString('en')} households into data/${path.basename(dataDir)} (once) …`);
  await samutphok(['import', workedCases, '--data', dataDir]);
  const seeded = await samutphok([
    'seed',
    `--households=${households}`,
    `--area=${areaOfBench}`,
    `--random-seed=${randomSeed}`,
    `--data=${dataDir}`,
  ]);
  const loaded: Loaded = { dataDir, households, ...seeded };
  await writeFile(marker, JSON.stringify(loaded));
  return loaded;
}

type Usage = Pick<Loaded, 'seconds' | 'cpuSeconds' | 'peakMiB'>;

/** Runs a command of the product; it tells its own usage when it ends. */
async function samutphok(args: readonly string[]): Promise<Usage> {
  const started = performance.now();
  const reporter = path.join(import.meta.dirname, 'report-usage.ts');
  const child = spawn(process.execPath, ['--import', reporter, bin, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let trouble = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    trouble = (trouble + chunk.toString()).slice(-500);
  });
  let usage = { cpuSeconds: Number.NaN, peakMiB: Number.NaN };
  child.on('message', (told) => {
    usage = told as typeof usage;
  });
  const status = await new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  if (status !== 0) throw new Error(`samutphok ${args[0] ?? ''} ended with status ${String(status)}: ${trouble}`);
  return { ...usage, seconds: (performance.now() - started) / 1000 };
}
