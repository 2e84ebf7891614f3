import * as fc from 'fast-check';
import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, isBodyName, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { sensitiveCategories, type AccessContext } from '../../schema/contract/identity.ts';
import catalogue from '../../schema/programmes.json' with { type: 'json' };
import type { OpenSubgraph } from '../_kit/define-subgraph.ts';
import { accessFor } from '../_kit/test-kit.ts';
import { subgraph } from './subgraph.ts';

// The bodies leave out what a principal may not see. Here they forget to: the join gets everything, and must itself
// show nothing that rests on what is withheld.

const houseCode = '99991000001';
const persons = [`${houseCode}-M1`, `${houseCode}-M2`];
const asOf = '2022-08-10T00:00:00Z';
const today = '2022-08-10';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are walked as the question asks
type Json = any;

interface Line {
  readonly body: BodyName;
  readonly programme: string;
  readonly person: string | null;
}

interface FactRow {
  readonly body: BodyName;
  readonly name: string;
  readonly subject: string;
  readonly value: unknown;
  readonly countedFrom: string | null;
  readonly countedIn: string | null;
}

interface Told {
  readonly facts: readonly FactRow[];
  readonly entitlements: readonly Line[];
  readonly services: readonly Line[];
}

let casefile: OpenSubgraph;

beforeAll(async () => {
  casefile = await subgraph.open({ dataDir: '', today: () => today });
});

const limited: fc.Arbitrary<AccessContext> = fc.oneof(
  fc.subarray([...sensitiveCategories]).map((held) => accessFor({ scopes: held.map((each) => `sensitive:${each}`) })),
  fc.constantFrom(...bodyNames).map((body) => accessFor({ role: 'body-officer', body, scopes: ['sensitive:*'] })),
  fc.constantFrom(...bodyNames).map((body) => accessFor({ role: 'body-officer', body })),
  fc
    .subarray([...sensitiveCategories])
    .map((held) => accessFor({ role: 'report-builder', scopes: held.map((each) => `sensitive:${each}`) })),
);

const days = fc.constantFrom(today, '2022-03-31', '2022-09-30');

describe('the join for a reader of whom something is withheld', () => {
  it('answers the same whatever is withheld: no list, total, verdict or count betrays it', async () => {
    await fc.assert(
      fc.asyncProperty(households(), households(), limited, days, async (told, other, access, day) => {
        const withheld: Told = {
          facts: [
            ...told.facts.filter((fact) => maySee(fact, access)),
            ...other.facts.filter((fact) => !maySee(fact, access)),
          ],
          entitlements: mixed(told.entitlements, other.entitlements, access),
          services: mixed(told.services, other.services, access),
        };
        expect(await answerOf(withheld, day, access)).toEqual(await answerOf(told, day, access));
      }),
      { numRuns: 60 },
    );
  });

  it('has every verdict of who sees all, or UNKNOWN, of every programme whose name reveals nothing', async () => {
    await fc.assert(
      fc.asyncProperty(households(), limited, days, async (told, access, day) => {
        const all = await answerOf(told, day);
        const mine = await answerOf(told, day, access);
        const shown = all.screening.filter(({ programme }: Json) => mayName(programme.id, access));
        expect(mine.screening.map(keyOf)).toEqual(shown.map(keyOf));
        const wrong = mine.screening.filter((each: Json, at: number) => !isWidened(shown[at], each, access));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says of a withheld fact that it is not authorized, and no value', async () => {
    const told: Told = { facts: everyFact(), entitlements: [], services: [] };
    const labour = new Set(catalogue.facts.filter(({ ownerBody }) => ownerBody === 'labour').map(({ name }) => name));
    const { screening } = await answerOf(told, today, accessFor({ role: 'body-officer', body: 'labour' }));
    const evidence = screening.flatMap((each: Json) => each.evidence);
    const withheld = evidence.filter(({ fact }: Json) => !labour.has(fact));
    expect([withheld.length > 0, withheld.length < evidence.length]).toEqual([true, true]);
    for (const each of withheld) {
      expect(each).toMatchObject({ holds: 'UNKNOWN', value: null, reason: 'NOT_AUTHORIZED', asOf: null });
    }
    const missing = screening.flatMap((each: Json) => each.missingFacts).filter(({ fact }: Json) => !labour.has(fact));
    expect(new Set(missing.map(({ reason }: Json) => reason))).toEqual(new Set(['NOT_AUTHORIZED']));
  });

  it('cannot tell level and dependants that rest on a withheld disability', async () => {
    const facts = [
      row('household.avgIncomePerPersonYear', houseCode, 20_000),
      row('household.housingSecure', houseCode, true),
      ...persons.flatMap((person) => [
        row('person.isDeceased', person, false),
        row('person.ageYears', person, 40),
        row('person.disabilityCard', person, true),
        row('person.adlScore', person, 20),
      ]),
    ];
    const told: Told = { facts, entitlements: [], services: [] };
    const scopes = ['sensitive:disability', 'sensitive:health'];
    expect(await answerOf(told, today, accessFor({ scopes }))).toMatchObject({
      dependantsCount: 2,
      vulnerabilityLevel: 2,
    });
    expect(await answerOf(told, today, accessFor())).toMatchObject({ dependantsCount: null, vulnerabilityLevel: null });
  });

  it('knows no age on another day where the birthday is withheld', async () => {
    const age = { ...row('person.ageYears', persons[0] ?? '', 59), countedFrom: '1962-09-01', countedIn: 'YEARS' };
    const told: Told = { facts: [age], entitlements: [], services: [] };
    const builder = accessFor({ role: 'report-builder', scopes: ['sensitive:*'] });
    const agesOn = async (day: string, access: AccessContext): Promise<unknown> => {
      const { screening } = await answerOf(told, day, access);
      const ages = screening
        .flatMap((each: Json) => each.evidence)
        .filter(({ fact }: Json) => fact === 'person.ageYears');
      return [...new Set(ages.filter(({ subject }: Json) => subject === persons[0]).map(({ value }: Json) => value))];
    };
    expect(await agesOn(today, builder)).toEqual([59]);
    expect(await agesOn('2022-09-30', builder)).toEqual([null]);
    expect(await agesOn('2022-09-30', accessFor())).toEqual([60]);
  });

  it('shows to the staff of another body that there is an enrolment, and neither sum, day nor reference', async () => {
    const told: Told = {
      facts: [],
      entitlements: [{ body: 'interior', programme: 'int-old-age-allowance', person: persons[0] ?? '' }],
      services: [],
    };
    const officer = async (body: BodyName): Promise<Json> =>
      (await answerOf(told, today, accessFor({ role: 'body-officer', body }))).entitlements;
    expect(await officer('interior')).toMatchObject([
      { status: 'ACTIVE', money: { thb: 600 }, startedOn: '2021-10-01', recordRef: 'ref' },
    ]);
    expect(await officer('labour')).toMatchObject([
      { programme: { id: 'int-old-age-allowance' }, status: 'ACTIVE', money: null, startedOn: null, recordRef: '' },
    ]);
  });

  it('opens nothing but the catalogue to a developer and an auditor', async () => {
    for (const role of ['body-developer', 'auditor'] as const) {
      const access = accessFor({ role, scopes: ['sensitive:*', 'identity:full'] });
      // oxlint-disable-next-line no-await-in-loop -- two roles, one after the other
      const { data, errors } = await run(`{ bodies { code } programmes { totalCount } }`, {}, access);
      expect([errors, data.programmes.totalCount]).toEqual([undefined, catalogue.programmes.length]);
      // oxlint-disable-next-line no-await-in-loop -- two roles, one after the other
      const refused = await askWhole({ facts: everyFact(), entitlements: [], services: [] }, today, access);
      expect(refused.data).toEqual({ _entities: [null] });
      expect(refused.errors[0].extensions.code).toBe('POLICY_DENIED');
    }
  });
});

/** What the test knows of the rules, read from the catalogue and not from the code. */
function maySee({ name, body }: FactRow, { principal }: AccessContext): boolean {
  if (principal.role === 'body-officer' && principal.body !== body) return false;
  const hidden = ['person.birthDate', 'person.daysSinceDelivery', 'household.bkkCommunityName'];
  if (principal.role === 'report-builder' && hidden.includes(name)) return false;
  return categoriesOf(name).every((category) => holds(category, principal));
}

function categoriesOf(fact: string): readonly string[] {
  const entry = catalogue.facts.find(({ name }) => name === fact);
  if (fact === 'household.dependantsCount') return ['disability', 'health'];
  return entry === undefined || entry.category === 'open' ? [] : [entry.category];
}

function mayName(id: string, { principal }: AccessContext): boolean {
  const programme = catalogue.programmes.find((each) => each.id === id);
  return programme?.sensitiveFacts.flatMap(categoriesOf).every((category) => holds(category, principal)) === true;
}

function holds(category: string, { scopes }: AccessContext['principal']): boolean {
  return scopes.has('sensitive:*') || scopes.has(`sensitive:${category}`);
}

/** The visible lines of the first, the withheld ones of the second. What staff of other bodies see is the same of both. */
function mixed(one: readonly Line[], other: readonly Line[], access: AccessContext): readonly Line[] {
  return [
    ...one.filter(({ programme }) => mayName(programme, access)),
    ...other.filter(({ programme }) => !mayName(programme, access)),
  ];
}

function isWidened(whole: Json, mine: Json, { principal }: AccessContext): boolean {
  const truth = mine.ruleHolds === whole.ruleHolds || mine.ruleHolds === 'UNKNOWN';
  // Out of force and unknown is out of force: it would be no claim either way.
  const verdict =
    [whole.verdict, 'UNKNOWN'].includes(mine.verdict) ||
    (mine.verdict === 'NOT_IN_FORCE' && mine.ruleHolds === 'UNKNOWN');
  const sum = mine.money?.thb === whole.money?.thb || mine.money?.thb === null;
  return truth && verdict && sum && mine.receiving === whole.receiving && principal !== null;
}

function keyOf({ programme, person }: Json): string {
  return `${programme.id} ${person?.personId ?? ''}`;
}

/** Facts of the dictionary with any value, some left out; any enrolments and services. */
function households(): fc.Arbitrary<Told> {
  const facts = catalogue.facts.flatMap((fact) =>
    (fact.name.startsWith('household.') ? [houseCode] : persons).map((subject) =>
      fc
        .option(valueOf(fact))
        .chain((value) => fc.boolean().map((isStated) => (isStated ? [row(fact.name, subject, value)] : []))),
    ),
  );
  const lines = fc.array(
    fc.record({ programme: fc.constantFrom(...catalogue.programmes), person: fc.constantFrom(...persons) }),
    { maxLength: 12 },
  );
  return fc.record({
    facts: fc.tuple(...facts).map((rows) => rows.flat()),
    entitlements: lines.map((held) => held.map(lineOf)),
    services: lines.map((held) => held.map(lineOf)),
  });
}

function lineOf({ programme, person }: { programme: (typeof catalogue.programmes)[number]; person: string }): Line {
  return {
    body: bodyNamed(programme.body),
    programme: programme.id,
    person: programme.target === 'HOUSEHOLD' ? null : person,
  };
}

function valueOf(fact: (typeof catalogue.facts)[number]): fc.Arbitrary<unknown> {
  const words = 'enum' in fact && Array.isArray(fact.enum) ? (fact.enum as readonly string[]) : ['NONE'];
  switch (fact.type) {
    case 'bool':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...words);
    case 'list':
      return fc.subarray([...words]);
    case 'date':
      return fc.constantFrom('1950-01-01', '2021-05-06');
    case 'string':
      return fc.constantFrom('10', '50');
    default:
      return fc.constantFrom(0, 1, 3, 10, 33, 40, 61, 70, 20_000, 90_000);
  }
}

function everyFact(): readonly FactRow[] {
  return catalogue.facts.map(({ name }) =>
    row(name, name.startsWith('household.') ? houseCode : (persons[0] ?? ''), true),
  );
}

function row(name: string, subject: string, value: unknown): FactRow {
  const owner = catalogue.facts.find((fact) => fact.name === name)?.ownerBody ?? '';
  return { body: bodyNamed(owner), name, subject, value, countedFrom: null, countedIn: null };
}

function bodyNamed(name: string): BodyName {
  if (!isBodyName(name)) throw new TypeError(`${name} is no body`);
  return name;
}

const screening = `programme { id } person { personId } verdict ruleHolds receiving money { thb maxThb period }
  evidence { fact subject holds value asOf reason } missingFacts { fact subject reason }`;

const question = `answers { body { code } status entitlementCount serviceCount }
  entitlements { programme { id } person { personId } status money { thb } startedOn recordRef }
  services { programme { id } person { personId } status deliveredOn }
  screening(asOf: $day) { ${screening} }
  gaps(asOf: $day) { items { ${screening} } due { programme { id } } unknown { programme { id } }
    referrals { programme { id } } overPayments { programme { id } } monthlyThb yearlyThb oneOffThb
    totals { monthlyDue monthlyReceived yearlyDue yearlyReceived oneOffUnpaid overPaidMonthly } complete }
  overlaps(asOf: $day) { programmes { id } person { personId } reason }
  vulnerabilityLevel(asOf: $day) dependantsCount(asOf: $day) dimensions { dimension failed indicators }`;

async function answerOf(told: Told, day: string, access?: AccessContext): Promise<Json> {
  const { data, errors } = await askWhole(told, day, access);
  expect(errors).toBeUndefined();
  return data._entities[0];
}

function askWhole(told: Told, day: string, access?: AccessContext): Promise<Json> {
  return run(
    `query ($keys: [_Any!]!, $day: Date) { _entities(representations: $keys) { ... on Household { ${question} } } }`,
    { keys: [representation(told)], day },
    access,
  );
}

async function run(source: string, variableValues: object, access?: AccessContext): Promise<Json> {
  const contextValue = casefile.context({ ...(access && { access }) });
  const result = await graphql({
    schema: casefile.schema,
    source,
    variableValues: { ...variableValues },
    contextValue,
  });
  return JSON.parse(JSON.stringify(result));
}

/** As the gateway hands it over when every body has told everything. */
function representation({ facts, entitlements, services }: Told): object {
  const members = persons.map((personId) => ({ personId, nameTh: null }));
  const records = bodyNames.map((name) => [
    recordField(name),
    {
      found: true,
      asOf,
      facts: facts.filter(({ body }) => body === name).map((fact) => ({ ...fact, asOf })),
      entitlements: linesOf(entitlements, name).map((line) => ({
        ...line,
        money: { thb: 600, maxThb: null, period: 'MONTH' },
        startedOn: '2021-10-01',
        endedOn: null,
        recordRef: 'ref',
        status: 'ACTIVE',
      })),
      services: linesOf(services, name).map((line) => ({ ...line, status: 'DELIVERED', deliveredOn: '2022-01-02' })),
    },
  ]);
  return { __typename: 'Household', houseCode, members, ...Object.fromEntries(records) };
}

function linesOf(lines: readonly Line[], name: BodyName): readonly object[] {
  return lines
    .filter(({ body }) => body === name)
    .map(({ programme, person }, at) => ({
      id: `${name}:${at}`,
      programme: { id: programme },
      person: person === null ? null : { personId: person },
      asOf,
    }));
}
