import { describe, expect, it } from 'vitest';
import { createAnswerBook } from './answer-book.ts';
import type { AnswerStatus, CallOutcome } from './answer-book.ts';
import { buildManifest, manifestOrder, subgraphCode } from './manifest.ts';

const outcome = (status: AnswerStatus, more: Partial<CallOutcome> = {}): CallOutcome => ({
  status,
  tookMs: 10,
  entitiesAsked: 0,
  failedEntities: new Map(),
  ...more,
});
const missing = { status: 'INVALID', reason: 'No such entity' } as const;

describe('the book of answers', () => {
  it('adds up a body’s times and keeps the worst of its answers', () => {
    const book = createAnswerBook();
    book.record('health', outcome('ANSWERED'));
    book.record('health', outcome('TIMED_OUT', { reason: 'late' }));
    book.record('health', outcome('ANSWERED'));
    expect(book.answers()).toEqual({ health: { status: 'TIMED_OUT', reason: 'late', tookMs: 30 } });
  });

  it('keeps single entities apart while others were answered', () => {
    const book = createAnswerBook();
    book.record('health', outcome('ANSWERED', { entitiesAsked: 2, failedEntities: new Map([['7', missing]]) }));
    expect(book.answers()).toEqual({ health: { status: 'ANSWERED', tookMs: 10, entities: { '7': missing } } });
  });

  it('says of a body that failed every entity that it failed', () => {
    const book = createAnswerBook();
    book.record('health', outcome('ANSWERED', { entitiesAsked: 1, failedEntities: new Map([['7', missing]]) }));
    expect(book.answers()['health']).toMatchObject(missing);
  });
});

describe('the manifest', () => {
  it('has the bodies in the order of the memorandum under their codes, and not the join', () => {
    const order = manifestOrder(['reviews', 'bangkok', 'casefile', 'prime-minister', 'bangkok'], new Set(['casefile']));
    expect(order).toEqual(['prime-minister', 'bangkok', 'reviews']);
    expect(buildManifest(order, {}).bodies.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'PRIME_MINISTER NOT_ASKED',
      'BANGKOK NOT_ASKED',
      'reviews NOT_ASKED',
    ]);
  });

  it.each<[AnswerStatus, boolean]>([
    ['ANSWERED', true],
    ['NO_RECORD', true],
    ['NOT_AUTHORIZED', false],
    ['NOT_ASKED', false],
    ['STALE', false],
  ])('with %s is complete: %s', (status, complete) => {
    expect(buildManifest(['health'], { health: { status, tookMs: 1.6 } })).toEqual({
      complete,
      bodies: [{ code: 'HEALTH', status, tookMs: 2 }],
    });
  });

  it('is incomplete when one entity was not answered', () => {
    const answers = { health: { status: 'ANSWERED', tookMs: 1, entities: { '7': missing } } } as const;
    expect(buildManifest(['health'], answers).complete).toBe(false);
  });

  it('names subgraphs in errors by their codes', () => {
    expect(subgraphCode('social-welfare')).toBe('SOCIAL_WELFARE');
  });
});
