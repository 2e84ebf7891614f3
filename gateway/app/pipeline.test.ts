import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { AccessContext, Role } from '../../schema/contract/identity.ts';
import { budgets } from '../policy/budgets.ts';
import { readOperationFacts } from '../policy/decide-operation.ts';
import type { GraphPolicy, PolicedGraph } from './access/graph-policy.ts';
import { createPipeline, pipeline, type AskedContext, type Outcome, type PipelineParts } from './pipeline.ts';

describe('the pipeline', () => {
  it('has its stages in the order that the comments beside them give the reasons for', () => {
    expect(pipeline.map(({ name, always }) => (always === true ? `${name}, whatever happened` : name))).toEqual([
      'policy: decide',
      'policy: price',
      'policy: ration',
      'journal: ready',
      'policy: hold',
      'journal: state',
      'execute: answer',
      'policy: count',
      'journal: record, whatever happened',
    ]);
    expect(Object.isFrozen(pipeline)).toBe(true);
  });

  it('asks no part for nobody', async () => {
    const { outcome, told } = await run({ context: { access: null, preview: false } });
    expect([refusalOf(outcome), told]).toEqual(['IDENTITY_MISSING', []]);
  });

  it('asks its parts in the order of its stages', async () => {
    const { outcome, told } = await run({});
    expect(outcome.kind).toBe('ANSWERED');
    expect(told).toEqual([
      'cost',
      'cost',
      'limiter',
      'opened.check',
      'assertWritable',
      'filter v1',
      'read v1',
      'statements',
      'stamp',
      'execute',
      'opened.open 99990000011,99990000011-M1',
      'record ANSWERED',
    ]);
  });

  it('writes a refusal down, and runs nothing else after it', async () => {
    const { outcome, told } = await run({ context: { access: somebody('auditor'), preview: false } });
    expect([refusalOf(outcome), told]).toEqual(['POLICY_ROLE_REFUSED', ['record POLICY_ROLE_REFUSED']]);
  });

  it('keeps an answer back whose record is not durable', async () => {
    const { outcome, told } = await run({ record: () => Promise.reject(new CodedError('JOURNAL_UNAVAILABLE')) });
    expect([refusalOf(outcome), told.includes('execute')]).toEqual(['JOURNAL_UNAVAILABLE', true]);
  });

  it('hands no answer on before its record is durable', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const answering = run({ record: () => promise });
    const turned = Symbol('a turn of the event loop later');
    const later = new Promise((settled) => setImmediate(() => settled(turned)));
    expect(await Promise.race([answering, later])).toBe(turned);
    resolve();
    expect((await answering).outcome.kind).toBe('ANSWERED');
  });

  it('keeps an answer back that opens too many, and writes that down', async () => {
    const { outcome, told } = await run({ open: () => ({ kind: 'STOPPED', opened: 3_000, retryAfterMs: 1_000 }) });
    expect([refusalOf(outcome), told.at(-1)]).toEqual(['POLICY_OPENED_TOO_MANY', 'record POLICY_OPENED_TOO_MANY']);
  });

  it('tells what an operation would cost and runs none of it', async () => {
    const { outcome, told } = await run({ context: { access: somebody(), preview: true } });
    const { operation: budget } = budgets.caseworker;
    expect(outcome).toEqual({
      kind: 'PREVIEW',
      preview: { extensions: { cost: { estimate: 7, budget, allowed: true } } },
    });
    expect(told).toEqual(['cost']);
  });

  it('neither counts nor writes down what opens no household', async () => {
    const { told } = await run({ query: '{ bodies }' });
    expect(told.filter((each) => /^(?:opened|assertWritable|record)/u.test(each))).toEqual([]);
    expect(told).toContain('execute');
  });

  it('decides anew what is held back where another supergraph has taken over since', async () => {
    const { told } = await run({ swapsAt: 'statements' });
    const asked = told.filter((each) => /^(?:filter|read|execute)/u.test(each));
    expect(asked).toEqual(['filter v1', 'read v1', 'filter v2', 'read v2', 'execute']);
  });

  it('says of a fault of its own no more than that it is one, and tells the operator what it was', async () => {
    const { outcome, told } = await run({ record: () => Promise.reject(new Error('secret of 0999900000010')) });
    expect(refusalOf(outcome)).toBe('INTERNAL_ERROR');
    expect(outcome.kind === 'REFUSED' && outcome.refusal.message).not.toMatch(/secret|0999/u);
    expect(told.at(-1)).toBe('fault Error: secret of 0999900000010');
  });
});

interface Scene {
  readonly context?: AskedContext;
  readonly query?: string;
  readonly record?: () => Promise<void>;
  readonly open?: PipelineParts['opened']['open'];
  /** The part at which another supergraph takes over. */
  readonly swapsAt?: string;
}

/** The pipeline over parts that only tell when they are asked. */
async function run(scene: Scene): Promise<{ readonly outcome: Outcome; readonly told: readonly string[] }> {
  const told: string[] = [];
  const tell = (what: string): void => {
    told.push(what);
    if (what === scene.swapsAt) current = second;
  };
  const first = graph('v1');
  const second = graph('v2');
  let current = first;
  const { context = { access: somebody(), preview: false }, query = '{ household }' } = scene;
  const parts: PipelineParts = {
    engine: {
      supergraphs: { current: () => current },
      execute: () => {
        tell('execute');
        return Promise.resolve(answer);
      },
    },
    policyOf: (of) => policyOf(of, tell),
    limiter: () => {
      tell('limiter');
      return Promise.resolve({ kind: 'ALLOWED' });
    },
    opened: {
      check: () => {
        tell('opened.check');
        return { kind: 'OPEN', opened: 0 };
      },
      open: (subject, ids, limit) => {
        tell(`opened.open ${ids.join()}`);
        return scene.open?.(subject, ids, limit) ?? { kind: 'OPEN', opened: ids.length };
      },
    },
    breakGlass: unused,
    recorder: {
      assertWritable: () => tell('assertWritable'),
      record: ({ refusal }) => {
        tell(`record ${refusal?.code ?? 'ANSWERED'}`);
        return scene.record?.() ?? Promise.resolve();
      },
    },
    statements: () => {
      tell('statements');
      return Promise.resolve(undefined);
    },
    stamp: () => {
      tell('stamp');
      return () => ({});
    },
    clock: { now: () => 0, after: () => () => undefined },
    operationDeadlineMs: 1_000,
    onFault: (fault) => tell(`fault ${String(fault)}`),
  };
  const asked = { document: parse(query), operationName: null, variables: {}, hash: '', context };
  return { outcome: await createPipeline(parts)(asked), told };
}

function unused(): never {
  throw new Error('nothing in these tests asks for this');
}

const answer = {
  text: '{}',
  json: undefined,
  errors: [],
  manifest: { complete: true, bodies: [] },
  answers: {},
};

function graph(sdl: string): PolicedGraph {
  return { sdl, apiSchema: buildSchema('type Query { household: Int bodies: Int }') };
}

function policyOf({ sdl }: PolicedGraph, tell: (what: string) => void): GraphPolicy {
  return {
    facts: (document, operationName) => readOperationFacts(document, operationName),
    cost: () => {
      tell('cost');
      return () => 7;
    },
    filter: ({ document }) => {
      tell(`filter ${sdl}`);
      return { document, variant: '', shape: document, withheld: new Set(), denied: [] };
    },
    read: () => {
      tell(`read ${sdl}`);
      return {
        reader: { key: sdl, guards: new Map(), masks: new Map(), look: () => 'SHOWN' },
        seen: { households: new Map([['99990000011', '500406']]), persons: new Set(['99990000011-M1']) },
      };
    },
    describe: () => ({ name: null, readBy: unused, housesAsked: () => [] }),
    digest: sdl,
  };
}

function somebody(role: Role = 'caseworker'): AccessContext {
  const principal = { subject: 'somebody', role, areas: ['50'], body: null, scopes: new Set<string>(), expiresAt: 0 };
  return { principal, purpose: 'CASE_REVIEW', caseNumber: null, breakGlass: null };
}

function refusalOf(outcome: Outcome): string | null {
  return outcome.kind === 'REFUSED' ? outcome.refusal.code : null;
}
