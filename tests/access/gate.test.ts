import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullHouse } from '../../subgraphs/_kit/test-kit-household.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import { openAccessBed, type AccessBed } from '../support/access.ts';

let bed: AccessBed;

beforeAll(async () => {
  bed = await openAccessBed();
});

afterAll(() => bed.close());

const query = `{ household(houseCode: "${fullHouse}") { houseCode health { illness { member: __typename } } members { nameTh } } }`;

describe('the gate', () => {
  it('plans ahead for those who ask most, so that their first request waits for no plan', async () => {
    const document = parse(query, { noLocation: true });
    await bed.gate.warm([document]);
    const planned = bed.plannings();
    expect(planned).toBe(2);
    const ask = async (access: ReturnType<typeof accessFor>): Promise<number> => {
      const { refused } = await bed.ask(access, query);
      expect(refused).toBeNull();
      return bed.plannings() - planned;
    };
    expect(await ask(accessFor({ areas: ['50'] }))).toBe(0);
    expect(await ask(accessFor({ scopes: ['sensitive:*'] }))).toBe(0);
    expect(await ask(accessFor({ role: 'supervisor' }))).toBe(0);
    expect(await ask(accessFor({ role: 'report-builder' }))).toBe(1);
  });

  it('knows nobody without a token, and somebody by one of its provider', async () => {
    const { gate, access } = bed;
    await expect(gate.admit([], '127.0.0.1')).rejects.toMatchObject({ code: 'IDENTITY_MISSING' });
    const token = access.demo?.issueDemoToken({ role: 'caseworker', areas: ['50'], subject: 'somsri' }) ?? '';
    const admitted = await gate.admit(['authorization', `Bearer ${token}`, 'x-purpose', 'REFERRAL'], '127.0.0.1');
    expect(admitted.access).toMatchObject({ principal: { subject: 'somsri', areas: ['50'] }, purpose: 'REFERRAL' });
    await expect(gate.admit(['authorization', `Bearer ${token}x`], '127.0.0.1')).rejects.toMatchObject({
      code: 'IDENTITY_INVALID',
    });
  });

  it('writes down each operation on a household, whether it showed or hid it', async () => {
    const before = await bed.access.journal.search({ limit: 500 });
    await bed.ask(accessFor({ areas: ['50'] }), query);
    await bed.ask(accessFor({ areas: ['10'] }), query);
    const after = await bed.access.journal.search({ limit: 500 });
    expect(after.length - before.length).toBe(2);
  });
});
