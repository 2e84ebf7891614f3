import { describe, expect, it } from 'vitest';
import { JsonSlice } from '../kernel/json-slice.ts';
import { readExtractDates } from './extract-dates.ts';

const fields = new Map([
  ['health', 'health'],
  ['social-welfare', 'socialWelfare'],
]);

function datesIn(variables: Readonly<Record<string, unknown>>): unknown {
  const dates: string[] = [];
  readExtractDates(variables, fields, (body, asOf) => dates.push(`${body} ${asOf}`));
  return dates;
}

function text(json: string): JsonSlice {
  return JsonSlice.ofBytes(Buffer.from(json).toString('latin1'));
}

const facts = [{ name: 'person.pregnant', asOf: '1999-01-01' }];

describe('the dates of extracts', () => {
  it('are those of the records that the join is sent, of every household', () => {
    const representations = [
      { houseCode: '1', health: { found: true, asOf: '2022-08-10', facts }, socialWelfare: null },
      { houseCode: '2', socialWelfare: { found: false, asOf: '2022-08-09', facts }, labour: { asOf: '2020-01-01' } },
    ];
    expect(datesIn({ representations, asOf: '2021-10-01' })).toEqual([
      'health 2022-08-10',
      'social-welfare 2022-08-09',
    ]);
  });

  it('are found in records that came as text, and in those that stayed values', () => {
    const representations = [
      {
        health: text(JSON.stringify({ found: true, asOf: '2022-08-10', facts, note: 'ไทย' })),
        socialWelfare: JsonSlice.ofValue({ asOf: '2022-08-09' }),
      },
    ];
    expect(datesIn({ representations })).toEqual(['health 2022-08-10', 'social-welfare 2022-08-09']);
  });

  it('are the record’s own where a fact’s date is written before', () => {
    const representations = [{ health: text(JSON.stringify({ facts, asOf: '2022-08-10' })) }];
    expect(datesIn({ representations })).toEqual(['health 2022-08-10']);
  });

  it('are none where a record is withheld or has no date', () => {
    expect(datesIn({ representations: [null, 'x', {}, { health: null }, { health: { asOf: null } }] })).toEqual([]);
    expect(datesIn({ representations: [{ health: text('{"found":true}') }] })).toEqual([]);
    expect(datesIn({})).toEqual([]);
  });
});
