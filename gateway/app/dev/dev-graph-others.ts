import { joinName, type BodyName } from '../../../schema/contract/bodies.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import type { OpenOptions } from '../../../subgraphs/_kit/define-subgraph.ts';
import { remoteCalls, type CallSettings, type RemoteCalls } from '../body-calls.ts';
import { publicationOfFolder } from '../check/check-publications.ts';
import { openLiveJoin } from '../live-join.ts';
import { importFile, type ImportSummary } from '../stores.ts';
import { discoverSubgraphs, openSubgraphs } from '../subgraphs.ts';

/** All subgraphs but the one that is developed, in this process. */
export interface OtherSubgraphs {
  readonly publications: readonly Publication[];
  /** Ways to them, and over HTTP to whatever a supergraph gives an address. */
  readonly calls: (settings: CallSettings) => RemoteCalls;
  readonly load: (extract: string) => Promise<ImportSummary>;
  /** The join screens by this catalogue from now on. */
  readonly screenBy: (catalogue: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openOthers(developed: BodyName, options: OpenOptions): Promise<OtherSubgraphs> {
  const definitions = await discoverSubgraphs(developed);
  const names = [...definitions.bodies.keys(), joinName];
  const publications = await Promise.all(names.map((name) => publicationOfFolder(name)));
  const opened = await openSubgraphs(definitions, options);
  const live = await openLiveJoin(definitions.join, options);
  const subgraphs = new Map([...opened.all, [joinName, live.subgraph]]);
  return {
    publications,
    calls: (settings) => remoteCalls(settings, { subgraphs, settings }),
    load: (extract) => importFile(extract, opened),
    screenBy: live.screenBy,
    close: opened.close,
  };
}
