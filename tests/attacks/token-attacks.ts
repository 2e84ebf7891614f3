import { unsigned, type TokenForge } from '../support/attack-tokens.ts';
import { control, operation, request, usual, written, type Attack, type Attacker } from './attack.ts';

const hour = 3_600;
const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/** Tokens that are not what they say. */
export const tokenAttacks: readonly Attack[] = [
  // The algorithm.
  bad('alg none', ({ header, claims }) => unsigned({ ...header, alg: 'none' }, claims), 'IDENTITY_INVALID'),
  bad('alg none with a signature', ({ header, claims, good }) =>
    unsigned({ ...header, alg: 'none' }, claims, partsOf(good)[2]),
  ),
  bad('alg NONE', ({ header, claims }) => unsigned({ ...header, alg: 'NONE' }, claims, 'AA')),
  bad('no alg', ({ header, claims }) => unsigned({ ...header, alg: undefined }, claims, 'AA')),
  bad('HS256 under the public key as PEM', ({ confused }) => confused('pem')),
  bad('HS256 under the public key as JWK', ({ confused }) => confused('jwk')),
  bad('HS256 under the bytes of the public key', ({ confused }) => confused('x')),
  bad('another algorithm than the key’s', ({ signed }) => signed({ header: { alg: 'ES256' } })),
  bad('RS256 with a signature of nothing', ({ header, claims }) => unsigned({ ...header, alg: 'RS256' }, claims, 'AA')),
  bad('ES256 with zeroes for a signature', ({ header, claims }) =>
    unsigned({ ...header, alg: 'ES256' }, claims, 'A'.repeat(86)),
  ),
  bad('EdDSA with zeroes for a signature', ({ header, claims }) => unsigned(header, claims, 'A'.repeat(86))),
  // The key.
  bad('another key', ({ foreign }) => foreign()),
  bad('the key of another data folder', ({ foreign }) => foreign({ kid: 'mWTo0bdI2P4ZkD1vRYx3QA' })),
  bad('another key that it brings along', ({ foreign, foreignJwk }) => foreign({ jwk: foreignJwk })),
  bad('another key at an address', ({ foreign }) => foreign({ jku: 'http://127.0.0.1:9/jwks.json', kid: 'other' })),
  bad('another certificate at an address', ({ foreign }) => foreign({ x5u: 'http://127.0.0.1:9/cert.pem' })),
  bad('another certificate', ({ foreign }) => foreign({ x5c: ['MIIB'] })),
  ...[
    '../../identity/demo-key.pem',
    '/dev/null',
    "' union select 'key",
    '__proto__',
    'constructor',
    '',
    '*',
    'a\u0000b',
    'x'.repeat(5_000),
  ].map((kid) => bad(`kid ${JSON.stringify(kid).slice(0, 30)}`, ({ signed }) => signed({ header: { kid } }))),
  bad('kid that is a list', ({ header, signed }) => signed({ header: { kid: [header['kid']] } })),
  bad('no kid', ({ signed }) => signed({ header: { kid: undefined } })),
  bad('crit that nobody knows', ({ signed }) => signed({ header: { crit: ['exp'], exp: 1 } })),
  bad('a payload that is not encoded', ({ signed }) => signed({ header: { crit: ['b64'], b64: false } })),
  // What kind of token.
  ...['id_token', 'logout+jwt', 'dpop+jwt', 'samutphok-call+jwt', ''].map((typ) =>
    bad(`typ ${JSON.stringify(typ)}`, ({ signed }) => signed({ header: { typ } })),
  ),
  bad('no typ', ({ signed }) => signed({ header: { typ: undefined } })),
  bad('an ID token', ({ signed }) => signed({ claims: { at_hash: 'x', nonce: 'y' } })),
  bad('a token for a call to a body', ({ call }) => call('health')),
  // Claims.
  bad('another issuer', ({ signed }) => signed({ claims: { iss: 'https://evil.example' } })),
  bad('the issuer with a stroke at its end', ({ claims, signed }) =>
    signed({ claims: { iss: `${String(claims['iss'])}/` } }),
  ),
  bad('no issuer', ({ signed }) => signed({ claims: { iss: undefined } })),
  bad('another audience', ({ signed }) => signed({ claims: { aud: 'another' } })),
  bad('audiences without ours', ({ signed }) => signed({ claims: { aud: ['a', 'b'] } })),
  bad('no audience', ({ signed }) => signed({ claims: { aud: undefined } })),
  bad(
    'expired',
    ({ signed }) =>
      signed({ claims: { iat: nowSeconds() - 2 * hour, nbf: nowSeconds() - 2 * hour, exp: nowSeconds() - hour } }),
    'IDENTITY_EXPIRED',
  ),
  bad('no end', ({ signed }) => signed({ claims: { exp: undefined } })),
  bad('an end that is text', ({ signed }) => signed({ claims: { exp: '9999999999' } })),
  bad('an end in ten years', ({ signed }) => signed({ claims: { exp: nowSeconds() + 87_600 * hour } })),
  bad('not yet', ({ signed }) => signed({ claims: { nbf: nowSeconds() + hour } })),
  bad('issued tomorrow', ({ signed }) =>
    signed({ claims: { iat: nowSeconds() + 24 * hour, exp: nowSeconds() + 25 * hour } }),
  ),
  bad('no time of issue', ({ signed }) => signed({ claims: { iat: undefined } })),
  bad('nobody', ({ signed }) => signed({ claims: { sub: undefined } })),
  bad('somebody without a name', ({ signed }) => signed({ claims: { sub: '' } })),
  bad('a name with a line break', ({ signed }) => signed({ claims: { sub: 'a\nlevel=error' } })),
  bad('a name of 300 letters', ({ signed }) => signed({ claims: { sub: 'x'.repeat(300) } })),
  ...['admin', 'CASEWORKER', 'caseworker ', '', null, true, ['caseworker', 'supervisor'], { $ne: '' }].map((role) =>
    bad(`role ${JSON.stringify(role)}`, ({ signed }) => signed({ claims: { role } })),
  ),
  ...['*', ['%'], ['5'], ['*', '50'], [''], ['50%'], ['๕๐'], [50], { in: ['50'] }, true, [['50']]].map((areas) =>
    bad(`areas ${JSON.stringify(areas)}`, ({ signed }) => signed({ claims: { areas } })),
  ),
  ...['HEALTH', 'all', 1, ['health'], '../health'].map((body) =>
    bad(`body ${JSON.stringify(body)}`, ({ signed }) => signed({ claims: { body } })),
  ),
  ...[1, ['a b'], ['"'], { all: true }, ['a\u0000']].map((scope) =>
    bad(`scope ${JSON.stringify(scope)}`, ({ signed }) => signed({ claims: { scope } })),
  ),
  // The text of it.
  bad('a signature cut short', ({ good }) => good.slice(0, -10)),
  bad(
    'a signature with a letter changed',
    ({ good }) => `${good.slice(0, -10)}${good.at(-10) === 'A' ? 'B' : 'A'}${good.slice(-9)}`,
  ),
  bad('claims of one token under the signature of another', ({ good, signed }) =>
    [...partsOf(signed({ claims: { role: 'supervisor' } })).slice(0, 2), partsOf(good)[2]].join('.'),
  ),
  bad('no signature', ({ good }) => `${partsOf(good).slice(0, 2).join('.')}.`),
  bad('two parts', ({ good }) => partsOf(good).slice(0, 2).join('.')),
  bad('five parts', ({ good }) => `${good}.a.b`),
  bad('one part', () => 'abc'),
  bad('padding', ({ good }) => `${good}==`),
  bad('a blank inside', ({ good }) => `${good.slice(0, 40)} ${good.slice(40)}`),
  bad('9 KB', ({ good }) => `${good}${'A'.repeat(9_000)}`),
  bad(
    'JSON that is none in its header',
    ({ good }) => `${Buffer.from('{').toString('base64url')}.${partsOf(good).slice(1).join('.')}`,
  ),
  bad(
    'a header of __proto__',
    ({ good }) =>
      `${Buffer.from('{"__proto__":{"alg":"EdDSA"},"alg":"none"}').toString('base64url')}.${partsOf(good).slice(1).join('.')}`,
  ),
  bad('claims that are a list', ({ header }) => unsigned(header, [1], 'AA')),
  bad('undefined', () => 'undefined'),
  // Where it stands.
  nobody('no token', (by) => operation(by, control, { authorization: null })),
  nobody('an empty header', (by) => operation(by, control, { authorization: '' })),
  nobody('a scheme alone', (by) => operation(by, control, { authorization: 'Bearer' })),
  nobody('Basic', (by) =>
    operation(by, control, { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` }),
  ),
  nobody('a token without a scheme', (by) => operation(by, control, { authorization: by.token })),
  nobody('a token behind another scheme', (by) => operation(by, control, { authorization: `DPoP ${by.token}` })),
  nobody('a token in the address', (by) =>
    request(
      { ...usual(by), authorization: null, 'content-length': String(control.length) },
      `POST /graphql?access_token=${by.token} HTTP/1.1`,
      control,
    ),
  ),
  nobody('a token in a cookie', (by) =>
    operation(by, control, { authorization: null, cookie: `authorization=Bearer ${by.token}; token=${by.token}` }),
  ),
  nobody('a token in the body', (by) =>
    operation(
      by,
      JSON.stringify({ query: '{ bodies { code } }', access_token: by.token, authorization: `Bearer ${by.token}` }),
      { authorization: null },
    ),
  ),
  nobody('a token in the extensions', (by) =>
    operation(
      by,
      JSON.stringify({
        query: '{ bodies { code } }',
        extensions: { headers: { authorization: `Bearer ${by.token}` } },
      }),
      { authorization: null },
    ),
  ),
  nobody('a token in other headers', (by) =>
    operation(by, control, {
      authorization: null,
      'x-authorization': `Bearer ${by.token}`,
      'proxy-authorization': `Bearer ${by.token}`,
      'x-access-token': by.token,
    }),
  ),
  {
    title: 'two tokens, both good',
    wire: (by) => written(by, [`Authorization: Bearer ${by.token}`, `content-length: ${control.length}`]),
    status: 400,
    code: 'REQUEST_HEADER_REPEATED',
  },
  {
    title: 'two tokens in one header',
    wire: (by) => operation(by, control, { authorization: `Bearer ${by.token}, Bearer ${by.token}` }),
    status: 401,
    code: 'IDENTITY_INVALID',
  },
  // Nobody learns what there is.
  nobody('introspection by nobody', (by) =>
    operation(by, '{"query":"{ __schema { types { name } } }"}', { authorization: null }),
  ),
  nobody('a field that is nearly right, by nobody', (by) =>
    operation(by, '{"query":"{ houshold { houseCode } }"}', { authorization: null }),
  ),
  nobody('a body that is no JSON, by nobody', (by) => operation(by, '{', { authorization: null })),
  nobody('300 KB by nobody', (by) => operation(by, 'x'.repeat(300_000), { authorization: null })),
];

function partsOf(token: string): readonly string[] {
  return token.split('.');
}

function bad(title: string, token: (forge: TokenForge) => string, code = 'IDENTITY_INVALID'): Attack {
  return {
    title: `a token: ${title}`,
    wire: (by) => operation(by, control, { authorization: `Bearer ${token(by.forge)}` }),
    status: 401,
    code,
  };
}

function nobody(title: string, wire: (by: Attacker) => Uint8Array): Attack {
  return { title, wire, status: 401, code: 'IDENTITY_MISSING' };
}
