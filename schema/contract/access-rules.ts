import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { bodiesOfTypes } from './access-bodies.ts';
import type { BodyName } from './bodies.ts';
import { mayReadCategory, type Principal } from './identity.ts';

/** What is personal about a field, the strictest last: PersonalKind of schema/directives.graphql. */
export const personalKinds = [
  'STATUS',
  'DETAIL',
  'NAME',
  'CITIZEN_NUMBER',
  'BIRTH_DATE',
  'ADDRESS',
  'FREE_TEXT',
  'JOURNAL',
] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** What it takes to read one field, one fact or one programme. */
export interface AccessRule {
  readonly level: 'open' | 'personal' | 'sensitive';
  /** Absent for what is open. */
  readonly kind?: PersonalKind;
  /** All of them are needed; empty unless the level is `sensitive`. */
  readonly categories: readonly string[];
  /** Shown by its last characters only, unless `identity:full` is held. */
  readonly mask?: { readonly keep: number };
  /** The body whose record it is part of; absent for what belongs to no record or, like Entitlement, to any. */
  readonly body?: BodyName;
}

/** `Type.field`, and `Enum.VALUE` of words that are sensitive -> rule. What is not in it has no rule: nobody reads it. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

/**
 * The rules that a schema declares by @open, @personal, @sensitive and @mask: a subgraph's, or the composed one. A
 * field's own directives stand in place of its type's; an interface's field is as strict as its strictest implementation.
 */
export function accessRules(schema: string | DocumentNode): AccessRules {
  const document = typeof schema === 'string' ? parse(schema, { noLocation: true }) : schema;
  const bodies = bodiesOfTypes(document);
  const known = new Map<string, AccessRule>();
  const rules = new Map<string, AccessRule>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) addWords(rules, definition);
    if (!isFielded(definition)) continue;
    const body = bodies.get(definition.name.value);
    for (const field of definition.fields ?? []) {
      const rule = ruleOf(field, definition);
      if (rule === undefined) continue;
      const coordinate = `${definition.name.value}.${field.name.value}`;
      const before = rules.get(coordinate);
      const merged = before === undefined ? rule : strictest(before, rule);
      rules.set(coordinate, shared(known, body === undefined ? merged : { ...merged, body }));
    }
  }
  tightenInterfaces(rules, document);
  return rules;
}

/**
 * The one decision about reading, for the gateway and for the bodies. `recordBody` is the body in whose record it
 * stands: for a rule that names none, like a row's, the caller knows.
 */
export function mayReadField(
  principal: Pick<Principal, 'role' | 'scopes' | 'body'>,
  rule: AccessRule,
  recordBody: BodyName | null = rule.body ?? null,
): boolean {
  if (rule.kind === undefined && rule.level === 'open') return true;
  return (
    mayReadKind(principal, rule.kind ?? 'DETAIL', recordBody) &&
    rule.categories.every((category) => mayReadCategory(principal, category))
  );
}

/** How many last characters of a masked value are shown; undefined: all of it. */
export function shownCharacters(principal: Pick<Principal, 'scopes'>, { mask }: AccessRule): number | undefined {
  return mask === undefined || principal.scopes.has('identity:full') ? undefined : mask.keep;
}

/** `1234567890123` and 3 give `xxxxxxxxxx123`. Masking twice changes nothing; what is too short is hidden whole. */
export function maskText(text: string, keep: number): string {
  return text.length <= keep
    ? 'x'.repeat(text.length)
    : `${'x'.repeat(text.length - keep)}${text.slice(text.length - keep)}`;
}

/** Both rules must be satisfied. */
export function strictest(one: AccessRule, other: AccessRule): AccessRule {
  const kind = stricterKind(one.kind, other.kind);
  const keep = Math.min(one.mask?.keep ?? Number.POSITIVE_INFINITY, other.mask?.keep ?? Number.POSITIVE_INFINITY);
  return toRule({
    categories: [...new Set([...one.categories, ...other.categories])].toSorted(),
    ...(kind !== undefined && { kind }),
    ...(Number.isFinite(keep) && { mask: { keep } }),
  });
}

/** True when whoever may read by `one` may read by `other`, and sees no less of it. */
export function isAsStrict(one: AccessRule, other: AccessRule): boolean {
  const both = strictest(one, other);
  return (
    rankOf(one.kind) === rankOf(both.kind) &&
    one.categories.length === both.categories.length &&
    one.mask?.keep === both.mask?.keep
  );
}

/** A rule of the parts, its level with it. */
export function toRule(parts: Omit<AccessRule, 'level'>): AccessRule {
  if (parts.categories.length > 0) return { level: 'sensitive', ...parts, kind: parts.kind ?? 'DETAIL' };
  return { level: parts.kind === undefined ? 'open' : 'personal', ...parts };
}

const identifying: ReadonlySet<PersonalKind> = new Set([
  'NAME',
  'CITIZEN_NUMBER',
  'BIRTH_DATE',
  'ADDRESS',
  'FREE_TEXT',
]);

function mayReadKind(
  { role, body }: Pick<Principal, 'role' | 'body'>,
  kind: PersonalKind,
  recordBody: BodyName | null,
): boolean {
  if (kind === 'JOURNAL') return role === 'supervisor' || role === 'auditor';
  switch (role) {
    case 'caseworker':
    case 'supervisor':
      return true;
    case 'report-builder':
      return !identifying.has(kind);
    case 'body-officer':
      return kind === 'STATUS' || (body !== null && (recordBody === null || recordBody === body));
    case 'body-developer':
    case 'auditor':
    default:
      return false;
  }
}

type Fielded = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

/** Extensions too: a subgraph may write a type in parts. */
function isFielded(definition: DefinitionNode): definition is Fielded {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

function ruleOf(field: FieldDefinitionNode, type: Fielded): AccessRule | undefined {
  const own = declared(field.directives ?? []);
  return own ?? declared(type.directives ?? []);
}

/** Undefined where neither of @open, @personal and @sensitive stands. Of several the strictest counts. */
function declared(directives: readonly ConstDirectiveNode[]): AccessRule | undefined {
  let found: AccessRule | undefined;
  let keep: number | undefined;
  for (const directive of directives) {
    if (directive.name.value === 'mask') keep = numberArgument(directive, 'keep');
    const one = single(directive);
    if (one !== undefined) found = found === undefined ? one : strictest(found, one);
  }
  return found === undefined || keep === undefined ? found : { ...found, mask: { keep } };
}

function single(directive: ConstDirectiveNode): AccessRule | undefined {
  switch (directive.name.value) {
    case 'open':
      return toRule({ categories: [] });
    case 'personal':
      return toRule({ categories: [], kind: kindArgument(directive) });
    case 'sensitive':
      return toRule({ categories: categoriesOf(directive) });
    default:
      return undefined;
  }
}

/** Sensitive words of an enum: objects that hold one are rows of its categories. */
function addWords(rules: Map<string, AccessRule>, definition: EnumTypeDefinitionNode): void {
  for (const word of definition.values ?? []) {
    const found = declared(word.directives ?? []);
    if (found !== undefined) rules.set(`${definition.name.value}.${word.name.value}`, found);
  }
}

function tightenInterfaces(rules: Map<string, AccessRule>, document: DocumentNode): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of definition.interfaces ?? []) tighten(rules, name.value, definition);
  }
}

function tighten(
  rules: Map<string, AccessRule>,
  implemented: string,
  { name, fields }: ObjectTypeDefinitionNode,
): void {
  for (const field of fields ?? []) {
    const own = rules.get(`${name.value}.${field.name.value}`);
    const coordinate = `${implemented}.${field.name.value}`;
    const before = rules.get(coordinate);
    if (own !== undefined && before !== undefined) rules.set(coordinate, strictest(before, own));
  }
}

/** One object for equal rules, so that decisions can be remembered by it. */
function shared(known: Map<string, AccessRule>, one: AccessRule): AccessRule {
  const key = JSON.stringify([one.kind, one.categories, one.mask, one.body]);
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, Object.freeze(one));
  return one;
}

function stricterKind(one: PersonalKind | undefined, other: PersonalKind | undefined): PersonalKind | undefined {
  return rankOf(one) >= rankOf(other) ? one : other;
}

function rankOf(kind: PersonalKind | undefined): number {
  return kind === undefined ? -1 : personalKinds.indexOf(kind);
}

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** A kind that is not known is the strictest. */
function kindArgument(directive: ConstDirectiveNode): PersonalKind {
  const value = argumentOf(directive, 'kind');
  if (value === undefined) return 'DETAIL';
  const name = value.kind === Kind.ENUM || value.kind === Kind.STRING ? value.value : '';
  return personalKinds.find((kind) => kind === name) ?? 'FREE_TEXT';
}

function categoriesOf(directive: ConstDirectiveNode): readonly string[] {
  const value = argumentOf(directive, 'category');
  const values = value?.kind === Kind.LIST ? value.values : value === undefined ? [] : [value];
  const words = values.map((each) => (each.kind === Kind.STRING ? each.value : ''));
  return words.length > 0 ? words.toSorted() : [''];
}

function numberArgument(directive: ConstDirectiveNode, name: string): number {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.INT ? Number(value.value) : 0;
}
