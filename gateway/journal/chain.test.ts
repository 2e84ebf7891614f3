import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { chainHash, chainRecords, encodeRecord, lookupKeys, start } from './chain.ts';
import { aHouse, aRecord } from './sample-records.ts';

it('hashes the 32 bytes before and the canonical text, so that anybody can do the same', () => {
  const [first, second] = chainRecords(start, [encodeRecord(aRecord()), encodeRecord(aRecord({ durationMs: 1 }))]);
  const hash = createHash('sha256');
  hash.update(Buffer.alloc(32));
  hash.update(String(first?.text), 'utf8');
  expect(first).toMatchObject({ sequence: 1, previousHash: '0'.repeat(64), hash: hash.digest('hex') });
  expect(second).toMatchObject({ sequence: 2, previousHash: first?.hash });
  expect(chainHash(first?.hash ?? '', second?.text ?? '')).toBe(second?.hash);
});

it('leads to a record from each house, its area and who asked', () => {
  const record = aRecord({
    households: [aHouse(1, '500406'), aHouse(2, '5001'), aHouse(3, null, false)],
    persons: [`${aHouse(4).houseCode}-M1`, 'somebody'],
  });
  expect(lookupKeys(record).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'SHOWN 99990000001',
    'AREA 500406',
    'SHOWN 99990000002',
    'AREA 5001',
    'ASKED 99990000003',
    'SHOWN 99990000004',
    'PERSON somebody',
    'SUBJECT somsri',
  ]);
});

it('shows nothing of an operation that was refused', () => {
  const kinds = lookupKeys(aRecord({ decision: 'REFUSED', refusal: 'POLICY_DENIED' })).map(({ kind }) => kind);
  expect(kinds).toContain('ASKED');
  expect(kinds).not.toContain('SHOWN');
});

it('keeps texts apart that a database would fold or refuse', () => {
  const texts = ['a', 'A', 'a\u0000', '"a\\u0000"', 'ก', '"ก"', '\ud800', '\\ud800', '"\\ud800"', ''];
  expect(new Set(texts.map(keyOf)).size).toBe(texts.length);
  expect(texts.map(keyOf).join('')).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
});

function keyOf(subject: string): string | undefined {
  return lookupKeys(aRecord({ principal: { subject, role: 'auditor', areas: [], body: null } })).at(-1)?.key;
}
