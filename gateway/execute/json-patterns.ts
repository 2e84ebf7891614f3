import { isEnumType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLLeafType, GraphQLObjectType, GraphQLOutputType } from 'graphql';
import type { JsonPattern, PatternField } from '../fetch/json-pattern.ts';

/** The fields that are asked for of an object, in their order; undefined when no pattern can say it. */
export type FieldsOf = (type: GraphQLObjectType) => readonly PatternField[] | undefined;

/** The pattern of values of a type. Undefined for abstract types: their objects differ in what is asked of them. */
export function patternOf(type: GraphQLOutputType, fieldsOf: FieldsOf): JsonPattern | undefined {
  if (isNonNullType(type)) return nullable(type.ofType, fieldsOf, false);
  return nullable(type, fieldsOf, true);
}

function nullable(type: GraphQLOutputType, fieldsOf: FieldsOf, isNullable: boolean): JsonPattern | undefined {
  if (isListType(type)) {
    const item = patternOf(type.ofType, fieldsOf);
    return item && { kind: 'LIST', item, isNullable };
  }
  if (isLeafType(type)) return leaf(type, isNullable);
  const fields = isObjectType(type) ? fieldsOf(type) : undefined;
  return fields && fields.length > 0 ? { kind: 'OBJECT', fields, isNullable } : undefined;
}

function leaf(type: GraphQLLeafType, isNullable: boolean): JsonPattern {
  if (isEnumType(type)) return { kind: 'ENUM', names: type.getValues().map(({ name }) => name), isNullable };
  const kind = kinds[type.name];
  return { kind: kind ?? 'SCALAR', isNullable };
}

const kinds: Readonly<Record<string, 'STRING' | 'INT' | 'FLOAT' | 'BOOLEAN' | 'ID'>> = {
  String: 'STRING',
  Int: 'INT',
  Float: 'FLOAT',
  Boolean: 'BOOLEAN',
  ID: 'ID',
};

/** What `__typename` of an object says: one text. */
export function typeNamePattern({ name }: GraphQLObjectType): JsonPattern {
  return { kind: 'ENUM', names: [name], isNullable: false };
}
