import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openAccess } from '../app/access/access.ts';
import { readConfig } from '../config/config.ts';
import { systemClock } from '../kernel/clock.ts';
import { main } from './main.ts';

const house = '99990000011';

describe('samutphok journal', () => {
  it('verifies, tells who looked, exports and puts away, with status 0', async () => {
    const data = await journalOf(2);
    const file = path.join(data, 'export.ndjson');
    const verified = await samutphok('journal', 'verify', data);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('Sound: 2 records') });
    const head = / (?<head>2:[0-9a-f]{64}) /u.exec(verified.stdout)?.groups?.['head'] ?? '';
    expect(await samutphok('journal', 'verify', '--data', data, '--lang', 'th', '--head', head)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('ครบถ้วน: 2 รายการ'),
    });
    expect(await samutphok('journal', 'statement', house, '--data', data)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/1\. วันที่[\s\S]*2\. วันที่[\s\S]*ตรวจสอบแล้ว/u),
    });
    expect(await samutphok('journal', 'export', file, '--data', data)).toMatchObject({ status: 0 });
    expect(await samutphok('journal', 'rotate', '--data', data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('journal-1-2.sqlite'),
    });
    const key = path.join(data, 'journal-public-key.pem');
    expect(await samutphok('journal', 'verify', file, '--key', key)).toMatchObject({ status: 0 });
  });

  it('ends with status 1 for what is not sound, and names the record', async () => {
    const data = await journalOf(2);
    const wrong = await samutphok('journal', 'verify', data, '--head', `2:${'0'.repeat(64)}`);
    expect(wrong).toMatchObject({ status: 1, stdout: expect.stringContaining('Records 2 were rewritten') });
    expect(wrong.stdout).toContain('NOT SOUND');
  });

  it.each([
    ['verify', []],
    ['statement', [house]],
    ['export', ['file']],
    ['rotate', []],
  ])('%s ends with status 1 and one line where there is no journal', async (command, more) => {
    const data = path.join(await newFolder(), 'none');
    const { status, stdout, stderr } = await samutphok('journal', command, ...more, '--data', data);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^samutphok: JOURNAL_FILE_UNREADABLE: [^\n]+\n$/u);
  });

  it.each([['verify', '--head', '3'], ['statement'], ['statement', house, '--lang', 'la'], ['shred']])(
    'ends with status 2 for %s %s %s',
    async (...words) => {
      expect(await samutphok('journal', ...words)).toMatchObject({ status: 2, stdout: '' });
    },
  );
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a terminal would show of it. */
async function samutphok(...words: readonly string[]): Promise<Ended> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(lineTo(stdout)),
    vi.spyOn(console, 'error').mockImplementation(lineTo(stderr)),
    vi.spyOn(process.stdout, 'write').mockImplementation(textTo(stdout)),
    vi.spyOn(process.stderr, 'write').mockImplementation(textTo(stderr)),
  ];
  try {
    await main(words);
    return { status: Number(process.exitCode ?? 0), stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

function lineTo(lines: string[]): (text: unknown) => void {
  return (text) => void lines.push(`${String(text)}\n`);
}

function textTo(texts: string[]): (text: unknown) => boolean {
  return (text) => texts.push(String(text)) > 0;
}

/** A data folder whose journal holds so many looks at one house. */
async function journalOf(records: number): Promise<string> {
  const data = await newFolder();
  const config = readConfig({ data }, '2022-08-10', {});
  const { journal, close } = await openAccess({ config, clock: systemClock, log: pino({ level: 'silent' }) });
  for (let at = 0; at < records; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await journal.append({
      at: new Date().toISOString(),
      operationId: null,
      principal: { subject: 'somsri', role: 'caseworker', areas: ['50'], body: null },
      purpose: 'HOME_VISIT',
      caseNumber: null,
      breakGlass: null,
      operation: { hash: 'ab', name: null },
      households: [{ houseCode: house, areaCode: '500406', shown: true }],
      persons: [],
      reads: [{ body: 'interior', dataKinds: ['ADDRESS'] }],
      masked: [],
      denied: [],
      decision: 'ALLOWED',
      refusal: null,
      manifest: [],
      policyDigest: null,
      durationMs: 1,
    });
  }
  await close();
  return data;
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
