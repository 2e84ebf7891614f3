import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, execute, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { fisheriesSdl, houses, recordFor, type Asker, type House, type Row } from './fisheries.ts';

// A Federation 2 subgraph over node:http and graphql-js alone, as somebody would write it who has only read the page.

/** What it does at each place; a broken one does otherwise at one of them. */
interface Ways {
  readonly sdl: (sdl: string) => string;
  /** Who asks by this header, or null. */
  readonly trust: (header: string | undefined, verify: Verify, body: string) => Promise<Asker | null>;
  /** Before the token is looked at. */
  readonly first: (body: string) => Sent | undefined;
  readonly beforeParsing: (body: string) => Sent | undefined;
  /** The document as it is executed. */
  readonly document: (document: DocumentNode) => DocumentNode;
  readonly operation: (name: string | undefined, document: DocumentNode) => string | undefined;
  readonly find: (houseCode: string) => House | undefined;
  readonly record: (record: Row, house: House, asker: Asker) => Row;
  readonly badKey: (at: number) => unknown;
  /** `_entities` as it is handed to graphql-js. */
  readonly entities: (entities: readonly unknown[], keys: readonly Row[]) => unknown;
  readonly delayMs: (keys: number) => number;
  readonly statements: (keys: number) => number;
  readonly payload: (payload: Row) => Row;
  readonly onCut: () => void;
  readonly answer: (sent: Sent, payload: Row) => Sent | undefined | Promise<Sent | undefined>;
  readonly formatError: (error: GraphQLError) => Row;
}

export type Faults = Partial<Ways>;

const sound: Ways = {
  sdl: (sdl) => sdl,
  trust,
  first: () => undefined,
  beforeParsing: () => undefined,
  document: (document) => document,
  operation: (name) => name,
  find: (houseCode) => houses.get(houseCode),
  record: (record) => record,
  badKey: () => coded('Not a house code.', 'INPUT_HOUSE_CODE_INVALID'),
  entities: (entities) => entities,
  delayMs: () => 0,
  statements: () => 1,
  payload: (payload) => payload,
  onCut: () => undefined,
  answer: () => undefined,
  formatError,
};

export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly encoding?: string;
  readonly text: string;
}

export interface PlainSubgraph {
  readonly url: URL;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of this machine. */
export async function startPlainSubgraph(jwks: string, faults: Faults = {}): Promise<PlainSubgraph> {
  const means: Means = { verify: verifier(jwks), ways: { ...sound, ...faults } };
  const server = createServer((request, response) => {
    serve({ request, response }, means).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const name = 'fisheries';

/** Checks a call token; the options loosen it. Rejects what is not one. */
export type Verify = (header: string | undefined, loosened?: Loosened) => Promise<JWTPayload>;

export interface Loosened {
  readonly audience?: false;
  readonly expiry?: false;
  readonly origin?: false;
}

function verifier(jwks: string): Verify {
  const keys = createLocalJWKSet(JSON.parse(jwks));
  return async (header, loosened = {}) => {
    const token = /^Bearer (?<token>\S+)$/u.exec(header ?? '')?.groups?.['token'] ?? '';
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['EdDSA'],
      ...(loosened.audience !== false && { audience: name }),
      ...(loosened.origin !== false && { issuer: 'samutphok-gateway', typ: 'samutphok-call+jwt' }),
      ...(loosened.expiry === false ? { currentDate: new Date(0) } : { maxTokenAge: 60, clockTolerance: 5 }),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return payload;
  };
}

export function askerOf({ role, scope }: JWTPayload): Asker {
  return { role: String(role), scopes: scope as readonly string[] };
}

/** Everything that can be seen, for those who trust without looking. */
export const anybody: Asker = { role: 'caseworker', scopes: ['sensitive:*', 'identity:full'] };

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve({ request, response }: Exchange, means: Means): Promise<void> {
  const { onCut } = means.ways;
  const body = await readBody(request).catch(() => undefined);
  if (body === undefined) {
    onCut();
    return;
  }
  response.on('close', () => {
    if (!response.writableFinished) onCut();
  });
  const { status, type, encoding, text } = await answer(request, body, means);
  const headers = { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const json = 'application/json; charset=utf-8';

function sent(status: number, payload: Row): Sent {
  return { status, type: json, text: JSON.stringify(payload) };
}

function refusal(status: number, message: string, code: string): Sent {
  return sent(status, { errors: [{ message, extensions: { code } }] });
}

interface Means {
  readonly verify: Verify;
  readonly ways: Ways;
}

async function answer(request: IncomingMessage, body: string, { verify, ways }: Means): Promise<Sent> {
  const early = ways.first(body);
  if (early !== undefined) return early;
  const asker = await ways.trust(request.headers.authorization, verify, body).catch(() => null);
  if (asker === null) return refusal(401, 'The call carries no token of the gateway.', 'CALL_REFUSED');
  const unparsed = ways.beforeParsing(body);
  if (unparsed !== undefined) return unparsed;
  const asked = isJsonRequest(request) ? readAsked(body) : undefined;
  if (asked === undefined) return refusal(400, 'The request is no GraphQL request.', 'REQUEST_INVALID');
  const payload = await run(asked, asker, ways);
  const usual = sent(200, ways.payload(payload));
  return (await ways.answer(usual, payload)) ?? usual;
}

function isJsonRequest({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('application/json') === true;
}

async function trust(header: string | undefined, verify: Verify, body: string): Promise<Asker | null> {
  const payload = await verify(header);
  const bound = payload['bodySha256'];
  const isBound = bound === undefined || bound === createHash('sha256').update(body).digest('base64url');
  return isBound ? askerOf(payload) : null;
}

interface Asked {
  readonly query: string;
  readonly variables: Row;
  readonly operationName: string | undefined;
}

function readAsked(body: string): Asked | undefined {
  try {
    const { query, variables = {}, operationName } = JSON.parse(body) ?? {};
    const isRequest = typeof query === 'string' && typeof variables === 'object' && variables !== null;
    return isRequest ? { query, variables, operationName } : undefined;
  } catch {
    return undefined;
  }
}

const schemas = new Map<string, ReturnType<typeof buildSchema>>();

/** The contract's SDL with what Federation adds to a subgraph. */
function schemaOf(sdl: string): ReturnType<typeof buildSchema> {
  const known = schemas.get(sdl);
  if (known !== undefined) return known;
  const built = buildSchema(
    `${sdl.replace(/extend schema[^]*?(?=\n\n|\n#)/u, '')}
    scalar _Any  union _Entity = Household  type _Service { sdl: String! }
    type Query { _service: _Service!  _entities(representations: [_Any!]!): [_Entity]! }`,
    { assumeValidSDL: true },
  );
  schemas.set(sdl, built);
  return built;
}

async function run(asked: Asked, asker: Asker, ways: Ways): Promise<Row> {
  const schema = schemaOf(fisheriesSdl);
  const document = parsed(asked.query);
  if (document === undefined)
    return { errors: [ways.formatError(coded('It does not parse.', 'GRAPHQL_PARSE_FAILED'))] };
  const changed = ways.document(document);
  const problems = validate(schema, changed);
  if (problems.length > 0) {
    const refused = coded('The query does not fit the schema.', 'GRAPHQL_VALIDATION_FAILED');
    return { errors: problems.map(() => ways.formatError(refused)) };
  }
  const result = await execute({
    schema,
    document: changed,
    rootValue: rootOf(asker, ways),
    variableValues: asked.variables,
    operationName: ways.operation(asked.operationName, changed),
  });
  const count = asked.variables.keys?.length ?? 0;
  await wait(ways.delayMs(count));
  return payloadOf(result, ways.statements(count), ways.formatError);
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function payloadOf({ data, errors }: ExecutionResult, statements: number, format: (error: GraphQLError) => Row): Row {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => format(error)) }),
    extensions: { statements },
  };
}

/** Own texts only: what went wrong inside is for our log. */
function formatError({ path, extensions }: GraphQLError): Row {
  const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'REQUEST_INVALID';
  return { message: 'This part could not be answered.', ...(path && { path }), extensions: { code } };
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => void (delayMs === 0 ? resolve() : setTimeout(resolve, delayMs)));
}

function rootOf(asker: Asker, ways: Ways): object {
  return {
    _service: () => ({ sdl: ways.sdl(fisheriesSdl) }),
    _entities: ({ representations: keys }: { readonly representations: readonly Row[] }) =>
      ways.entities(
        keys.map((key, at) => entityOf(key, at, { asker, ways })),
        keys,
      ),
  };
}

interface Scope {
  readonly asker: Asker;
  readonly ways: Ways;
}

function entityOf({ houseCode }: Row, at: number, { asker, ways }: Scope): unknown {
  if (typeof houseCode !== 'string' || !/^\d{11}$/u.test(houseCode)) return ways.badKey(at);
  const house = ways.find(houseCode);
  if (house === undefined) return null;
  return { __typename: 'Household', houseCode, fisheries: ways.record(recordFor(house, asker), house, asker) };
}
