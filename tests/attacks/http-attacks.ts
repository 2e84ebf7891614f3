import { control, household, marker, request, usual, written, type Attack, type Attacker } from './attack.ts';

const length = `content-length: ${control.length}`;
const chunked = `${control.length.toString(16)}\r\n${control}\r\n0\r\n\r\n`;

/** Requests that are none, or two in one. */
export const httpAttacks: readonly Attack[] = [
  ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) =>
    other(
      `an operation by ${method}`,
      (by) => request(usual(by), `${method} /graphql?query=${encodeURIComponent(household)} HTTP/1.1`),
      405,
      'REQUEST_METHOD_REFUSED',
    ),
  ),
  other(
    'an operation by HEAD',
    (by) => request(usual(by), `HEAD /graphql?query=%7Bbodies%7Bcode%7D%7D HTTP/1.1`),
    405,
    null,
  ),
  other('an operation by OPTIONS', (by) => byMethod(by, 'OPTIONS'), 405, 'REQUEST_METHOD_REFUSED'),
  ...['TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'SEARCH'].map((method) =>
    other(
      `an operation by ${method}`,
      (by) => byMethod(by, method),
      method === 'CONNECT' ? 0 : 404,
      method === 'CONNECT' ? null : 'REQUEST_NOT_FOUND',
    ),
  ),
  broken('a method that does not exist', (by) => byMethod(by, 'GRAPHQL')),
  broken('two lengths that differ', (by) => written(by, [length, 'content-length: 5'])),
  broken('two lengths in one', (by) => written(by, [`content-length: ${control.length}, 5`])),
  broken('a length below nothing', (by) => written(by, ['content-length: -1'])),
  broken('a length with a sign', (by) => written(by, [`content-length: +${control.length}`])),
  broken('a length in hexadecimal', (by) => written(by, ['content-length: 0x20'])),
  broken('a length beyond every number', (by) => written(by, ['content-length: 99999999999999999999999'])),
  broken('a length and chunks', (by) => written(by, [length, 'transfer-encoding: chunked'], chunked)),
  broken('chunks and a length', (by) => written(by, ['transfer-encoding: chunked', length], chunked)),
  broken('chunked, but not at the end', (by) => written(by, ['transfer-encoding: chunked, identity'], chunked)),
  broken('chunks under another name', (by) => written(by, ['transfer-encoding: xchunked'], chunked)),
  broken('chunks behind a tabulator', (by) => written(by, ['transfer-encoding:\tchunked', length], chunked)),
  broken('chunks before a blank and a colon', (by) => written(by, ['transfer-encoding : chunked'], chunked)),
  broken('a chunk whose size is no number', (by) =>
    written(by, ['transfer-encoding: chunked'], `zz\r\n${control}\r\n0\r\n\r\n`),
  ),
  broken('a chunk whose size overflows', (by) =>
    written(by, ['transfer-encoding: chunked'], `ffffffffffffffffff\r\n${control}`),
  ),
  broken('a folded header', (by) => written(by, ['x-a: b', ' c', length])),
  broken('a header without a colon', (by) => written(by, ['nonsense', length])),
  broken('a header without a name', (by) => written(by, [': b', length])),
  broken('a blank in the name of a header', (by) => written(by, ['x a: b', length])),
  broken('a carriage return in a header', (by) => written(by, ['x-a: b\rx-b: c', length])),
  broken('a NUL in a header', (by) => written(by, ['x-a: b\0c', length])),
  broken('lines that end with a line feed alone', (by) => written(by, [length]).replaceAll('\r\n', '\n')),
  broken('a line feed alone in the headers', (by) => written(by, ['x-a: b\nx-b: c', length])),
  broken('no version', (by) => written(by, [length]).replace(' HTTP/1.1', '')),
  broken('HTTP/0.9', () => 'GET /graphql\r\n\r\n'),
  broken('HTTP/3.0', (by) => written(by, [length]).replace('HTTP/1.1', 'HTTP/3.0')),
  broken('the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  broken('a handshake of TLS', () => Buffer.from('16030100a5010000a10303', 'hex')),
  broken('no HTTP at all', () => 'EHLO samutphok\r\n\r\n'),
  broken('no host', (by) => written(by, [length]).replace(/host: [^\r]*\r\n/u, '')),
  broken('an empty host', (by) => written(by, [length]).replace(/host: [^\r]*/u, 'host: ')),
  broken('a host with a path', (by) => written(by, [length]).replace(/host: [^\r]*/u, 'host: a/../b')),
  broken('a host with somebody before it', (by) => written(by, [length]).replace('host: ', 'host: a@')),
  broken('another server as its target', (by) =>
    written(by, [length]).replace('/graphql', 'http://evil.example/graphql'),
  ),
  broken('an asterisk as its target', (by) => written(by, [length]).replace('/graphql', '*')),
  broken('a target that cannot be read', (by) => written(by, [length]).replace('/graphql', '/%zz')),
  other('headers of 40 KB', (by) => written(by, [`x-a: ${'a'.repeat(40_000)}`, length]), 431, 'REQUEST_INVALID'),
  other(
    'a hundred and fifty headers',
    (by) => written(by, [...Array.from({ length: 150 }, (_, at) => `x${at}: 1`), length]),
    431,
    'REQUEST_INVALID',
  ),
  other(
    'a second token behind a hundred headers',
    (by) => written(by, [length, ...Array.from({ length: 120 }, (_, at) => `x${at}: 1`), 'authorization: Bearer a']),
    431,
    'REQUEST_INVALID',
  ),
  other(
    'four thousand headers',
    (by) => written(by, [...Array.from({ length: 4_000 }, (_, at) => `x${at}: 1`), length]),
    431,
    'REQUEST_INVALID',
  ),
  other(
    'an address of 40 KB',
    (by) => written(by, [length]).replace('/graphql', `/graphql?${'a'.repeat(40_000)}`),
    431,
    'REQUEST_INVALID',
  ),
  ...[
    'authorization: Bearer a',
    'Authorization: Bearer a',
    'host: evil.example',
    'content-type: application/json',
    'origin: http://a',
    'x-cost-preview: true',
    'content-encoding: gzip',
  ].map((line) => repeated(line)),
  other('a purpose twice', (by) => written(by, ['x-purpose: AUDIT', length]), 400, 'POLICY_PURPOSE_INVALID'),
  other('a case twice', (by) => written(by, ['x-case: 1', 'x-case: 2', length]), 400, 'POLICY_CASE_INVALID'),
  other(
    'a good token and another after chunks',
    (by) =>
      written(
        by,
        ['transfer-encoding: chunked'],
        `${control.length.toString(16)}\r\n${control}\r\n0\r\nauthorization: Bearer a\r\n\r\n`,
      ),
    200,
    null,
    /INTERIOR/u,
  ),
  other(
    'a token in the trailer alone',
    (by) =>
      written(
        { ...by, token: '' },
        ['transfer-encoding: chunked'],
        `${control.length.toString(16)}\r\n${control}\r\n0\r\nauthorization: Bearer ${by.token}\r\n\r\n`,
      ).replace('authorization: Bearer \r\n', ''),
    401,
    'IDENTITY_MISSING',
  ),
  other(
    'the header that says which others to forget',
    (by) => written(by, [length]).replace('connection: close', 'connection: close, authorization, x-purpose'),
    200,
    null,
    /INTERIOR/u,
  ),
  ...[
    'x-forwarded-for: 10.0.0.1',
    'x-forwarded-host: evil.example',
    'forwarded: for=10.0.0.1;host=evil.example',
    'x-original-url: /metrics',
    'x-rewrite-url: /metrics',
    'x-http-method-override: DELETE',
    'x-user: admin',
    'x-role: supervisor',
    'x-areas: *',
    'baggage: role=supervisor',
    'x-apollo-operation-name: a',
    'max-forwards: 0',
    'expect: 100-continue',
  ].map((line) =>
    other(
      `${line.slice(0, line.indexOf(':'))} said by a client`,
      (by) => written(by, [line, length]),
      line.startsWith('expect') ? 100 : 200,
      null,
    ),
  ),
  other('an expectation that is none', (by) => written(by, ['expect: the spanish inquisition', length]), 417, null),
  other(
    'an upgrade to a websocket',
    (by) =>
      written(by, [
        'upgrade: websocket',
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version: 13',
        length,
      ]).replace('connection: close', 'connection: upgrade, close'),
    200,
    null,
  ),
  other(
    'an upgrade to HTTP/2',
    (by) =>
      written(by, ['upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__', length]).replace(
        'connection: close',
        'connection: upgrade, http2-settings, close',
      ),
    200,
    null,
  ),
  other(
    'a purpose of line breaks in their escapes',
    (by) => written(by, [length]).replace('CASE_REVIEW', 'CASE_REVIEW%0d%0aset-cookie:a=b'),
    400,
    'POLICY_PURPOSE_INVALID',
  ),
  other(
    'a purpose of Thai letters',
    (by) => written(by, [length]).replace('CASE_REVIEW', 'ทบทวน'),
    400,
    'POLICY_PURPOSE_INVALID',
  ),
  other(
    'a purpose of full-width letters',
    (by) => written(by, [length]).replace('CASE_REVIEW', 'ＣＡＳＥ＿ＲＥＶＩＥＷ'),
    400,
    'POLICY_PURPOSE_INVALID',
  ),
  other(
    'a purpose in bytes that are no text',
    (by) => Buffer.from(written(by, [length]).replace('CASE_REVIEW', '\u00ff\u00fe'), 'latin1'),
    400,
    'POLICY_PURPOSE_INVALID',
  ),
  other('a header that nobody knows, in Thai', (by) => written(by, [`x-name: ${marker}`, length]), 200, null),
];

function byMethod(by: Attacker, method: string): string {
  return written(by, [length]).replace('POST', method);
}

type Answered = readonly [status: number, code: string | null, holds?: RegExp];

function other(title: string, wire: Attack['wire'], ...[status, code, holds]: Answered): Attack {
  return { title, wire, status, code, ...(holds && { holds }) };
}

function broken(title: string, wire: Attack['wire']): Attack {
  return { title, wire, status: 400, code: 'REQUEST_INVALID' };
}

function repeated(line: string): Attack {
  const [name = ''] = line.split(':');
  const isThere = ['authorization', 'host', 'content-type'].includes(name.toLowerCase());
  return {
    title: `${name} twice`,
    wire: (by) => written(by, [...(isThere ? [line] : [line, line]), length]),
    status: 400,
    code: 'REQUEST_HEADER_REPEATED',
  };
}
