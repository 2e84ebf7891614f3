import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { ProjectedOperation } from '../merge/collect-fields.ts';
import { compileProjection } from '../merge/projection.ts';
import type { Projection } from '../merge/projection.ts';
import { toInternalOperation } from '../plan/internal-operation.ts';
import type { InternalOperation } from '../plan/internal-operation.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { shownFields } from './copied-fields.ts';
import type { ShownFields } from './copied-fields.ts';
import { compileIntrospection } from './introspection.ts';
import type { Introspect } from './introspection.ts';

/** Everything about a client's operation that does not change from one request to the next. */
export interface CompiledOperation {
  readonly operation: OperationDefinitionNode;
  readonly projected: ProjectedOperation;
  readonly plan: CompiledPlan;
  readonly project: Projection;
  readonly introspect: Introspect;
}

export interface OperationSource {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}

/** Rejects with OPERATION_INVALID, PLAN_TIMEOUT or PLAN_EMPTY. `planFor` may share plans between operations. */
export async function compileOperation(
  supergraph: Supergraph,
  { document, operationName }: OperationSource,
  planFor: (operation: InternalOperation, shown: ShownFields) => Promise<CompiledPlan>,
): Promise<CompiledOperation> {
  const internal = toInternalOperation(supergraph.apiSchema, document, operationName);
  const { operation, fragments, nameOf } = internal;
  const { apiSchema, isHidden } = supergraph;
  const projected: ProjectedOperation = { schema: apiSchema, operation, fragments, nameOf, isHidden };
  const plan = await planFor(internal, shownFields(projected));
  return {
    operation,
    projected,
    plan,
    project: compileProjection(projected),
    introspect: compileIntrospection(projected),
  };
}
