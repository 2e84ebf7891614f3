import type { Engine, OperationResult, StageObserver } from '../execute/engine.ts';
import type { BodyCall, BodyReply } from '../fetch/body-call.ts';
import type { Span, SpanAttributes, Tracer } from '../kernel/tracer.ts';

/** Puts a tracer around an engine and its calls, which know nothing of it. */
export interface StageTracing {
  readonly engine: (engine: Engine) => Engine;
  readonly call: (call: BodyCall) => BodyCall;
  /** Absent when nothing is traced. */
  readonly onStage?: StageObserver;
}

/** Nothing is traced and nothing is put around anything. */
export const untraced: StageTracing = { engine: (engine) => engine, call: (call) => call };

/**
 * A span `execute` for each operation and inside it one for each stage (`plan`, `fetch`, `project`) and each `body call`.
 * An operation is known by its signal, which goes with its stages and calls.
 */
export function traceStages(tracer: Tracer): StageTracing {
  const operations = new WeakMap<AbortSignal, Span>();
  return {
    engine: (engine) => ({
      ...engine,
      execute: async (request) => {
        const { signal = new AbortController().signal, documentKey } = request;
        const about = documentKey === undefined ? {} : { 'samutphok.operation': documentKey.slice(0, 16) };
        const span = tracer.start('execute', about);
        operations.set(signal, span);
        const result = await engine.execute({ ...request, signal });
        span.end(resultOf(result));
        return result;
      },
    }),
    call: (call) => async (request, signal) => {
      const { subgraph, kind } = request;
      const about = { 'samutphok.subgraph': subgraph, 'samutphok.kind': kind };
      const span = tracer.start('body call', about, operations.get(signal));
      const reply = await call(request, signal);
      span.end(outcomeOf(reply));
      return reply;
    },
    onStage: (stage, signal) => {
      const span = tracer.start(stage, {}, operations.get(signal));
      return () => span.end();
    },
  };
}

function outcomeOf(reply: BodyReply): SpanAttributes {
  return {
    'samutphok.outcome': reply.status,
    'samutphok.retried': reply.retried ?? false,
    'samutphok.shared': reply.deduplicated ?? false,
  };
}

function resultOf({ errors, manifest }: OperationResult): SpanAttributes {
  const [first] = errors;
  return {
    'samutphok.complete': manifest.complete,
    'samutphok.subgraphs': manifest.bodies.length,
    'samutphok.errors': errors.length,
    ...(first && { 'samutphok.error': first.extensions.code }),
  };
}
