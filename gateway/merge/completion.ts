import { isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLCompositeType, GraphQLEnumType, GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { JsonSlice } from '../kernel/json-slice.ts';
import type { IsHidden } from './collect-fields.ts';
import { stringText } from './json-text.ts';
import { isMerged } from './merged-object.ts';
import { addToPaths } from './projection-state.ts';
import type { ObjectWriter, ProjectionState } from './projection-state.ts';
import { completionError } from './response-error.ts';
import { placeOfSlice } from './response-text.ts';

/** Writes a value of one field; undefined when the value is null and may not be, so that the parent is null. */
export type Completion = (value: unknown, state: ProjectionState) => string | undefined;

export interface CompletionOf {
  readonly writerOf: (type: GraphQLCompositeType) => ObjectWriter;
  readonly isHidden: IsHidden;
}

/** CompleteValue of the GraphQL specification for one type. `coordinate`, for example `Person.name`, is for errors. */
export function compileCompletion(type: GraphQLOutputType, coordinate: string, of: CompletionOf): Completion {
  if (isNonNullType(type)) return completeNonNull(compileCompletion(type.ofType, coordinate, of), coordinate);
  if (isListType(type)) return completeList(compileCompletion(type.ofType, coordinate, of), coordinate);
  if (isEnumType(type)) return completeEnum(type, coordinate, of.isHidden);
  if (isLeafType(type)) return completeLeaf(type, coordinate);
  return completeObject(of.writerOf(type), coordinate);
}

function completeNonNull(complete: Completion, coordinate: string): Completion {
  return (value, state) => {
    const before = state.errors.length;
    const text = complete(value, state);
    if (text !== undefined && text !== 'null') return text;
    // One error for one null: what made it null inside has said so already.
    if (state.errors.length === before) {
      state.errors.push(completionError(`Cannot return null for non-nullable field ${coordinate}.`, []));
    }
    return undefined;
  };
}

function completeList(complete: Completion, coordinate: string): Completion {
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    if (value instanceof JsonSlice) return placeOfSlice(state.slices, value);
    if (!Array.isArray(value)) return refuse(coordinate, state);
    const items: readonly unknown[] = value;
    let text = '[';
    for (let at = 0; at < items.length; at += 1) {
      const before = state.errors.length;
      const item = complete(items[at], state);
      if (state.errors.length > before) addToPaths(state.errors, before, at);
      if (item === undefined) return 'null';
      text += at === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}

function completeObject(write: ObjectWriter, coordinate: string): Completion {
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    if (value instanceof JsonSlice) return placeOfSlice(state.slices, value);
    if (!isMerged(value)) return refuse(coordinate, state);
    return write(value, state) ?? 'null';
  };
}

function completeEnum(type: GraphQLEnumType, coordinate: string, isHidden: IsHidden): Completion {
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    if (typeof value !== 'string') return refuse(coordinate, state);
    if (names.has(value)) return `"${value}"`;
    return isHidden(type.name, value) ? 'null' : refuse(coordinate, state);
  };
}

/** Leaves are the bodies' business: a value of the right kind passes as it is, any other becomes null with an error. */
function completeLeaf(type: GraphQLLeafType, coordinate: string): Completion {
  const write = leafText(type);
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    return write(value) ?? refuse(coordinate, state);
  };
}

function refuse(coordinate: string, state: ProjectionState): string {
  state.errors.push(completionError(`Invalid value for field ${coordinate}.`, []));
  return 'null';
}

function leafText(type: GraphQLLeafType): (value: unknown) => string | undefined {
  switch (type.name) {
    case 'String':
      return (value) => (typeof value === 'string' ? stringText(value) : undefined);
    case 'ID':
      return (value) => (typeof value === 'string' ? stringText(value) : numberText(value));
    case 'Int':
    case 'Float':
      return numberText;
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : undefined);
    default:
      return (value) => (typeof value === 'string' ? stringText(value) : JSON.stringify(value));
  }
}

function numberText(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}
