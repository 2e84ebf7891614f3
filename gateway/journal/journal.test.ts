import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { databases, fakeClock, hasPostgres, journalAt, newFolder, type Place } from './harness.ts';
import { aHouse, aRecord, noon } from './sample-records.ts';
import { chainHash } from './chain.ts';
import { openJournal, type Journal } from './journal.ts';
import { describeProblem, verifyJournal, type JournalReport, type VerifyJournalOptions } from './verify-journal.ts';
import path from 'node:path';
import { createPostgresStore } from './postgres-store.ts';
import type { JournalStore } from './store.ts';

test.skipIf(!hasPostgres)('PostgreSQL is there, so both databases are tested', () => {
  expect(databases).toHaveLength(2);
});

describe.each(databases)('the journal in $name', ({ newPlace }) => {
  it('gives receipts in the order of arrival, numbered without gaps, each linked to the one before', async () => {
    const journal = await journalAt(await newPlace());
    const receipts = await Promise.all(
      Array.from({ length: 40 }, (_, at) => journal.append(aRecord({ durationMs: at }))),
    );
    expect(receipts.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    const entries = await journal.search({ limit: 40 });
    expect(entries.map(({ record }) => record.durationMs)).toEqual(Array.from({ length: 40 }, (_, at) => 39 - at));
    expect(entries.map(({ hash }) => hash)).toEqual(receipts.map(({ hash }) => hash).toReversed());
    expect(await journal.verify()).toMatchObject({ isIntact: true, records: 40, firstSequence: 1, lastSequence: 40 });
  });

  it('keeps a record as it was given', async () => {
    const journal = await journalAt(await newPlace());
    const record = aRecord({
      breakGlass: 'น้ำท่วม "บ้าน" \u0000 \ud800 🏠 \u2028',
      principal: { subject: 'สมศรี\u0000\ud800', role: 'supervisor', areas: [], body: 'social-welfare' },
      households: [aHouse(1, null), { houseCode: 'ไม่ใช่รหัส\u0000', areaCode: '99x', shown: false }],
    });
    await journal.append(record);
    expect((await journal.search({ subject: 'สมศรี\u0000\ud800' }))[0]?.record).toEqual(record);
    expect(await journal.verify()).toMatchObject({ isIntact: true });
  });

  it('writes what arrives together in one group', async () => {
    const place = await newPlace();
    const groups: number[] = [];
    const store = place.newStore();
    const journal = await journalAt(place, {
      store: { ...store, append: (records) => (groups.push(records.length), store.append(records)) },
    });
    await Promise.all(Array.from({ length: 64 }, () => journal.append(aRecord())));
    expect(groups).toEqual([64]);
  });

  it('gathers a group while records come together, and writes a lone one at once', async () => {
    const place = await newPlace();
    const clock = fakeClock();
    const groups: number[] = [];
    const store = place.newStore();
    const journal = await journalAt(place, {
      clock,
      gatherMs: 5,
      store: { ...store, append: (records) => (groups.push(records.length), store.append(records)) },
    });
    const together = (count: number): Promise<unknown> =>
      Promise.all(Array.from({ length: count }, () => journal.append(aRecord())));
    await together(1);
    await together(1);
    await together(2);
    const gathered = together(3);
    // Whatever else waits for its turn has it before them.
    await journal.checkpoint();
    expect(groups).toEqual([1, 1, 2]);
    clock.advance(5);
    await gathered;
    expect(groups).toEqual([1, 1, 2, 3]);
  });

  it('writes at once what it has gathered when it is closed', async () => {
    const place = await newPlace();
    const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore(), clock: fakeClock() });
    await Promise.all([journal.append(aRecord()), journal.append(aRecord())]);
    const last = journal.append(aRecord());
    await journal.close();
    expect(await last).toMatchObject({ sequence: 3 });
  });

  it('gives no receipt before the group is durable', async () => {
    const place = await newPlace();
    const store = place.newStore();
    const gate = Promise.withResolvers<void>();
    const journal = await journalAt(place, {
      store: {
        ...store,
        append: async (records) => {
          await store.append(records);
          await gate.promise;
        },
      },
    });
    let isReceipted = false;
    const receipt = journal.append(aRecord()).then(() => (isReceipted = true));
    await store.hashAt(1);
    expect(isReceipted).toBe(false);
    gate.resolve();
    await receipt;
    expect(isReceipted).toBe(true);
  });

  it('goes on with the chain after it was closed and opened again', async () => {
    const place = await newPlace();
    const first = await openJournal({ dataDir: place.dataDir, store: place.newStore() });
    await first.append(aRecord());
    await first.close();
    const journal = await journalAt(place);
    expect(await journal.append(aRecord())).toMatchObject({ sequence: 2 });
    expect(await journal.verify()).toMatchObject({ isIntact: true, records: 2 });
  });

  it('refuses every append once it is closed', async () => {
    const place = await newPlace();
    const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore() });
    await journal.close();
    await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
  });

  it('keeps one chain when two writers share the store', async () => {
    const place = await newPlace();
    const [one, two] = [await journalAt(place), await journalAt(place)];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([one.append(aRecord()), two.append(aRecord()), one.append(aRecord())]);
    }
    await one.checkpoint();
    await two.append(aRecord());
    await two.checkpoint();
    expect(await one.verify()).toMatchObject({ isIntact: true, records: 31, checkpoints: 2, afterLastCheckpoint: 0 });
  });

  it('refuses a record that cannot be kept, and only that one', async () => {
    const journal = await journalAt(await newPlace());
    const results = await Promise.allSettled([
      journal.append(aRecord()),
      journal.append(aRecord({ durationMs: Number.NaN })),
      journal.append({ ...aRecord(), at: 'yesterday' }),
      journal.append(aRecord({ persons: ['x'.repeat(1_100_000)] })),
      journal.append(aRecord()),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'JOURNAL_RECORD_INVALID' } });
    expect(await journal.verify()).toMatchObject({ isIntact: true, records: 2 });
  });

  describe('as a database', () => {
    const refused = [
      "update journal_record set record = '{}' where sequence = 1",
      'delete from journal_record where sequence = 2',
      "update journal_lookup set key = '1'",
      'delete from journal_lookup',
      'update journal_checkpoint set sequence = 9',
      'delete from journal_checkpoint',
      'update journal_segment set from_sequence = 2',
      'delete from journal_segment',
      // A record that follows nothing, and one that follows but leaves out numbers.
      "insert into journal_record values (3, 0, 'x', 'y', '{}')",
      "insert into journal_record select 7, 0, hash, 'y', '{}' from journal_record where sequence = 2",
      "insert into journal_record select 2, at_ms, previous_hash, hash, '{}' from journal_record where sequence = 2",
      "insert into journal_checkpoint select 1, hash, '', 0, '', '' from journal_record where sequence = 1",
    ];

    it.each(refused)('refuses: %s', async (sql) => {
      const place = await newPlace();
      const journal = await journalAt(place);
      await journal.append(aRecord());
      await journal.append(aRecord());
      await journal.checkpoint();
      await expect(place.run(sql)).rejects.toThrow(/append-only|does not follow|duplicate key/u);
      expect(await journal.verify()).toMatchObject({ isIntact: true, records: 2 });
    });
  });

  describe('signs checkpoints', () => {
    it('after so many records', async () => {
      const journal = await journalAt(await newPlace(), { checkpointRecords: 10, clock: fakeClock() });
      for (let at = 0; at < 25; at += 1) await journal.append(aRecord());
      expect(await journal.verify()).toMatchObject({ isIntact: true, checkpoints: 2, afterLastCheckpoint: 5 });
    });

    it('a minute after the first record that has none, and not again while there is nothing new', async () => {
      const clock = fakeClock();
      const signed: number[] = [];
      const place = await newPlace();
      const journal = await journalAt(place, { clock, onCheckpoint: ({ sequence }) => signed.push(sequence) });
      await journal.append(aRecord());
      await journal.append(aRecord());
      clock.advance(59_000);
      expect(await journal.verify()).toMatchObject({ checkpoints: 0, afterLastCheckpoint: 2 });
      clock.advance(1000);
      expect(await journal.checkpoint()).toBeUndefined();
      clock.advance(120_000);
      expect(await journal.checkpoint()).toBeUndefined();
      expect(signed).toEqual([2]);
      await journal.append(aRecord());
      clock.advance(60_000);
      expect(await journal.checkpoint()).toBeUndefined();
      expect(signed).toEqual([2, 3]);
      expect(await journal.verify()).toMatchObject({ isIntact: true, checkpoints: 2, afterLastCheckpoint: 0 });
    });

    it('when it is closed, and a crash before that leaves records that the next one covers', async () => {
      const place = await newPlace();
      const crashed = await journalAt(place);
      await crashed.append(aRecord());
      const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore() });
      await journal.append(aRecord());
      await journal.close();
      expect(await verified(place)).toMatchObject({ isIntact: true, records: 2, afterLastCheckpoint: 0 });
    });
  });

  describe('is found to be tampered with', () => {
    it('by any single change, with the place', async () => {
      const place = await newPlace();
      const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore(), checkpointRecords: 6 });
      for (let at = 1; at <= 20; at += 1) {
        await journal.append(aRecord({ durationMs: at, households: [aHouse(at)], persons: [] }));
      }
      await journal.close();
      expect(await verified(place)).toMatchObject({ isIntact: true, records: 20 });

      const change = fc.record({ kind: fc.constantFrom(...tamperings), at: fc.integer({ min: 2, max: 18 }) });
      await fc.assert(
        fc.asyncProperty(change, async ({ kind, at }) => {
          await place.tamper(...kind.apply(at));
          const report = await verified(place);
          await place.tamper(...kind.undo(at));
          const found = report.segments[0]?.problems ?? [];
          expect({ kind, isIntact: report.isIntact }).toEqual({ kind, isIntact: false });
          const [from, to] = kind.where(at);
          const said = `${kind.name} at ${at}: ${found.map((problem) => describeProblem(problem, 'en')).join(' ')}`;
          const isNear = found.some((problem) => problem.from <= to && problem.to >= from);
          expect({ said, isNear }).toEqual({ said, isNear: true });
        }),
        { numRuns: tamperings.length + 15, examples: tamperings.map((kind) => [{ kind, at: 9 }]) },
      );
      expect(await verified(place)).toMatchObject({ isIntact: true, records: 20 });
    });

    it('by a record that was exchanged together with its hash', async () => {
      const place = await filledPlace(newPlace, 12);
      const [record] = await place.newStore().records(8, 1);
      const text = Buffer.from(record?.text ?? '')
        .toString()
        .replace('"durationMs":0', '"durationMs":7');
      const hash = chainHash(record?.previousHash ?? '', text);
      await place.tamper(`update journal_record set record = '${text}', hash = '${hash}' where sequence = 9`);
      const report = await verified(place);
      expect(report.segments[0]?.problems).toEqual([{ kind: 'LINK_BROKEN', from: 10, to: 10 }]);
    });

    it('by a record that was removed with all that leads to it', async () => {
      const place = await filledPlace(newPlace, 12);
      await place.tamper(
        'delete from journal_record where sequence in (8, 9)',
        'delete from journal_lookup where sequence in (8, 9)',
      );
      const report = await verified(place);
      expect(report.segments[0]?.problems).toEqual([{ kind: 'RECORDS_MISSING', from: 8, to: 9 }]);
    });

    it('when it was cut off behind a signed checkpoint', async () => {
      const place = await filledPlace(newPlace, 12);
      await place.tamper(
        'delete from journal_record where sequence > 9',
        'delete from journal_lookup where sequence > 9',
      );
      const report = await verified(place);
      expect(report.isIntact).toBe(false);
      expect(report.segments[0]?.problems).toContainEqual(
        expect.objectContaining({ kind: 'RECORDS_MISSING', from: 10, to: 12 }),
      );
    });

    it('when all of it was written anew with fitting hashes, by the checkpoints that it cannot sign', async () => {
      const place = await filledPlace(newPlace, 12);
      const other = await filledPlace(newPlace, 12, 1);
      const forged = await other.newStore().records(0, 100);
      const sql = forged.map(
        ({ sequence, previousHash, hash, text }) =>
          `update journal_record set previous_hash = '${previousHash}', hash = '${hash}',
            record = '${Buffer.from(text).toString()}' where sequence = ${sequence}`,
      );
      await place.tamper(...sql);
      const report = await verified(place);
      expect(report.segments[0]?.problems).toContainEqual({ kind: 'CHECKPOINT_MISMATCH', from: 1, to: 12 });
    });

    it('not by cutting off what no checkpoint covers: there it tells how many records are open', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      for (let at = 0; at < 5; at += 1) await journal.append(aRecord());
      expect(await verified(place)).toMatchObject({ isIntact: true, afterLastCheckpoint: 5 });
      await place.tamper(
        'delete from journal_record where sequence > 3',
        'delete from journal_lookup where sequence > 3',
      );
      expect(await verified(place)).toMatchObject({ isIntact: true, afterLastCheckpoint: 3 });
    });

    it('when it was cut off together with its checkpoints, by the last one that the gateway kept', async () => {
      const place = await filledPlace(newPlace, 4);
      const { target, dataDir, schema } = place;
      const options = { target, keyFolder: dataDir, ...(schema !== undefined && { schema }) };
      expect(await verifyJournal(options)).toMatchObject({ isIntact: true, records: 4 });
      await place.tamper(
        'delete from journal_checkpoint',
        'delete from journal_record where sequence = 4',
        'delete from journal_lookup where sequence = 4',
      );
      const report = await verifyJournal(options);
      const detail = 'kept elsewhere';
      expect(report.segments[0]?.problems).toContainEqual({ kind: 'RECORDS_MISSING', from: 4, to: 4, detail });
    });

    it('by a head that somebody kept, where no checkpoint covers what was cut off or written anew', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      for (let at = 0; at < 4; at += 1) await journal.append(aRecord());
      const receipt = await journal.append(aRecord({ atMs: noon + 60_000 }));
      const { head } = await verified(place);
      expect(head).toEqual({ ...receipt, at: new Date(noon + 60_000).toISOString() });
      const heads = head === null ? [] : [head, { sequence: 2, hash: 'f'.repeat(64) }];
      expect(await verified(place, { heads: heads.slice(0, 1) })).toMatchObject({ isIntact: true, records: 5 });
      await place.tamper(
        'delete from journal_record where sequence > 3',
        'delete from journal_lookup where sequence > 3',
      );
      const report = await verified(place, { heads });
      const detail = 'kept elsewhere';
      expect(report.segments[0]?.problems).toEqual([
        { kind: 'CHECKPOINT_MISMATCH', from: 2, to: 2, detail },
        { kind: 'RECORDS_MISSING', from: 4, to: 5, detail },
      ]);
    });

    it('when a trigger is missing', async () => {
      const place = await filledPlace(newPlace, 2);
      const trigger =
        place.schema === undefined ? 'journal_record_no_delete' : 'journal_record_no_change on journal_record';
      await place.run(`drop trigger ${trigger}`);
      const report = await verified(place);
      expect(report.segments[0]?.problems[0]).toMatchObject({
        kind: 'STORE_DAMAGED',
        detail: expect.stringContaining('journal_record_no_'),
      });
    });

    it('when it is verified with the key of somebody else', async () => {
      const place = await filledPlace(newPlace, 3);
      const other = await filledPlace(newPlace, 3);
      const report = await verified(place, {
        publicKeyFiles: [path.join(other.dataDir, 'journal-public-key.pem')],
      });
      expect(report.segments[0]?.problems.map(({ kind }) => kind)).toEqual(['HEADER_INVALID', 'CHECKPOINT_INVALID']);
    });
  });

  describe('stops', () => {
    it('when a record that it receipted is no longer there, and says so', async () => {
      const place = await newPlace();
      const clock = fakeClock();
      const journal = await journalAt(place, { clock });
      for (let at = 0; at < 3; at += 1) await journal.append(aRecord());
      await place.tamper(
        'delete from journal_record where sequence = 3',
        'delete from journal_lookup where sequence = 3',
      );
      await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
      expect(journal.state()).toMatchObject({ kind: 'DOWN', problem: 'the store lacks record 3, which was receipted' });
    });

    it('at the start, when the store lacks the last checkpoint: an old backup, or nothing at all', async () => {
      const place = await filledPlace(newPlace, 3);
      await place.tamper(
        'delete from journal_checkpoint',
        'delete from journal_record where sequence = 3',
        'delete from journal_lookup where sequence = 3',
      );
      const journal = await journalAt(place);
      expect(journal.state()).toMatchObject({ kind: 'DOWN', problem: 'the store lacks record 3, which was receipted' });
      await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
    });
  });

  describe('when the store fails', () => {
    it('refuses whoever waits, then everybody at once, tries again after a second and goes on', async () => {
      const place = await newPlace();
      const clock = fakeClock();
      const { store, breakIt, attempts } = breakable(place.newStore());
      const states: string[] = [];
      const journal = await journalAt(place, { clock, store, onState: ({ kind }) => states.push(kind) });
      await journal.append(aRecord());
      breakIt(true);
      const refusals = await Promise.allSettled([journal.append(aRecord()), journal.append(aRecord())]);
      expect(refusals.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      const tried = attempts();
      expect(() => journal.assertWritable()).toThrow(expect.objectContaining({ code: 'JOURNAL_UNAVAILABLE' }));
      await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
      expect(attempts()).toBe(tried);

      clock.advance(1000);
      journal.assertWritable();
      await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
      expect(attempts()).toBe(tried + 1);

      breakIt(false);
      clock.advance(1000);
      expect(await journal.append(aRecord())).toMatchObject({ sequence: 2 });
      journal.assertWritable();
      expect(states).toEqual(['DOWN', 'WRITABLE']);
      expect(await journal.verify()).toMatchObject({ isIntact: true, records: 2 });
    });

    it('refuses those who arrived during the failure without another attempt', async () => {
      const place = await newPlace();
      const real = place.newStore();
      const gate = Promise.withResolvers<void>();
      let attempts = 0;
      const store: JournalStore = {
        ...real,
        append: async () => {
          attempts += 1;
          await gate.promise;
          throw new Error('broken');
        },
      };
      const journal = await journalAt(place, { clock: fakeClock(), store });
      const first = journal.append(aRecord());
      await real.head();
      const later = [journal.append(aRecord()), journal.append(aRecord())];
      gate.resolve();
      const results = await Promise.allSettled([first, ...later]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(attempts).toBe(1);
    });

    it('does not count a group that went in although the answer was lost as a fork', async () => {
      const place = await newPlace();
      const clock = fakeClock();
      const real = place.newStore();
      let isLossy = true;
      const store: JournalStore = {
        ...real,
        append: async (records) => {
          await real.append(records);
          if (isLossy) throw new Error('connection lost');
        },
      };
      const journal = await journalAt(place, { clock, store });
      await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
      isLossy = false;
      clock.advance(1000);
      expect(await journal.append(aRecord())).toMatchObject({ sequence: 2 });
      expect(await journal.verify()).toMatchObject({ isIntact: true, records: 2 });
    });
  });

  describe('is searched', () => {
    it('by household, person, subject and time, the newest first, in pages', async () => {
      const journal = await journalAt(await newPlace());
      const other = { subject: 'prasert', role: 'caseworker', areas: ['5001'], body: null } as const;
      for (let at = 1; at <= 6; at += 1) {
        await journal.append(
          aRecord({
            atMs: noon + at * 1000,
            households: [aHouse(at % 2)],
            persons: [`${aHouse(at % 2).houseCode}-M${at}`],
            ...(at > 3 && { principal: other }),
          }),
        );
      }
      const sequences = async (search: Parameters<Journal['search']>[0]): Promise<number[]> =>
        (await journal.search(search)).map(({ sequence }) => sequence);
      expect(await sequences({ houseCode: aHouse(1).houseCode })).toEqual([5, 3, 1]);
      expect(await sequences({ houseCode: '99990000099' })).toEqual([]);
      expect(await sequences({ personId: `${aHouse(0).houseCode}-M4` })).toEqual([4]);
      expect(await sequences({ subject: 'prasert' })).toEqual([6, 5, 4]);
      expect(await sequences({ fromMs: noon + 2000, toMs: noon + 4000 })).toEqual([3, 2]);
      expect(await sequences({ houseCode: aHouse(1).houseCode, subject: 'prasert' })).toEqual([5]);
      expect(await sequences({ limit: 2 })).toEqual([6, 5]);
      expect(await sequences({ limit: 2, before: 5 })).toEqual([4, 3]);
    });

    it('by a supervisor of some areas, who sees nothing of households elsewhere', async () => {
      const journal = await journalAt(await newPlace());
      await journal.append(aRecord({ households: [aHouse(1, '500406')], persons: [`${aHouse(1).houseCode}-M1`] }));
      await journal.append(aRecord({ households: [aHouse(2, '500101')], persons: [] }));
      await journal.append(
        aRecord({
          households: [aHouse(3, '500406'), aHouse(4, '500101'), aHouse(5, null)],
          persons: [`${aHouse(3).houseCode}-M1`, `${aHouse(4).houseCode}-M1`],
        }),
      );
      await journal.append(aRecord({ households: [aHouse(6, null, false)], persons: [], decision: 'REFUSED' }));
      const seen = async (areas: readonly string[]): Promise<unknown[]> =>
        (await journal.search({ areas })).map(({ sequence, record }) => [
          sequence,
          ...record.households.map(({ houseCode }) => Number(houseCode.slice(-2))),
          ...record.persons.map((personId) => personId.slice(9)),
        ]);
      expect(await seen(['5004'])).toEqual([
        [3, 3, '03-M1'],
        [1, 1, '01-M1'],
      ]);
      expect(await seen(['500101', '500406'])).toHaveLength(3);
      expect(await seen(['50'])).toHaveLength(3);
      expect(await seen(['*'])).toHaveLength(4);
      expect(await seen(['%'])).toEqual([]);
      expect(await seen([])).toEqual([]);
    });
  });

  describe('when nothing was written', () => {
    it('is no journal before a gateway has opened it, and none is made by looking', async () => {
      const place = await newPlace();
      const { dataDir, target, schema } = place;
      const options = { target, keyFolder: dataDir, ...(schema !== undefined && { schema }) };
      await expect(verifyJournal(options)).rejects.toMatchObject({ code: 'JOURNAL_FILE_UNREADABLE' });
      await expect(verifyJournal(options)).rejects.toMatchObject({ code: 'JOURNAL_FILE_UNREADABLE' });
    });

    it('is sound and empty once it was opened, and has no head to keep', async () => {
      const place = await filledPlace(newPlace, 0);
      expect(await verified(place)).toMatchObject({ isIntact: true, records: 0, head: null, afterLastCheckpoint: 0 });
    });

    it('keeps the head of the segment before', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      const receipt = await journal.append(aRecord());
      await journal.rotate();
      expect(await verified(place)).toMatchObject({ isIntact: true, head: { ...receipt, at: aRecord().at } });
    });
  });

  it('tells a verification how far it is, over all segments', async () => {
    const place = await newPlace();
    const journal = await journalAt(place);
    await Promise.all(Array.from({ length: 250 }, () => journal.append(aRecord())));
    await journal.rotate();
    await journal.append(aRecord());
    const told: number[] = [];
    await verified(place, { onProgress: (records) => told.push(records) });
    expect(told).toEqual([200, 250, 251]);
  });

  describe('when it is rotated', () => {
    it('puts the segment away and goes on with the numbers and the chain', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      await journal.append(aRecord({ atMs: noon }));
      await journal.append(aRecord({ atMs: noon + 60_000 }));
      const name = await journal.rotate();
      expect(name).toBe(place.schema === undefined ? 'journal-1-2.sqlite' : `${place.schema}_1_2`);
      expect(await journal.append(aRecord({ atMs: noon + 120_000 }))).toMatchObject({ sequence: 3 });
      await journal.rotate();
      expect(await journal.rotate()).toBeUndefined();
      await journal.append(aRecord({ atMs: noon + 180_000 }));
      await journal.checkpoint();

      const report = await verified(place);
      expect(report).toMatchObject({ isIntact: true, records: 4, before: 0, afterLastCheckpoint: 0 });
      expect(report.segments.map(({ firstSequence, lastSequence }) => [firstSequence, lastSequence])).toEqual([
        [1, 2],
        [3, 3],
        [4, 4],
      ]);
      expect((await journal.search({ houseCode: '99990000011' })).map(({ sequence }) => sequence)).toEqual([
        4, 3, 2, 1,
      ]);
      const statement = await journal.statement({ houseCode: '99990000011', limit: 3 });
      expect(statement).toMatchObject({ verified: true, next: 2 });
      const rest = await journal.statement({ houseCode: '99990000011', limit: 3, before: statement.next ?? 0 });
      expect(rest).toMatchObject({ verified: true, next: null, entries: [{ at: new Date(noon).toISOString() }] });
    });

    it('tells that a segment is missing between two others', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      for (let at = 0; at < 3; at += 1) {
        await journal.append(aRecord());
        await journal.rotate();
      }
      await journal.append(aRecord());
      await place.run(
        place.schema === undefined ? 'select 1' : `alter schema ${place.schema}_2_2 rename to gone_${place.schema}`,
      );
      if (place.schema === undefined) {
        const { rename } = await import('node:fs/promises');
        await rename(path.join(place.dataDir, 'journal-2-2.sqlite'), path.join(place.dataDir, 'gone'));
      } else {
        onTestFinished(() => place.run(`drop schema gone_${place.schema} cascade`));
      }
      const report = await verified(place);
      expect(report.isIntact).toBe(false);
      expect(report.segments[1]?.problems).toEqual([{ kind: 'SEGMENT_GAP', from: 2, to: 3 }]);
    });
  });

  describe('gives statements', () => {
    it('that know at once what somebody else changed, after they were verified before', async () => {
      const place = await newPlace();
      const clock = fakeClock();
      const journal = await journalAt(place, { clock });
      for (let at = 1; at <= 5; at += 1) await journal.append(aRecord({ households: [aHouse(at)], persons: [] }));
      const request = { houseCode: aHouse(5).houseCode };
      expect(await journal.statement(request)).toMatchObject({ verified: true, entries: [{ role: 'caseworker' }] });
      await journal.append(aRecord());
      expect(await journal.statement(request)).toMatchObject({ verified: true });
      await place.tamper("update journal_record set record = replace(record, 'somsri', 'anybody') where sequence = 2");
      // PostgreSQL tells nobody about changes: there it is found when the verification has become old.
      if (place.schema !== undefined) clock.set(noon + 3_600_000);
      expect(await journal.statement(request)).toMatchObject({ verified: false, entries: [{ role: 'caseworker' }] });
    });

    it('that are not verified when one of their own records was changed', async () => {
      const place = await newPlace();
      const journal = await journalAt(place);
      await journal.append(aRecord());
      expect(await journal.statement({ houseCode: '99990000011' })).toMatchObject({ verified: true });
      await place.tamper("update journal_record set record = replace(record, 'HOME_VISIT', 'REPORT')");
      expect(await journal.statement({ houseCode: '99990000011' })).toMatchObject({ verified: false });
    });

    it('without waiting for a long verification, which goes on meanwhile', async () => {
      const place = await newPlace();
      const clock = fakeClock();
      const real = place.newStore();
      const gate = Promise.withResolvers<void>();
      const store: JournalStore = {
        ...real,
        extent: async () => {
          await gate.promise;
          return real.extent();
        },
      };
      const signalled = Promise.withResolvers<void>();
      const journal = await journalAt(place, {
        store,
        clock: {
          now: clock.now,
          after: (ms, run) => {
            const cancel = clock.after(ms, run);
            if (ms === 500) signalled.resolve();
            return cancel;
          },
        },
        verifyWaitMs: 500,
      });
      await journal.append(aRecord());
      const early = journal.statement({ houseCode: '99990000011' });
      await signalled.promise;
      clock.advance(500);
      expect(await early).toMatchObject({ verified: false, entries: [{}] });
      gate.resolve();
      expect(await journal.statement({ houseCode: '99990000011' })).toMatchObject({ verified: true });
    });
  });
});

describe.runIf(hasPostgres)('the journal in PostgreSQL', () => {
  it('cannot be verified there, and the address with its password is not repeated', async () => {
    const dataDir = await newFolder();
    const target = 'postgres://auditor:hush@127.0.0.1:1/nowhere';
    const refusal = await verifyJournal({ target, keyFolder: dataDir }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'JOURNAL_FILE_UNREADABLE', message: expect.not.stringMatching(/hush|127/u) });
  });

  it('is DOWN while the server cannot be reached, and opens all the same', async () => {
    const store = createPostgresStore({ connection: 'postgres://postgres@127.0.0.1:1/test' });
    const journal = await openJournal({ dataDir: await newFolder(), store });
    onTestFinished(() => journal.close());
    expect(journal.state()).toMatchObject({ kind: 'DOWN', problem: 'the database server cannot be reached' });
    await expect(journal.append(aRecord())).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' });
  });
});

interface Tampering {
  readonly name: string;
  readonly apply: (at: number) => string[];
  readonly undo: (at: number) => string[];
  /** Where a report has to point. */
  readonly where: (at: number) => readonly [from: number, to: number];
}

const aside = 'create table aside as select * from';
const back = (table: string): string[] => [`insert into ${table} select * from aside`, 'drop table aside'];
const tamperings: readonly Tampering[] = [
  {
    name: 'a changed text',
    apply: (at) => [`update journal_record set record = replace(record, 'somsri', 'Somsri') where sequence = ${at}`],
    undo: (at) => [`update journal_record set record = replace(record, 'Somsri', 'somsri') where sequence = ${at}`],
    where: (at) => [at, at],
  },
  {
    name: 'a changed hash',
    apply: (at) => [`update journal_record set hash = upper(hash) where sequence = ${at}`],
    undo: (at) => [`update journal_record set hash = lower(hash) where sequence = ${at}`],
    where: (at) => [at, at],
  },
  {
    name: 'a changed link',
    apply: (at) => [`update journal_record set previous_hash = 'f' || previous_hash where sequence = ${at}`],
    undo: (at) => [`update journal_record set previous_hash = substr(previous_hash, 2) where sequence = ${at}`],
    where: (at) => [at, at],
  },
  {
    name: 'a changed time',
    apply: (at) => [`update journal_record set at_ms = at_ms + 1 where sequence = ${at}`],
    undo: (at) => [`update journal_record set at_ms = at_ms - 1 where sequence = ${at}`],
    where: (at) => [at, at],
  },
  {
    name: 'a removed record',
    apply: (at) => [
      `${aside} journal_record where sequence = ${at}`,
      `delete from journal_record where sequence = ${at}`,
    ],
    undo: () => back('journal_record'),
    where: (at) => [at, at],
  },
  {
    name: 'two swapped records',
    apply: (at) => swap(at),
    undo: (at) => swap(at),
    where: (at) => [at, at + 1],
  },
  {
    name: 'a removed lookup row',
    apply: (at) => [
      `${aside} journal_lookup where sequence = ${at} and kind = 'SHOWN'`,
      `delete from journal_lookup where sequence = ${at} and kind = 'SHOWN'`,
    ],
    undo: () => back('journal_lookup'),
    where: (at) => [at, at],
  },
  {
    name: 'a changed lookup row',
    apply: (at) => [`update journal_lookup set key = '99990000099' where sequence = ${at} and kind = 'SHOWN'`],
    undo: (at) => [
      `update journal_lookup set key = '${aHouse(0).houseCode.slice(0, 9)}${String(at).padStart(2, '0')}' where sequence = ${at} and kind = 'SHOWN'`,
    ],
    where: (at) => [at, at],
  },
  {
    name: 'an inserted lookup row',
    apply: (at) => [`insert into journal_lookup values (${at}, 'SUBJECT', 'somebody')`],
    undo: (at) => [`delete from journal_lookup where sequence = ${at} and key = 'somebody'`],
    where: (at) => [at, at],
  },
  {
    name: 'a lookup row after the end',
    apply: () => [`insert into journal_lookup values (99, 'SUBJECT', 'somebody')`],
    undo: () => ['delete from journal_lookup where sequence = 99'],
    where: () => [99, 99],
  },
  {
    name: 'a lookup row before the beginning',
    apply: () => [`insert into journal_lookup values (-4, 'SUBJECT', 'somebody')`],
    undo: () => ['delete from journal_lookup where sequence = -4'],
    where: () => [-4, -4],
  },
  {
    name: 'a removed checkpoint',
    apply: () => [
      `${aside} journal_checkpoint where sequence = 12`,
      'delete from journal_checkpoint where sequence = 12',
    ],
    undo: () => back('journal_checkpoint'),
    where: () => [12, 12],
  },
  {
    name: 'a checkpoint of another time',
    apply: () => ["update journal_checkpoint set at = '2021' || substr(at, 5) where sequence = 6"],
    undo: () => ["update journal_checkpoint set at = '2026' || substr(at, 5) where sequence = 6"],
    where: () => [6, 6],
  },
  {
    name: 'a checkpoint that was moved',
    apply: () => ['update journal_checkpoint set sequence = 7 where sequence = 6'],
    undo: () => ['update journal_checkpoint set sequence = 6 where sequence = 7'],
    where: () => [7, 7],
  },
  {
    name: 'a checkpoint after the end',
    apply: () => ['update journal_checkpoint set sequence = 30 where sequence = 20'],
    undo: () => ['update journal_checkpoint set sequence = 20 where sequence = 30'],
    where: () => [21, 30],
  },
  {
    name: 'another beginning',
    apply: () => ['update journal_segment set from_sequence = 2'],
    undo: () => ['update journal_segment set from_sequence = 1'],
    where: () => [2, 2],
  },
  {
    name: 'an inserted record',
    apply: (at) => [
      `update journal_record set sequence = -sequence - 1 where sequence > ${at}`,
      'update journal_record set sequence = abs(sequence)',
      `insert into journal_record select ${at + 1}, at_ms, hash, hash, record from journal_record where sequence = ${at}`,
    ],
    undo: (at) => [
      `delete from journal_record where sequence = ${at + 1}`,
      `update journal_record set sequence = 1 - sequence where sequence > ${at + 1}`,
      'update journal_record set sequence = abs(sequence)',
    ],
    where: (at) => [at + 1, at + 1],
  },
];

function swap(at: number): string[] {
  return [
    `update journal_record set sequence = -1 where sequence = ${at}`,
    `update journal_record set sequence = ${at} where sequence = ${at + 1}`,
    `update journal_record set sequence = ${at + 1} where sequence = -1`,
  ];
}

async function filledPlace(newPlace: () => Promise<Place>, records: number, durationMs = 0): Promise<Place> {
  const place = await newPlace();
  const journal = await openJournal({ dataDir: place.dataDir, store: place.newStore() });
  for (let at = 0; at < records; at += 1) await journal.append(aRecord({ durationMs }));
  await journal.close();
  return place;
}

function verified(place: Place, options: Partial<VerifyJournalOptions> = {}): Promise<JournalReport> {
  const { target, schema, dataDir } = place;
  const publicKeyFiles = [path.join(dataDir, 'journal-public-key.pem')];
  return verifyJournal({ target, publicKeyFiles, ...(schema !== undefined && { schema }), ...options });
}

function breakable(real: JournalStore): {
  store: JournalStore;
  breakIt: (isBroken: boolean) => void;
  attempts: () => number;
} {
  let isBroken = false;
  let attempts = 0;
  const guarded = <T>(work: () => Promise<T>): Promise<T> => {
    attempts += 1;
    return isBroken ? Promise.reject(new Error('broken')) : work();
  };
  return {
    store: {
      ...real,
      append: (records) => guarded(() => real.append(records)),
      head: () => guarded(() => real.head()),
    },
    breakIt: (value) => {
      isBroken = value;
    },
    attempts: () => attempts,
  };
}
