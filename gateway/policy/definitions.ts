import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';

export interface Definitions {
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Throws OPERATION_INVALID for definitions of types and for two fragments of one name. */
export function readDefinitions(document: DocumentNode): Definitions {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION && !fragments.has(definition.name.value)) {
      fragments.set(definition.name.value, definition);
    } else throw new CodedError('OPERATION_INVALID');
  }
  return { operations, fragments };
}

/** The one operation that will run. Throws OPERATION_UNRESOLVED. */
export function pickOperation(
  { operations }: Definitions,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const isNamed = operationName !== null && operationName !== undefined && operationName !== '';
  const picked = isNamed ? operations.filter(({ name }) => name?.value === operationName) : operations;
  const [operation] = picked;
  if (operation === undefined || picked.length > 1) throw new CodedError('OPERATION_UNRESOLVED');
  return operation;
}
