import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKeySet } from './jwks.ts';
import { createKeySource, type KeySource, type KeySourceOptions } from './key-source.ts';
import { jwksReader } from './read-jwks.ts';
import { issuerKey, jwksOf, testClock, type IssuerKey, type TestClock } from './test-issuer.ts';

let first: IssuerKey;
let second: IssuerKey;
let directory: string;

beforeAll(async () => {
  [first, second] = await Promise.all([issuerKey('first', 'EdDSA'), issuerKey('second', 'ES256')]);
});
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'samutphok-keys-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

interface Harness {
  readonly source: KeySource;
  readonly clock: TestClock;
  readonly reads: () => number;
  /** What the provider serves from now on; null: it is down. */
  readonly serve: (text: string | null) => void;
}

function harness(options: Partial<KeySourceOptions> = {}, served: string | null = jwksOf(first)): Harness {
  const clock = testClock();
  let text = served;
  let reads = 0;
  const read = (): Promise<string> => {
    reads += 1;
    return text === null ? Promise.reject(new TypeError('down')) : Promise.resolve(text);
  };
  const source = createKeySource({ read, clock, ...options });
  return {
    source,
    clock,
    reads: () => reads,
    serve: (next) => {
      text = next;
    },
  };
}

describe('a key source', () => {
  it('reads the set once for many who ask at once', async () => {
    const { source, reads } = harness();
    const found = await Promise.all(Array.from({ length: 50 }, () => source.find('first')));
    expect(found.every((key) => key?.algorithm === 'EdDSA')).toBe(true);
    expect(reads()).toBe(1);
  });

  it('reads again for an unknown name, at most once in a cooldown', async () => {
    const { source, reads, clock, serve } = harness();
    await source.find('first');
    serve(jwksOf(first, second));
    expect(await source.find('second')).toBeUndefined();
    expect(reads()).toBe(1);
    clock.pass(30_000);
    expect(await source.find('second')).toMatchObject({ algorithm: 'ES256' });
    for (let at = 0; at < 100; at += 1) await source.find(`storm-${at}`);
    expect(reads()).toBe(2);
  });

  it('forgets a key that the provider has withdrawn, after ten minutes', async () => {
    const { source, clock, serve } = harness({}, jwksOf(first, second));
    await source.find('first');
    serve(jwksOf(second));
    clock.pass(600_001);
    await source.find('first');
    await new Promise(setImmediate);
    expect(await source.find('first')).toBeUndefined();
  });

  it('keeps the last good set through an outage, for a day', async () => {
    const { source, clock, serve } = harness();
    await source.find('first');
    serve(null);
    clock.pass(86_000_000);
    expect(await source.find('first')).toBeDefined();
    clock.pass(600_000);
    await expect(source.find('first')).rejects.toThrow('no verification keys');
    serve(jwksOf(first));
    clock.pass(30_000);
    expect(await source.find('first')).toBeDefined();
  });

  it('does not let a broken set take the place of a good one', async () => {
    const { source, clock, serve } = harness();
    await source.find('first');
    for (const broken of ['', 'null', '{"keys":[]}', '<html>']) {
      serve(broken);
      clock.pass(700_000);
      await source.find('first');
      await new Promise(setImmediate);
      expect(await source.find('first')).toBeDefined();
    }
  });

  it('starts from the copy on disk when the provider is down, if the copy is of that place and not too old', async () => {
    const file = path.join(directory, 'identity', 'jwks.json');
    const copy = { file, place: 'https://a.example/jwks' };
    await harness({ copy }).source.find('first');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await harness({ copy }, null).source.find('first')).toBeDefined();
    await expect(harness({ copy: { file, place: 'other' } }, null).source.find('first')).rejects.toThrow(TypeError);
    const late = harness({ copy }, null);
    late.clock.pass(86_400_001);
    await expect(late.source.find('first')).rejects.toThrow(TypeError);
    const kept = await readFile(file, 'utf8');
    await writeFile(file, kept.slice(0, -20));
    await expect(harness({ copy }, null).source.find('first')).rejects.toThrow(TypeError);
  });

  it('works without being able to write its copy', async () => {
    const faults: unknown[] = [];
    const copy = { file: path.join(directory, 'is-a-file', 'jwks.json'), place: 'x' };
    await writeFile(path.join(directory, 'is-a-file'), '');
    const { source } = harness({ copy, onFault: (fault) => faults.push(fault) });
    expect(await source.find('first')).toBeDefined();
    expect(faults).toHaveLength(1);
  });
});

describe('a key set', () => {
  it('leaves out what cannot verify a token of ours', async () => {
    const weak = await readKeySetOf({ kty: 'oct', k: 'c2VjcmV0' });
    expect([...weak.keys()]).toEqual(['first']);
    for (const other of [
      { ...second.jwk, use: 'enc' },
      { ...second.jwk, key_ops: ['sign'] },
      { ...second.jwk, alg: 'HS256' },
      { ...second.jwk, kid: '' },
      { ...second.jwk, kid: 'k'.repeat(65) },
      { ...second.jwk, kid: 7 },
      { kty: 'OKP', crv: 'X25519', x: first.jwk.x, kid: 'x' },
      null,
      'text',
    ]) {
      expect([...(await readKeySetOf(other)).keys()]).toEqual(['first']);
    }
  });

  it('is refused with two keys of one name, with none, and with hundreds', async () => {
    await expect(readKeySetOf({ ...second.jwk, kid: 'first' })).rejects.toThrow(TypeError);
    await expect(readKeySet('{"keys":[]}')).rejects.toThrow(TypeError);
    await expect(readKeySet(JSON.stringify({ keys: Array(51).fill(null) }))).rejects.toThrow(TypeError);
  });
});

function readKeySetOf(other: unknown): ReturnType<typeof readKeySet> {
  return readKeySet(JSON.stringify({ keys: [other, first.jwk] }));
}

describe('the configured place of the keys', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server = undefined;
  });

  async function serve(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
    const started = createServer((_request, response) => response.writeHead(status, headers).end(body));
    server = started;
    await new Promise<void>((resolve) => {
      started.listen(0, '127.0.0.1', resolve);
    });
    const address = started.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/jwks`;
  }

  it('may be a file or an address on this machine', async () => {
    const file = path.join(directory, 'jwks.json');
    await writeFile(file, jwksOf(first));
    expect(await jwksReader(file)()).toBe(jwksOf(first));
    expect(await jwksReader(await serve(200, jwksOf(first)))()).toBe(jwksOf(first));
  });

  it('is refused over plain http elsewhere and in other protocols', () => {
    for (const place of [
      'http://issuer.example/jwks',
      'ftp://issuer.example/jwks',
      'data:,x',
      'http://127.0.0.1.evil/',
    ]) {
      expect(() => jwksReader(place)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    }
  });

  it('is not believed when it redirects, fails or sends too much', async () => {
    for (const [status, body] of [
      [302, ''],
      [500, jwksOf(first)],
      [200, 'x'.repeat(300_000)],
    ] as const) {
      await expect(jwksReader(await serve(status, body, { location: 'http://127.0.0.1:9/' }))()).rejects.toThrow(
        TypeError,
      );
      server?.close();
    }
  });
});
