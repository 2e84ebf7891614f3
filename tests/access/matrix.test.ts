import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullHouse, fullPerson } from '../../subgraphs/_kit/test-kit-household.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { leaking, openAccessBed, openGate, type AccessBed, type Layers, type Reply } from '../support/access.ts';
import { nameOf, nonReaders, readers, readersOfJoin, someReaders } from './askers.ts';
import type { Json } from '../support/gateway.ts';
import { workedHouse } from '../support/worked-bodies.ts';
import { createOracle, onlyBodiesDecide, onlyGatewayDecides, type Layer, type Oracle } from './oracle.ts';
import { pathOperations, type PathOperation } from './paths.ts';

// Every path to every field of one household that has something of everything, for every role with and without each
// scope: by both layers, by the gateway over bodies that show everything, and by the bodies under a gateway that decides
// nothing.

let bed: AccessBed;
let oracle: Oracle;
let asked: readonly AskedPath[];
let byOtherEntries: readonly AskedPath[];

interface AskedPath extends PathOperation {
  readonly whole: Reply;
}

beforeAll(async () => {
  bed = await openAccessBed();
  oracle = createOracle(bed);
  const { personId, citizenId } = await numberedPerson();
  const operations = pathOperations(bed.schema, { houseCode: fullHouse, personId, citizenId, areaCode: '50' });
  const all = await Promise.all(
    operations.map(async (each) => ({ ...each, whole: await bed.askOpen(each.query, each.variables) })),
  );
  asked = all.filter(({ entry }) => entry === 'Query.household');
  byOtherEntries = all.filter(({ entry }) => entry !== 'Query.household');
});

afterAll(() => bed.close());

const byLayer: Readonly<Record<Exclude<Layer, 'BOTH'>, Layers>> = {
  GATEWAY: { bodies: leaking },
  BODIES: { parts: openGate },
};

async function answerOf(layer: Layer, access: AccessContext, { query, variables }: PathOperation): Promise<Reply> {
  bed.clock.advance(60_000);
  return layer === 'BOTH' ? bed.ask(access, query, variables) : bed.askBy(byLayer[layer], access, query, variables);
}

describe.each<Layer>(['BOTH', 'GATEWAY', 'BODIES'])('what is shown where %s decide', (layer) => {
  it('is what the rules of the schema allow, for every role with and without each scope', async () => {
    const [joined, ...records] = asked;
    if (joined === undefined) throw new TypeError('no operation');
    expect(await wrongly(layer, readersOfJoin, [joined])).toEqual({});
    expect(await wrongly(layer, readers, records)).toEqual({});
  }, 300_000);

  it('is the same by every other entry', async () => {
    expect(await wrongly(layer, someReaders, byOtherEntries)).toEqual({});
  }, 300_000);
});

/** Where answers differ from what they must be, by who asked. */
async function wrongly(
  layer: Layer,
  askers: readonly AccessContext[],
  operations: readonly AskedPath[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = new Map<string, readonly string[]>();
  for (const access of askers) {
    for (const each of operations) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the thread
      const reply = await answerOf(layer, access, each);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const differences = await oracle.differences({ access, query: each.query, layer }, each.whole, reply);
      const name = `${nameOf(access)} by ${each.entry}`;
      if (differences.length > 0) found.set(name, [...(found.get(name) ?? []), ...differences.slice(0, 5)]);
    }
  }
  return Object.fromEntries(found);
}

/** Somebody of the worked households: the kit's have no number that passes. */
async function numberedPerson(): Promise<{ readonly personId: string; readonly citizenId: string }> {
  const query =
    'query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { members { personId citizenId } } }';
  const { data } = await bed.askOpen(query, { houseCode: workedHouse });
  const found = data.household.members.find(({ citizenId }: Json) => citizenId !== null);
  return { personId: fullPerson, citizenId: found.citizenId };
}

describe('the household of the matrix', () => {
  it('has a value in every field, so that none is withheld for want of one', () => {
    expect([...asked, ...byOtherEntries].flatMap(({ whole }) => whole.errors)).toEqual([]);
  });

  it('is opened by nobody whose role opens none', async () => {
    for (const access of nonReaders) {
      for (const { query, variables } of asked) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { refused, calls } = await bed.ask(access, query, variables);
        expect([refused, calls]).toEqual(['POLICY_ROLE_REFUSED', []]);
      }
    }
  });
});

describe('the lists of what one layer alone cannot decide', () => {
  it('hold nothing that it could', () => {
    const never = [...onlyBodiesDecide.keys(), ...onlyGatewayDecides.keys()].filter((each) => !oracle.letOff.has(each));
    expect(never).toEqual([]);
  });
});
