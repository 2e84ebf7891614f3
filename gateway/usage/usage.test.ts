import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOperationDescriber, type DescribedOperation } from './describe-operation.ts';
import { readUsage } from './read-usage.ts';
import { connect } from './sqlite.ts';
import { clientName, type OperationRun } from './usage.ts';
import { createUsageRecorder, type UsageRecorderOptions } from './usage-recorder.ts';
import { openUsageStore, usageFile, type UsageBatch, type UsageStoreOptions } from './usage-store.ts';

const now = Date.parse('2026-11-22T05:00:00Z');
const dayMs = 86_400_000;

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'usage-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

function run(given: Partial<OperationRun> = {}): OperationRun {
  return { operationHash: 'a1', operationName: 'Gaps', client: 'visits', coordinates: ['Query.a'], at: now, ...given };
}

/** Records runs at their own time and writes them. */
async function record(
  runs: readonly OperationRun[],
  options: Partial<UsageRecorderOptions> & UsageStoreOptions = {},
): Promise<void> {
  const store = await openUsageStore(dataDir, options);
  const recorder = createUsageRecorder({ store, clock: stoppedClock(runs[0]?.at ?? now), ...options });
  for (const each of runs) recorder.record(each);
  await recorder.close();
}

function stoppedClock(at: number): UsageRecorderOptions['clock'] {
  return { now: () => at, after: () => () => undefined };
}

describe('the record of what readers ran', () => {
  it('says who ran what, how often and when last, by coordinate', async () => {
    await record([
      run(),
      run(),
      run({ client: 'reports', at: now - dayMs }),
      run({ operationHash: 'b2', coordinates: ['Query.a', 'Query.b'] }),
    ]);
    const { byCoordinate } = await readUsage(dataDir, now);
    expect(Object.fromEntries(byCoordinate)).toEqual({
      'Query.a': { operations: ['a1', 'b2'], clients: ['reports', 'visits'], count: 4, lastDay: '2026-11-22' },
      'Query.b': { operations: ['b2'], clients: ['visits'], count: 1, lastDay: '2026-11-22' },
    });
  });

  it('outlives the gateway, and goes on where it was', async () => {
    await record([run()]);
    await record([run(), run()]);
    expect((await readUsage(dataDir, now)).byCoordinate.get('Query.a')?.count).toBe(3);
  });

  it('looks back thirty days', async () => {
    await record([
      run({ at: now - 31 * dayMs }),
      run({ operationHash: 'b2', coordinates: ['Query.b'], at: now - 29 * dayMs }),
    ]);
    expect([...(await readUsage(dataDir, now)).byCoordinate.keys()]).toEqual(['Query.b']);
  });

  it('says how many of them it covers', async () => {
    expect((await readUsage(dataDir, now)).coveredDays).toBe(0);
    await record([run({ at: now - 3 * dayMs })]);
    await record([run()]);
    expect((await readUsage(dataDir, now)).coveredDays).toBe(3);
    await record([run({ at: now - 40 * dayMs })]);
    expect((await readUsage(dataDir, now)).coveredDays).toBe(30);
  });

  it('forgets what is older than it keeps, with the operations that nobody runs any more', async () => {
    await record([run({ operationHash: 'old', at: now - 100 * dayMs })]);
    await record([run()]);
    const connection = await connect(usageFile(dataDir), 'READ');
    expect(await connection.all('select hash from operation', [])).toEqual([{ hash: 'a1' }]);
    await connection.close();
  });

  it('is read while a gateway writes it', async () => {
    const store = await openUsageStore(dataDir);
    const recorder = createUsageRecorder({ store, clock: stoppedClock(now) });
    for (let at = 0; at < 5; at += 1) {
      recorder.record(run());
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tested
      await recorder.flush();
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await readUsage(dataDir, now)).byCoordinate.get('Query.a')?.count).toBe(at + 1);
    }
    await recorder.close();
  });

  it('refuses to be read where it is no record', async () => {
    const store = await openUsageStore(dataDir);
    await store.close();
    const connection = await connect(usageFile(dataDir), 'WRITE');
    await connection.exec('drop table covered_day');
    await connection.close();
    await expect(readUsage(dataDir, now)).rejects.toMatchObject({ code: 'USAGE_UNREADABLE' });
  });
});

describe('the recorder', () => {
  it('writes together what came within a while', async () => {
    const batches: UsageBatch[] = [];
    let due: (() => void) | undefined;
    const clock = { now: () => now, after: (_: number, then: () => void) => ((due = then), () => (due = undefined)) };
    const store = {
      add: (batch: UsageBatch) => Promise.resolve(void batches.push(batch)),
      close: () => Promise.resolve(),
    };
    const recorder = createUsageRecorder({ store, clock });
    for (let at = 0; at < 1000; at += 1) recorder.record(run());
    expect(batches).toEqual([]);
    due?.();
    await recorder.flush();
    expect(batches.map(({ counts }) => counts)).toEqual([
      [{ day: '2026-11-22', operationHash: 'a1', client: 'visits', count: 1000 }],
    ]);
  });

  it('keeps what could not be written for the next time, and says so', async () => {
    const store = await openUsageStore(dataDir);
    const faults: unknown[] = [];
    let isFull = true;
    const add = (batch: UsageBatch): Promise<void> =>
      isFull ? Promise.reject(new Error('the disk is full')) : store.add(batch);
    const recorder = createUsageRecorder({
      store: { ...store, add },
      clock: stoppedClock(now),
      onFault: (fault) => faults.push(fault),
    });
    recorder.record(run());
    await recorder.flush();
    recorder.record(run());
    isFull = false;
    await recorder.close();
    expect(faults).toHaveLength(1);
    expect((await readUsage(dataDir, now)).byCoordinate.get('Query.a')?.count).toBe(2);
  });

  it('takes nothing after it was closed', async () => {
    const store = await openUsageStore(dataDir);
    const recorder = createUsageRecorder({ store, clock: stoppedClock(now) });
    await recorder.close();
    expect(() => recorder.record(run())).not.toThrow();
  });

  it('holds a bounded number in memory and still knows every coordinate', async () => {
    const runs = Array.from({ length: 500 }, (_, at) =>
      run({ operationHash: `h${at}`, client: `c${at}`, coordinates: [`Query.f${at}`] }),
    );
    await record(runs, { maxWaiting: 10 });
    const { byCoordinate } = await readUsage(dataDir, now);
    expect(byCoordinate.size).toBe(500);
    expect(byCoordinate.get('Query.f499')).toMatchObject({ operations: ['other'], clients: ['other'] });
  });

  it('holds a bounded number in its file and still knows every coordinate', async () => {
    const runs = Array.from({ length: 100 }, (_, at) =>
      run({ operationHash: `h${at}`, client: `c${at}`, coordinates: [`Query.f${at}`] }),
    );
    await record(runs.slice(0, 50), { maxOperations: 20, maxRowsOfDay: 30 });
    await record(runs.slice(50), { maxOperations: 20, maxRowsOfDay: 30 });
    const { byCoordinate } = await readUsage(dataDir, now);
    expect(byCoordinate.size).toBe(100);
    const connection = await connect(usageFile(dataDir), 'READ');
    const [operations] = await connection.all('select count(*) as size from operation', []);
    const [rows] = await connection.all('select count(*) as size from usage', []);
    await connection.close();
    expect([operations, rows]).toEqual([{ size: 21 }, { size: 31 }]);
  });
});

describe('a client’s name', () => {
  it.each([
    ['home visits', 'home visits'],
    ['Reports/2.1', 'Reports/2.1'],
    [' x ', 'x'],
    ['', 'unknown'],
    [null, 'unknown'],
    ['<script>', 'unknown'],
    ['x'.repeat(500), 'x'.repeat(60)],
    ['of 1-2345-67890-12-3', 'of #'],
    ['house 99990000011', 'house #'],
  ])('%j is kept as %j', (given, kept) => {
    expect(clientName(given)).toBe(kept);
  });
});

describe('what an operation asks for', () => {
  const schema = buildSchema(`
    interface Record { found: Boolean facts(of: ID): [Fact] }
    type Fact { name: String }
    type Health implements Record { found: Boolean facts(of: ID): [Fact] visits(first: Int, only: VisitFilter): [Visit] }
    type Labour implements Record { found: Boolean facts(of: ID): [Fact] }
    type Visit { at: String }
    input VisitFilter { year: Int kind: Kind inside: VisitFilter area: AreaFilter }
    input AreaFilter { code: String }
    enum Kind { HOME CLINIC }
    union Thing = Health | Visit
    type Query { household(houseCode: ID!): Health record: Record things: [Thing] list(filter: VisitFilter): [Visit] }`);

  function described(text: string, name?: string): DescribedOperation | null {
    return createOperationDescriber()(schema, parse(text), name);
  }

  it.each<readonly [what: string, text: string, coordinates: readonly string[]]>([
    [
      'fields and arguments',
      '{ household(houseCode: "1") { found } }',
      ['Health.found', 'Query.household', 'Query.household(houseCode:)'],
    ],
    [
      'fields under aliases',
      '{ a: household(houseCode: "1") { b: found } }',
      ['Health.found', 'Query.household', 'Query.household(houseCode:)'],
    ],
    [
      'fields in fragments',
      '{ record { ...F ... on Health { visits { at } } } } fragment F on Labour { found }',
      ['Health.visits', 'Labour.found', 'Query.record', 'Visit.at'],
    ],
    [
      'a field of an interface, for all that implement it',
      '{ record { found } }',
      ['Health.found', 'Labour.found', 'Query.record', 'Record.found'],
    ],
    [
      'an argument on an interface',
      '{ record { facts(of: 1) { name } } }',
      [
        'Fact.name',
        'Health.facts',
        'Health.facts(of:)',
        'Labour.facts',
        'Labour.facts(of:)',
        'Query.record',
        'Record.facts',
        'Record.facts(of:)',
      ],
    ],
    [
      'input fields that are written out',
      '{ list(filter: { inside: { year: 1 } }) { at } }',
      ['Query.list', 'Query.list(filter:)', 'Visit.at', 'VisitFilter.inside', 'VisitFilter.year'],
    ],
    [
      'all input fields that a variable may bring',
      'query ($f: VisitFilter) { list(filter: $f) { at } }',
      [
        'AreaFilter.code',
        'Query.list',
        'Query.list(filter:)',
        'Visit.at',
        'VisitFilter.area',
        'VisitFilter.inside',
        'VisitFilter.kind',
        'VisitFilter.year',
      ],
    ],
    ['nothing of introspection', '{ __typename __schema { types { name } } }', []],
    ['nothing of a directive', 'query ($a: Boolean!) { record @include(if: $a) { __typename } }', ['Query.record']],
  ])('is %s', (_, text, coordinates) => {
    expect(described(text)?.coordinates).toEqual(coordinates);
  });

  it('is that of the operation that runs', () => {
    const text = 'query One { record { ...F } } query Two { things { __typename } } fragment F on Labour { found }';
    expect(described(text, 'Two')?.coordinates).toEqual(['Query.things']);
    expect(described(text, 'One')?.coordinates).toEqual(['Labour.found', 'Query.record']);
    expect(described(text)).toBeNull();
    expect(described(text, 'Three')).toBeNull();
  });

  it('has one hash whatever it is asked with', () => {
    const one = described('query A { household(houseCode: "99990000011") { visits(first: 5) { at } } }');
    const other = described('query A { household(houseCode: "99990000022") { visits(first: 9) { at } } }');
    expect(one?.operationHash).toBe(other?.operationHash);
    expect(described('query A { household(houseCode: "1") { found } }')?.operationHash).not.toBe(one?.operationHash);
  });

  it('is worked out once for each document', () => {
    const describeOnce = createOperationDescriber();
    const document = parse('{ record { found } }');
    expect(describeOnce(schema, document)).toBe(describeOnce(schema, document, null));
  });

  it('leaves nothing of what was asked with, or of whom, in the file', async () => {
    const secret = '0999900001011';
    const text = `query Of${secret} { household(houseCode: "${secret}") { visits(only: { area: { code: "${secret}" } }) { at } } }`;
    const operation = described(text);
    if (operation === null) throw new TypeError('it is described');
    await record([{ ...operation, client: clientName(`visit ${secret}`), at: now }]);
    const files = await readdir(dataDir);
    const bytes = await Promise.all(files.map((file) => readFile(path.join(dataDir, file), 'latin1')));
    expect(bytes.join('')).toContain('Query.household');
    expect(bytes.join('')).not.toContain(secret);
  });
});
