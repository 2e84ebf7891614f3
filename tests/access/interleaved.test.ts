import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPipeline } from '../../gateway/app/pipeline.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { fullHouse, fullPerson, hiddenHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import {
  openAccessBed,
  openSignedGate,
  type AccessBed,
  type Reply,
  type SignedGate,
  type Variables,
} from '../support/access.ts';
import { workedHouse } from '../support/worked-bodies.ts';
import { nameOf, scopeSets } from './askers.ts';
import { createOracle, type Oracle } from './oracle.ts';

// Many principals at once over the same caches: plans, calls under way, tokens, readers. No answer holds anything that
// only another may see.

let bed: AccessBed;
let oracle: Oracle;
let signed: SignedGate;

beforeAll(async () => {
  bed = await openAccessBed();
  oracle = createOracle(bed);
  signed = await openSignedGate(bed);
});

afterAll(async () => {
  await signed.close();
  await bed.close();
});

const household = (selection: string): string =>
  `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { houseCode ${selection} } }`;

const ofHouseholds = [
  household('areaCode members { personId nameTh citizenId birthDate birthYear } address { line postcode }'),
  household(
    'health { found facts { name subject value } entitlements { programme { id } body { code } recordRef } illness { member: __typename } }',
  ),
  household(
    'answers { body { code } status entitlementCount serviceCount } entitlements { programme { id } person { nameTh } body { code } status recordRef startedOn }',
  ),
  household(
    'socialWelfare { found facts { name value countedFrom countedIn } services { programme { id } body { code } deliveredOn } }',
  ),
  household(
    'screening { programme { id } person { personId nameTh } verdict receiving money { thb maxThb period } evidence { fact subject condition value holds reason asOf } }',
  ),
  household(
    'again: members { number: citizenId } labour { found facts { name value } } interior { found facts { name value } }',
  ),
].map((query) => ({
  query,
  keys: [fullHouse, hiddenHouse, workedHouse, '99990000033', '99990000122'],
  key: 'houseCode',
}));

const others = [
  {
    query:
      'query ($personId: ID!) { person(personId: $personId) { personId nameTh citizenId birthDate household { houseCode areaCode address { line } } } }',
    keys: [fullPerson, `${workedHouse}-M1`, '99990000033-M1'],
    key: 'personId',
  },
  {
    query:
      'query ($first: Int) { households(first: $first) { edges { node { houseCode areaCode members { personId citizenId } } } } }',
    keys: [100],
    key: 'first',
  },
];

interface Question {
  readonly access: AccessContext;
  readonly query: string;
  readonly variables: Variables;
}

/** Few names for many: the same subject comes with other scopes and areas, as after a new token. */
const askers: fc.Arbitrary<AccessContext> = fc
  .record({
    role: fc.constantFrom(
      'caseworker' as const,
      'supervisor' as const,
      'report-builder' as const,
      'body-officer' as const,
    ),
    scopes: fc.constantFrom(...scopeSets),
    areas: fc.constantFrom(['*'], ['50'], ['10'], ['50', '10'], []),
    body: fc.constantFrom('health' as const, 'interior' as const, 'labour' as const, 'social-welfare' as const),
    subject: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
  })
  .map(({ role, scopes, areas, body, subject }) => {
    const access = accessFor({ role, scopes, areas, body: role === 'body-officer' ? body : null });
    return { ...access, principal: { ...access.principal, subject } };
  });

const questions: fc.Arbitrary<Question> = fc
  .tuple(
    askers,
    fc
      .constantFrom(...ofHouseholds, ...others)
      .chain(({ query, key, keys }) =>
        fc.constantFrom<string | number>(...keys).map((value) => ({ query, variables: { [key]: value } })),
      ),
  )
  .map(([access, asked]) => ({ access, ...asked }));

const wholes = new Map<string, Promise<Reply>>();

function wholeOf({ query, variables }: Question): Promise<Reply> {
  const key = JSON.stringify([query, variables]);
  const whole = wholes.get(key) ?? bed.askOpen(query, variables);
  wholes.set(key, whole);
  return whole;
}

async function wrongly(through: AccessBed['gate']['pipeline'], asked: readonly Question[]): Promise<readonly string[]> {
  // Nothing is under way: time may pass, so that nobody has spent every point.
  bed.clock.advance(30_000);
  const replies = await Promise.all(
    asked.map(async (each) => ({
      ...each,
      reply: await bed.askThrough(through, each.access, each.query, each.variables),
    })),
  );
  const found = await Promise.all(
    replies.map(async ({ reply, ...each }) => {
      const differences = await oracle.differences(each, await wholeOf(each), reply);
      return differences.map((difference) => `${nameOf(each.access)}: ${JSON.stringify(each.variables)} ${difference}`);
    }),
  );
  return found.flat();
}

/** The same for every run, in the order of the seed. */
function batches(count: number, seed: number): readonly (readonly Question[])[] {
  const all = fc.sample(questions, { numRuns: count * 100, seed });
  return Array.from({ length: count }, (_, at) => all.slice(at * 100, at * 100 + 100));
}

describe('many principals at once', () => {
  it('see each what it may, over bodies of one process', async () => {
    for (const batch of batches(20, 1)) {
      // oxlint-disable-next-line no-await-in-loop -- a hundred at once are enough
      expect((await wrongly(bed.gate.pipeline, batch)).slice(0, 5)).toEqual([]);
    }
  }, 120_000);

  it('see each what it may, over bodies that are called with signed tokens', async () => {
    for (const batch of batches(10, 2)) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await wrongly(signed.gate.pipeline, batch)).slice(0, 5)).toEqual([]);
    }
  }, 120_000);

  it('would see what others may, were calls under way told apart without the principal', async () => {
    const { stamp } = signed.parts;
    const mixed = createPipeline({
      ...signed.parts,
      stamp: (access, hash) => {
        const real = stamp(access, hash);
        return (subgraph) => ({ ...real(subgraph), principalKey: 'everybody' });
      },
    });
    const found = await Promise.all(batches(3, 2).map((batch) => wrongly(mixed, batch)));
    expect(found.flat()).not.toEqual([]);
  });
});
