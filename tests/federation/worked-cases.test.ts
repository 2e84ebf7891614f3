import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames, bodyOf } from '../../schema/contract/bodies.ts';
import {
  serveSubgraphs,
  startEmbedded,
  startRemote,
  startStock,
  withAddresses,
  type Json,
  type TestGateway,
} from '../support/gateway.ts';
import { openWorkedBodies, workedCases, type WorkedBodies } from '../support/worked-bodies.ts';
import type { Scenario } from '../scenarios/case.ts';

/* The worked households through the graph: our engine with the bodies in this process, the same over HTTP, and the stock gateway. */

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's own file, and every field is compared below
const { scenarios } = JSON.parse(readFileSync(workedCases, 'utf8')) as { readonly scenarios: readonly Scenario[] };

type Asking = Pick<TestGateway, 'ask' | 'close'>;

let worked: WorkedBodies;
let services: Awaited<ReturnType<typeof serveSubgraphs>>;
const ways = new Map<string, Asking>();

beforeAll(async () => {
  worked = await openWorkedBodies();
  const subgraphs = worked.subgraphs.all;
  services = await serveSubgraphs(subgraphs);
  // Everything shares this process: what is parsed for the first time must not look like a body that is late.
  const settings = { bodyDeadlineMs: 10_000, operationDeadlineMs: 20_000 };
  ways.set('embedded', await startEmbedded(worked.supergraph, subgraphs, { settings }));
  ways.set('over HTTP', await startRemote(withAddresses(worked.supergraph, services.urls), { settings }));
  ways.set('stock', await startStock(worked.supergraph, subgraphs));
});

afterAll(async () => {
  await Promise.all([...ways.values()].map((way) => way.close()));
  await services.close();
  await worked.close();
});

const query = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) {
  answers { body { code } status entitlementCount }
  screening { ...Found verdict receiving money { thb period } missingFacts { fact } programme { claimType } }
  gaps {
    items { ...Found } referrals { ...Found } unknown { ...Found missingFacts { fact } }
    overPayments { ...Found money { thb } } complete
    totals { monthlyDue monthlyReceived yearlyDue yearlyReceived oneOffUnpaid overPaidMonthly }
  }
  vulnerabilityLevel
} }
fragment Found on Screening { programme { id } person { personId nameTh } }`;

async function ask(way: string, { household: { houseCode } }: Scenario): Promise<Json> {
  const response = await ways.get(way)?.ask(query, { houseCode });
  expect(response?.errors).toEqual([]);
  return response?.data.household;
}

describe.each(['embedded', 'over HTTP', 'stock'])('%s', (way) => {
  describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
    const { expected } = scenario;
    let household: Json;

    beforeAll(async () => {
      household = await ask(way, scenario);
    });

    it('is answered by all thirteen', () => {
      const { answers, gaps } = household;
      expect(answers.map(({ body }: Json) => body.code)).toEqual(bodyNames.map((name) => bodyOf(name).code));
      expect(['ANSWERED', 'NO_RECORD']).toEqual(expect.arrayContaining([...new Set(answers.map(statusOf))]));
      expect(gaps.complete).toBe(true);
    });

    it('owes what is due, of these amounts, received or not', () => {
      const due = household.screening.filter(
        ({ verdict, programme }: Json) =>
          verdict === 'LIKELY_ELIGIBLE' && (programme.claimType === 'RIGHT' || programme.claimType === 'EVENT'),
      );
      const shown = due.map((each: Json) => ({
        ...itemOf(each),
        thb: each.money?.thb ?? null,
        period: each.money?.period ?? null,
        received: each.receiving === 'RECEIVING',
      }));
      expect(sorted(shown)).toEqual(
        sorted(
          expected.due.map(({ member, programme, thb, period, received }) => ({
            member,
            programme,
            thb,
            period,
            received,
          })),
        ),
      );
    });

    it('has this gap and these referrals', () => {
      expect(sorted(household.gaps.items.map(itemOf))).toEqual(sorted(expected.gap));
      expect(sorted(household.gaps.referrals.map(itemOf))).toEqual(sorted(expected.referrals));
    });

    it('leaves this open, for these missing facts', () => {
      const open = household.gaps.unknown.map((each: Json) => ({
        ...itemOf(each),
        missing: each.missingFacts.map(({ fact }: Json) => fact),
      }));
      expect(sorted(open)).toEqual(sorted(expected.unknown));
      const unknown = household.screening.filter(
        ({ verdict, programme }: Json) => verdict === 'UNKNOWN' && programme.claimType !== 'OPEN_SERVICE',
      );
      expect(sorted(unknown.map(itemOf))).toEqual(
        sorted(expected.unknown.map(({ member, programme }) => ({ member, programme }))),
      );
    });

    it('finds these programmes out of force and these over-payments', () => {
      const outOfForce = household.screening.filter(({ verdict }: Json) => verdict === 'NOT_IN_FORCE');
      expect(outOfForce.map(({ programme }: Json) => programme.id)).toEqual(expected.notInForce);
      const overPaid = household.gaps.overPayments.map((each: Json) => ({ ...itemOf(each), thb: each.money?.thb }));
      expect(sorted(overPaid)).toEqual(
        sorted(expected.overPaid.map(({ member, programme, thb }) => ({ member, programme, thb }))),
      );
    });

    it('has these totals and this level', () => {
      expect(household.gaps.totals).toEqual(expected.totals);
      expect(household.vulnerabilityLevel).toBe(expected.level);
    });

    it('counts the enrolments of every body', () => {
      const counts = new Map<string, number>(bodyNames.map((name) => [bodyOf(name).code, 0]));
      for (const { body } of scenario.enrolments)
        counts.set(bodyOf(body).code, (counts.get(bodyOf(body).code) ?? 0) + 1);
      expect(household.answers.map(({ body, entitlementCount }: Json) => [body.code, entitlementCount])).toEqual([
        ...counts,
      ]);
    });
  });
});

it('gives the same data on all three ways', async () => {
  for (const scenario of scenarios) {
    // oxlint-disable-next-line no-await-in-loop -- a household at a time
    const [embedded, overHttp, stock] = await Promise.all([...ways.keys()].map((way) => ask(way, scenario)));
    expect(overHttp).toEqual(embedded);
    expect(stock).toEqual(embedded);
  }
});

function statusOf({ status }: Json): string {
  return status;
}

/** `M0` is the household, as the worked cases write it. */
function itemOf({ programme, person }: Json): { readonly member: string; readonly programme: string } {
  return { member: person?.personId.slice(12) ?? 'M0', programme: programme.id };
}

function sorted<Item extends { readonly member: string; readonly programme: string }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => `${a.member} ${a.programme}`.localeCompare(`${b.member} ${b.programme}`));
}
