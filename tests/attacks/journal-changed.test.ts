import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, startAttacked, workedFolder } from '../support/attack-server.ts';
import { operation, ownHouse, query } from './attack.ts';
import { exchange } from '../support/attack-wire.ts';
import { forgeFor } from '../support/attack-tokens.ts';

/* What somebody does to a journal whose server has ended, and what `samutphok journal verify` says to that. */

const cli = path.join(import.meta.dirname, '../../gateway/cli/bin.js');
const looks = 6;

let dataDir: string;
let exported: string;

beforeAll(async () => {
  dataDir = await workedFolder();
  const server = await startAttacked(dataDir);
  const token = await server.token({ role: 'caseworker', areas: ['50'] });
  const by = { host: `127.0.0.1:${server.port}`, token, forge: await forgeFor(dataDir, token) };
  const body = query(`{ household(houseCode: "${ownHouse}") { houseCode } }`);
  for (let look = 1; look <= looks; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that their order is known
    await exchange(operation(by, body, { 'x-case': `LOOK-${look}` }), { port: server.port });
  }
  await server.end();
  exported = path.join(dataDir, 'export.ndjson');
  await samutphok('journal', 'export', exported, '--data', dataDir);
}, 240_000);

afterAll(() => removeFolder(dataDir));

describe('samutphok journal verify', () => {
  it('finds the journal of a server that has ended sound, and what was exported of it', async () => {
    expect(await samutphok('journal', 'verify', dataDir)).toMatchObject({ status: 0 });
    const { status, stdout } = await verifyExport((lines) => lines);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Sound: 6 records') });
  });

  it.each<[string, (lines: readonly string[], at: number) => readonly string[]]>([
    ['a flipped byte', (lines, at) => lines.map((line, nth) => (nth === at ? line.replace('LOOK-3', 'LOOK-2') : line))],
    ['a record that was removed', (lines, at) => lines.toSpliced(at, 1)],
    ['a record that was inserted', (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')],
    [
      'two records that changed places',
      (lines, at) => lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? ''),
    ],
  ])('finds %s in what was exported', async (_what, change) => {
    const { status, stdout } = await verifyExport(change);
    expect([status, stdout]).toEqual([1, expect.stringContaining('NOT SOUND')]);
  });

  it('finds a flipped byte in the file', async () => {
    const file = path.join(dataDir, 'journal.sqlite');
    const bytes = await readFile(file);
    const at = bytes.indexOf('LOOK-3') + 'LOOK-'.length;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(file, bytes);
    const { status, stdout } = await samutphok('journal', 'verify', dataDir);
    expect([status, stdout]).toEqual([1, expect.stringContaining('NOT SOUND')]);
  });
});

async function verifyExport(change: (lines: readonly string[], at: number) => readonly string[]): Promise<Ended> {
  const file = path.join(dataDir, 'changed.ndjson');
  const lines = (await readFile(exported, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('LOOK-3'));
  expect(at).toBeGreaterThan(0);
  await writeFile(file, change(lines, at).join('\n'));
  return samutphok('journal', 'verify', file, '--key', path.join(dataDir, 'journal-public-key.pem'));
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
}

async function samutphok(...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return { status: child.exitCode, stdout: Buffer.concat(chunks).toString('utf8') };
}
