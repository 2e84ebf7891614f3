import type { DocumentNode } from 'graphql';
import { joinName } from '../../schema/contract/bodies.ts';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { Engine, OperationRequest, OperationResult } from '../execute/engine.ts';
import type { BodyRequest } from '../fetch/body-call.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Reading, Seen } from '../mask/row-reader.ts';
import type { BreakGlass } from '../policy/break-glass.ts';
import { budgets } from '../policy/budgets.ts';
import { checkCost } from '../policy/cost.ts';
import { costPreview, type CostPreview } from '../policy/cost-preview.ts';
import { decideOperation, opensCitizens, type OperationFacts } from '../policy/decide-operation.ts';
import type { FilteredOperation } from '../policy/filter-operation.ts';
import { checkOpened, type OpenedCounter } from '../policy/opened-counter.ts';
import { checkRate, type RateLimiter } from '../policy/rate-limiter.ts';
import type { Statements } from './access/access-statement.ts';
import { housesAsked } from './access/asked-houses.ts';
import type { GraphPolicy, PolicedGraph } from './access/graph-policy.ts';
import type { Recorder } from './access/recorder.ts';

/** One operation as it came in, parsed and validated. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Hash of the document's text. */
  readonly hash: string;
  readonly context: AskedContext;
}

/** What is added to the calls to one subgraph. */
export type StampCall = (subgraph: string) => Partial<BodyRequest>;

/** What the request's headers say; made before its body is read. */
export interface AskedContext {
  /** Null for nobody. */
  readonly access: AccessContext | null;
  /** Only tell what it would cost. */
  readonly preview: boolean;
  /** Failures of bodies that are rehearsed in this operation alone. */
  readonly rehearsal?: StampCall;
}

/** What came of it. */
export type Outcome =
  | { readonly kind: 'ANSWERED'; readonly result: OperationResult }
  | { readonly kind: 'PREVIEW'; readonly preview: CostPreview }
  | { readonly kind: 'REFUSED'; readonly refusal: CodedError };

export interface PipelineParts {
  readonly engine: Pick<Engine, 'execute'> & { readonly supergraphs: { readonly current: () => PolicedGraph } };
  readonly policyOf: (graph: PolicedGraph) => GraphPolicy;
  readonly limiter: RateLimiter;
  readonly opened: OpenedCounter;
  readonly breakGlass: BreakGlass;
  readonly recorder: Recorder;
  /** The statements that an operation asks for by `accessStatement`; undefined where it asks for none. */
  readonly statements: (asked: Asked, access: AccessContext) => Promise<Statements | undefined>;
  /** What goes with every call to a body for this operation: who asks, and the proof of it. */
  readonly stamp: (access: AccessContext, hash: string) => StampCall;
  readonly clock: Clock;
  /** From the moment that the bodies are asked; what has arrived by then is the answer. */
  readonly operationDeadlineMs: number;
  /** Told of what no client is shown. */
  readonly onFault: (fault: unknown) => void;
}

/** Runs one operation through the pipeline. Never rejects. */
export type Pipeline = (asked: Asked) => Promise<Outcome>;

/** An operation on its way. Each stage reads what earlier ones wrote. */
interface Flight {
  readonly parts: PipelineParts;
  readonly asked: Asked;
  readonly access: AccessContext;
  readonly startedMs: number;
  readonly facts: OperationFacts;
  readonly isAboutCitizens: boolean;
  graph: PolicedGraph;
  policy: GraphPolicy;
  preview: CostPreview | undefined;
  held: FilteredOperation | undefined;
  reading: Reading | undefined;
  statements: Statements | undefined;
  result: OperationResult | undefined;
  refusal: CodedError | undefined;
}

export interface Stage {
  /** The stage's folder, and what it does there. */
  readonly name: string;
  /** Throws a CodedError to refuse. Stages after that are left out, but for those that run whatever happened. */
  readonly run: (flight: Flight) => void | Promise<void>;
  readonly always?: true;
}

/**
 * What an operation goes through, in this order. Before it, `http` has held the request to its limits, `identity` has
 * turned its token into a principal, and the document has been parsed and validated; after it, `http` sends the answer.
 */
export const pipeline: readonly Stage[] = Object.freeze([
  // Somebody is signed in, the role covers what is opened, and who opens a household says what for.
  { name: 'policy: decide', run: decide },
  // The price is estimated from the text and the variables alone; a preview ends here.
  { name: 'policy: price', run: price },
  // Points over time, and how many different persons were opened within the hour.
  { name: 'policy: ration', run: ration },
  // While nothing can be written down, no body is asked about a citizen.
  { name: 'journal: ready', run: makeReady },
  // What of the text this reader may ask for; the rest is never planned.
  { name: 'policy: hold', run: hold },
  // Who looked at a household, where that is what is asked: only the gateway knows, so the join is told with its call.
  { name: 'journal: state', run: state },
  // plan, execute, fetch, merge, and mask: the answer is written for this reader, row by row.
  { name: 'execute: answer', run: answer },
  // Whom the answer shows is counted before it leaves.
  { name: 'policy: count', run: count },
  // Who saw whom is durable before the answer leaves; a refusal is written down too.
  { name: 'journal: record', run: record, always: true },
]);

/** `stages` other than all of them are for tests: each must be missed when it is not there. */
export function createPipeline(parts: PipelineParts, stages: readonly Stage[] = pipeline): Pipeline {
  return async (asked) => {
    const { access } = asked.context;
    if (access === null) return { kind: 'REFUSED', refusal: new CodedError('IDENTITY_MISSING') };
    try {
      const flight = begin(parts, asked, access);
      for (const stage of stages) {
        if (flight.preview !== undefined) return { kind: 'PREVIEW', preview: flight.preview };
        if (flight.refusal === undefined || stage.always === true) await run(stage, flight);
      }
      return outcomeOf(flight);
    } catch (error) {
      return { kind: 'REFUSED', refusal: codedOr(error, parts) };
    }
  };
}

function begin(parts: PipelineParts, asked: Asked, access: AccessContext): Flight {
  const graph = parts.engine.supergraphs.current();
  const policy = parts.policyOf(graph);
  const facts = policy.facts(asked.document, asked.operationName);
  return {
    parts,
    asked,
    access,
    startedMs: parts.clock.now(),
    facts,
    isAboutCitizens: opensCitizens(facts),
    graph,
    policy,
    preview: undefined,
    held: undefined,
    reading: undefined,
    statements: undefined,
    result: undefined,
    refusal: undefined,
  };
}

async function run(stage: Stage, flight: Flight): Promise<void> {
  try {
    // Most stages have nothing to wait for.
    const pending = stage.run(flight);
    if (pending !== undefined) await pending;
  } catch (error) {
    flight.refusal = codedOr(error, flight.parts);
  }
}

function outcomeOf({ refusal, result }: Flight): Outcome {
  if (refusal !== undefined) return { kind: 'REFUSED', refusal };
  return result === undefined
    ? { kind: 'REFUSED', refusal: new CodedError('INTERNAL_ERROR') }
    : { kind: 'ANSWERED', result };
}

function codedOr(error: unknown, { onFault }: Pick<PipelineParts, 'onFault'>): CodedError {
  if (isCodedError(error)) return error;
  onFault(error);
  return new CodedError('INTERNAL_ERROR', {}, { cause: error });
}

function decide({ parts, asked, access, facts }: Flight): void {
  const decision = decideOperation(access, facts);
  if (decision.kind === 'REFUSED') throw new CodedError(decision.code, decision.details);
  const { principal, breakGlass: reason } = access;
  if (reason === null) return;
  for (const houseCode of housesAsked(asked, asked.variables, ['household'])) {
    parts.breakGlass({ subject: principal.subject, houseCode, reason });
  }
}

function price(flight: Flight): void {
  const { document, operationName, variables, context } = flight.asked;
  const estimate = flight.policy.cost(document, operationName)(variables);
  const budget = budgets[flight.access.principal.role].operation;
  if (context.preview) flight.preview = costPreview(estimate, budget);
  else checkCost(estimate, budget);
}

async function ration({ parts, policy, asked, access: { principal }, isAboutCitizens }: Flight): Promise<void> {
  const { rate, opened } = budgets[principal.role];
  const points = policy.cost(asked.document, asked.operationName)(asked.variables);
  checkRate(await parts.limiter(principal.subject, points, rate));
  if (isAboutCitizens) checkOpened(parts.opened.check(principal.subject, opened));
}

function makeReady({ parts, isAboutCitizens }: Flight): void {
  if (isAboutCitizens) parts.recorder.assertWritable();
}

function hold(flight: Flight): void {
  const { document, operationName, variables } = flight.asked;
  const { principal } = flight.access;
  flight.held = flight.policy.filter({ document, operationName, variables, principal });
  flight.reading = flight.policy.read(flight.access);
}

async function state(flight: Flight): Promise<void> {
  const { parts, asked, access } = flight;
  flight.statements = await parts.statements(asked, access);
}

async function answer(flight: Flight): Promise<void> {
  const { parts, asked } = flight;
  const graph = parts.engine.supergraphs.current();
  if (graph !== flight.graph) {
    // Another supergraph took over since: what is held back is decided anew, over what will be asked.
    flight.graph = graph;
    flight.policy = parts.policyOf(graph);
    hold(flight);
  }
  const { held, reading } = flight;
  if (held === undefined || reading === undefined) throw new TypeError('nothing was decided');
  flight.result = await executeInTime(parts, asked, {
    held,
    reader: reading.reader,
    stamp: stampOf(flight),
  });
}

/** What goes with every call; most operations have nothing more than who asks. */
function stampOf({ parts, asked, access, statements }: Flight): StampCall {
  const stamp = parts.stamp(access, asked.hash);
  const { rehearsal } = asked.context;
  if (statements === undefined && rehearsal === undefined) return stamp;
  return (subgraph) => ({
    ...rehearsal?.(subgraph),
    ...stamp(subgraph),
    ...(statements && toldToJoin(subgraph, statements)),
  });
}

function toldToJoin(subgraph: string, { extension }: Statements): Partial<BodyRequest> {
  return subgraph === joinName ? { extensions: { accessStatements: extension } } : {};
}

/**
 * The pipeline of a graph without access rules, or of one that is served to this machine alone: nothing is decided, held
 * back or written down.
 */
export function createOpenPipeline(parts: Pick<PipelineParts, 'engine' | 'clock' | 'operationDeadlineMs'>): Pipeline {
  return async (asked) => ({ kind: 'ANSWERED', result: await executeInTime(parts, asked, {}) });
}

/** The deadline begins when the plan is there and the bodies are about to be asked. */
async function executeInTime(
  { engine, clock, operationDeadlineMs }: Pick<PipelineParts, 'engine' | 'clock' | 'operationDeadlineMs'>,
  { document, operationName, variables, hash }: Asked,
  reader: Pick<OperationRequest, 'held' | 'reader' | 'stamp'>,
): Promise<OperationResult> {
  const deadline = new AbortController();
  let cancel: (() => void) | undefined;
  try {
    return await engine.execute({
      document,
      operationName,
      variables,
      documentKey: hash,
      ...reader,
      signal: deadline.signal,
      onPlanned: () => {
        cancel = clock.after(operationDeadlineMs, () => deadline.abort());
      },
    });
  } finally {
    cancel?.();
  }
}

function count({ parts, access: { principal }, isAboutCitizens, ...flight }: Flight): void {
  const seen = seenIn(flight);
  if (seen === undefined || !isAboutCitizens) return;
  const { households, persons } = seen;
  const { opened } = budgets[principal.role];
  checkOpened(parts.opened.open(principal.subject, [...households.keys(), ...persons], opened));
}

/** Whom the answer shows, the households of statements among them. */
function seenIn({ reading, statements }: Pick<Flight, 'reading' | 'statements'>): Seen | undefined {
  if (reading === undefined || statements === undefined) return reading?.seen;
  const { households, persons } = reading.seen;
  return { households: new Map([...statements.households, ...households]), persons };
}

async function record({
  parts,
  asked,
  access,
  policy,
  startedMs,
  held,
  isAboutCitizens,
  ...flight
}: Flight): Promise<void> {
  if (!isAboutCitizens) return;
  await parts.recorder.record({
    described: policy.describe(asked),
    hash: asked.hash,
    variables: asked.variables,
    access,
    policyDigest: policy.digest,
    startedMs,
    endedMs: parts.clock.now(),
    denied: held?.denied,
    seen: seenIn(flight),
    result: flight.result,
    refusal: flight.refusal,
  });
}
