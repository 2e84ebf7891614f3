import { bodyNames, bodyOf } from '../../schema/contract/bodies.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';
import { readerOf } from '../_kit/reader.ts';
import { dimensionFindings } from '../_kit/rules/dimensions.ts';
import { overlaps, type OverlapReason } from '../_kit/rules/overlaps.ts';
import type { Evidence, MissingFactRef, Screening } from '../_kit/rules/screen.ts';
import { compileVulnerability } from '../_kit/rules/vulnerability.ts';
import { statementOf, type StatementReplies } from './access-statement.ts';
import { CaseFile } from './case-file.ts';
import type { CallReports } from './answers.ts';
import type { Resolvers } from './generated.ts';
import { listProgrammes } from './programme-list.ts';
import type { CaseCatalogue } from './programmes.ts';
import type { HouseholdRepresentation } from './representation.ts';

/** What every resolver of the join gets. */
export interface CaseContext {
  readonly catalogue: CaseCatalogue;
  /** What became of the calls to the thirteen, where the gateway tells it. */
  readonly reports: CallReports;
  /** What the journal's gateway says of who looked; null where nobody keeps a journal. */
  readonly statements: StatementReplies | null;
  readonly today: string;
  /** Who asks and what for; null where the gateway runs `--no-auth`, and then everything is shown. */
  readonly access: AccessContext | null;
}

/** A screening that still knows its household. */
export interface ScreeningNode {
  readonly caseFile: CaseFile;
  readonly screening: Screening;
}

const vulnerability = compileVulnerability();

export const resolvers: Resolvers = {
  Query: {
    bodies: () => bodyNames.map(bodyOf),
    programme: (_, { id }, { catalogue }) => catalogue.find(id) ?? null,
    programmes: (_, { filter, first, after }, { catalogue }) =>
      listProgrammes(catalogue.programmes, {
        body: filter?.body ?? null,
        kind: filter?.kind ?? null,
        search: filter?.search ?? null,
        first: first ?? 50,
        after: after ?? null,
      }),
    accessStatement: (_, { houseCode }, { statements }) => statementOf(statements, houseCode),
  },
  Household: {
    __resolveReference: (reference, { catalogue, reports, today, access }) =>
      new CaseFile(asRepresentation(reference), { catalogue, reports, today, reader: readerOf(access) }),
    answers: (caseFile) => caseFile.answers,
    entitlements: (caseFile, { status }) =>
      caseFile.entitlements
        .filter(({ line }) => status === null || status === undefined || line.status === status)
        .map(({ name, line }) => ({
          ...line,
          body: bodyOf(name),
          programme: caseFile.catalogue.programme(line.programme.id, name),
          person: named(caseFile, line.person?.personId),
        })),
    services: (caseFile) =>
      caseFile.services.map(({ name, line }) => ({
        ...line,
        body: bodyOf(name),
        programme: caseFile.catalogue.programme(line.programme.id, name),
        person: named(caseFile, line.person?.personId),
      })),
    screening: (caseFile, { asOf, body, verdict }) =>
      nodes(
        caseFile,
        caseFile
          .screenings(asOf)
          .filter((each) => (body ?? bodyOf(each.programme.body).code) === bodyOf(each.programme.body).code)
          .filter((each) => (verdict ?? each.verdict) === each.verdict),
      ),
    gaps: (caseFile, { asOf }) => {
      const report = caseFile.gaps(asOf);
      return {
        ...report,
        items: nodes(caseFile, report.items),
        due: nodes(caseFile, report.due),
        unknown: nodes(caseFile, report.unknown),
        referrals: nodes(caseFile, report.referrals),
        overPayments: nodes(caseFile, report.overPayments),
        complete: caseFile.complete,
      };
    },
    overlaps: (caseFile, { asOf }) =>
      overlaps(caseFile.catalogue.compiled, caseFile.screenings(asOf)).map(({ programmes, subject, reason }) => ({
        programmes: programmes.map(({ id, body }) => caseFile.catalogue.programme(id, body)),
        person: subject === caseFile.houseCode ? null : named(caseFile, subject),
        reason: overlapReasons[reason],
      })),
    vulnerabilityLevel: (caseFile, { asOf }) => vulnerability(caseFile.context(asOf)).level,
    dependantsCount: (caseFile, { asOf }) => {
      const { min, max } = vulnerability(caseFile.context(asOf)).dependants;
      return min === max ? min : null;
    },
    dimensions: (caseFile) =>
      dimensionFindings(caseFile.context()).map((finding) => ({ ...finding, body: bodyOf(finding.body) })),
  },
  Screening: {
    programme: ({ caseFile, screening }) => programmeOf(caseFile, screening),
    person: ({ caseFile, screening }) =>
      screening.subject === caseFile.houseCode ? null : named(caseFile, screening.subject),
    verdict: ({ screening }) => screening.verdict,
    ruleHolds: ({ screening }) => screening.ruleHolds,
    receiving: ({ screening }) => screening.receiving,
    money: ({ screening }) => screening.money,
    evidence: ({ screening }) => screening.explain().evidence.map(evidenceNode),
    missingFacts: ({ screening }) => screening.explain().missingFacts.map(factRefNode),
  },
};

function nodes(caseFile: CaseFile, screenings: readonly Screening[]): readonly ScreeningNode[] {
  return screenings.map((screening) => ({ caseFile, screening }));
}

function programmeOf(caseFile: CaseFile, { programme }: Screening): ProgrammeNode {
  return caseFile.catalogue.programme(programme.id, programme.body);
}

function named(caseFile: CaseFile, personId: string | undefined): { personId: string; nameTh: string | null } | null {
  return personId === undefined ? null : { personId, nameTh: caseFile.names.get(personId) ?? null };
}

function evidenceNode({ expected, op, body, ...evidence }: Evidence): Omit<Evidence, 'body'> & EvidenceShown {
  const asked = expected === null ? '' : ` ${Array.isArray(expected) ? expected.join(', ') : String(expected)}`;
  return { ...evidence, op, expected, body: bodyOf(body), condition: `${op}${asked}` };
}

interface EvidenceShown {
  readonly body: ReturnType<typeof bodyOf>;
  readonly condition: string;
}

function factRefNode({ body, ...ref }: MissingFactRef): Omit<MissingFactRef, 'body'> & Pick<EvidenceShown, 'body'> {
  return { ...ref, body: bodyOf(body) };
}

const overlapReasons: Readonly<Record<OverlapReason, string>> = {
  RECEIVED_TOGETHER: 'ได้รับพร้อมกันทั้งที่ไม่ควรซ้อนกัน / Received together although they exclude each other.',
  RECEIVED_AND_DUE:
    'ได้รับอยู่แล้วหนึ่งโครงการ โครงการอื่นในกลุ่มจึงไม่ควรซ้อน / One is received; the others of the group exclude it.',
  DUE_TOGETHER: 'เข้าเงื่อนไขหลายโครงการ เลือกได้โครงการเดียว / Several apply; they exclude each other.',
};

function asRepresentation(reference: unknown): HouseholdRepresentation {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a reference always holds its key; records are checked when they are read
  return reference as HouseholdRepresentation;
}
