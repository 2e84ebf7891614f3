import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConformance } from '../../gateway/app/conformance/conformance.ts';
import { makeCallKey, type CallKey } from './call-key.ts';
import { fisheriesSdl, houses, samplesFile } from './fisheries.ts';

/** Not on every machine: then there is nothing to try. */
const hasPython = spawnSync('python3', ['-c', 'import graphql, cryptography']).status === 0;

let key: CallKey;
let child: ChildProcessByStdio<Writable, Readable, null>;

beforeAll(async () => {
  key = await makeCallKey();
});

afterAll(async () => {
  child?.kill();
  await key.close();
});

/** Resolves with the address when it listens. */
async function startPython(): Promise<URL> {
  child = spawn('python3', [path.join(import.meta.dirname, 'python_subgraph.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ sdl: fisheriesSdl, jwks: JSON.parse(key.jwks), houses: [...houses.values()] }));
  const [port] = await once(child.stdout, 'data');
  return new URL(`http://127.0.0.1:${String(port).trim()}/graphql`);
}

describe.skipIf(!hasPython)('a subgraph in Python', () => {
  it('is certified as a fourteenth body', async () => {
    const result = await testConformance({
      url: await startPython(),
      body: 'fisheries',
      samples: samplesFile,
      keyFile: key.file,
      deadlineMs: 20_000,
      maxMs: 200_000,
      language: 'en',
    });
    expect(result).toMatchObject({ certified: true, text: expect.not.stringContaining('✗') });
  }, 240_000);
});
