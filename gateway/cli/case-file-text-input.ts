import { z } from 'zod';

/** Enumerations stay strings: a value that is new to this page is printed as it is. */
const text = z.string().nullable();
const body = z.object({ code: z.string(), nameTh: z.string(), nameEn: z.string() });
const place = z.object({ code: z.string(), nameTh: z.string(), nameEn: text });
const programme = z.object({ id: z.string(), nameTh: z.string(), nameEn: z.string() });
const person = z.object({ personId: z.string(), nameTh: text }).nullable();
const money = z.object({ thb: z.number().nullable(), maxThb: z.number().nullable(), period: z.string() }).nullable();
const factValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]);

const finding = z.object({
  programme: programme.extend({ accessMode: z.string(), howToApply: text, body }),
  person,
  money,
});

const explained = finding.extend({
  evidence: z.array(
    z.object({
      fact: z.string(),
      subject: z.string(),
      condition: z.string(),
      value: factValue,
      holds: z.string(),
      body,
      asOf: text,
      reason: text,
    }),
  ),
});

const open = finding.extend({
  missingFacts: z.array(z.object({ fact: z.string(), subject: z.string(), body, reason: text })),
});

const household = z.object({
  houseCode: z.string(),
  address: z
    .object({ line: text, subdistrict: place.nullable(), district: place.nullable(), province: place, postcode: text })
    .nullable(),
  vulnerabilityLevel: z.number().nullable(),
  members: z.array(
    z.object({
      personId: z.string(),
      nameTh: text,
      sex: text,
      birthDate: text,
      birthDatePrecision: text,
      relation: text,
      isDeceased: z.boolean().nullable(),
    }),
  ),
  answers: z.array(
    z.object({
      body,
      status: z.string(),
      reason: text,
      asOf: text,
      tookMs: z.number().nullable(),
      entitlementCount: z.number().nullable(),
      serviceCount: z.number().nullable(),
    }),
  ),
  entitlements: z.array(
    z.object({ programme, person, status: z.string(), money, startedOn: text, endedOn: text, body }),
  ),
  services: z.array(z.object({ programme, person, status: z.string(), deliveredOn: text, body })),
  gaps: z.object({
    complete: z.boolean(),
    monthlyThb: z.number(),
    yearlyThb: z.number(),
    oneOffThb: z.number(),
    totals: z.object({
      monthlyDue: z.number(),
      monthlyReceived: z.number(),
      yearlyDue: z.number(),
      yearlyReceived: z.number(),
      oneOffUnpaid: z.number(),
      overPaidMonthly: z.number(),
    }),
    items: z.array(explained),
    unknown: z.array(open),
    referrals: z.array(finding),
    overPayments: z.array(explained),
  }),
  overlaps: z.array(z.object({ programmes: z.array(programme), person, reason: z.string() })),
  dimensions: z.array(z.object({ dimension: z.string(), failed: z.string(), indicators: z.array(z.string()), body })),
});

const response = z.object({
  data: z.object({ household: household.nullable() }).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
        extensions: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .nullish(),
  extensions: z
    .object({
      manifest: z
        .object({
          bodies: z.array(z.object({ code: z.string(), status: z.string(), tookMs: z.number().nullish() })),
        })
        .nullish(),
    })
    .nullish(),
});

export type CaseFileResponse = z.infer<typeof response>;
export type CaseFileHousehold = z.infer<typeof household>;
export type CaseFileBody = z.infer<typeof body>;
export type CaseFileMoney = z.infer<typeof money>;
export type Finding = z.infer<typeof finding>;
export type ExplainedFinding = z.infer<typeof explained>;
export type OpenFinding = z.infer<typeof open>;
export type FactValue = z.infer<typeof factValue>;

/** A GraphQL response to case-file.graphql. Throws a TypeError that names the place when it is something else. */
export function readCaseFile(answer: unknown): CaseFileResponse {
  const read = response.safeParse(answer);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new TypeError(`not a case file at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
