import { createHmac, createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticator, type Authentication, type AuthenticatorOptions } from './authenticator.ts';
import { createKeySource } from './key-source.ts';
import {
  bearer,
  goodClaims,
  issuerKey,
  jwksOf,
  rawToken,
  signWith,
  startOfTests,
  testAudience,
  testClock,
  testIssuer,
  type IssuerKey,
  type TestClock,
} from './test-issuer.ts';

let ed: IssuerKey;
let ec: IssuerKey;
let rsa: IssuerKey;
let stranger: IssuerKey;

beforeAll(async () => {
  [ed, ec, rsa, stranger] = await Promise.all([
    issuerKey('ed', 'EdDSA'),
    issuerKey('ec', 'ES256'),
    issuerKey('rsa', 'RS256'),
    issuerKey('ed', 'EdDSA'),
  ]);
});

interface Harness {
  readonly clock: TestClock;
  readonly ask: (headers: readonly string[]) => Promise<Authentication>;
  readonly reasons: string[];
}

function harness(options: Partial<AuthenticatorOptions> = {}): Harness {
  const clock = testClock();
  const reasons: string[] = [];
  const keys = createKeySource({ read: () => Promise.resolve(jwksOf(ed, ec, rsa)), clock });
  const ask = createAuthenticator({
    issuer: testIssuer,
    audience: testAudience,
    keys,
    clock,
    onRefusal: (reason) => reasons.push(reason),
    ...options,
  });
  return { clock, ask, reasons };
}

const invalid = { kind: 'REFUSED', code: 'IDENTITY_INVALID' };
const missing = { kind: 'REFUSED', code: 'IDENTITY_MISSING' };

describe('a token of the configured issuer', () => {
  it('becomes a frozen principal', async () => {
    const { ask } = harness();
    const answer = await ask(bearer(await signWith(ed)));
    expect(answer).toEqual({
      kind: 'PRINCIPAL',
      principal: {
        subject: 'officer-7',
        role: 'caseworker',
        areas: ['50'],
        body: null,
        scopes: new Set(['sensitive:health', 'identity:full']),
        expiresAt: startOfTests / 1000 + 3600,
      },
    });
    expect(answer.kind === 'PRINCIPAL' && Object.isFrozen(answer.principal)).toBe(true);
  });

  it('may be signed with EdDSA, ES256 or RS256, as JWT or as an access token', async () => {
    const { ask } = harness();
    for (const key of [ed, ec, rsa]) {
      expect(await ask(bearer(await signWith(key)))).toMatchObject({ kind: 'PRINCIPAL' });
    }
    expect(await ask(bearer(await signWith(ed, goodClaims(), { typ: 'at+jwt' })))).toMatchObject({ kind: 'PRINCIPAL' });
  });

  it('gives the same principal object while it is remembered', async () => {
    const { ask, clock } = harness();
    const token = await signWith(ed);
    const principalOf = async (): Promise<unknown> => {
      const answer = await ask(bearer(token));
      return answer.kind === 'PRINCIPAL' ? answer.principal : answer;
    };
    const first = await principalOf();
    expect(await principalOf()).toBe(first);
    clock.pass(61_000);
    expect(await principalOf()).not.toBe(first);
  });

  it('is refused as expired after its end and the tolerance, also when it is remembered', async () => {
    const { ask, clock } = harness();
    const token = await signWith(ed, { ...goodClaims(), exp: startOfTests / 1000 + 30 });
    expect(await ask(bearer(token))).toMatchObject({ kind: 'PRINCIPAL' });
    clock.pass(34_000);
    expect(await ask(bearer(token))).toMatchObject({ kind: 'PRINCIPAL' });
    clock.pass(2_000);
    expect(await ask(bearer(token))).toEqual({ kind: 'REFUSED', code: 'IDENTITY_EXPIRED' });
  });
});

describe('the place of a token', () => {
  it.each<[string, (token: string) => string[]]>([
    ['no header at all', () => []],
    ['two headers', (token) => [...bearer(token), ...bearer(token)]],
    ['two headers that differ', (token) => [...bearer(token), 'authorization', 'Basic Zm9v']],
    ['another scheme', (token) => ['authorization', `Basic ${token}`]],
    ['no scheme', (token) => ['authorization', token]],
    ['a cookie', (token) => ['cookie', `authorization=Bearer ${token}`]],
    ['a header of another name', (token) => ['x-authorization', `Bearer ${token}`]],
  ])('is nobody in %s', async (_title, headersOf) => {
    const { ask } = harness();
    expect(await ask(headersOf(await signWith(ed)))).toEqual(missing);
  });

  it.each<[string, (token: string) => string]>([
    ['two tokens in one header', (token) => `Bearer ${token}, Bearer ${token}`],
    ['a blank inside', (token) => `Bearer ${token.slice(0, 20)} ${token.slice(20)}`],
    ['padding', (token) => `Bearer ${token}=`],
    ['nothing', () => 'Bearer '],
    ['four parts', (token) => `Bearer ${token}.x`],
    ['more than 8 KiB', (token) => `Bearer ${token}${'x'.repeat(8192)}`],
  ])('is refused with %s', async (_title, valueOf) => {
    const { ask } = harness();
    expect(await ask(['authorization', valueOf(await signWith(ed))])).toEqual(invalid);
  });
});

describe('a forged token is refused when', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['it is not signed', () => rawToken({ alg: 'none', kid: 'ed', typ: 'JWT' }, goodClaims(), 'AA')],
    ['none is spelled otherwise', () => rawToken({ alg: 'nOnE', kid: 'ed', typ: 'JWT' }, goodClaims(), 'AA')],
    ['its signature is of another key of the same name', () => signWith(stranger)],
    ['its public key is used as a shared secret', () => hmacWithPublicKey()],
    ['an empty or zero signature stands for ES256', () => zeroSignature()],
    ['it names a key of another algorithm', () => signWith({ ...ed, kid: 'ec' })],
    ['it names no key', () => signWith(ed, goodClaims(), { kid: undefined })],
    ['it names an unknown key', () => signWith(ed, goodClaims(), { kid: 'other' })],
    ['it names __proto__', () => signWith(ed, goodClaims(), { kid: '__proto__' })],
    ['the name of its key is long', () => signWith(ed, goodClaims(), { kid: 'k'.repeat(65) })],
    ['it brings its own key', () => signWith(stranger, goodClaims(), { jwk: stranger.jwk, kid: 'own' })],
    [
      'it says where its key is',
      () => signWith(stranger, goodClaims(), { jku: 'http://127.0.0.1:9/jwks', kid: 'own' }),
    ],
    ['its type is another', () => signWith(ed, goodClaims(), { typ: 'samutphok-call+jwt' })],
    ['it has no type', () => signWith(ed, goodClaims(), { typ: undefined })],
  ])('%s', async (_title, token) => {
    const { ask } = harness();
    expect(await ask(bearer(await token()))).toEqual(invalid);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['too long', 'is over 8 KiB', async () => await signWith(ed, { ...goodClaims(), pad: 'x'.repeat(8_192) })],
    ['header', 'the name of its key is long', () => signWith(ed, goodClaims(), { kid: 'k'.repeat(65) })],
    [
      'header',
      'it has an extension that must be understood',
      () => signWith(ed, goodClaims(), { crit: ['b64'], b64: true }),
    ],
    [
      'header',
      'it is signed in a way that is not listed',
      async () => rawToken({ alg: 'HS256', kid: 'ed', typ: 'JWT' }, {}, 'AA'),
    ],
    ['alg is not that of the key', 'it names a key of another kind', () => signWith({ ...ed, kid: 'rsa' })],
  ])('(%s) %s, before anything is computed', async (reason, _title, token) => {
    const { ask, reasons } = harness();
    expect(await ask(bearer(await token()))).toEqual(invalid);
    expect(reasons).toEqual([reason]);
  });

  it('one character of it is changed', async () => {
    const { ask } = harness();
    const [header = '', payload = '', signature = ''] = (await signWith(ed)).split('.');
    const other = Buffer.from(JSON.stringify({ ...goodClaims(), role: 'supervisor' })).toString('base64url');
    expect(await ask(bearer(`${header}.${other}.${signature}`))).toEqual(invalid);
    expect(await ask(bearer(`${header}.${payload}.${signature.slice(0, -2)}`))).toEqual(invalid);
  });
});

describe('a genuine token is refused when', () => {
  const now = startOfTests / 1000;
  const odd: readonly (readonly [string, Record<string, unknown>])[] = [
    ['the issuer is another', { iss: `${testIssuer}/` }],
    ['the issuer is missing', { iss: undefined }],
    ['the audience is another', { aud: 'other' }],
    ['the audience is missing', { aud: undefined }],
    ['it has no end', { exp: undefined }],
    ['it has no beginning', { iat: undefined }],
    ['nobody is named', { sub: undefined }],
    ['the name is empty', { sub: '' }],
    ['the name has a line break', { sub: 'a\nb' }],
    ['the name is a number', { sub: 7 }],
    ['its end is text', { exp: String(now + 60) }],
    ['it is not valid yet', { nbf: now + 60 }],
    ['it is of the future', { iat: now + 60, exp: now + 120 }],
    ['it lives longer than 12 hours', { exp: now + 12 * 3600 + 1 }],
    ['it lives for years', { exp: now + 10 * 365 * 86_400 }],
    ['it is an ID token', { at_hash: 'x' }],
    ['it has no role', { role: undefined }],
    ['the role is unknown', { role: 'admin' }],
    ['the role is a list', { role: ['caseworker'] }],
    ['the role has another case', { role: 'Caseworker' }],
    ['the body is unknown', { body: 'treasury' }],
    ['the body is a list', { body: ['health'] }],
    ['a body-officer has no body', { role: 'body-officer' }],
    ['a scope is no text', { scope: [1] }],
    ['a scope is empty', { scope: [''] }],
    ['scopes are two blanks apart', { scope: 'a  b' }],
    ['scopes are an object', { scope: { a: true } }],
    ...[
      '',
      '*',
      '50',
      true,
      null,
      {},
      { $ne: '' },
      [''],
      ['%'],
      ['5'],
      ['500'],
      ['50040'],
      ['5004061'],
      ['*', '50'],
      ['*', '*'],
      [50],
      [['50']],
      ['50\n'],
      [' 50'],
      ['๕๐'],
      ['5０'],
      ['50', null],
    ].map((areas): readonly [string, Record<string, unknown>] => [`areas are ${JSON.stringify(areas)}`, { areas }]),
  ];
  it.each(odd)('%s', async (_title, claims) => {
    const { ask } = harness();
    expect(await ask(bearer(await signWith(ed, { ...goodClaims(), ...claims })))).toEqual(invalid);
  });

  it('the operator is told why, without a value of the token', async () => {
    const { ask, reasons } = harness();
    await ask(bearer(await signWith(ed, { ...goodClaims(), role: 'secret-role' })));
    expect(reasons).toEqual(['claim: role']);
  });
});

describe('claims', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ areas: ['*'] }, { areas: ['*'] }],
    [{ areas: ['50', '5104', '520101', '50'] }, { areas: ['50', '5104', '520101'] }],
    [{ areas: [] }, { areas: [] }],
    [{ areas: undefined }, { areas: [] }],
    [{ scope: ['a', 'b:c'] }, { scopes: new Set(['a', 'b:c']) }],
    [{ scope: '' }, { scopes: new Set() }],
    [{ scope: undefined }, { scopes: new Set() }],
    [
      { role: 'body-officer', body: 'health' },
      { role: 'body-officer', body: 'health' },
    ],
    [{ aud: ['other', testAudience] }, { subject: 'officer-7' }],
  ])('%j are read as %j', async (claims, principal) => {
    const { ask } = harness();
    expect(await ask(bearer(await signWith(ed, { ...goodClaims(), ...claims })))).toMatchObject({ principal });
  });
});

describe('an authenticator', () => {
  it('says that nobody can be let in while there are no keys', async () => {
    const clock = testClock();
    const keys = createKeySource({ read: () => Promise.reject(new TypeError('down')), clock });
    const { ask } = harness({ keys, clock });
    expect(await ask(bearer(await signWith(ed)))).toEqual({ kind: 'REFUSED', code: 'IDENTITY_UNAVAILABLE' });
  });

  it('verifies a remembered token again when the key set was read anew', async () => {
    const clock = testClock();
    let served = jwksOf(ed);
    const keys = createKeySource({ read: () => Promise.resolve(served), clock });
    const { ask } = harness({ keys, clock, rememberMs: 3_600_000 });
    const token = await signWith(ed);
    expect(await ask(bearer(token))).toMatchObject({ kind: 'PRINCIPAL' });
    served = jwksOf(ec);
    clock.pass(31_000);
    await ask(bearer(await signWith(ec)));
    expect(await ask(bearer(token))).toEqual(invalid);
  });

  it('is not made without an audience or with a wide tolerance', () => {
    expect(() => harness({ audience: '' })).toThrow(TypeError);
    expect(() => harness({ toleranceMs: 60_000 })).toThrow(RangeError);
  });
});

function zeroSignature(): string {
  return rawToken({ alg: 'ES256', kid: 'ec', typ: 'JWT' }, goodClaims(), Buffer.alloc(64).toString('base64url'));
}

function hmacWithPublicKey(): string {
  const text = rawToken({ alg: 'HS256', kid: 'rsa', typ: 'JWT' }, goodClaims()).slice(0, -1);
  const { n = '', e = '' } = rsa.jwk;
  const pem = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}
