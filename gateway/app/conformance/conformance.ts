import { access, readFile } from 'node:fs/promises';
import { bodyNames, recordField } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { createBench } from '../../conformance/bench.ts';
import { checkConformance } from '../../conformance/check-conformance.ts';
import { dictionaryOf } from '../../conformance/dictionary.ts';
import { httpSend } from '../../conformance/http-send.ts';
import { member } from '../../conformance/json.ts';
import { reportHtml } from '../../conformance/report-html.ts';
import { reportText } from '../../conformance/report-text.ts';
import { readSubgraphSchema } from '../../conformance/subgraph-schema.ts';
import { openSigningKey, type SigningKey } from '../../identity/signing-key.ts';
import { systemClock } from '../../kernel/clock.ts';
import { composeSupergraph } from '../../plan/compose.ts';
import { catalogueFile } from '../compose.ts';
import { readSampleFile } from './conformance-samples.ts';
import { conformanceTokens } from './conformance-tokens.ts';
import { workedCases } from '../stores.ts';

export interface ConformanceRequest {
  /** The GraphQL address of the subgraph under test: http or https. */
  readonly url: URL;
  /** Its name; without one the subgraph is asked. */
  readonly body?: string;
  /** Sample households; default: the worked cases. */
  readonly samples?: string;
  /** The key that the gateway signs its calls with; the subgraph trusts its public half. */
  readonly keyFile: string;
  readonly deadlineMs: number;
  readonly maxMs: number;
  readonly language: 'en' | 'th';
  /** Told after each check how many are done. */
  readonly onCheck?: (done: number) => void;
}

/** One run's report in its three forms. */
export interface Conformance {
  readonly certified: boolean;
  /** For a terminal, in the language that was asked for. */
  readonly text: string;
  readonly json: string;
  /** One page in both languages that needs nothing beside it. */
  readonly html: string;
}

/**
 * Tries a subgraph over HTTP. Throws CONFORMANCE_KEY_MISSING, CONFORMANCE_BODY_UNKNOWN, CONFORMANCE_SAMPLES_INVALID,
 * IDENTITY_KEY_UNREADABLE, IMPORT_FILE_UNREADABLE; what is wrong with the subgraph is in the report.
 */
export async function testConformance(request: ConformanceRequest): Promise<Conformance> {
  const key = await existingKey(request.keyFile);
  const body = request.body ?? (await askForName(request, key));
  const file = await readSampleFile(request.samples ?? workedCases, body);
  const catalogue = file.catalogue ?? JSON.parse(await readFile(catalogueFile, 'utf8'));
  const { url, deadlineMs, maxMs, language, onCheck } = request;
  let done = 0;
  const report = await checkConformance({
    subject: { body, samples: file.samples, dictionary: dictionaryOf(catalogue, body), composeAlone, deadlineMs },
    address: url.href,
    send: httpSend(url, systemClock),
    tokens: conformanceTokens(key, body, systemClock),
    clock: systemClock,
    maxMs,
    onCheck: () => {
      done += 1;
      onCheck?.(done);
    },
  });
  return {
    certified: report.certified,
    text: reportText(report, language),
    json: `${JSON.stringify(report, null, 2)}\n`,
    html: reportHtml(report),
  };
}

/** A key that is made here is trusted by nobody. */
async function existingKey(file: string): Promise<SigningKey> {
  await access(file).catch((cause: unknown) => {
    throw new CodedError('CONFORMANCE_KEY_MISSING', { file }, { cause });
  });
  return openSigningKey(file);
}

/** A subgraph takes tokens for its own name alone, so each of the contract's names is tried. */
async function askForName({ url, deadlineMs, maxMs }: ConformanceRequest, key: SigningKey): Promise<string> {
  for (const name of bodyNames) {
    const bench = createBench({
      send: httpSend(url, systemClock),
      tokens: conformanceTokens(key, name, systemClock),
      clock: systemClock,
      giveUpMs: deadlineMs,
      maxMs,
    });
    // oxlint-disable-next-line no-await-in-loop -- most often the subgraph takes one of them
    const { data } = await bench.ask({ query: '{ _service { sdl } }' });
    const sdl = member(member(data, '_service'), 'sdl');
    if (typeof sdl === 'string') return nameIn(sdl) ?? name;
  }
  throw new CodedError('CONFORMANCE_BODY_UNKNOWN');
}

/** The body whose record the schema adds to Household. */
function nameIn(sdl: string): string | undefined {
  try {
    const field = readSubgraphSchema(sdl).record?.field;
    return bodyNames.find((name) => recordField(name) === field);
  } catch {
    return undefined;
  }
}

/** Beside a subgraph that gives a root: a body needs none of its own. */
function composeAlone(sdl: string): string | null {
  try {
    composeSupergraph([
      { name: 'subgraph', typeDefs: sdl },
      { name: 'root', typeDefs: 'type Query { root: Boolean }' },
    ]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 600) : 'the composer failed';
  }
}
