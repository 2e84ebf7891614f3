import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK } from 'jose';

/** A gateway's key as an operator has it: the private half in a file, the public half as a key set. */
export interface CallKey {
  readonly file: string;
  readonly jwks: string;
  readonly close: () => Promise<void>;
}

export async function makeCallKey(): Promise<CallKey> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-key-'));
  const file = path.join(folder, 'call-key.pem');
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { mode: 0o600 });
  const jwk = await exportJWK(createPublicKey(pem));
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 22);
  return {
    file,
    jwks: JSON.stringify({ keys: [{ ...jwk, kid, use: 'sig', alg: 'EdDSA' }] }),
    close: () => rm(folder, { recursive: true }),
  };
}
