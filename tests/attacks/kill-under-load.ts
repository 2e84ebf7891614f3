import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { exportJournal, verifyTarget } from '../../gateway/app/access/journal-desk.ts';
import { startAttacked, type AttackedServer } from '../support/attack-server.ts';
import { testSettings, type Json } from '../support/gateway.ts';
import { ownHouse, query } from './attack.ts';

/** What the journal was found to hold after all kills. */
export interface KillReport {
  readonly kills: number;
  /** Answers on households that reached a client whole. */
  readonly answered: number;
  /** Of those, the ones without a record: none, one hopes. */
  readonly lost: readonly string[];
  /** After how many kills the chain was sound as it was found. */
  readonly sound: number;
  readonly records: number;
}

const callers = 8;
const fewestAnswers = 20;
const mostAnswers = 120;

/**
 * Starts a server over the data folder, asks it from eight sides at once and kills it with SIGKILL in the middle, over
 * and over. Every operation carries a case number that no other has, so that its record can be found.
 */
export async function killUnderLoad(
  dataDir: string,
  kills: number,
  onKill: (kill: number) => void = () => undefined,
): Promise<KillReport> {
  const answered: string[] = [];
  let sound = 0;
  let found: ReadonlySet<string> = new Set();
  for (let kill = 1; kill <= kills; kill += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each start finds what the kill before has left
    const server = await startAttacked(dataDir);
    // oxlint-disable-next-line no-await-in-loop
    answered.push(...(await askUntilKilled(server, kill)));
    // oxlint-disable-next-line no-await-in-loop
    const { isIntact } = await verifyTarget({ ...testSettings, dataDir }, {});
    if (isIntact) sound += 1;
    // oxlint-disable-next-line no-await-in-loop
    found = await casesIn(dataDir);
    onKill(kill);
  }
  const lost = answered.filter((nonce) => !found.has(nonce));
  return { kills, answered: answered.length, lost, sound, records: found.size };
}

/** Resolves with the case numbers of the answers that arrived whole before the server was dead. */
async function askUntilKilled(server: AttackedServer, kill: number): Promise<readonly string[]> {
  const answered: string[] = [];
  const enough = fewestAnswers + Math.floor(Math.random() * (mostAnswers - fewestAnswers));
  const token = await server.token({
    role: 'caseworker',
    areas: ['50'],
    scopes: ['sensitive:*'],
    subject: `kill-${kill}`,
  });
  let dead: Promise<void> | undefined;
  const call = async (caller: number): Promise<void> => {
    for (let nth = 0; dead === undefined; nth += 1) {
      const nonce = `K-${kill}-${caller}-${nth}`;
      // oxlint-disable-next-line no-await-in-loop -- a caller has one operation at a time
      if (!(await ask(server.port, token, nonce))) return;
      answered.push(nonce);
      // Whatever the other callers have asked is under way.
      if (answered.length >= enough) dead ??= server.kill();
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  await (dead ?? server.kill());
  return answered;
}

const household =
  'query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { houseCode members { nameTh } } }';
const list = '{ households(first: 5) { edges { node { houseCode } } } }';

/** True when the whole answer has arrived; allowed, not found and refused ones take turns. */
async function ask(port: number, token: string, nonce: string): Promise<boolean> {
  const kind = Number(nonce.at(-1)) % 4;
  const body = kind === 3 ? query(list) : query(household, { houseCode: kind === 1 ? '99980000000' : ownHouse });
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-case': nonce,
        ...(kind !== 2 && { 'x-purpose': 'CASE_REVIEW' }),
      },
      body,
    });
    const answer: Json = await response.json();
    return 'data' in answer || answer.errors[0].extensions.code === 'POLICY_PURPOSE_MISSING';
  } catch {
    // The connection broke: no answer has left, or not all of it.
    return false;
  }
}

/** The case numbers of all records. */
export async function casesIn(dataDir: string): Promise<ReadonlySet<string>> {
  const file = path.join(dataDir, 'cases.ndjson');
  await exportJournal({ ...testSettings, dataDir }, file);
  const text = await readFile(file, 'utf8');
  await rm(file);
  return new Set(
    Array.from(text.matchAll(/"caseNumber":"(?<nonce>[^"]+)"/gu), ({ groups }) => groups?.['nonce'] ?? ''),
  );
}
