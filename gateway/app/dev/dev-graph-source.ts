import type { Publication } from '../../../schema/contract/publication.ts';

/** The subgraph that is developed: its schema now, a service that answers with it, and word of changes. */
export interface DevSource {
  /** Rejects with CHECK_FILE_UNREADABLE or CHECK_SUBGRAPH_SILENT. */
  readonly read: () => Promise<Publication>;
  /** A service with what was read last. Rejects with DEV_BODY_UNREADABLE. */
  readonly serve: () => Promise<DevService>;
  /** Calls back when something has changed, and never before it is asked to. */
  readonly watch: (onChange: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface DevService {
  readonly url: string;
  readonly end: () => Promise<void>;
}
