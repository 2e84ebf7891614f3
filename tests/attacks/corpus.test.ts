import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isErrorCode } from '../../schema/contract/error-codes.ts';
import { leaksIn, needlesIn, spelledNeedles, writtenFiles, type Needle } from '../support/attack-needles.ts';
import { removeFolder, startAttacked, workedFolder, type AttackedServer } from '../support/attack-server.ts';
import { forgeFor } from '../support/attack-tokens.ts';
import { codeOf, exchange, type Exchange, type WireAnswer } from '../support/attack-wire.ts';
import type { Json } from '../support/gateway.ts';
import { workedCases } from '../support/worked-bodies.ts';
import { control, marker, numberOf, operation, ownHouse, query, type Attack, type Attacker } from './attack.ts';
import { httpAttacks } from './http-attacks.ts';
import { jsonAttacks } from './json-attacks.ts';
import { pageAttacks } from './page-attacks.ts';
import { purposeAttacks } from './purpose-attacks.ts';
import { queryAttacks } from './query-attacks.ts';
import { slowAttacks } from './slow-attacks.ts';
import { tokenAttacks } from './token-attacks.ts';

/* `samutphok start` as a process of its own, attacked over sockets; then everything that it emitted is searched. */

const corpus: Readonly<Record<string, readonly Attack[]>> = {
  'a body that is': jsonAttacks,
  'a request that is': httpAttacks,
  'a query that is': queryAttacks,
  'somebody who comes with': tokenAttacks,
  'a browser or a stranger that asks for': pageAttacks,
  'somebody who gives': purposeAttacks,
};

/** An answer comes at once; this is for machines that have much else to do. */
const answerWithinMs = 5_000;
const mebibyte = 1024 * 1024;

let dataDir: string;
let server: AttackedServer;
let collector: Server;
const spans: string[] = [];
const tokens = new Set<string>();
/** Everything that came back, but for the data of allowed answers. */
const emitted: string[] = [];
let people: readonly Needle[] = [];
let heldBefore = 0;
let slow: readonly Promise<Exchange>[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => spans.push(chunk.toString('utf8')));
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  const port = typeof address === 'object' ? address?.port : 0;
  dataDir = await workedFolder();
  server = await startAttacked(dataDir, { SAMUTPHOK_TRACE: `http://127.0.0.1:${port}` });
  people = await peopleOf();
  await runWorkedCases();
  heldBefore = await server.heldBytes();
  const by = await attacker();
  slow = slowAttacks.map(({ pieces, half }) =>
    exchange(pieces(by), { port: server.port, from: '127.0.2.1', ...(half && { half }) }),
  );
}, 300_000);

afterAll(async () => {
  await server.kill();
  collector.close();
  await removeFolder(dataDir);
});

let count = 0;

/** Every attacker is somebody else at another address of this machine, so that no limit over time is met by accident. */
async function attacker(areas: readonly string[] = ['50']): Promise<Attacker> {
  count += 1;
  const token = await server.token({
    role: 'caseworker',
    areas,
    scopes: ['sensitive:*'],
    subject: `attacker-${count}`,
  });
  tokens.add(token);
  return { host: `127.0.0.1:${server.port}`, token, forge: await forgeFor(dataDir, token) };
}

async function send(sent: string | Uint8Array): Promise<Exchange> {
  const seen = await exchange(sent, { port: server.port, from: `127.1.${count >> 7}.${1 + (count & 127)}` });
  emitted.push(...seen.answers.map(withoutData));
  return seen;
}

describe.each(Object.entries(corpus))('%s', (_group, attacks) => {
  it.each(attacks.map((attack) => [attack.title, attack] as const))('%s', async (_title, attack) => {
    const by = await attacker();
    const seen = await send(attack.wire(by));
    const [first] = seen.answers;
    expect({ status: first?.status ?? 0, code: first ? codeOf(first) : null }).toEqual({
      status: attack.status,
      code: attack.code,
    });
    expect(first?.body ?? '').toMatch(attack.holds ?? /^/u);
    expect(seen.ended).toBe(true);
    expect(seen.tookMs).toBeLessThan(answerWithinMs);
    for (const answer of seen.answers) expectOurs(answer);
    const after = await send(operation(by, control));
    expect(after.answers[0]?.status).toBe(200);
    expect(server.isRunning()).toBe(true);
  });
});

/** Every answer is protected, says nothing of what made it, and has an error that tells what to do. */
function expectOurs(answer: WireAnswer): void {
  const { status, headers, body } = answer;
  for (const name of ['access-control-allow-origin', 'set-cookie', 'server', 'x-powered-by']) {
    expect(headers.has(name)).toBe(false);
  }
  // Node's own: it goes on, or does not, before there is a request.
  if (status === 100 || status === 417) return;
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const code = codeOf(answer);
  if (code === null) return;
  expect(isErrorCode(code)).toBe(true);
  expect(JSON.parse(body).errors[0].extensions.messageTh).toMatch(/[ก-๙]/u);
}

describe('a connection', () => {
  it('with forty requests at once answers each in its turn to whoever asked it', async () => {
    const [here, elsewhere] = [await attacker(['50']), await attacker(['10'])];
    const asked = query(`{ household(houseCode: "${ownHouse}") { houseCode } }`);
    const all = Array.from({ length: 40 }, (_, at) =>
      operation(at % 2 === 0 ? here : elsewhere, asked, { connection: at === 39 ? 'close' : 'keep-alive' }),
    );
    const { answers } = await send(Buffer.concat(all));
    expect(answers.map((answer) => codeOf(answer))).toEqual(
      Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? null : 'HOUSEHOLD_NOT_FOUND')),
    );
  });

  it('from an address that tries one token after the other is kept waiting, whatever address it gives; others are not', async () => {
    const by = await attacker();
    const from = '127.3.0.1';
    const guess = (at: number): Uint8Array =>
      operation(by, control, { authorization: `Bearer ${by.forge.foreign()}`, 'x-forwarded-for': `10.0.0.${at}` });
    const codes: (string | null)[] = [];
    for (let at = 0; at < 110; at += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one guess after the other
      const { answers } = await exchange(guess(at), { port: server.port, from });
      codes.push(answers[0] ? codeOf(answers[0]) : null);
    }
    expect(new Set(codes.slice(0, 100))).toEqual(new Set(['IDENTITY_INVALID']));
    expect(new Set(codes.slice(100))).toEqual(new Set(['IDENTITY_TOO_MANY_FAILURES']));
    const [kept] = (await exchange(operation(by, control), { port: server.port, from })).answers;
    expect([kept?.status, Number(kept?.headers.get('retry-after'))]).toEqual([429, expect.closeTo(30, -2)]);
    expect((await send(operation(by, control))).answers[0]?.status).toBe(200);
  });

  it('that goes on after a refusal is not taken for another request', async () => {
    const by = await attacker();
    const smuggled = Buffer.from(operation(by, control)).toString();
    const { answers } = await send(
      `POST /graphql HTTP/1.1\r\nhost: ${by.host}\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n${smuggled}`,
    );
    expect(answers.map(({ status }) => status)).toEqual([400]);
  });

  it('that streams 64 MiB is cut when it has sent what a body may have', async () => {
    const by = await attacker();
    const head = Buffer.from(operation(by, '', { 'transfer-encoding': 'chunked', 'content-length': null }));
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 32), Buffer.from('\r\n')]);
    const { answers, ended } = await send(Buffer.concat([head, ...Array.from({ length: 1_000 }, () => chunk)]));
    expect(ended).toBe(true);
    // The answer may be lost when the connection is reset under what is still being sent.
    for (const answer of answers) expect(codeOf(answer)).toBe('REQUEST_TOO_LARGE');
    expect((await send(operation(by, control))).answers[0]?.status).toBe(200);
  });

  it.each(slowAttacks.map((attack, at) => [attack.title, attack, at] as const))(
    'with %s is ended',
    async (_title, { status, withinMs }, at) => {
      const seen = await slow[at];
      if (seen === undefined) throw new Error('it was not begun');
      emitted.push(...seen.answers.map(withoutData));
      expect({ status: seen.answers[0]?.status ?? 0, ended: seen.ended }).toEqual({ status, ended: true });
      expect(seen.tookMs).toBeLessThan(withinMs);
    },
  );
});

describe('nothing of whom it was about', () => {
  beforeAll(runWorkedCases);

  it('is in an answer outside of its data', () => {
    expect(emitted.length).toBeGreaterThan(800);
    const needles = [...people, ...secrets()];
    expect(emitted.flatMap((text) => leaksIn('an answer', text, needles))).toEqual([]);
  });

  it('is in the log or on the terminal', async () => {
    const houses = spelledNeedles('house', await housesOf());
    const lines = server
      .stderr()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Json => JSON.parse(line));
    expect(lines.filter(({ msg }) => msg === 'operation').length).toBeGreaterThan(500);
    expect(lines.filter(({ msg }) => msg === 'fault')).toEqual([]);
    expect(leaksIn('the log', server.stderr(), [...people, ...secrets(), ...houses])).toEqual([]);
    expect(needlesIn('the terminal', server.stdout(), [...people, ...secrets()])).toEqual([]);
  });

  it('is in the metrics, in /bodies or in /health/ready', async () => {
    const { host } = await attacker();
    const houses = spelledNeedles('house', await housesOf());
    for (const page of ['/metrics', '/bodies', '/health/ready', '/rehearsals']) {
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const { text } = await send(`GET ${page} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
      expect(text.length).toBeGreaterThan(100);
      expect(leaksIn(page, text, [...people, ...secrets(), ...houses])).toEqual([]);
    }
  });

  it('is in a span', async () => {
    const houses = spelledNeedles('house', await housesOf());
    await expect.poll(() => spans.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(spans.join('')).toContain('samutphok');
    expect(leaksIn('a span', spans.join('\n'), [...people, ...secrets(), ...houses])).toEqual([]);
  });

  it('is in a file besides the bodies’ own stores', async () => {
    const files = await writtenFiles(dataDir);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['journal.sqlite', 'usage.sqlite', 'service-levels.sqlite']),
    );
    const needles = [...people, ...secrets()];
    expect([...files].flatMap(([file, text]) => needlesIn(file, text, needles))).toEqual([]);
  });

  it('is missed by the search', async () => {
    const [needle] = people;
    expect(leaksIn('here', `a ${needle?.text} b`, people)).not.toEqual([]);
    expect(leaksIn('here', encodeURIComponent(numberOf), people)).not.toEqual([]);
    expect(leaksIn('here', '๐๙๙๙๙๐๐๐๐๑๐๑๑', people)).not.toEqual([]);
    for (const text of [
      'Error: x\n    at open (/srv/app/gateway/app/serve.ts:1:2)',
      'SQLITE_CONSTRAINT',
      'select a from b where c',
      'http://127.0.0.1:4101/graphql',
      '0 9999 00001 01 1',
    ]) {
      expect(leaksIn('here', text, [])).not.toEqual([]);
    }
    const files = await writtenFiles(dataDir);
    expect(files.get('journal.sqlite-wal') ?? files.get('journal.sqlite')).toContain(ownHouse);
  });
});

describe('memory', () => {
  it('after all this is what it was before, but for some MiB that are remembered on purpose', async () => {
    const grownMiB = ((await server.heldBytes()) - heldBefore) / mebibyte;
    expect(grownMiB).toBeLessThan(rememberedMiB);
  });

  it('does not grow with attacks that are repeated', async () => {
    await repeat();
    const before = await server.heldBytes();
    for (let time = 0; time < 4; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await repeat();
    }
    expect(((await server.heldBytes()) - before) / mebibyte).toBeLessThan(noiseMiB);
  });
});

/** Some hundred principals, parsed documents and compiled operations. */
const rememberedMiB = 8;
const noiseMiB = 3;
const together = 16;

/** The whole corpus once more, some of it at a time. */
async function repeat(): Promise<void> {
  const by = await attacker();
  const all = Object.values(corpus).flat();
  for (let at = 0; at < all.length; at += together) {
    const from = `127.2.${count & 127}.${1 + at / together}`;
    // oxlint-disable-next-line no-await-in-loop -- so many at a time
    await Promise.all(all.slice(at, at + together).map(({ wire }) => exchange(wire(by), { port: server.port, from })));
  }
  expect(server.isRunning()).toBe(true);
}

/** What was sent and must come back nowhere. */
function secrets(): readonly Needle[] {
  const signatures = [...tokens].map((token) => token.slice(token.lastIndexOf('.') + 1));
  return [
    ...signatures.map((text) => ({ what: 'a token', text })),
    ...spelledNeedles('a value', [marker]),
    ...spelledNeedles('a number', [numberOf]),
  ];
}

/** Status, headers and whatever of the body is no data that somebody was allowed to see. */
function withoutData({ head, body }: WireAnswer): string {
  if (!body.startsWith('{')) return `${head}\n${body}`;
  const { data: _shown, ...others }: Json = JSON.parse(body);
  return `${head}\n${JSON.stringify(others)}`;
}

async function housesOf(): Promise<readonly string[]> {
  const { scenarios }: Json = JSON.parse(await readFile(workedCases, 'utf8'));
  return scenarios.map(({ household }: Json) => household.houseCode);
}

/** Names and numbers of everybody in the worked cases, as somebody sees them who may. */
async function peopleOf(): Promise<readonly Needle[]> {
  const by = await reader({ role: 'supervisor', areas: ['*'], scopes: ['sensitive:*', 'identity:full'] });
  const members: Json[] = [];
  for (const houseCode of await housesOf()) {
    // oxlint-disable-next-line no-await-in-loop -- one household after the other
    const { answers } = await send(
      operation(
        by,
        query('query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { members { nameTh citizenId } } }', {
          houseCode,
        }),
      ),
    );
    members.push(...JSON.parse(answers[0]?.body ?? '').data.household.members);
  }
  expect(members.length).toBeGreaterThan(20);
  return [
    ...spelledNeedles(
      'a citizen',
      members.map(({ citizenId }) => citizenId),
    ),
    ...spelledNeedles(
      'a name',
      members.map(({ nameTh }) => nameTh),
    ),
  ];
}

async function reader(request: Parameters<AttackedServer['token']>[0]): Promise<Attacker> {
  const by = await attacker();
  const token = await server.token(request);
  tokens.add(token);
  return { ...by, token };
}

const caseFile = path.join(import.meta.dirname, '../../gateway/console/operations/whole-case-file.graphql');

/** The worked households, whole, for everybody who may open some and for those who may not. */
async function runWorkedCases(): Promise<void> {
  const text = await readFile(caseFile, 'utf8');
  const readers = await Promise.all([
    reader({ role: 'supervisor', areas: ['*'], scopes: ['sensitive:*', 'identity:full'] }),
    reader({ role: 'caseworker', areas: ['50'] }),
    reader({ role: 'report-builder', areas: ['*'] }),
    reader({ role: 'body-officer', areas: ['*'], body: 'health' }),
    reader({ role: 'auditor', areas: ['*'] }),
  ]);
  for (const houseCode of await housesOf()) {
    for (const by of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a caseworker opens them
      const { answers } = await send(operation(by, query(text, { houseCode }), { 'x-case': 'CM-65/118' }));
      expect([200, 403]).toContain(answers[0]?.status);
    }
  }
}
