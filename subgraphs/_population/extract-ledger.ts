import { isBodyName, bodyOf, type BodyName } from '../../schema/contract/bodies.ts';
import { ExtractFault, type EnrolmentExtract, type ServiceExtract } from '../_kit/import.ts';
import type { ExtractDictionary, ExtractProgramme } from './extract-dictionary.ts';
import { listAt, objectAt, optionalDate, optionalText, textAt, wordAt, type JsonObject } from './extract-shape.ts';

const enrolmentStatuses = ['ACTIVE', 'SUSPENDED', 'AWAITING_RENEWAL', 'APPLIED', 'EXITED', 'DECEASED'];
const serviceStatuses = ['PLANNED', 'DELIVERED', 'REFUSED'];
const periods = ['DAY', 'MONTH', 'QUARTER', 'YEAR', 'ONE_OFF', 'PER_EVENT'];
const maxThb = 1e9;

/** A line of a ledger and the body that keeps it. */
export interface LedgerLine<Line> {
  readonly body: BodyName;
  readonly line: Line;
}

export interface LedgerScope {
  readonly dictionary: ExtractDictionary;
  /** `M1` … of the household. */
  readonly members: readonly string[];
}

/** Throws ExtractFault for an unknown programme, another body's, a stranger, or a value out of place. */
export function readEnrolments(value: unknown, scope: LedgerScope): readonly LedgerLine<EnrolmentExtract>[] {
  return listAt(value, 'enrolments').map((entry, at) => {
    const path = `enrolments[${at}]`;
    const enrolment = objectAt(entry, path);
    const programme = programmeOf(enrolment, path, scope);
    const startedOn = optionalDate(enrolment['startedOn'], `${path}.startedOn`);
    const endedOn = optionalDate(enrolment['endedOn'], `${path}.endedOn`);
    if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
      throw new ExtractFault(`${path}.endedOn`, 'is before startedOn');
    }
    const line = {
      member: subjectOf(enrolment, path, { programme, ...scope }),
      programme: programme.id,
      status: wordAt(enrolment['status'], `${path}.status`, enrolmentStatuses, 'ACTIVE') ?? 'ACTIVE',
      startedOn,
      endedOn,
      ...moneyOf(enrolment, path, programme),
      recordRef: optionalText(enrolment['recordRef'], `${path}.recordRef`, 80),
    };
    return { body: programme.body, line };
  });
}

/** Throws ExtractFault, as readEnrolments does. */
export function readServices(value: unknown, scope: LedgerScope): readonly LedgerLine<ServiceExtract>[] {
  return listAt(value, 'services').map((entry, at) => {
    const path = `services[${at}]`;
    const service = objectAt(entry, path);
    const programme = programmeOf(service, path, scope);
    const line = {
      member: subjectOf(service, path, { programme, ...scope }),
      programme: programme.id,
      status: wordAt(service['status'], `${path}.status`, serviceStatuses) ?? '',
      deliveredOn: optionalDate(service['deliveredOn'], `${path}.deliveredOn`),
    };
    return { body: programme.body, line };
  });
}

function programmeOf(line: JsonObject, path: string, { dictionary }: LedgerScope): ExtractProgramme {
  const programme = dictionary.programmes.get(textAt(line['programme'], `${path}.programme`));
  if (programme === undefined) throw new ExtractFault(`${path}.programme`, 'is not a programme of the catalogue');
  const body = line['body'];
  if (body !== undefined && body !== null && bodyNamed(body) !== programme.body) {
    throw new ExtractFault(`${path}.body`, `is not the body of this programme, ${programme.body}`);
  }
  return programme;
}

/** By the name (`social-welfare`) or the code in the graph (`SOCIAL_WELFARE`). */
export function bodyNamed(value: unknown): BodyName | undefined {
  const name = typeof value === 'string' ? value.toLowerCase().replaceAll('_', '-') : '';
  return isBodyName(name) && (value === name || value === bodyOf(name).code) ? name : undefined;
}

function subjectOf(line: JsonObject, path: string, scope: LedgerScope & { programme: ExtractProgramme }): string {
  const member = textAt(line['member'], `${path}.member`);
  if (scope.programme.target === 'HOUSEHOLD') {
    if (member === 'M0') return member;
    throw new ExtractFault(`${path}.member`, 'must be M0: the programme is for households');
  }
  if (scope.members.includes(member)) return member;
  const problem =
    member === 'M0' ? 'must be a person: the programme is for persons' : 'is not a member of this household';
  throw new ExtractFault(`${path}.member`, problem);
}

function moneyOf(
  line: JsonObject,
  path: string,
  programme: ExtractProgramme,
): Pick<EnrolmentExtract, 'thb' | 'period'> {
  const thb = line['thb'] ?? null;
  if (thb !== null && !(typeof thb === 'number' && thb >= 0 && thb <= maxThb)) {
    throw new ExtractFault(`${path}.thb`, `must be a number from 0 to ${maxThb}`);
  }
  const period = wordAt(line['period'], `${path}.period`, periods, thb === null ? null : programme.period);
  if (thb !== null && period === null) throw new ExtractFault(`${path}.period`, 'is missing beside thb');
  return { thb, period };
}
