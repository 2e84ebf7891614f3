import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { hasPostgres, newFolder, wholeDatabases, type Place } from '../../journal/harness.ts';
import { openJournal, type Journal } from '../../journal/journal.ts';
import { aHouse, aRecord, noon } from '../../journal/sample-records.ts';
import { exportJournal, reportLines, rotateJournal, statementLines, verifyTarget } from './journal-desk.ts';

const house = '99990000011';

type DeskConfig = Parameters<typeof verifyTarget>[0];

interface Desk {
  readonly config: DeskConfig;
  readonly tamper: Place['tamper'];
}

async function deskAt(newPlace: () => Promise<Place>): Promise<Desk> {
  const { dataDir, target, schema, tamper } = await newPlace();
  return { config: { dataDir, journal: schema === undefined ? {} : { postgres: target } }, tamper };
}

test.skipIf(!hasPostgres)('PostgreSQL is there, so both databases are tested', () => {
  expect(wholeDatabases).toHaveLength(2);
});

describe.each(wholeDatabases)('the desk of a journal in $name', ({ newPlace }) => {
  const newDesk = (): Promise<Desk> => deskAt(newPlace);

  async function filledDesk(records: number): Promise<Desk> {
    const desk = await newDesk();
    await withJournal(desk.config, async (journal) => {
      for (let at = 0; at < records; at += 1) {
        await journal.append(
          aRecord({ atMs: noon + at * 60_000, households: [aHouse(at % 2 === 0 ? 11 : 12)], persons: [] }),
        );
      }
    });
    return desk;
  }

  it('prints what was verified, and a head that holds the next time', async () => {
    const { config } = await filledDesk(3);
    const report = await verifyTarget(config, {});
    const lines = reportLines(report, 'en');
    expect(lines.at(-2)).toBe('Sound: 3 records, 0 of them after the last checkpoint.');
    expect(lines.at(-1)).toMatch(/ 3:[0-9a-f]{64} 2022-08-10T07:07:00\.000Z$/u);
    expect(reportLines(report, 'th').at(-2)).toContain('ครบถ้วน: 3 รายการ');
    const heads = report.head === null ? [] : [report.head];
    expect(await verifyTarget(config, { heads })).toMatchObject({ isIntact: true });
    expect(await verifyTarget(config, { heads: [{ sequence: 3, hash: '0'.repeat(64) }] })).toMatchObject({
      isIntact: false,
    });
  });

  it('names the records that were changed', async () => {
    const { config, tamper } = await filledDesk(3);
    await tamper(`update journal_record set record = replace(record, 'somsri', 'malee') where sequence = 2`);
    const report = await verifyTarget(config, {});
    expect(report.isIntact).toBe(false);
    expect(reportLines(report, 'en')).toContain('  ! Record 2 was changed.');
    expect(reportLines(report, 'th')).toContain('  ! รายการลำดับ 2 ถูกแก้ไข');
    expect(reportLines(report, 'en').at(-1)).toContain('NOT SOUND');
  });

  it('says how many more things are wrong than it lists', async () => {
    const { config, tamper } = await filledDesk(25);
    await tamper(`update journal_record set record = replace(record, 'somsri', 'malee')`);
    const report = await verifyTarget(config, {});
    const wrong = reportLines(report, 'en').filter((line) => line.startsWith('  !'));
    // A closed file has its own bytes signed besides.
    const rest = (report.segments[0]?.problemCount ?? 0) - 20;
    expect([rest >= 5, wrong.length, wrong.at(-1)]).toEqual([true, 21, `  ! and ${rest} more`]);
  });

  it('prints everybody who looked at a house, however many, from all segments', async () => {
    const { config } = await filledDesk(9);
    await rotateJournal(config);
    await withJournal(config, (journal) => journal.append(aRecord({ households: [aHouse(11)], purpose: 'REFERRAL' })));
    const { lines, verified } = await statementLines(config, '๙๙๙๙๐๐๐๐๐๑๑', { language: 'en' });
    expect(verified).toBe(true);
    expect(lines[0]).toContain(house);
    const entries = lines.filter((line) => /^\d+\. /u.test(line));
    expect(entries).toHaveLength(6);
    expect(entries[0]).toContain('hand the case to a body');
    expect(lines.at(-1)).toMatch(/^Verified/u);
    expect((await statementLines(config, '99990000999', { language: 'th' })).lines).toContain('ยังไม่มีใครดูข้อมูลของบ้านนี้');
  });

  it('prints more than a page of a house that many looked at', async () => {
    const { config } = await newDesk();
    await withJournal(config, async (journal) => {
      await Promise.all(Array.from({ length: 430 }, () => journal.append(aRecord())));
    });
    const { lines } = await statementLines(config, house, { language: 'th' });
    expect(lines.filter((line) => /^\d+\. /u.test(line))).toHaveLength(430);
  });

  it('does not call a statement verified when any record of the journal was changed', async () => {
    const { config, tamper } = await filledDesk(3);
    await tamper(`update journal_record set record = replace(record, 'somsri', 'malee') where sequence = 2`);
    const { lines, verified } = await statementLines(config, house, { language: 'en' });
    expect([verified, lines.at(-1)]).toEqual([false, expect.stringMatching(/^Not verified/u)]);
  });

  it('exports to a new file that verifies anywhere, and over nothing', async () => {
    const { config } = await filledDesk(3);
    const file = path.join(await newFolder(), 'export.ndjson');
    await exportJournal(config, file);
    const key = path.join(config.dataDir, 'journal-public-key.pem');
    expect(await verifyTarget(config, { target: file, publicKeyFiles: [key] })).toMatchObject({
      isIntact: true,
      records: 3,
    });
    await writeFile(file, 'mine');
    const details = { problem: 'there is a file of that name already' };
    await expect(exportJournal(config, file)).rejects.toMatchObject({ code: 'JOURNAL_NOT_DONE', details });
  });

  it('puts a segment away, and nothing where there is nothing', async () => {
    const { config } = await filledDesk(2);
    expect(await rotateJournal(config)).toMatch(/1.2/u);
    expect(await rotateJournal(config)).toBeUndefined();
    await withJournal(config, (journal) => journal.append(aRecord()));
    const lines = reportLines(await verifyTarget(config, {}), 'en');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/1.2(?:\.sqlite)?: records 1–2, checkpoints: 1$/u),
      expect.stringMatching(/records 3–3, checkpoints: 1$/u),
    ]);
  });

  it('makes no journal where there is none', async () => {
    const { config } = await newDesk();
    const works = [
      () => verifyTarget(config, {}),
      () => statementLines(config, house, { language: 'th' }),
      () => exportJournal(config, path.join(config.dataDir, 'export')),
      () => rotateJournal(config),
      () => verifyTarget(config, {}),
    ];
    for (const work of works) await expect(work()).rejects.toMatchObject({ code: 'JOURNAL_FILE_UNREADABLE' });
    expect(await readdir(config.dataDir)).toEqual([]);
  });

  it('refuses what is no house code before it looks', async () => {
    const { config } = await newDesk();
    await expect(statementLines(config, '1999900000012', { language: 'th' })).rejects.toMatchObject({
      code: 'INPUT_HOUSE_CODE_INVALID',
    });
  });
});

describe.each(wholeDatabases)('the desk of a journal in $name that a gateway has open', ({ name, newPlace }) => {
  it('verifies, exports and tells who looked', async () => {
    const { config } = await deskAt(newPlace);
    const gateway = await openAt(config);
    onTestFinished(() => gateway.close());
    await gateway.append(aRecord());
    await exportJournal(config, path.join(config.dataDir, 'export.ndjson'));
    expect((await statementLines(config, house, { language: 'th' })).verified).toBe(true);
    expect(await gateway.append(aRecord())).toMatchObject({ sequence: 2 });
    expect(await verifyTarget(config, {})).toMatchObject({ isIntact: true, records: 2 });
  });

  it('puts a schema away under it, and no file; either way the gateway goes on', async () => {
    const { config } = await deskAt(newPlace);
    const gateway = await openAt(config);
    onTestFinished(() => gateway.close());
    await gateway.append(aRecord());
    const outcome = await rotateJournal(config).catch((error: unknown) => error);
    const expected = {
      SQLite: expect.objectContaining({ code: 'JOURNAL_NOT_DONE' }),
      PostgreSQL: 'samutphok_journal_1_1',
    };
    expect(outcome).toEqual(new Map<string, unknown>(Object.entries(expected)).get(name));
    expect(await gateway.append(aRecord())).toMatchObject({ sequence: 2 });
    expect(await verifyTarget(config, {})).toMatchObject({ isIntact: true, records: 2 });
  });
});

async function withJournal(config: DeskConfig, work: (journal: Journal) => Promise<unknown>): Promise<void> {
  const journal = await openAt(config);
  try {
    await work(journal);
  } finally {
    await journal.close();
  }
}

function openAt({ dataDir, journal: { postgres } }: DeskConfig): Promise<Journal> {
  return openJournal({ dataDir, ...(postgres !== undefined && { postgres: { connection: postgres } }) });
}
