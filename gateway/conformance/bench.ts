import type { Clock } from '../kernel/clock.ts';
import { fullReader, type Reader } from './readers.ts';
import { readReply, type Reply } from './reply.ts';
import { faultOfJson, member } from './json.ts';
import type { Posted, Send } from './send.ts';
import type { Tokens } from './tokens.ts';

/** A question to the subgraph under test. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Default: one who sees everything. */
  readonly reader?: Reader;
  /** In place of a reader's; null sends none. */
  readonly token?: string | null;
}

/** How every check asks. It remembers what the last checks look at: every answer's form and every error. */
export interface Bench {
  readonly ask: (question: Question) => Promise<Reply>;
  /** A body as it stands, by one who sees everything. */
  readonly post: (body: string, options?: RawOptions) => Promise<Reply>;
  /** For a question's `token`. */
  readonly forge: Tokens['forge'];
  readonly seen: Seen;
  /** No request begins after the end of the time. */
  readonly isOver: () => boolean;
}

export interface RawOptions {
  readonly contentType?: string;
  readonly cut?: NonNullable<Posted['cut']>;
}

/** What was seen in all answers so far. */
export interface Seen {
  readonly answers: number;
  /** Content types and encodings of the answers that hold JSON. */
  readonly contentTypes: ReadonlySet<string>;
  /** Why an answer's JSON would be refused by the gateway. */
  readonly jsonFaults: ReadonlySet<string>;
  /** Errors of GraphQL responses. */
  readonly errors: readonly unknown[];
  /** Texts other than data: errors, extensions, and bodies that are no GraphQL. */
  readonly texts: ReadonlySet<string>;
}

export interface BenchOptions {
  readonly send: Send;
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** A request is given up after this. */
  readonly giveUpMs: number;
  /** All of it ends after this. */
  readonly maxMs: number;
}

const jsonTypes = 'application/graphql-response+json, application/json;q=0.9';

export function createBench(options: BenchOptions): Bench {
  const { send, tokens, clock, giveUpMs, maxMs } = options;
  const endsMs = clock.now() + maxMs;
  const seen = watch();

  async function exchange(body: string, token: string | null, raw: RawOptions = {}): Promise<Reply> {
    const timeoutMs = Math.min(giveUpMs, endsMs - clock.now());
    if (timeoutMs <= 0) return readReply({ kind: 'NONE', reason: 'TIMED_OUT', tookMs: 0 });
    const headers = {
      'content-type': raw.contentType ?? 'application/json; charset=utf-8',
      accept: jsonTypes,
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    const reply = readReply(await send({ headers, body, timeoutMs, ...(raw.cut && { cut: raw.cut }) }));
    seen.take(reply);
    return reply;
  }

  return {
    seen,
    forge: tokens.forge,
    isOver: () => clock.now() >= endsMs,
    post: (body, raw) => exchange(body, tokens.sign(fullReader), raw),
    ask: ({ query, variables, operationName, reader = fullReader, token }) =>
      exchange(JSON.stringify({ query, variables, operationName }), token === undefined ? tokens.sign(reader) : token),
  };
}

const maxKept = 2_000;
const maxTextLength = 10_000;

interface Watch extends Seen {
  readonly take: (reply: Reply) => void;
}

function watch(): Watch {
  const contentTypes = new Set<string>();
  const jsonFaults = new Set<string>();
  const errors: unknown[] = [];
  const texts = new Set<string>();
  let answers = 0;
  return {
    get answers() {
      return answers;
    },
    contentTypes,
    jsonFaults,
    errors,
    texts,
    take: (reply) => {
      const { exchange, json, isGraphQL } = reply;
      if (exchange.kind === 'NONE') return;
      answers += 1;
      const fault = json === undefined ? undefined : faultOfJson(json);
      if (fault !== undefined) jsonFaults.add(fault);
      if (isGraphQL) contentTypes.add(`${exchange.contentType}|${exchange.contentEncoding}`);
      errors.push(...reply.errors.slice(0, maxKept - errors.length));
      if (texts.size < maxKept) texts.add(textBesidesData(exchange.text ?? '', reply).slice(0, maxTextLength));
    },
  };
}

function textBesidesData(text: string, { isGraphQL, json, errors }: Reply): string {
  if (!isGraphQL) return text;
  return JSON.stringify([errors, member(json, 'extensions') ?? {}]);
}
