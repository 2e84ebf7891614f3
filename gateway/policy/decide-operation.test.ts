import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { roles, type AccessContext, type Role } from '../../schema/contract/identity.ts';
import { decideOperation, opensCitizens, readOperationFacts } from './decide-operation.ts';

function access(role: Role, more: Partial<AccessContext> = {}): AccessContext {
  const principal = { subject: 's', role, areas: ['50'], body: null, scopes: new Set<string>(), expiresAt: 0 };
  return { principal, purpose: 'CASE_REVIEW', caseNumber: null, breakGlass: null, ...more };
}

function decide(who: AccessContext | null, query: string, name?: string): string {
  const facts = readOperationFacts(parse(query), name);
  const decision = decideOperation(who, facts);
  return decision.kind === 'ALLOWED' ? (opensCitizens(facts) ? 'CITIZENS' : 'CATALOGUE') : decision.code;
}

const household = '{ household(houseCode: "1") { houseCode } }';
const catalogue = '{ bodies { code } programmes { totalCount } programme(id: "x") { id } __typename }';
const schema = '{ __schema { types { name } } __type(name: "x") { name } }';
const statement = '{ accessStatement(houseCode: "1") { verified } }';

describe('before anything is planned', () => {
  it.each<[string, string, Readonly<Partial<Record<Role, string>>>]>([
    ['a household', household, { 'body-developer': 'POLICY_ROLE_REFUSED', auditor: 'POLICY_ROLE_REFUSED' }],
    [
      'a person',
      '{ person(personId: "x") { sex } }',
      { 'body-developer': 'POLICY_ROLE_REFUSED', auditor: 'POLICY_ROLE_REFUSED' },
    ],
    [
      'a list',
      '{ households { totalCount } }',
      { 'body-developer': 'POLICY_ROLE_REFUSED', auditor: 'POLICY_ROLE_REFUSED' },
    ],
    [
      'a field nobody has thought of',
      '{ shelters { id } }',
      { 'body-developer': 'POLICY_ROLE_REFUSED', auditor: 'POLICY_ROLE_REFUSED' },
    ],
    [
      'the record of who saw a household',
      statement,
      {
        caseworker: 'POLICY_ROLE_REFUSED',
        'body-officer': 'POLICY_ROLE_REFUSED',
        'report-builder': 'POLICY_ROLE_REFUSED',
        'body-developer': 'POLICY_ROLE_REFUSED',
      },
    ],
  ])('%s is for some roles only', (_title, query, refusals) => {
    for (const role of roles) expect([role, decide(access(role), query)]).toEqual([role, refusals[role] ?? 'CITIZENS']);
  });

  it('the catalogue and the schema are for everybody who is signed in, without a purpose', () => {
    for (const role of roles) {
      expect(decide(access(role, { purpose: null }), catalogue)).toBe('CATALOGUE');
      expect(decide(access(role, { purpose: null }), schema)).toBe('CATALOGUE');
    }
  });

  it('nobody may ask nothing, not even the schema', () => {
    for (const query of [household, catalogue, schema, '{ __typename }'])
      expect(decide(null, query)).toBe('IDENTITY_MISSING');
  });

  it('a purpose is needed for citizens, however they are asked for', () => {
    const who = access('supervisor', { purpose: null });
    for (const query of [
      household,
      statement,
      '{ bodies: household(houseCode: "1") { houseCode } }',
      '{ bodies { code } ...F } fragment F on Query { ... { households { totalCount } } }',
      '{ ... @include(if: false) { person(personId: "x") { sex } } }',
    ]) {
      expect(decide(who, query)).toBe('POLICY_PURPOSE_MISSING');
    }
  });

  it('the operation that will run is the one that counts', () => {
    const two = `query A ${catalogue} query B ${household}`;
    expect(decide(access('auditor'), two, 'A')).toBe('CATALOGUE');
    expect(decide(access('auditor'), two, 'B')).toBe('POLICY_ROLE_REFUSED');
    const unresolved = expect.objectContaining({ code: 'OPERATION_UNRESOLVED' });
    for (const name of [undefined, '', 'C']) expect(() => readOperationFacts(parse(two), name)).toThrow(unresolved);
    expect(() => readOperationFacts(parse(catalogue), 'C')).toThrow(unresolved);
  });

  it('only queries run', () => {
    expect(decide(access('caseworker'), 'mutation { bodies { code } }')).toBe('POLICY_OPERATION_TYPE');
    expect(decide(access('caseworker'), 'subscription { bodies { code } }')).toBe('POLICY_OPERATION_TYPE');
  });

  it('a broken glass opens one household and nothing beside it', () => {
    const who = access('supervisor', { breakGlass: 'flood in the whole valley' });
    expect(decide(who, household)).toBe('CITIZENS');
    expect(decide(who, `query { __typename ...F } fragment F on Query ${household}`)).toBe('CITIZENS');
    for (const query of [
      '{ households { totalCount } }',
      '{ a: household(houseCode: "1") { houseCode } b: household(houseCode: "2") { houseCode } }',
      '{ household(houseCode: "1") { houseCode } bodies { code } }',
      statement,
      catalogue,
    ]) {
      expect(decide(who, query)).toBe('POLICY_BREAK_GLASS_SCOPE');
    }
  });
});
