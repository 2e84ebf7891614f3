import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { registryAt, sqlite } from './harness.ts';
import { sha256 } from './artefact.ts';
import { createSqlStore } from './sql-store.ts';

const kills = 10;

test(
  'a registry that is killed again and again while it publishes has kept whatever it receipted',
  { timeout: 120_000 },
  async () => {
    const place = await sqlite.newPlace();
    const receipts: Receipt[] = [];
    for (let round = 0; round < kills; round += 1) {
      receipts.push(...(await killedWhilePublishing(place.dataDir, 1 + Math.floor(Math.random() * 12))));
    }
    const sequences = receipts.map(({ sequence }) => sequence);
    expect(sequences.length).toBeGreaterThan(kills);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other));
    const registry = await registryAt(place);
    expect(registry.current()?.artefact.manifest.sequence).toBeGreaterThanOrEqual(sequences.at(-1) ?? 0);
    const store = createSqlStore(place.newDatabase());
    for (const { sequence, version, digest } of receipts) {
      const artefact = await store.artefact(sequence);
      expect(artefact?.manifest.sequence).toBe(sequence);
      if (version === 0) continue;
      expect(artefact?.manifest.bodies).toMatchObject([{ body: 'health', version }]);
      expect(sha256((await store.publication('health', version))?.sdl ?? '')).toBe(digest);
    }
    await store.close();
    const versions = (await registry.versions('health')).map(({ version }) => version);
    expect(versions).toEqual([...versions.keys()].map((at) => versions.length - at));
  },
);

interface Receipt {
  readonly sequence: number;
  /** 0 for a rollback. */
  readonly version: number;
  readonly digest: string;
}

/** The receipts that the child printed before SIGKILL, which comes in the midst of what follows `count` of them. */
async function killedWhilePublishing(dataDir: string, count: number): Promise<readonly Receipt[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'kill-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.split('\n').length > count) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
    .map(([sequence, version, digest = '']) => ({ sequence: Number(sequence), version: Number(version), digest }));
}
