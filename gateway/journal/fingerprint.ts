import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { isObject } from './record.ts';
import { isFingerprintSigned, type Fingerprint, type PublicKeys, type Signer } from './signing.ts';

/**
 * A closed file does not change any more, so all of its bytes are signed, also those between the records that no hash
 * of the chain covers. Nothing is written while another process has the file open.
 */
export async function writeFingerprint(file: string, signer: Signer): Promise<void> {
  if (await isOpenSomewhere(file)) return;
  const fingerprint = signer.fingerprint(await digestOf(file));
  if (await isOpenSomewhere(file)) return;
  const name = nameOf(file);
  await writeFile(`${name}.new`, `${JSON.stringify(fingerprint)}\n`, { mode: 0o600 });
  await rename(`${name}.new`, name);
}

/** Before the file is written again. */
export async function removeFingerprint(file: string): Promise<void> {
  await rm(nameOf(file), { force: true });
}

/** What the fingerprint beside the file says against it; nothing where there is none: it is open, or it was killed. */
export async function fingerprintDamage(file: string, keys: PublicKeys): Promise<readonly string[]> {
  const text = await readFile(nameOf(file), 'utf8').catch(() => undefined);
  if (text === undefined || (await isOpenSomewhere(file))) return [];
  const fingerprint = parseFingerprint(text);
  if (fingerprint === undefined || !isFingerprintSigned(fingerprint, keys)) return ['its fingerprint is not signed'];
  const { bytes, sha256 } = await digestOf(file);
  const isSame = bytes === fingerprint.bytes && sha256 === fingerprint.sha256;
  return isSame ? [] : ['bytes of the file were changed after it was closed'];
}

/** Whoever has a database open has its log there; it goes with the last of them, or stays, with what it holds, after a crash. */
async function isOpenSomewhere(file: string): Promise<boolean> {
  const log = await stat(`${file}-wal`).catch(() => undefined);
  return log !== undefined && log.size > 0;
}

async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(file, { highWaterMark: 1_048_576 });
  source.on('data', (chunk) => {
    bytes += chunk.length;
  });
  await pipeline(source, hash);
  return { bytes, sha256: hash.digest('hex') };
}

function parseFingerprint(text: string): Fingerprint | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { bytes, sha256, keyId, signature } = value;
  if (typeof bytes !== 'number' || typeof sha256 !== 'string') return undefined;
  return typeof keyId === 'string' && typeof signature === 'string' ? { bytes, sha256, keyId, signature } : undefined;
}

function nameOf(file: string): string {
  return `${file}.fingerprint.json`;
}
