import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessContext, Role } from '../../schema/contract/identity.ts';
import { fullHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import { leaking, openAccessBed, openGate, type AccessBed, type Layers } from '../support/access.ts';

// Who looked at a household is told to supervisors of its area and to auditors, and to nobody else.

let bed: AccessBed;

beforeAll(async () => {
  bed = await openAccessBed();
  const looking = accessFor({ areas: ['50'], scopes: ['sensitive:*'] });
  const named = { ...looking, principal: { ...looking.principal, subject: 'somsri.k' } };
  const { data } = await bed.ask(named, `{ household(houseCode: "${fullHouse}") { houseCode } }`);
  if (data.household?.houseCode !== fullHouse) throw new TypeError('nobody looked');
});

afterAll(() => bed.close());

const query =
  'query ($key: HouseCode!) { accessStatement(houseCode: $key) { houseCode verified entries { at role body { code } purpose dataKinds textTh textEn } } }';
const nobody = '99999999999';

describe('who looked', () => {
  it.each([
    ['a supervisor of the area', accessFor({ role: 'supervisor', areas: ['5004'] })],
    ['an auditor of the area', accessFor({ role: 'auditor', areas: ['50'] })],
  ])('is told to %s, by role and never by name', async (_, access) => {
    const { data, errors, text } = await bed.ask(access, query, { key: fullHouse });
    expect(errors).toEqual([]);
    expect(data.accessStatement.entries[0]).toMatchObject({ purpose: 'CASE_REVIEW' });
    expect(text).not.toContain('somsri');
  });

  it('is nothing to an auditor of another area', async () => {
    const { data } = await bed.ask(accessFor({ role: 'auditor', areas: ['10'] }), query, { key: fullHouse });
    expect(data.accessStatement.entries).toEqual([]);
  });

  it('is not there for a supervisor of another area, as for a household that is not there', async () => {
    const elsewhere = accessFor({ role: 'supervisor', areas: ['10', '5005'] });
    const refused = await bed.ask(elsewhere, query, { key: fullHouse });
    expect([refused.data, refused.errors.map(({ code }) => code)]).toEqual([
      { accessStatement: null },
      ['HOUSEHOLD_NOT_FOUND'],
    ]);
    expect(refused).toEqual(await bed.ask(elsewhere, query, { key: nobody }));
  });

  it.each<Role>(['caseworker', 'report-builder', 'body-officer', 'body-developer'])(
    'is not told to a %s',
    async (role) => {
      const access = accessFor({ role, body: role === 'body-officer' ? 'health' : null, scopes: ['sensitive:*'] });
      const { refused, calls } = await bed.ask(access, query, { key: fullHouse });
      expect([refused, calls]).toEqual(['POLICY_ROLE_REFUSED', []]);
    },
  );
});

const withoutDecision: NonNullable<Layers['stages']> = (all) => all.filter(({ name }) => name !== 'policy: decide');

const everywhere: NonNullable<Layers['parts']> = (parts) => ({
  ...parts,
  statements: (one, access) => parts.statements(one, { ...access, principal: { ...access.principal, areas: ['*'] } }),
});

async function asked(way: Layers, access: AccessContext): Promise<string> {
  bed.clock.advance(60_000);
  return (await bed.askBy({ ...way, stages: withoutDecision }, access, query, { key: fullHouse })).text;
}

describe('each check of who looked', () => {
  const caseworker = accessFor({ areas: ['50'] });
  it('holds alone: the gateway’s of the field, and the join’s', async () => {
    expect(await asked({ bodies: leaking }, caseworker)).not.toContain('CASE_REVIEW');
    expect(await asked({ parts: openGate }, caseworker)).not.toContain('CASE_REVIEW');
    expect(await asked({ bodies: leaking, parts: openGate }, caseworker)).toContain('CASE_REVIEW');
  });

  it('is needed of the area', async () => {
    const elsewhere = accessFor({ role: 'supervisor', areas: ['10'] });
    expect(await asked({}, elsewhere)).not.toContain('CASE_REVIEW');
    expect(await asked({ parts: everywhere }, elsewhere)).toContain('CASE_REVIEW');
  });
});
