import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTarget } from '../../gateway/app/access/journal-desk.ts';
import { removeFolder, startAttacked, workedFolder, type AttackedServer } from '../support/attack-server.ts';
import { testSettings, type Json } from '../support/gateway.ts';
import { ownHouse, query } from './attack.ts';
import { casesIn } from './kill-under-load.ts';

/* A journal that cannot be written while the server runs, and can be again. */

const run = promisify(execFile);

let dataDir: string;
let server: AttackedServer;
let token: string;
const answered: string[] = [];

beforeAll(async () => {
  dataDir = await workedFolder();
  server = await startAttacked(dataDir);
  token = await server.token({ role: 'caseworker', areas: ['50'], scopes: ['sensitive:*'] });
}, 240_000);

afterAll(async () => {
  await server.kill();
  await removeFolder(dataDir);
});

const troubles: readonly (readonly [what: string, begin: () => Promise<unknown>, end: () => Promise<unknown>])[] = [
  ['no room on the disk', () => limitFiles('0'), () => limitFiles('unlimited')],
  ['a file that may only be read', () => chmod(journal(), 0o444), () => chmod(journal(), 0o600)],
];

it.each(troubles)(
  'with %s nobody sees a citizen’s data, everybody the catalogue; it recovers by itself',
  async (...trouble) => {
    const [, begin, end] = trouble;
    expect(await household()).toMatchObject({ status: 200 });
    await begin();
    // The first finds it out, the others are told before a body is asked.
    for (let nth = 0; nth < 5; nth += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await household();
      expect(refused).toMatchObject({ status: 503, code: 'JOURNAL_UNAVAILABLE' });
      expect(refused.data).toBeUndefined();
    }
    const statement = `{ households(first: 5) { totalCount } accessStatement(houseCode: "${ownHouse}") { houseCode } }`;
    expect((await ask(statement)).data).toBeUndefined();
    expect((await ask('{ bodies { code } programmes(first: 3) { edges { node { id } } } }')).data.bodies).toHaveLength(
      13,
    );
    expect(server.isRunning()).toBe(true);
    await end();
    await expect.poll(household, { timeout: 20_000, interval: 100 }).toMatchObject({ status: 200, code: null });
  },
);

it('and no answer that left in all this is without its record', async () => {
  await server.end();
  expect(server.stderr()).toMatch(/"code":"JOURNAL_UNAVAILABLE"/u);
  expect(server.stderr()).not.toContain(dataDir);
  expect(await verifyTarget({ ...testSettings, dataDir }, {})).toMatchObject({ isIntact: true });
  const found = await casesIn(dataDir);
  expect(answered.length).toBeGreaterThanOrEqual(4);
  expect(answered.filter((nonce) => !found.has(nonce))).toEqual([]);
});

function journal(): string {
  return path.join(dataDir, 'journal.sqlite');
}

/** What a file of the server may grow to, from now on, as a full disk would have it. */
function limitFiles(bytes: string): Promise<unknown> {
  return run('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`]);
}

let asked = 0;

interface Seen {
  readonly status: number;
  readonly code: string | null;
  readonly data: Json;
}

async function household(): Promise<Seen> {
  asked += 1;
  const nonce = `D-${asked}`;
  const seen = await ask(`{ household(houseCode: "${ownHouse}") { houseCode members { nameTh } } }`, nonce);
  if (seen.status === 200) answered.push(nonce);
  return seen;
}

async function ask(text: string, nonce = 'D'): Promise<Seen> {
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'CASE_REVIEW',
      'x-case': nonce,
    },
    body: query(text),
  });
  const { data, errors }: Json = await response.json();
  return { status: response.status, code: errors?.[0].extensions.code ?? null, data };
}
