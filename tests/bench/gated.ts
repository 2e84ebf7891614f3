import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'graphql';
import { openAccess, stampCalls, type Access } from '../../gateway/app/access/access.ts';
import { stringifyPrepared } from '../../gateway/app/apollo-gateway.ts';
import { remoteCalls } from '../../gateway/app/body-calls.ts';
import { catalogueFile } from '../../gateway/app/compose.ts';
import { createGate, type Gate } from '../../gateway/app/access/gate.ts';
import { createEngineOver, createServer, engineGateway, type ServerSettings } from '../../gateway/app/runtime.ts';
import type { Contender, ContenderSettings } from './contenders.ts';
import { headersOf } from './load.ts';

/** What a gateway where somebody must sign in needs besides. */
export interface GatedSettings {
  /** Keys and, unless it is off, the journal lie here. */
  readonly dataDir: string;
  /** Who asks, in turn. */
  readonly tokens: readonly string[];
  /** Whether records are written; they are made in any case. */
  readonly journal: boolean;
  /** Every call is signed anew, as if no two operations within half a minute were the same person's. */
  readonly signsAnew: boolean;
}

/** As `samutphok gateway` puts identity, policy, mask and journal around the engine. */
export async function startGated(
  { supergraph, query }: ContenderSettings,
  { tokens, ...gated }: GatedSettings,
  serving: Omit<ServerSettings, 'readBody'>,
): Promise<Pick<Contender, 'alone'> & { readonly server: Awaited<ReturnType<typeof createServer>> }> {
  const { config, clock, log, metrics } = serving;
  const calls = remoteCalls({
    config,
    clock,
    random: Math.random,
    observer: { onCall: metrics.onCall },
    onFault: (fault) => console.error(fault),
  });
  const engine = await createEngineOver(supergraph, clock, calls.bodies);
  calls.connect(engine.supergraphs.current().subgraphs);
  const catalogue: unknown = JSON.parse(await readFile(catalogueFile, 'utf8'));
  const access = await openAccess({ config: { ...config, dataDir: gated.dataDir }, clock, log });
  const gate = createGate({
    access: { ...access, ...(!gated.journal && { journal: unwritten(access) }), limiter: unlimited(access) },
    engine,
    catalogueOf: () => catalogue,
    stamp: gated.signsAnew ? signedAnew(access) : stampCalls(access.signer, () => true),
    clock,
    config,
    onFault: (fault) => console.error(fault),
  });
  const settings = { ...serving, bodies: calls.bodies, gate };
  return {
    server: await createServer(engineGateway(engine, settings), settings),
    alone: aloneWith(gate, query, tokens),
  };
}

/** A record that is made and not written: what is missing then is the journal's own. */
function unwritten({ journal }: Access): Access['journal'] {
  return { ...journal, append: () => Promise.resolve({ sequence: 1, hash: '' }) };
}

/** All the work of counting points, and nobody refused. */
function unlimited({ limiter }: Access): Access['limiter'] {
  return (subject, points) => limiter(subject, points, { burst: 1e12, perSecond: 1e12 });
}

/** The signer remembers tokens by the principal object. */
function signedAnew({ signer }: Access): ReturnType<typeof stampCalls> {
  const stamp = stampCalls(signer, () => true);
  return ({ principal, ...access }, operation) => stamp({ ...access, principal: { ...principal } }, operation);
}

function aloneWith({ admit, pipeline }: Gate, query: string, tokens: readonly string[]): Contender['alone'] {
  const document = parse(query);
  const key = hash('sha256', query);
  const readers = tokens.map((token) => Object.entries(headersOf(token)).flat());
  let asked = 0;
  return async (variables) => {
    asked += 1;
    const context = await admit(readers[asked % readers.length] ?? [], '127.0.0.1');
    const outcome = await pipeline({ document, operationName: null, variables, hash: key, context });
    if (outcome.kind !== 'ANSWERED') throw new Error(JSON.stringify(outcome));
    const { json, errors, manifest } = outcome.result;
    return stringifyPrepared({ ...(errors.length > 0 && { errors }), data: json, extensions: { manifest } });
  };
}
