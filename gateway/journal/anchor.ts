import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { isObject } from './record.ts';
import type { Checkpoint } from './signing.ts';

const anchorName = 'journal-head.json';

/**
 * The last checkpoint, kept beside the store: a journal that was deleted, cut off or put back from an old backup lacks
 * it, and then nothing is written until somebody has looked. Undefined where none was kept or it cannot be read.
 */
export async function readAnchor(dataDir: string): Promise<Checkpoint | undefined> {
  const text = await readFile(path.join(dataDir, anchorName), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseCheckpoint(text);
}

export async function writeAnchor(dataDir: string, checkpoint: Checkpoint): Promise<void> {
  const file = path.join(dataDir, anchorName);
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(checkpoint)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

/** A checkpoint from its JSON, or undefined. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { sequence, hash, at, previousSequence, keyId, signature } = value;
  if (typeof sequence !== 'number' || typeof previousSequence !== 'number') return undefined;
  if (typeof hash !== 'string' || typeof at !== 'string') return undefined;
  if (typeof keyId !== 'string' || typeof signature !== 'string') return undefined;
  return { sequence, hash, at, previousSequence, keyId, signature };
}
