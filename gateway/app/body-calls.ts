import { joinName } from '../../schema/contract/bodies.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import type { Config } from '../config/config.ts';
import { composeBodyCall, type ComposeOptions, type GuardedBody } from '../fetch/compose-body-call.ts';
import { httpPools } from '../fetch/http-pools.ts';
import { httpTransport } from '../fetch/http-transport.ts';
import { inProcessTransport } from '../fetch/in-process-transport.ts';
import { fetchOptions, type FetchOptions } from '../fetch/options.ts';
import type { Clock } from '../kernel/clock.ts';

export interface CallSettings extends Pick<ComposeOptions, 'random' | 'observer'> {
  readonly config: Config;
  readonly clock: Clock;
  /** Told what went wrong inside a body of this process. */
  readonly onFault: (fault: unknown) => void;
  /** What differs from the defaults for every subgraph. Deadlines are the configuration's. */
  readonly fetch?: Partial<Omit<FetchOptions, 'deadlineMs'>>;
}

/** The ways to all subgraphs by name, and how to let go of them. */
export interface BodyCalls {
  readonly bodies: ReadonlyMap<string, GuardedBody>;
  readonly close: () => Promise<void>;
}

/** Calls to the subgraphs of this process. */
export function embeddedCalls(subgraphs: ReadonlyMap<string, OpenSubgraph>, settings: CallSettings): BodyCalls {
  const guarded = [...subgraphs].map(([name, subgraph]) => {
    const transport = inProcessTransport({
      schema: subgraph.schema,
      clock: settings.clock,
      onFault: settings.onFault,
      createContext: ({ extensions }, signal) => ({
        ...subgraph.context({ ...(extensions && { extensions }) }),
        signal,
      }),
    });
    return [name, composeBodyCall(transport, { ...settings, fetch: optionsFor(name, settings) })] as const;
  });
  return { bodies: new Map(guarded), close: () => Promise.resolve() };
}

/** Calls over HTTP. `connect` adds the subgraphs of a supergraph at the addresses that stand in it. */
export interface RemoteCalls extends BodyCalls {
  readonly connect: (subgraphs: readonly RemoteSubgraph[]) => void;
}

export interface RemoteSubgraph {
  readonly name: string;
  readonly url: string;
}

export function remoteCalls(settings: CallSettings): RemoteCalls {
  const pools = httpPools(fetchOptions(settings.fetch));
  const bodies = new Map<string, GuardedBody>();
  const addresses = new Map<string, string>();
  const { clock } = settings;
  return {
    bodies,
    close: pools.close,
    connect: (subgraphs) => {
      for (const { name, url } of subgraphs) {
        if (addresses.get(name) === url) continue;
        const fetch = optionsFor(name, settings);
        const transport = httpTransport({ url, pools, clock, maxAnswerBytes: fetchOptions(fetch).maxAnswerBytes });
        bodies.set(name, composeBodyCall(transport, { ...settings, fetch }));
        addresses.set(name, url);
      }
    },
  };
}

/** The join works on what thirteen bodies answered: only the operation's own deadline bounds it. */
function optionsFor(name: string, { config, fetch }: CallSettings): Partial<FetchOptions> {
  return { ...fetch, deadlineMs: name === joinName ? config.operationDeadlineMs : config.bodyDeadlineMs };
}
