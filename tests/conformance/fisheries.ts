import { readFileSync } from 'node:fs';
import path from 'node:path';
import samples from './fisheries-samples.json' with { type: 'json' };

// A fourteenth body as somebody else would write it: the contract's SDL, its own tables, and none of our kit.

const schemaFolder = path.join(import.meta.dirname, '../../schema');

/** The samples that the kit is given; the registry below holds the same. */
export const samplesFile: string = path.join(import.meta.dirname, 'fisheries-samples.json');

export const fisheriesSdl: string = [
  ...['directives.graphql', 'scalars.graphql', 'shared.graphql'].map((file) => path.join(schemaFolder, file)),
  path.join(import.meta.dirname, 'fisheries.graphql'),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replace('enum BodyCode {', 'enum BodyCode {\n  "Fisheries / กรมประมง"\n  FISHERIES');

/** Who asks, as the call token says. */
export interface Asker {
  readonly role: string;
  readonly scopes: readonly string[];
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are plain objects, as in any language
export type Row = any;

export interface House {
  readonly houseCode: string;
  readonly facts: readonly Row[];
  readonly entitlements: readonly Row[];
  readonly services: readonly Row[];
  readonly licences: readonly Row[];
}

const body = { __typename: 'Body', code: 'FISHERIES', nameTh: 'กรมประมง', nameEn: 'Department of Fisheries' };
const asOf = '2022-08-10T00:00:00Z';

/** Its registry: constant, so that every fault in an answer is the server's. */
export const houses: ReadonlyMap<string, House> = new Map(
  samples.houses.map(({ houseCode, facts, persons }, at) => [
    houseCode,
    {
      houseCode,
      facts: facts.map((fact) => ({ ...fact, asOf, registry: 'fleet', countedFrom: null, countedIn: null })),
      entitlements:
        at === 1 ? [] : [entitlement(houseCode, 'fuel-relief'), entitlement(houseCode, 'lost-at-sea-grant')],
      services:
        at === 0 ? [{ ...entitlement(houseCode, 'net-repair'), status: 'DELIVERED', deliveredOn: '2022-07-01' }] : [],
      licences: [licence(persons[0], 'BY_BOAT', `TH-1000${at}`), licence(persons[0], 'RELIEF', `TH-2000${at}`)],
    },
  ]),
);

/** What this asker may see of a house: the whole of its access rules, by hand. Null: nothing at all. */
export function recordFor({ facts, entitlements, services, licences }: House, { role, scopes }: Asker): Row {
  if (role === 'auditor' || role === 'body-developer') return null;
  const holds = (category: string): boolean =>
    scopes.includes('sensitive:*') || scopes.includes(`sensitive:${category}`);
  const isOpen = (programme: string): boolean => programme !== 'lost-at-sea-grant' || holds('hardship');
  const shown = {
    facts: facts.filter(({ name }) => name !== 'person.lostAtSea' || holds('hardship')),
    entitlements: entitlements.filter(({ programme }) => isOpen(programme.id)),
    services: services.filter(({ programme }) => isOpen(programme.id)),
    licences: licences
      .filter(({ kind }) => kind !== 'RELIEF' || holds('hardship'))
      .map((each) => ({
        ...each,
        number: scopes.includes('identity:full') ? each.number : masked(each.number),
        remark: role === 'report-builder' ? null : each.remark,
        daysLostToIllness: holds('health') ? each.daysLostToIllness : null,
      })),
  };
  const weighs = shown.facts.some(({ value }) => isWeighty(value));
  const found = weighs || shown.entitlements.length > 0 || shown.services.length > 0;
  return { __typename: 'FisheriesRecord', body, asOf, found, ...shown };
}

function entitlement(houseCode: string, programme: string): Row {
  return {
    id: `FISHERIES:${houseCode}:${programme}`,
    programme: { id: programme },
    person: { personId: `${houseCode}-M1` },
    status: 'ACTIVE',
    money: { thb: 500, maxThb: null, period: 'MONTH' },
    startedOn: '2021-10-01',
    endedOn: null,
    body,
    asOf,
    recordRef: `${houseCode}/${programme}`,
  };
}

function licence(personId: string | undefined, kind: string, number: string): Row {
  return { person: { personId }, number, kind, remark: 'เรือไม้', daysLostToIllness: 12 };
}

function masked(text: string): string {
  return `${'x'.repeat(text.length - 3)}${text.slice(-3)}`;
}

function isWeighty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false && value !== 0 && value !== 'NONE';
}
