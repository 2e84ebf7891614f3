import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { withAddresses } from './addressed.ts';
import type { Announcer } from './announcer.ts';
import { sha256, signArtefact, type Artefact, type Manifest } from './artefact.ts';
import type { ComposedGraph } from './composer.ts';
import type { RegistryOptions } from './registry.ts';
import type { Addition, VersionRecord } from './store.ts';

/** What every change of the registry works with. */
export interface Desk extends RegistryOptions {
  readonly announcer: Announcer;
  readonly newId: () => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

/** What is published when a turn begins. */
export interface Published {
  /** Undefined before the first artefact. */
  readonly artefact: Artefact | undefined;
  /** The publications that the artefact was made of. */
  readonly publications: readonly Publication[];
  readonly addresses: ReadonlyMap<string, string>;
}

/** Another process may have published since the last turn. */
export async function readPublished({ store, announcer }: Desk): Promise<Published> {
  await announcer.refresh();
  const artefact = announcer.current()?.artefact;
  const publications = await Promise.all(
    (artefact?.manifest.bodies ?? []).map(async ({ body, version }) => {
      const publication = await store.publication(body, version);
      if (publication === undefined) throw new CodedError('REGISTRY_STORE_FAILED', { problem: 'a version has gone' });
      return publication;
    }),
  );
  return { artefact, publications, addresses: await store.addresses() };
}

/** Content of an artefact, to which sequence, time, addresses and signature are added. */
export interface Content extends ComposedGraph {
  readonly versions: readonly VersionChoice[];
  readonly rolledBackTo?: number;
}

export type VersionChoice = Omit<Manifest['bodies'][number], 'address'>;

export interface Change extends Omit<Addition, 'artefact'> {
  readonly content: Content;
  readonly addresses: ReadonlyMap<string, string>;
  /** The sequence that the new one follows. */
  readonly after: number;
}

/** Signs the next artefact and adds it with the rest in one transaction; undefined when somebody else was first. */
export async function issue(desk: Desk, change: Change): Promise<Artefact | undefined> {
  const { content, addresses, after, ...addition } = change;
  const { supergraph, catalogue, composer, policySha256, versions, rolledBackTo = null } = content;
  const bodies = versions
    .toSorted((one, other) => (one.body < other.body ? -1 : 1))
    .map((choice) => ({ ...choice, address: addresses.get(choice.body) ?? null }));
  const artefact = signArtefact(
    {
      manifest: { sequence: after + 1, createdAt: desk.now(), composer, policySha256, bodies, rolledBackTo },
      supergraph: withAddresses(supergraph, addresses),
      catalogue,
    },
    desk.key,
  );
  if (!(await desk.store.add({ ...addition, artefact }))) return undefined;
  await desk.announcer.refresh();
  return artefact;
}

const mostTries = 12;

/** Tries again while other processes are quicker. Rejects with REGISTRY_BUSY when they always are. */
export async function untilFirst<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each attempt is against what the one before has lost to
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new CodedError('REGISTRY_BUSY');
}

/** Digest of what a body publishes. */
export function digestOf({ sdl, programmes }: Publication): string {
  return sha256(canonicalJson({ sdl, programmes }));
}

export function sequenceOf({ artefact }: Published): number {
  return artefact?.manifest.sequence ?? 0;
}

/** A version as an artefact names it. */
export function choiceOf({ body, version, sha256: digest, at }: VersionRecord): VersionChoice {
  return { body, version, sha256: digest, publishedAt: at };
}

/** The versions of an artefact with one body's replaced or added. */
export function withVersion(artefact: Artefact | undefined, choice: VersionChoice): readonly VersionChoice[] {
  return [...(artefact?.manifest.bodies ?? []).filter(({ body }) => body !== choice.body), choice];
}

export function contentOf({ manifest, supergraph, catalogue }: Artefact): Content {
  const { composer, policySha256, bodies } = manifest;
  return { supergraph, catalogue, composer, policySha256, versions: bodies };
}
