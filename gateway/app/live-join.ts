import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OpenOptions, OpenSubgraph, SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.ts';

/** The join of this process, whose programmes may change while it answers. It has no database, so another one is soon there. */
export interface LiveJoin {
  /** Stays the same object; a call is answered by the programmes of the moment when it begins. */
  readonly subgraph: OpenSubgraph;
  /** Screens by this text of programmes.json from now on. Rejects with CATALOGUE_INVALID, and then as before. */
  readonly screenBy: (catalogue: string) => Promise<void>;
}

export async function openLiveJoin(join: SubgraphDefinition, options: OpenOptions): Promise<LiveJoin> {
  let current = await join.open(options);
  let screened: string | undefined;
  return {
    subgraph: { ...current, context: (call) => current.context(call) },
    screenBy: async (catalogue) => {
      if (catalogue === screened) return;
      const catalogueFile = path.join(options.dataDir, 'composed-programmes.json');
      await mkdir(options.dataDir, { recursive: true });
      await writeFile(catalogueFile, catalogue);
      current = await join.open({ ...options, catalogueFile });
      screened = catalogue;
    },
  };
}
