import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Publication } from '../../schema/contract/publication.ts';

/** What is checked, and against what. */
export interface CheckInput {
  readonly candidate: Publication;
  /** What the other bodies and the join publish now. */
  readonly others: readonly Publication[];
  /** What the body itself publishes now; null when it publishes for the first time. */
  readonly published: Publication | null;
  readonly usage: UsageRecord;
  readonly savedOperations: readonly SavedOperation[];
  readonly tools: CheckTools;
}

/** What readers ran, from the gateways' own record. */
export interface UsageRecord {
  /** The days looked back over. */
  readonly days: number;
  /** How many of them the record covers. */
  readonly coveredDays: number;
  /** By coordinate of the API schema: `Type.field` and `Type.field(argument:)`. */
  readonly byCoordinate: ReadonlyMap<string, CoordinateUsage>;
}

export interface CoordinateUsage {
  /** Hashes of the operations. */
  readonly operations: readonly string[];
  /** Names that clients give themselves. */
  readonly clients: readonly string[];
  /** How often they were run. */
  readonly count: number;
  /** `2026-11-22`, in UTC. */
  readonly lastDay: string;
}

export interface SavedOperation {
  readonly name: string;
  readonly query: string;
}

/** What a check takes from other stages. */
export interface CheckTools {
  /** Text of the part of a schema that is the same for all subgraphs: access directives, scalars, value types. */
  readonly sharedSchema: string;
  /** From a line of the candidate's SDL to a line of the file that the developer has. */
  readonly locate: (line: number) => { readonly file: string; readonly line: number | null };
  readonly compose: (publications: readonly Publication[]) => Composition;
  /** What is wrong with the classification of a schema; `catalogue` is that of all bodies. */
  readonly classify: (document: DocumentNode, catalogue: GatheredCatalogue) => readonly ClassificationProblem[];
  /** What is wrong with the form of a programmes.json, each with its path as `programmes[3].effective.from`. */
  readonly shapeProblems: (json: unknown) => readonly JsonProblem[];
  /** What is wrong with the rules of programmes against a dictionary of facts, paths as above. */
  readonly ruleProblems: (programmes: readonly unknown[], facts: readonly unknown[]) => readonly JsonProblem[];
  /** Every verdict of the catalogue on the worked households; null where the catalogue cannot be read. */
  readonly verdicts: (catalogue: GatheredCatalogue) => readonly SampleVerdict[] | null;
}

export type Composition = Graph | { readonly ok: false; readonly problems: readonly CompositionProblem[] };

/** What was composed. */
export interface Graph {
  readonly ok: true;
  readonly supergraph: string;
  readonly api: GraphQLSchema;
  /** The calls of an operation's plan. Throws when there is none. */
  readonly planCalls: (operation: string) => readonly PlannedCall[];
}

export interface CompositionProblem {
  /** The composer's own, for example `INVALID_FIELD_SHARING`. */
  readonly code: string;
  readonly message: string;
  /** Lines of the SDL that it is about, with the body whose they are. */
  readonly places: readonly { readonly body: string; readonly line: number }[];
}

export interface PlannedCall {
  readonly subgraph: string;
  /** Where its answers go, for example `household.members.@`; '' for a root. `@` stands for every entry of a list. */
  readonly path: string;
}

export interface ClassificationProblem {
  readonly coordinate: string;
  /** For example `has no @open, @personal or @sensitive`. */
  readonly text: string;
}

export interface JsonProblem {
  readonly path: string;
  readonly message: string;
}

/** Facts and programmes of all bodies. */
export interface GatheredCatalogue {
  readonly facts: readonly unknown[];
  readonly programmes: readonly unknown[];
}

export interface SampleVerdict {
  readonly programme: string;
  /** A person or household of the worked cases. */
  readonly subject: string;
  readonly verdict: string;
}
