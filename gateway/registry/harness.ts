import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knex from 'knex';
import { onTestFinished } from 'vitest';
import type { CheckReport, Finding, Publication } from '../../schema/contract/publication.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import { sha256, type Artefact, type RegistryKey } from './artefact.ts';
import type { Composer } from './composer.ts';
import type { Database } from './database.ts';
import { createPlacer } from './findings.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { openRegistry, type Actor, type Registry, type RegistryOptions } from './registry.ts';
import { createSqlStore } from './sql-store.ts';
import type { RegistryStore } from './store.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

export const postgresAddress = 'postgres://postgres@127.0.0.1:5432/test';

/** One place for one registry, in one of the two databases; gone when the test is over. */
export interface Place {
  readonly dataDir: string;
  /** Another connection to the same registry each time. */
  readonly newDatabase: () => Database;
}

export interface DatabaseKind {
  readonly name: string;
  readonly newPlace: () => Promise<Place>;
}

export const sqlite: DatabaseKind = {
  name: 'SQLite',
  newPlace: async () => {
    const dataDir = await newFolder();
    return {
      dataDir,
      newDatabase: () => openSqliteDatabase({ file: path.join(dataDir, 'registry.sqlite'), lockTimeoutMs: 2_000 }),
    };
  },
};

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  newPlace: async () => {
    const schema = `registry_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    onTestFinished(async () => {
      const db = knex({ client: 'pg', connection: postgresAddress });
      await db.raw(`drop schema if exists ${schema} cascade`);
      await db.destroy();
    });
    return {
      dataDir: await newFolder(),
      newDatabase: () => openPostgresDatabase({ connection: postgresAddress, schema }),
    };
  },
};

/** In CI there is no excuse: the tests run, and fail without a server. */
// oxlint-disable-next-line node/no-process-env -- tests have no configuration of their own
const mustRun = process.env['CI'] !== undefined;

export const hasPostgres: boolean = mustRun || (await canConnect());

/** Both, or the one that is there. */
export const databases: readonly DatabaseKind[] = hasPostgres ? [sqlite, postgres] : [sqlite];

async function canConnect(): Promise<boolean> {
  const db = knex({ client: 'pg', connection: { connectionString: postgresAddress, connectionTimeoutMillis: 1_000 } });
  try {
    await db.raw('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await db.destroy();
  }
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-registry-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface KeyPair extends RegistryKey {
  readonly publicKey: KeyObject;
}

export function newKey(kid = 'test-key'): KeyPair {
  return { kid, ...generateKeyPairSync('ed25519') };
}

export const testKey: KeyPair = newKey();

/** A registry at a place; closed when the test is over. */
export async function registryAt(place: Place, options: Partial<RegistryOptions> = {}): Promise<Registry> {
  const store = createSqlStore(place.newDatabase());
  const registry = await openRegistry({
    store,
    key: testKey,
    clock: systemClock,
    compose: textComposer,
    check: passing,
    place: createPlacer(''),
    addresses: { allowPrivate: true },
    ...options,
  });
  onTestFinished(() => registry.close());
  await addressBodies(store);
  return registry;
}

/** The bodies of the tests have addresses; `culture` has none. */
async function addressBodies(store: RegistryStore): Promise<void> {
  if ((await store.addresses()).size > 0) return;
  for (const body of ['health', 'labour', 'interior']) {
    const url = `http://127.0.0.1:4100/${body}`;
    await store.add({ address: { body, url, registeredBy: 'operator', at: '2022-08-10T03:00:00.000Z' } });
  }
}

/** Composes as real ones do, in that the supergraph shows what it was made of. `broken` in an SDL does not compose. */
export const textComposer: Composer = (publications, blamed) => {
  const broken = publications.find(({ sdl }) => sdl.includes('broken'));
  if (broken !== undefined) return Promise.resolve({ kind: 'REFUSED', findings: [finding('BROKEN', 'ERROR')] });
  const names = publications.map(({ body }) => body).toSorted();
  const graphs = names.map((name) => `  ${name.toUpperCase()} @join__graph(name: "${name}", url: "")`);
  const texts = names.map((name) => `# ${name}: ${publications.find(({ body }) => body === name)?.sdl ?? ''}`);
  return Promise.resolve({
    kind: 'COMPOSED',
    supergraph: `enum join__Graph {\n${graphs.join('\n')}\n}\n${texts.join('\n')}\n`,
    policySha256: sha256(`policy ${blamed === '' ? '' : 'of '}${texts.join('\n')}`),
    catalogue: JSON.stringify(publications.map(({ programmes }) => programmes)),
    composer: '@apollo/composition 2.0.0-test',
  });
};

export const passing: RegistryOptions['check'] = ({ body }) => Promise.resolve(reportOf(body, []));

/** Says of every publication what the findings say. */
export function checkSaying(...findings: readonly Finding[]): RegistryOptions['check'] {
  return ({ body }) => Promise.resolve(reportOf(body, findings));
}

function reportOf(body: string, findings: readonly Finding[]): CheckReport {
  return { body, verdict: 'PASSED', findings };
}

export function finding(code: string, level: Finding['level'], approvers: readonly string[] = []): Finding {
  const texts = { why: 'why', whyTh: 'เหตุผล', mend: 'mend', mendTh: 'วิธีแก้' };
  return { code, level, file: 'schema.graphql', line: 3, coordinate: null, ...texts, approvers };
}

export function publicationOf(body: string, marker = 'v1'): Publication {
  return { body, sdl: `type Query { ${body}: String } # ${marker}`, programmes: `{"of":"${body} ${marker}"}` };
}

export function staff(body: string, subject = `developer-of-${body}`): Actor {
  return { kind: 'STAFF', subject, body };
}

export const operator: Actor = { kind: 'OPERATOR' };

/** What an artefact was made of, as its text shows it. */
export function markersOf({ supergraph }: Artefact): Readonly<Record<string, string>> {
  const lines = [...supergraph.matchAll(/^# (?<body>[\w-]+): .* # (?<marker>.*)$/gmu)];
  return Object.fromEntries(lines.map(({ groups }) => [groups?.['body'] ?? '', groups?.['marker'] ?? '']));
}

/** A clock whose timers run when the test says so. */
export interface HandClock extends Clock {
  readonly advance: (ms: number) => void;
  /** Milliseconds until each timer that waits, in order. */
  readonly waits: () => readonly number[];
}

export function handClock(): HandClock {
  let now = Date.UTC(2022, 7, 10, 3);
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { dueMs: now + delayMs, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance: (ms) => {
      now += ms;
      for (const timer of [...timers].filter(({ dueMs }) => dueMs <= now)) {
        timers.delete(timer);
        timer.run();
      }
    },
    waits: () => [...timers].map(({ dueMs }) => dueMs - now).toSorted((one, other) => one - other),
  };
}
