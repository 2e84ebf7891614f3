import fastify from 'fastify';
import { expect, it } from 'vitest';
import { bodiesPlugin, type BodyRow } from './bodies-plugin.ts';
import { fakeClock } from '../kernel/test-clock.ts';

const level = {
  answers: 3,
  failures: { TIMED_OUT: 1, UNAVAILABLE: 0, INVALID: 0, IN_ERROR: 0 },
  availability: 0.75,
  p50Ms: 4.5,
  p99Ms: 30,
};

const row: BodyRow = {
  body: 'health',
  nameTh: 'กระทรวงสาธารณสุข',
  nameEn: 'Ministry of Public Health',
  version: null,
  publishedAt: null,
  breaker: 'CLOSED',
  rehearsal: null,
  hour: level,
  day: level,
  month: level,
  freshAsOf: null,
};

it('GET /bodies gives the rows as they are at that moment, and nobody keeps them', async () => {
  const clock = fakeClock();
  let rows: readonly BodyRow[] = [];
  const app = fastify();
  await app.register(bodiesPlugin(clock, () => rows));
  const empty = await app.inject('/bodies');
  expect(empty.json()).toEqual({ at: '2022-08-10T12:00:00.000Z', bodies: [] });
  rows = [row];
  clock.advance(1_000);
  const answer = await app.inject('/bodies');
  expect(answer.json()).toEqual({ at: '2022-08-10T12:00:01.000Z', bodies: [row] });
  expect(answer.headers['cache-control']).toBe('no-store');
});
