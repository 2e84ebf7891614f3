import { z } from 'zod';
import { CodedError, isErrorCode, readDetails } from '../../../schema/contract/error-codes.ts';
import { findingLevels, type CheckReport, type Publication } from '../../../schema/contract/publication.ts';
import type { Approval, StoredProposal, VersionRecord } from '../../registry/store.ts';
import { openRegistryExchange, type RegistryAnswer } from './registry-exchange.ts';

const findingShape = z.object({
  code: z.string(),
  level: z.enum(findingLevels),
  file: z.string(),
  line: z.number().nullable(),
  coordinate: z.string().nullable(),
  why: z.string(),
  whyTh: z.string(),
  mend: z.string(),
  mendTh: z.string(),
  approvers: z.array(z.string()),
});

const reportShape = z.object({
  body: z.string(),
  verdict: z.enum(['PASSED', 'NEEDS_APPROVAL', 'REFUSED']),
  findings: z.array(findingShape),
});

const outcomeShape = z.object({
  kind: z.enum(['PUBLISHED', 'UNCHANGED', 'PENDING', 'REFUSED', 'CHECKED']),
  body: z.string(),
  version: z.number().optional(),
  sequence: z.number().optional(),
  proposal: z.string().optional(),
  waitingFor: z.array(z.string()).optional(),
  report: reportShape.optional(),
});

/** What a registry says of a publication or an approval. */
export interface PublishAnswer {
  readonly kind: 'PUBLISHED' | 'UNCHANGED' | 'PENDING' | 'REFUSED' | 'CHECKED';
  readonly body: string;
  readonly version?: number | undefined;
  readonly sequence?: number | undefined;
  readonly proposal?: string | undefined;
  readonly waitingFor?: readonly string[] | undefined;
  readonly report?: CheckReport | undefined;
}

const versionsShape = z.array(
  z.object({
    body: z.string(),
    version: z.number(),
    sha256: z.string(),
    publishedBy: z.string(),
    at: z.string(),
    report: reportShape,
    proposalId: z.string().nullable(),
  }),
);

const proposalsShape = z.array(
  z.object({
    id: z.string(),
    body: z.string(),
    proposedBy: z.string(),
    at: z.string(),
    report: reportShape,
    approvals: z.array(z.object({ body: z.string() })),
  }),
);

/** A proposal as those see it who may say yes to it. */
export interface ListedProposal extends Pick<StoredProposal, 'id' | 'body' | 'proposedBy' | 'at' | 'report'> {
  readonly approvals: readonly Pick<Approval, 'body'>[];
}

/** The registry as staff of a body sees it, with a token. Every call rejects with the registry's own code, or REGISTRY_UNREACHABLE. */
export interface RegistryClient {
  readonly publish: (publication: Publication, dryRun: boolean) => Promise<PublishAnswer>;
  readonly approve: (proposalId: string) => Promise<PublishAnswer>;
  readonly versions: (body: string | null) => Promise<readonly VersionRecord[]>;
  readonly proposals: () => Promise<readonly ListedProposal[]>;
}

/** Works with a registry over HTTP, and lets go of its connections whatever comes of it. */
export async function withRegistryAt<T>(
  url: string,
  token: string,
  work: (client: RegistryClient) => Promise<T>,
): Promise<T> {
  const exchange = openRegistryExchange(url);
  const post = async (path: string, body: unknown): Promise<PublishAnswer> =>
    readAnswer(url, await exchange.ask(path, { token, body }), outcomeShape);
  try {
    return await work({
      publish: (publication, dryRun) => post(`/registry/publish${dryRun ? '?dry-run=true' : ''}`, publication),
      approve: (proposalId) => post(`/registry/approvals/${encodeURIComponent(proposalId)}`, {}),
      versions: async (body) => {
        const query = body === null ? '' : `?body=${encodeURIComponent(body)}`;
        return readAnswer(url, await exchange.ask(`/registry/versions${query}`, { token }), versionsShape);
      },
      proposals: async () => readAnswer(url, await exchange.ask('/registry/approvals', { token }), proposalsShape),
    });
  } finally {
    await exchange.close();
  }
}

const errorsShape = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string(), details: z.unknown().optional() }) })).min(1),
});

/** What was asked for, which a refused publication is too; else the registry's error in our own words. */
function readAnswer<Shape extends z.ZodType>(
  url: string,
  { status, text }: RegistryAnswer,
  shape: Shape,
): z.output<Shape> {
  const json = parseJson(text);
  const wanted = shape.safeParse(json);
  if (wanted.success && (status < 300 || status === 422)) return wanted.data;
  const refused = errorsShape.safeParse(json).data?.errors[0]?.extensions;
  if (refused !== undefined && isErrorCode(refused.code)) {
    throw new CodedError(refused.code, readDetails(refused.details));
  }
  throw new CodedError('REGISTRY_UNREACHABLE', { url, problem: `it answers with status ${status}` });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
