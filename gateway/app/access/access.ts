import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { AccessContext, Principal } from '../../../schema/contract/identity.ts';
import type { Config, IdentityConfig } from '../../config/config.ts';
import type { BodyRequest } from '../../fetch/body-call.ts';
import { createAuthenticator, type Authenticator } from '../../identity/authenticator.ts';
import { createCallSigner, type CallSigner } from '../../identity/call-signer.ts';
import { assertDemoAllowed, openDemoProvider, type DemoProvider } from '../../identity/demo-provider.ts';
import { countFailedAttempts } from '../../identity/failed-attempts.ts';
import { createKeySource, type KeySource } from '../../identity/key-source.ts';
import { jwksReader } from '../../identity/read-jwks.ts';
import { openSigningKey } from '../../identity/signing-key.ts';
import { openJournal, type Journal } from '../../journal/journal.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createBreakGlass, type BreakGlass } from '../../policy/break-glass.ts';
import { createOpenedCounter, type OpenedCounter } from '../../policy/opened-counter.ts';
import { createRateLimiter, type RateLimiter } from '../../policy/rate-limiter.ts';
import { createAdmission, type AdmissionParts, type Admit } from './admission.ts';

/** Everything that decides who may see what, and writes down who did, over one data folder. */
export interface Access {
  readonly authenticate: Authenticator;
  readonly admit: Admit;
  readonly limiter: RateLimiter;
  readonly opened: OpenedCounter;
  readonly breakGlass: BreakGlass;
  readonly journal: Journal;
  readonly signer: CallSigner;
  /** Absent where a real issuer is configured. */
  readonly demo?: DemoProvider;
  readonly close: () => Promise<void>;
}

export interface AccessOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Default: nothing is rehearsed. */
  readonly rehearse?: AdmissionParts['rehearse'];
}

/**
 * Opens identity, policy and journal. Throws CONFIG_INVALID, IDENTITY_DEMO_HOST_REFUSED, IDENTITY_KEY_UNREADABLE,
 * JOURNAL_KEY_INVALID or JOURNAL_UNAVAILABLE.
 */
export async function openAccess({ config, clock, log, rehearse = nothing }: AccessOptions): Promise<Access> {
  const { dataDir } = config;
  const identity = await openIdentity(config.identity, { config, clock, log });
  const authenticate = createAuthenticator({
    issuer: identity.issuer,
    audience: identity.audience,
    keys: identity.keys,
    clock,
    onRefusal: (reason) => log.info({ reason }, 'token refused'),
  });
  const journal = await openJournal({
    dataDir,
    ...(config.journal.postgres !== undefined && { postgres: { connection: config.journal.postgres } }),
    ...(config.journal.signingKeyFile !== undefined && { signingKeyFile: config.journal.signingKeyFile }),
    clock,
    onState: (state) =>
      state.kind === 'DOWN'
        ? log.error({ code: 'JOURNAL_UNAVAILABLE', problem: state.problem }, 'the journal cannot be written')
        : log.info('the journal is written again'),
  });
  return {
    authenticate,
    admit: createAdmission({ authenticate, attempts: countFailedAttempts({ clock }), rehearse }),
    limiter: createRateLimiter(clock),
    opened: createOpenedCounter({
      clock,
      onAlarm: ({ subject, opened, stopped }) =>
        log.warn({ who: nameless(subject), opened, stopped }, 'many persons opened'),
    }),
    breakGlass: createBreakGlass(clock),
    journal,
    signer: createCallSigner({ key: await openCallKey(dataDir), clock }),
    ...(identity.demo && { demo: identity.demo }),
    close: journal.close,
  };
}

function nothing(): undefined {}

interface Identity {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  readonly demo?: DemoProvider;
}

export async function openIdentity(identity: IdentityConfig, { config, clock, log }: AccessOptions): Promise<Identity> {
  if (identity.kind === 'demo') {
    assertDemoAllowed({ host: config.host });
    const demo = await openDemoProvider(config.dataDir, clock);
    const keys = createKeySource({ read: () => Promise.resolve(demo.jwks), clock });
    return { issuer: demo.issuer, audience: demo.audience, keys, demo };
  }
  const { issuer, audience, jwks } = identity;
  const keys = createKeySource({
    read: jwksReader(jwks),
    clock,
    copy: { file: path.join(config.dataDir, 'identity', 'issuer-keys.json'), place: jwks },
    onFault: (fault) =>
      log.error({ fault: fault instanceof Error ? fault.name : typeof fault }, 'issuer keys not read'),
  });
  return { issuer, audience, keys };
}

/** Where a gateway of this data folder writes the public keys that its calls are signed with. */
export function callKeysFile(dataDir: string): string {
  return path.join(dataDir, 'identity', 'call-keys.json');
}

/** The key that calls are signed with, of a gateway of this data folder. */
export function callKeyFile(dataDir: string): string {
  return path.join(dataDir, 'identity', 'call-key.pem');
}

async function openCallKey(dataDir: string): ReturnType<typeof openSigningKey> {
  const key = await openSigningKey(callKeyFile(dataDir));
  await mkdir(path.dirname(callKeysFile(dataDir)), { recursive: true });
  await writeFile(callKeysFile(dataDir), key.jwks);
  return key;
}

/** Whose operation it is, for a body in this process: as an object, since nobody stands between. */
export function stampInProcess(access: AccessContext): () => Partial<BodyRequest> {
  const stamp = { access, principalKey: keyOf(access) };
  return () => stamp;
}

/** The same, and for bodies over HTTP a token that is good for that body and a minute. */
export function stampCalls(
  signer: CallSigner,
  isRemote: (subgraph: string) => boolean,
): (access: AccessContext, operation: string) => (subgraph: string) => Partial<BodyRequest> {
  return (access, operation) => {
    const inProcess = stampInProcess(access);
    return (subgraph) => {
      if (!isRemote(subgraph)) return inProcess();
      const headers = { authorization: `Bearer ${signer({ access, subgraph, operation })}` };
      return { ...inProcess(), headers };
    };
  };
}

const keys = new WeakMap<Principal, string>();

/** Everything that a body's answer may depend on besides the request. */
function keyOf({ principal, purpose, caseNumber, breakGlass }: AccessContext): string {
  let who = keys.get(principal);
  if (who === undefined) {
    const { subject, role, areas, body, scopes } = principal;
    who = JSON.stringify([subject, role, areas, body, [...scopes].toSorted()]);
    keys.set(principal, who);
  }
  return `${who}${JSON.stringify([purpose, caseNumber, breakGlass])}`;
}

/** Logs name nobody; the same person is the same word, so that an operator can ask the issuer. */
function nameless(subject: string): string {
  return hash('sha256', subject).slice(0, 12);
}
