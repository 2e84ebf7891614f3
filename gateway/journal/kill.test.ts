import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newFolder } from './harness.ts';
import { openSqliteReader } from './sqlite-reader.ts';
import { verifyJournal } from './verify-journal.ts';

const kills = 50;

test(
  'a process that is killed fifty times while it appends has left the record of every receipt, and the chain is whole',
  { timeout: 240_000 },
  async () => {
    const dataDir = await newFolder();
    const receipts = new Map<number, string>();
    for (let round = 0; round < kills; round += 1) {
      for (const [sequence, hash] of await killedWhileAppending(dataDir, Math.random() * 40)) {
        expect(receipts.has(sequence), `record ${sequence} was receipted twice`).toBe(false);
        receipts.set(sequence, hash);
      }
    }
    const report = await verifyJournal({ target: dataDir });
    expect(report).toMatchObject({ isIntact: true, segments: [{ problems: [] }] });
    const reader = await openSqliteReader(path.join(dataDir, 'journal.sqlite'));
    const stored = new Map((await reader.records(0, 1_000_000)).map(({ sequence, hash }) => [sequence, hash]));
    await reader.close();
    expect(receipts.size).toBeGreaterThan(kills);
    expect([...receipts].filter(([sequence, hash]) => stored.get(sequence) !== hash)).toEqual([]);
  },
);

/** The receipts that the child printed before SIGKILL, which comes `delayMs` after the first of them. */
async function killedWhileAppending(dataDir: string, delayMs: number): Promise<(readonly [number, string])[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'kill-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const exited = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const started = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      resolve(undefined);
    });
  });
  await Promise.race([started, exited]);
  // The one place where time has to pass: the moment of the kill is what is tried.
  await wait(delayMs);
  child.kill('SIGKILL');
  await exited;
  expect(complaints).not.toMatch(/error/iu);
  // A line without its end is a receipt that nobody has read.
  const lines = printed.slice(0, printed.lastIndexOf('\n') + 1).split('\n');
  return lines.filter((line) => line !== '').map((line) => [Number(line.split(' ')[0]), line.split(' ')[1] ?? '']);
}
