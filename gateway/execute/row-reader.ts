import {
  Kind,
  NoUnusedFragmentsRule,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { GraphQLCompositeType, GraphQLSchema, InlineFragmentNode, SelectionNode, SelectionSetNode } from 'graphql';
import type { ErrorCode } from '../../schema/contract/error-codes.ts';
import { responseError } from '../merge/response-error.ts';
import type { Guard, Guarding } from '../merge/row-guards.ts';
import type { Look } from '../merge/row-view.ts';
import type { NeedsOf } from '../plan/needed-fields.ts';

/** Who reads an answer: what of it is looked at, object by object, before any of it is written. */
export interface RowReader {
  /** Stands for guards and masks in caches: same key, same guards and masks. Decisions of `look` may differ per operation. */
  readonly key: string;
  /**
   * By type (`Fact`) or by the field that returns the object (`Query.person`). An interface or union stands for all its
   * types, and an interface's field for those of all who implement it.
   */
  readonly guards: ReadonlyMap<string, RowGuard>;
  /** By coordinate (`Person.citizenId`): how many last characters are shown. */
  readonly masks: ReadonlyMap<string, number>;
  /** Called for every guarded object before any of it is written. */
  readonly look: Look;
}

export interface RowGuard {
  /**
   * GraphQL selection without braces that `look` needs, for example `programme { id } body { code }`: fields without
   * arguments and aliases. Asked for besides what the client asks; never shown unless asked.
   */
  readonly needs: string;
  /** Error code of a hidden object that stands in no list. */
  readonly hiddenCode: ErrorCode;
}

/** What compiling needs of a reader, and caches keep. */
export type ReaderRules = Pick<RowReader, 'key' | 'guards' | 'masks'>;

/** A reader's rules over one schema. */
export interface PreparedReader extends Guarding {
  readonly needsOf: NeedsOf;
  /** True for what `needsOf` gives. */
  readonly isNeed: (selection: SelectionNode) => boolean;
}

interface PreparedGuard extends Guard {
  /** The type that the needs are of. */
  readonly type: GraphQLCompositeType;
  readonly needs: readonly SelectionNode[];
  /** The same for a place where other types may stand too. */
  readonly ifOfType: InlineFragmentNode;
}

/**
 * What the schema does not know is left out: guards of types and fields that are not there or whose needs are not, and
 * masks. Throws when needs are no GraphQL, or have arguments or aliases.
 */
export function prepareReader(schema: GraphQLSchema, { guards, masks }: ReaderRules): PreparedReader {
  const guardsAt = new Map<string, PreparedGuard[]>();
  const keepAt = new Map<string, number>();
  const needs = new Set<SelectionNode>();
  for (const [name, rowGuard] of guards) {
    const guard = prepareGuard(schema, name, rowGuard);
    if (guard === undefined) continue;
    for (const node of [...guard.needs, guard.ifOfType]) needs.add(node);
    for (const place of placesOf(schema, name)) guardsAt.set(place, [...(guardsAt.get(place) ?? []), guard]);
  }
  for (const [coordinate, keep] of masks) {
    for (const place of placesOf(schema, coordinate)) keepAt.set(place, Math.min(keep, keepAt.get(place) ?? keep));
  }
  const allAt = (type: GraphQLCompositeType, field?: string): PreparedGuard[] =>
    distinct(objectTypes(schema, type).flatMap((each) => guardsAt.get(placeOf(each, field)) ?? []));
  return {
    guardsOf: allAt,
    guardsOfField: allAt,
    keepOf: (type, field) => {
      const keeps = objectTypes(schema, type).flatMap((each) => keepAt.get(placeOf(each, field)) ?? []);
      return keeps.length === 0 ? undefined : Math.min(...keeps);
    },
    needsOf: (type, field) =>
      distinct([...allAt(type), ...(field === undefined ? [] : allAt(field.parent, field.name))]).flatMap((guard) =>
        guard.type === type || isObjectType(type) ? guard.needs : [guard.ifOfType],
      ),
    isNeed: (selection) => needs.has(selection),
  };
}

function prepareGuard(schema: GraphQLSchema, name: string, { needs, hiddenCode }: RowGuard): PreparedGuard | undefined {
  const type = guardedType(schema, name);
  if (type === undefined) return undefined;
  const document = parse(`fragment Needs on ${type.name} { ${needs} }`, { noLocation: true });
  const [fragment] = document.definitions;
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || !arePlain(fragment.selectionSet)) {
    throw new TypeError(`What ${name} needs are fields without arguments, aliases and conditions`);
  }
  if (validate(schema, document, needsRules).length > 0) return undefined;
  const { typeCondition, selectionSet } = fragment;
  return {
    name,
    hidden: responseError(hiddenCode, { path: [] }),
    type,
    needs: selectionSet.selections,
    ifOfType: { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet },
  };
}

/** The type of the objects that a guard is for. */
function guardedType(schema: GraphQLSchema, name: string): GraphQLCompositeType | undefined {
  const [ownerName = '', field] = name.split('.');
  const owner = schema.getType(ownerName);
  if (!isCompositeType(owner)) return undefined;
  if (field === undefined) return owner;
  const returned = 'getFields' in owner ? getNamedType(owner.getFields()[field]?.type) : undefined;
  return isCompositeType(returned) ? returned : undefined;
}

const needsRules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** Only such fields are merged under their own names. */
function arePlain({ selections }: SelectionSetNode): boolean {
  return selections.every((selection) => {
    if ((selection.directives ?? []).length > 0) return false;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return arePlain(selection.selectionSet);
    const { alias, arguments: given = [], selectionSet } = selection;
    return alias === undefined && given.length === 0 && (selectionSet === undefined || arePlain(selectionSet));
  });
}

/** `Type` or `Type.field` by object types. */
function placesOf(schema: GraphQLSchema, name: string): string[] {
  const [ownerName = '', field] = name.split('.');
  const owner = schema.getType(ownerName);
  return isCompositeType(owner) ? objectTypes(schema, owner).map((type) => placeOf(type, field)) : [];
}

function placeOf({ name }: GraphQLCompositeType, field?: string): string {
  return field === undefined ? name : `${name}.${field}`;
}

function objectTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
