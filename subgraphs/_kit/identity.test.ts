import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCallVerifier, type CallVerdict, type CallVerifierOptions } from './identity.ts';

const nowMs = Date.UTC(2022, 7, 10, 3);
const iat = nowMs / 1000;

interface GatewayKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: object;
}

function gatewayKey(kid: string): GatewayKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'EdDSA' } };
}

const gateway = gatewayKey('gateway');

const goodClaims: Readonly<Record<string, unknown>> = {
  iss: 'samutphok-gateway',
  aud: 'health',
  iat,
  exp: iat + 60,
  sub: 'officer-7',
  role: 'body-officer',
  areas: ['50', '5101'],
  body: 'health',
  scope: ['sensitive:health'],
  principalExp: iat + 3600,
  purpose: 'HOME_VISIT',
  case: 'A-1',
  breakGlass: null,
  operation: 'abc',
};

function token(claims: object = goodClaims, header: object = {}, key: GatewayKey = gateway): string {
  const text = `${encode({ alg: 'EdDSA', typ: 'samutphok-call+jwt', kid: key.kid, ...header })}.${encode(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key.privateKey).toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function verifier(options: Partial<CallVerifierOptions> = {}): ReturnType<typeof createCallVerifier> {
  return createCallVerifier({
    subgraph: 'health',
    readKeys: () => Promise.resolve(JSON.stringify({ keys: [gateway.jwk] })),
    now: () => nowMs,
    ...options,
  });
}

function kindOf(verdict: CallVerdict): string {
  return verdict.kind;
}

describe('a call of the gateway', () => {
  it('tells the body who asks and what for', async () => {
    expect(await verifier()(`Bearer ${token()}`)).toEqual({
      kind: 'TRUSTED',
      operation: 'abc',
      access: {
        principal: {
          subject: 'officer-7',
          role: 'body-officer',
          areas: ['50', '5101'],
          body: 'health',
          scopes: new Set(['sensitive:health']),
          expiresAt: iat + 3600,
        },
        purpose: 'HOME_VISIT',
        caseNumber: 'A-1',
        breakGlass: null,
      },
    });
  });

  it('may use its token again until it ends', async () => {
    let timeMs = nowMs;
    const verify = verifier({ now: () => timeMs });
    const header = `Bearer ${token()}`;
    const first = await verify(header);
    timeMs += 59_000;
    expect(await verify(header)).toBe(first);
    timeMs += 10_000;
    expect(kindOf(await verify(header))).toBe('REFUSED');
  });

  it('is refused when its token was made for another request body', async () => {
    const bodySha256 = createHash('sha256').update('{"query":"{a}"}').digest('base64url');
    const header = `Bearer ${token({ ...goodClaims, bodySha256 })}`;
    expect(kindOf(await verifier()(header, '{"query":"{a}"}'))).toBe('TRUSTED');
    expect(kindOf(await verifier()(header, '{"query":"{b}"}'))).toBe('REFUSED');
    expect(kindOf(await verifier()(header))).toBe('REFUSED');
    const strict = verifier({ requireBodyHash: true });
    expect(kindOf(await strict(header, '{"query":"{a}"}'))).toBe('TRUSTED');
    expect(kindOf(await strict(`Bearer ${token()}`, '{"query":"{a}"}'))).toBe('REFUSED');
  });
});

describe('a body refuses', () => {
  it.each<[string, string | undefined]>([
    ['a call without token', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic Zm9v'],
    ['two tokens', `Bearer ${token()}, Bearer ${token()}`],
    ['something that is no token', 'Bearer a.b.c'],
    ['a token for another body', `Bearer ${token({ ...goodClaims, aud: 'labour' })}`],
    ['a token for several bodies', `Bearer ${token({ ...goodClaims, aud: ['health', 'labour'] })}`],
    ['a token of another issuer', `Bearer ${token({ ...goodClaims, iss: 'https://issuer.example' })}`],
    ["a person's token", `Bearer ${token(goodClaims, { typ: 'JWT' })}`],
    ['an unsigned token', `Bearer ${token(goodClaims, { alg: 'none' })}`],
    ['a key that only looks like the gateway', `Bearer ${token(goodClaims, {}, gatewayKey('gateway'))}`],
    ['an unknown key', `Bearer ${token(goodClaims, {}, gatewayKey('other'))}`],
    ['a token without key name', `Bearer ${token(goodClaims, { kid: undefined })}`],
    ['a token that has ended', `Bearer ${token({ ...goodClaims, iat: iat - 120, exp: iat - 60 })}`],
    ['a token of the future', `Bearer ${token({ ...goodClaims, iat: iat + 60, exp: iat + 120 })}`],
    ['a token that lives long', `Bearer ${token({ ...goodClaims, exp: iat + 3600 })}`],
    ['a token without end', `Bearer ${token({ ...goodClaims, exp: undefined })}`],
    ['an unknown role', `Bearer ${token({ ...goodClaims, role: 'root' })}`],
    ['an odd area', `Bearer ${token({ ...goodClaims, areas: ['5'] })}`],
    ['the country and more', `Bearer ${token({ ...goodClaims, areas: ['*', '50'] })}`],
    ['an unknown body', `Bearer ${token({ ...goodClaims, body: 'treasury' })}`],
    ['an unknown purpose', `Bearer ${token({ ...goodClaims, purpose: 'CURIOSITY' })}`],
  ])('%s', async (_title, authorization) => {
    expect(kindOf(await verifier()(authorization))).toBe('REFUSED');
  });
});

describe("the gateway's keys", () => {
  it('are read again for a new name, at most every 30 seconds, and at the latest after ten minutes', async () => {
    let timeMs = nowMs;
    let reads = 0;
    let served = [gateway.jwk];
    const next = gatewayKey('next');
    const readKeys = (): Promise<string> => {
      reads += 1;
      return Promise.resolve(JSON.stringify({ keys: served }));
    };
    const verify = verifier({ now: () => timeMs, readKeys });
    const ask = async (key: GatewayKey): Promise<string> => {
      const at = timeMs / 1000;
      return kindOf(await verify(`Bearer ${token({ ...goodClaims, iat: at, exp: at + 60 }, {}, key)}`));
    };
    expect(await ask(gateway)).toBe('TRUSTED');
    served = [gateway.jwk, next.jwk];
    expect(await ask(next)).toBe('REFUSED');
    timeMs += 31_000;
    expect(await ask(next)).toBe('TRUSTED');
    expect(reads).toBe(2);
    served = [next.jwk];
    timeMs += 601_000;
    expect(await ask(gateway)).toBe('REFUSED');
  });

  it('serve on while they cannot be read again', async () => {
    let timeMs = nowMs;
    let isDown = false;
    const keys = JSON.stringify({ keys: [gateway.jwk] });
    const readKeys = (): Promise<string> => (isDown ? Promise.reject(new TypeError('down')) : Promise.resolve(keys));
    const verify = verifier({ now: () => timeMs, readKeys });
    await verify(`Bearer ${token()}`);
    isDown = true;
    timeMs += 3_600_000;
    const at = timeMs / 1000;
    expect(kindOf(await verify(`Bearer ${token({ ...goodClaims, iat: at, exp: at + 60 })}`))).toBe('TRUSTED');
  });
});
