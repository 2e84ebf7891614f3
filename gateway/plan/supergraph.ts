import { createHash } from 'node:crypto';
import { buildASTSchema, buildSchema, isEnumType, isObjectType, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { createLruCache } from '../kernel/lru-cache.ts';
import { messageOf } from './inline-planner.ts';
import type { InternalOperation } from './internal-operation.ts';
import { readJoinFacts } from './join-facts.ts';
import type { JoinFacts, Subgraph } from './join-facts.ts';
import { asksForData } from './operation-data.ts';
import type { PlannerFactory } from './planner.ts';
import type { QueryPlan } from './query-plan.ts';

/** One supergraph, ready to plan. It never changes; another supergraph is another object. */
export interface Supergraph {
  /** First 16 hex digits of the SHA-256 of the text. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** Everything, `@inaccessible` elements too: what bodies are asked in. */
  readonly fullSchema: GraphQLSchema;
  /** Whether `fullSchema` has the object type, or the enum the value, and `apiSchema` has not. */
  readonly isHidden: (typeName: string, enumValue?: string) => boolean;
  readonly subgraphs: readonly Subgraph[];
  readonly keyFields: JoinFacts['keyFields'];
  /** Plans once for each text; those who ask meanwhile wait for the same plan. Rejects with PLAN_TIMEOUT or PLAN_EMPTY. */
  readonly plan: (operation: InternalOperation) => Promise<QueryPlan>;
  /** Lets go of the planning thread when its work is done. Operations in flight finish. */
  readonly retire: () => void;
}

export interface SupergraphOptions {
  readonly createPlanner: PlannerFactory;
  /** How many plans are kept. Default 1,000. */
  readonly maxPlans?: number;
}

/** Rejects with SUPERGRAPH_INVALID. */
export async function loadSupergraph(sdl: string, options: SupergraphOptions): Promise<Supergraph> {
  const document = parseSupergraph(sdl);
  const planner = await options.createPlanner(sdl);
  const { subgraphs, keyFields } = readJoinFacts(document);
  const plans = createLruCache<string, Promise<QueryPlan>>(options.maxPlans ?? 1_000);
  const apiSchema = buildSchema(planner.apiSdl, { assumeValidSDL: true });
  const fullSchema = buildASTSchema(document, { assumeValidSDL: true, assumeValid: true });
  return {
    id: createHash('sha256').update(sdl).digest('hex').slice(0, 16),
    sdl,
    apiSchema,
    fullSchema,
    isHidden: (...element) => has(fullSchema, ...element) && !has(apiSchema, ...element),
    subgraphs,
    keyFields,
    plan: (operation) => {
      const known = plans.get(operation.text);
      if (known !== undefined) return known;
      const planned = planner.plan(operation.text).then((plan) => refuseEmpty(plan, operation));
      plans.set(operation.text, planned);
      // A failure is told to those who wait, and the next one tries again.
      planned.catch(() => plans.delete(operation.text));
      return planned;
    },
    retire: planner.retire,
  };
}

function has(schema: GraphQLSchema, typeName: string, enumValue?: string): boolean {
  const type = schema.getType(typeName);
  if (enumValue === undefined) return isObjectType(type);
  return isEnumType(type) && type.getValue(enumValue) !== undefined;
}

function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new CodedError('SUPERGRAPH_INVALID', { problem: messageOf(error) }, { cause: error });
  }
}

/** Data that no body can give must not become a silent null. */
function refuseEmpty(plan: QueryPlan, operation: InternalOperation): QueryPlan {
  if (plan.node === undefined && asksForData(operation)) throw new CodedError('PLAN_EMPTY');
  return plan;
}
