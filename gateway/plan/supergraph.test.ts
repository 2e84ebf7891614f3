import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../kernel/clock.ts';
import { composeSupergraph } from './compose.ts';
import { createInlinePlanner } from './inline-planner.ts';
import { toInternalOperation } from './internal-operation.ts';
import type { Planner } from './planner.ts';
import { createSupergraphHolder } from './supergraph-holder.ts';
import type { SupergraphHolder } from './supergraph-holder.ts';
import { loadSupergraph } from './supergraph.ts';
import type { Supergraph } from './supergraph.ts';
import { readSupergraphFile, watchSupergraphFile } from './watch-supergraph.ts';

const first = composeSupergraph([{ name: 'one', url: 'http://one', typeDefs: 'type Query { a: Int }' }]);
const second = composeSupergraph([{ name: 'one', typeDefs: 'type Query { a: Int b: Int }' }]);
const load = (sdl: string): Promise<Supergraph> => loadSupergraph(sdl, { createPlanner: createInlinePlanner });

/** A planner that counts, and answers when it is told to. */
function createManualPlanner(): {
  readonly create: () => Promise<Planner>;
  readonly asked: PromiseWithResolvers<object>[];
} {
  const asked: PromiseWithResolvers<object>[] = [];
  return {
    asked,
    create: () =>
      Promise.resolve({
        apiSdl: 'type Query { a: Int }',
        plan: async () => {
          const answer = Promise.withResolvers<object>();
          asked.push(answer);
          return { kind: 'QueryPlan', ...(await answer.promise) };
        },
        retire: () => undefined,
      }),
  };
}

describe('a supergraph', () => {
  it('knows its subgraphs and their addresses', async () => {
    expect((await load(first)).subgraphs).toEqual([{ name: 'one', url: 'http://one' }]);
  });

  it('plans an operation once for all who ask meanwhile and later', async () => {
    const planner = createManualPlanner();
    const supergraph = await loadSupergraph(first, { createPlanner: planner.create });
    const operation = toInternalOperation(supergraph.apiSchema, parse('{ a }'));
    const plans = Promise.all([supergraph.plan(operation), supergraph.plan(operation)]);
    planner.asked[0]?.resolve({ node: { kind: 'Sequence', nodes: [] } });
    const [one, other] = await plans;
    expect(one).toBe(other);
    expect(await supergraph.plan(operation)).toBe(one);
    expect(planner.asked).toHaveLength(1);
  });

  it('tries again after a failure', async () => {
    const planner = createManualPlanner();
    const supergraph = await loadSupergraph(first, { createPlanner: planner.create });
    const operation = toInternalOperation(supergraph.apiSchema, parse('{ a }'));
    const failed = supergraph.plan(operation);
    planner.asked[0]?.reject(new Error('late'));
    await expect(failed).rejects.toThrow('late');
    const again = supergraph.plan(operation);
    planner.asked[1]?.resolve({ node: { kind: 'Sequence', nodes: [] } });
    await expect(again).resolves.toMatchObject({ kind: 'QueryPlan' });
  });

  it('refuses an empty plan for an operation that asks for data', async () => {
    const planner = createManualPlanner();
    const supergraph = await loadSupergraph(first, { createPlanner: planner.create });
    const plan = supergraph.plan(toInternalOperation(supergraph.apiSchema, parse('{ a }')));
    planner.asked[0]?.resolve({});
    await expect(plan).rejects.toMatchObject({ code: 'PLAN_EMPTY' });
  });

  it.each(['{ __typename }', '{ __schema { queryType { name } } }', '{ a @skip(if: true) }'])(
    'accepts an empty plan for %s',
    async (text) => {
      const supergraph = await load(first);
      const plan = await supergraph.plan(toInternalOperation(supergraph.apiSchema, parse(text)));
      expect(plan.node).toBeUndefined();
    },
  );

  it.each(['type Query {', 'type Query { a: Int }'])('refuses %s', async (sdl) => {
    await expect(load(sdl)).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
  });
});

describe('a supergraph holder', () => {
  it('puts the new supergraph in place when it is prepared, not before', async () => {
    const holder = await createSupergraphHolder(first, load);
    const prepared = Promise.withResolvers<void>();
    const preparing = Promise.withResolvers<void>();
    holder.beforeSwap(async () => {
      preparing.resolve();
      await prepared.promise;
    });
    const told: string[] = [];
    holder.onSwap(({ sdl }) => told.push(sdl));
    const swapped = holder.swap(second);
    await preparing.promise;
    expect([holder.current().sdl, told]).toEqual([first, []]);
    prepared.resolve();
    await swapped;
    expect([holder.current().sdl, told]).toEqual([second, [second]]);
  });

  it('goes on with the old one when the new one is invalid', async () => {
    const holder = await createSupergraphHolder(first, load);
    await expect(holder.swap('nonsense')).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
    expect(holder.current().sdl).toBe(first);
    await holder.swap(second);
    expect(holder.current().sdl).toBe(second);
  });

  it('changes nothing for the same text', async () => {
    const holder = await createSupergraphHolder(first, load);
    const before = holder.current();
    expect(await holder.swap(first)).toBe(before);
  });

  it('lets the last of several swaps win', async () => {
    const holder = await createSupergraphHolder(first, load);
    await Promise.all([holder.swap(second), holder.swap(first)]);
    expect(holder.current().sdl).toBe(first);
  });
});

async function watched(): Promise<{ file: string; holder: SupergraphHolder; refused: Promise<string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'supergraph-'));
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(file, first);
  const holder = await createSupergraphHolder(await readSupergraphFile(file), load);
  const refused = Promise.withResolvers<string>();
  const stop = watchSupergraphFile(file, async () => holder.swap(await readSupergraphFile(file)), {
    clock: systemClock,
    settleMs: 5,
    onRefused: ({ code }) => refused.resolve(code),
  });
  onTestFinished(stop);
  return { file, holder, refused: refused.promise };
}

describe('a watched supergraph file', () => {
  it('takes over when another file is moved into its place', async () => {
    const { file, holder } = await watched();
    const swapped = new Promise<string>((resolve) => holder.onSwap(({ sdl }) => resolve(sdl)));
    await writeFile(`${file}.new`, second);
    await rename(`${file}.new`, file);
    expect(await swapped).toBe(second);
  });

  it('is refused when it is invalid', async () => {
    const { file, holder, refused } = await watched();
    await writeFile(file, 'nonsense');
    expect(await refused).toBe('SUPERGRAPH_INVALID');
    expect(holder.current().sdl).toBe(first);
  });

  it('must be there at the start', async () => {
    await expect(readSupergraphFile('/nowhere/supergraph.graphql')).rejects.toMatchObject({
      code: 'SUPERGRAPH_INVALID',
    });
  });
});
