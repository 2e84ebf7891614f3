import { joinName } from '../../schema/contract/bodies.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import type { Config } from '../config/config.ts';
import type { BodyCall } from '../fetch/body-call.ts';
import { composeBodyCall, type ComposeOptions, type GuardedBody } from '../fetch/compose-body-call.ts';
import { httpPools } from '../fetch/http-pools.ts';
import { httpTransport } from '../fetch/http-transport.ts';
import { inProcessTransport } from '../fetch/in-process-transport.ts';
import { fetchOptions, type FetchOptions } from '../fetch/options.ts';
import type { Clock } from '../kernel/clock.ts';

/** Puts policies around the transport to one subgraph. */
export type GuardBody = (subgraph: string, transport: BodyCall, options: ComposeOptions) => GuardedBody;

export interface CallSettings extends Pick<ComposeOptions, 'random' | 'observer'> {
  readonly config: Config;
  readonly clock: Clock;
  /** Told what went wrong inside a body of this process. */
  readonly onFault: (fault: unknown) => void;
  /** What differs from the defaults for every subgraph. Deadlines are the configuration's. */
  readonly fetch?: Partial<Omit<FetchOptions, 'deadlineMs'>>;
  /** Default: `composeBodyCall`. */
  readonly guard?: GuardBody;
}

/** The ways to all subgraphs by name, and how to let go of them. */
export interface BodyCalls {
  readonly bodies: ReadonlyMap<string, GuardedBody>;
  readonly close: () => Promise<void>;
}

/** Calls to the subgraphs of this process. */
export function embeddedCalls(subgraphs: ReadonlyMap<string, OpenSubgraph>, settings: CallSettings): BodyCalls {
  const guarded = [...subgraphs].map(([name, subgraph]) => [name, inProcessBody(subgraph, settings)] as const);
  return { bodies: new Map(guarded), close: () => Promise.resolve() };
}

/** Calls over HTTP, and to subgraphs of this process. `bodies` holds those that were connected last. */
export interface RemoteCalls extends BodyCalls {
  /** The ways to a supergraph's subgraphs. One at an address that was connected before keeps its breaker and budget. */
  readonly connect: (subgraphs: readonly RemoteSubgraph[]) => ReadonlyMap<string, GuardedBody>;
  /** Whether a subgraph has ever been connected over HTTP. */
  readonly isRemote: (name: string) => boolean;
}

/** Without an address: a subgraph of this process. */
export interface RemoteSubgraph {
  readonly name: string;
  readonly url: string;
}

/** Subgraphs of this process, for those that a supergraph gives no address. */
export interface InProcess {
  readonly subgraphs: ReadonlyMap<string, OpenSubgraph>;
  /** Settings of their calls, where they are others. */
  readonly settings: CallSettings;
}

export function remoteCalls(settings: CallSettings, inProcess?: InProcess): RemoteCalls {
  const pools = httpPools(fetchOptions(settings.fetch));
  const bodies = new Map<string, GuardedBody>();
  const remote = new Set<string>();
  let known = new Map<string, GuardedBody>();
  const { clock } = settings;

  function open({ name, url }: RemoteSubgraph): GuardedBody | undefined {
    if (url === '') {
      const subgraph = inProcess?.subgraphs.get(name);
      return subgraph && inProcess && inProcessBody(subgraph, inProcess.settings);
    }
    remote.add(name);
    const { maxAnswerBytes } = fetchOptions(settings.fetch);
    return guardBody(name, httpTransport({ url, pools, clock, maxAnswerBytes }), settings);
  }

  return {
    bodies,
    close: pools.close,
    isRemote: (name) => remote.has(name),
    connect: (subgraphs) => {
      const next = new Map<string, GuardedBody>();
      const connected = new Map<string, GuardedBody>();
      for (const subgraph of subgraphs) {
        const place = `${subgraph.name} ${subgraph.url}`;
        const body = known.get(place) ?? open(subgraph);
        if (body === undefined) continue;
        next.set(place, body);
        connected.set(subgraph.name, body);
      }
      known = next;
      bodies.clear();
      for (const [name, body] of connected) bodies.set(name, body);
      return connected;
    },
  };
}

function inProcessBody(subgraph: OpenSubgraph, settings: CallSettings): GuardedBody {
  const transport = inProcessTransport({
    schema: subgraph.schema,
    clock: settings.clock,
    onFault: settings.onFault,
    createContext: ({ extensions, access }, signal) => ({
      ...subgraph.context({ ...(extensions && { extensions }), ...(access && { access }) }),
      signal,
    }),
  });
  return guardBody(subgraph.name, transport, settings);
}

function guardBody(name: string, transport: BodyCall, settings: CallSettings): GuardedBody {
  const options = { ...settings, fetch: optionsFor(name, settings) };
  return settings.guard?.(name, transport, options) ?? composeBodyCall(transport, options);
}

/** The join works on what thirteen bodies answered: only the operation's own deadline bounds it. */
function optionsFor(name: string, { config, fetch }: CallSettings): Partial<FetchOptions> {
  return { ...fetch, deadlineMs: name === joinName ? config.operationDeadlineMs : config.bodyDeadlineMs };
}
