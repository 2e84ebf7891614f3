/**
 * `node gateway/journal/bench.ts [seconds]`: what the journal costs: records per second and CPU per record with 1, 16 and
 * 64 callers at once, beside a plain insert of the same text in a transaction of its own, and the speed of a verification.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { openJournal } from './journal.ts';
import { aRecord } from './sample-records.ts';

interface Measured {
  readonly name: string;
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const runMs = Number(process.argv[2] ?? '3') * 1000;
const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-bench-'));
try {
  const rows = [await plainInsert(1), ...(await journalRows([1, 16, 64]))];
  for (const { name, perSecond, cpuMicroseconds, p50Ms, p99Ms } of rows) {
    const numbers = [`${perSecond.toFixed(0)}/s`, `${cpuMicroseconds.toFixed(0)} µs CPU`, `p50 ${p50Ms.toFixed(2)} ms`];
    print([name.padEnd(28), ...numbers.map((text) => text.padStart(14)), `p99 ${p99Ms.toFixed(2)} ms`].join(' '));
  }
  await verification();
} finally {
  await rm(folder, { recursive: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function journalRows(callers: readonly number[]): Promise<Measured[]> {
  const journal = await openJournal({ dataDir: folder });
  const record = aRecord();
  await measure('warm-up', 16, () => journal.append(record), 500);
  const rows: Measured[] = [];
  for (const count of callers) {
    rows.push(await measure(`journal, ${count} at once`, count, () => journal.append(record), runMs));
  }
  await journal.close();
  return rows;
}

async function plainInsert(callers: number): Promise<Measured> {
  const database = new sqlite3.Database(path.join(folder, 'plain.sqlite'));
  const run = (sql: string, parameters: readonly string[] = []): Promise<void> =>
    new Promise((resolve, reject) => {
      database.run(sql, parameters, (error: Error | null) => (error === null ? resolve() : reject(error)));
    });
  await run('pragma journal_mode = wal');
  await run('pragma synchronous = full');
  await run('create table plain (id integer primary key, record text not null)');
  const text = JSON.stringify(aRecord());
  const insert = database.prepare('insert into plain (record) values (?)');
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      insert.run([text], (error: Error | null) => (error === null ? resolve() : reject(error)));
    });
  await measure('warm-up', callers, one, 300);
  const measured = await measure('plain insert, 1 at a time', callers, one, runMs);
  insert.finalize();
  database.close();
  return measured;
}

async function measure(name: string, callers: number, one: () => Promise<unknown>, ms: number): Promise<Measured> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      const before = performance.now();
      await one();
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    name,
    perSecond: times.length / seconds,
    cpuMicroseconds: (user + system) / times.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

async function verification(): Promise<void> {
  const journal = await openJournal({ dataDir: folder });
  const before = performance.now();
  const { records, isIntact } = await journal.verify();
  const seconds = (performance.now() - before) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  print(
    `verified ${records} records in ${seconds.toFixed(1)} s (${isIntact ? 'intact' : 'NOT INTACT'}), ${memory} MiB resident`,
  );
  // The first one may have to verify everything; from then on only what is new.
  for (let verified = false; !verified;) {
    const asked = performance.now();
    ({ verified } = await journal.statement({ houseCode: '99990000011' }));
    print(`a statement in ${(performance.now() - asked).toFixed(0)} ms, ${verified ? 'verified' : 'not yet verified'}`);
  }
  const again = performance.now();
  await journal.statement({ houseCode: '99990000011' });
  print(`and another one in ${(performance.now() - again).toFixed(0)} ms`);
  await journal.close();
}
