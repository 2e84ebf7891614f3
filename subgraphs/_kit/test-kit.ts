import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { graphql, type GraphQLFormattedError } from 'graphql';
import type { BodyName } from '../../schema/contract/bodies.ts';
import type { AccessContext, Role } from '../../schema/contract/identity.ts';
import type { BodyDefinition, OpenBody } from './define-subgraph.ts';
import type { BodyExtract, EnrolmentExtract, ServiceExtract } from './import.ts';

/** A body of its own, on a real database in a temporary folder. */
export interface TestBody {
  readonly body: OpenBody;
  /** Loads households as the importer does. */
  readonly load: (...extracts: readonly BodyExtract[]) => Promise<void>;
  /** Runs one call against the subgraph, with a context of its own. */
  readonly query: (
    text: string,
    variables?: Readonly<Record<string, unknown>>,
    access?: AccessContext,
  ) => Promise<TestAnswer>;
  /** This body's record of one household, asked for as the gateway does. */
  readonly record: (houseCode: string, selection: string, access?: AccessContext) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface TestAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
  /** SQL statements that this call ran. */
  readonly statements: number;
}

/** Opens a body for a test; `today` is the day of the demo unless given. */
export async function openForTest(definition: BodyDefinition, today = '2022-08-10'): Promise<TestBody> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  const body = await definition.open({ dataDir, today: () => today });
  const query: TestBody['query'] = async (text, variables, access) => {
    const before = body.statementCount();
    const result = await graphql({
      schema: body.schema,
      source: text,
      contextValue: body.context({ ...(access && { access }) }),
      variableValues: variables,
    });
    return {
      data: JSON.parse(JSON.stringify(result.data ?? null)),
      errors: (result.errors ?? []).map((error) => error.toJSON()),
      statements: body.statementCount() - before,
    };
  };
  return {
    body,
    query,
    load: async (...extracts) => {
      const households = extracts.map((extract) => body.importer.rowsOf(extract));
      const writing = await body.importer.begin();
      try {
        await writing.put(
          extracts.map((extract) => extract.houseCode),
          households,
        );
      } catch (error) {
        await writing.rollback();
        throw error;
      }
      await writing.commit();
    },
    record: async (houseCode, selection, access) => {
      const answer = await query(
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household ${selection} } }`,
        { keys: [{ __typename: 'Household', houseCode }] },
        access,
      );
      if (answer.errors.length > 0) throw new Error(answer.errors.map((error) => error.message).join('; '));
      return entityOf(answer.data);
    },
    close: async () => {
      await body.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** What an extract says, in a test's few words: facts by their short names, `M0` is the household. */
export interface ExtractWords {
  readonly houseCode?: string;
  readonly asOf?: string;
  readonly members: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly identity?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly enrolments?: readonly (Pick<EnrolmentExtract, 'member' | 'programme'> & Partial<EnrolmentExtract>)[];
  readonly services?: readonly ServiceExtract[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly wasRead?: boolean;
}

/** `{ members: { M0: { size: 3 }, M1: { adlScore: 3 } } }` as the importer hands it to a body. */
export function extractOf(words: ExtractWords): BodyExtract {
  const facts = Object.entries(words.members).map(([member, values]) => {
    const scope = member === 'M0' ? 'household' : 'person';
    return [member, new Map(Object.entries(values).map(([name, value]) => [`${scope}.${name}`, value]))] as const;
  });
  return {
    houseCode: words.houseCode ?? '99991000001',
    asOf: words.asOf ?? '2022-08-10',
    members: Object.keys(words.members).filter((member) => member !== 'M0'),
    wasRead: words.wasRead ?? true,
    facts: new Map(facts),
    identity: new Map(Object.entries(words.identity ?? {})),
    enrolments: (words.enrolments ?? []).map((enrolment) => ({ ...plainEnrolment, ...enrolment })),
    services: words.services ?? [],
    details: words.details ?? {},
  };
}

const plainEnrolment = { status: 'ACTIVE', startedOn: null, endedOn: null, thb: null, period: null, recordRef: null };

function entityOf(data: unknown): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of _entities, asked for above
  return (data as { _entities: readonly unknown[] })._entities[0];
}

/** Who asks, in a test's few words: a caseworker of the whole country without scopes unless told otherwise. */
export function accessFor(
  words: {
    readonly role?: Role;
    readonly areas?: readonly string[];
    readonly body?: BodyName | null;
    readonly scopes?: readonly string[];
    readonly breakGlass?: string | null;
  } = {},
): AccessContext {
  const { role = 'caseworker', areas = ['*'], body = null, scopes = [], breakGlass = null } = words;
  const principal = { subject: 'somebody', role, areas, body, scopes: new Set(scopes), expiresAt: 0 };
  return { principal, purpose: 'CASE_REVIEW', caseNumber: null, breakGlass };
}
