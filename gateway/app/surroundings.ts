import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import type { Config } from '../config/config.ts';
import type { GuardedBody } from '../fetch/compose-body-call.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { Clock } from '../kernel/clock.ts';
import { faultText } from '../rehearse/fault.ts';
import type { RehearsalEvent } from '../rehearse/rehearsals.ts';
import { usagePlugin } from '../usage/usage-plugin.ts';
import { createUsageRecorder } from '../usage/usage-recorder.ts';
import { openUsageStore } from '../usage/usage-store.ts';
import { openAccess, type Access } from './access/access.ts';
import type { GuardBody } from './body-calls.ts';
import { createRehearsing, type Rehearsing } from './rehearsal.ts';
import { faultLogger } from './runtime.ts';
import { openLevels, type Published } from './service-levels.ts';

/** What stands around an engine that serves people: who they are, how the bodies fare, what is asked of them. */
export interface Surroundings {
  readonly access: Access;
  readonly rehearsing: Rehearsing;
  /** The policies of every call to a body. */
  readonly guard: GuardBody;
  readonly plugins: readonly ApolloServerPlugin[];
  /** GET /bodies and /rehearsals. */
  readonly pages: readonly FastifyPluginAsync[];
  readonly close: () => Promise<void>;
}

export interface SurroundingsOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** The bodies of the graph, as they are now. */
  readonly bodies: () => ReadonlyMap<string, GuardedBody>;
  /** What a registry tells of a body. */
  readonly published?: (body: string) => Published | null;
}

/** Opens them over the configuration's data folder. Rejects with what `openAccess` throws. */
export async function openSurroundings(options: SurroundingsOptions): Promise<Surroundings> {
  const { config, clock, log, bodies, published } = options;
  const onFault = faultLogger(log);
  // Nothing can be rehearsed before somebody has signed in, and by then the journal is there.
  const journalled: { journal?: Access['journal'] } = {};
  const rehearsing = createRehearsing({
    clock,
    subgraphs: () => bodies().keys(),
    hasRealIssuer: config.identity.kind === 'issuer',
    allowRehearsal: config.allowRehearsal,
    onRehearsal: (event) => {
      log.warn({ rehearsal: textOf(event), kind: event.kind }, 'rehearsal');
      journalled.journal?.append(recordOf(event, clock.now())).catch(onFault);
    },
  });
  const access = await openAccess({ config, clock, log, rehearse: rehearsing.stampOf });
  journalled.journal = access.journal;
  const levels = await openLevels({
    clock,
    dataDir: config.dataDir,
    onFault,
    guard: rehearsing.guard,
    rehearsals: rehearsing.rehearsals,
    ...(published && { published }),
  });
  const usage = createUsageRecorder({ store: await openUsageStore(config.dataDir), clock, onFault });
  return {
    access,
    rehearsing,
    guard: levels.guard,
    plugins: [usagePlugin(usage.record, clock.now)],
    pages: [(app) => levels.page(bodies())(app, {}), rehearsing.page((rawHeaders) => signIn(access, rawHeaders))],
    close: async () => {
      rehearsing.close();
      await Promise.allSettled([levels.close(), usage.close()]);
      await access.close();
    },
  };
}

async function signIn({ authenticate }: Access, rawHeaders: readonly string[]): Promise<Principal> {
  const who = await authenticate(rawHeaders);
  if (who.kind === 'REFUSED') throw new CodedError(who.code);
  return who.principal;
}

/** `ENDED health=down`. */
function textOf(event: RehearsalEvent): string {
  const faults = event.kind === 'OPERATION' ? event.faults : [[event.rehearsal.body, event.rehearsal.fault] as const];
  return [...faults].map(([body, fault]) => `${body}=${faultText(fault)}`).join(',');
}

/** A rehearsal shows nobody's data; who staged it is written down all the same, since others will wonder. */
function recordOf(event: RehearsalEvent, atMs: number): JournalRecord {
  const { principal } = event;
  const name = `rehearse ${event.kind} ${textOf(event)}`;
  return {
    at: new Date(atMs).toISOString(),
    operationId: null,
    principal: principal && {
      subject: principal.subject,
      role: principal.role,
      areas: principal.areas,
      body: principal.body,
    },
    purpose: null,
    caseNumber: null,
    breakGlass: null,
    operation: { hash: hash('sha256', name), name },
    households: [],
    persons: [],
    reads: [],
    masked: [],
    denied: [],
    decision: 'ALLOWED',
    refusal: null,
    manifest: [],
    policyDigest: null,
    durationMs: 0,
  };
}
