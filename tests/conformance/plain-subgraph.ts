import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, execute, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { fisheriesSdl, houses, recordFor, type Asker, type House, type Row } from './fisheries.ts';

// A Federation 2 subgraph over node:http and graphql-js alone, as somebody would write it who has only read the page.

/** What a broken one does otherwise, each at its own place. */
export interface Faults {
  readonly sdl?: (sdl: string) => string;
  /** Who asks by this header, or null. */
  readonly trust?: (header: string | undefined, verify: Verify, body: string) => Promise<Asker | null>;
  /** Before the token is looked at. */
  readonly first?: (body: string) => Sent | undefined;
  readonly beforeParsing?: (body: string) => Sent | undefined;
  /** The document as it is executed. */
  readonly document?: (document: DocumentNode) => DocumentNode;
  readonly ignoresOperationName?: boolean;
  readonly find?: (houseCode: string) => House | undefined;
  readonly record?: (record: Row, house: House, asker: Asker) => Row;
  readonly badKey?: (at: number) => unknown;
  /** `_entities` as it is handed to graphql-js. */
  readonly entities?: (entities: readonly unknown[], keys: readonly Row[]) => unknown;
  readonly delayMs?: (keys: number) => number;
  readonly statements?: (keys: number) => number | undefined;
  readonly payload?: (payload: Row) => Row;
  readonly onCut?: () => void;
  readonly answer?: (sent: Sent, payload: Row) => Sent | undefined | Promise<Sent | undefined>;
  readonly formatError?: (error: GraphQLError) => Row;
}

export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface PlainSubgraph {
  readonly url: URL;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of this machine. */
export async function startPlainSubgraph(jwks: string, faults: Faults = {}): Promise<PlainSubgraph> {
  const verify = verifier(jwks);
  const server = createServer((request, response) => {
    serve({ request, response }, verify, faults).catch(() => response.destroy());
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

async function serve({ request, response }: Exchange, verify: Verify, faults: Faults): Promise<void> {
  const body = await readBody(request).catch(() => undefined);
  if (body === undefined) {
    faults.onCut?.();
    return;
  }
  response.on('close', () => {
    if (!response.writableFinished) faults.onCut?.();
  });
  const { status, type, text } = await answer(request, body, { verify, faults });
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
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
  readonly faults: Faults;
}

async function answer(request: IncomingMessage, body: string, { verify, faults }: Means): Promise<Sent> {
  const early = faults.first?.(body);
  if (early !== undefined) return early;
  const asker = await (faults.trust ?? trust)(request.headers.authorization, verify, body).catch(() => null);
  if (asker === null) return refusal(401, 'The call carries no token of the gateway.', 'CALL_REFUSED');
  const unparsed = faults.beforeParsing?.(body);
  if (unparsed !== undefined) return unparsed;
  const asked = request.headers['content-type']?.startsWith('application/json') === true ? readAsked(body) : undefined;
  if (asked === undefined) return refusal(400, 'The request is no GraphQL request.', 'REQUEST_INVALID');
  const payload = await run(asked, asker, faults);
  const usual = sent(200, faults.payload?.(payload) ?? payload);
  return (await faults.answer?.(usual, payload)) ?? usual;
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

async function run({ query, variables, operationName }: Asked, asker: Asker, faults: Faults): Promise<Row> {
  const schema = schemaOf(fisheriesSdl);
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    return { errors: [{ message: 'The query does not parse.', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] };
  }
  document = faults.document?.(document) ?? document;
  const format = faults.formatError ?? formatError;
  const problems = validate(schema, document);
  if (problems.length > 0)
    return {
      errors: problems.map(() =>
        format(
          new GraphQLError('The query does not fit the schema.', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
        ),
      ),
    };
  const count = variables.keys?.length ?? 0;
  const result = await execute({
    schema,
    document,
    rootValue: rootOf(asker, faults),
    variableValues: variables,
    ...(!faults.ignoresOperationName && operationName !== undefined && { operationName }),
    ...(faults.ignoresOperationName && { operationName: firstName(document) }),
  });
  await wait(faults.delayMs?.(count) ?? 0);
  const statements = faults.statements === undefined ? 1 : faults.statements(count);
  return payloadOf(result, statements, format);
}

function payloadOf(
  { data, errors }: ExecutionResult,
  statements: number | undefined,
  format: (error: GraphQLError) => Row,
): Row {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => format(error)) }),
    ...(statements !== undefined && { extensions: { statements } }),
  };
}

/** Own texts only: what went wrong inside is for our log. */
function formatError({ path, extensions }: GraphQLError): Row {
  const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'REQUEST_INVALID';
  return { message: 'This part could not be answered.', ...(path && { path }), extensions: { code } };
}

function firstName(document: DocumentNode): string | undefined {
  const [definition] = document.definitions;
  return definition !== undefined && 'name' in definition ? definition.name?.value : undefined;
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => void (delayMs === 0 ? resolve() : setTimeout(resolve, delayMs)));
}

function rootOf(asker: Asker, faults: Faults): object {
  return {
    _service: () => ({ sdl: faults.sdl?.(fisheriesSdl) ?? fisheriesSdl }),
    _entities: ({ representations: keys }: { readonly representations: readonly Row[] }) => {
      const entities = keys.map((key, at) => entityOf(key, at, { asker, faults }));
      return faults.entities?.(entities, keys) ?? entities;
    },
  };
}

interface Scope {
  readonly asker: Asker;
  readonly faults: Faults;
}

function entityOf({ houseCode }: Row, at: number, { asker, faults }: Scope): unknown {
  if (typeof houseCode !== 'string' || !/^\d{11}$/u.test(houseCode)) {
    if (faults.badKey !== undefined) return faults.badKey(at);
    return new GraphQLError('Not a house code.', { extensions: { code: 'INPUT_HOUSE_CODE_INVALID' } });
  }
  const house = (faults.find ?? ((code) => houses.get(code)))(houseCode);
  if (house === undefined) return null;
  const record = recordFor(house, asker);
  return { __typename: 'Household', houseCode, fisheries: faults.record?.(record, house, asker) ?? record };
}
