import { personIdOf } from '../../../schema/contract/scalars.ts';
import { addDays, oldAgeStart } from '../../_kit/calendar.ts';
import type { RuleContext } from '../../_kit/rules/evaluate.ts';
import type { CompiledCatalogue } from '../../_kit/rules/screen.ts';
import type { HouseDraft, PersonDraft } from './draft.ts';
import { contextOf } from './facts-table.ts';
import { figures } from './figures.ts';
import type { Random } from './random.ts';

/**
 * Writes the ledgers: who of those that the rules make due is enrolled, with the gaps of the figures; a few programmes
 * and services that somebody decides on; and payments that should have ended. It says nothing of what is due.
 */
export function enrol(house: HouseDraft, catalogue: CompiledCatalogue): void {
  const scope: Scope = { house, context: contextOf(house), held: new Set(), random: house.random('enrolments') };
  for (const compiled of catalogue.programmes) {
    if (compiled.programme.target === 'HOUSEHOLD') enrolSubject(scope, compiled, null);
    else for (const person of house.people) enrolSubject(scope, compiled, person);
  }
  for (const person of house.people) overpay(scope, person);
}

type CompiledProgramme = CompiledCatalogue['programmes'][number];

interface Scope {
  readonly house: HouseDraft;
  readonly context: RuleContext;
  /** `programme member` of what is enrolled so far. */
  readonly held: Set<string>;
  readonly random: Random;
}

/** Programmes that follow from another enrolment. */
const followers: Readonly<Record<string, string>> = {
  'int-old-age-topup-2022': 'int-old-age-allowance',
  'bkk-old-age-topup-2022': 'bkk-old-age-allowance',
};

function enrolSubject(scope: Scope, compiled: CompiledProgramme, person: PersonDraft | null): void {
  const { house, context } = scope;
  const { programme, rule, knowsDeath } = compiled;
  if (person?.role === 'DECEASED' && !knowsDeath) return;
  if (rule.holds(context, person && personIdOf(house.houseCode, person.member)) !== 'TRUE') return;
  if ((programme.effective.from ?? '') > house.asOf) return;
  const somebodyDecides = programme.claimType === 'DISCRETIONARY' || programme.claimType === 'OPEN_SERVICE';
  if (somebodyDecides) offer(scope, compiled, person);
  else if (isTaken(scope, compiled, person)) take(scope, compiled, person);
}

/** What has ended since is kept as such. */
function take(scope: Scope, compiled: CompiledProgramme, person: PersonDraft | null): void {
  const endedOn = compiled.programme.effective.to;
  const hasEnded = endedOn !== null && scope.house.asOf > endedOn;
  const options = hasEnded ? { status: 'EXITED', endedOn } : { status: statusOf(scope.random, compiled) };
  add(scope, compiled, person, options);
}

function isTaken({ random, held }: Scope, { programme }: CompiledProgramme, person: PersonDraft | null): boolean {
  const { id, accessMode } = programme;
  const leader = followers[id];
  if (leader !== undefined) return held.has(`${leader} ${person?.member ?? 'M0'}`);
  if (id === 'health-ltc-dependent') return person?.facts['ltcCarePlan'] === true;
  if (programme.benefitForm === 'REGISTRATION') return random.chance(0.1);
  return !random.chance(figures.gaps.value[id] ?? figures.gapsByAccess.value[accessMode] ?? 1);
}

/** What is being registered is applied for; of the rest nearly all is running. */
function statusOf(random: Random, { programme }: CompiledProgramme): string {
  if (programme.benefitForm === 'REGISTRATION') return 'APPLIED';
  if (programme.accessMode !== 'ENROLMENT') return 'ACTIVE';
  return random.weighted([
    ['ACTIVE', 97.5],
    ['AWAITING_RENEWAL', 1.5],
    ['APPLIED', 1],
  ]);
}

interface LineOptions {
  readonly status: string;
  readonly endedOn?: string;
}

function add(scope: Scope, compiled: CompiledProgramme, person: PersonDraft | null, options: LineOptions): void {
  const { house, context, held } = scope;
  const { id } = compiled.programme;
  const member = person?.member ?? 'M0';
  const money = compiled.money?.(context, person && personIdOf(house.houseCode, member)) ?? null;
  const startedOn = startOf(scope, compiled, person);
  house.enrolments.push({
    member,
    programme: id,
    ...(options.status !== 'ACTIVE' && { status: options.status }),
    ...(options.status !== 'APPLIED' && { startedOn: earlier(startedOn, options.endedOn) }),
    ...(options.endedOn !== undefined && { endedOn: options.endedOn }),
    ...(typeof money?.thb === 'number' && { thb: money.thb, period: money.period }),
  });
  if (options.status !== 'EXITED') held.add(`${id} ${member}`);
}

function earlier(startedOn: string, endedOn: string | undefined): string {
  return endedOn !== undefined && endedOn < startedOn ? endedOn : startedOn;
}

/** The old-age allowance starts by itself; other enrolments some time in the last years, not before birth or law. */
function startOf({ random, house }: Scope, { programme }: CompiledProgramme, person: PersonDraft | null): string {
  const isOldAge = programme.id.endsWith('old-age-allowance');
  const drawn =
    isOldAge && person !== null ? oldAgeStart(person.birthDate) : addDays(house.asOf, -random.int(20, 1500));
  const first = [programme.effective.from, person?.birthDate ?? null].reduce<string>(later, drawn);
  return first > house.asOf ? house.asOf : first;
}

function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}

/** A service that was given or planned, or a programme that a committee granted. */
function offer(scope: Scope, compiled: CompiledProgramme, person: PersonDraft | null): void {
  const { random, house } = scope;
  if (!random.chance(figures.discretionary.value)) return;
  if (isEntitlement(compiled)) {
    add(scope, compiled, person, {
      status: random.weighted([
        ['ACTIVE', 6],
        ['APPLIED', 3],
        ['SUSPENDED', 1],
      ]),
    });
    return;
  }
  const status = random.weighted([
    ['DELIVERED', 70],
    ['PLANNED', 25],
    ['REFUSED', 5],
  ]);
  house.services.push({
    member: person?.member ?? 'M0',
    programme: compiled.programme.id,
    status,
    ...(status === 'DELIVERED' && { deliveredOn: addDays(house.asOf, -random.int(5, 500)) }),
  });
}

function isEntitlement({ programme }: CompiledProgramme): boolean {
  return 'kind' in programme && programme.kind === 'ENTITLEMENT';
}

/** Allowances of the dead that run on, of which most were ended in time, and of pensioners. */
function overpay({ house, random }: Scope, person: PersonDraft): void {
  const { facts, member, birthDate } = person;
  if (person.age < 61 || facts['thaiNationality'] !== true) return;
  const programme = facts['domicileProvince'] === '10' ? 'bkk-old-age-allowance' : 'int-old-age-allowance';
  const line = { member, programme, startedOn: oldAgeStart(birthDate), thb: 600, period: 'MONTH' };
  if (person.role === 'DECEASED') {
    const died = addDays(house.asOf, -Number(facts['daysSinceDeath']));
    const isPaid = random.chance(figures.deadRecipients.value);
    house.enrolments.push(isPaid ? line : { ...line, status: 'DECEASED', endedOn: died });
  } else if (facts['receivesGovPension'] === true && random.chance(figures.pensionersPaid.value)) {
    house.enrolments.push(line);
  }
}
