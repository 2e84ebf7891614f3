import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CodedError } from '../../schema/contract/error-codes.ts';

/**
 * The keys that artefacts may be signed with, from a file of one or more PEM blocks: while a key is being changed the
 * old and the new one stand in it. Rejects with REGISTRY_KEY_INVALID.
 */
export async function readPublicKeyFile(file: string): Promise<readonly KeyObject[]> {
  try {
    const blocks = (await readFile(file, 'utf8')).match(pemBlock) ?? [];
    const keys = blocks.map((pem) => createPublicKey(pem));
    if (keys.length === 0 || keys.some((key) => key.asymmetricKeyType !== 'ed25519')) {
      throw new TypeError('not Ed25519 public keys');
    }
    return keys;
  } catch (cause) {
    throw new CodedError('REGISTRY_KEY_INVALID', { file }, { cause });
  }
}

/** What gateways are given: the public half as PEM. */
export function publicKeyPem({ privateKey }: { readonly privateKey: KeyObject }): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

const pemBlock = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/gu;
