import { isCompositeType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLCompositeType, GraphQLEnumType, GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { maskText } from '../../schema/contract/access-rules.ts';
import { JsonSlice } from '../kernel/json-slice.ts';
import type { IsHidden } from './collect-fields.ts';
import { stringText } from './json-text.ts';
import { isMerged } from './merged-object.ts';
import { addToPaths } from './projection-state.ts';
import type { ObjectWriter, ProjectionState } from './projection-state.ts';
import { completionError } from './response-error.ts';
import { placeOfSlice } from './response-text.ts';

/**
 * Writes a value of one field; undefined when the value is null and may not be, so that the parent is null, or when a
 * hidden object takes the parent along: see `hiding` of the state.
 */
export type Completion = (value: unknown, state: ProjectionState) => string | undefined;

export interface CompletionOf {
  readonly writerOf: (type: GraphQLCompositeType) => ObjectWriter;
  readonly isHidden: IsHidden;
  /** Leaves are masked except for so many last characters. */
  readonly keep: number | undefined;
}

/** CompleteValue of the GraphQL specification for one type. `coordinate`, for example `Person.name`, is for errors. */
export function compileCompletion(type: GraphQLOutputType, coordinate: string, of: CompletionOf): Completion {
  // A nullable object that is no item of a list is where a hidden one may become null.
  return isCompositeType(type)
    ? completeObject(of.writerOf(type), coordinate, true)
    : compileInner(type, coordinate, of);
}

function compileInner(type: GraphQLOutputType, coordinate: string, of: CompletionOf): Completion {
  if (isNonNullType(type)) return completeNonNull(compileInner(type.ofType, coordinate, of), coordinate);
  if (isListType(type)) return completeList(compileInner(type.ofType, coordinate, of), coordinate);
  if (!isLeafType(type)) return completeObject(of.writerOf(type), coordinate, false);
  if (of.keep !== undefined) return completeMasked(type, coordinate, of.keep);
  return isEnumType(type) ? completeEnum(type, coordinate, of.isHidden) : completeLeaf(type, coordinate);
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
    state.openLists += 1;
    const text = writeItems(value, complete, state);
    state.openLists -= 1;
    return text;
  };
}

function writeItems(items: readonly unknown[], complete: Completion, state: ProjectionState): string {
  const { errors, hidden } = state;
  let text = '[';
  let dropped: number[] | undefined;
  for (let at = 0; at < items.length; at += 1) {
    const errorsBefore = errors.length;
    const hiddenBefore = hidden.length;
    const item = complete(items[at], state);
    if (item === undefined && state.hiding !== undefined) {
      // Nothing tells that there was one.
      errors.length = errorsBefore;
      hidden.length = hiddenBefore;
      state.hiding = undefined;
      dropped ??= [];
      dropped.push(at);
      continue;
    }
    if (errors.length > errorsBefore) addToPaths(errors, errorsBefore, at);
    if (hidden.length > hiddenBefore) addToPaths(hidden, hiddenBefore, at);
    if (item === undefined) {
      text = 'null';
      break;
    }
    text += text.length === 1 ? item : `,${item}`;
  }
  if (dropped !== undefined) hidden.push({ dropped });
  return text === 'null' ? text : `${text}]`;
}

function completeObject(write: ObjectWriter, coordinate: string, mayBecomeNull: boolean): Completion {
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    if (value instanceof JsonSlice) return placeOfSlice(state.slices, value);
    if (!isMerged(value)) return refuse(coordinate, state);
    const errorsBefore = state.errors.length;
    const text = write(value, state);
    if (text !== undefined) return text;
    if (state.hiding === undefined) return 'null';
    return mayBecomeNull && endHiding(state, errorsBefore) ? 'null' : undefined;
  };
}

/**
 * Null hides an object in its own place, and what is around one where no list can do without it. False when it goes on;
 * when it ends, no other error from inside is told.
 */
export function endHiding(state: ProjectionState, errorsBefore: number): boolean {
  if (state.hiding === 'INSIDE' && state.openLists > 0) return false;
  const ownError = state.errors.splice(errorsBefore).slice(-1);
  state.errors.push(...ownError);
  state.hiding = undefined;
  state.hidden.push({});
  return true;
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

/** What is no text has no last characters, and is not shown at all. */
function completeMasked(type: GraphQLLeafType, coordinate: string, keep: number): Completion {
  const mayBeText = !isEnumType(type) && leafText(type)('') !== undefined;
  return (value, state) => {
    if (value === undefined || value === null) return 'null';
    const text = type.name === 'ID' ? (numberText(value) ?? value) : value;
    return mayBeText && typeof text === 'string' ? stringText(maskText(text, keep)) : refuse(coordinate, state);
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
