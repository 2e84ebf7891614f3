import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, it } from 'vitest';
import { bodyNames, recordField } from '../../schema/contract/bodies.ts';

const root = path.join(import.meta.dirname, '../..');
const contract = parse(readFileSync(path.join(import.meta.dirname, 'contract.graphql'), 'utf8'));

const supergraph = readFileSync(path.join(root, 'schema/supergraph.graphql'), 'utf8');
const api: GraphQLSchema = Supergraph.build(supergraph, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();

/** `Type.field: Kind!`, `Enum.VALUE` and so on: everything that the contract names. */
function promises(definition: DefinitionNode): readonly string[] {
  if (!('name' in definition) || definition.name === undefined) return [];
  const type = definition.name.value;
  const values = 'values' in definition ? (definition.values ?? []) : [];
  const fields = 'fields' in definition ? (definition.fields ?? []) : [];
  return [
    type,
    ...values.map((value) => `${type}.${value.name.value}`),
    ...fields.flatMap((field) => fieldPromises(type, field)),
  ];
}

function fieldPromises(type: string, field: FieldDefinitionNode | InputValueDefinitionNode): readonly string[] {
  const place = `${type}.${field.name.value}`;
  const parameters = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  return [
    `${place}: ${print(field.type)}`,
    ...parameters.map(({ name, type: kind, defaultValue }) => {
      const byDefault = defaultValue === undefined ? '' : ` = ${print(defaultValue)}`;
      return `${place}(${name.value}: ${print(kind)}${byDefault})`;
    }),
  ];
}

/** The same of the graph as it is. */
function offered(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    found.add(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) found.add(`${type.name}.${value.name}`);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}: ${String(field.type)}`);
      for (const argument of 'args' in field ? field.args : []) {
        const byDefault = argument.defaultValue === undefined ? '' : ` = ${String(argument.defaultValue)}`;
        found.add(`${type.name}.${field.name}(${argument.name}: ${String(argument.type)}${byDefault})`);
      }
    }
  }
  return found;
}

describe('the public graph', () => {
  it('offers everything that the contract names, under the same names and types', () => {
    const graph = offered(api);
    expect(contract.definitions.flatMap(promises).filter((each) => !graph.has(each))).toEqual([]);
  });

  it('has a record of each of the thirteen bodies that implements BodyRecord', () => {
    const records = bodyNames.map(
      (name) => `${recordField(name).charAt(0).toUpperCase()}${recordField(name).slice(1)}Record`,
    );
    const bodyRecord = api.getType('BodyRecord');
    if (!isInterfaceType(bodyRecord)) throw new TypeError('BodyRecord is no interface');
    expect(
      api
        .getPossibleTypes(bodyRecord)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(records.toSorted());
  });

  it('describes every type, field and enum value in English and Thai', () => {
    const undescribed = [...described(api)].filter(
      ([, text]) => !/[A-Za-z]/u.test(text) || !/[\u0E00-\u0E7F]/u.test(text),
    );
    expect(undescribed.map(([place]) => place)).toEqual([]);
  });
});

/** Common fields of the records and keys are described where they are defined first. */
const describedElsewhere =
  /Record\.(?:body|found|asOf|facts|entitlements|services)$|\.(?:houseCode|personId)$|^(?:String|Int|Float|Boolean|ID|Query|Household|Person)$/u;

function* described(schema: GraphQLSchema): Generator<readonly [string, string]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || describedElsewhere.test(type.name)) continue;
    yield [type.name, type.description ?? ''];
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    for (const member of members) {
      const place = `${type.name}.${member.name}`;
      if (!describedElsewhere.test(place)) yield [place, member.description ?? ''];
    }
  }
}
