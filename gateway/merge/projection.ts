import { isAbstractType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField } from 'graphql';
import { collectFields } from './collect-fields.ts';
import type { FieldMention, ProjectedOperation, Selections } from './collect-fields.ts';
import { compileCompletion, endHiding } from './completion.ts';
import type { Completion } from './completion.ts';
import { allHold } from './field-conditions.ts';
import type { Variables } from './field-conditions.ts';
import { stringText } from './json-text.ts';
import type { Merged } from './merged-object.ts';
import { addToPaths } from './projection-state.ts';
import type { ObjectWriter, ProjectionState } from './projection-state.ts';
import { completionError, responseError } from './response-error.ts';
import { guardRows } from './row-guards.ts';
import type { Guard, RowWriter } from './row-guards.ts';

/** Writes the JSON text of `data`: `null` when a null reaches the root. */
export type Projection = (data: Merged, state: ProjectionState) => string;

interface FieldWriter {
  readonly responseName: string;
  /** `"name":` */
  readonly prefix: string;
  readonly key: string;
  /** Undefined when the field always counts. */
  readonly isIncluded: ((variables: Variables) => boolean) | undefined;
  readonly complete: Completion;
  /** What a look at the object has put in the field's place. */
  readonly replacement: (replaced: ReadonlyMap<string, string>) => string | undefined;
}

/**
 * Compiles the way from the merged data to the response text of one operation: selection, order, type conditions,
 * `@skip` and `@include`, completion of values, null propagation and what a reader may not see, all in one pass over the data.
 */
export function compileProjection(operation: ProjectedOperation): Projection {
  const { schema } = operation;
  const rootType = schema.getRootType(operation.operation.operation);
  if (!rootType) return () => 'null';
  const write = compileObject(operation, rootType, [
    { selectionSet: operation.operation.selectionSet, conditions: [] },
  ]);
  return (data, state) => {
    const text = write(data, state);
    if (state.hiding !== undefined) endHiding(state, 0);
    return text ?? 'null';
  };
}

function compileObject(
  operation: ProjectedOperation,
  type: GraphQLCompositeType,
  selections: readonly Selections[],
  guards: readonly Guard[] = [],
): ObjectWriter {
  const compileFor = (objectType: GraphQLCompositeType): ObjectWriter =>
    guardRows(
      [...(operation.guarding?.guardsOf(objectType) ?? []), ...guards],
      objectType,
      compileFields(operation, objectType, selections),
    );
  if (!isAbstractType(type)) return compileFor(type);
  const { schema } = operation;
  const writers = new Map<string, ObjectWriter>();
  function writerFor(typeName: string): ObjectWriter | undefined {
    const runtimeType = schema.getType(typeName);
    if (
      typeName !== type.name &&
      !(isObjectType(runtimeType) && isAbstractType(type) && schema.isSubType(type, runtimeType))
    ) {
      return undefined;
    }
    const writer = compileFor(isObjectType(runtimeType) ? runtimeType : type);
    writers.set(typeName, writer);
    return writer;
  }
  return (object, state) => {
    const typeName = object['__typename'] ?? type.name;
    const writer = typeof typeName === 'string' ? (writers.get(typeName) ?? writerFor(typeName)) : undefined;
    if (writer !== undefined) return writer(object, state);
    if (typeof typeName === 'string' && operation.isHidden(typeName)) return undefined;
    state.errors.push(completionError(`An object of abstract type ${type.name} has none of its types.`, []));
    return undefined;
  };
}

function compileFields(
  operation: ProjectedOperation,
  type: GraphQLCompositeType,
  selections: readonly Selections[],
): RowWriter {
  const writers = [...collectFields(operation, type, selections)].map(([responseName, mentions]) =>
    compileField(operation, type, responseName, mentions),
  );
  return (object, state, replaced) => {
    const { errors, hidden } = state;
    let text = '{';
    for (const writer of writers) {
      if (writer.isIncluded !== undefined && !writer.isIncluded(state.variables)) continue;
      const errorsBefore = errors.length;
      const hiddenBefore = hidden.length;
      const replacement = replaced === undefined ? undefined : writer.replacement(replaced);
      const value = replacement ?? writer.complete(object[writer.key], state);
      if (errors.length > errorsBefore) addToPaths(errors, errorsBefore, writer.responseName);
      if (hidden.length > hiddenBefore) addToPaths(hidden, hiddenBefore, writer.responseName);
      if (value === undefined) {
        if (state.hiding !== undefined) state.hiding = 'INSIDE';
        return undefined;
      }
      text += text.length === 1 ? writer.prefix + value : `,${writer.prefix}${value}`;
    }
    return `${text}}`;
  };
}

function compileField(
  operation: ProjectedOperation,
  type: GraphQLCompositeType,
  responseName: string,
  mentions: readonly FieldMention[],
): FieldWriter {
  const node = mentions[0]?.node;
  if (node === undefined) throw new TypeError('A field is mentioned at least once');
  const name = node.name.value;
  const withheld = mentions.filter((mention) => operation.withheld?.has(mention.node));
  const complete = name.startsWith('__')
    ? completeMetaField(name, type, responseName)
    : completeDataField(operation, type, name, mentions);
  return {
    responseName,
    prefix: `${JSON.stringify(responseName)}:`,
    key: operation.nameOf.get(node) ?? name,
    isIncluded: compileMentions(mentions),
    complete: withheld.length === 0 ? complete : withhold(withheld, fieldOf(type, name), complete),
    replacement: withheld.length === 0 ? (replaced) => replaced.get(name) : () => undefined,
  };
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return 'getFields' in type ? type.getFields()[name] : undefined;
}

/** A response tells no more of them than a fraction of this. */
const maxDenials = 1_000;

/** Null wherever a mention counts that is withheld. */
function withhold(
  withheld: readonly FieldMention[],
  field: GraphQLField<unknown, unknown> | undefined,
  complete: Completion,
): Completion {
  const counts = compileMentions(withheld);
  const nothing = isNonNullType(field?.type) ? undefined : 'null';
  const denial = responseError('POLICY_DENIED', { path: [] });
  return (value, state) => {
    if (counts !== undefined && !counts(state.variables)) return complete(value, state);
    if (state.errors.length < maxDenials) state.errors.push(denial);
    return nothing;
  };
}

function compileMentions(mentions: readonly FieldMention[]): FieldWriter['isIncluded'] {
  if (mentions.some(({ conditions }) => conditions.length === 0)) return undefined;
  return (variables) => mentions.some(({ conditions }) => allHold(conditions, variables));
}

function completeMetaField(name: string, type: GraphQLCompositeType, responseName: string): Completion {
  if (name !== '__typename') return (_value, state) => state.introspection.get(responseName) ?? 'null';
  // An abstract type is here only for an object that nobody told the type of.
  if (isAbstractType(type)) return () => undefined;
  const text = stringText(type.name);
  return () => text;
}

function completeDataField(
  operation: ProjectedOperation,
  type: GraphQLCompositeType,
  name: string,
  mentions: readonly FieldMention[],
): Completion {
  const field = fieldOf(type, name);
  if (field === undefined) return () => 'null';
  const isOnlyMention = mentions.length === 1;
  const selections = mentions.flatMap(({ node, conditions }) =>
    // The field itself is written only when its only mention counts, so what is inside need not ask again.
    node.selectionSet === undefined
      ? []
      : [{ selectionSet: node.selectionSet, conditions: isOnlyMention ? [] : conditions }],
  );
  const guards = operation.guarding?.guardsOfField(type, name) ?? [];
  return compileCompletion(field.type, `${type.name}.${name}`, {
    isHidden: operation.isHidden,
    keep: operation.guarding?.keepOf(type, name),
    writerOf: (objectType) => lazily(() => compileObject(operation, objectType, selections, guards)),
  });
}

/** Types that can never stand at a place are never compiled for it. */
function lazily(compile: () => ObjectWriter): ObjectWriter {
  let writer: ObjectWriter | undefined;
  return (object, state) => {
    writer ??= compile();
    return writer(object, state);
  };
}
