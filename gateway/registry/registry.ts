import { randomUUID } from 'node:crypto';
import type { CheckReport, Publication } from '../../schema/contract/publication.ts';
import type { Clock } from '../kernel/clock.ts';
import type { AddressRules } from './address.ts';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { approve } from './approve.ts';
import type { Artefact, RegistryKey } from './artefact.ts';
import type { Composer } from './composer.ts';
import type { Desk } from './desk.ts';
import type { Placer } from './findings.ts';
import { publish, type Outcome } from './publish.ts';
import { registerAddress } from './register-address.ts';
import { rollBack } from './roll-back.ts';
import { seed } from './seed.ts';
import type { RegistryStore, StoredProposal, VersionRecord } from './store.ts';
import { createTurns } from './turns.ts';

/** Who acts: staff of a body by a verified token, or whoever holds the registry's own data folder. */
export type Actor =
  { readonly kind: 'STAFF'; readonly subject: string; readonly body: string } | { readonly kind: 'OPERATOR' };

export interface RegistryOptions {
  readonly store: RegistryStore;
  readonly key: RegistryKey;
  readonly clock: Clock;
  readonly compose: Composer;
  /** What there is to say about a publication that composes, against everything that is published now. */
  readonly check: (publication: Publication, current: readonly Publication[]) => Promise<CheckReport>;
  readonly place: Placer;
  readonly addresses: AddressRules;
  /** How often another process's publications are looked for. Default half a second. */
  readonly watchMs?: number;
  readonly onFault?: (error: unknown) => void;
}

/** Every call that reads or writes the database rejects with REGISTRY_STORE_FAILED when that cannot be done. */
export interface Registry extends Pick<Announcer, 'current' | 'other' | 'onArtefact'> {
  /**
   * One publication at a time, each against what is current when its turn comes. With `dryRun` nothing is kept. Rejects
   * with REGISTRY_BODY_REFUSED, REGISTRY_ADDRESS_MISSING or REGISTRY_BUSY.
   */
  readonly publish: (publication: Publication, actor: Actor, dryRun?: boolean) => Promise<Outcome>;
  /** Says yes to a proposal, and publishes it with the last yes that it needs. Rejects with REGISTRY_PROPOSAL_… or REGISTRY_APPROVER_REFUSED. */
  readonly approve: (proposalId: string, actor: Actor) => Promise<Outcome>;
  /**
   * A new artefact with the content of an old one; without `to`, of the one before the current content. `above` is a
   * sequence that gateways have seen and this database has not, after a backup was put back. Rejects with
   * REGISTRY_SEQUENCE_UNKNOWN or REGISTRY_EMPTY.
   */
  readonly rollBack: (request: { readonly to?: number; readonly above?: number }) => Promise<Artefact>;
  /** Where gateways find a body from now on; resolves to the address in its one spelling. Rejects with REGISTRY_ADDRESS_REFUSED. */
  readonly registerAddress: (body: string, url: string) => Promise<string>;
  /** Publishes the operator's own copies together and unchecked; a body that somebody else has published is left as it is. */
  readonly seed: (publications: readonly Publication[]) => Promise<void>;
  /** The newest first. */
  readonly versions: (body: string | null) => Promise<readonly VersionRecord[]>;
  readonly proposals: () => Promise<readonly StoredProposal[]>;
  readonly close: () => Promise<void>;
}

const maxWaiting = 50;
const maxListed = 500;

/** Opens the registry over its store. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const { store, clock, watchMs = 500, onFault = () => undefined } = options;
  const announcer = createAnnouncer({ store, clock, watchMs, onFault });
  const desk: Desk = {
    ...options,
    announcer,
    newId: randomUUID,
    now: () => new Date(clock.now()).toISOString(),
  };
  const turns = createTurns(maxWaiting);
  try {
    await announcer.refresh();
  } catch (error) {
    announcer.close();
    throw error;
  }
  return {
    current: announcer.current,
    other: announcer.other,
    onArtefact: announcer.onArtefact,
    publish: (publication, actor, dryRun = false) => turns.take(() => publish(desk, { publication, actor, dryRun })),
    approve: (proposalId, actor) => turns.take(() => approve(desk, proposalId, actor)),
    rollBack: (request) => rollBack(desk, request),
    registerAddress: (body, url) => turns.take(() => registerAddress(desk, body, url)),
    seed: (publications) => turns.take(() => seed(desk, publications)),
    versions: (body) => store.versions(body, maxListed),
    proposals: () => store.proposals(),
    close: async () => {
      announcer.close();
      await store.close();
    },
  };
}
