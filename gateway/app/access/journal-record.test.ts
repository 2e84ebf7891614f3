import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import * as fc from 'fast-check';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessRules, mayReadField } from '../../../schema/contract/access-rules.ts';
import { bodyNames, recordField } from '../../../schema/contract/bodies.ts';
import { roles, sensitiveCategories, type AccessContext, type Principal } from '../../../schema/contract/identity.ts';
import { isJournalRecord, type JournalRecord } from '../../journal/record.ts';
import { createReadDescribers, type ReadBy } from './journal-reads.ts';
import { journalRecordOf, type OperationToRecord, type RecordedOutcome } from './journal-record.ts';

const schemaDirectory = path.join(import.meta.dirname, '../../../schema');
const sdl = readFileSync(path.join(schemaDirectory, 'supergraph.graphql'), 'utf8');
const catalogue: unknown = JSON.parse(readFileSync(path.join(schemaDirectory, 'programmes.json'), 'utf8'));
const apiSchema = Supergraph.build(sdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
const rules = accessRules(sdl);
const describeOperation = createReadDescribers(catalogue)({ sdl, apiSchema });

const house = '99990000011';
const noon = Date.parse('2022-08-10T07:05:00.000Z');

function reader(parts: Partial<Omit<Principal, 'scopes'>> & { scopes?: readonly string[] } = {}): Principal {
  const { scopes = [], ...others } = parts;
  return {
    subject: 'somsri',
    role: 'caseworker',
    areas: ['5004'],
    body: null,
    expiresAt: 0,
    ...others,
    scopes: new Set(scopes),
  };
}

function readBy(text: string, principal: Principal = reader(), variables: Record<string, unknown> = {}): ReadBy {
  const document = parse(text);
  expect(validate(apiSchema, document)).toEqual([]);
  return describeOperation({ document }).readBy(principal, variables);
}

function reads(text: string, principal?: Principal, variables?: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(readBy(text, principal, variables).reads.map(({ body, dataKinds }) => [body, dataKinds]));
}

/** Of one household. */
function ofHouse(selection: string, principal?: Principal, variables?: Record<string, unknown>): object {
  return reads(
    `query ($yes: Boolean = true, $no: Boolean = false) {
    household(houseCode: "${house}") { ... @skip(if: $no) { houseCode } ... @include(if: $yes) { houseCode } ${selection} }
  }`,
    principal,
    variables,
  );
}

describe('what an operation reads', () => {
  it.each<readonly [what: string, selection: string, expected: Readonly<Record<string, readonly string[]>>]>([
    ['that there is a household', 'houseCode', {}],
    ['names', 'members { nameTh }', { interior: ['MEMBERS', 'NAME'] }],
    ['names by another name', 'people: members { x: nameTh }', { interior: ['MEMBERS', 'NAME'] }],
    ['days of birth', 'members { birthDate }', { interior: ['MEMBERS', 'BIRTH_DATE'] }],
    ['years of birth', 'members { birthYear }', { interior: ['MEMBERS', 'BIRTH_YEAR'] }],
    ['the address', 'address { line province { nameTh } }', { interior: ['ADDRESS'] }],
    ['citizen numbers', 'members { citizenId }', { interior: ['MEMBERS', 'CITIZEN_ID_MASKED'] }],
    ['whether a body holds anything', 'commerce { found }', { commerce: ['FACTS'] }],
    ['facts of a body', 'commerce { facts { name value } }', { commerce: ['FACTS'] }],
    ['facts through an interface', 'commerce { ... on BodyRecord { facts { value } } }', { commerce: ['FACTS'] }],
    ['facts of a body that states birthdays', 'interior { facts { value } }', { interior: ['BIRTH_DATE', 'FACTS'] }],
    ['that there are such facts', 'interior { facts { name subject } }', { interior: ['FACTS'] }],
    [
      'the day that an age is counted from',
      'interior { facts { countedFrom } }',
      { interior: ['BIRTH_DATE', 'FACTS'] },
    ],
    ['enrolments of a body', 'agriculture { entitlements { status } }', { agriculture: ['ENTITLEMENTS'] }],
    ['services of a body', 'agriculture { services { id } }', { agriculture: ['SERVICES'] }],
    ['enrolments of all', 'entitlements { money { thb } }', { casefile: ['ENTITLEMENTS'] }],
    ['services of all', 'services { deliveredOn }', { casefile: ['SERVICES'] }],
    ['a screening', 'screening { verdict }', { casefile: ['SCREENING'] }],
    ['gaps', 'gaps { items { verdict programme { nameTh } } }', { casefile: ['GAPS'] }],
    ['names in gaps', 'gaps { items { person { nameTh } } }', { casefile: ['GAPS'], interior: ['NAME'] }],
    ['overlaps', 'overlaps { reason }', { casefile: ['OVERLAPS'] }],
    ['poverty', 'vulnerabilityLevel dimensions { failed }', { casefile: ['POVERTY'] }],
    ['who answered', 'answers { status entitlementCount }', { casefile: ['FACTS', 'ENTITLEMENTS'] }],
    ['typed detail', 'labour { insuredPersons { section } }', { labour: ['FACTS'] }],
    [
      'names from a record',
      'labour { insuredPersons { person { nameTh } } }',
      { labour: ['FACTS'], interior: ['NAME'] },
    ],
    ['the household of a member', 'members { household { address { line } } }', { interior: ['ADDRESS', 'MEMBERS'] }],
  ])('%s', (_what, selection, expected) => {
    expect(ofHouse(selection)).toEqual(expected);
  });

  it('of a person is who lives there', () => {
    expect(reads('{ person(personId: "x") { sex } }')).toEqual({ interior: ['MEMBERS'] });
  });

  it('of the catalogue is nothing about anybody', () => {
    expect(
      reads('{ bodies { code } programmes { totalCount edges { node { nameTh } } } __schema { types { name } } }'),
    ).toEqual({});
  });

  it('of who looked is the list of it, for those who may see it', () => {
    const text = `{ accessStatement(houseCode: "${house}") { entries { textTh } } }`;
    expect(reads(text, reader({ role: 'supervisor' }))).toEqual({ casefile: ['ACCESS_STATEMENT'] });
    expect(reads(text, reader({ role: 'auditor' }))).toEqual({ casefile: ['ACCESS_STATEMENT'] });
    expect(reads(text)).toEqual({});
  });

  it('holds what fragments select, wherever they are used', () => {
    const text = `
      query { household(houseCode: "${house}") { health { ...Common } commerce { ...Common } members { ...Name } } }
      fragment Common on BodyRecord { ...Facts services { id } }
      fragment Facts on BodyRecord { facts { ... on Fact { value } } }
      fragment Name on Person { nameTh }`;
    expect(reads(text)).toEqual({
      health: ['FACTS', 'SERVICES'],
      commerce: ['FACTS', 'SERVICES'],
      interior: ['MEMBERS', 'NAME'],
    });
  });

  it('takes no longer for fragments that are knotted into each other', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Person { ...F${at + 1} a${at}: sex ...F${at + 1} }`,
    );
    const text = `{ person(personId: "x") { ...F0 } } ${doubled.join(' ')} fragment F40 on Person { nameTh }`;
    expect(reads(text)).toEqual({ interior: ['MEMBERS', 'NAME'] });
  });

  it('leaves out what @skip and @include take out of this very operation', () => {
    const selection =
      'members @include(if: $yes) { sex } address @skip(if: $no) { line } commerce @include(if: false) { found }';
    expect(ofHouse(selection)).toEqual({ interior: ['ADDRESS', 'MEMBERS'] });
    expect(ofHouse(selection, reader(), { yes: false })).toEqual({ interior: ['ADDRESS'] });
    expect(ofHouse(selection, reader(), { no: true })).toEqual({ interior: ['MEMBERS'] });
    expect(ofHouse('... @include(if: $yes) { members { sex @skip(if: $no) nameTh } }', reader(), { no: true })).toEqual(
      {
        interior: ['MEMBERS', 'NAME'],
      },
    );
    expect(ofHouse('... @include(if: $yes) { members { nameTh } }', reader(), { yes: false })).toEqual({});
  });

  it('holds a field that stands there twice when one of the two stands', () => {
    const selection = 'members @include(if: $yes) { sex } members @include(if: $no) { sex }';
    expect(ofHouse(selection)).toEqual({ interior: ['MEMBERS'] });
    expect(ofHouse(selection, reader(), { yes: false, no: true })).toEqual({ interior: ['MEMBERS'] });
    expect(ofHouse(selection, reader(), { yes: false })).toEqual({});
  });

  it('is the operation that is named', () => {
    const document = parse(`query A { person(personId: "x") { nameTh } } query B { person(personId: "x") { sex } }`);
    const kindsOf = (operationName: string): unknown =>
      describeOperation({ document, operationName }).readBy(reader(), {}).reads[0]?.dataKinds;
    expect([kindsOf('A'), kindsOf('B')]).toEqual([['MEMBERS', 'NAME'], ['MEMBERS']]);
  });
});

describe('what this reader reads', () => {
  // The AIDS allowance tells of health and hardship at once: who sees one of the two alone does not see it.
  const rows = [
    { what: 'facts', selection: 'health { facts { name } }', body: 'health', open: ['health'] },
    { what: 'evidence', selection: 'screening { evidence { fact } }', body: 'casefile', open: sensitiveCategories },
    { what: 'a screening', selection: 'screening { verdict }', body: 'casefile', open: sensitiveCategories },
    { what: 'gaps', selection: 'gaps { due { verdict } }', body: 'casefile', open: sensitiveCategories },
    {
      what: 'enrolments',
      selection: 'interior { entitlements { id } }',
      body: 'interior',
      open: ['disability', 'hardship'],
      together: ['health'],
    },
    {
      what: 'words of a list',
      selection: 'interior { allowancePayments { allowance } }',
      body: 'interior',
      open: ['disability'],
      together: ['hardship', 'health'],
    },
  ];

  it.each(rows)(
    'of $what is what its scopes open; the rest is withheld',
    ({ selection, body, open, together = [] }) => {
      const there: readonly string[] = [...open, ...together];
      const text = `{ household(houseCode: "${house}") { ${selection} } }`;
      const kindsOf = ({ reads: found }: ReadBy): readonly string[] =>
        found.find((read) => read.body === body)?.dataKinds ?? [];
      for (const category of sensitiveCategories) {
        const found = readBy(text, reader({ scopes: [`sensitive:${category}`] }));
        const isOpen = kindsOf(found).includes(category.toUpperCase().replace('-', '_'));
        expect([category, isOpen]).toEqual([category, open.some((each) => each === category)]);
        expect(found.withheld).toEqual(there.filter((each) => each !== category).toSorted());
      }
      const all = readBy(text, reader({ scopes: ['sensitive:*'] }));
      expect(kindsOf(all)).toEqual(expect.arrayContaining(there.map((each) => each.toUpperCase().replace('-', '_'))));
      expect(all.withheld).toEqual([]);
    },
  );

  it('holds every category for who may see them all', () => {
    const { health } = Object.fromEntries(
      Object.entries(
        ofHouse('health { facts { value } assessments { adlScore } }', reader({ scopes: ['sensitive:*'] })),
      ),
    );
    expect(health).toEqual(['BIRTH_DATE', 'FACTS', 'HEALTH']);
  });

  it('holds no typed detail that is withheld', () => {
    expect(ofHouse('health { assessments { adlScore } }')).toEqual({});
    expect(ofHouse('health { assessments { adlScore } }', reader({ scopes: ['sensitive:health'] }))).toEqual({
      health: ['HEALTH'],
    });
  });

  it('tells the whole number from its last digits', () => {
    const text = '{ person(personId: "x") { number: citizenId } }';
    expect(readBy(text)).toMatchObject({ masked: ['Person.citizenId'] });
    const whole = readBy(text, reader({ scopes: ['identity:full'] }));
    expect(whole).toMatchObject({ masked: [], reads: [{ dataKinds: ['MEMBERS', 'CITIZEN_ID'] }] });
    expect(readBy(text, reader({ role: 'report-builder' }))).toMatchObject({
      masked: [],
      reads: [{ dataKinds: ['MEMBERS'] }],
    });
  });

  it('is the own body’s detail for an officer, and of others that there is something', () => {
    const text =
      'health { facts { value } entitlements { status money { thb } } coverage { scheme } } commerce { entitlements { status } facts { value } }';
    expect(ofHouse(text, reader({ role: 'body-officer', body: 'health' }))).toEqual({
      health: ['FACTS', 'ENTITLEMENTS'],
      commerce: ['FACTS', 'ENTITLEMENTS'],
    });
    expect(ofHouse('health { coverage { scheme } }', reader({ role: 'body-officer', body: 'commerce' }))).toEqual({});
  });

  it('is nothing for those who see no citizen', () => {
    const everything = bodyNames
      .map((name) => `${recordField(name)} { facts { value } entitlements { id } }`)
      .join(' ');
    for (const role of ['body-developer', 'auditor'] as const) {
      expect(
        ofHouse(
          `address { line } members { nameTh } ${everything} gaps { monthlyThb }`,
          reader({ role, scopes: ['sensitive:*'] }),
        ),
      ).toEqual({});
    }
  });

  it('never names a kind of data that the reader may not see, whatever is asked', () => {
    const leaves = [...rules].filter(
      ([coordinate]) => coordinate.startsWith('Person.') || coordinate.startsWith('Address.'),
    );
    const scopes = fc.subarray([...sensitiveCategories.map((each) => `sensitive:${each}`), 'identity:full']);
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.subarray(leaves, { minLength: 1 }), scopes, (role, chosen, held) => {
        const principal = reader({ role, scopes: held, body: role === 'body-officer' ? 'health' : null });
        const fieldsOf = (type: string): string =>
          chosen
            .map(([coordinate]) => coordinate.split('.'))
            .filter(([name, field]) => name === type && field !== 'household')
            .map(([, field = '']) => (/^(?:subdistrict|district|province)$/u.test(field) ? `${field} { code }` : field))
            .join(' ');
        const text = `{ household(houseCode: "${house}") { members { __typename ${fieldsOf('Person')} } address { __typename ${fieldsOf('Address')} } } }`;
        const kinds = new Set(readBy(text, principal).reads.flatMap(({ dataKinds }) => dataKinds));
        const maySee = (coordinate: string): boolean => {
          const rule = rules.get(coordinate);
          return rule !== undefined && mayReadField(principal, rule) && chosen.some(([each]) => each === coordinate);
        };
        expect(kinds.has('NAME')).toBe(maySee('Person.nameTh'));
        expect(kinds.has('BIRTH_DATE')).toBe(maySee('Person.birthDate'));
        expect(kinds.has('CITIZEN_ID')).toBe(maySee('Person.citizenId') && principal.scopes.has('identity:full'));
        expect(kinds.has('CITIZEN_ID_MASKED')).toBe(
          maySee('Person.citizenId') && !principal.scopes.has('identity:full'),
        );
      }),
    );
  });

  it('is worked out once for the same rights', () => {
    const described = describeOperation({ document: parse('{ person(personId: "x") { nameTh } }') });
    const one = described.readBy(reader({ subject: 'one', scopes: ['sensitive:health', 'identity:full'] }), {});
    expect(described.readBy(reader({ subject: 'other', scopes: ['identity:full', 'sensitive:health'] }), {})).toBe(one);
    expect(described.readBy(reader({ role: 'report-builder' }), {})).not.toBe(one);
  });
});

describe('the record of an operation', () => {
  it('says who, why, whom, what and with what outcome', () => {
    const record = recordOf(`query Visit { household(houseCode: "${house}") { members { nameTh citizenId } } }`);
    expect(record).toEqual({
      at: '2022-08-10T07:05:00.000Z',
      operationId: 'op-1',
      principal: { subject: 'somsri', role: 'caseworker', areas: ['5004'], body: null },
      purpose: 'HOME_VISIT',
      caseNumber: 'C-77',
      breakGlass: null,
      operation: { hash: 'ab', name: 'Visit' },
      households: [{ houseCode: house, areaCode: '500406', shown: true }],
      persons: [`${house}-M1`],
      reads: [{ body: 'interior', dataKinds: ['MEMBERS', 'NAME', 'CITIZEN_ID_MASKED'] }],
      masked: ['Person.citizenId'],
      denied: [],
      decision: 'ALLOWED',
      refusal: null,
      manifest: [{ code: 'INTERIOR', status: 'ANSWERED' }],
      policyDigest: 'd1',
      durationMs: 42,
    });
    expect(isJournalRecord(record)).toBe(true);
  });

  const asked: readonly (readonly [how: string, text: string, variables: Record<string, unknown>])[] = [
    ['as a literal', '{ household(houseCode: "99990000029") { houseCode } }', {}],
    ['in Thai digits', '{ household(houseCode: "๙๙๙๙๐๐๐๐๐๒๙") { houseCode } }', {}],
    ['as a variable', 'query ($h: HouseCode!) { household(houseCode: $h) { houseCode } }', { h: '99990000029' }],
    [
      'as a variable in Thai digits',
      'query ($h: HouseCode!) { household(houseCode: $h) { houseCode } }',
      { h: '๙๙๙๙๐๐๐๐๐๒๙' },
    ],
    ['as a default', 'query ($h: HouseCode! = "99990000029") { household(houseCode: $h) { houseCode } }', {}],
    ['by a person', '{ person(personId: "99990000029-M2") { personId } }', {}],
    ['by a person in a variable', 'query ($p: ID) { person(personId: $p) { personId } }', { p: '99990000029-M2' }],
    ['by a statement', '{ accessStatement(houseCode: "99990000029") { verified } }', {}],
    [
      'by another name, twice',
      '{ a: household(houseCode: "99990000029") { houseCode } b: household(houseCode: "99990000029") { houseCode } }',
      {},
    ],
    [
      'in a fragment',
      '{ ... on Query { ...F } } fragment F on Query { household(houseCode: "99990000029") { houseCode } }',
      {},
    ],
  ];

  it.each(asked)('names a house that was asked for %s and not shown', (_how, text, variables) => {
    const missed = [{ houseCode: '99990000029', areaCode: null, shown: false }];
    expect(recordOf(text, { variables, outcome: shownNothing })).toMatchObject({
      households: missed,
      reads: [],
      decision: 'ALLOWED',
    });
    expect(recordOf(text, { variables, outcome: { kind: 'REFUSED', code: 'POLICY_RATE_EXCEEDED' } })).toMatchObject({
      households: missed,
      persons: [],
      reads: [],
      masked: [],
      decision: 'REFUSED',
      refusal: 'POLICY_RATE_EXCEEDED',
    });
  });

  it('does not name a house that a condition left out', () => {
    const text =
      'query ($no: Boolean!) { household(houseCode: "99990000029") @include(if: $no) { houseCode } __typename }';
    expect(recordOf(text, { variables: { no: false }, outcome: shownNothing }).households).toEqual([]);
  });

  it('says once of a house that was asked for that it was shown', () => {
    const record = recordOf(
      `{ a: household(houseCode: "${house}") { houseCode } b: household(houseCode: "99990000029") { houseCode } }`,
    );
    expect(record.households).toEqual([
      { houseCode: house, areaCode: '500406', shown: true },
      { houseCode: '99990000029', areaCode: null, shown: false },
    ]);
  });

  it('names the house of every person who was seen', () => {
    const seen = { households: new Map([[house, '500406']]), persons: new Set(['99990000037-M1', `${house}-M2`]) };
    const { households } = recordOf('{ person(personId: "99990000037-M1") { sex } }', {
      outcome: { ...shownAll, seen },
    });
    expect(households).toEqual([
      { houseCode: '99990000037', areaCode: null, shown: true },
      { houseCode: house, areaCode: '500406', shown: true },
    ]);
  });

  it('names no body that nobody asked, and one that failed', () => {
    const manifest = [
      { code: 'HEALTH', status: 'NOT_ASKED' },
      { code: 'COMMERCE', status: 'TIMED_OUT' },
    ];
    const { reads: read } = recordOf(`{ household(houseCode: "${house}") { health { found } commerce { found } } }`, {
      outcome: { ...shownAll, manifest },
    });
    expect(read.map(({ body }) => body)).toEqual(['commerce']);
  });

  it('says what was withheld: fields before planning, categories of rows', () => {
    const record = recordOf(
      `{ household(houseCode: "${house}") { health { facts { value } assessments { adlScore } } } }`,
      {
        outcome: { ...shownAll, denied: ['HealthRecord.assessments', 'HealthRecord.assessments'] },
      },
    );
    expect(record.denied).toEqual(['HealthRecord.assessments', 'health']);
  });

  it('holds no value of the request: no number, name or variable, even in the operation’s own name', () => {
    const secrets = ['0999900000017', '1999900000012', 'Somchai', 'ใจดี'];
    const text = `query Of1999900000012 ($c: CitizenId, $s: String, $h: HouseCode!) {
      person(citizenId: $c) { nameTh } other: person(citizenId: "0999900000017") { nameTh }
      households(filter: { search: $s }) { totalCount }
      household(houseCode: $h) { houseCode }
    }`;
    const variables = { c: '1999900000012', s: 'ใจดี', h: '1999900000012', extra: 'Somchai' };
    for (const outcome of [shownAll, shownNothing, { kind: 'REFUSED', code: 'POLICY_DENIED' } as const]) {
      const record = JSON.stringify(recordOf(text, { variables, outcome }));
      expect(secrets.filter((secret) => record.includes(secret))).toEqual([]);
    }
  });
});

const shownAll = {
  kind: 'ALLOWED',
  seen: { households: new Map([[house, '500406']]), persons: new Set([`${house}-M1`]) },
  denied: [],
  manifest: [{ code: 'INTERIOR', status: 'ANSWERED' }],
} satisfies RecordedOutcome & object;

const shownNothing: RecordedOutcome = {
  ...shownAll,
  seen: { households: new Map(), persons: new Set() },
};

function recordOf(text: string, parts: Partial<Pick<OperationToRecord, 'variables' | 'outcome'>> = {}): JournalRecord {
  const access: AccessContext = { principal: reader(), purpose: 'HOME_VISIT', caseNumber: 'C-77', breakGlass: null };
  return journalRecordOf({
    atMs: noon,
    durationMs: 41.6,
    operationId: 'op-1',
    operationHash: 'ab',
    described: describeOperation({ document: parse(text) }),
    variables: {},
    access,
    policyDigest: 'd1',
    outcome: shownAll,
    ...parts,
  });
}
