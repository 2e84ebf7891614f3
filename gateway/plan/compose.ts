import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { readContract, withContractEnums } from './contract-enums.ts';
import { messageOf } from './inline-planner.ts';

export interface SubgraphSchema {
  readonly name: string;
  readonly url?: string;
  readonly typeDefs: string;
}

/**
 * Composes a supergraph by the stock composer, the enums of the shared contract being those of `contract`. Throws
 * COMPOSITION_FAILED with the first problems.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[], contract = readContract()): string {
  const result = composeServices(
    subgraphs.map(({ name, url = '', typeDefs }) => ({
      name,
      url,
      typeDefs: withContractEnums(parse(typeDefs), contract),
    })),
  );
  if (result.supergraphSdl !== undefined) return result.supergraphSdl;
  const problem = (result.errors ?? []).slice(0, 5).map(messageOf).join('; ');
  throw new CodedError('COMPOSITION_FAILED', { problem });
}
