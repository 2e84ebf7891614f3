import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { issueDemoToken } from '../../gateway/app/access/demo-token.ts';
import { keystone } from '../../schema/contract/bodies.ts';
import { post, startFaultyBodies, testSettings, withAddresses, type FaultyBodies } from '../support/gateway.ts';
import { untilHolds } from '../support/stepped-clock.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* Real processes and a real signal: what has been asked is answered, then the process is gone. */

const bin = path.join(import.meta.dirname, '../../gateway/cli/bin.js');
const query = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { answers { status } gaps { complete } } }`;
const variables = { houseCode: workedHouse };

let worked: WorkedBodies;
let bodies: FaultyBodies;
let child: ChildProcess | undefined;

beforeAll(async () => {
  worked = await openWorkedBodies();
  bodies = await startFaultyBodies(worked.subgraphs.all);
});

afterEach(() => {
  child?.kill('SIGKILL');
});

afterAll(async () => {
  await bodies.close();
  await worked.close();
});

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

async function run(...args: readonly string[]): Promise<Running> {
  const environment = { PATH: '', SAMUTPHOK_LOG_LEVEL: 'silent', SAMUTPHOK_BODY_DEADLINE_MS: '8000' };
  const started = spawn(process.execPath, [bin, ...args], {
    env: { ...environment, SAMUTPHOK_OPERATION_DEADLINE_MS: '9000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let text = '';
  for await (const chunk of started.stdout) {
    text += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(text)?.[0];
    if (address !== undefined) return { process: started, url: `${address}/graphql` };
  }
  throw new Error(`the process ended before it listened: ${text}`);
}

/** Sends SIGTERM and waits for the door to be shut. */
async function terminate({ process: running, url }: Running): Promise<void> {
  running.kill('SIGTERM');
  while (await isListening(Number(new URL(url).port)));
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

it('drains a gateway: what was asked before the signal is answered after it', async () => {
  const file = path.join(worked.dataDir, 'supergraph.graphql');
  const urls = new Map([...bodies.byName].map(([name, { url }]) => [name, url]));
  await writeFile(file, withAddresses(worked.supergraph, urls));
  const gateway = await run('gateway', '--supergraph', file, '--port', '0', '--no-auth');
  await post(gateway.url, query, variables);

  const before = bodies.named(keystone).record().requests;
  const release = bodies.hold(keystone);
  const asking = Array.from({ length: 8 }, () => post(gateway.url, query, variables));
  await untilHolds(() => bodies.named(keystone).record().requests === before + 8, 'all are on their way');
  const signalledMs = performance.now();
  await terminate(gateway);
  release();
  const exit = once(gateway.process, 'exit');
  const answers = await Promise.all(asking);
  expect(answers.map(({ status, manifest }) => [status, manifest.complete])).toEqual(answers.map(() => [200, true]));
  expect(await exit).toEqual([0, null]);
  expect(performance.now() - signalledMs).toBeLessThan(10_000);
});

it('drains the whole in one process', async () => {
  await writeFile(path.join(worked.dataDir, 'population.json'), JSON.stringify({ complete: true }));
  const whole = await run('start', '--port', '0', '--data', worked.dataDir);
  const token = await issueDemoToken(
    { ...testSettings, dataDir: worked.dataDir },
    { role: 'caseworker', areas: ['*'] },
  );
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'CASE_REVIEW' };
  await post(whole.url, query, variables, headers);

  const signalledMs = performance.now();
  const asking = Array.from({ length: 8 }, () => post(whole.url, query, variables, headers));
  await Promise.race(asking);
  const exit = once(whole.process, 'exit');
  whole.process.kill('SIGTERM');
  const answers = await Promise.all(asking);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await exit).toEqual([0, null]);
  expect(performance.now() - signalledMs).toBeLessThan(10_000);
});

it('drains a subgraph', async () => {
  const health = await run('subgraph', 'health', '--no-auth', '--port', '0', '--data', worked.dataDir);
  const asking = Array.from({ length: 8 }, () => post(health.url, '{ __typename }'));
  await Promise.race(asking);
  const exit = once(health.process, 'exit');
  health.process.kill('SIGTERM');
  const answers = await Promise.all(asking);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await exit).toEqual([0, null]);
});
