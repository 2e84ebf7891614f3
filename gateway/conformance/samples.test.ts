import { describe, expect, it } from 'vitest';
import { readSamples, SamplesFault } from './samples.ts';

const house = { houseCode: '99994000001' };

describe('readSamples', () => {
  it('fills in what a house leaves out', () => {
    expect(readSamples({ houses: [house, { ...house, areaCode: '5004' }] }).samples).toEqual([
      { houseCode: '99994000001', areaCode: null, persons: [], stated: [], absent: [] },
      { houseCode: '99994000001', areaCode: '5004', persons: [], stated: [], absent: [] },
    ]);
  });

  it.each([
    [{ houses: [house] }, 'houses: must hold at least two houses'],
    [{ houses: [house, { houseCode: '12' }] }, 'houses.1.houseCode: must have 11 digits'],
    [{ houses: [house, { ...house, facts: [{ name: 'person.x', subject: 'y' }] }] }, 'houses.1.facts.0.value: '],
    [{}, 'houses: '],
  ])('says where %j is wrong', (json, told) => {
    expect(() => readSamples(json)).toThrow(SamplesFault);
    expect(() => readSamples(json)).toThrow(told);
  });
});
