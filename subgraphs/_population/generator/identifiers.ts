import { citizenCheckDigit } from '../../../schema/contract/scalars.ts';

/**
 * Numbers of synthetic records: houses begin with 9999, persons with 09999, and the worked cases keep the beginning of
 * both ranges. Every province has a range of its own, the provinces of the demo first; a run that is longer goes on
 * into the next range. Citizen numbers of provinces that are 15 ranges apart are the same: the importer refuses the
 * second of two persons with one number.
 */
export const householdsPerProvince = 65_000;

/** More members than any generated household has. */
const membersPerHousehold = 10;
const firstHouse = 99_991_000_000;
const firstPerson = 100_000;
const houseRange = 990_000;

const demoProvinces = ['50', '57', '95', '94', '96', '10'];

/** Running number of a household of a province, from 0. */
export function serialOf(province: string, k: number, provinces: readonly string[]): number {
  const demo = demoProvinces.indexOf(province);
  const others = provinces.filter((code) => !demoProvinces.includes(code));
  const slot = demo >= 0 ? demo : demoProvinces.length + others.indexOf(province);
  return slot * householdsPerProvince + k;
}

export function houseCodeOf(serial: number): string {
  return String(firstHouse + serial);
}

/** `at` is the member's place in the household, from 0. */
export function citizenIdOf(serial: number, at: number): string {
  const running = firstPerson + (serial % houseRange) * membersPerHousehold + at;
  const digits = `09999${String(running).padStart(7, '0')}`;
  return `${digits}${citizenCheckDigit(digits)}`;
}
