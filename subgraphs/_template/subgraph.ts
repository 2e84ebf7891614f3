import { defineSubgraph } from '../_kit/define-subgraph.ts';
import { registry } from './data.ts';
import { importExtract } from './import.ts';
import { resolvers } from './resolvers.ts';

export const subgraph = defineSubgraph({ registry, directory: import.meta.dirname, resolvers, importExtract });
