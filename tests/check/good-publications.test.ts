import { assert, constantFrom, property, record, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyNames, joinName } from '../../schema/contract/bodies.ts';
import type { CheckReport } from '../../schema/contract/publication.ts';
import { candidateOf, check, newBody } from './check-case.ts';

function errorsOf({ findings }: CheckReport): readonly string[] {
  return findings.filter(({ level }) => level === 'ERROR').map(({ code, coordinate }) => `${code} ${coordinate ?? ''}`);
}

describe('a good publication', () => {
  it.each([...bodyNames, joinName])('is that of %s as it stands', (body) => {
    expect(check({ body, isWhole: true })).toEqual({ body, verdict: 'PASSED', findings: [] });
  });

  it('adds a described, classified field that may be null', () => {
    const field = 'jobStatus: [JobStatus!]\n  "Number of dependants. / จำนวนผู้พึ่งพิง"\n  dependants: Int';
    expect(
      check({ schema: [['jobStatus: [JobStatus!]', field]] }).findings.filter(({ file }) => file === 'schema.graphql'),
    ).toEqual([]);
  });

  it('lists without pages what is asked for one household', () => {
    const offices = `type Query { "Offices. / สำนักงาน" offices(houseCode: HouseCode!): LabourOffices @open }
      "Offices. / สำนักงาน" type LabourOffices @open { "All. / ทั้งหมด" all: [LabourOffice!]! }
      "An office. / สำนักงาน" type LabourOffice @open { "Name. / ชื่อ" nameTh: String! }
      type Household @key`;
    expect(check({ isWhole: true, schema: [['type Household @key', offices]] })).toMatchObject({
      verdict: 'PASSED',
      findings: [],
    });
  });

  it('is the first of a body that joins', () => {
    expect(check({ body: newBody, isWhole: true })).toEqual({ body: newBody, verdict: 'PASSED', findings: [] });
  });

  it('is the first of a body whose server writes types in parts', () => {
    const schema = [
      [
        'type Household @key(fields: "houseCode") @personal(kind: STATUS) {',
        'extend type Household @key(fields: "houseCode") @personal(kind: STATUS) {',
      ],
      [
        '"A fishing boat. / เรือประมง"',
        'extend type FishingBoat { "Name. / ชื่อ" title: String @personal(kind: FREE_TEXT) }\n"A boat. / เรือ"',
      ],
    ] as const;
    expect(errorsOf(check({ body: newBody, isWhole: true, schema }))).toEqual([]);
  });

  it('is not held against a reader that never asked for what is gone', () => {
    const report = check({
      isWhole: true,
      schema: [['  monthsIn15: Int', '  monthsInFifteen: Int']],
      used: ['InsuredPerson.option'],
    });
    expect(report.verdict).toBe('PASSED');
    expect(report.findings.map(({ code }) => code)).toEqual(['FIELD_REMOVED_UNUSED']);
  });

  it('is any one with a well-formed optional field more', () => {
    const described = constantFrom('"A count. / จำนวน"', '"""\nSeveral lines.\n\nหลายบรรทัด\n"""');
    const types = constantFrom(
      'Int',
      'String',
      'Date',
      '[String!]',
      'Person',
      'Money',
      'JobStatus',
      '[HomeWorker!]',
      'Float',
    );
    const guards = constantFrom('', '@personal', '@personal(kind: FREE_TEXT)', '@sensitive(category: "hardship")');
    const holders = constantFrom(
      'type LabourRecord implements BodyRecord @personal {',
      'type JobStatus @personal {',
      'type HomeWorkOrder @personal {',
    );
    const names = stringMatching(/^new[A-Z][a-z]{2,8}$/u);
    assert(
      property(
        record({ described, type: types, guard: guards, holder: holders, name: names }),
        ({ described: text, type, guard, holder, name }) => {
          const schema = [[holder, `${holder}\n  ${text}\n  ${name}: ${type} ${guard}`]] as const;
          const report = check({ schema });
          expect(
            errorsOf(report).filter((each) => !each.startsWith('RULE_INVALID') && !each.startsWith('CONFLICT_UNKNOWN')),
          ).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the report', () => {
  const worst = check({
    schema: [
      ['type JobStatus @personal', 'type JobStatus'],
      ['product: String @personal(kind: FREE_TEXT)', 'product: String'],
      ['  LAID_OFF', '  LAID_OFF\n  "Strike. / ประท้วง"\n  ON_STRIKE'],
    ],
  });

  it('says the gravest first', () => {
    const levels = worst.findings.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(new Set(levels)).toEqual(new Set(['ERROR', 'APPROVAL', 'WARNING']));
    expect(worst.verdict).toBe('REFUSED');
  });

  it('asks for approval only where nothing refuses', () => {
    const report = check({
      isWhole: true,
      schema: [['product: String @personal(kind: FREE_TEXT)', 'product: String']],
    });
    expect(report).toMatchObject({
      verdict: 'NEEDS_APPROVAL',
      findings: [{ code: 'ACCESS_KIND_LOWERED', approvers: ['labour'] }],
    });
  });

  it('shows fifty findings of one code and counts the rest', () => {
    const fields = Array.from({ length: 70 }, (_, at) => `f${at}: Int`).join('\n');
    const { findings } = check({ schema: [['type JobStatus @personal {', `type JobStatus @personal {\n${fields}`]] });
    expect(findings.filter(({ code }) => code === 'DESCRIPTION_MISSING')).toHaveLength(50);
    expect(findings.find(({ code }) => code === 'FINDINGS_LEFT_OUT')?.why).toContain('20 more');
  });

  it('is the same for the same publication', () => {
    const given = { schema: [['hours: Int!', 'hours: Int']] } as const;
    expect(check(given)).toEqual(check(given));
    expect(candidateOf(given)).toEqual(candidateOf(given));
  });
});

const order = ['ERROR', 'APPROVAL', 'WARNING', 'NOTE'];
