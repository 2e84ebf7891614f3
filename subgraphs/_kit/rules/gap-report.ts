import { roundToSatang } from './money.ts';
import type { Period } from './programme.ts';
import type { CompiledCatalogue, Screening } from './screen.ts';

/** The screenings of one household sorted by what follows from them. A programme may stand in more than one list. */
export interface GapReport {
  /** Likely eligible for a right, or for what an event opens; received or not. */
  readonly due: readonly Screening[];
  /** The gap: due, kept in a register, and not received. */
  readonly items: readonly Screening[];
  /** What could be due or referred if a missing fact or body were known, and what is due but may be received already. */
  readonly unknown: readonly Screening[];
  /** Likely eligible, but a committee, quota or budget decides. */
  readonly referrals: readonly Screening[];
  /** Received although surely not eligible: opens a review, never a bill. */
  readonly overPayments: readonly Screening[];
  /** Baht of the gap a month, a year and once. */
  readonly monthlyThb: number;
  readonly yearlyThb: number;
  readonly oneOffThb: number;
  readonly totals: Totals;
}

/** Baht over due cash benefits (the catalogue's `totals`); what is of unknown amount, or paid by day or event, is not summed. */
export interface Totals {
  readonly monthlyDue: number;
  readonly monthlyReceived: number;
  readonly yearlyDue: number;
  readonly yearlyReceived: number;
  readonly oneOffUnpaid: number;
  readonly overPaidMonthly: number;
}

/** Applies the catalogue's gap rule to the screenings of one household. */
export function gapReport(
  catalogue: Pick<CompiledCatalogue, 'cashForms'>,
  screenings: readonly Screening[],
): GapReport {
  const due = screenings.filter(isDue);
  const items = due.filter((each) => isRegistered(each) && each.receiving === 'NOT_RECEIVING');
  const overPayments = screenings.filter(isOverPaid);
  const sum = (of: readonly Screening[], period: Period): number => sumOf(of, period, catalogue.cashForms);
  const received = due.filter(({ receiving }) => receiving === 'RECEIVING');
  const unpaid = due.filter(({ receiving }) => receiving === 'NOT_RECEIVING');
  return {
    due,
    items,
    unknown: screenings.filter(isOpen),
    referrals: screenings.filter(isReferral),
    overPayments,
    monthlyThb: sum(items, 'MONTH'),
    yearlyThb: sum(items, 'YEAR'),
    oneOffThb: sum(items, 'ONE_OFF'),
    totals: {
      monthlyDue: sum(due, 'MONTH'),
      monthlyReceived: sum(received, 'MONTH'),
      yearlyDue: sum(due, 'YEAR'),
      yearlyReceived: sum(received, 'YEAR'),
      oneOffUnpaid: sum(unpaid, 'ONE_OFF'),
      overPaidMonthly: sum(overPayments, 'MONTH'),
    },
  };
}

export function isDue({ verdict, programme }: Screening): boolean {
  return verdict === 'LIKELY_ELIGIBLE' && (programme.claimType === 'RIGHT' || programme.claimType === 'EVENT');
}

export function isReferral({ verdict, programme }: Screening): boolean {
  return verdict === 'LIKELY_ELIGIBLE' && programme.claimType === 'DISCRETIONARY';
}

function isOverPaid({ verdict, receiving }: Screening): boolean {
  return verdict === 'NOT_ELIGIBLE' && receiving === 'RECEIVING';
}

/** What is applied at the point of use has no register: nobody can tell whether it is received. */
function isRegistered({ programme }: Screening): boolean {
  return programme.accessMode !== 'POINT_OF_USE';
}

function isOpen(screening: Screening): boolean {
  if (screening.verdict === 'UNKNOWN') return screening.programme.claimType !== 'OPEN_SERVICE';
  return isDue(screening) && isRegistered(screening) && screening.receiving === 'UNKNOWN';
}

function sumOf(screenings: readonly Screening[], period: Period, cashForms: ReadonlySet<string>): number {
  const amounts = screenings
    .filter(({ programme, money }) => cashForms.has(programme.benefitForm) && money?.period === period)
    .map(({ money }) => money?.thb ?? 0);
  return roundToSatang(amounts.reduce((sum, thb) => sum + thb, 0));
}
