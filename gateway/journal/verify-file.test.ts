import { createHash } from 'node:crypto';
import { chmod, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLines } from './export.ts';
import { flipByte, newFolder } from './harness.ts';
import { openJournal } from './journal.ts';
import { aHouse, aRecord } from './sample-records.ts';
import { openSqlite } from './sqlite-connection.ts';
import { openSqliteReader } from './sqlite-reader.ts';
import { verifyJournal } from './verify-journal.ts';

interface Files {
  readonly folder: string;
  readonly database: string;
  readonly exported: string;
  readonly key: string;
}

/** Twenty records with checkpoints at 8, 16 and 20, closed, and the same as an export. */
async function closedJournal(): Promise<Files> {
  const folder = await newFolder();
  const exported = path.join(folder, 'export.ndjson');
  const journal = await openJournal({ dataDir: folder, checkpointRecords: 8 });
  for (let at = 1; at <= 20; at += 1) await journal.append(aRecord({ durationMs: at, households: [aHouse(at)] }));
  await journal.exportTo(exported);
  await journal.close();
  return {
    folder,
    exported,
    database: path.join(folder, 'journal.sqlite'),
    key: path.join(folder, 'journal-public-key.pem'),
  };
}

describe('a journal file', () => {
  it('verifies anywhere with the public key alone', async () => {
    const { database, key } = await closedJournal();
    const elsewhere = path.join(await newFolder(), 'copy');
    await copyFile(database, elsewhere);
    const report = await verifyJournal({ target: elsewhere, publicKeyFiles: [key] });
    expect(report).toMatchObject({ isIntact: true, records: 20, afterLastCheckpoint: 0 });
  });

  it('that was closed is found to be changed by any byte of it, also where no record is', async () => {
    const { database } = await closedJournal();
    const size = (await readFile(database)).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        await flipByte(database, at, 1 << bit);
        const report = await verifyJournal({ target: database }).catch(() => undefined);
        await flipByte(database, at, 1 << bit);
        expect(report?.isIntact ?? false).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(await verifyJournal({ target: database })).toMatchObject({ isIntact: true });
  });

  it('that was closed, opened again and written by a process that crashed is not taken for changed', async () => {
    const { folder } = await closedJournal();
    const copy = await newFolder();
    const journal = await openJournal({ dataDir: folder });
    await journal.append(aRecord());
    for (const name of await readdir(folder)) await copyFile(path.join(folder, name), path.join(copy, name));
    await journal.close();
    expect(await verifyJournal({ target: copy })).toMatchObject({ isIntact: true, records: 21 });
    // Some other tool takes the log in.
    const tool = await openSqlite(path.join(copy, 'journal.sqlite'), 'WRITE');
    await tool.exec('pragma wal_checkpoint(truncate)');
    await tool.close();
    expect(await verifyJournal({ target: copy })).toMatchObject({ isIntact: true, records: 21 });
  });

  it('with a fingerprint that somebody else made of it is found to be changed', async () => {
    const { database } = await closedJournal();
    const name = `${database}.fingerprint.json`;
    const fingerprint: object = JSON.parse(await readFile(name, 'utf8'));
    await flipByte(database, 26, 1);
    const bytes = await readFile(database);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(name, JSON.stringify({ ...fingerprint, sha256 }));
    expect(await verifyJournal({ target: database })).toMatchObject({ isIntact: false });
  });

  it('that was put away is found to be changed by any byte of it', async () => {
    const folder = await newFolder();
    const journal = await openJournal({ dataDir: folder });
    await journal.append(aRecord());
    const file = path.join(folder, (await journal.rotate()) ?? '');
    await journal.close();
    expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 1 });
    await chmod(file, 0o600);
    // Bytes 24 to 27 count changes and mean nothing to a reader.
    await flipByte(file, 26, 1);
    expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: false });
  });

  it('with any byte flipped is found to be changed, or says in every record, checkpoint and lookup what it said', async () => {
    const { database, key } = await closedJournal();
    const copy = path.join(await newFolder(), 'copy.sqlite');
    const size = (await readFile(database)).length;
    const said = await contentOf(database);
    let found = 0;
    const flip = fc.record({ at: fc.integer({ min: 0, max: size - 1 }), bit: fc.integer({ min: 0, max: 7 }) });
    await fc.assert(
      fc.asyncProperty(flip, async ({ at, bit }) => {
        await copyFile(database, copy);
        await flipByte(copy, at, 1 << bit);
        const report = await verifyJournal({ target: copy, publicKeyFiles: [key] }).catch(() => undefined);
        const isFound = report?.isIntact !== true;
        found += Number(isFound);
        expect(isFound || (await contentOf(copy)).join('\n') === said.join('\n')).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('with any byte of a record, a hash, a lookup row or a signature flipped is found to be changed', async () => {
    const { database, key } = await closedJournal();
    const copy = path.join(await newFolder(), 'copy.sqlite');
    const bytes = await readFile(database);
    const places = (await contentOf(database)).flatMap((text) => placesOf(bytes, text));
    const flip = fc.record({
      place: fc.constantFrom(...places),
      within: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    const said = (await contentOf(database)).join('\n');
    let found = 0;
    await fc.assert(
      fc.asyncProperty(flip, fc.integer({ min: 0, max: 7 }), async ({ place, within }, bit) => {
        await copyFile(database, copy);
        await flipByte(copy, place.at + Math.floor(within * place.length), 1 << bit);
        const report = await verifyJournal({ target: copy, publicKeyFiles: [key] }).catch(() => undefined);
        const isFound = report?.isIntact !== true;
        found += Number(isFound);
        // SQLite leaves behind what it has moved to another page: such a remnant is nobody's record any more.
        expect(isFound || (await contentOf(copy)).join('\n') === said).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(90);
  });
});

describe('an exported file', () => {
  it('verifies like the journal, with its checkpoints', async () => {
    const { exported, key } = await closedJournal();
    const report = await verifyJournal({ target: exported, publicKeyFiles: [key] });
    expect(report).toMatchObject({
      isIntact: true,
      records: 20,
      afterLastCheckpoint: 0,
      segments: [{ checkpoints: 3, firstSequence: 1, lastSequence: 20 }],
    });
  });

  it('with any byte flipped is found to be changed', async () => {
    const { exported, key } = await closedJournal();
    const copy = path.join(await newFolder(), 'copy.ndjson');
    const size = (await readFile(exported)).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 2 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        await copyFile(exported, copy);
        await flipByte(copy, at, 1 << bit);
        const report = await verifyJournal({ target: copy, publicKeyFiles: [key] }).catch(() => undefined);
        expect(report?.isIntact ?? false).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('with a line that says the same in another spelling is found to be changed', async () => {
    const { exported, key } = await closedJournal();
    const copy = path.join(await newFolder(), 'copy.ndjson');
    const text = await readFile(exported, 'utf8');
    await writeFile(copy, text.replace('"sequence":5', '"sequence": 5'));
    expect(await verifyJournal({ target: copy, publicKeyFiles: [key] })).toMatchObject({ isIntact: false });
  });

  it('with a line taken out, doubled or swapped is found to be changed', async () => {
    const { exported, key } = await closedJournal();
    const copy = path.join(await newFolder(), 'copy.ndjson');
    const lines = (await readFile(exported, 'utf8')).trimEnd().split('\n');
    const changes = [
      (at: number) => lines.toSpliced(at, 1),
      (at: number) => lines.toSpliced(at, 0, lines[at] ?? ''),
      (at: number) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
    ];
    for (let at = 0; at < lines.length - 1; at += 1) {
      for (const change of changes) {
        await writeFile(copy, `${change(at).join('\n')}\n`);
        const report = await verifyJournal({ target: copy, publicKeyFiles: [key] });
        expect(report.isIntact, `line ${at + 1}`).toBe(false);
      }
    }
  });

  it('is not written over another file', async () => {
    const { folder, exported } = await closedJournal();
    const journal = await openJournal({ dataDir: folder });
    await expect(journal.exportTo(exported)).rejects.toMatchObject({
      code: 'JOURNAL_NOT_DONE',
      details: { problem: 'there is a file of that name already' },
    });
    await journal.close();
  });
});

describe('verifying', () => {
  it('a journal that is not there says so', async () => {
    const folder = await newFolder();
    await expect(verifyJournal({ target: path.join(folder, 'gone') })).rejects.toMatchObject({
      code: 'JOURNAL_FILE_UNREADABLE',
    });
    const { key } = await closedJournal();
    await expect(verifyJournal({ target: folder, publicKeyFiles: [key] })).rejects.toMatchObject({
      code: 'JOURNAL_FILE_UNREADABLE',
    });
  });

  it('without a public key says which file is missing', async () => {
    const { database } = await closedJournal();
    const folder = await newFolder();
    await copyFile(database, path.join(folder, 'journal.sqlite'));
    await expect(verifyJournal({ target: folder })).rejects.toMatchObject({ code: 'JOURNAL_KEY_INVALID' });
  });

  it('finds a journal that was put back from an old backup by a checkpoint that was kept elsewhere', async () => {
    const folder = await newFolder();
    const anchors = path.join(await newFolder(), 'anchors');
    const journal = await openJournal({ dataDir: folder });
    await journal.append(aRecord());
    await journal.rotate();
    await journal.append(aRecord());
    const checkpoint = await journal.checkpoint();
    await journal.close();
    await writeFile(anchors, `${JSON.stringify(checkpoint)}\n`);
    const target = path.join(folder, 'journal-1-1.sqlite');
    expect(await verifyJournal({ target })).toMatchObject({ isIntact: true });
    const report = await verifyJournal({ target, anchorFile: anchors });
    expect(report.segments[0]?.problems).toMatchObject([{ kind: 'RECORDS_MISSING', from: 2, to: 2 }]);
    expect(await verifyJournal({ target: folder, anchorFile: anchors })).toMatchObject({ isIntact: true });
  });

  it('tells how many records come before the first segment that is there', async () => {
    const folder = await newFolder();
    const journal = await openJournal({ dataDir: folder });
    await journal.append(aRecord());
    await journal.append(aRecord());
    await journal.rotate();
    await journal.append(aRecord());
    await journal.close();
    const report = await verifyJournal({ target: path.join(folder, 'journal.sqlite') });
    expect(report).toMatchObject({ isIntact: true, before: 2, records: 1 });
  });
});

/** Every record with its hash, every checkpoint, and every lookup row, as texts that are in the file as they are. */
async function contentOf(file: string): Promise<string[]> {
  const reader = await openSqliteReader(file);
  try {
    const lines: string[] = [];
    for await (const line of exportLines(reader)) lines.push(line);
    const records = await reader.records(0, 1000);
    const lookups = (await reader.lookups(0, 1000)) ?? [];
    const checkpoints = await reader.checkpoints(0, 1000);
    return [
      ...records.flatMap(({ hash, previousHash, text }) => [hash, previousHash, Buffer.from(text).toString()]),
      ...checkpoints.flatMap(({ signature, at, keyId }) => [signature, at, keyId]),
      ...lookups.map(({ kind, key }) => `${kind}${key}`),
      ...lines.slice(0, 1).map((line) => /"signature":"(?<signature>\w+)"/u.exec(line)?.groups?.['signature'] ?? ''),
    ];
  } finally {
    await reader.close();
  }
}

function placesOf(bytes: Buffer, text: string): { at: number; length: number }[] {
  const places: { at: number; length: number }[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) {
    places.push({ at, length: Buffer.byteLength(text) });
  }
  return places;
}
