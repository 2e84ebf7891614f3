import { describe, expect, it, onTestFinished } from 'vitest';
import type { Publication } from '../../../schema/contract/publication.ts';
import { systemClock } from '../../kernel/clock.ts';
import { createJudge, type Judge, type JudgeOptions } from './registry-judge.ts';
import { smallBody, smallGraph } from './registry-scene.ts';

function judge(options: Partial<JudgeOptions> = {}): Judge {
  const made = createJudge({ clock: systemClock, sharedSchema: '', ...options });
  onTestFinished(made.close);
  return made;
}

/** Eight small schemas whose ways to each other multiply: the composer looks at them for longer than anybody waits. */
function explosion(): readonly Publication[] {
  const bodies = 8;
  const types = 20;
  const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
  return Array.from({ length: bodies }, (_, at) => {
    const keys = [`a${at}`, `a${(at + 1) % bodies}`];
    const definitions = Array.from({ length: types }, (_type, type) => {
      const ways = Array.from({ length: 10 }, (_way, way) => `f${way}: T${(type + way) % types} @shareable`);
      const ids = keys.map((key) => `${key}: ID! @shareable`);
      const keyed = keys.map((key) => `@key(fields: "${key}")`);
      return `type T${type} ${keyed.join(' ')} { ${[...ids, ...ways].join(' ')} u${at}: Int }`;
    });
    const sdl = `${link} type Query { t: T0 @shareable } ${definitions.join('\n')}`;
    return { body: `body${at}`, sdl, programmes: null };
  });
}

/** Each schema within the limits, all of them together more than the process may hold. */
function hugeGraph(): readonly Publication[] {
  const fields = Array.from({ length: 3_900 }, (_, at) => `"Text of field ${at}" field${at}(x: Int = 1): Int`);
  const sdl = `type Query { ${fields.join('\n')} }`;
  return Array.from({ length: 40 }, (_, at) => ({ body: `body${at}`, sdl, programmes: null }));
}

describe('the judging process', () => {
  it('composes one graph and one catalogue, and says by what', async () => {
    const { compose } = judge();
    const composed = await compose(smallGraph, 'health');
    expect(composed).toMatchObject({
      kind: 'COMPOSED',
      policySha256: expect.stringMatching(/^[\da-f]{64}$/u),
      composer: expect.stringMatching(/^@apollo\/composition 2\.\d+\.\d+$/u),
      supergraph: expect.stringContaining('HealthRecord'),
    });
    expect(composed.kind === 'COMPOSED' && JSON.parse(composed.catalogue)).toMatchObject({ facts: [], programmes: [] });
  });

  it('ends a composition that takes too long, and composes the next', { timeout: 60_000 }, async () => {
    const { compose } = judge({ composeMs: 4_000 });
    await compose(smallGraph, 'health');
    expect(await compose(explosion(), 'body3')).toMatchObject({
      kind: 'REFUSED',
      findings: [{ code: 'COMPOSITION_TOO_SLOW', level: 'ERROR', file: 'schema.graphql' }],
    });
    expect(await compose(smallGraph, 'health')).toMatchObject({ kind: 'COMPOSED' });
  });

  it('ends a composition that takes too much memory, and composes the next', { timeout: 60_000 }, async () => {
    const { compose } = judge({ memoryMb: 128, composeMs: 40_000 });
    await compose(smallGraph, 'health');
    expect(await compose(hugeGraph(), 'body3')).toMatchObject({
      kind: 'REFUSED',
      findings: [{ code: 'COMPOSITION_TOO_LARGE' }],
    });
    expect(await compose(smallGraph, 'health')).toMatchObject({ kind: 'COMPOSED' });
  });

  it('takes one graph after another, and starts anew after it was idle', async () => {
    const idle = new Set<() => void>();
    const clock = {
      now: Date.now,
      after: (_delayMs: number, run: () => void) => {
        idle.add(run);
        return () => idle.delete(run);
      },
    };
    const { compose } = judge({ clock });
    const graphs = ['a: Int', 'b: Int', 'c: Int'].map((more) => [smallBody('interior'), smallBody('health', more)]);
    const composed = await Promise.all(graphs.map((graph) => compose(graph, 'health')));
    const found = composed.map(
      (each) => /(?<name>[abc]): Int/u.exec('supergraph' in each ? each.supergraph : '')?.groups,
    );
    expect(found).toMatchObject([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(idle.size).toBe(1);
    for (const run of idle) run();
    expect(await compose(smallGraph, 'health')).toMatchObject({ kind: 'COMPOSED' });
  });
});
