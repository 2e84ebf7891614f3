import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { mayReadField, toRule, type AccessRule } from '../../schema/contract/access-rules.ts';
import type { Principal } from '../../schema/contract/identity.ts';

/**
 * Rules by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input` or `Input.field`. A rule on a type holds for
 * whatever returns it and for every field of it.
 */
export type Coordinates = ReadonlyMap<string, AccessRule>;

export interface FieldPolicy {
  readonly ruleOf: (coordinate: string) => AccessRule | undefined;
  /** Nobody (null) meets no rule that asks for anything. */
  readonly isMet: (rule: AccessRule, principal: Principal | null) => boolean;
}

/** Makes the policy of one supergraph from its rules. */
export function createFieldPolicy(coordinates: Coordinates): FieldPolicy {
  return {
    ruleOf: (coordinate) => coordinates.get(coordinate),
    isMet: (rule, principal) => {
      if (rule === nobody) return false;
      return principal === null ? rule.level === 'open' : mayReadField(principal, rule);
    },
  };
}

/** Deny by default: a field of an object or an interface that has no rule is read by nobody, whatever the scopes. */
export function withUnclassified(schema: GraphQLSchema, rules: Coordinates): Coordinates {
  const all = new Map(rules);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.keys(type.getFields())) {
      const coordinate = `${type.name}.${field}`;
      if (!all.has(coordinate)) all.set(coordinate, nobody);
    }
  }
  return all;
}

const nobody: AccessRule = Object.freeze(toRule({ kind: 'FREE_TEXT', categories: [] }));
