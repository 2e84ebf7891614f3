import {
  defaultFieldResolver,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import {
  maskText,
  mayReadField,
  shownCharacters,
  type AccessRule,
  type AccessRules,
} from '../../schema/contract/access-rules.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { mayReadCategory, type AccessContext, type Principal } from '../../schema/contract/identity.ts';
import { hasWeight } from './weight.ts';

/** The part of a resolver's context that says who asks; null is a gateway that runs `--no-auth`. */
export interface GuardedContext {
  readonly access: AccessContext | null;
}

/**
 * Puts the rules of a subgraph's schema before its resolvers, whatever they do. A field that the principal may not read
 * is null, and a refusal where the schema allows no null and at the root; a masked one shows its last characters; objects that would
 * betray what their fields hide are left out. A field without a rule is read by nobody.
 */
export function guardSchema(schema: GraphQLSchema, rules: AccessRules): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isTechnical(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isTechnical(field.name)) continue;
      // A root field is asked for by itself: there a silent null would pass for "not found".
      const mayBeNull = type !== schema.getQueryType() && !isNonNullType(field.type);
      guardField(field, { rule: rules.get(`${type.name}.${field.name}`), mayBeNull, rules });
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, GuardedContext>;
type Look = (value: unknown, principal: Principal) => unknown;

/** What federation and introspection add of themselves: `_Service`, `_entities`, `__Type`. */
function isTechnical(name: string): boolean {
  return name.startsWith('_');
}

interface FieldSetting {
  readonly rule: AccessRule | undefined;
  readonly mayBeNull: boolean;
  readonly rules: AccessRules;
}

function guardField(field: GraphQLField<unknown, GuardedContext>, { rule, mayBeNull, rules }: FieldSetting): void {
  const look = lookOf(field, rule, rules);
  if (rule?.level === 'open' && look === undefined) return;
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { access } = context;
    if (access === null) return resolve(source, args, context, info);
    if (rule === undefined || !mayRead(access.principal, rule)) {
      if (mayBeNull) return null;
      throw new CodedError('POLICY_DENIED');
    }
    const value = resolve(source, args, context, info);
    if (look === undefined) return value;
    return value instanceof Promise
      ? value.then((settled: unknown) => look(settled, access.principal))
      : look(value, access.principal);
  };
}

const decisions = new WeakMap<Principal, Map<AccessRule, boolean>>();

/** Decided once for each principal and rule: rules are few and shared, rows are many. */
function mayRead(principal: Principal, rule: AccessRule): boolean {
  let ofPrincipal = decisions.get(principal);
  if (ofPrincipal === undefined) {
    ofPrincipal = new Map();
    decisions.set(principal, ofPrincipal);
  }
  let decided = ofPrincipal.get(rule);
  if (decided === undefined) {
    decided = mayReadField(principal, rule);
    ofPrincipal.set(rule, decided);
  }
  return decided;
}

/** What happens to a value that may be read: a mask, or rows left out. */
function lookOf(
  field: GraphQLField<unknown, GuardedContext>,
  rule: AccessRule | undefined,
  rules: AccessRules,
): Look | undefined {
  if (rule?.mask !== undefined) return (value, principal) => masked(value, shownCharacters(principal, rule));
  const type = getNamedType(field.type);
  const mayShow = isObjectType(type) ? rowTest(type, rules) : undefined;
  if (mayShow === undefined) return undefined;
  return (value, principal) => {
    if (Array.isArray(value)) return value.filter((row: unknown) => mayShow(row, principal));
    return mayShow(value, principal) ? value : null;
  };
}

function masked(value: unknown, keep: number | undefined): unknown {
  return typeof value === 'string' && keep !== undefined ? maskText(value, keep) : value;
}

type RowTest = (row: unknown, principal: Principal) => boolean;

/** Undefined where no row of the type can betray anything. */
function rowTest(type: GraphQLObjectType, rules: AccessRules): RowTest | undefined {
  const words = wordsOf(type, rules);
  const columns = columnsOf(type, rules);
  const isMixed = new Set(columns.map(({ rule }) => rule.categories.join(' '))).size > 1;
  if (words.length === 0 && !isMixed) return undefined;
  return (row, principal) =>
    !isRow(row) ||
    (words.every(({ name, rulesOf }) => holdsNothingDenied(rulesOf, row[name], principal)) &&
      (!isMixed || showsSomething(columns, row, principal)));
}

interface Words {
  readonly name: string;
  readonly rulesOf: ReadonlyMap<unknown, AccessRule>;
}

/** Fields of the type that hold words of which some are sensitive. */
function wordsOf(type: GraphQLObjectType, rules: AccessRules): readonly Words[] {
  return Object.values(type.getFields()).flatMap(({ name, type: ofField }) => {
    const named = getNamedType(ofField);
    if (!isEnumType(named)) return [];
    const sensitive = named.getValues().flatMap((word) => {
      const found = rules.get(`${named.name}.${word.name}`);
      return found === undefined ? [] : [[word.name, found] as const];
    });
    return sensitive.length === 0 ? [] : [{ name, rulesOf: new Map<unknown, AccessRule>(sensitive) }];
  });
}

interface ColumnRule {
  readonly name: string;
  readonly rule: AccessRule;
}

function columnsOf(type: GraphQLObjectType, rules: AccessRules): readonly ColumnRule[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const found = rules.get(`${type.name}.${field.name}`);
    return found === undefined || !isLeafType(getNamedType(field.type)) ? [] : [{ name: field.name, rule: found }];
  });
}

/** Judged by the word alone: who may read the field is asked elsewhere. */
function holdsNothingDenied(rulesOf: Words['rulesOf'], value: unknown, principal: Principal): boolean {
  if (Array.isArray(value)) return value.every((each: unknown) => holdsNothingDenied(rulesOf, each, principal));
  const found = rulesOf.get(value);
  return found === undefined || found.categories.every((category) => mayReadCategory(principal, category));
}

/**
 * A register keeps a row only where something in it has weight. A row of which nothing that may be seen has weight
 * would tell that a hidden column has.
 */
function showsSomething(
  columns: readonly ColumnRule[],
  row: Readonly<Record<string, unknown>>,
  principal: Principal,
): boolean {
  const hidden = columns.filter(({ rule }) => !mayRead(principal, rule));
  return (
    hidden.length === 0 || columns.some(({ name, rule }) => mayRead(principal, rule) && hasWeight(row[name] ?? null))
  );
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
