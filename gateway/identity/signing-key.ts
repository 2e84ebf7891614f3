import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '../../schema/contract/error-codes.ts';

/** An Ed25519 key that this process signs with. */
export interface SigningKey {
  /** The first 22 characters of the key's thumbprint (RFC 7638): a new key has a new name. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** The public part as a JSON Web Key Set, ready to be shown to those who verify. */
  readonly jwks: string;
}

/**
 * Reads the key from a file that only its owner can read, or makes both at the first start. Two processes that start at
 * once end with the same key. Throws IDENTITY_KEY_UNREADABLE.
 */
export async function openSigningKey(file: string): Promise<SigningKey> {
  try {
    return signingKeyOf((await readOwn(file)) ?? (await makeKey(file)));
  } catch (cause) {
    throw new CodedError('IDENTITY_KEY_UNREADABLE', { file }, { cause });
  }
}

/** The key of a PKCS #8 PEM text. Throws TypeError for any other kind of key. */
export function signingKeyOf(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
  const kid = thumbprint.slice(0, 22);
  const jwks = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' }] });
  return { kid, privateKey, jwks };
}

/** A key that lives in memory alone. */
export function newSigningKey(): SigningKey {
  return signingKeyOf(newPem());
}

async function readOwn(file: string): Promise<string | undefined> {
  const handle = await open(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new TypeError('others can read the key file');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** A link to a name that exists already fails, so the first of several makers wins and the others read its key. */
async function makeKey(file: string): Promise<string> {
  const pem = newPem();
  const beside = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(beside, pem, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(beside, file);
    return pem;
  } catch (error) {
    const made = await readOwn(file);
    if (made === undefined) throw error;
    return made;
  } finally {
    await rm(beside, { force: true });
  }
}

function newPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
