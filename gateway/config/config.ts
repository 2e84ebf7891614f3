import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';

/** Everything that an operator may set, read once and frozen. Durations in milliseconds. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The day that screenings and counted facts are given for: a fixed one for the demo, or today in Thailand. */
  readonly today: () => string;
  /** An operation ends here whatever the bodies do. */
  readonly operationDeadlineMs: number;
  /** A call to one body ends here. */
  readonly bodyDeadlineMs: number;
  readonly logLevel: LogLevel;
  readonly identity: IdentityConfig;
  readonly journal: JournalConfig;
  readonly calls: CallConfig;
  /** Other origins whose pages may send operations. */
  readonly allowedOrigins: readonly string[];
  /** Whether failures of bodies may be rehearsed although a real issuer is configured. */
  readonly allowRehearsal: boolean;
  /** Address of an OpenTelemetry collector (OTLP over HTTP); without one nothing is traced. */
  readonly traceCollector?: string;
}

/** Whose tokens are good: those of one issuer, or, where none is set, those of the demo provider of the data folder. */
export type IdentityConfig =
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'issuer';
      readonly issuer: string;
      readonly audience: string;
      /** An https address (http on this machine only) or a file. */
      readonly jwks: string;
    };

export interface JournalConfig {
  /** `postgres://…`; without it the journal is a SQLite file in the data folder. */
  readonly postgres?: string;
  /** PEM of the Ed25519 key that signs checkpoints; without it one is made in the data folder. */
  readonly signingKeyFile?: string;
}

export interface CallConfig {
  /** Public keys of the gateway that a subgraph trusts, a JSON Web Key Set at an http address or in a file; default the data folder's. */
  readonly keys?: string;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Flags of the command line; each wins over its variable. */
export interface Flags {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly asOf?: string | undefined;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/u, 'must be a port number')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be at most 65535');

const milliseconds = z
  .string()
  .regex(/^\d{1,6}$/u, 'must be a whole number of milliseconds')
  .transform(Number)
  .refine((value) => value > 0, 'must be above 0');

const collector = z.url({ protocol: /^https?$/u, error: 'must be an http address' }).optional();

const filled = z.string().min(1, 'must not be empty').optional();
const yes = z.enum(['true', 'false'], 'must be `true` or `false`').default('false');

const variables = z.object({
  SAMUTPHOK_HOST: z.string().min(1).default('127.0.0.1'),
  SAMUTPHOK_PORT: port.default(4000),
  SAMUTPHOK_DATA: z.string().min(1).default('data'),
  SAMUTPHOK_AS_OF: z.union([z.literal('today'), z.iso.date('must be `today` or a date like 2022-08-10')]).optional(),
  SAMUTPHOK_OPERATION_DEADLINE_MS: milliseconds.default(2000),
  SAMUTPHOK_BODY_DEADLINE_MS: milliseconds.default(800),
  SAMUTPHOK_LOG_LEVEL: z.enum(logLevels).default('info'),
  SAMUTPHOK_TRACE: collector,
  OTEL_EXPORTER_OTLP_ENDPOINT: collector,
  SAMUTPHOK_ISSUER: filled,
  SAMUTPHOK_AUDIENCE: filled,
  SAMUTPHOK_JWKS: filled,
  SAMUTPHOK_JOURNAL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be a postgres address' }).optional(),
  SAMUTPHOK_JOURNAL_KEY: filled,
  SAMUTPHOK_CALL_KEYS: filled,
  SAMUTPHOK_ALLOWED_ORIGINS: filled,
  SAMUTPHOK_ALLOW_REHEARSAL: yes,
});

/**
 * Reads flags and environment; the only place that does. `demoDay` is the day of the synthetic data.
 * Throws CONFIG_INVALID with the variable (or its flag) and what is wrong with it.
 */
export function readConfig(flags: Flags, demoDay: string, environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = variables.safeParse({
    ...environment,
    ...(flags.host !== undefined && { SAMUTPHOK_HOST: flags.host }),
    ...(flags.port !== undefined && { SAMUTPHOK_PORT: flags.port }),
    ...(flags.data !== undefined && { SAMUTPHOK_DATA: flags.data }),
    ...(flags.asOf !== undefined && { SAMUTPHOK_AS_OF: flags.asOf }),
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CodedError('CONFIG_INVALID', { name: nameOf(issue?.path), problem: issue?.message ?? 'is not valid' });
  }
  const values = parsed.data;
  const asOf = values.SAMUTPHOK_AS_OF ?? demoDay;
  return Object.freeze({
    host: values.SAMUTPHOK_HOST,
    port: values.SAMUTPHOK_PORT,
    dataDir: values.SAMUTPHOK_DATA,
    today: asOf === 'today' ? todayInThailand : () => asOf,
    operationDeadlineMs: values.SAMUTPHOK_OPERATION_DEADLINE_MS,
    bodyDeadlineMs: values.SAMUTPHOK_BODY_DEADLINE_MS,
    logLevel: values.SAMUTPHOK_LOG_LEVEL,
    identity: identityOf(values),
    journal: Object.freeze(
      present({ postgres: values.SAMUTPHOK_JOURNAL, signingKeyFile: values.SAMUTPHOK_JOURNAL_KEY }),
    ),
    calls: Object.freeze(present({ keys: values.SAMUTPHOK_CALL_KEYS })),
    allowedOrigins: Object.freeze(originsOf(values.SAMUTPHOK_ALLOWED_ORIGINS)),
    allowRehearsal: values.SAMUTPHOK_ALLOW_REHEARSAL === 'true',
    ...collectorOf(values),
  });
}

/** Without what is not set. */
function present<Key extends string>(
  values: Readonly<Record<Key, string | undefined>>,
): { readonly [K in Key]?: string } {
  const entries = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries that are left are strings
  return Object.fromEntries(entries) as { readonly [K in Key]?: string };
}

/** All three together or none: half an issuer would fall back to the demo's tokens. */
function identityOf({
  SAMUTPHOK_ISSUER: issuer,
  SAMUTPHOK_AUDIENCE: audience,
  SAMUTPHOK_JWKS: jwks,
}: z.infer<typeof variables>): IdentityConfig {
  if (issuer === undefined && audience === undefined && jwks === undefined) return Object.freeze({ kind: 'demo' });
  if (issuer !== undefined && audience !== undefined && jwks !== undefined) {
    return Object.freeze({ kind: 'issuer', issuer, audience, jwks });
  }
  const name =
    issuer === undefined ? 'SAMUTPHOK_ISSUER' : audience === undefined ? 'SAMUTPHOK_AUDIENCE' : 'SAMUTPHOK_JWKS';
  throw invalid(name, 'must be set too: issuer, audience and keys belong together');
}

function originsOf(list: string | undefined): readonly string[] {
  const origins = (list ?? '').split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw invalid('SAMUTPHOK_ALLOWED_ORIGINS', 'must be origins like https://case.example, with commas between them');
    }
  }
  return origins;
}

function invalid(name: string, problem: string): CodedError {
  return new CodedError('CONFIG_INVALID', { name, problem });
}

function collectorOf(values: z.infer<typeof variables>): Pick<Config, 'traceCollector'> {
  const traceCollector = values.SAMUTPHOK_TRACE ?? values.OTEL_EXPORTER_OTLP_ENDPOINT;
  return traceCollector === undefined ? {} : { traceCollector };
}

const flagOf: Readonly<Record<string, string>> = {
  SAMUTPHOK_HOST: '--host',
  SAMUTPHOK_PORT: '--port',
  SAMUTPHOK_DATA: '--data',
  SAMUTPHOK_AS_OF: '--as-of',
};

function nameOf(path: readonly PropertyKey[] | undefined): string {
  const name = String(path?.[0] ?? 'configuration');
  const flag = flagOf[name];
  return flag === undefined ? name : `${flag} (or ${name})`;
}

const bangkokDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', dateStyle: 'short' });

function todayInThailand(): string {
  return bangkokDate.format(new Date());
}
