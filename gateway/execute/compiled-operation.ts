import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { ProjectedOperation } from '../merge/collect-fields.ts';
import { compileProjection } from '../merge/projection.ts';
import type { Projection } from '../merge/projection.ts';
import { findOperation, toInternalOperation } from '../plan/internal-operation.ts';
import type { InternalOperation } from '../plan/internal-operation.ts';
import { addNeededFields } from '../plan/needed-fields.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import { emptyPlan } from './compile-plan.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { shownFields } from './copied-fields.ts';
import type { ShownFields } from './copied-fields.ts';
import type { HeldOperation } from './held-operation.ts';
import { compileIntrospection } from './introspection.ts';
import type { Introspect } from './introspection.ts';
import type { PreparedReader, ReaderRules } from './row-reader.ts';

/** Everything about a client's operation that does not change from one request to the next. */
export interface CompiledOperation {
  /** As the client sent it. */
  readonly operation: OperationDefinitionNode;
  readonly projected: ProjectedOperation;
  readonly plan: CompiledPlan;
  readonly project: Projection;
  readonly introspect: Introspect;
}

export interface OperationSource {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly held?: HeldOperation | undefined;
  readonly reader?: ReaderRules | undefined;
}

/** Plans may be shared between operations. */
export type PlanFor = (operation: InternalOperation, shown: ShownFields) => Promise<CompiledPlan>;

/**
 * Rejects with OPERATION_INVALID, PLAN_TIMEOUT or PLAN_EMPTY. What is fetched and what is written are two documents when
 * something is withheld from the client or needed besides; without either they are the client's.
 */
export async function compileOperation(
  supergraph: Pick<Supergraph, 'apiSchema' | 'isHidden'>,
  source: OperationSource,
  planFor: PlanFor,
  reader?: PreparedReader,
): Promise<CompiledOperation> {
  const { document, operationName, held } = source;
  const { fetched, written } = readDocuments(supergraph.apiSchema, source, reader);
  const projected: ProjectedOperation = {
    schema: supergraph.apiSchema,
    operation: written.operation,
    fragments: written.fragments,
    nameOf: written.nameOf,
    isHidden: supergraph.isHidden,
    withheld: held?.withheld,
    guarding: reader,
  };
  const needed = reader && fetched && { ...fetched, isNeed: reader.isNeed };
  return {
    operation: findOperation(document, operationName),
    projected,
    plan: fetched === undefined ? emptyPlan : await planFor(fetched, shownFields(projected, needed)),
    project: compileProjection(projected),
    introspect: compileIntrospection(projected),
  };
}

interface Documents {
  /** Undefined when nobody is to be asked. */
  readonly fetched: InternalOperation | undefined;
  /** Has the same names for the same fields. */
  readonly written: InternalOperation;
}

function readDocuments(
  schema: Supergraph['apiSchema'],
  { document, operationName, held }: OperationSource,
  reader: PreparedReader | undefined,
): Documents {
  const shape = held?.shape ?? document;
  const allowed = held === undefined ? document : held.document;
  if (allowed === null) return { fetched: undefined, written: toInternalOperation(schema, shape, operationName) };
  const asked = reader === undefined ? allowed : addNeededFields(schema, allowed, reader.needsOf);
  const fetched = toInternalOperation(schema, asked, operationName);
  const isSame = asked === shape;
  return { fetched, written: isSame ? fetched : toInternalOperation(schema, shape, operationName, fetched.naming) };
}
