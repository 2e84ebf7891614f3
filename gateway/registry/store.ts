import type { CheckReport, Publication } from '../../schema/contract/publication.ts';
import type { Artefact, Manifest } from './artefact.ts';

/** One published version of one body. None is ever changed or removed. */
export interface VersionRecord {
  readonly body: string;
  /** From 1, without gaps, for each body. */
  readonly version: number;
  /** Digest of schema and programmes together. */
  readonly sha256: string;
  readonly publishedBy: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly report: CheckReport;
  /** The proposal that was approved; null where nobody had to be asked. */
  readonly proposalId: string | null;
}

/** A publication that waits for the yes of other bodies. */
export interface Proposal {
  readonly id: string;
  readonly body: string;
  /** The body's version that it would replace; 0 for a new body. */
  readonly baseVersion: number;
  readonly sha256: string;
  readonly proposedBy: string;
  readonly at: string;
  readonly report: CheckReport;
}

export interface Approval {
  readonly proposalId: string;
  /** The body that said yes. */
  readonly body: string;
  readonly approvedBy: string;
  readonly at: string;
}

export interface RegisteredAddress {
  readonly body: string;
  readonly url: string;
  readonly registeredBy: string;
  readonly at: string;
}

/** What one change adds: all of it or none. */
export interface Addition {
  readonly versions?: readonly { readonly record: VersionRecord; readonly publication: Publication }[];
  readonly address?: RegisteredAddress;
  readonly artefact?: Artefact;
}

/**
 * Versions, proposals, approvals, addresses and artefacts, which are added and never changed. Every call rejects with
 * REGISTRY_STORE_FAILED when the database cannot be used; what was added before is there.
 */
export interface RegistryStore {
  /** Sequence of the newest artefact; 0 before the first. */
  readonly sequence: () => Promise<number>;
  readonly artefact: (sequence: number) => Promise<Artefact | undefined>;
  /** Manifests below a sequence, the newest first. */
  readonly manifests: (below: number, limit: number) => Promise<readonly Manifest[]>;
  readonly publication: (body: string, version: number) => Promise<Publication | undefined>;
  /** Number of the newest version of a body; 0 before the first. */
  readonly lastVersion: (body: string) => Promise<number>;
  readonly version: (body: string, version: number) => Promise<VersionRecord | undefined>;
  /** The newest first, of one body or of all. */
  readonly versions: (body: string | null, limit: number) => Promise<readonly VersionRecord[]>;
  /** The address of each body that was registered last. */
  readonly addresses: () => Promise<ReadonlyMap<string, string>>;
  /** Durable when it resolves. Resolves to false, with nothing added, when somebody else's artefact or version was first. */
  readonly add: (addition: Addition) => Promise<boolean>;
  readonly propose: (proposal: Proposal, publication: Publication) => Promise<void>;
  readonly proposal: (id: string) => Promise<StoredProposal | undefined>;
  /** Proposals that became no version yet, the newest first. */
  readonly proposals: () => Promise<readonly StoredProposal[]>;
  /** A body's second yes changes nothing. */
  readonly approve: (approval: Approval) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StoredProposal extends Proposal {
  readonly publication: Publication;
  readonly approvals: readonly Approval[];
  readonly isPublished: boolean;
}

/** Why a store cannot be used, in words for the operator. */
export class StoreProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreProblem';
  }
}
