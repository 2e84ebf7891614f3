import { withAddresses } from '../registry/addressed.ts';
import type { Config } from '../config/config.ts';
import { compose } from './compose.ts';
import { openGateway, type GuardedParts, type OpenGateway } from './gateway.ts';
import { openLiveJoin, type LiveJoin } from './live-join.ts';
import { createInstruments, type Instruments } from './runtime.ts';
import type { Published } from './service-levels.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs } from './subgraphs.ts';
import { constantSource, type PublishedGraph, type SupergraphSource } from './supergraph-source.ts';

/** Gateway and all fourteen subgraphs in one process. */
export interface Ungated extends Omit<OpenGateway, 'guarded'> {
  readonly subgraphs: OpenSubgraphs;
  readonly instruments: Instruments;
}

/** The same where somebody must sign in. */
export interface Embedded extends Ungated, GuardedParts {}

export interface EmbeddedOptions {
  readonly instruments?: Instruments;
  /** Makes the source of the graph from what the subgraphs of this process compose to. Default: that, as it stands. */
  readonly source?: (own: PublishedGraph, instruments: Instruments) => Promise<SupergraphSource>;
  /** What a registry tells of a body. */
  readonly published?: (body: string) => Published | null;
}

/**
 * Opens the bodies' stores, composes their schemas and makes the engine ready; nobody signs in, and everything is shown
 * to whoever asks. Rejects with BODY_STORE_FAILED, COMPOSITION_FAILED or CATALOGUE_INVALID, and leaves nothing open.
 */
export async function openUngated(config: Config, instruments?: Instruments): Promise<Ungated> {
  return openWith(config, false, instruments === undefined ? {} : { instruments });
}

/**
 * The same with identity, policy and journal before it, and bodies that refuse a call which names nobody. Rejects with
 * what `openAccess` throws, too.
 */
export async function openEmbedded(config: Config, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { guarded, ...opened } = await openWith(config, true, options);
  if (guarded === undefined) throw new TypeError('a gateway where somebody must sign in has a gate');
  return { ...opened, ...guarded };
}

async function openWith(
  config: Config,
  auth: boolean,
  { instruments = createInstruments(config), source = justThat, published }: EmbeddedOptions,
): Promise<OpenGateway & Pick<Ungated, 'subgraphs' | 'instruments'>> {
  const definitions = await discoverSubgraphs();
  const { supergraph, catalogue } = await compose(definitions);
  const openOptions = { ...config, requireAccess: auth };
  const subgraphs = await openSubgraphs(definitions, openOptions);
  try {
    const join = await openLiveJoin(definitions.join, openOptions);
    // Without addresses: all of them are called in this process.
    const own = { supergraph: withAddresses(supergraph, new Map()), catalogue };
    const gateway = await openGateway({
      config,
      instruments,
      auth,
      source: await screening(await source(own, instruments), join, own),
      subgraphs: new Map([...subgraphs.all, [join.subgraph.name, join.subgraph]]),
      ...(published && { published }),
    });
    const close = async (): Promise<void> => {
      await gateway.close();
      await subgraphs.close();
    };
    return { ...gateway, subgraphs, instruments, close };
  } catch (error) {
    await subgraphs.close();
    throw error;
  }
}

/** The join screens by the programmes that came with the graph. */
async function screening(
  source: SupergraphSource,
  { screenBy }: LiveJoin,
  own: PublishedGraph,
): Promise<SupergraphSource> {
  if (source.first.catalogue !== own.catalogue) await screenBy(source.first.catalogue);
  return {
    ...source,
    follow: (take) => {
      source.follow(async (graph) => {
        await screenBy(graph.catalogue);
        await take(graph);
      });
    },
  };
}

function justThat(own: PublishedGraph): Promise<SupergraphSource> {
  return Promise.resolve(constantSource(own));
}
