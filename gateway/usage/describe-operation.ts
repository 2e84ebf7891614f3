import { createHash } from 'node:crypto';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { withoutNumbers, type OperationRun } from './usage.ts';

export type DescribedOperation = Pick<OperationRun, 'operationHash' | 'operationName' | 'coordinates'>;

/** Described once for each document, schema and operation. Null for a document that has no such operation. */
export function createOperationDescriber(): (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
) => DescribedOperation | null {
  const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string, DescribedOperation | null>>>();
  return (schema, document, operationName) => {
    const ofSchema = known.get(schema) ?? new WeakMap<DocumentNode, Map<string, DescribedOperation | null>>();
    known.set(schema, ofSchema);
    const ofDocument = ofSchema.get(document) ?? new Map<string, DescribedOperation | null>();
    ofSchema.set(document, ofDocument);
    const name = operationName ?? '';
    const before = ofDocument.get(name);
    if (before !== undefined) return before;
    const described = describe(schema, document, name);
    ofDocument.set(name, described);
    return described;
  };
}

/**
 * The coordinates of one operation of a validated document, its fragments with it, and a hash of its text without any
 * literal. A field of an interface counts for the types that implement it as well: whoever asks for the one is given the
 * other.
 */
function describe(schema: GraphQLSchema, document: DocumentNode, name: string): DescribedOperation | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = name === '' ? operations[0] : operations.find((each) => each.name?.value === name);
  if (operation === undefined || (name === '' && operations.length > 1)) return null;
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  const found = new Set<string>();
  addSelected(found, schema, own);
  addVariables(found, schema, operation);
  return {
    operationHash: createHash('sha256')
      .update(print(withoutLiterals(own)))
      .digest('hex')
      .slice(0, 16),
    operationName: operation.name === undefined ? null : withoutNumbers(operation.name.value.slice(0, 100)),
    coordinates: [...found].toSorted(),
  };
}

function addSelected(found: Set<string>, schema: GraphQLSchema, document: DocumentNode): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (parent === null || parent === undefined || name.value.startsWith('__')) return;
        for (const type of withImplementations(schema, parent)) found.add(`${type}.${name.value}`);
      },
      Argument: ({ name }) => {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (parent === null || parent === undefined || !field || types.getDirective()) return;
        for (const type of withImplementations(schema, parent)) found.add(`${type}.${field.name}(${name.value}:)`);
      },
      ObjectField: ({ name }) => {
        const parent = types.getParentInputType();
        const type = parent ? getNamedType(parent) : undefined;
        if (isInputObjectType(type)) found.add(`${type.name}.${name.value}`);
      },
      // What is inside a directive's arguments is no data.
      Directive: () => false,
    }),
  );
}

function withImplementations(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  if (isUnionType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  if (!isInterfaceType(type)) return isObjectType(type) && !type.name.startsWith('__') ? [type.name] : [];
  return [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)];
}

/** Which fields of an input object a variable brings is not looked at: any of them may be. */
function addVariables(found: Set<string>, schema: GraphQLSchema, operation: OperationDefinitionNode): void {
  const waiting: GraphQLNamedType[] = (operation.variableDefinitions ?? []).flatMap(({ type }) => {
    let node = type;
    while (node.kind !== Kind.NAMED_TYPE) node = node.type;
    return schema.getType(node.name.value) ?? [];
  });
  const seen = new Set<string>();
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (!isInputObjectType(type) || seen.has(type.name)) continue;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      waiting.push(inputType(field.type));
    }
  }
}

function inputType(type: GraphQLInputType): GraphQLNamedType {
  return getNamedType(type);
}

/** Every literal becomes the empty one of its kind, so that the hash says nothing of what was asked for. */
function withoutLiterals(document: DocumentNode): DocumentNode {
  return visit(document, {
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: (node) => ({ ...node, value: '0' }),
    StringValue: (node) => ({ ...node, value: '', block: false }),
    ListValue: (node) => ({ ...node, values: [] }),
  });
}
