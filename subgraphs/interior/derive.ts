import type { CountedIn } from '../_kit/rules/fact-clock.ts';
import type { Fact, HouseholdRecord } from '../_kit/record.ts';
import { house, person } from './data.ts';

const registry = 'civil-registration';

/** Facts counted from the day of birth, and how. */
const ages: readonly (readonly [fact: string, countedIn: CountedIn])[] = [
  ['person.ageYears', 'YEARS'],
  ['person.ageMonths', 'MONTHS'],
  ['person.ageAtFiscalYearStart', 'YEARS_AT_FISCAL_YEAR_START'],
  ['person.oldAgeStartReached', 'OLD_AGE_START'],
];

/** Ages from birth dates, and what the house code says. What rests on an absent fact is absent. */
export function derive(record: HouseholdRecord): readonly Fact[] {
  return [...houseFacts(record), ...record.rows(person).flatMap((row) => ageFacts(record, row))];
}

function houseFacts(record: HouseholdRecord): readonly Fact[] {
  const houseCode = record.fact('household.houseCode', 'M0', record.houseCode, registry);
  if (record.isAbsent('M0', 'household.provinceCode')) return [houseCode];
  const province = record.rows(house)[0]?.provinceCode ?? null;
  return [houseCode, record.fact('household.inBangkok', 'M0', province === null ? null : province === '10', registry)];
}

function ageFacts(record: HouseholdRecord, row: { member: string; birthDate: string | null }): readonly Fact[] {
  const { member, birthDate } = row;
  if (record.isAbsent(member, 'person.birthDate')) return [];
  return ages.map(([name, countedIn]) =>
    birthDate === null
      ? record.fact(name, member, null, registry)
      : record.countedFact(name, member, birthDate, { countedIn, registry }),
  );
}
