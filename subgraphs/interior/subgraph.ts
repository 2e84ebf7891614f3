import { defineSubgraph } from '../_kit/define-subgraph.ts';
import { mayOpenHousehold } from './confine.ts';
import { registry } from './data.ts';
import { derive } from './derive.ts';
import { importExtract } from './import.ts';
import { resolvers } from './resolvers.ts';

export const subgraph = defineSubgraph({
  registry,
  directory: import.meta.dirname,
  resolvers,
  derive,
  importExtract,
  mayOpen: mayOpenHousehold,
});
