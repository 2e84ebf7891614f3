import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { control, household, marker, numberOf, operation, query, type Attack } from './attack.ts';

const bomb = Buffer.from(query(`{ bodies { code } }`, { a: 'x'.repeat(8 * 1024 * 1024) }));

/** Bodies that are no operation. */
export const jsonAttacks: readonly Attack[] = [
  body(
    'a byte that is no UTF-8',
    Buffer.from([...Buffer.from('{"query":"'), 0xff, 0x22, 0x7d]),
    'REQUEST_TEXT_INVALID',
  ),
  body(
    'an overlong encoding',
    Buffer.from([...Buffer.from('{"query":"'), 0xc0, 0xaf, 0x22, 0x7d]),
    'REQUEST_TEXT_INVALID',
  ),
  body(
    'a surrogate in UTF-8',
    Buffer.from([...Buffer.from('{"query":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
    'REQUEST_TEXT_INVALID',
  ),
  body('a character cut in half', Buffer.from([...Buffer.from('{"query":"'), 0xe0, 0xb8]), 'REQUEST_TEXT_INVALID'),
  body(
    'a byte order mark',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(control)]),
    'REQUEST_TEXT_INVALID',
  ),
  body('UTF-16', Buffer.from(`\uFEFF${control}`, 'utf16le'), 'REQUEST_TEXT_INVALID'),
  body('half of an escaped pair', String.raw`{"query":"\ud800"}`, 'REQUEST_TEXT_INVALID'),
  body('an escaped NUL', String.raw`{"query":"{ bodies { code } }","a":"\u0000"}`, 'REQUEST_TEXT_INVALID'),
  body('a bare NUL', '{"query":"{ bodies { code } }","a":"\0"}', 'REQUEST_JSON_INVALID'),
  body('a line break in a string', '{"query":"{ bodies\n{ code } }"}', 'REQUEST_JSON_INVALID'),
  body('a key twice', '{"query":"{ bodies { code } }","query":"{ __typename }"}', 'REQUEST_JSON_KEY_REPEATED'),
  body(
    'a key twice, once escaped',
    String.raw`{"query":"{ bodies { code } }","qu\u0065ry":"{ __typename }"}`,
    'REQUEST_JSON_KEY_REPEATED',
  ),
  body('a variable twice', '{"query":"{ bodies { code } }","variables":{"a":1,"a":2}}', 'REQUEST_JSON_KEY_REPEATED'),
  body(
    '__proto__',
    '{"query":"{ bodies { code } }","variables":{"__proto__":{"admin":true}}}',
    'REQUEST_JSON_KEY_REFUSED',
  ),
  body(
    '__proto__ in escapes',
    String.raw`{"query":"{ bodies { code } }","\u005f_proto__":{"admin":true}}`,
    'REQUEST_JSON_KEY_REFUSED',
  ),
  body(
    'constructor.prototype',
    '{"query":"{ bodies { code } }","variables":{"constructor":{"prototype":{"a":1}}}}',
    'REQUEST_JSON_KEY_REFUSED',
  ),
  body('lists a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'REQUEST_JSON_TOO_DEEP'),
  body('objects forty thousand deep', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, 'REQUEST_JSON_TOO_DEEP'),
  body('closing brackets alone', ']'.repeat(200_000), 'REQUEST_JSON_INVALID'),
  body(
    'twenty thousand keys',
    `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
    'REQUEST_JSON_TOO_MANY_KEYS',
  ),
  body(
    'a number of 200,000 digits',
    `{"query":"{ bodies { code } }","variables":{"a":${'9'.repeat(200_000)}}}`,
    'REQUEST_JSON_NUMBER_REFUSED',
  ),
  body('1e400', '{"query":"{ bodies { code } }","variables":{"a":1e400}}', 'REQUEST_JSON_NUMBER_REFUSED'),
  body(
    'a number that doubles do not have',
    '{"query":"{ bodies { code } }","variables":{"a":9007199254740993}}',
    'REQUEST_JSON_NUMBER_REFUSED',
  ),
  ...['NaN', 'Infinity', '-Infinity', '0x10', '01', '+1', '.5', '1.', "'a'", 'undefined', '/* a */ 1'].map((value) =>
    body(`${value} as a value`, `{"query":"{ bodies { code } }","variables":{"a":${value}}}`, 'REQUEST_JSON_INVALID'),
  ),
  body('a comma too many', '{"query":"{ bodies { code } }",}', 'REQUEST_JSON_INVALID'),
  body('something after the end', `${control}${control}`, 'REQUEST_JSON_INVALID'),
  body('half of it', control.slice(0, 20), 'REQUEST_JSON_INVALID'),
  body('nothing', '', 'REQUEST_JSON_INVALID'),
  body('blanks', ' '.repeat(100_000), 'REQUEST_JSON_INVALID'),
  body('a citizen number and no more', `{"query": ${numberOf.slice(1)}`, 'REQUEST_JSON_INVALID'),
  ...['null', '1', '"{ bodies { code } }"', 'true'].map((value) =>
    body(`${value} for a request`, value, 'REQUEST_INVALID'),
  ),
  body('a batch', `[${control},${control}]`, 'REQUEST_BATCH_REFUSED'),
  body('an empty batch', '[]', 'REQUEST_BATCH_REFUSED'),
  body(
    'a batch of ten thousand',
    `[${Array.from({ length: 8_000 }, () => '{"query":"{a}"}').join(',')}]`,
    'REQUEST_JSON_TOO_MANY_KEYS',
  ),
  body('no query', '{"variables":{}}', 'REQUEST_INVALID'),
  body('a query that is a number', '{"query":1}', 'REQUEST_INVALID'),
  body('a query that is a list', '{"query":["{ bodies { code } }"]}', 'REQUEST_INVALID'),
  body('a query that is empty', '{"query":""}', 'REQUEST_INVALID'),
  body('variables that are a list', '{"query":"{ bodies { code } }","variables":[1]}', 'REQUEST_INVALID'),
  body('variables that are text', `{"query":"{ bodies { code } }","variables":"${marker}"}`, 'REQUEST_INVALID'),
  body('extensions that are a list', '{"query":"{ bodies { code } }","extensions":[]}', 'REQUEST_INVALID'),
  body('an operation name that is a number', '{"query":"{ bodies { code } }","operationName":1}', 'REQUEST_INVALID'),
  // Whoever sends the hash of a query asks whether it is known, and Apollo answers that with 200.
  body(
    'a persisted query',
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}',
    'REQUEST_INVALID',
    200,
  ),
  body(
    'a persisted query with its text',
    `{"query":"{ bodies { code } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(64)}"}}}`,
    'REQUEST_INVALID',
    200,
  ),
  sized('more than 256 KiB', query('{ bodies { code } }', { a: 'x'.repeat(262_144) })),
  sized('more than 256 KiB of blanks before it', `${' '.repeat(262_144)}${control}`),
  compressed('gzip', gzipSync(bomb)),
  compressed('deflate', deflateSync(bomb)),
  compressed('br', brotliCompressSync(bomb)),
  compressed('zstd', Buffer.from(control)),
  compressed('gzip, gzip', gzipSync(gzipSync(bomb))),
  compressed('identity', Buffer.from(control)),
  ...[
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json5',
    'application/jsonp',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=ibm037',
    'application/json; charset=utf-8; charset=utf-16',
    'application/json, text/plain',
    'application/json; boundary=x',
    'application/vnd.api+json',
    '',
  ].map((type) => typed(type)),
  {
    title: 'a body without a type',
    wire: (by) => operation(by, control, { 'content-type': null }),
    status: 415,
    code: 'REQUEST_TYPE_REFUSED',
  },
  {
    title: 'a file upload of another standard',
    wire: (by) =>
      operation(by, `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${control}\r\n--x--\r\n`, {
        'content-type': 'multipart/form-data; boundary=x',
        'apollo-require-preflight': 'true',
      }),
    status: 415,
    code: 'REQUEST_TYPE_REFUSED',
  },
  {
    title: 'a query in the address of a POST',
    wire: (by) =>
      Buffer.from(
        operation(by, '{}')
          .toString()
          .replace('POST /graphql', `POST /graphql?query=${encodeURIComponent(household)}`),
      ),
    status: 400,
    code: 'REQUEST_INVALID',
  },
];

function body(title: string, bytes: string | Uint8Array, code: string, status = 400): Attack {
  return { title, wire: (by) => operation(by, bytes), status, code };
}

function sized(title: string, bytes: string): Attack {
  return { title, wire: (by) => operation(by, bytes), status: 413, code: 'REQUEST_TOO_LARGE' };
}

function compressed(encoding: string, bytes: Uint8Array): Attack {
  return {
    title: `a body compressed as ${encoding}`,
    wire: (by) => operation(by, bytes, { 'content-encoding': encoding }),
    status: 415,
    code: 'REQUEST_ENCODING_REFUSED',
  };
}

function typed(type: string): Attack {
  return {
    title: `a body as ${JSON.stringify(type)}`,
    wire: (by) => operation(by, control, { 'content-type': type }),
    status: 415,
    code: 'REQUEST_TYPE_REFUSED',
  };
}
