import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { CoordinateUsage, UsageRecord } from './check-input.ts';
import { splitCoordinate } from './check-view.ts';

export type ChangeUsage = CoordinateUsage;

/** Who used what a change is about: the coordinate itself, or whatever gives, takes or shows its type. */
export function usageOfChange(record: UsageRecord, schema: GraphQLSchema, coordinate: string): ChangeUsage {
  const coordinates = new Set(touched(schema, coordinate));
  return addedUp([...record.byCoordinate].filter(([each]) => coordinates.has(each)).map(([, usage]) => usage));
}

/**
 * Coordinates of the record that a change of `coordinate` touches. An enum's value stands in variables and answers, which
 * nobody records: it is in use where its enum is. A new argument or input field touches whoever uses what it belongs to.
 */
function touched(schema: GraphQLSchema, coordinate: string): readonly string[] {
  const [typeName, member, argument] = splitCoordinate(coordinate);
  const type = schema.getType(typeName);
  if (type === undefined) return [];
  if (member === '') return [...membersOf(type), ...placesOf(schema, typeName)];
  if (isObjectType(type) || isInterfaceType(type)) {
    const field = type.getFields()[member];
    const isKnown = argument === '' || field?.args.some(({ name }) => name === argument) === true;
    return [isKnown ? coordinate : `${typeName}.${member}`];
  }
  if (isInputObjectType(type) && type.getFields()[member] !== undefined) return [coordinate];
  return [...membersOf(type), ...placesOf(schema, typeName)];
}

function membersOf(type: GraphQLNamedType): readonly string[] {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
}

/** Fields and arguments of that type. */
function placesOf(schema: GraphQLSchema, typeName: string): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === typeName);
      return fields.map(({ name }) => `${type.name}.${name}`);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const place = `${type.name}.${field.name}`;
      const taking = field.args.filter((one) => getNamedType(one.type).name === typeName);
      const places = taking.map(({ name }) => `${place}(${name}:)`);
      return getNamedType(field.type).name === typeName ? [place, ...places] : places;
    });
  });
}

/** An operation that touches several of them is one operation; its runs are counted where it ran most. */
function addedUp(usages: readonly CoordinateUsage[]): ChangeUsage {
  return {
    operations: [...new Set(usages.flatMap(({ operations }) => operations))],
    clients: [...new Set(usages.flatMap(({ clients }) => clients))].toSorted(),
    count: usages.reduce((most, { count }) => Math.max(most, count), 0),
    lastDay:
      usages
        .map(({ lastDay }) => lastDay)
        .toSorted()
        .at(-1) ?? '',
  };
}
