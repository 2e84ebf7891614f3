import type { DocumentNode, FieldNode } from 'graphql';

/** What of an operation is held back from one who asks: decided before planning. */
export interface HeldOperation {
  /** To be planned and fetched; null when nothing is left. */
  readonly document: DocumentNode | null;
  /** What the answer is written from: the client's selection. */
  readonly shape: DocumentNode;
  /** Fields of `shape` that are null with an error POLICY_DENIED wherever they stand. */
  readonly withheld: ReadonlySet<FieldNode>;
  /** Names the decision within the client's document; empty when nothing is withheld. */
  readonly variant: string;
}
