import type { Engine } from '../execute/engine.ts';
import type { BodyCall } from '../fetch/body-call.ts';
import { routeBodyCalls } from '../fetch/compose-body-call.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import type { RemoteCalls } from './body-calls.ts';
import { createEngineOver, type EngineParts } from './runtime.ts';

/**
 * Our engine over HTTP. Whatever supergraph takes over meanwhile, an operation calls the services of the one that it
 * began with: another deployment may stand at other addresses and know other fields. Rejects with SUPERGRAPH_INVALID.
 */
export async function createRemoteEngine(
  sdl: string,
  clock: Clock,
  calls: RemoteCalls,
  parts: Omit<EngineParts, 'call'> = {},
): Promise<Engine> {
  let current: BodyCall = routeBodyCalls(calls.bodies);
  // An operation is known by its signal, which goes with each of its calls.
  const began = new WeakMap<AbortSignal, BodyCall>();
  const call: BodyCall = (request, signal) => (began.get(signal) ?? current)(request, signal);
  const engine = await createEngineOver(sdl, clock, calls.bodies, { ...parts, call });
  const take = ({ subgraphs }: Supergraph): void => {
    current = routeBodyCalls(calls.connect(subgraphs));
  };
  take(engine.supergraphs.current());
  engine.supergraphs.onSwap(take);
  return {
    ...engine,
    execute: (request) => {
      const { signal = new AbortController().signal } = request;
      began.set(signal, current);
      return engine.execute({ ...request, signal });
    },
  };
}
