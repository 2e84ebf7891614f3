import { describe, expect, it } from 'vitest';
import type { Principal, Role } from '../../../schema/contract/identity.ts';
import type { Authenticator } from '../../identity/authenticator.ts';
import { countFailedAttempts } from '../../identity/failed-attempts.ts';
import { createAdmission, type Admit } from './admission.ts';

const signedIn = (role: Role = 'caseworker'): Authenticator => {
  const principal: Principal = { subject: 'somsri', role, areas: ['50'], body: null, scopes: new Set(), expiresAt: 0 };
  return () => Promise.resolve({ kind: 'PRINCIPAL', principal });
};

function admission(authenticate: Authenticator, now: () => number = () => 0): Admit {
  const attempts = countFailedAttempts({ clock: { now, after: () => () => undefined }, max: 3 });
  return createAdmission({ authenticate, attempts, rehearse: () => undefined });
}

describe('admission', () => {
  it('makes of the headers who asks, what for, and whether only for the price', async () => {
    const headers = ['X-Purpose', 'HOME_VISIT', 'x-case', 'C-1', 'x-cost-preview', 'true'];
    const { access, preview } = await admission(signedIn())(headers, '127.0.0.1');
    expect(access).toMatchObject({
      principal: { subject: 'somsri' },
      purpose: 'HOME_VISIT',
      caseNumber: 'C-1',
      breakGlass: null,
    });
    expect(preview).toBe(true);
  });

  it('leaves it open whether a purpose is needed', async () => {
    const { access, preview } = await admission(signedIn())([], '127.0.0.1');
    expect([access?.purpose, preview]).toEqual([null, false]);
  });

  it.each([
    [['x-purpose', 'CURIOSITY'], 'POLICY_PURPOSE_INVALID'],
    [['x-purpose', 'REPORT', 'x-purpose', 'AUDIT'], 'POLICY_PURPOSE_INVALID'],
    [['x-case', 'x'.repeat(65)], 'POLICY_CASE_INVALID'],
    [['x-break-glass', 'a reason that is long enough'], 'POLICY_BREAK_GLASS_REFUSED'],
    [['x-cost-preview', 'yes'], 'REQUEST_PREVIEW_INVALID'],
  ])('refuses %s', async (headers, code) => {
    await expect(admission(signedIn())(headers, '127.0.0.1')).rejects.toMatchObject({ code });
  });

  it('lets a supervisor give a reason to break the glass, and takes none that is no reason', async () => {
    const admit = admission(signedIn('supervisor'));
    const { access } = await admit(['x-break-glass', 'a reason that is long enough'], '127.0.0.1');
    expect(access?.breakGlass).toBe('a reason that is long enough');
    await expect(admit(['x-break-glass', 'aaaaaaaaaaaaaaaaaaaaaaaaa'], '127.0.0.1')).rejects.toMatchObject({
      code: 'POLICY_BREAK_GLASS_REASON',
    });
  });

  it('lets an address with too many wrong tokens wait before another is looked at', async () => {
    let nowMs = 0;
    let looked = 0;
    const admit = admission(
      () => {
        looked += 1;
        return Promise.resolve({ kind: 'REFUSED', code: 'IDENTITY_INVALID' });
      },
      () => nowMs,
    );
    for (const _ of [1, 2, 3]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(admit([], '10.0.0.1')).rejects.toMatchObject({ code: 'IDENTITY_INVALID' });
    }
    await expect(admit([], '10.0.0.1')).rejects.toMatchObject({ code: 'IDENTITY_TOO_MANY_FAILURES' });
    expect(looked).toBe(3);
    await expect(admit([], '10.0.0.2')).rejects.toMatchObject({ code: 'IDENTITY_INVALID' });
    nowMs = 60_000;
    await expect(admit([], '10.0.0.1')).rejects.toMatchObject({ code: 'IDENTITY_INVALID' });
  });

  it('counts no failure where no token came', async () => {
    const admit = admission(() => Promise.resolve({ kind: 'REFUSED', code: 'IDENTITY_MISSING' }));
    for (const _ of [1, 2, 3, 4]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(admit([], '10.0.0.1')).rejects.toMatchObject({ code: 'IDENTITY_MISSING' });
    }
  });
});
