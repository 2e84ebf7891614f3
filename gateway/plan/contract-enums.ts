import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, type DocumentNode, type EnumValueDefinitionNode } from 'graphql';

const sharedFile = path.join(import.meta.dirname, '../../schema/shared.graphql');

/** The contract that all bodies share as it is now: the operator of the gateway owns it, and no body. */
export function readContract(): DocumentNode {
  return parse(readFileSync(sharedFile, 'utf8'), { noLocation: true });
}

/**
 * A subgraph's schema, whose enums of the shared contract hold every value that the contract has now. An enum of input
 * and output must be equal in all subgraphs, and a body that was published before `BodyCode` grew by one has never heard
 * of the newcomer: it never says the value, so that it may stand in its schema. A value that the contract has not stays
 * where it is, for the composer to refuse.
 */
export function withContractEnums(subgraph: DocumentNode, contract: DocumentNode): DocumentNode {
  const wanted = enumValues(contract);
  const known = enumValues(subgraph);
  const definitions = subgraph.definitions.map((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return definition;
    const has = new Set(known.get(definition.name.value)?.map(({ name }) => name.value));
    const missing = (wanted.get(definition.name.value) ?? []).filter(({ name }) => !has.has(name.value));
    return missing.length === 0 ? definition : { ...definition, values: [...(definition.values ?? []), ...missing] };
  });
  return { ...subgraph, definitions };
}

function enumValues({ definitions }: DocumentNode): ReadonlyMap<string, readonly EnumValueDefinitionNode[]> {
  const values = new Map<string, readonly EnumValueDefinitionNode[]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION && definition.kind !== Kind.ENUM_TYPE_EXTENSION) continue;
    const { value: name } = definition.name;
    values.set(name, [...(values.get(name) ?? []), ...(definition.values ?? [])]);
  }
  return values;
}
