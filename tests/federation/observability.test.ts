import { once } from 'node:events';
import { createServer } from 'node:http';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyNames, joinName, keystone } from '../../schema/contract/bodies.ts';
import { openTelemetryTracer, openTracing } from '../../gateway/app/open-telemetry.ts';
import { traceStages, untraced } from '../../gateway/app/trace-stages.ts';
import {
  startEmbedded,
  startFaultyBodies,
  startRemote,
  withAddresses,
  type FaultyBodies,
  type Json,
  type TestGateway,
} from '../support/gateway.ts';
import { steppedClock, untilHolds, type SteppedClock } from '../support/stepped-clock.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/* What an operator sees of a gateway, and what nobody sees: whom it was asked about. */

const query = `query Levels($houseCode: HouseCode!) { household(houseCode: $houseCode) { vulnerabilityLevel members { nameTh citizenId } } }`;
const variables = { houseCode: workedHouse };

let worked: WorkedBodies;
let bodies: FaultyBodies;
let gateway: TestGateway;
let clock: SteppedClock;
const exporter = new InMemorySpanExporter();
const lines: string[] = [];

beforeAll(async () => {
  worked = await openWorkedBodies();
  bodies = await startFaultyBodies(worked.subgraphs.all);
  clock = steppedClock();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const urls = new Map([...bodies.byName].map(([name, { url }]) => [name, url]));
  gateway = await startRemote(withAddresses(worked.supergraph, urls), {
    clock,
    fetch: { retryShare: 0, breakerMinimumCalls: 4, breakerOpenMs: 1_000 },
    stages: traceStages(openTelemetryTracer(provider.getTracer('test'))),
    onLogLine: (line) => lines.push(line),
  });
  await gateway.ask(query, variables);
});

afterAll(async () => {
  await gateway.close();
  await bodies.close();
  await worked.close();
});

beforeEach(() => {
  exporter.reset();
  lines.length = 0;
});

afterEach(async () => {
  await bodies.heal();
  clock.advance(60_000);
});

function spans(name: string): ReadableSpan[] {
  return exporter.getFinishedSpans().filter((span) => span.name === name);
}

/** The value of one series of /metrics. */
async function valueOf(series: string): Promise<number | undefined> {
  const { text } = await gateway.get('/metrics');
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}

async function ready(): Promise<{ readonly status: number; readonly bodies: Json }> {
  const { status, text } = await gateway.get('/health/ready');
  return { status, bodies: JSON.parse(text).bodies };
}

/** Fails a body until its breaker has seen enough. */
async function fail(name: string): Promise<void> {
  await bodies.named(name).setFault('STATUS_500');
  // oxlint-disable-next-line no-await-in-loop -- until the breaker has seen enough
  for (let nth = 0; nth < 6; nth += 1) await gateway.ask(query, variables);
}

describe('spans', () => {
  it('stand for every stage of an operation and every call, inside the operation’s own', async () => {
    await gateway.ask(query, variables);
    const [operation, ...others] = spans('execute');
    expect(others).toEqual([]);
    expect(operation?.parentSpanContext).toBeUndefined();
    expect(operation?.attributes).toMatchObject({ 'samutphok.complete': true, 'samutphok.errors': 0 });
    const inside = exporter.getFinishedSpans().filter((span) => span !== operation);
    expect(new Set(inside.map((span) => span.parentSpanContext?.spanId))).toEqual(
      new Set([operation?.spanContext().spanId]),
    );
    expect(new Set(inside.map(({ name }) => name))).toEqual(new Set(['plan', 'fetch', 'project', 'body call']));
    expect(['plan', 'fetch', 'project'].map((name) => spans(name).length)).toEqual([1, 1, 1]);
    const called = spans('body call').map(({ attributes }) => attributes['samutphok.subgraph']);
    expect(called).toHaveLength(bodyNames.length + 1);
    expect(new Set(called)).toEqual(new Set([...bodyNames, joinName]));
  });

  it('tell how each body fared', async () => {
    await bodies.named('health').setFault('HTML');
    await gateway.ask(query, variables);
    const outcomes = new Map(
      spans('body call').map(({ attributes }) => [attributes['samutphok.subgraph'], attributes['samutphok.outcome']]),
    );
    expect([outcomes.get('health'), outcomes.get('labour')]).toEqual(['INVALID', 'ANSWERED']);
    const [operation] = spans('execute');
    expect(operation?.attributes).toMatchObject({ 'samutphok.complete': false, 'samutphok.error': 'BODY_INVALID' });
  });

  it('hold nothing of a household, a person or an operation’s text', async () => {
    const { data } = await gateway.ask(query, variables);
    const told = exporter
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
    const text = JSON.stringify(told);
    for (const { nameTh, citizenId } of data.household.members) {
      expect(text).not.toContain(nameTh);
      expect(text).not.toContain(citizenId);
    }
    for (const secret of [workedHouse, 'Levels', 'houseCode', '127.0.0.1']) expect(text).not.toContain(secret);
  });

  it('go to a collector over OTLP when one is configured', async () => {
    const received: { readonly path: string | undefined; readonly body: string }[] = [];
    const collector = createServer((request, response) => {
      void (async () => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
        received.push({ path: request.url, body: Buffer.concat(chunks).toString('utf8') });
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      })();
    });
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const address = collector.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { stages, close } = await openTracing(`http://127.0.0.1:${port}`);
    const embedded = await startEmbedded(worked.supergraph, worked.subgraphs.all, { stages });
    await embedded.ask(query, variables);
    await embedded.close();
    await close();
    collector.close();
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
    for (const part of ['samutphok', 'execute', 'body call', 'social-welfare'])
      expect(received[0]?.body).toContain(part);
    expect(received[0]?.body).not.toContain(workedHouse);
  });

  it('are not made at all otherwise', async () => {
    const { stages } = await openTracing(undefined);
    expect(stages).toBe(untraced);
    expect(stages.engine(gateway.engine)).toBe(gateway.engine);
    expect(stages.onStage).toBeUndefined();
  });
});

describe('metrics', () => {
  it('count calls by subgraph and outcome, and operations by how whole they were', async () => {
    const series = 'samutphok_body_call_seconds_count{subgraph="health",outcome="UNAVAILABLE"}';
    const partial = 'samutphok_operation_seconds_count{outcome="partial"}';
    const before = [(await valueOf(series)) ?? 0, (await valueOf(partial)) ?? 0];
    await bodies.named('health').setFault('STATUS_500');
    await gateway.ask(query, variables);
    expect([await valueOf(series), await valueOf(partial)]).toEqual(before.map((count) => count + 1));
  });

  it('count what the plan cache had, and hold its size and what waits to be planned', async () => {
    const names = [
      'samutphok_plan_cache_operations',
      ...['hit', 'miss'].map((result) => `samutphok_plan_cache_lookups_total{result="${result}"}`),
    ];
    const read = async (): Promise<number[]> => Promise.all(names.map(async (name) => (await valueOf(name)) ?? 0));
    const [size = 0, hits = 0, misses = 0] = await read();
    await gateway.ask(query, variables);
    expect(await read()).toEqual([size, hits + 1, misses]);
    const planned = (await valueOf('samutphok_planning_seconds_count{outcome="planned"}')) ?? 0;
    await gateway.ask(
      'query Another($houseCode: HouseCode!) { household(houseCode: $houseCode) { houseCode } }',
      variables,
    );
    expect(await read()).toEqual([size + 1, hits + 1, misses + 1]);
    expect(await valueOf('samutphok_planning_seconds_count{outcome="planned"}')).toBe(planned + 1);
    expect(await valueOf('samutphok_plannings_waiting')).toBe(0);
  });

  it('hold the breaker, the calls and the queue of every subgraph', async () => {
    for (const name of [...bodyNames, joinName]) {
      for (const gauge of ['samutphok_breaker_state', 'samutphok_body_calls_running', 'samutphok_body_calls_queued']) {
        // oxlint-disable-next-line no-await-in-loop -- the same page again
        expect(await valueOf(`${gauge}{subgraph="${name}"}`)).toBe(0);
      }
    }
  });
});

describe('/health/ready', () => {
  it('lists every body, all of them reachable', async () => {
    const { status, bodies: listed } = await ready();
    expect(status).toBe(200);
    expect(listed).toEqual(Object.fromEntries([...bodyNames, joinName].map((name) => [name, 'reachable'])));
  });

  it('stays 200 without another body, and says which', async () => {
    await fail('health');
    const { status, bodies: listed } = await ready();
    expect([status, listed.health, listed.labour]).toEqual([200, 'unreachable', 'reachable']);
  });

  it('is 503 without the interior, and 200 again when it may be asked again', async () => {
    await fail(keystone);
    expect(await ready()).toMatchObject({ status: 503, bodies: { interior: 'unreachable' } });
    clock.advance(1_000);
    expect(await ready()).toMatchObject({ status: 200, bodies: { interior: 'probing' } });
    await bodies.heal();
    await gateway.ask(query, variables);
    expect(await ready()).toMatchObject({ status: 200, bodies: { interior: 'reachable' } });
  });
});

describe('the log', () => {
  it('has one line for each operation, with who did not answer and nothing of whom it was about', async () => {
    await bodies.named('labour').setFault('SILENCE');
    const asking = gateway.ask(query, variables);
    const others = bodyNames.filter((name) => name !== 'labour');
    gateway.calls.length = 0;
    const heard = (name: string): boolean => gateway.calls.some(({ subgraph }) => subgraph === name);
    await untilHolds(
      () => others.every(heard) && (gateway.bodies.get('labour')?.running() ?? 0) > 0,
      'others answered',
    );
    clock.advance(800);
    const { data } = await asking;
    const operations = lines.map((line): Json => JSON.parse(line)).filter(({ msg }) => msg === 'operation');
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({
      name: 'Levels',
      kind: 'query',
      complete: false,
      tookMs: 800,
      notAnswered: ['LABOUR:TIMED_OUT'],
      errors: ['BODY_TIMED_OUT'],
    });
    const told = lines.join('\n');
    expect(told).not.toContain(workedHouse);
    for (const { nameTh } of data.household.members) expect(told).not.toContain(nameTh);
  });
});
