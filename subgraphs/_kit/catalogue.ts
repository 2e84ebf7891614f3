import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { bodyNames, bodyOf, isBodyName, type Body, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';

const factTypes = ['bool', 'int', 'number', 'money', 'percent', 'string', 'enum', 'date', 'list'] as const;

const factEntry = z.object({
  name: z.string().regex(/^(?:person|household)\.[a-z]\w*$/u),
  type: z.enum(factTypes),
  ownerBody: z.string(),
  registry: z.string(),
  category: z.string(),
  enum: z.array(z.string()).optional(),
  derivedFrom: z.array(z.string()).optional(),
});

/** The shape of one programme of programmes.json; keys that it does not name are left out. */
export const programmeEntry = z.object({
  id: z.string().regex(/^[a-z][a-z\d-]+$/u),
  body: z.string(),
  department: z.string().nullable(),
  nameTh: z.string().min(1),
  nameEn: z.string().min(1),
  kind: z.enum(['ENTITLEMENT', 'SERVICE']),
  target: z.enum(['PERSON', 'HOUSEHOLD']),
  claimType: z.enum(['RIGHT', 'EVENT', 'DISCRETIONARY', 'OPEN_SERVICE']),
  accessMode: z.enum(['ENROLMENT', 'CLAIM', 'AUTOMATIC', 'CARE_RECORD', 'POINT_OF_USE', 'REFERRAL']),
  benefitForm: z.string(),
  ruleText: z.string(),
  legalBasis: z.string().nullable(),
  source: z.array(z.string()),
  confidence: z.string(),
  effective: z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  conflictsWith: z.array(z.string()),
  sensitiveFacts: z.array(z.string()),
  rule: z.unknown(),
  amount: z.unknown(),
});

/** The shape of a body’s programmes.json. */
export const programmeFile = z.object({ facts: z.array(factEntry), programmes: z.array(programmeEntry) });

/** One fact of the dictionary: its name, type, owner and registry. */
export type FactEntry = z.infer<typeof factEntry>;

/** One programme as its body writes it down; `rule` and `amount` are checked by the rules module. */
export type ProgrammeEntry = z.infer<typeof programmeEntry>;

/** A body's programmes.json. */
export type ProgrammeFile = z.infer<typeof programmeFile>;

/** The graph's Programme. */
export interface ProgrammeNode extends Omit<ProgrammeEntry, 'body' | 'effective' | 'rule' | 'amount'> {
  readonly body: Body;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly howToApply: string;
  readonly ruleVersion: string;
}

/** Reads a body's programmes.json. Throws CATALOGUE_INVALID that names the file and the place in it. */
export function readProgrammeFile(body: BodyName, directory: string): ProgrammeFile {
  const parsed = programmeFile.safeParse(JSON.parse(readFileSync(path.join(directory, 'programmes.json'), 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(body, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const foreign =
    parsed.data.programmes.find((programme) => programme.body !== body)?.id ??
    parsed.data.facts.find((fact) => fact.ownerBody !== body)?.name;
  if (foreign !== undefined) throw invalid(body, `${foreign} belongs to another body`);
  return parsed.data;
}

/** A programme as the graph shows it. */
export function programmeNode(entry: ProgrammeEntry): ProgrammeNode {
  const { body, effective, rule, amount, ...shown } = entry;
  if (!isBodyName(body)) throw new CodedError('BODY_UNKNOWN', { body, known: bodyNames.join(', ') });
  return {
    ...shown,
    body: bodyOf(body),
    effectiveFrom: effective.from,
    effectiveTo: effective.to,
    howToApply: howToApply(entry.accessMode, bodyOf(body)),
    ruleVersion: createHash('sha256').update(canonicalJson({ rule, amount })).digest('hex').slice(0, 12),
  };
}

/** JSON with sorted keys and no white space, so that the same content has the same hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function howToApply(accessMode: ProgrammeEntry['accessMode'], body: Body): string {
  const steps: Record<ProgrammeEntry['accessMode'], string> = {
    ENROLMENT: `ขึ้นทะเบียนกับ${body.nameTh} หรือหน่วยงานในพื้นที่ / Register with the ${body.nameEn} or its local office.`,
    CLAIM: `ยื่นคำขอกับ${body.nameTh} หลังเกิดเหตุ ภายในกำหนดเวลา / Claim from the ${body.nameEn} after the event, within the window.`,
    AUTOMATIC: `ได้รับต่อเนื่องจากสิทธิหลัก ไม่ต้องยื่นคำขอ / Follows from another enrolment; nothing to apply for.`,
    CARE_RECORD: `ขอรับบริการจากหน่วยบริการในสังกัด${body.nameTh} / Ask a service unit of the ${body.nameEn}.`,
    POINT_OF_USE: `แสดงสิทธิเมื่อใช้บริการ / Shown when the service is used.`,
    REFERRAL: `ส่งต่อให้${body.nameTh} พิจารณา / Refer to the ${body.nameEn}, which decides.`,
  };
  return steps[accessMode];
}

function invalid(body: string, problem: string): CodedError {
  return new CodedError('CATALOGUE_INVALID', { problem: `subgraphs/${body}/programmes.json, ${problem}` });
}
