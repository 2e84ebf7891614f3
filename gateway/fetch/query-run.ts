import { bareKind, type BareKind } from '../kernel/bare-object.ts';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

/** Everything about a query that no execution changes. */
export interface QueryConstants {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Objects of an answer. */
export const answerObjects: BareKind = bareKind();

/** One execution. */
export interface Running {
  readonly constants: QueryConstants;
  readonly contextValue: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: GraphQLError[];
}

/** A path of the response as graphql-js writes it: linked from the end. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

export function pathUnder(prev: Place | undefined, key: string | number, typename: string | undefined): Place {
  return { prev, key, typename };
}

export function toPathList(place: Place | undefined): (string | number)[] {
  const list: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.prev) list.push(at.key);
  return list.toReversed();
}

/** Executes the fields of one object. */
export type CompiledFields = (running: Running, source: unknown, place: Place | undefined) => unknown;

/** Completes one value; throws what is wrong with it. A leaf needs no place: who catches the error knows it. */
export type CompleteValue = (running: Running, value: unknown, place: Place | undefined) => unknown;

/** One field, ready to be called. */
export interface FieldCall {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly argumentsOf: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  readonly complete: CompleteValue;
  readonly isNonNull: boolean;
  /** A leaf without arguments: without a resolver it is a property of its object. */
  readonly isPlain: boolean;
}

/** A resolver's fourth argument. Few look at it, so that it is made of what is there already. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly rootValue: unknown = undefined;
  readonly path: Place;
  readonly #call: FieldCall;
  readonly #running: Running;

  constructor(call: FieldCall, running: Running, place: Place) {
    this.path = place;
    this.#call = call;
    this.#running = running;
  }

  get fieldName(): string {
    return this.#call.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.#call.nodes;
  }

  get returnType(): GraphQLOutputType {
    return this.#call.definition.type;
  }

  get parentType(): GraphQLObjectType {
    return this.#call.parent;
  }

  get schema(): GraphQLSchema {
    return this.#running.constants.schema;
  }

  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.#running.constants.fragments;
  }

  get operation(): OperationDefinitionNode {
    return this.#running.constants.operation;
  }

  get variableValues(): Record<string, unknown> {
    return this.#running.variables;
  }
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
