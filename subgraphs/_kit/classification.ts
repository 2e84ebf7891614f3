import {
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import {
  accessRules,
  isAsStrict,
  mayReadField,
  toRule,
  type AccessRule,
  type AccessRules,
} from '../../schema/contract/access-rules.ts';
import type { RowRules } from '../../schema/contract/access-rows.ts';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { roles, sensitiveCategories, type Principal } from '../../schema/contract/identity.ts';
import type { Registry } from './registry.ts';

/** One subgraph's schema as it is written, and what it states. */
export interface ClassifiedSubgraph {
  /** Named in the problems, for example `subgraphs/health/schema.graphql`. */
  readonly file: string;
  readonly typeDefs: DocumentNode;
  /** Types that are written elsewhere: schema/shared.graphql. */
  readonly isShared: (type: string) => boolean;
  readonly registry?: Registry;
}

/**
 * What is wrong with the classification of a subgraph's schema, one sentence for each coordinate: a field without one,
 * a field that must allow null because some who see its object may not see it, one that is less strict than its type,
 * its interface, the objects it leads to or the fact it shows, and a citizen number that is not masked.
 */
export function classificationProblems(subgraph: ClassifiedSubgraph, rows: RowRules): readonly string[] {
  const rules = accessRules(subgraph.typeDefs);
  const types = subgraph.typeDefs.definitions.filter(isFielded).filter((type) => !isExternal(type));
  const view: View = { subgraph, rules, types, byName: new Map(types.map((type) => [type.name.value, type])) };
  const problems = [
    ...types.flatMap((type) => fieldsOf(type).flatMap((field) => problemsOf(view, type, field))),
    ...unknownCategories(rules),
    ...factProblems(view, rows),
  ];
  return problems.map(({ coordinate, text }) => {
    const isShared = subgraph.isShared(coordinate.slice(0, coordinate.indexOf('.')));
    return `${isShared ? 'schema/shared.graphql' : subgraph.file}: ${coordinate} ${text}`;
  });
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

interface View {
  readonly subgraph: ClassifiedSubgraph;
  readonly rules: AccessRules;
  readonly types: readonly Fielded[];
  readonly byName: ReadonlyMap<string, Fielded>;
}

interface Problem {
  readonly coordinate: string;
  readonly text: string;
}

function problemsOf(view: View, type: Fielded, field: FieldDefinitionNode): readonly Problem[] {
  const coordinate = `${type.name.value}.${field.name.value}`;
  const rule = view.rules.get(coordinate);
  if (rule === undefined) return [{ coordinate, text: 'has no @open, @personal or @sensitive' }];
  const texts = [
    weakerThanType(type, rule),
    weakerThanInterface(view, type, field, rule),
    weakerThanTarget(view, field, rule),
    unmasked(field, rule),
    nullDemanded(view, type, field, rule),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [{ coordinate, text }]));
}

/** A field may be stricter than the default of a sensitive type, or of another kind, but not less sensitive. */
function weakerThanType(type: Fielded, rule: AccessRule): string | undefined {
  const missing = categoriesOf(type).filter((category) => !rule.categories.includes(category));
  return missing.length === 0 ? undefined : `is less strict than its type: ${missing.join(', ')}`;
}

function weakerThanInterface(
  { rules }: View,
  type: Fielded,
  field: FieldDefinitionNode,
  rule: AccessRule,
): string | undefined {
  for (const { name } of type.interfaces ?? []) {
    const implemented = rules.get(`${name.value}.${field.name.value}`);
    // The interface's own rule has been made as strict as its strictest implementation.
    if (implemented !== undefined && !isAsStrict(rule, implemented)) return `is less strict than ${name.value}`;
  }
  return undefined;
}

/** That there are such objects, and how many, says what they are. */
function weakerThanTarget({ byName }: View, field: FieldDefinitionNode, rule: AccessRule): string | undefined {
  const target = byName.get(nameOf(field.type));
  const missing = target === undefined ? [] : categoriesOf(target).filter((each) => !rule.categories.includes(each));
  return missing.length === 0 ? undefined : `leads to ${target?.name.value} and is less strict: ${missing.join(', ')}`;
}

function unmasked(field: FieldDefinitionNode, rule: AccessRule): string | undefined {
  if (nameOf(field.type) !== 'CitizenId') return undefined;
  return rule.kind === 'CITIZEN_NUMBER' && rule.mask !== undefined
    ? undefined
    : 'is a citizen number without @personal(kind: CITIZEN_NUMBER) and @mask';
}

/** A refusal must not take the object down for somebody who may see the object. Root fields are refused as a whole. */
function nullDemanded(view: View, type: Fielded, field: FieldDefinitionNode, rule: AccessRule): string | undefined {
  if (field.type.kind !== Kind.NON_NULL_TYPE || type.name.value === 'Query') return undefined;
  const entries = entriesTo(view, type.name.value);
  const harmed = samplePrincipals.find(
    (principal) => entries.some((entry) => mayReadField(principal, entry)) && !mayReadField(principal, rule),
  );
  return harmed === undefined ? undefined : `must allow null: a ${harmed.role} may see the object and not the field`;
}

const status = toRule({ kind: 'STATUS', categories: [] });

/** Rules of the fields that lead to a type; an entity is entered by its key alone. */
function entriesTo({ types, rules }: View, name: string): readonly AccessRule[] {
  const entries = types.flatMap((type) =>
    fieldsOf(type)
      .filter((field) => nameOf(field.type) === name)
      .flatMap((field) => rules.get(`${type.name.value}.${field.name.value}`) ?? []),
  );
  return entries.length > 0 ? entries : [status];
}

/** Every role, of every body where it has one, with each scope alone, with all and with none. */
const samplePrincipals: readonly Pick<Principal, 'role' | 'body' | 'scopes'>[] = roles.flatMap((role) =>
  (role === 'body-officer' ? bodyNames : [null]).flatMap((body) =>
    [[], ...sensitiveCategories.map((category) => [`sensitive:${category}`]), ['sensitive:*']].map((scopes) => ({
      role,
      body,
      scopes: new Set(scopes),
    })),
  ),
);

function unknownCategories(rules: AccessRules): readonly Problem[] {
  const known: ReadonlySet<string> = new Set(sensitiveCategories);
  return [...rules].flatMap(([coordinate, { categories }]) =>
    categories
      .filter((category) => !known.has(category))
      .map((category) => ({ coordinate, text: `is of an unknown category: ${category}` })),
  );
}

/** A typed field has the name of its column: it is as strict as the fact of that column, and the fact as the field. */
function factProblems(view: View, rows: RowRules): readonly Problem[] {
  const { subgraph, rules, types } = view;
  const own = types.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && !subgraph.isShared(type.name.value));
  return (subgraph.registry?.registers ?? []).flatMap((register) =>
    Object.entries(register.facts).flatMap(([column, fact]) => {
      if (fact === undefined) return [];
      const needed = rows.fact(fact);
      const shown = own.flatMap((type) => {
        const coordinate = `${type.name.value}.${column}`;
        const rule = rules.get(coordinate);
        return rule === undefined ? [] : [{ coordinate, rule }];
      });
      const isGuarded = !isAsStrict(toRule({ kind: 'DETAIL', categories: [] }), needed);
      if (isGuarded && shown.length === 0) {
        return [{ coordinate: `${register.table}.${column}`, text: `has no typed field of its name to guard ${fact}` }];
      }
      return shown.flatMap(({ coordinate, rule }) => [
        ...(isGuarded && !isAsStrict(rule, needed)
          ? [{ coordinate, text: `is less strict than its fact ${fact}` }]
          : []),
        ...(isIdentifying(rule) && !isAsStrict(needed, rule)
          ? [{ coordinate, text: `is stricter than its fact ${fact}, which shows the same` }]
          : []),
      ]);
    }),
  );
}

/** Stricter than what any fact is at least. */
function isIdentifying(rule: AccessRule): boolean {
  return !isAsStrict(toRule({ kind: 'DETAIL', categories: [] }), rule);
}

function categoriesOf(type: Fielded): readonly string[] {
  const directives = (type.directives ?? []).filter(({ name }) => name.value === 'sensitive');
  const values = directives.flatMap((directive) => directive.arguments ?? []).map(({ value }) => value);
  return values
    .flatMap((value) => (value.kind === Kind.LIST ? value.values : [value]))
    .flatMap((value) => (value.kind === Kind.STRING ? [value.value] : []));
}

function isFielded(definition: DocumentNode['definitions'][number]): definition is Fielded {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function isExternal(node: Fielded | FieldDefinitionNode): boolean {
  return (node.directives ?? []).some(({ name }) => name.value === 'external');
}

function fieldsOf(type: Fielded): readonly FieldDefinitionNode[] {
  return (type.fields ?? []).filter((field) => !isExternal(field));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
