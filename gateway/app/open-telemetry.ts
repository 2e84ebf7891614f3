import {
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
} from '@opentelemetry/api';
import type { Span, Tracer } from '../kernel/tracer.ts';
import { traceStages, untraced, type StageTracing } from './trace-stages.ts';

/** Tracing of one gateway, and how to end it. */
export interface Tracing {
  readonly stages: StageTracing;
  /** Sends what is left. */
  readonly close: () => Promise<void>;
}

/**
 * With a collector's address, for example http://127.0.0.1:4318, spans go there over OTLP/HTTP; without one nothing is
 * traced and the SDK is not even loaded.
 */
export function openTracing(collector: string | undefined): Promise<Tracing> {
  return collector === undefined
    ? Promise.resolve({ stages: untraced, close: () => Promise.resolve() })
    : exportSpans(collector);
}

/** Our stages as OpenTelemetry's spans. Nothing is registered globally, so no package of a vendor finds it. */
export function openTelemetryTracer(otel: OtelTracer): Tracer {
  const spans = new WeakMap<Span, OtelSpan>();
  return {
    start: (name, attributes, parent) => {
      const outer = parent && spans.get(parent);
      const context = outer === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, outer);
      const inner = otel.startSpan(name, { attributes: { ...attributes } }, context);
      const span: Span = {
        end: (more = {}) => {
          inner.setAttributes({ ...more });
          if ('samutphok.error' in more) inner.setStatus({ code: SpanStatusCode.ERROR });
          inner.end();
        },
      };
      spans.set(span, inner);
      return span;
    },
  };
}

/** A collector that cannot be reached costs spans and nothing else. */
async function exportSpans(collector: string): Promise<Tracing> {
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all(
    [
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ],
  );
  const url = new URL('v1/traces', collector.endsWith('/') ? collector : `${collector}/`).href;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'samutphok' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  return {
    stages: traceStages(openTelemetryTracer(provider.getTracer('samutphok'))),
    close: () => provider.shutdown().catch(() => undefined),
  };
}
