import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fakeClock, journalAt, newFolder, type FakeClock, type Place } from './harness.ts';
import { openJournal, type Journal } from './journal.ts';
import { aRecord } from './sample-records.ts';
import { openSqlite } from './sqlite-connection.ts';
import { SqliteHandle } from './sqlite-handle.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { verifyJournal } from './verify-journal.ts';

const unavailable = { code: 'JOURNAL_UNAVAILABLE' };

test('a file that nobody may write refuses records, and is written again when it may be', async () => {
  const { journal, clock, file } = await filled(3);
  await chmod(file, 0o444);
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
  expect(journal.state()).toMatchObject({ problem: 'the file is read-only' });
  await chmod(file, 0o600);
  clock.advance(1000);
  await appendsAs(journal, 4);
});

test('a full disk refuses records, keeps what it receipted, and takes them again when there is room', async (context) => {
  const folder = mountedFolder(context.skip);
  const ballast = path.join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(400_000));
  const { journal, clock } = await filled(1, folder);
  const receipted = await fillUp(journal);
  expect(journal.state()).toMatchObject({ kind: 'DOWN', problem: expect.stringMatching(/disk/u) });
  clock.advance(1000);
  await expect(journal.append(aRecord({ breakGlass: 'x'.repeat(20_000) }))).rejects.toMatchObject(unavailable);
  await rm(ballast);
  clock.advance(1000);
  const { sequence } = await journal.append(aRecord());
  expect(sequence).toBeGreaterThan(receipted);
  expect(await journal.verify()).toMatchObject({ isIntact: true, lastSequence: sequence });
});

test('a database that may not grow refuses records and loses none that it receipted', async () => {
  const folder = await newFolder();
  const file = path.join(folder, 'journal.sqlite');
  const journal = await openJournal({ dataDir: folder, store: createSqliteStore({ file, maxPages: 40 }) });
  const receipted = await fillUp(journal);
  expect(journal.state()).toMatchObject({ problem: 'the disk is full' });
  await journal.close();
  const again = await journalAt(placeIn(folder));
  expect(await again.verify()).toMatchObject({ isIntact: true, lastSequence: receipted });
  await appendsAs(again, receipted + 1);
});

test('a file that another process keeps locked refuses records, and takes them when it lets go', async () => {
  const { journal, clock, file } = await filled(2);
  const other = await openSqlite(file, 'WRITE');
  await other.exec('begin immediate');
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
  expect(journal.state()).toMatchObject({ problem: 'another process keeps the file locked' });
  await other.exec('rollback');
  await other.close();
  clock.advance(1000);
  await appendsAs(journal, 3);
});

test('a reader in another process neither stops a record nor misses one', async () => {
  const { journal, folder } = await filled(2);
  const [report] = await Promise.all([verifyJournal({ target: folder }), journal.append(aRecord())]);
  expect(report.isIntact).toBe(true);
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 3 });
});

test.each([
  { what: 'the file', names: ['journal.sqlite'] },
  { what: 'its write-ahead log', names: ['journal.sqlite-wal'] },
  { what: 'the file, its log and its index', names: ['journal.sqlite', 'journal.sqlite-wal', 'journal.sqlite-shm'] },
])('deleting $what loses nothing: the next record brings it back', async ({ names }) => {
  const { journal, folder } = await filled(5);
  for (const name of names) await rm(path.join(folder, name));
  await appendsAs(journal, 6);
  // Seen from outside, as after a crash of this process.
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 6 });
  expect((await stat(path.join(folder, 'journal.sqlite'))).mode & 0o777).toBe(0o600);
  await appendsAs(journal, 7);
});

test('deleting the file while a record is being written loses nothing', async () => {
  const folder = await newFolder();
  const file = path.join(folder, 'journal.sqlite');
  const store = createSqliteStore({ file, lockTimeoutMs: 10_000 });
  const journal = await journalAt({ dataDir: folder, newStore: () => store });
  await journal.append(aRecord());
  // A lock keeps the write waiting between the look at the file and the commit.
  const other = await openSqlite(file, 'WRITE');
  await other.exec('begin immediate');
  const receipt = journal.append(aRecord());
  await other.all('select 1', []);
  await rm(file);
  await other.exec('rollback');
  expect(await receipt).toMatchObject({ sequence: 2 });
  await other.close();
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 2 });
});

test('deleting the file while another process reads it brings back the file and not the reader’s log', async () => {
  const { journal, folder, file } = await filled(300);
  const other = await openSqlite(file, 'WRITE');
  // From here on the log holds some of the pages: over another file they would be wrong.
  await other.exec('pragma wal_checkpoint(truncate)');
  await journal.append(aRecord({ households: [{ houseCode: '10000000001', areaCode: '10', shown: true }] }));
  await other.all('select * from journal_record', []);
  await rm(file);
  await appendsAs(journal, 302);
  await journal.close();
  await other.close();
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 302 });
});

test('a commit waits for the disk', async () => {
  const handle = new SqliteHandle({ file: path.join(await newFolder(), 'journal.sqlite') });
  expect(await handle.readAsWriter('pragma synchronous')).toEqual([{ synchronous: 2 }]);
  expect(await handle.readAsWriter('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  await handle.close();
});

test('deleting the data folder loses nothing but the keys, and those were already read', async () => {
  const { journal, folder, clock } = await filled(5);
  const keep = await newFolder();
  await copyFile(path.join(folder, 'journal-public-key.pem'), path.join(keep, 'key.pem'));
  await rm(folder, { recursive: true });
  await journal.append(aRecord()).catch(() => clock.advance(1000));
  await journal.append(aRecord());
  const report = await verifyJournal({ target: folder, publicKeyFiles: [path.join(keep, 'key.pem')] });
  expect(report).toMatchObject({ isIntact: true, records: 7 });
});

test('deleting the file and then stopping loses nothing', async () => {
  const { journal, folder, file } = await filled(5);
  await journal.checkpoint();
  await rm(file);
  await journal.close();
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 5 });
});

test('cutting the file short refuses records', async () => {
  const { journal, file } = await filled(5);
  await journal.rotate();
  await journal.append(aRecord());
  await truncate(file, 0);
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
});

test('another journal in its place is not written to, and the right one is taken when it comes back', async () => {
  const { journal, clock, file, folder } = await filled(3);
  const other = await filled(9, await newFolder(), 1);
  await other.journal.close();
  const away = path.join(await newFolder(), 'journal.sqlite');
  await rename(file, away);
  await rename(other.file, file);
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
  expect(journal.state()).toMatchObject({ problem: 'the file was replaced by another that lacks the last records' });
  await rename(away, file);
  clock.advance(1000);
  await appendsAs(journal, 4);
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 4 });
});

test('an older copy of itself in its place is not written to', async () => {
  const { journal, file, folder } = await filled(3);
  const copy = path.join(folder, 'copy');
  const source = await openSqlite(file, 'READ');
  await source.run('vacuum into ?', [copy]);
  await source.close();
  await journal.append(aRecord());
  await rename(copy, file);
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
});

test('a whole copy of itself in its place is taken', async () => {
  const { journal, file, folder } = await filled(3);
  const copy = path.join(folder, 'copy');
  const source = await openSqlite(file, 'READ');
  await source.run('vacuum into ?', [copy]);
  await source.close();
  for (const name of ['journal.sqlite-wal', 'journal.sqlite-shm']) await rm(path.join(folder, name));
  await rename(copy, file);
  await appendsAs(journal, 4);
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 4 });
});

test('a file that is no journal at the start is not overwritten, and is taken when it is one', async () => {
  const folder = await newFolder();
  const file = path.join(folder, 'journal.sqlite');
  await writeFile(file, 'a shopping list, and long enough to look like something'.repeat(100));
  const clock = fakeClock();
  const journal = await journalAt(placeIn(folder), { clock });
  expect(journal.state()).toMatchObject({ kind: 'DOWN', problem: 'the file is not a database' });
  await rm(file);
  clock.advance(1000);
  await appendsAs(journal, 1);
});

test('a data folder that is a file is told at the start and in each refusal', async () => {
  const folder = await newFolder();
  await writeFile(path.join(folder, 'taken'), '');
  const store = createSqliteStore({ file: path.join(folder, 'taken', 'journal.sqlite') });
  const journal = await openJournal({ dataDir: folder, store });
  expect(journal.state()).toMatchObject({ kind: 'DOWN' });
  await expect(journal.append(aRecord())).rejects.toMatchObject(unavailable);
  await expect(openJournal({ dataDir: path.join(folder, 'taken') })).rejects.toMatchObject(unavailable);
});

test('the journal, its log and the signing key are for their owner alone', async () => {
  const { folder } = await filled(1);
  const modes = new Map<string, number>();
  for (const name of await readdir(folder)) modes.set(name, (await stat(path.join(folder, name))).mode & 0o777);
  expect(Object.fromEntries(modes)).toMatchObject({
    'journal.sqlite': 0o600,
    'journal.sqlite-wal': 0o600,
    'journal-signing-key.pem': 0o600,
    'journal-public-key.pem': 0o644,
  });
});

function placeIn(folder: string): Pick<Place, 'dataDir' | 'newStore'> {
  const file = path.join(folder, 'journal.sqlite');
  return { dataDir: folder, newStore: () => createSqliteStore({ file, lockTimeoutMs: 50 }) };
}

async function filled(
  records: number,
  folder?: string,
  durationMs = 0,
): Promise<{ journal: Journal; clock: FakeClock; folder: string; file: string }> {
  const dataDir = folder ?? (await newFolder());
  await mkdir(dataDir, { recursive: true });
  const clock = fakeClock();
  const journal = await journalAt(placeIn(dataDir), { clock });
  for (let at = 0; at < records; at += 1) await journal.append(aRecord({ durationMs }));
  return { journal, clock, folder: dataDir, file: path.join(dataDir, 'journal.sqlite') };
}

async function appendsAs(journal: Journal, sequence: number): Promise<void> {
  expect(await journal.append(aRecord())).toMatchObject({ sequence });
  expect(await journal.verify()).toMatchObject({ isIntact: true, lastSequence: sequence });
}

/** Appends until it is refused; the last sequence that was receipted. */
async function fillUp(journal: Journal): Promise<number> {
  let last = 0;
  for (let at = 0; at < 1000; at += 1) {
    const receipt = await journal.append(aRecord({ breakGlass: 'x'.repeat(20_000) })).catch(() => undefined);
    if (receipt === undefined) return last;
    last = receipt.sequence;
  }
  throw new Error('it never filled up');
}

/** A file system of one megabyte; only root may mount one, so the test is skipped for others. */
function mountedFolder(skip: (note: string) => never): string {
  const folder = path.join('/tmp', `samutphok-journal-small-${crypto.randomUUID()}`);
  try {
    execFileSync('mkdir', [folder]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return skip('SKIPPED: only root can mount a small file system to fill');
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
    execFileSync('rmdir', [folder]);
  });
  return folder;
}
