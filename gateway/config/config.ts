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
  /** Address of an OpenTelemetry collector (OTLP over HTTP); without one nothing is traced. */
  readonly traceCollector?: string;
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
    ...collectorOf(values),
  });
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
