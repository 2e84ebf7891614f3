import { amount, civilDate, countedFrom, oneOf, text, whole, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';
import type { ConstantSql } from '../_kit/store.ts';

export const house = register({
  table: 'house',
  of: 'household',
  registry: 'civil-registration',
  always: true,
  columns: {
    areaCode: text(6),
    addressLine: text(300),
    familyName: text(100),
    provinceCode: text(2),
    size: whole(0, 99),
  },
  facts: { provinceCode: 'household.provinceCode', size: 'household.size' },
  identity: { areaCode: 'areaCode', addressLine: 'address', familyName: 'familyName' },
});

export const person = register({
  table: 'person',
  of: 'person',
  registry: 'civil-registration',
  always: true,
  columns: {
    citizenId: text(13),
    nameTh: text(200),
    relation: text(100),
    birthDate: civilDate(),
    birthDatePrecision: oneOf(['DAY', 'MONTH', 'YEAR'], 'DAY'),
    sex: oneOf(['F', 'M']),
    thaiNationality: yesNo(null),
    civilStatus: oneOf(['CITIZEN', 'REGISTERED_NON_CITIZEN', 'STATELESS_REGISTERED', 'UNREGISTERED']),
    domicileProvince: text(2),
    maritalStatus: oneOf(['SINGLE', 'MARRIED', 'WIDOWED', 'DIVORCED', 'SEPARATED']),
    isDeceased: yesNo(),
    diedOn: countedFrom('DAYS', 40_000),
    hasIdCard: yesNo(),
  },
  facts: {
    birthDate: 'person.birthDate',
    sex: 'person.sex',
    thaiNationality: 'person.thaiNationality',
    civilStatus: 'person.civilStatus',
    domicileProvince: 'person.domicileProvince',
    maritalStatus: 'person.maritalStatus',
    isDeceased: 'person.isDeceased',
    diedOn: 'person.daysSinceDeath',
    hasIdCard: 'person.hasIdCard',
  },
  identity: { citizenId: 'citizenId', nameTh: 'name', relation: 'relation', birthDatePrecision: 'birthDatePrecision' },
});

export const survey = register({
  table: 'household_survey',
  of: 'household',
  registry: 'bmn',
  columns: { avgIncomePerPersonYear: amount(), housingSecure: yesNo(), farmer: yesNo() },
  facts: {
    avgIncomePerPersonYear: 'household.avgIncomePerPersonYear',
    housingSecure: 'household.housingSecure',
    farmer: 'household.bmnFarmer',
  },
});

export const livelihood = register({
  table: 'livelihood',
  of: 'person',
  registry: 'bmn',
  columns: { incomePerYear: amount(), occupation: text(60) },
  facts: { incomePerYear: 'person.incomePerYear', occupation: 'person.occupationBmn' },
});

export const electricity = register({
  table: 'electricity_meter',
  of: 'household',
  registry: 'electricity',
  columns: { ampere: whole(0, 1000), maxUnits3Months: whole(0, 1_000_000) },
  facts: { ampere: 'household.meterAmp', maxUnits3Months: 'household.maxElectricityUnits3Months' },
});

export const disaster = register({
  table: 'disaster_status',
  of: 'household',
  registry: 'disaster',
  columns: { declared: yesNo(), houseDamage: oneOf(['NONE', 'PARTIAL', 'TOTAL'], 'NONE') },
  facts: { declared: 'household.disasterDeclared', houseDamage: 'household.houseDamage' },
});

export const electricityBills = detail({
  table: 'electricity_bill',
  key: 'electricityBills',
  of: 'household',
  columns: { month: civilDate(), units: whole(0, 1_000_000), thb: amount() },
});

export const allowancePayments = detail({
  table: 'allowance_payment',
  key: 'allowancePayments',
  of: 'person',
  columns: { paidOn: civilDate(), allowance: oneOf(['OLD_AGE', 'DISABILITY', 'AIDS']), thb: amount() },
});

export const registry = defineRegistry({
  body: 'interior',
  registers: [house, person, survey, livelihood, electricity, disaster],
  details: [electricityBills, allowancePayments],
});

/** Key: citizen number. The house's area comes with it, so that who may not open the house reads no more than that. */
export const personsByCitizenId: ConstantSql = {
  text: `select p.citizen_id, p.house_code, p.member, h.area_code from json_each(?) k
    join person p on p.citizen_id = k.value join house h on h.house_code = p.house_code`,
};

export interface ListSql {
  readonly page: ConstantSql;
  readonly count: ConstantSql;
}

/**
 * Pages in the order of area and house. Keys of the three lists: `[[area from, area below] …]`, the ordered column from
 * and below, the cursor's two columns, the limit. This order takes no range but those of the areas.
 *
 * Each range is read by the index up to the limit, so that a page reads at most its own size from each area.
 */
export const housesByArea: ListSql = {
  page: {
    text: `select h.house_code, h.area_code, h.family_name
      from json_each(?1, '$[0]') r cross join house h
      where h.house_code in (
        select house_code from house
        where area_code >= max(json_extract(r.value, '$[0]'), json_extract(?1, '$[3]'))
          and area_code < json_extract(r.value, '$[1]')
          and (area_code, house_code) > (json_extract(?1, '$[3]'), json_extract(?1, '$[4]'))
        order by area_code, house_code limit json_extract(?1, '$[5]'))
      order by h.area_code, h.house_code limit json_extract(?1, '$[5]')`,
  },
  count: {
    text: `select coalesce(sum((select count(*) from house where ${inRange('r')})), 0) as total
      from json_each(?1, '$[0]') r`,
  },
};

/** Pages in the order of house codes. */
export const housesByCode: ListSql = listSql('house_code, area_code', 'house_code');

/** Pages in the order of family names. */
export const housesByFamily: ListSql = listSql('family_name, house_code', 'family_name');

/**
 * One constant statement for a page and one for the count. The first ordered column has an index that also holds the
 * others, so a page reads only rows of its range and a count reads only the index.
 */
function listSql(order: string, ranged: string): ListSql {
  const range = `${ranged} >= json_extract(?1, '$[1]') and ${ranged} < json_extract(?1, '$[2]')
    and exists (select 1 from json_each(?1, '$[0]') r where ${inRange('r')})`;
  return {
    page: {
      text: `select house_code, area_code, family_name from house
        where ${range} and (${order}) > (json_extract(?1, '$[3]'), json_extract(?1, '$[4]'))
        order by ${order} limit json_extract(?1, '$[5]')`,
    },
    count: { text: `select count(*) as total from house where ${range}` },
  };
}

function inRange(range: string): string {
  return `area_code >= json_extract(${range}.value, '$[0]') and area_code < json_extract(${range}.value, '$[1]')`;
}
