import { CodedError } from '../../schema/contract/error-codes.ts';
import { verdictOf, type CheckReport, type Finding, type Publication } from '../../schema/contract/publication.ts';
import type { ComposedGraph } from './composer.ts';
import {
  choiceOf,
  digestOf,
  issue,
  readPublished,
  sequenceOf,
  untilFirst,
  withVersion,
  type Desk,
  type Published,
} from './desk.ts';
import { refusal } from './findings.ts';
import type { Actor } from './registry.ts';
import { passedLimit } from './sdl-limits.ts';

/** What came of a publication. */
export type Outcome =
  | {
      readonly kind: 'PUBLISHED';
      readonly body: string;
      readonly version: number;
      readonly sequence: number;
      readonly report: CheckReport;
    }
  /** The same content is published already. */
  | { readonly kind: 'UNCHANGED'; readonly body: string; readonly version: number; readonly sequence: number }
  /** Kept until these bodies have said yes. */
  | {
      readonly kind: 'PENDING';
      readonly body: string;
      readonly proposal: string;
      readonly waitingFor: readonly string[];
      readonly report: CheckReport;
    }
  | { readonly kind: 'REFUSED'; readonly body: string; readonly report: CheckReport }
  /** What a dry run says of a publication that would not be refused. */
  | { readonly kind: 'CHECKED'; readonly body: string; readonly report: CheckReport };

export interface PublishRequest {
  readonly publication: Publication;
  readonly actor: Actor;
  readonly dryRun: boolean;
}

/** See Registry.publish. */
export async function publish(desk: Desk, request: PublishRequest): Promise<Outcome> {
  const { publication, actor, dryRun } = request;
  const { body } = publication;
  if (actor.kind === 'STAFF' && actor.body !== body) throw new CodedError('REGISTRY_BODY_REFUSED', { body });
  return untilFirst(async () => {
    const published = await readPublished(desk);
    const known = published.artefact?.manifest.bodies.find((each) => each.body === body);
    if (known?.sha256 === digestOf(publication)) {
      return { kind: 'UNCHANGED', body, version: known.version, sequence: sequenceOf(published) };
    }
    const { report, graph } = await judge(desk, publication, published);
    if (graph === undefined || report.verdict === 'REFUSED') return { kind: 'REFUSED', body, report };
    if (dryRun) return { kind: 'CHECKED', body, report };
    if (known === undefined && !published.addresses.has(body)) {
      throw new CodedError('REGISTRY_ADDRESS_MISSING', { body });
    }
    if (report.verdict === 'NEEDS_APPROVAL') {
      return propose(desk, request, { report, baseVersion: known?.version ?? 0 });
    }
    return addVersion(desk, { publication, published, report, graph, publishedBy: nameOf(actor), proposalId: null });
  });
}

export function nameOf(actor: Actor): string {
  return actor.kind === 'OPERATOR' ? 'operator' : actor.subject;
}

export interface Judgement {
  readonly report: CheckReport;
  /** Undefined where it does not compose. */
  readonly graph: ComposedGraph | undefined;
}

/** Limits first, then everything that the check has to say, and only what it lets pass is composed into the new graph. */
export async function judge(desk: Desk, publication: Publication, { publications }: Published): Promise<Judgement> {
  const { body } = publication;
  const tooLarge = tooLargeToRead(publication, desk);
  if (tooLarge !== undefined) return { report: reportOf(body, [tooLarge]), graph: undefined };
  const report = reportOf(body, (await desk.check(publication, publications)).findings);
  if (report.verdict === 'REFUSED') return { report, graph: undefined };
  const others = publications.filter((each) => each.body !== body);
  const composition = await desk.compose([...others, publication], body);
  if (composition.kind === 'COMPOSED') return { report, graph: composition };
  return { report: reportOf(body, [...composition.findings, ...report.findings]), graph: undefined };
}

/** The verdict is what the findings add up to, whoever made the report. */
function reportOf(body: string, findings: readonly Finding[]): CheckReport {
  return { body, verdict: verdictOf(findings), findings };
}

const maxProgrammesBytes = 1024 * 1024;

function tooLargeToRead({ sdl, programmes }: Publication, { place }: Desk): Finding | undefined {
  if (programmes === null || Buffer.byteLength(programmes) <= maxProgrammesBytes) return passedLimit(sdl, place);
  return refusal(
    'PROGRAMMES_TOO_LARGE',
    { file: 'programmes.json', line: null },
    {
      why: `The programmes have more than ${maxProgrammesBytes} bytes: every gateway would have to carry them.`,
      whyTh: `แฟ้มโครงการเกิน ${maxProgrammesBytes} ไบต์ ซึ่งทุกเกตเวย์ต้องรับภาระ`,
      mend: 'Publish facts and programmes only.',
      mendTh: 'เผยแพร่เฉพาะข้อเท็จจริงและโครงการ',
    },
  );
}

/** The same publication proposed twice is one proposal. */
async function propose(
  desk: Desk,
  { publication, actor }: PublishRequest,
  { report, baseVersion }: { readonly report: CheckReport; readonly baseVersion: number },
): Promise<Outcome> {
  const { body } = publication;
  const digest = digestOf(publication);
  const waiting = (await desk.store.proposals()).find(
    (each) => each.body === body && each.sha256 === digest && each.baseVersion === baseVersion,
  );
  const id = waiting?.id ?? desk.newId();
  if (waiting === undefined) {
    const proposedBy = nameOf(actor);
    await desk.store.propose(
      { id, body, baseVersion, sha256: digest, proposedBy, at: desk.now(), report },
      publication,
    );
  }
  const approved = new Set(waiting?.approvals.map((approval) => approval.body));
  const waitingFor = approversOf(report).filter((each) => !approved.has(each));
  return { kind: 'PENDING', body, proposal: id, waitingFor, report };
}

/** Bodies whose yes a report asks for. A finding that names nobody asks the body itself for a second person. */
export function approversOf({ body, findings }: CheckReport): readonly string[] {
  const asked = findings.filter(({ level }) => level === 'APPROVAL');
  return [...new Set(asked.flatMap(({ approvers }) => (approvers.length > 0 ? approvers : [body])))].toSorted();
}

export interface NewVersion {
  readonly publication: Publication;
  readonly published: Published;
  readonly report: CheckReport;
  readonly graph: ComposedGraph;
  readonly publishedBy: string;
  readonly proposalId: string | null;
}

/** The version and its artefact in one transaction; undefined when somebody else was first. */
export async function addVersion(desk: Desk, parts: NewVersion): Promise<Outcome | undefined> {
  const { publication, published, report, graph, publishedBy, proposalId } = parts;
  const { body } = publication;
  const digest = digestOf(publication);
  const version = (await desk.store.lastVersion(body)) + 1;
  const record = { body, version, sha256: digest, publishedBy, at: desk.now(), report, proposalId };
  const artefact = await issue(desk, {
    versions: [{ record, publication }],
    content: { ...graph, versions: withVersion(published.artefact, choiceOf(record)) },
    addresses: published.addresses,
    after: sequenceOf(published),
  });
  return artefact && { kind: 'PUBLISHED', body, version, sequence: artefact.manifest.sequence, report };
}
