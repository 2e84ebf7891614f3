import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../kernel/clock.ts';
import { composeSupergraph } from './compose.ts';
import type { Planner } from './planner.ts';
import { createWorkerPlanner } from './worker-planner.ts';

const sdl = composeSupergraph([{ name: 'one', typeDefs: 'type Query { a: Int b: Int }' }]);

/** Time that does not pass, until `expires` is set: then every deadline is over at once. */
function createTestClock(): Clock & { expires: boolean } {
  const clock = {
    expires: false,
    now: () => 0,
    after: (_delayMs: number, run: () => void) => {
      if (clock.expires) run();
      return () => undefined;
    },
  };
  return clock;
}

const planners: Planner[] = [];
afterEach(() => {
  for (const planner of planners.splice(0)) planner.retire();
});

async function createPlanner(options: Parameters<typeof createWorkerPlanner>[1]): Promise<Planner> {
  const planner = await createWorkerPlanner(sdl, options);
  planners.push(planner);
  return planner;
}

describe('a planner on a thread', () => {
  it('plans and tells the API schema', async () => {
    const planner = await createPlanner({ clock: createTestClock() });
    expect(planner.apiSdl).toContain('a: Int');
    expect(await planner.plan('{ a }')).toMatchObject({
      node: { kind: 'Fetch', serviceName: 'one', operation: '{a}' },
    });
  });

  it('answers each of several at once with its own plan', async () => {
    const planner = await createPlanner({ clock: createTestClock() });
    const plans = await Promise.all(['{ a }', '{ b }', '{ a b }'].map((text) => planner.plan(text)));
    expect(plans.map((plan) => plan.node)).toMatchObject([
      { operation: '{a}' },
      { operation: '{b}' },
      { operation: '{a b}' },
    ]);
  });

  it('gives up after the deadline and goes on with a new thread', async () => {
    const clock = createTestClock();
    const planner = await createPlanner({ clock });
    clock.expires = true;
    await expect(planner.plan('{ a }')).rejects.toMatchObject({ code: 'PLAN_TIMEOUT' });
    clock.expires = false;
    expect(await planner.plan('{ b }')).toMatchObject({ node: { operation: '{b}' } });
  });

  it('refuses at once when too many wait', async () => {
    const planner = await createPlanner({ clock: createTestClock(), maxWaiting: 1 });
    const settled = await Promise.allSettled(['{ a }', '{ b }', '{ a b }'].map((text) => planner.plan(text)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(settled[2]).toMatchObject({ reason: { code: 'PLAN_TIMEOUT' } });
  });

  it('still plans after it was let go', async () => {
    const planner = await createPlanner({ clock: createTestClock() });
    planner.retire();
    expect(await planner.plan('{ a }')).toMatchObject({ node: { operation: '{a}' } });
  });

  it('tells of an operation that the planner cannot plan', async () => {
    const planner = await createPlanner({ clock: createTestClock() });
    await expect(planner.plan('{ nothing }')).rejects.toMatchObject({ code: 'PLAN_EMPTY' });
    expect(await planner.plan('{ a }')).toMatchObject({ node: { operation: '{a}' } });
  });

  it('refuses what is no supergraph', async () => {
    await expect(createWorkerPlanner('type Query { a: Int }', { clock: createTestClock() })).rejects.toMatchObject({
      code: 'SUPERGRAPH_INVALID',
    });
  });
});
