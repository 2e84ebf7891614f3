import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUngated, type Ungated } from '../../gateway/app/embedded.ts';
import { bodyNames, recordField } from '../../schema/contract/bodies.ts';
import { ask as askNaively, type NaiveWorld } from '../../subgraphs/_kit/rules/naive.ts';
import type { Programme } from '../../subgraphs/_kit/rules/programme.ts';
import { generateHouseholds } from '../../subgraphs/_population/generate.ts';
import { importHouseholds } from '../../subgraphs/_population/import-households.ts';

import { testSettings } from '../support/gateway.ts';

const root = path.join(import.meta.dirname, '../..');
const day = '2022-08-10';

const { programmes } = JSON.parse(readFileSync(path.join(root, 'schema/programmes.json'), 'utf8')) as {
  programmes: readonly Programme[];
};
const { scenarios } = JSON.parse(readFileSync(path.join(root, 'subgraphs/_population/worked-cases.json'), 'utf8')) as {
  scenarios: readonly Scenario[];
};

interface Scenario {
  readonly household: Readonly<Record<string, unknown>>;
  readonly members: readonly Readonly<Record<string, unknown>>[];
}

interface Told {
  readonly houseCode: string;
  readonly members: readonly { readonly personId: string }[];
  readonly entitlements: readonly {
    readonly programme: { readonly id: string };
    readonly person: { readonly personId: string } | null;
    readonly status: string;
  }[];
  readonly answers: readonly { readonly body: { readonly code: string }; readonly status: string }[];
  readonly screening: readonly {
    readonly programme: { readonly id: string };
    readonly person: { readonly personId: string } | null;
    readonly verdict: string;
    readonly receiving: string;
  }[];
  readonly [record: string]: unknown;
}

interface Record13 {
  readonly facts: readonly { readonly name: string; readonly subject: string; readonly value: unknown }[];
}

const selection = `houseCode members { personId }
  ${bodyNames.map((name) => `${recordField(name)} { facts { name subject value } }`).join('\n')}
  entitlements { programme { id } person { personId } status }
  answers { body { code } status }
  screening { programme { id } person { personId } verdict receiving }`;

let dataDir: string;
let embedded: Ungated;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  embedded = await openUngated({ ...testSettings, dataDir, operationDeadlineMs: 60_000, bodyDeadlineMs: 60_000 });
});

afterAll(async () => {
  await embedded.close();
  await rm(dataDir, { recursive: true });
});

/** What the graph says of all households that are loaded. */
async function everyHousehold(): Promise<readonly Told[]> {
  const data = await ask<{ households: { edges: readonly { node: Told }[] } }>(
    `{ households(first: 200) { edges { node { ${selection} } } } }`,
  );
  return data.households.edges.map(({ node }) => node);
}

async function ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { text = 'null' } = await embedded.engine.execute({ document: parse(query), variables });
  return JSON.parse(text);
}

/** `programme subject: verdict receiving`, from the facts that the bodies told and nothing else. */
function recompute(told: Told): readonly string[] {
  const records = bodyNames.map((name) => told[recordField(name)] as Record13 | null);
  const facts = new Map(
    records.flatMap((record) => record?.facts ?? []).map((fact) => [`${fact.subject} ${fact.name}`, fact.value]),
  );
  const interior = new Set((told['interior'] as Record13 | null)?.facts.map(({ subject }) => subject));
  const members = told.members.map(({ personId }) => personId);
  const dead = new Map(
    members.map((id) => [
      id,
      facts.get(`${id} person.isDeceased`) === true ? true : interior.has(id) ? false : undefined,
    ]),
  );
  const world: NaiveWorld = { facts, members, dead, house: told.houseCode };
  return programmes.flatMap((programme) =>
    (programme.target === 'PERSON' ? members : [null]).map(
      (person) =>
        `${programme.id} ${person ?? told.houseCode}: ${verdict(programme, world, person)} ${receiving(programme, told, person)}`,
    ),
  );
}

function verdict(programme: Programme, world: NaiveWorld, person: string | null): string {
  let holds = askNaively(programme.rule, world, person);
  if (person !== null && !JSON.stringify(programme.rule).includes('person.isDeceased')) {
    const isDead = world.dead.get(person);
    if (isDead === true) holds = false;
    else if (isDead === undefined && holds === true) holds = undefined;
  }
  if (holds === false) return 'NOT_ELIGIBLE';
  const { from, to } = programme.effective;
  if ((from !== null && day < from) || (to !== null && day > to)) return 'NOT_IN_FORCE';
  return holds === true ? 'LIKELY_ELIGIBLE' : 'UNKNOWN';
}

function receiving(programme: Programme, told: Told, person: string | null): string {
  const held = told.entitlements.some(
    (each) =>
      each.programme.id === programme.id &&
      (each.person?.personId ?? null) === person &&
      ['ACTIVE', 'AWAITING_RENEWAL', 'APPLIED'].includes(each.status),
  );
  if (held) return 'RECEIVING';
  const code = programme.body.toUpperCase().replaceAll('-', '_');
  const answer = told.answers.find(({ body }) => body.code === code)?.status;
  return answer === 'ANSWERED' || answer === 'NO_RECORD' ? 'NOT_RECEIVING' : 'UNKNOWN';
}

function shown(told: Told): readonly string[] {
  return told.screening.map(
    (each) => `${each.programme.id} ${each.person?.personId ?? told.houseCode}: ${each.verdict} ${each.receiving}`,
  );
}

/** A worked household of which some facts are absent, some are null, and some registries were not read. */
const damaged = fc
  .record({
    scenario: fc.constantFrom(...scenarios),
    absent: fc.double({ min: 0, max: 0.3, noNaN: true }),
    nulls: fc.double({ min: 0, max: 0.2, noNaN: true }),
    unread: fc.subarray(
      bodyNames.filter((name) => name !== 'interior'),
      { maxLength: 3 },
    ),
    dice: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  })
  .map(({ scenario, absent, nulls, unread, dice }) => {
    const rolls = dice[Symbol.iterator]();
    const damage = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(facts).flatMap(([name, value]) => {
          const roll = Number(rolls.next().value);
          if (kept.has(name)) return [[name, value]];
          return roll < absent ? [] : [[name, roll < absent + nulls ? null : value]];
        }),
      );
    return { ...scenario, household: damage(scenario.household), members: scenario.members.map(damage), unread };
  });

/** Keys that a household cannot be without. */
const kept = new Set([
  'houseCode',
  'member',
  'citizenId',
  'name',
  'relation',
  'birthDateBE',
  'birthDate',
  'provinceCode',
]);

describe('verdicts recomputed from the facts that the graph shows', () => {
  it.each(['50', '10', '95'])('agree for generated households of area %s', async (area) => {
    await importHouseholds(
      generateHouseholds({ households: 60, area, seed: 11, asOf: day }),
      embedded.subgraphs.bodies,
    );
    const households = await everyHousehold();
    expect(households.length).toBeGreaterThanOrEqual(60);
    for (const told of households) expect(shown(told)).toEqual(recompute(told));
  });

  it('agree for worked households with absent and null facts and unread registries', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (household) => {
        const loaded = await importHouseholds([{ line: 1, household }], embedded.subgraphs.bodies);
        expect(loaded).toEqual({ imported: 1, refused: [] });
        const told = await ask<{ household: Told }>(
          `query ($code: HouseCode!) { household(houseCode: $code) { ${selection} } }`,
          { code: household.household['houseCode'] },
        );
        expect(shown(told.household)).toEqual(recompute(told.household));
      }),
      { numRuns: 60 },
    );
  });
});
