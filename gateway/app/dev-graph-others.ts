import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { print } from 'graphql';
import type { BodyName } from '../../schema/contract/bodies.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import type { OpenOptions, OpenSubgraph, SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.ts';
import { embeddedCalls, remoteCalls, type CallSettings, type RemoteCalls } from './body-calls.ts';
import { importFile, type ImportSummary } from './stores.ts';
import { discoverSubgraphs, openSubgraphs, subgraphsDirectory } from './subgraphs.ts';

/** All subgraphs but the one that is developed, in this process. */
export interface OtherSubgraphs {
  readonly publications: readonly Publication[];
  /** Ways to them, and over HTTP to the one that is developed, at the address that a supergraph gives it. */
  readonly calls: (settings: CallSettings) => RemoteCalls;
  readonly load: (extract: string) => Promise<ImportSummary>;
  /** The join screens by this catalogue from now on. */
  readonly screenBy: (catalogue: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openOthers(developed: BodyName, options: OpenOptions): Promise<OtherSubgraphs> {
  const definitions = await discoverSubgraphs(developed);
  const { join } = definitions;
  const publications = await Promise.all([...definitions.bodies.values(), join].map(publicationOf));
  const opened = await openSubgraphs(definitions, options);
  const catalogueFile = path.join(options.dataDir, 'composed-programmes.json');
  let joined = opened.all.get(join.name);
  return {
    publications,
    calls: (settings) => {
      const latestJoin: readonly [string, OpenSubgraph][] =
        joined === undefined ? [] : [[join.name, { ...joined, context: (call) => joined?.context(call) ?? {} }]];
      const inProcess = embeddedCalls(new Map([...opened.all, ...latestJoin]), settings).bodies;
      const overHttp = remoteCalls(settings);
      const bodies = new Map(inProcess);
      return {
        bodies,
        close: overHttp.close,
        isRemote: overHttp.isRemote,
        connect: (subgraphs) => {
          const [own] = overHttp.connect(subgraphs.filter(({ name }) => name === developed)).values();
          if (own !== undefined) bodies.set(developed, own);
          return new Map(bodies);
        },
      };
    },
    load: (extract) => importFile(extract, opened),
    screenBy: async (catalogue) => {
      await writeFile(catalogueFile, catalogue);
      joined = await join.open({ ...options, catalogueFile });
    },
    close: opened.close,
  };
}

async function publicationOf(definition: SubgraphDefinition): Promise<Publication> {
  const { name, typeDefs } = definition;
  const file = path.join(subgraphsDirectory, name, 'programmes.json');
  const programmes = 'programmeFile' in definition ? await readFile(file, 'utf8') : null;
  return { body: name, sdl: print(typeDefs), programmes };
}
