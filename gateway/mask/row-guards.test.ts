import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { readRowRules } from '../../schema/contract/access-rows.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { rowEyes, type Row, type RowEyes, type RowView } from './row-guards.ts';

const sdl = `
  directive @open on OBJECT | FIELD_DEFINITION
  directive @personal(kind: String! = "DETAIL") on OBJECT | FIELD_DEFINITION
  directive @sensitive(category: [String!]!) on OBJECT | FIELD_DEFINITION | ENUM_VALUE
  directive @mask(keep: Int!) on FIELD_DEFINITION
  enum Relief { RICE AIDS @sensitive(category: ["health"]) }
  type Payment @personal { relief: Relief, others: [Relief!] }
  type Bag @personal { weight: Int }
  type Person @personal { citizenId: String @personal(kind: "CITIZEN_NUMBER") @mask(keep: 3) }
  type Query { payment: Payment bag: Bag person: Person }
`;

const catalogue = {
  facts: [
    { name: 'person.adlScore', ownerBody: 'health', category: 'health' },
    { name: 'person.jobless', ownerBody: 'labour', category: 'open' },
    { name: 'person.birthDate', ownerBody: 'interior', category: 'open' },
    { name: 'person.ageYears', ownerBody: 'interior', category: 'open', derivedFrom: ['person.birthDate'] },
  ],
  programmes: [
    { id: 'rice', sensitiveFacts: [] },
    { id: 'care', sensitiveFacts: ['person.adlScore'] },
  ],
};

const graph = { schema: buildSchema(sdl), rules: accessRules(sdl), rows: readRowRules(catalogue) };

function eyesOf(parts: Partial<Omit<Principal, 'scopes'>> & { readonly scopes?: readonly string[] } = {}): RowEyes {
  const { scopes = [], ...others } = parts;
  const principal = { subject: 'a', role: 'caseworker' as const, areas: ['*'], body: null, expiresAt: 0, ...others };
  return rowEyes(graph, { ...principal, scopes: new Set(scopes) });
}

/** What is shown of an object whose guard may not be there at all. */
function view(eyes: RowEyes, type: string, object: Row): RowView {
  return eyes.guards.has(type) ? eyes.decide(type, object) : 'SHOWN';
}

function lineOf(id: string, code = 'HEALTH'): Row {
  return { programme: { id }, body: { code } };
}

function overlap(...ids: readonly string[]): Row {
  return { programmes: ids.map((id) => ({ id })) };
}

const caseworker = eyesOf();
const doctor = eyesOf({ scopes: ['sensitive:health'] });
const builder = eyesOf({ role: 'report-builder', scopes: ['sensitive:*'] });
const officer = eyesOf({ role: 'body-officer', body: 'labour', scopes: ['sensitive:*'] });

describe('the eyes of who may see every row', () => {
  it('look at none', () => {
    expect([...eyesOf({ scopes: ['sensitive:*'] }).guards.keys()]).toEqual([]);
  });
});

describe('a fact', () => {
  it.each([
    ['of a category that is not held', caseworker, 'person.adlScore', 'HIDDEN'],
    ['of one that is held', doctor, 'person.adlScore', 'SHOWN'],
    ['of no category', caseworker, 'person.jobless', 'SHOWN'],
    ['that the dictionary does not name', caseworker, 'person.new', 'HIDDEN'],
    ['of another body, for an officer', officer, 'person.ageYears', 'HIDDEN'],
    ['of the own body, for an officer', officer, 'person.jobless', 'SHOWN'],
    ['that is a birthday, for a report builder', builder, 'person.birthDate', 'HIDDEN'],
  ])('%s is left out or shown', (_, eyes, name, expected) => {
    expect(view(eyes, 'Fact', { name })).toBe(expected);
  });

  it('is shown without the day that it is counted from where that is a birthday', () => {
    expect(view(builder, 'Fact', { name: 'person.ageYears' })).toEqual(
      new Map([
        ['countedFrom', 'null'],
        ['countedIn', 'null'],
      ]),
    );
  });

  it.each([[{}], [{ name: null }], [{ name: 7 }], [{ name: ['person.jobless'] }]])(
    'without a name is hidden: %j',
    (row) => {
      expect(view(caseworker, 'Fact', row)).toBe('HIDDEN');
    },
  );
});

describe('evidence and missing facts', () => {
  it('stand, and say of a withheld fact that it is not authorized, and nothing else', () => {
    const withheld = view(caseworker, 'Evidence', { fact: 'person.adlScore' });
    expect(withheld).toEqual(
      new Map([
        ['holds', '"UNKNOWN"'],
        ['value', 'null'],
        ['asOf', 'null'],
        ['reason', '"NOT_AUTHORIZED"'],
      ]),
    );
    expect(view(caseworker, 'FactRef', { fact: 'person.adlScore' })).toEqual(new Map([['reason', '"NOT_AUTHORIZED"']]));
    expect(view(caseworker, 'Evidence', {})).toEqual(withheld);
    expect(view(caseworker, 'Evidence', { fact: 'person.jobless' })).toBe('SHOWN');
    expect(view(doctor, 'FactRef', { fact: 'person.adlScore' })).toBe('SHOWN');
  });
});

describe('what names a programme', () => {
  it.each(['Entitlement', 'ServiceRecord', 'Screening'])(
    'a %s is hidden where the name reveals what is withheld',
    (type) => {
      expect(view(caseworker, type, lineOf('care'))).toBe('HIDDEN');
      expect(view(doctor, type, lineOf('care'))).toBe('SHOWN');
      expect(view(caseworker, type, lineOf('rice'))).toBe('SHOWN');
      expect(view(caseworker, type, lineOf('new'))).toBe('HIDDEN');
      expect(view(caseworker, type, {})).toBe('HIDDEN');
    },
  );

  it('an overlap is hidden where one of them does, and where they are not known', () => {
    expect(view(caseworker, 'Overlap', overlap('rice', 'care'))).toBe('HIDDEN');
    expect(view(caseworker, 'Overlap', overlap('rice', 'rice'))).toBe('SHOWN');
    expect(view(caseworker, 'Overlap', { programmes: 'rice' })).toBe('HIDDEN');
  });

  it('is bare for an officer of another body, and whole for one of its own', () => {
    expect(view(officer, 'Entitlement', lineOf('rice'))).toEqual(
      new Map([
        ['money', 'null'],
        ['startedOn', 'null'],
        ['endedOn', 'null'],
        ['recordRef', '""'],
      ]),
    );
    expect(view(officer, 'ServiceRecord', lineOf('rice'))).toEqual(new Map([['deliveredOn', 'null']]));
    expect(view(officer, 'Entitlement', lineOf('rice', 'LABOUR'))).toBe('SHOWN');
    expect(view(officer, 'Entitlement', { programme: { id: 'rice' } })).not.toBe('SHOWN');
    expect(view(eyesOf({ role: 'body-officer' }), 'Entitlement', lineOf('rice', 'LABOUR'))).not.toBe('SHOWN');
  });
});

describe('an object with a word of an enum', () => {
  it('is hidden where the word is sensitive, alone or in a list', () => {
    expect(view(caseworker, 'Payment', { relief: 'AIDS', others: [] })).toBe('HIDDEN');
    expect(view(caseworker, 'Payment', { relief: 'RICE', others: ['RICE', 'AIDS'] })).toBe('HIDDEN');
    expect(view(caseworker, 'Payment', { relief: 'RICE', others: ['RICE'] })).toBe('SHOWN');
    expect(view(caseworker, 'Payment', { relief: null, others: null })).toBe('SHOWN');
    expect(view(doctor, 'Payment', { relief: 'AIDS' })).toBe('SHOWN');
  });

  it('asks for the fields that hold words, and guards no type without them', () => {
    expect(caseworker.guards.get('Payment')).toEqual({ needs: 'relief others', hiddenCode: 'POLICY_DENIED' });
    expect(caseworker.guards.has('Bag')).toBe(false);
  });
});

describe('masks', () => {
  it('are for who does not hold whole numbers', () => {
    expect([...caseworker.masks]).toEqual([['Person.citizenId', 3]]);
    expect([...eyesOf({ scopes: ['identity:full'] }).masks]).toEqual([]);
    expect([...eyesOf({ scopes: ['sensitive:*'] }).masks]).toEqual([['Person.citizenId', 3]]);
  });
});
