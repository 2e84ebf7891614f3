import { GraphQLError, assertValidSchema, execute as executeDocument, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Clock } from '../kernel/clock.ts';
import { wrapSlices, withoutSlices } from './cut-slices.ts';
import { compileQuery } from './compiled-query.ts';
import type { CompiledQuery } from './compiled-query.ts';
import type { BodyCall, BodyError, BodyReply, BodyRequest } from './body-call.ts';
import { reasons, timedOut, unavailable } from './replies.ts';
import { textCache } from './text-cache.ts';

/** What resolvers get. They and their loaders stop work for which nobody waits when `signal` is aborted. */
export interface InProcessContext {
  readonly signal: AbortSignal;
}

export interface InProcessTransportOptions {
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
  /** Called once for each call. What it throws makes the call UNAVAILABLE. */
  readonly createContext: (request: BodyRequest, signal: AbortSignal) => InProcessContext | Promise<InProcessContext>;
  /** How many distinct query texts are kept parsed. */
  readonly maxDocuments?: number;
  /** Told what really went wrong, for the operator's log; the reply does not say it. */
  readonly onFault?: (fault: unknown, request: BodyRequest) => void;
}

/**
 * Calls a body whose schema is in this process: no JSON in between, the result's objects are handed on as they are.
 * A signal that is aborted ends the call at once, whether or not the resolvers stop.
 */
export function inProcessTransport(options: InProcessTransportOptions): BodyCall {
  const { schema, clock, maxDocuments = 2_000 } = options;
  assertValidSchema(schema);
  const prepare = textCache(maxDocuments, (query) => prepareDocument(schema, query));

  return function inProcess(request, signal) {
    if (signal.aborted) return Promise.resolve(timedOut(signal));
    const startedMs = clock.now();
    return new Promise((resolve) => {
      const end = (reply: BodyReply): void => {
        signal.removeEventListener('abort', abandon);
        resolve({ ...reply, tookMs: clock.now() - startedMs });
      };
      const abandon = (): void => end(timedOut(signal));
      signal.addEventListener('abort', abandon);
      void answer(prepare, options, { request, signal }).then(end);
    });
  };
}

type Prepared =
  | { readonly kind: 'READY'; readonly document: DocumentNode; readonly run: CompiledQuery | undefined }
  | { readonly kind: 'REFUSED'; readonly faults: readonly GraphQLError[] };

interface Call {
  readonly request: BodyRequest;
  readonly signal: AbortSignal;
}

function prepareDocument(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { noLocation: true });
    const faults = validate(schema, document);
    if (faults.length > 0) return { kind: 'REFUSED', faults };
    return { kind: 'READY', document, run: compileQuery(schema, document) };
  } catch (fault) {
    return { kind: 'REFUSED', faults: [fault instanceof GraphQLError ? fault : new GraphQLError(String(fault))] };
  }
}

/** Never rejects. `tookMs` is left to the caller. */
async function answer(
  prepare: (query: string) => Prepared,
  options: InProcessTransportOptions,
  call: Call,
): Promise<BodyReply> {
  const { createContext } = options;
  const { request, signal } = call;
  try {
    const prepared = prepare(request.query);
    if (prepared.kind === 'REFUSED') return refuse(prepared.faults, options, call);
    const result = await execute(options.schema, prepared, await createContext(request, signal), request);
    const errors = (result.errors ?? []).map((error) => readError(error, options, call));
    const { data = null } = result;
    const holdsSlices = request.slices !== undefined && wrapSlices(data, request.slices);
    return { status: 'ANSWERED', data, errors, tookMs: 0, ...(holdsSlices && { holdsSlices }) };
  } catch (fault) {
    report(fault, options, call);
    return unavailable(reasons.serverError);
  }
}

/** Compiled where it can be; a document that asks for something special is executed by graphql-js. */
function execute(
  schema: GraphQLSchema,
  { document, run }: Extract<Prepared, { kind: 'READY' }>,
  contextValue: InProcessContext,
  { variables, holdsSlices, operationName }: BodyRequest,
): ExecutionResult | Promise<ExecutionResult> {
  const variableValues = holdsSlices === true ? plain(variables) : variables;
  if (run !== undefined) return run(contextValue, variableValues);
  return executeDocument({ schema, document, contextValue, variableValues, operationName });
}

/** Resolvers know no slices. */
function plain(variables: BodyRequest['variables']): BodyRequest['variables'] {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, withoutSlices(value)]));
}

/** The query does not fit the body's schema: gateway and body disagree about the contract. */
function refuse(faults: readonly GraphQLError[], options: InProcessTransportOptions, call: Call): BodyReply {
  for (const fault of faults) report(fault, options, call);
  const error: BodyError = {
    message: 'The query does not fit the schema of this body.',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  };
  return { status: 'ANSWERED', data: null, errors: [error], tookMs: 0 };
}

/**
 * Errors that carry a code were made to be shown. Any other is an accident (a driver's, a bug's, a refused value's),
 * whose text may hold anything: it goes to `onFault` alone.
 */
function readError(error: GraphQLError, options: InProcessTransportOptions, call: Call): BodyError {
  const path = error.path === undefined ? {} : { path: error.path };
  const { code, details } = error.extensions;
  if (typeof code === 'string') return { message: error.message, ...path, extensions: { code, details } };
  report(error.originalError ?? error, options, call);
  return { message: 'The body could not answer this field.', ...path };
}

/** What goes wrong after an abort is the abort's own noise, and nobody waits for it. */
function report(fault: unknown, { onFault }: InProcessTransportOptions, { request, signal }: Call): void {
  if (onFault === undefined || signal.aborted) return;
  try {
    onFault(fault, request);
  } catch {
    // The log's trouble must not cost the answer.
  }
}
