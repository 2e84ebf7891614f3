import { isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, keystone, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { secretOfBody } from '../support/faulty-body.ts';
import { startEmbedded, type Response, type TestGateway } from '../support/gateway.ts';
import { codesOf, expectManifest, expectNothingLeaked, expectOnlyLost, type Loss } from '../support/losses.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { wholeCaseFile } from '../support/whole-case-file.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* The bodies of this process: what a resolver does wrong there costs no more than what a service does. */

let worked: WorkedBodies;
let gateway: TestGateway;
let clock: SteppedClock;
let query: string;
let healthy: Response;
let mend: () => void = () => undefined;

beforeAll(async () => {
  worked = await openWorkedBodies();
  clock = steppedClock();
  gateway = await startEmbedded(worked.supergraph, worked.subgraphs.all, { clock, isUnlimited: true });
  query = wholeCaseFile(gateway.engine.supergraphs.current().apiSchema);
  healthy = await gateway.ask(query, { houseCode: workedHouse });
});

afterAll(async () => {
  await gateway.close();
  await worked.close();
});

afterEach(() => {
  mend();
  clock.advance(60_000);
  gateway.calls.length = 0;
  gateway.faults.length = 0;
});

/** Puts another resolver in a body's place until the test is over. */
function sabotage(body: BodyName, typeName: string, fieldName: string, resolve: () => unknown): void {
  const type = worked.subgraphs.all.get(body)?.schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (field === undefined) throw new TypeError(`${body} has no ${typeName}.${fieldName}`);
  const { resolve: right } = field;
  field.resolve = resolve;
  mend = () => {
    if (right === undefined) delete field.resolve;
    else field.resolve = right;
  };
}

const accident = (): never => {
  throw new Error(`connect ECONNREFUSED ${secretOfBody}:5432 SELECT citizen_id`);
};

const refusal = (): never => {
  throw new CodedError('BODY_STORE_FAILED', { body: 'health', problem: 'the file is gone' });
};

/** Each with what must be known of it; a resolver's nonsense is the body's own failure to answer. */
const misdeeds: readonly (readonly [string, () => unknown])[] = [
  ['throws', accident],
  ['rejects', () => Promise.reject(new Error(secretOfBody))],
  ['says that its store is broken', refusal],
  ['returns a word', () => 'nonsense'],
  ['returns an object of another kind', () => ({ found: 'perhaps', asOf: 13, facts: {}, entitlements: null })],
];

describe.each<BodyName>(['health', 'social-welfare', 'bangkok'])('while the resolver of %s', (body) => {
  it.each(misdeeds)('%s, its record is lost and nothing else', async (_, misdeed) => {
    sabotage(body, 'Household', recordField(body), misdeed);
    const response = await gateway.ask(query, { houseCode: workedHouse });
    expect(response.status).toBe(200);
    expectLost(response, new Map([[body, 'UNAVAILABLE']]));
  });

  it('never ends, its record is lost at its deadline and nothing else', async () => {
    let isEntered = false;
    sabotage(body, 'Household', recordField(body), () => {
      isEntered = true;
      return new Promise(() => undefined);
    });
    const startedMs = clock.now();
    const asking = gateway.ask(query, { houseCode: workedHouse });
    const others = bodyNames.filter((name) => name !== body);
    await untilHolds(
      () => isEntered && others.every((name) => gateway.calls.some(({ subgraph }) => subgraph === name)),
      'the others answered',
    );
    clock.advance(800);
    expectLost(await asking, new Map([[body, 'TIMED_OUT']]));
    expect(clock.now() - startedMs).toBeLessThanOrEqual(2_200);
  });
});

function expectLost(response: Response, lost: ReadonlyMap<BodyName, Loss>): void {
  expectManifest(response, lost);
  expectOnlyLost(healthy.data.household, response.data.household, lost);
  expectNothingLeaked(response);
  for (const [name] of lost) expect(codesOf(response.errors, name)).toHaveLength(1);
}

it('loses only the record of a body that has no context to work in', async () => {
  const health = worked.subgraphs.all.get('health');
  if (health === undefined) throw new TypeError('health');
  const broken = new Map(worked.subgraphs.all).set('health', { ...health, context: accident });
  const other = await startEmbedded(worked.supergraph, broken, {
    isUnlimited: true,
    clock,
    fetch: { retryMinDelayMs: 0, retryMaxDelayMs: 0 },
  });
  expectLost(await other.ask(query, { houseCode: workedHouse }), new Map([['health', 'UNAVAILABLE']]));
  expect(other.faults).not.toEqual([]);
  await other.close();
});

it('tells the operator what went wrong inside a body, and the client not', async () => {
  sabotage('health', 'Household', 'health', accident);
  const response = await gateway.ask(query, { houseCode: workedHouse });
  expect(gateway.faults.map(String)).toEqual([expect.stringContaining(secretOfBody)]);
  expectNothingLeaked(response);
});

it('keeps a record of which only a detail that may be null is lost, and says which', async () => {
  const detail = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) {
    health { found coverage { person { personId } scheme } } answers { body { code } status } } }`;
  sabotage('health', 'HealthCoverage', 'scheme', accident);
  const { data, errors, manifest } = await gateway.ask(detail, { houseCode: workedHouse });
  expect(data.household.health).toMatchObject({ found: true });
  expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toContainEqual([
    'household.health.coverage.0.scheme',
    'BODY_UNAVAILABLE',
  ]);
  expect(data.household.answers).toContainEqual({ body: { code: 'HEALTH' }, status: 'ANSWERED' });
  expect(manifest.bodies).toContainEqual(expect.objectContaining({ code: 'HEALTH', status: 'ANSWERED' }));
  expect(manifest.complete).toBe(false);
});

it.each(misdeeds)('shows no household while the interior %s', async (_, misdeed) => {
  sabotage(keystone, 'Query', 'household', misdeed);
  const response = await gateway.ask(query, { houseCode: workedHouse });
  const lost = new Map(bodyNames.map((name): [BodyName, Loss] => [name, 'NOT_ASKED']));
  expect(response.data).toEqual({ household: null });
  expectManifest(response, lost.set(keystone, 'UNAVAILABLE'));
  expectNothingLeaked(response);
  expect(codesOf(response.errors, keystone)).toHaveLength(1);
});
