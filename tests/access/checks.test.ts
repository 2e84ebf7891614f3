import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { sensitiveCategories, type AccessContext } from '../../schema/contract/identity.ts';
import { fullExtract, fullHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import {
  isSensitive,
  leaking,
  loadExtracts,
  openAccessBed,
  openGate,
  type AccessBed,
  type BodyView,
  type Layers,
  type Reply,
} from '../support/access.ts';
import { nameOf } from './askers.ts';
import { createOracle, type Layer, type Oracle } from './oracle.ts';
import { operationTo } from './paths.ts';

// Each check is taken out, alone, while the other layer lets everything pass: somebody must then see what nobody may.

let bed: AccessBed;
let oracle: Oracle;
/** The interior alone knows it. */
const sparseHouse = '99992000001';

beforeAll(async () => {
  bed = await openAccessBed();
  oracle = createOracle(bed);
  await loadExtracts(bed.worked, (definition, body) => {
    const full = fullExtract(definition, body, isSensitive(bed.rows));
    const identity = new Map([...full.identity].map(([member, known]) => [member, { ...known, citizenId: null }]));
    return definition.name === 'interior' ? [{ ...full, houseCode: sparseHouse, identity }] : [];
  });
});

afterAll(() => bed.close());

type PartsChange = NonNullable<Layers['parts']>;
type Parts = Parameters<PartsChange>[0];
type Reading = ReturnType<ReturnType<Parts['policyOf']>['read']>;

/** Every category but one is held, and none; some who see less for what they are. */
const readers: readonly AccessContext[] = [
  accessFor(),
  ...sensitiveCategories.map((out) =>
    accessFor({ scopes: sensitiveCategories.filter((each) => each !== out).map((each) => `sensitive:${each}`) }),
  ),
  accessFor({ role: 'report-builder', scopes: ['sensitive:*'] }),
  accessFor({ role: 'body-officer', body: 'culture', scopes: ['sensitive:*'] }),
];

/** What the answers to one operation show that they must not, or must and do not, by reader. */
async function differences(layer: Layer, way: Layers, query: string, houseCode: string): Promise<readonly string[]> {
  const whole = await bed.askOpen(query, { houseCode });
  const found: string[] = [];
  for (const access of readers) {
    bed.clock.advance(60_000);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const reply = await bed.askBy(way, access, query, { houseCode });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const differing = await oracle.differences({ access, query, layer }, whole, reply);
    found.push(...differing.map((each) => `${nameOf(access)}: ${each}`));
  }
  return found;
}

const gatewayAlone: Layers = { bodies: leaking };

function reading(change: (reading: Reading) => Reading): PartsChange {
  return (parts) => ({
    ...parts,
    policyOf: (graph) => {
      const policy = parts.policyOf(graph);
      return { ...policy, read: (access) => change(policy.read(access)) };
    },
  });
}

function withoutGuard(name: string): PartsChange {
  return reading(({ reader, seen }) => {
    const guards = new Map(reader.guards);
    guards.delete(name);
    return { seen, reader: { ...reader, guards, key: `${reader.key} without ${name}` } };
  });
}

const withoutMasks: PartsChange = reading(({ reader, seen }) => ({
  seen,
  reader: { ...reader, masks: new Map(), key: `${reader.key} without masks` },
}));

const withoutFieldPolicy: PartsChange = (parts) => ({
  ...parts,
  policyOf: (graph) => ({
    ...parts.policyOf(graph),
    filter: ({ document }) => ({ document, variant: '', shape: document, withheld: new Set(), denied: [] }),
  }),
});

/** Every guard that some reader has. */
async function guardNames(): Promise<readonly string[]> {
  const names = new Set<string>();
  const collecting = reading((one) => {
    for (const name of one.reader.guards.keys()) names.add(name);
    return one;
  });
  for (const access of readers) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await bed.askBy({ parts: collecting }, access, '{ bodies { code } }');
  }
  return [...names];
}

describe('the gateway, over bodies that show everything', () => {
  it('needs the guard of every type of rows', async () => {
    const names = await guardNames();
    const types = names.filter((name) => !name.includes('.') && name !== 'Household');
    expect(types.length).toBeGreaterThan(10);
    const unmissed: string[] = [];
    for (const name of types) {
      const query = operationTo(bed.schema, name);
      const without = { ...gatewayAlone, parts: withoutGuard(name) };
      const missed: string[] = [];
      // Of the one nothing is missing, of the other all that others than the interior hold.
      for (const house of [fullHouse, sparseHouse]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect([name, await differences('GATEWAY', gatewayAlone, query, house)]).toEqual([name, []]);
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        missed.push(...(await differences('GATEWAY', without, query, house)));
      }
      if (missed.length === 0) unmissed.push(name);
    }
    expect(unmissed).toEqual([]);
  }, 120_000);

  it.each([
    ['masks', 'Person', withoutMasks],
    ['the policy of fields', 'ChronicIllness', withoutFieldPolicy],
    ['the policy of fields', 'Person', withoutFieldPolicy],
  ])('needs %s (%s)', async (_, type, parts) => {
    const query = operationTo(bed.schema, type);
    expect(await differences('GATEWAY', gatewayAlone, query, fullHouse)).toEqual([]);
    expect(await differences('GATEWAY', { ...gatewayAlone, parts }, query, fullHouse)).not.toEqual([]);
  });

  it.each([
    ['Household', '{ household(houseCode: "99991000001") { houseCode } }'],
    ['Household', '{ households(first: 5) { edges { node { houseCode } } } }'],
    ['Query.person', '{ person(personId: "99991000001-M1") { personId } }'],
  ])('needs the guard of %s for %s', async (guard, query) => {
    const elsewhere = accessFor({ areas: ['93'] });
    expect((await bed.askBy(gatewayAlone, elsewhere, query)).text).not.toContain('9999');
    const parts = withoutGuard(guard);
    expect((await bed.askBy({ ...gatewayAlone, parts }, elsewhere, query)).text).toContain('9999');
  });
});

type Change = (access: AccessContext) => AccessContext;

const everywhere: Change = (access) => ({ ...access, principal: { ...access.principal, areas: ['*'] } });
const unmasked: Change = (access) => scoped(access, [...access.principal.scopes, 'identity:full']);
const allSeeing: Change = (access) => {
  const seeing = scoped(access, ['sensitive:*', 'identity:full']);
  return { ...seeing, principal: { ...seeing.principal, role: 'caseworker', body: null } };
};

function scoped(access: AccessContext, scopes: readonly string[]): AccessContext {
  return { ...access, principal: { ...access.principal, scopes: new Set(scopes) } };
}

/** Rows are read for one reader, fields decided for another. */
function view(subgraphs: (name: string) => boolean, { rows, fields }: { rows?: Change; fields?: Change }): BodyView {
  return (subgraph, access, call) => {
    if (!subgraphs(subgraph.name)) return subgraph.context({ ...call, access });
    return {
      ...subgraph.context({ ...call, access: (rows ?? same)(access) }),
      access: (fields ?? same)(access),
    };
  };
}

const ofBodies = (name: string): boolean => name !== 'casefile';
const ofJoin = (name: string): boolean => name === 'casefile';
const ofInterior = (name: string): boolean => name === 'interior';

describe('the bodies, under a gateway that decides nothing', () => {
  const bodiesAlone: Layers = { parts: openGate };

  it.each([
    ['the guard of fields', 'ChronicIllness', view(ofBodies, { fields: allSeeing })],
    ['the guard of fields', 'Person', view(ofBodies, { fields: allSeeing })],
    ['the guard of rows by their words', 'Vaccination', view(ofBodies, { fields: allSeeing })],
    ['masks', 'Person', view(ofBodies, { fields: unmasked })],
    ['the reader of facts', 'Fact', view(ofBodies, { rows: allSeeing })],
    ['the reader of enrolments', 'HealthRecord', view(ofBodies, { rows: allSeeing })],
    ['the join’s own reader of enrolments', 'Screening', view(ofJoin, { fields: allSeeing })],
    ['the join’s own reader of facts', 'FactRef', view(ofJoin, { fields: allSeeing })],
  ])('need %s (%s)', async (_, type, bodies) => {
    const query = operationTo(bed.schema, type).replace(
      'health {',
      'health { facts { name value } entitlements { programme { id } body { code } } services { programme { id } body { code } } ',
    );
    expect(await differences('BODIES', bodiesAlone, query, fullHouse)).toEqual([]);
    expect(await differences('BODIES', { ...bodiesAlone, bodies }, query, fullHouse)).not.toEqual([]);
  });

  const elsewhere = accessFor({ areas: ['93'] });
  const glass = accessFor({ role: 'supervisor', areas: ['10'], breakGlass: 'ต้องเข้าเยี่ยมบ้านด่วนในคืนนี้' });

  it.each([
    [
      'the area of a household',
      elsewhere,
      '{ household(houseCode: "99991000001") { houseCode } }',
      { rows: everywhere },
    ],
    [
      'the area of a list',
      elsewhere,
      '{ households(first: 5) { edges { node { houseCode } } } }',
      { rows: everywhere, fields: everywhere },
    ],
    [
      'the area of a person',
      elsewhere,
      '{ person(personId: "99991000001-M1") { personId } }',
      { rows: everywhere, fields: everywhere },
    ],
    [
      'the area of a person, whatever glass is broken',
      glass,
      '{ person(personId: "99991000001-M1") { personId } }',
      { fields: everywhere },
    ],
    [
      'the refusal to search by a number',
      accessFor({ role: 'report-builder' }),
      '{ person(citizenId: "CITIZEN") { personId } }',
      { fields: allSeeing },
    ],
  ])('need %s', async (_, access, query, change) => {
    const asked = query.replace('CITIZEN', await someNumber());
    const alone = { ...bodiesAlone, ...withoutStages('policy: decide') };
    expect((await bed.askBy(alone, access, asked)).text).not.toContain('9999');
    expect((await bed.askBy({ ...alone, bodies: view(ofInterior, change) }, access, asked)).text).toContain('9999');
  });

  it.each(['body-developer', 'auditor'] as const)('need their guard of roots against a %s', async (role) => {
    const access = accessFor({ role });
    // Nor has either a budget of households to open.
    const alone = { ...bodiesAlone, ...withoutStages('policy: decide', 'policy: ration', 'policy: count') };
    const query = '{ household(houseCode: "99991000001") { houseCode } }';
    expect((await bed.askBy(alone, access, query)).errors.map(({ code }) => code)).toEqual(['POLICY_DENIED']);
    const bodies = view(ofInterior, { fields: allSeeing });
    expect((await bed.askBy({ ...alone, bodies }, access, query)).text).toContain('9999');
  });
});

async function someNumber(): Promise<string> {
  const { data } = await bed.askOpen('{ household(houseCode: "99990000011") { members { citizenId } } }');
  return data.household.members.find(({ citizenId }: { citizenId: string | null }) => citizenId !== null).citizenId;
}

const household = '{ household(houseCode: "99991000001") { houseCode members { personId } } }';

interface Stop {
  readonly name: string;
  readonly access: AccessContext;
  readonly query: string;
  /** What must have happened before. */
  readonly before?: (subject: string) => Promise<unknown> | void;
  readonly parts?: PartsChange;
  readonly refused: string;
  /** Whether bodies are asked before it is known. */
  readonly asks?: true;
  readonly without: Pick<Layers, 'parts' | 'stages'>;
}

function withoutStages(...names: readonly string[]): Required<Pick<Layers, 'stages'>> {
  return {
    stages: (all) => {
      const left = all.filter(({ name }) => !names.includes(name));
      if (left.length !== all.length - names.length) throw new TypeError(`no stages ${names.join(', ')}`);
      return left;
    },
  };
}

const down: PartsChange = (parts) => ({
  ...parts,
  recorder: {
    assertWritable: () => {
      throw new CodedError('JOURNAL_UNAVAILABLE');
    },
    record: parts.recorder.record,
  },
});

describe('an operation', () => {
  let subjects = 0;

  const stops: readonly Stop[] = [
    {
      name: 'of a role that opens no household',
      access: accessFor({ role: 'auditor' }),
      query: household,
      refused: 'POLICY_ROLE_REFUSED',
      without: withoutStages('policy: decide'),
    },
    {
      name: 'without a purpose',
      access: { ...accessFor(), purpose: null },
      query: household,
      refused: 'POLICY_PURPOSE_MISSING',
      without: withoutStages('policy: decide'),
    },
    {
      name: 'that breaks the glass of a list',
      access: accessFor({ role: 'supervisor', breakGlass: 'ต้องเข้าเยี่ยมบ้านด่วนในคืนนี้' }),
      query: '{ households { totalCount } }',
      refused: 'POLICY_BREAK_GLASS_SCOPE',
      without: withoutStages('policy: decide'),
    },
    {
      name: 'that breaks the glass for the reason of four hours ago',
      access: accessFor({ role: 'supervisor', areas: ['10'], breakGlass: 'ต้องเข้าเยี่ยมบ้านด่วนในคืนนี้' }),
      query: household,
      before: async (subject) => {
        const access = accessFor({ role: 'supervisor', areas: ['10'], breakGlass: 'ต้องเข้าเยี่ยมบ้านด่วนในคืนนี้' });
        const first = await bed.ask({ ...access, principal: { ...access.principal, subject } }, household);
        expect(first.data.household.houseCode).toBe(fullHouse);
        bed.clock.advance(4 * 3_600_000);
      },
      refused: 'POLICY_BREAK_GLASS_EXPIRED',
      without: { parts: (parts) => ({ ...parts, breakGlass: () => undefined }) },
    },
    {
      name: 'that is too dear',
      access: accessFor(),
      query: '{ households(first: 200) { edges { node { screening { evidence { fact } } } } } }',
      refused: 'POLICY_COST_TOO_HIGH',
      without: withoutStages('policy: price'),
    },
    {
      name: 'of somebody who has spent every point',
      access: accessFor(),
      query: household,
      before: (subject) => bed.access.limiter(subject, 60_000, { burst: 60_000, perSecond: 2_000 }),
      refused: 'POLICY_RATE_EXCEEDED',
      without: { parts: (parts) => ({ ...parts, limiter: () => Promise.resolve({ kind: 'ALLOWED' }) }) },
    },
    {
      name: 'of somebody who has opened as many as one may',
      access: accessFor(),
      query: household,
      before: (subject) => opened(subject, 3_000),
      refused: 'POLICY_OPENED_TOO_MANY',
      without: {
        parts: (parts) => ({ ...parts, opened: { ...parts.opened, check: () => ({ kind: 'OPEN', opened: 0 }) } }),
        ...withoutStages('policy: count'),
      },
    },
    {
      name: 'whose answer opens more than one may',
      access: accessFor(),
      query: household,
      before: (subject) => opened(subject, 2_999),
      refused: 'POLICY_OPENED_TOO_MANY',
      asks: true,
      without: withoutStages('policy: count'),
    },
    {
      name: 'while the journal is known to be down',
      access: accessFor(),
      query: household,
      parts: down,
      refused: 'JOURNAL_UNAVAILABLE',
      without: withoutStages('journal: ready'),
    },
    {
      name: 'whose record cannot be written',
      access: accessFor(),
      query: household,
      parts: (parts) => ({
        ...parts,
        recorder: { ...parts.recorder, record: () => Promise.reject(new CodedError('JOURNAL_UNAVAILABLE')) },
      }),
      refused: 'JOURNAL_UNAVAILABLE',
      asks: true,
      without: withoutStages('journal: record'),
    },
  ];

  it.each(stops)('$name is refused, and would not be without the check', async (stop) => {
    const as = async (way: Pick<Layers, 'parts' | 'stages'>): Promise<Reply> => {
      subjects += 1;
      const subject = `stopped ${String(subjects)}`;
      await stop.before?.(subject);
      const access = { ...stop.access, principal: { ...stop.access.principal, subject } };
      const parts: PartsChange = (all) => (way.parts ?? same)((stop.parts ?? same)(all));
      return bed.askBy({ ...way, parts }, access, stop.query);
    };
    const { refused, data, calls } = await as({});
    expect([refused, data]).toEqual([stop.refused, null]);
    expect(calls.length > 0).toBe(stop.asks === true);
    expect((await as(stop.without)).refused).toBeNull();
  });
});

function same<T>(value: T): T {
  return value;
}

function opened(subject: string, count: number): void {
  const ids = Array.from({ length: count }, (_, at) => `id ${String(at)}`);
  bed.access.opened.open(subject, ids, { alarmAt: 10_000, stopAt: 10_000 });
}
