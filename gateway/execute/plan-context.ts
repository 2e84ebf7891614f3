import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { IsObjectTypeName } from '../merge/merge-into.ts';
import type { TypeTest } from '../merge/rewrites.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import type { SlicesOf } from './slice-plans.ts';

/** What compiling the nodes of a plan needs to know. */
export interface PlanContext {
  readonly schema: GraphQLSchema;
  readonly keyFields: Supergraph['keyFields'];
  /** Subgraphs that are told how the bodies fared. */
  readonly joins: ReadonlySet<string>;
  readonly isOfType: TypeTest;
  readonly isObjectTypeName: IsObjectTypeName;
  /** What of a fetch's answer stays text; without it, everything is read. */
  readonly slicesOf?: SlicesOf;
}

export function createPlanContext(supergraph: Supergraph, joins: ReadonlySet<string>): PlanContext {
  const schema = supergraph.fullSchema;
  return {
    schema,
    keyFields: supergraph.keyFields,
    joins,
    isOfType: createTypeTest(schema),
    isObjectTypeName: (typeName) => typeof typeName === 'string' && isObjectType(schema.getType(typeName)),
  };
}

function createTypeTest(schema: GraphQLSchema): TypeTest {
  return (typeName, condition) => {
    if (typeof typeName !== 'string' || typeName === condition) return true;
    const type = schema.getType(typeName);
    const conditionType = schema.getType(condition);
    if (!isAbstractType(conditionType)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(conditionType, type);
  };
}
