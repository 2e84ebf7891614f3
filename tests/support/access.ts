import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { callKeysFile, openAccess, stampCalls, stampInProcess, type Access } from '../../gateway/app/access/access.ts';
import { embeddedCalls, remoteCalls } from '../../gateway/app/body-calls.ts';
import { compose } from '../../gateway/app/compose.ts';
import { createGate, gateParts, type Gate, type GateOptions } from '../../gateway/app/access/gate.ts';
import { createPipeline, pipeline, type PipelineParts } from '../../gateway/app/pipeline.ts';
import { createRemoteEngine } from '../../gateway/app/remote-engine.ts';
import { createEngineOver, createInstruments } from '../../gateway/app/runtime.ts';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { systemClock } from '../../gateway/kernel/clock.ts';
import { accessRules, type AccessRules } from '../../schema/contract/access-rules.ts';
import { readRowRules, type RowRules } from '../../schema/contract/access-rows.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { BodyDefinition, OpenBody, OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import type { BodyExtract } from '../../subgraphs/_kit/import.ts';
import { createCallVerifier } from '../../subgraphs/_kit/identity.ts';
import { fullExtract, hiddenExtract } from '../../subgraphs/_kit/test-kit-household.ts';
import { testSettings, withAddresses, type Call, type Engine, type Json } from './gateway.ts';
import { steppedClock, type SteppedClock } from './stepped-clock.ts';
import { openWorkedBodies, type WorkedBodies } from './worked-bodies.ts';

/** What a body's resolvers get for one call. */
export type BodyView = (subgraph: OpenSubgraph, access: AccessContext, call: BodyCallSetting) => object;

type BodyCallSetting = Parameters<OpenSubgraph['context']>[0];

/** How one operation is answered. Everything that is left out is as it runs. */
export interface Layers {
  /** Default: each body is told who asks. */
  readonly bodies?: BodyView;
  readonly parts?: (parts: PipelineParts) => PipelineParts;
  readonly stages?: (stages: typeof pipeline) => typeof pipeline;
}

export interface Reply {
  /** Of a refusal of the whole operation. */
  readonly refused: string | null;
  /** Of a preview of the cost. */
  readonly preview: Json;
  readonly data: Json;
  readonly errors: readonly ReplyError[];
  readonly text: string;
  /** Subgraphs that were called for it, in the order in which they answered. */
  readonly calls: readonly string[];
}

export interface ReplyError {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Gate, engine and all fourteen subgraphs over the worked households and the two of the kit that have everything. */
export interface AccessBed {
  readonly worked: WorkedBodies;
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly rows: RowRules;
  readonly catalogue: Json;
  readonly access: Access;
  /** Of the journal and the keys. */
  readonly dataDir: string;
  readonly clock: SteppedClock;
  readonly engine: Engine;
  readonly gate: Gate;
  /** Finished calls to subgraphs; a test may empty the list. */
  readonly calls: Call[];
  /** How many operations the planner was asked for. */
  readonly plannings: () => number;
  /** One operation through sign-in, policy, row checks and journal. One at a time: it lets time pass, so that no limit over time is met. */
  readonly ask: (access: AccessContext, query: string, variables?: Variables) => Promise<Reply>;
  /** The same answered otherwise; no time passes. */
  readonly askBy: (layers: Layers, access: AccessContext, query: string, variables?: Variables) => Promise<Reply>;
  /** The same through another pipeline; no time passes. */
  readonly askThrough: (
    run: Gate['pipeline'],
    access: AccessContext,
    query: string,
    variables?: Variables,
  ) => Promise<Reply>;
  /** Everything that there is, as a gateway shows it that decides nothing. */
  readonly askOpen: (query: string, variables?: Variables) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

export async function openAccessBed(): Promise<AccessBed> {
  const worked = await openWorkedBodies();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  const config = { ...testSettings, dataDir };
  const clock = patientClock();
  const calls: Call[] = [];
  const { catalogue: catalogueText } = await compose(worked.definitions);
  const catalogue: Json = JSON.parse(catalogueText);
  const rows = readRowRules(catalogue);
  await loadFullHouseholds(worked, rows);
  const views = new WeakMap<AccessContext, BodyView>();
  const subgraphs = [...worked.subgraphs.all].map(([name, each]) => [name, viewedBy(each, views)] as const);
  const { bodies } = embeddedCalls(new Map(subgraphs), {
    config,
    clock,
    random: () => 0,
    observer: { onCall: (call) => calls.push(call) },
    onFault: () => undefined,
  });
  let plannings = 0;
  const onPlanning = (): (() => void) => {
    plannings += 1;
    return () => undefined;
  };
  const engine = await createEngineOver(worked.supergraph, clock, bodies, { metrics: { onPlanning } });
  const { log } = createInstruments(config);
  const access = await openAccess({ config, clock, log });
  const options: GateOptions = {
    access,
    engine,
    catalogueOf: () => catalogue,
    stamp: stampInProcess,
    clock,
    config,
    onFault: () => undefined,
  };
  const gate = createGate(options);
  const real = gateParts(options);
  const readQuery = queryReader(engine);
  let viewed = 0;

  async function askBy(
    layers: Layers,
    asking: AccessContext,
    query: string,
    variables: Variables = {},
  ): Promise<Reply> {
    const parts = layers.parts?.(real) ?? real;
    const run = createPipeline(
      layers.bodies === undefined ? parts : { ...parts, stamp: stampFor(layers.bodies) },
      layers.stages?.(pipeline) ?? pipeline,
    );
    return reply(run, asking, query, variables);
  }

  function stampFor(view: BodyView): PipelineParts['stamp'] {
    viewed += 1;
    const key = `view ${String(viewed)}`;
    return (asking) => {
      const tagged = { ...asking };
      views.set(tagged, view);
      return () => ({ access: tagged, principalKey: key });
    };
  }

  async function reply(
    run: Gate['pipeline'],
    asking: AccessContext,
    query: string,
    variables: Variables,
  ): Promise<Reply> {
    const before = calls.length;
    const outcome = await run({
      document: readQuery(query),
      operationName: null,
      variables,
      hash: hash('sha256', query),
      context: { access: asking, preview: false },
    });
    const called = calls.slice(before).map(({ subgraph }) => subgraph);
    const nothing = { refused: null, preview: null, data: null, errors: [], text: '', calls: called };
    // A fault of ours is no answer that a test may mistake for one.
    if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'INTERNAL_ERROR') throw outcome.refusal;
    if (outcome.kind === 'REFUSED') return { ...nothing, refused: outcome.refusal.code };
    if (outcome.kind === 'PREVIEW') return { ...nothing, preview: outcome.preview };
    return { ...nothing, ...shownOf(outcome.result) };
  }

  return {
    worked,
    schema: engine.supergraphs.current().apiSchema,
    rules: accessRules(worked.supergraph),
    rows,
    catalogue,
    access,
    dataDir,
    clock,
    engine,
    gate,
    calls,
    plannings: () => plannings,
    ask: (asking, query, variables = {}) => {
      clock.advance(60_000);
      return reply(gate.pipeline, asking, query, variables);
    },
    askBy,
    askThrough: (run, asking, query, variables = {}) => reply(run, asking, query, variables),
    askOpen: async (query, variables = {}) => {
      const before = calls.length;
      const result = await engine.execute({
        document: readQuery(query),
        documentKey: hash('sha256', query),
        variables,
      });
      const called = calls.slice(before).map(({ subgraph }) => subgraph);
      return { refused: null, preview: null, calls: called, ...shownOf(result) };
    },
    close: async () => {
      engine.supergraphs.close();
      await access.close();
      await worked.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** A gate over the same bodies, each a service of its own that takes no call without the gateway's signature. */
export interface SignedGate {
  readonly gate: Gate;
  readonly engine: Engine;
  /** The parts of the gate; its pipeline is made of them. */
  readonly parts: PipelineParts;
  readonly urls: ReadonlyMap<string, string>;
  /** Headers of the requests that reached a body. */
  readonly received: IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
}

export async function openSignedGate(bed: AccessBed): Promise<SignedGate> {
  const { worked, clock, access, dataDir, catalogue } = bed;
  const received: IncomingHttpHeaders[] = [];
  const servers = [...worked.subgraphs.all.values()].map((subgraph) => {
    const verifyCall = createCallVerifier({
      subgraph: subgraph.name,
      readKeys: () => readFile(callKeysFile(dataDir), 'utf8'),
      now: clock.now,
    });
    const server = createSubgraphServer(subgraph, { onFault: () => undefined, verifyCall });
    server.addHook('onRequest', ({ headers }, _reply, done) => {
      received.push(headers);
      done();
    });
    return server;
  });
  const places = await Promise.all(servers.map((server) => server.listen({ host: '127.0.0.1', port: 0 })));
  const urls = new Map([...worked.subgraphs.all.keys()].map((name, at) => [name, `${places[at] ?? ''}/graphql`]));
  const config = { ...testSettings, dataDir };
  const calls = remoteCalls({ config, clock, random: () => 0, onFault: () => undefined });
  const engine = await createRemoteEngine(withAddresses(worked.supergraph, urls), clock, calls);
  const stamp = stampCalls(access.signer, () => true);
  const options: GateOptions = {
    access,
    engine,
    catalogueOf: () => catalogue,
    stamp,
    clock,
    config,
    onFault: () => undefined,
  };
  return {
    gate: createGate(options),
    engine,
    parts: gateParts(options),
    urls,
    received,
    close: async () => {
      engine.supergraphs.close();
      await calls.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** Bodies that show everything to whoever asks. */
export const leaking: BodyView = (subgraph, _access, { extensions }) =>
  subgraph.context({ ...(extensions && { extensions }) });

/** A gateway that passes on who asks and holds nothing back: what is confined, the bodies have confined. */
export function openGate(parts: PipelineParts): PipelineParts {
  return {
    ...parts,
    policyOf: (graph) => ({
      ...parts.policyOf(graph),
      filter: ({ document }) => ({ document, variant: '', shape: document, withheld: new Set(), denied: [] }),
      read: () => ({
        reader: { key: 'open', guards: new Map(), masks: new Map(), look: () => 'SHOWN' },
        seen: { households: new Map(), persons: new Set() },
      }),
    }),
  };
}

function viewedBy(subgraph: OpenSubgraph, views: WeakMap<AccessContext, BodyView>): OpenSubgraph {
  return {
    ...subgraph,
    context: (call) => {
      const view = call.access && views.get(call.access);
      return view && call.access ? view(subgraph, call.access, call) : subgraph.context(call);
    },
  };
}

const shortMs = 200;

/** A clock that a test moves, but for short waits, like those for a record to be written with: they pass by themselves. */
function patientClock(): SteppedClock {
  const stepped = steppedClock();
  return {
    ...stepped,
    after: (delayMs, run) => (delayMs < shortMs ? systemClock : stepped).after(delayMs, run),
  };
}

/** Documents are kept as Apollo Server keeps them: one object for each text. */
function queryReader({ supergraphs }: Engine): (query: string) => DocumentNode {
  const known = new Map<string, DocumentNode>();
  return (query) => {
    const before = known.get(query);
    if (before !== undefined) return before;
    const document = parse(query, { noLocation: true });
    const [problem] = validate(supergraphs.current().apiSchema, document);
    if (problem !== undefined) throw problem;
    known.set(query, document);
    return document;
  };
}

function shownOf({
  text = 'null',
  errors,
}: Awaited<ReturnType<Engine['execute']>>): Pick<Reply, 'data' | 'errors' | 'text'> {
  return {
    text,
    data: JSON.parse(text),
    errors: errors.map(({ path: at = [], message, extensions }) => ({ code: extensions.code, path: at, message })),
  };
}

/** The kit's households that have something of everything, and nothing but what is sensitive, of all thirteen bodies. */
async function loadFullHouseholds(worked: WorkedBodies, rows: RowRules): Promise<void> {
  const sensitive = isSensitive(rows);
  const revealing = (programme: string): boolean => rows.programme(programme).categories.length > 0;
  await loadExtracts(worked, (definition, body) => [
    fullExtract(definition, body, sensitive),
    hiddenExtract(definition, body, { sensitive, revealing }),
  ]);
}

export function isSensitive(rows: RowRules): (fact: string) => boolean {
  return (fact) => rows.fact(fact).categories.length > 0;
}

/** Loads what each body is to hold, past the importer's checks of a whole household. */
export async function loadExtracts(
  { definitions, subgraphs }: WorkedBodies,
  extractsOf: (definition: BodyDefinition, body: OpenBody) => readonly BodyExtract[],
): Promise<void> {
  await Promise.all(
    [...definitions.bodies].map(async ([name, definition]) => {
      const body = subgraphs.bodies.get(name);
      if (body === undefined) throw new TypeError(`${name} is not open`);
      const extracts = extractsOf(definition, body);
      const writing = await body.importer.begin();
      await writing.put(
        extracts.map(({ houseCode }) => houseCode),
        extracts.map((extract) => body.importer.rowsOf(extract)),
      );
      await writing.commit();
    }),
  );
}
