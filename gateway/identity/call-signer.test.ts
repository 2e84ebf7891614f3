import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import type { AccessContext, Principal } from '../../schema/contract/identity.ts';
import { createCallSigner } from './call-signer.ts';
import { newSigningKey } from './signing-key.ts';
import { testClock } from './test-issuer.ts';

const principal: Principal = Object.freeze({
  subject: 'officer-7',
  role: 'caseworker',
  areas: ['50'],
  body: null,
  scopes: new Set(['sensitive:health']),
  expiresAt: 2_000_000_000,
});
const access: AccessContext = { principal, purpose: 'HOME_VISIT', caseNumber: 'A-1', breakGlass: null };
const call = { access, subgraph: 'health', operation: 'abc' };

describe('the signer of calls', () => {
  it('writes what the body must know, for a minute and one subgraph', () => {
    const token = createCallSigner({ key: newSigningKey(), clock: testClock() })(call);
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: 'samutphok-gateway',
      aud: 'health',
      sub: 'officer-7',
      role: 'caseworker',
      areas: ['50'],
      body: null,
      scope: ['sensitive:health'],
      purpose: 'HOME_VISIT',
      case: 'A-1',
      breakGlass: null,
      operation: 'abc',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
  });

  it('uses a token again for the same call, for half of its life', () => {
    const clock = testClock();
    const sign = createCallSigner({ key: newSigningKey(), clock });
    const first = sign(call);
    clock.pass(29_999);
    expect(sign({ ...call, access: { ...access } })).toBe(first);
    clock.pass(1);
    expect(sign(call)).not.toBe(first);
  });

  it('never shares a token between principals, subgraphs, purposes, cases, reasons, operations or bodies', () => {
    const sign = createCallSigner({ key: newSigningKey(), clock: testClock() });
    const tokens = [
      sign(call),
      sign({ ...call, subgraph: 'labour' }),
      sign({ ...call, operation: 'abd' }),
      sign({ ...call, access: { ...access, purpose: 'REFERRAL' } }),
      sign({ ...call, access: { ...access, purpose: null } }),
      sign({ ...call, access: { ...access, caseNumber: 'A-2' } }),
      sign({ ...call, access: { ...access, breakGlass: 'A-1' } }),
      sign({ ...call, access: { ...access, principal: { ...principal, scopes: new Set() } } }),
      sign({ ...call, access: { ...access, principal: { ...principal, areas: ['51'] } } }),
      sign({ ...call, requestBody: 'one' }),
      sign({ ...call, requestBody: 'two' }),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('is not made to hand out tokens after their end', () => {
    expect(() => createCallSigner({ key: newSigningKey(), clock: testClock(), reuseMs: 60_000 })).toThrow(RangeError);
  });
});
