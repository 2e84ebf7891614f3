import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isSpecifiedScalarType,
  isEnumType,
} from 'graphql';
import type { FieldNode, GraphQLNamedType, GraphQLOutputType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { JsonSlice } from '../kernel/json-slice.ts';
import { createMerged } from './merged-object.ts';
import type { Merged } from './merged-object.ts';

/** What a body was asked for, and therefore what its answer may hold. Other keys of an answer are never looked at. */
export interface Shape {
  readonly fields: readonly FieldShape[];
}

interface FieldShape {
  readonly key: string;
  /** Lists around the value; undefined where the supergraph does not know the field. */
  readonly listDepth: number | undefined;
  /** Undefined for a leaf. */
  readonly shape: Shape | undefined;
  /** A leaf of a custom scalar may be anything. */
  readonly isFreeForm: boolean;
  /** `Object.prototype` has a property of this name. */
  readonly isInherited: boolean;
  /** Neither a condition nor the object's type excludes it: an answer without it is none. */
  readonly isExpected: boolean;
}

/** An answer that is not of the shape that was asked for. */
export const invalid: unique symbol = Symbol('invalid');

/** `schema` must hold the types that the selections name, `@inaccessible` ones too. */
export function compileShape(schema: GraphQLSchema, typeName: string, selectionSet: SelectionSetNode): Shape {
  return compileSelections(schema, [{ typeName, selectionSet, isCertain: true }]);
}

interface Selections {
  readonly typeName: string;
  readonly selectionSet: SelectionSetNode;
  /** Neither a condition nor a type excludes them from the object. */
  readonly isCertain: boolean;
}

interface Mention {
  readonly node: FieldNode;
  readonly typeName: string;
  readonly isCertain: boolean;
}

function compileSelections(schema: GraphQLSchema, selections: readonly Selections[]): Shape {
  const mentions = Map.groupBy(selections.flatMap(mentionsOf), ({ node }) => node.alias?.value ?? node.name.value);
  return { fields: [...mentions].map(([key, of]) => compileField(schema, key, of)) };
}

function mentionsOf({ typeName, selectionSet, isCertain }: Selections): Mention[] {
  return selectionSet.selections.flatMap((selection): Mention[] => {
    const counts = isCertain && (selection.directives ?? []).length === 0;
    if (selection.kind === Kind.FIELD) return [{ node: selection, typeName, isCertain: counts }];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition?.name.value ?? typeName;
    return mentionsOf({
      typeName: condition,
      selectionSet: selection.selectionSet,
      isCertain: counts && condition === typeName,
    });
  });
}

/** One response name has one shape whatever the object's type: fields of different shape get different names. */
function compileField(schema: GraphQLSchema, key: string, mentions: readonly Mention[]): FieldShape {
  const type = mentions
    .map(({ node, typeName }) => fieldType(schema, typeName, node.name.value))
    .find((found) => found);
  const namedType = type && getNamedType(type);
  const inner = mentions.flatMap(({ node, isCertain }): Selections[] =>
    node.selectionSet === undefined
      ? []
      : [
          {
            typeName: namedType?.name ?? '',
            selectionSet: node.selectionSet,
            // The only mention of an object that is there did count.
            isCertain: isCertain || mentions.length === 1,
          },
        ],
  );
  return {
    key,
    listDepth: type && listDepthOf(type),
    shape: inner.length === 0 ? undefined : compileSelections(schema, inner),
    isFreeForm: !isPlainLeaf(namedType),
    isInherited: key in Object.prototype,
    isExpected: mentions.some(({ isCertain }) => isCertain),
  };
}

/** A copy of what was asked for, or `invalid`. Values of custom scalars are shared with the answer, not copied. */
export function adopt(shape: Shape, answer: unknown): Merged | typeof invalid {
  if (!isPlainObject(answer)) return invalid;
  const merged = createMerged();
  for (const field of shape.fields) {
    const { key } = field;
    const value = field.isInherited && !Object.hasOwn(answer, key) ? undefined : answer[key];
    if (value === undefined) {
      if (field.isExpected) return invalid;
      continue;
    }
    const adopted = value === null ? null : adoptValue(field, field.listDepth, value);
    if (adopted === invalid) return invalid;
    merged[key] = adopted;
  }
  return merged;
}

function adoptValue(field: FieldShape, listDepth: number | undefined, value: unknown): unknown {
  if (value === null || value instanceof JsonSlice) return value;
  if (listDepth === undefined ? Array.isArray(value) && field.shape !== undefined : listDepth > 0) {
    return adoptList(field, listDepth === undefined ? undefined : listDepth - 1, value);
  }
  if (field.shape !== undefined) return adopt(field.shape, value);
  return field.isFreeForm || typeof value !== 'object' ? value : invalid;
}

function adoptList(field: FieldShape, listDepth: number | undefined, value: unknown): unknown {
  if (!Array.isArray(value)) return invalid;
  const items: readonly unknown[] = value;
  const adopted: unknown[] = [];
  for (const item of items) {
    const one = adoptValue(field, listDepth, item);
    if (one === invalid) return invalid;
    adopted.push(one);
  }
  return adopted;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldType(schema: GraphQLSchema, typeName: string, name: string): GraphQLOutputType | undefined {
  if (name === '__typename') return undefined;
  const type = schema.getType(typeName);
  return type && 'getFields' in type && isCompositeType(type) ? type.getFields()[name]?.type : undefined;
}

function listDepthOf(type: GraphQLOutputType): number {
  let depth = 0;
  for (let at = getNullableType(type); isListType(at); at = getNullableType(at.ofType)) depth += 1;
  return depth;
}

function isPlainLeaf(type: GraphQLNamedType | undefined): boolean {
  return type !== undefined && (isSpecifiedScalarType(type) || isEnumType(type));
}
