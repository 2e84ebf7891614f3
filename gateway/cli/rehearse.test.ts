import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRehearsing, type Rehearsing } from '../app/rehearsal.ts';
import { openLevels, type Levelling } from '../app/service-levels.ts';
import { systemClock } from '../kernel/clock.ts';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { main } from './main.ts';

const supervisor: Principal = {
  subject: 'somboon',
  role: 'supervisor',
  areas: ['50'],
  body: null,
  scopes: new Set(),
  expiresAt: 0,
};

let folder: string;
let rehearsing: Rehearsing;
let levelling: Levelling;
let url: string;
const app = fastify();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samutphok-cli-'));
  rehearsing = createRehearsing({
    clock: systemClock,
    subgraphs: () => ['health', 'labour'],
    hasRealIssuer: false,
    allowRehearsal: false,
    onRehearsal: () => undefined,
  });
  const { guard, rehearsals } = rehearsing;
  levelling = await openLevels({ clock: systemClock, dataDir: folder, onFault: () => undefined, guard, rehearsals });
  const body = levelling.guard('health', nobodyCalls, { clock: systemClock, random: Math.random });
  app.setErrorHandler((error, _request, reply) =>
    isCodedError(error)
      ? reply.code(401).send({ errors: [{ message: error.message, extensions: error.extensions }] })
      : reply.code(500).send({ surprise: true }),
  );
  await app.register(levelling.page(new Map([['health', body]])));
  await app.register(
    rehearsing.page((rawHeaders) =>
      rawHeaders.includes('Bearer good')
        ? Promise.resolve(supervisor)
        : Promise.reject(new CodedError('IDENTITY_MISSING')),
    ),
  );
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

function nobodyCalls(): Promise<never> {
  return Promise.reject(new Error('nobody calls a body here'));
}

afterAll(async () => {
  await app.close();
  rehearsing.close();
  await levelling.close();
  await rm(folder, { recursive: true });
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
    vi.spyOn(console, 'log').mockImplementation((text) => void stdout.push(String(text))),
    vi.spyOn(console, 'error').mockImplementation((text) => void stderr.push(String(text))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0),
  ];
  try {
    await main(words);
    return { status: Number(process.exitCode ?? 0), stdout: stdout.join('\n'), stderr: stderr.join('\n') };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

describe('samutphok rehearse', () => {
  it('starts a rehearsal for that long, which bodies shows, and stops it', async () => {
    const beforeMs = Date.now();
    const started = await samutphok(
      'rehearse',
      'health',
      '--fault',
      'latency=2000',
      '--for',
      '90s',
      '--url',
      url,
      '--token',
      'good',
    );
    expect(started).toMatchObject({ status: 0, stderr: '' });
    expect(started.stdout).toMatch(/ซ้อมเหตุขัดข้องของ health: latency=2000 .*\nhealth rehearses latency=2000 until /u);
    const [rehearsal] = rehearsing.rehearsals.list();
    expect((rehearsal?.untilMs ?? 0) - beforeMs).toBeGreaterThanOrEqual(90_000);
    expect((rehearsal?.untilMs ?? 0) - Date.now()).toBeLessThanOrEqual(90_000);
    expect((await samutphok('bodies', '--url', url, '--lang', 'en')).stdout).toContain('rehearses latency=2000');
    const tokenFile = path.join(folder, 'token');
    await writeFile(tokenFile, 'good\n');
    const stopped = await samutphok('rehearse', 'stop', 'health', '--url', url, '--token-file', tokenFile);
    expect(stopped).toMatchObject({ status: 0, stdout: expect.stringContaining('The rehearsal of health is over') });
    expect(rehearsing.rehearsals.list()).toEqual([]);
  });

  it('says in the gateway’s words why it is refused', async () => {
    const words = ['rehearse', 'health', '--fault', 'down', '--url', url] as const;
    const nobody = await samutphok(...words);
    expect(nobody).toMatchObject({ status: 1, stdout: '' });
    expect(nobody.stderr).toMatch(/^samutphok: IDENTITY_MISSING: Nobody is signed in.* \/ ยังไม่ได้/u);
    const moon = await samutphok('rehearse', 'moon', '--fault', 'down', '--url', url, '--token', 'good');
    expect(moon.stderr).toContain('There is no body moon. Use one of: health, labour.');
    const long = await samutphok(...words, '--token', 'good', '--for', '31m');
    expect(long.stderr).toContain('REHEARSAL_TIME_INVALID');
    const none = await samutphok('rehearse', 'stop', 'labour', '--url', url, '--token', 'good');
    expect(none.stderr).toContain('REHEARSAL_NOT_RUNNING');
  });

  it.each([
    [['rehearse', 'health']],
    [['rehearse', 'health', '--fault', 'down', '--for', 'ever']],
    [['rehearse']],
    [['rehearse', 'stop']],
    [['bodies', '--lang', 'la']],
  ])('ends with status 2 for %j', async (words) => {
    expect(await samutphok(...words)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('samutphok bodies', () => {
  it('shows a table in Thai, or the answer as it came', async () => {
    expect((await samutphok('bodies', '--url', url)).stdout).toContain('กระทรวงสาธารณสุข');
    const { stdout } = await samutphok('bodies', '--url', url, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ bodies: [{ body: 'health', breaker: 'CLOSED' }] });
  });

  it('says that no gateway answers', async () => {
    const { status, stderr } = await samutphok('bodies', '--url', 'http://127.0.0.1:9');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^samutphok: GATEWAY_UNREACHABLE: .*127\.0\.0\.1:9/u)]);
    expect((await samutphok('bodies', '--url', 'nowhere')).stderr).toContain('GATEWAY_UNREACHABLE');
  });

  it('says that what answers is no gateway', async () => {
    const other = fastify();
    other.get('/bodies', () => ({ bodies: 'thirteen' }));
    const address = await other.listen({ host: '127.0.0.1', port: 0 });
    expect((await samutphok('bodies', '--url', address)).stderr).toContain('GATEWAY_ANSWER_INVALID');
    await other.close();
  });

  it('says that a token’s file cannot be read', async () => {
    const words = ['rehearse', 'stop', 'health', '--url', url, '--token-file', path.join(folder, 'none')];
    expect((await samutphok(...words)).stderr).toContain('IMPORT_FILE_UNREADABLE');
  });
});
