import { bodyNames, bodyOf, isBodyName } from '../../schema/contract/bodies.ts';
import { rehearsalReason } from '../../schema/contract/rehearsal.ts';
import type { Answers, AnswerStatus } from './answer-book.ts';

/** `extensions.manifest` of a response: who was asked, and what came of it. */
export interface Manifest {
  /** True when every body answered for everything it was asked. */
  readonly complete: boolean;
  readonly bodies: readonly ManifestRow[];
}

export interface ManifestRow {
  /** The body's code; the subgraph's name where the graph is not ours. */
  readonly code: string;
  readonly status: AnswerStatus;
  readonly tookMs: number;
  /** Only where nothing came because the body's failure is being rehearsed. */
  readonly rehearsed?: true;
}

/** One row for each subgraph that the plan touches; those that were never reached are NOT_ASKED. */
export function buildManifest(touched: readonly string[], answers: Answers): Manifest {
  const bodies = touched.map((subgraph): ManifestRow => {
    const answer = answers[subgraph];
    return {
      code: isBodyName(subgraph) ? bodyOf(subgraph).code : subgraph,
      status: answer?.status ?? 'NOT_ASKED',
      tookMs: Math.round(answer?.tookMs ?? 0),
      ...(answer?.reason === rehearsalReason && { rehearsed: true }),
    };
  });
  const complete = touched.every((subgraph) => {
    const answer = answers[subgraph];
    return (answer?.status === 'ANSWERED' || answer?.status === 'NO_RECORD') && answer.entities === undefined;
  });
  return { complete, bodies };
}

/** The thirteen in the order of the memorandum, then others in the order of the plan. The join is no body of its own. */
export function manifestOrder(subgraphs: Iterable<string>, joins: ReadonlySet<string>): string[] {
  const touched = [...new Set(subgraphs)].filter((name) => !joins.has(name));
  return touched.toSorted((a, b) => rank(a) - rank(b));
}

function rank(subgraph: string): number {
  const at = bodyNames.findIndex((body) => body === subgraph);
  return at === -1 ? bodyNames.length : at;
}

/** `social-welfare` -> `SOCIAL_WELFARE`: how errors name the subgraph they are about. */
export function subgraphCode(subgraph: string): string {
  return subgraph.toUpperCase().replaceAll('-', '_');
}
