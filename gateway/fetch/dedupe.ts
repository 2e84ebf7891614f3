import type { BodyCall, BodyPolicy, BodyReply, BodyRequest } from './body-call.ts';
import { answerObjects } from './query-run.ts';
import { timedOut } from './replies.ts';

/** A shared call: the request that started it, and who waits for its reply. */
interface Flight {
  readonly request: BodyRequest;
  readonly controller: AbortController;
  readonly waiters: Set<Waiter>;
  /** The request's variables and extensions as text, made when another request has to be compared. */
  text: string | undefined;
}

interface Waiter {
  readonly receive: (reply: BodyReply) => void;
}

/** Calls in flight by their query text, which is constant text: the key is hashed once for ever. */
type Flights = Map<string, Flight[]>;

/**
 * Identical reads in flight of the same principal share one call. Identical: principal key, subgraph, query, operation
 * name, variables and extensions. Headers are not compared, so the principal key must stand for all that they tell the
 * body. The first waiter gets the reply itself, each further one a copy of its data. A waiter whose signal is aborted
 * leaves at once; the call is aborted when the last one has left.
 */
export function dedupePolicy(): BodyPolicy {
  const flights: Flights = new Map();
  return (call) =>
    function dedupe(request, signal) {
      if (request.kind !== 'query' || request.principalKey === undefined) return call(request, signal);
      if (signal.aborted) return Promise.resolve(timedOut(signal));
      return wait(flights, findFlight(flights, request) ?? depart(flights, request, call), signal);
    };
}

function findFlight(flights: Flights, request: BodyRequest): Flight | undefined {
  const candidates = flights.get(request.query)?.filter((flight) => isSamePrincipal(flight.request, request));
  if (candidates === undefined || candidates.length === 0) return undefined;
  const text = textOf(request);
  return candidates.find((flight) => (flight.text ??= textOf(flight.request)) === text && text !== undefined);
}

function isSamePrincipal(flying: BodyRequest, request: BodyRequest): boolean {
  return (
    flying.principalKey === request.principalKey &&
    flying.subgraph === request.subgraph &&
    flying.operationName === request.operationName &&
    flying.slices === request.slices
  );
}

/** Nothing when the values are not JSON: such a request is never shared. */
function textOf({ variables, extensions }: BodyRequest): string | undefined {
  try {
    return JSON.stringify([variables, extensions]);
  } catch {
    return undefined;
  }
}

function depart(flights: Flights, request: BodyRequest, call: BodyCall): Flight {
  const flight: Flight = { request, controller: new AbortController(), waiters: new Set(), text: undefined };
  const others = flights.get(request.query);
  if (others === undefined) flights.set(request.query, [flight]);
  else others.push(flight);
  void call(request, flight.controller.signal).then((reply) => land(flights, flight, reply));
  return flight;
}

/** All copies are made before any waiter goes on, since a waiter may write into what it receives. */
function land(flights: Flights, flight: Flight, reply: BodyReply): void {
  remove(flights, flight);
  let isFirst = true;
  for (const waiter of flight.waiters) {
    waiter.receive(isFirst ? reply : sharedReply(reply));
    isFirst = false;
  }
}

function wait(flights: Flights, flight: Flight, signal: AbortSignal): Promise<BodyReply> {
  return new Promise((resolve) => {
    const waiter: Waiter = {
      receive: (reply) => {
        signal.removeEventListener('abort', leave);
        resolve(reply);
      },
    };
    const leave = (): void => {
      flight.waiters.delete(waiter);
      resolve(timedOut(signal));
      if (flight.waiters.size > 0) return;
      remove(flights, flight);
      flight.controller.abort(signal.reason);
    };
    flight.waiters.add(waiter);
    signal.addEventListener('abort', leave, { once: true });
  });
}

function remove(flights: Flights, flight: Flight): void {
  const others = flights.get(flight.request.query);
  const index = others?.indexOf(flight) ?? -1;
  if (others === undefined || index < 0) return;
  if (others.length === 1) flights.delete(flight.request.query);
  else others.splice(index, 1);
}

function sharedReply(reply: BodyReply): BodyReply {
  if (reply.status !== 'ANSWERED' || reply.data === null) return { ...reply, deduplicated: true };
  return { ...reply, data: copyRecord(reply.data), deduplicated: true };
}

function copyRecord(record: object): Record<string, unknown> {
  const entries = Object.entries(record);
  if (Object.getPrototypeOf(record) === Object.prototype)
    return Object.fromEntries(entries.map(([key, v]) => [key, copyValue(v)]));
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) copy[key] = copyValue(value);
  return copy;
}

/** Copies lists and plain objects. Values of other classes are leaves, which nobody writes into. */
function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || prototype === Object.prototype || answerObjects.is(value);
  return isPlain ? copyRecord(value) : value;
}
