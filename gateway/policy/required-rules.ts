import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type ArgumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import type { AccessRule } from '../../schema/contract/access-rules.ts';
import { own, type Variables } from './amount.ts';
import type { FieldPolicy } from './field-policy.ts';

/** A field where it stands: the type that the text names and the object types that can be there. */
export interface Place {
  readonly parent: GraphQLCompositeType;
  readonly possible: readonly GraphQLObjectType[];
}

/** What one selection of a field asks of who reads it. */
export interface Requirement {
  /** Known from the text alone. */
  readonly rules: ReadonlySet<AccessRule>;
  /** Known when the variables are. */
  readonly fromVariables: readonly VariableRequirement[];
}

export interface VariableRequirement {
  readonly variable: string;
  readonly type: GraphQLInputType;
}

/**
 * Everything that a selection must meet: the field, on the named type, on every type that can stand there and on their
 * interfaces; those types themselves; what it returns; its arguments and the input fields that they carry.
 */
export function requirementOf(
  policy: FieldPolicy,
  { parent, possible }: Place,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Requirement {
  const rules = new Set<AccessRule>();
  const require = (coordinate: string): void => {
    const rule = policy.ruleOf(coordinate);
    if (rule !== undefined) rules.add(rule);
  };
  const given = node.arguments ?? [];
  for (const { name } of typesWith(field.name, parent, possible)) {
    require(name);
    require(`${name}.${field.name}`);
    for (const argument of given) require(`${name}.${field.name}(${argument.name.value}:)`);
  }
  require(getNamedType(field.type).name);
  const fromVariables: VariableRequirement[] = [];
  for (const { value, type } of typedArguments(field, given)) {
    requireOfLiteral(value, type, { require, fromVariables, mayAsk: (input) => mayAsk(policy, input) });
  }
  return { rules, fromVariables };
}

/** The rules that a variable's value brings in, read like the coercion of input reads it. */
export function rulesOfVariable(
  policy: FieldPolicy,
  { variable, type }: VariableRequirement,
  operation: OperationDefinitionNode,
  variables: Variables,
): ReadonlySet<AccessRule> {
  const rules = new Set<AccessRule>();
  collectFromValue(policy, valueOfVariable(variable, operation, variables), type, rules);
  return rules;
}

function typesWith(
  fieldName: string,
  parent: GraphQLCompositeType,
  possible: readonly GraphQLObjectType[],
): ReadonlySet<GraphQLCompositeType> {
  const named = [parent, ...possible];
  const interfaces = named
    .flatMap((type) => ('getInterfaces' in type ? type.getInterfaces() : []))
    .filter((type) => type.getFields()[fieldName] !== undefined);
  return new Set([...named, ...interfaces]);
}

function typedArguments(
  field: GraphQLField<unknown, unknown>,
  given: readonly ArgumentNode[],
): readonly { readonly value: ValueNode; readonly type: GraphQLInputType }[] {
  return given.flatMap(({ name, value }) => {
    const argument = field.args.find((each) => each.name === name.value);
    return argument === undefined ? [] : [{ value, type: argument.type }];
  });
}

interface LiteralReader {
  readonly require: (coordinate: string) => void;
  readonly fromVariables: VariableRequirement[];
  /** False for types that no rule can come from, whatever their value. */
  readonly mayAsk: (type: GraphQLInputType) => boolean;
}

function requireOfLiteral(value: ValueNode, type: GraphQLInputType, reader: LiteralReader): void {
  if (value.kind === Kind.VARIABLE) {
    if (reader.mayAsk(type)) reader.fromVariables.push({ variable: value.name.value, type });
    return;
  }
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    for (const item of items) requireOfLiteral(item, inner.ofType, reader);
    return;
  }
  reader.require(getNamedType(inner).name);
  if (!isInputObjectType(inner) || value.kind !== Kind.OBJECT) return;
  for (const member of value.fields) {
    const field = inner.getFields()[member.name.value];
    if (field === undefined) continue;
    reader.require(`${inner.name}.${field.name}`);
    requireOfLiteral(member.value, field.type, reader);
  }
}

function mayAsk(policy: FieldPolicy, type: GraphQLInputType, seen: Set<string> = new Set()): boolean {
  const named = getNamedType(type);
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  if (policy.ruleOf(named.name) !== undefined) return true;
  if (!isInputObjectType(named)) return false;
  return Object.values(named.getFields()).some(
    (field) => policy.ruleOf(`${named.name}.${field.name}`) !== undefined || mayAsk(policy, field.type, seen),
  );
}

function valueOfVariable(
  name: string,
  { variableDefinitions }: OperationDefinitionNode,
  variables: Variables,
): unknown {
  const sent = own(variables, name);
  if (sent !== undefined) return sent;
  const defaultValue = variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return defaultValue && valueFromASTUntyped(defaultValue);
}

function collectFromValue(policy: FieldPolicy, value: unknown, type: GraphQLInputType, rules: Set<AccessRule>): void {
  const inner = getNullableType(type);
  if (value === undefined || value === null) return;
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) collectFromValue(policy, item, inner.ofType, rules);
    return;
  }
  const require = (coordinate: string): void => {
    const rule = policy.ruleOf(coordinate);
    if (rule !== undefined) rules.add(rule);
  };
  require(getNamedType(inner).name);
  if (!isInputObjectType(inner) || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    const field = inner.getFields()[name];
    if (field === undefined) continue;
    require(`${inner.name}.${name}`);
    collectFromValue(policy, member, field.type, rules);
  }
}
