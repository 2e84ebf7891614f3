import { isAbstractType } from 'graphql';
import type { GraphQLCompositeType } from 'graphql';
import type { ObjectWriter, ProjectionState } from './projection-state.ts';
import type { ResponseError } from './response-error.ts';

/** One way in which an object is looked at. */
export interface Guard {
  readonly name: string;
  /** Told of a hidden object that stands in no list. Its path is empty: each level adds its own name. */
  readonly hidden: ResponseError;
}

/** What is looked at before it is written. Of an abstract type it is what may be one of its objects. */
export interface Guarding {
  readonly guardsOf: (type: GraphQLCompositeType) => readonly Guard[];
  readonly guardsOfField: (type: GraphQLCompositeType, field: string) => readonly Guard[];
  /** How many last characters of the field are shown; undefined when it is not masked. */
  readonly keepOf: (type: GraphQLCompositeType, field: string) => number | undefined;
}

/** Writes an object, some of whose fields are replaced. */
export type RowWriter = (
  object: Parameters<ObjectWriter>[0],
  state: ProjectionState,
  replaced?: ReadonlyMap<string, string>,
) => string | undefined;

/** The writer of objects that all guards are asked about first. An object of unknown type is hidden. */
export function guardRows(guards: readonly Guard[], type: GraphQLCompositeType, write: RowWriter): ObjectWriter {
  const [first] = guards;
  if (first === undefined) return write;
  if (isAbstractType(type)) return (_object, state) => hide(first, state);
  return (object, state) => {
    let replaced: ReadonlyMap<string, string> | undefined;
    for (const guard of guards) {
      const view = state.look(guard.name, object);
      if (view === 'HIDDEN') return hide(guard, state);
      if (view !== 'SHOWN') replaced = replaced === undefined ? view : new Map([...replaced, ...view]);
    }
    return write(object, state, replaced);
  };
}

function hide({ hidden }: Guard, state: ProjectionState): undefined {
  state.errors.push(hidden);
  state.hiding = 'OBJECT';
  return undefined;
}
