import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** One finished call to a body, as the fetch stage reports it. */
export interface CallSample {
  readonly subgraph: string;
  readonly outcome: string;
  readonly tookMs: number;
  readonly retried: boolean;
  readonly deduplicated: boolean;
}

/** One body as it is when somebody looks. */
export interface BodySample {
  readonly name: string;
  readonly breaker: string;
  readonly running: number;
  readonly queued: number;
}

/** Compiled operations as they are when somebody looks. */
export interface PlanCacheSample {
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
}

export interface Metrics {
  readonly onCall: (sample: CallSample) => void;
  readonly onOperation: (sample: {
    readonly outcome: 'complete' | 'partial' | 'refused';
    readonly tookMs: number;
  }) => void;
  /** A planning has begun; what comes back is called with its outcome at its end. */
  readonly onPlanning: () => (outcome: 'planned' | 'failed') => void;
  /** Reads the plan cache whenever metrics are asked for. */
  readonly watchPlans: (plans: () => PlanCacheSample) => void;
  /** Reads the bodies' state whenever metrics are asked for. */
  readonly watch: (bodies: () => Iterable<BodySample>) => void;
  /** Prometheus text. */
  readonly text: () => Promise<string>;
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];

/** Counters and gauges of one gateway; none of them holds anything of a household. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics({ ...(registry && { register: registry }) });
  const operations = new Histogram({
    name: 'samutphok_operation_seconds',
    help: 'Operations by outcome and how long they took',
    labelNames: ['outcome'],
    buckets,
    registers,
  });
  const calls = new Histogram({
    name: 'samutphok_body_call_seconds',
    help: 'Calls to subgraphs by outcome and how long the gateway waited',
    labelNames: ['subgraph', 'outcome'],
    buckets,
    registers,
  });
  const retried = new Counter({
    name: 'samutphok_body_retries_total',
    help: 'Calls that were tried twice',
    labelNames: ['subgraph'],
    registers,
  });
  const shared = new Counter({
    name: 'samutphok_body_calls_shared_total',
    help: 'Calls answered by an identical one in flight',
    labelNames: ['subgraph'],
    registers,
  });
  return {
    onCall: ({ subgraph, outcome, tookMs, ...sample }) => {
      calls.observe({ subgraph, outcome }, tookMs / 1000);
      if (sample.retried) retried.inc({ subgraph });
      if (sample.deduplicated) shared.inc({ subgraph });
    },
    onOperation: ({ outcome, tookMs }) => operations.observe({ outcome }, tookMs / 1000),
    onPlanning: planningObserver(registers),
    watchPlans: (plans) => addPlanCache(plans, registers),
    watch: (bodies) => addGauges(bodies, registers),
    text: () => registry?.metrics() ?? Promise.resolve(''),
  };
}

function planningObserver(registers: Registry[]): Metrics['onPlanning'] {
  const waiting = new Gauge({
    name: 'samutphok_plannings_waiting',
    help: 'Operations whose plan is being made or waits for its turn',
    registers,
  });
  const took = new Histogram({
    name: 'samutphok_planning_seconds',
    help: 'Plans by outcome and how long they took, with waiting',
    labelNames: ['outcome'],
    buckets,
    registers,
  });
  return () => {
    waiting.inc();
    const end = took.startTimer();
    return (outcome) => {
      waiting.dec();
      end({ outcome });
    };
  };
}

function addPlanCache(plans: () => PlanCacheSample, registers: Registry[]): void {
  const size: Gauge = new Gauge({
    name: 'samutphok_plan_cache_operations',
    help: 'Compiled operations that are kept',
    registers,
    collect: () => size.set(plans().size),
  });
  const lookups: Counter = new Counter({
    name: 'samutphok_plan_cache_lookups_total',
    help: 'Operations that were compiled already (hit) or had to be (miss)',
    labelNames: ['result'],
    registers,
    collect: () => {
      const { hits, misses } = plans();
      lookups.reset();
      lookups.inc({ result: 'hit' }, hits);
      lookups.inc({ result: 'miss' }, misses);
    },
  });
}

const breakerNumbers: Readonly<Record<string, number>> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };

function addGauges(bodies: () => Iterable<BodySample>, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: (body: BodySample) => number): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames: ['subgraph'],
      registers,
      collect: () => {
        for (const body of bodies()) made.set({ subgraph: body.name }, read(body));
      },
    });
  };
  gauge('samutphok_breaker_state', '0 closed, 1 half open, 2 open', ({ breaker }) => breakerNumbers[breaker] ?? -1);
  gauge('samutphok_body_calls_running', 'Calls to a subgraph now', ({ running }) => running);
  gauge('samutphok_body_calls_queued', 'Calls that wait for their turn', ({ queued }) => queued);
}
