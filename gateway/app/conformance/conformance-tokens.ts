import { createHmac, createPublicKey } from 'node:crypto';
import type { AccessContext } from '../../../schema/contract/identity.ts';
import type { Reader } from '../../conformance/readers.ts';
import type { Forgery, Tokens } from '../../conformance/tokens.ts';
import { fullReader } from '../../conformance/readers.ts';
import { callTokenType, createCallSigner, type CallSigner } from '../../identity/call-signer.ts';
import { signJwt } from '../../identity/sign-jwt.ts';
import { newSigningKey, type SigningKey } from '../../identity/signing-key.ts';
import type { Clock } from '../../kernel/clock.ts';

/** Call tokens for one subgraph as the gateway that holds the key makes them, and such as no subgraph may take. */
export function conformanceTokens(key: SigningKey, subgraph: string, clock: Clock): Tokens {
  const sign = createCallSigner({ key, clock });
  const known = new Map<Reader, AccessContext>();
  const call = (access: AccessContext): Parameters<CallSigner>[0] => ({ access, subgraph, operation });
  return {
    sign: (reader) => {
      const access = known.get(reader) ?? accessOf(reader, clock);
      known.set(reader, access);
      return sign(call(access));
    },
    forge: (forgery) => forge(forgery, { key, clock, sign, call: call(accessOf(fullReader, clock)) }),
  };
}

const operation = 'conformance';

function accessOf({ role, areas, body, scopes }: Reader, clock: Clock): AccessContext {
  const expiresAt = Math.floor(clock.now() / 1000) + 3600;
  const principal = Object.freeze({ subject: 'conformance', role, areas, body, scopes: new Set(scopes), expiresAt });
  return { principal, purpose: 'CASE_REVIEW', caseNumber: null, breakGlass: null };
}

interface Material {
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly sign: CallSigner;
  readonly call: Parameters<CallSigner>[0];
}

const tenMinutesMs = 600_000;

function forge(forgery: Forgery, { key, clock, sign, call }: Material): string {
  switch (forgery) {
    case 'OTHER_SUBGRAPH':
      return sign({ ...call, subgraph: `not-${call.subgraph}` });
    case 'EXPIRED':
      return createCallSigner({ key, clock: { ...clock, now: () => clock.now() - tenMinutesMs } })(call);
    case 'OTHER_KEY':
      return createCallSigner({ key: { ...newSigningKey(), kid: key.kid }, clock })(call);
    case 'ALG_NONE':
      return `${header('none', key)}.${claimsText(sign(call))}.`;
    case 'HMAC':
      return hmacSigned(`${header('HS256', key)}.${claimsText(sign(call))}`, key);
    case 'OF_PERSON':
      return signJwt(key, 'at+jwt', { ...claimsOf(sign(call)), iss: 'https://sign-in.example' });
    case 'ALTERED':
      return altered(sign(call));
    case 'OTHER_REQUEST':
    default:
      return sign({ ...call, requestBody: '{"query":"another"}' });
  }
}

function header(alg: string, { kid }: SigningKey): string {
  return encode({ alg, typ: callTokenType, kid });
}

/** As the libraries that were once deceived took it: the key's PEM text is the secret. */
function hmacSigned(text: string, { privateKey }: SigningKey): string {
  const secret = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function altered(token: string): string {
  const [head = '', , signature = ''] = token.split('.');
  return `${head}.${encode({ ...claimsOf(token), sub: 'somebody-else' })}.${signature}`;
}

function claimsText(token: string): string {
  return token.split('.')[1] ?? '';
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- claims of a token that was just signed here
  return JSON.parse(Buffer.from(claimsText(token), 'base64url').toString()) as Readonly<Record<string, unknown>>;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
