import { validate } from 'graphql';
import type { DocumentNode } from 'graphql';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { BodyCall, BodyRequest } from '../fetch/body-call.ts';
import type { Variables } from '../merge/field-conditions.ts';
import { createMerged } from '../merge/merged-object.ts';
import { startProjection } from '../merge/projection-state.ts';
import { responseError } from '../merge/response-error.ts';
import { ResponseText } from '../merge/response-text.ts';
import type { ResponseError } from '../merge/response-error.ts';
import type { Look } from '../merge/row-view.ts';
import type { SupergraphHolder } from '../plan/supergraph-holder.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import { createAnswerBook } from './answer-book.ts';
import type { Answers } from './answer-book.ts';
import { coerceVariables } from './coerce-variables.ts';
import type { CompiledOperation, OperationSource } from './compiled-operation.ts';
import { completeErrors } from './complete-errors.ts';
import type { HeldOperation } from './held-operation.ts';
import { buildManifest, manifestOrder } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { createOperationCaches } from './operation-cache.ts';
import type { PlanCache } from './operation-cache.ts';
import type { OperationState } from './operation-state.ts';
import type { RowReader } from './row-reader.ts';

export type { HeldOperation } from './held-operation.ts';
export type { RowGuard, RowReader } from './row-reader.ts';
export type { RowView } from '../merge/row-view.ts';

export interface EngineOptions {
  readonly supergraphs: SupergraphHolder;
  /** Performs one call to one body. */
  readonly call: BodyCall;
  /** Subgraphs that are told in `extensions.answers` how the bodies fared. Default: the case file's. */
  readonly joins?: readonly string[];
  /** How many compiled operations are kept for each supergraph. Default 1,000. */
  readonly maxOperations?: number;
  /**
   * Values that go whole from one body to the join or to the client are checked as text and never built. Default true;
   * whoever must see every value turns it off.
   */
  readonly passText?: boolean;
  /** How many of the most used operations are planned before a new supergraph takes over. Default 50. */
  readonly warmOperations?: number;
  /** Told when a stage of an operation begins; what it returns is called at the stage's end. */
  readonly onStage?: StageObserver;
}

/** plan: until the compiled operation is there. fetch: all calls. project: the response's text. */
export type Stage = 'plan' | 'fetch' | 'project';

/** An operation is known by its signal. */
export type StageObserver = (stage: Stage, signal: AbortSignal) => () => void;

export interface OperationRequest {
  /** Validated against the API schema by the caller. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | undefined;
  /** Identifies the document's text, for example by its hash. */
  readonly documentKey?: string;
  /** What is held back from the client, validated as the document is. Default: nothing. */
  readonly held?: HeldOperation | undefined;
  /** Looks at what is written: a second check, of the rows themselves. Default: all is shown. */
  readonly reader?: RowReader | undefined;
  /** Added to every request: principal, idempotency key, headers. */
  readonly stamp?: (subgraph: string) => Partial<BodyRequest>;
  /** Ends the operation: bodies that have not answered by then have timed out. */
  readonly signal?: AbortSignal;
  /** Called when the plan is there and the bodies are about to be asked: planning has a deadline of its own. */
  readonly onPlanned?: () => void;
}

export interface OperationResult {
  /** JSON text of `data`; undefined when the operation was not executed at all. */
  readonly text: string | undefined;
  /** The same as bytes: whoever sends it needs no string. */
  readonly json: ResponseText | undefined;
  readonly errors: readonly ResponseError[];
  readonly manifest: Manifest;
  /** In detail, by subgraph: what the manifest sums up. */
  readonly answers: Answers;
}

export interface Engine {
  /** Never rejects. */
  readonly execute: (request: OperationRequest) => Promise<OperationResult>;
  /** Plans operations ahead of their first request; resolves when all are planned or have failed to be. */
  readonly warm: (operations: readonly OperationSource[]) => Promise<void>;
  readonly planCache: () => PlanCache;
  readonly supergraphs: SupergraphHolder;
}

const unobserved: StageObserver = () => () => undefined;

export function createEngine(options: EngineOptions): Engine {
  const {
    supergraphs,
    call,
    maxOperations = 1_000,
    warmOperations = 50,
    passText = true,
    onStage = unobserved,
  } = options;
  const joins = new Set(options.joins ?? ['casefile']);
  const caches = createOperationCaches({ joins, maxOperations, passText });
  const never = new AbortController().signal;

  supergraphs.beforeSwap(async (next) => {
    await warm(next, caches.of(supergraphs.current()).mostUsed(warmOperations));
  });

  async function warm(supergraph: Supergraph, operations: readonly OperationSource[]): Promise<void> {
    const valid = operations.filter((source) =>
      documentsOf(source).every((document) => validate(supergraph.apiSchema, document).length === 0),
    );
    await Promise.allSettled(valid.map((source) => caches.of(supergraph).get(source)));
  }

  return {
    supergraphs,
    planCache: () => caches.counts(supergraphs.current()),
    warm: (operations) => warm(supergraphs.current(), operations),
    execute: async (request) => {
      const supergraph = supergraphs.current();
      const { document, operationName, held, reader, documentKey, signal = never, variables = {} } = request;
      try {
        const compiling = caches.of(supergraph).get({ document, operationName, held, reader }, documentKey);
        const compiled = await unlessAborted(compiling, signal).finally(onStage('plan', signal));
        request.onPlanned?.();
        const coerced = coerceVariables(supergraph.apiSchema, compiled.operation, variables);
        if ('errors' in coerced) return refused(coerced.errors);
        return await run(
          compiled,
          { joins, onStage, look: reader?.look ?? showAll },
          {
            root: createMerged(),
            variables,
            coercedVariables: coerced.values,
            call,
            stamp: request.stamp ?? (() => ({})),
            signal,
            book: createAnswerBook(),
            errors: [],
            holdsSlices: false,
          },
        );
      } catch (error) {
        return refused([responseError(isCodedError(error) ? error.code : 'INTERNAL_ERROR')]);
      }
    },
  };
}

const showAll: Look = () => 'SHOWN';

/** Everything that must be valid for an operation to be. */
function documentsOf({ document, held }: OperationSource): readonly DocumentNode[] {
  const documents = held === undefined ? [document] : [document, held.shape, held.document ?? document];
  return [...new Set(documents)];
}

interface RunOptions {
  readonly joins: ReadonlySet<string>;
  readonly onStage: StageObserver;
  readonly look: Look;
}

async function run(
  compiled: CompiledOperation,
  { joins, onStage, look }: RunOptions,
  state: OperationState,
): Promise<OperationResult> {
  const introspection = compiled.introspect(state.coercedVariables);
  const fetched = onStage('fetch', state.signal);
  await compiled.plan.run(state);
  fetched();
  const projected = onStage('project', state.signal);
  const projection = startProjection({ variables: state.coercedVariables, introspection, look });
  const json = new ResponseText(compiled.project(state.root, projection), projection.slices);
  projected();
  const answers = state.book.answers();
  const touched = compiled.plan.subgraphs(state.coercedVariables);
  const answered = { root: state.root, variables: state.coercedVariables, isRequired: compiled.plan.isRequired };
  return {
    get text() {
      return json.toString();
    },
    json,
    errors: completeErrors(compiled.projected, answered, state.errors, projection),
    manifest: buildManifest(manifestOrder([...touched, ...Object.keys(answers)], joins), answers),
    answers,
  };
}

function refused(errors: readonly ResponseError[]): OperationResult {
  return { text: undefined, json: undefined, errors, manifest: { complete: false, bodies: [] }, answers: {} };
}

/** A deadline does not wait for a plan; the plan goes on for those who come later. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    function onAbort(): void {
      reject(new CodedError('OPERATION_DEADLINE'));
    }
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
