import { control, marker, operation, request, type Attack, type Attacker, type Lines } from './attack.ts';

const json = { 'content-type': 'application/json' } as const;
const order = '{"role":"supervisor","areas":["*"],"scopes":["sensitive:*"]}';

/** What browsers can be made to send, and whatever lies beside operations. */
export const pageAttacks: readonly Attack[] = [
  // Forms and scripts of other pages: none of what a browser sends without asking first is an operation.
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map((type) => ({
    title: `a form of another page as ${type}`,
    wire: (by: Attacker) =>
      operation(by, control, {
        'content-type': type,
        authorization: null,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      }),
    status: 415,
    code: 'REQUEST_TYPE_REFUSED',
  })),
  at(
    'a script of another page without a token',
    'POST /graphql',
    { origin: 'https://evil.example', 'content-type': 'application/json' },
    control,
    401,
    'IDENTITY_MISSING',
  ),
  {
    title: 'a script of another page with a token',
    wire: (by) => operation(by, control, { origin: 'https://evil.example' }),
    status: 200,
    code: null,
  },
  ...['https://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:4000.evil.example'].map((origin) =>
    at(
      `a preflight of ${origin}`,
      'OPTIONS /graphql',
      {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-purpose',
      },
      '',
      405,
      'REQUEST_METHOD_REFUSED',
    ),
  ),
  // The demo's tokens are for this machine's own page.
  token('of another page', { origin: 'https://evil.example' }),
  token('of a page without origin', { origin: 'null' }),
  token('of a page on another port', { origin: 'http://127.0.0.1:1' }),
  token('that a browser says comes from elsewhere', { 'sec-fetch-site': 'cross-site' }),
  token('that a browser says comes from the same site', { 'sec-fetch-site': 'same-site' }),
  token('of a name that was pointed here', { host: 'rebound.evil.example' }),
  token('of a name that was pointed here, and says so', {
    host: 'rebound.evil.example',
    origin: 'http://rebound.evil.example',
  }),
  token('of a name that begins like ours', { host: '127.0.0.1.evil.example' }),
  token('of every address', { host: '0.0.0.0' }),
  at('a token by GET', 'GET /demo/token', {}, '', 404, 'REQUEST_NOT_FOUND'),
  at('a token as a form', 'POST /demo/token', { 'content-type': 'text/plain' }, order, 415, 'REQUEST_TYPE_REFUSED'),
  at(
    'a token for a role that there is not',
    'POST /demo/token',
    json,
    '{"role":"admin"}',
    400,
    'IDENTITY_TOKEN_REQUEST_INVALID',
  ),
  at(
    'a token of another person',
    'POST /demo/token',
    json,
    '{"role":"caseworker","subject":"somchai"}',
    400,
    'IDENTITY_TOKEN_REQUEST_INVALID',
  ),
  at(
    'a token for ten years',
    'POST /demo/token',
    json,
    '{"role":"caseworker","ttlMs":315360000000}',
    400,
    'IDENTITY_TOKEN_REQUEST_INVALID',
  ),
  at(
    'a token with an area of wildcards',
    'POST /demo/token',
    json,
    '{"role":"caseworker","areas":["%"]}',
    400,
    'IDENTITY_TOKEN_REQUEST_INVALID',
  ),
  at(
    'a token with a line break in its scope',
    'POST /demo/token',
    json,
    String.raw`{"role":"caseworker","scopes":["a\nb"]}`,
    400,
    'IDENTITY_TOKEN_REQUEST_INVALID',
  ),
  at('a token of a list', 'POST /demo/token', json, '[]', 400, 'REQUEST_BATCH_REFUSED'),
  at(
    'a token of __proto__',
    'POST /demo/token',
    json,
    '{"__proto__":{"role":"supervisor"}}',
    400,
    'REQUEST_JSON_KEY_REFUSED',
  ),
  at('a token of nothing', 'POST /demo/token', json, 'null', 400, 'REQUEST_INVALID'),
  // Files.
  ...[
    '/graphiql/../../package.json',
    '/graphiql/assets/../../../package.json',
    '/graphiql/assets/..%2f..%2f..%2fpackage.json',
    '/graphiql/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/graphiql/assets/....//....//package.json',
    String.raw`/graphiql/assets/..\..\..\package.json`,
    '/graphiql/assets/%5c..%5cpackage.json',
    '/graphiql/assets//etc/passwd',
    '/graphiql/assets/',
    '/graphiql/assets/console.js.map',
    '/graphiql/assets/package.json%00.js',
    '/data/identity/demo-key.pem',
    '/identity/demo-key.pem',
    '/journal.sqlite',
    '/.env',
    '/.git/config',
    '/package.json',
    '/..;/metrics',
    '/graphql/../data/journal.sqlite',
    '//evil.example/%2f..',
    `/${encodeURIComponent(marker)}`,
    '/%F0%9F%92%A3',
    `/${'a/'.repeat(3_000)}`,
  ].map((path) => at(`the file ${path.slice(0, 50)}`, `GET ${path}`, {}, '', 404, 'REQUEST_NOT_FOUND')),
  ...['/graphiql', '/metrics', '/health/live', '/health/ready', '/bodies'].flatMap((path) => [
    at(`${path} for anybody`, `GET ${path}?a=${encodeURIComponent(marker)}`, {}, '', 200, null),
    at(`${path} by POST`, `POST ${path}`, json, '{}', 404, 'REQUEST_NOT_FOUND'),
    at(`${path} by DELETE`, `DELETE ${path}`, {}, '', 404, 'REQUEST_NOT_FOUND'),
  ]),
  at('a redirect to elsewhere', 'GET //evil.example', { accept: 'text/html' }, '', 404, 'REQUEST_NOT_FOUND'),
  at('the page with another page’s origin', 'GET /graphiql', { origin: 'https://evil.example' }, '', 200, null),
  at('the metrics for another host', 'GET /metrics', { host: 'evil.example' }, '', 200, null),
  // What bodies and operators send.
  at('a publication by nobody', 'POST /registry/publish', json, '{}', 401, 'IDENTITY_MISSING'),
  at('versions for nobody', 'GET /registry/versions', {}, '', 401, 'IDENTITY_MISSING'),
  at('proposals for nobody', 'GET /registry/approvals', {}, '', 401, 'IDENTITY_MISSING'),
  at('a yes by nobody', 'POST /registry/approvals/1', json, '{}', 401, 'IDENTITY_MISSING'),
  staff(
    'a publication by a caseworker',
    'POST /registry/publish',
    '{"body":"health","sdl":"type Query { a: Int }","programmes":null}',
    403,
    'REGISTRY_ROLE_REFUSED',
  ),
  staff('a yes by a caseworker', 'POST /registry/approvals/1', '{}', 403, 'REGISTRY_ROLE_REFUSED'),
];

type Answered = readonly [body: string, status: number, code: string | null];

function at(title: string, first: string, lines: Lines, ...[body, status, code]: Answered): Attack {
  return {
    title,
    wire: ({ host }) =>
      request(
        {
          host,
          connection: 'close',
          ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
          ...lines,
        },
        `${first} HTTP/1.1`,
        body,
      ),
    status,
    code,
  };
}

/** Origins are compared with the host, so that a page of ours is one under the same name. */
function token(title: string, lines: Lines): Attack {
  return at(`a token ${title}`, 'POST /demo/token', { ...json, ...lines }, order, 400, 'IDENTITY_DEMO_HOST_REFUSED');
}

function staff(title: string, first: string, ...[body, status, code]: Answered): Attack {
  return {
    title,
    wire: ({ host, token: bearer }) =>
      request(
        {
          host,
          connection: 'close',
          ...json,
          authorization: `Bearer ${bearer}`,
          'content-length': String(body.length),
        },
        `${first} HTTP/1.1`,
        body,
      ),
    status,
    code,
  };
}
