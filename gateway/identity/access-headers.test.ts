import { describe, expect, it } from 'vitest';
import type { Principal, Role } from '../../schema/contract/identity.ts';
import { readAccess } from './access-headers.ts';

function principal(role: Role): Principal {
  return { subject: 's', role, areas: ['50'], body: null, scopes: new Set(), expiresAt: 0 };
}

/** As node hands a header on: each byte one character. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

const reason = 'ครอบครัวย้ายมาฉุกเฉินจากน้ำท่วม';

describe('the headers of an operation', () => {
  it('may all be missing', () => {
    expect(readAccess([], principal('caseworker'))).toMatchObject({
      kind: 'ACCESS',
      access: { purpose: null, caseNumber: null, breakGlass: null },
    });
  });

  it('say what for, which case and why the glass is broken', () => {
    const headers = ['X-Purpose', 'HOME_VISIT', 'X-Case', bytes('ชม. 12/2565'), 'x-break-glass', bytes(reason)];
    expect(readAccess(headers, principal('supervisor'))).toMatchObject({
      access: { purpose: 'HOME_VISIT', caseNumber: 'ชม. 12/2565', breakGlass: reason },
    });
  });

  it('may come from a browser in the extended notation', () => {
    const headers = ['x-case', "UTF-8''%E0%B8%8A%E0%B8%A1%2012"];
    expect(readAccess(headers, principal('caseworker'))).toMatchObject({ access: { caseNumber: 'ชม 12' } });
  });

  it.each<[string, string[], Role, string]>([
    ['an unknown purpose', ['x-purpose', 'CURIOSITY'], 'caseworker', 'POLICY_PURPOSE_INVALID'],
    ['a purpose in small letters', ['x-purpose', 'audit'], 'caseworker', 'POLICY_PURPOSE_INVALID'],
    ['two purposes', ['x-purpose', 'AUDIT', 'X-Purpose', 'AUDIT'], 'caseworker', 'POLICY_PURPOSE_INVALID'],
    ['an empty purpose', ['x-purpose', ''], 'caseworker', 'POLICY_PURPOSE_INVALID'],
    ['an empty case', ['x-case', ' '], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a long case', ['x-case', 'x'.repeat(65)], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a case with a control character', ['x-case', 'a\u0007b'], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a case that turns the text round', ['x-case', bytes('a\u202Eb')], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a case that is no UTF-8', ['x-case', 'a\u00E0b'], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a case with broken escapes', ['x-case', "UTF-8''%E0%"], 'caseworker', 'POLICY_CASE_INVALID'],
    ['a broken glass of a caseworker', ['x-break-glass', bytes(reason)], 'caseworker', 'POLICY_BREAK_GLASS_REFUSED'],
    ['a broken glass of an auditor', ['x-break-glass', ''], 'auditor', 'POLICY_BREAK_GLASS_REFUSED'],
    ['a short reason', ['x-break-glass', 'flood in the valley'], 'supervisor', 'POLICY_BREAK_GLASS_REASON'],
    ['a blank reason', ['x-break-glass', `test${' '.repeat(30)}x`], 'supervisor', 'POLICY_BREAK_GLASS_REASON'],
    ['one key held down', ['x-break-glass', 'a'.repeat(40)], 'supervisor', 'POLICY_BREAK_GLASS_REASON'],
    ['an endless reason', ['x-break-glass', 'flood '.repeat(100)], 'supervisor', 'POLICY_BREAK_GLASS_REASON'],
  ])('are refused for %s', (_title, headers, role, code) => {
    expect(readAccess(headers, principal(role))).toMatchObject({ kind: 'REFUSED', code });
  });
});
