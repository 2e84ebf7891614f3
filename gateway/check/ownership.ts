import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import {
  federationDirectives,
  isOwnField,
  type CheckView,
  type PublishedSchema,
  type SchemaField,
} from './check-view.ts';
import { finding } from './finding.ts';
import { namedType, textArgument, type SubgraphType } from './subgraph-document.ts';
import { takenTypes } from './type-names.ts';

/** Fields that another body answers and the candidate newly takes, shares or has handed to it. */
export function checkOwnership(view: CheckView): readonly Finding[] {
  const taken = takenTypes(view);
  const types = [...view.candidate.types.values()].filter(
    ({ kind, name }) => kind === 'OBJECT' && !view.isCommon(name) && !taken.has(name),
  );
  return types.flatMap((type) => [
    ...checkKeys(view, type),
    ...[...type.fields].flatMap(([name, field]) => [
      ...checkTaking(view, type, { name, field }),
      ...checkRequired(view, type, { name, field }),
    ]),
  ]);
}

interface NamedField {
  readonly name: string;
  readonly field: SchemaField;
}

function checkTaking(view: CheckView, type: SubgraphType, { name, field }: NamedField): readonly Finding[] {
  const { candidate, published, others, at } = view;
  if (!isOwnField(candidate, type, field) || isKeyField(candidate, type, name)) return [];
  const owners = others.filter((other) => answers(other, type.name, name)).map(({ body }) => body);
  const place = at(`${type.name}.${name}`);
  const overridden = overriddenBody(candidate, field);
  if (overridden !== undefined && overridden !== overriddenBefore(view, type.name, name)) {
    const code = owners.includes(overridden) ? 'FIELD_OVERRIDDEN' : 'OVERRIDE_OF_NOTHING';
    return [finding(code, place, { owner: overridden }, code === 'FIELD_OVERRIDDEN' ? [overridden] : [])];
  }
  if (owners.length === 0 || overridden !== undefined) return [];
  if (published !== null && answers(published, type.name, name)) return [];
  const isShared = [type, field].some((node) => federationDirectives(candidate, node, 'shareable').length > 0);
  const details = { owner: owners.join(', ') };
  return isShared
    ? [finding('FIELD_SHARED', place, details, owners)]
    : [finding('FIELD_OF_ANOTHER_BODY', place, details)];
}

/** Fields of others that `@requires` hands over and did not before; what is open needs nobody's yes. */
function checkRequired(view: CheckView, type: SubgraphType, { name, field }: NamedField): readonly Finding[] {
  const { candidate, published, others, at } = view;
  const before = published?.types.get(type.name)?.fields.get(name);
  const known = new Set(before === undefined || published === null ? [] : requiredFields(published, type, before));
  return requiredFields(candidate, type, field)
    .filter((coordinate) => !known.has(coordinate))
    .flatMap((coordinate) => {
      const [typeName = '', member = ''] = coordinate.split('.');
      const owners = others.filter(
        (other) => answers(other, typeName, member) && other.rules.get(coordinate)?.level !== 'open',
      );
      const bodies = owners.map(({ body }) => body);
      if (
        bodies.length === 0 ||
        view.isCommon(typeName) ||
        isKeyField(candidate, candidate.types.get(typeName), member)
      )
        return [];
      const place = { ...at(`${type.name}.${name}`), coordinate };
      return [finding('FIELD_REQUIRED_OF_ANOTHER', place, { owner: bodies.join(', ') }, bodies)];
    });
}

/** A key that no other body has makes the gateway send it what another body answers. */
function checkKeys(view: CheckView, type: SubgraphType): readonly Finding[] {
  const { candidate, published, others, at } = view;
  const before = published?.types.get(type.name);
  return keyFields(candidate, type).flatMap((member) => {
    const coordinate = `${type.name}.${member}`;
    const isKnown =
      (published !== null && before !== undefined && keyFields(published, before).includes(member)) ||
      others.some((other) => isKeyField(other, other.types.get(type.name), member));
    const owners = others.filter((other) => answers(other, type.name, member)).map(({ body }) => body);
    if (isKnown || owners.length === 0) return [];
    const place = { ...at(type.name), coordinate };
    return [finding('FIELD_REQUIRED_OF_ANOTHER', place, { owner: owners.join(', ') }, owners)];
  });
}

function answers(schema: PublishedSchema, typeName: string, member: string): boolean {
  const type = schema.types.get(typeName);
  const field = type?.fields.get(member);
  return type !== undefined && field !== undefined && isOwnField(schema, type, field);
}

function overriddenBody(schema: PublishedSchema, field: SchemaField): string | undefined {
  const [directive] = federationDirectives(schema, field, 'override');
  return directive && textArgument(directive, 'from');
}

function overriddenBefore({ published }: CheckView, typeName: string, member: string): string | undefined {
  const field = published?.types.get(typeName)?.fields.get(member);
  return published === null || field === undefined ? undefined : overriddenBody(published, field);
}

/** Keys are everybody's: they say which object is meant. */
function isKeyField(schema: PublishedSchema, type: SubgraphType | undefined, member: string): boolean {
  return type !== undefined && keyFields(schema, type).includes(member);
}

function keyFields(schema: PublishedSchema, type: SubgraphType): readonly string[] {
  const keys = federationDirectives(schema, type, 'key').map((key) => selectionOf(textArgument(key, 'fields') ?? ''));
  return keys.flatMap((selected) => selected.map(({ name }) => name));
}

function requiredFields(schema: PublishedSchema, type: SubgraphType, field: SchemaField): readonly string[] {
  return federationDirectives(schema, field, 'requires').flatMap((directive) =>
    coordinatesOf(schema, type.name, selectionOf(textArgument(directive, 'fields') ?? '')),
  );
}

interface Selected {
  readonly name: string;
  readonly inside: readonly Selected[];
}

/** A field set that cannot be read is empty: the composer refuses it with its own words. */
function selectionOf(fieldSet: string): readonly Selected[] {
  try {
    const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true, maxTokens: 5_000 }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? selectedIn(definition.selectionSet) : [];
  } catch {
    return [];
  }
}

function selectedIn({ selections }: SelectionSetNode): readonly Selected[] {
  return selections.flatMap((selection): readonly Selected[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inside = selection.selectionSet === undefined ? [] : selectedIn(selection.selectionSet);
    return selection.kind === Kind.FIELD ? [{ name: selection.name.value, inside }] : inside;
  });
}

function coordinatesOf(schema: PublishedSchema, typeName: string, selected: readonly Selected[]): readonly string[] {
  return selected.flatMap(({ name, inside }) => {
    const field = schema.types.get(typeName)?.fields.get(name);
    const deeper = field === undefined ? [] : coordinatesOf(schema, namedType(field.type), inside);
    return [`${typeName}.${name}`, ...deeper];
  });
}
