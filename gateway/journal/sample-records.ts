import type { JournalRecord } from './record.ts';

/** 10 August 2022, 14.05 in Thailand. */
export const noon = Date.parse('2022-08-10T07:05:00.000Z');

export interface RecordParts extends Partial<Omit<JournalRecord, 'at'>> {
  readonly atMs?: number;
}

/** A caseworker's look at the house 99990000011, but for what is given. */
export function aRecord({ atMs = noon, ...parts }: RecordParts = {}): JournalRecord {
  return {
    at: new Date(atMs).toISOString(),
    operationId: '01J',
    principal: { subject: 'somsri', role: 'caseworker', areas: ['5004'], body: null },
    purpose: 'HOME_VISIT',
    caseNumber: null,
    breakGlass: null,
    operation: { hash: 'a'.repeat(64), name: 'Household' },
    households: [{ houseCode: '99990000011', areaCode: '500406', shown: true }],
    persons: ['99990000011-M1', '99990000011-M2'],
    reads: [
      { body: 'interior', dataKinds: ['ADDRESS', 'MEMBERS'] },
      { body: 'social-welfare', dataKinds: ['ENTITLEMENTS'] },
    ],
    masked: ['Person.citizenId'],
    denied: [],
    decision: 'ALLOWED',
    refusal: null,
    manifest: [{ code: 'INTERIOR', status: 'ANSWERED' }],
    policyDigest: null,
    durationMs: 42,
    ...parts,
  };
}

/** A house whose code ends in `at`, in an area. */
export function aHouse(
  at: number,
  areaCode: string | null = '500406',
  shown = true,
): JournalRecord['households'][number] {
  return { houseCode: `9999${String(at).padStart(7, '0')}`, areaCode, shown };
}
