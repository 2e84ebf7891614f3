import { CodedError } from '../../schema/contract/error-codes.ts';
import type { RehearsedFault } from '../../schema/contract/rehearsal.ts';

const maxLatencyMs = 60_000;

/**
 * Reads `latency=2000` (milliseconds; `latency:2000` where `=` has another meaning), `error`, `garbage` or `down`.
 * Throws REHEARSAL_FAULT_INVALID.
 */
export function parseFault(text: string): RehearsedFault {
  const [, kind, latency] = /^(latency|error|garbage|down)(?:[=:](\d{1,5}))?$/u.exec(text) ?? [];
  const latencyMs = Number(latency ?? 0);
  if (kind === 'latency' && latencyMs >= 1 && latencyMs <= maxLatencyMs) return { kind: 'LATENCY', latencyMs };
  if (latency === undefined && kind === 'error') return { kind: 'ERROR' };
  if (latency === undefined && kind === 'garbage') return { kind: 'GARBAGE' };
  if (latency === undefined && kind === 'down') return { kind: 'DOWN' };
  throw new CodedError('REHEARSAL_FAULT_INVALID', { max: maxLatencyMs });
}

/** As `parseFault` reads it. */
export function faultText(fault: RehearsedFault): string {
  return fault.kind === 'LATENCY' ? `latency=${fault.latencyMs}` : fault.kind.toLowerCase();
}
