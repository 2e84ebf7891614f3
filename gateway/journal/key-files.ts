import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { createSigner, newSigningKeyPem, readPublicKeys, type PublicKeys, type Signer } from './signing.ts';

const privateName = 'journal-signing-key.pem';
const publicName = 'journal-public-key.pem';

/**
 * The key in `keyFile`, or the one that lies in the data folder and is made there on first use (mode 0600). The public
 * half is put beside the journal for whoever verifies. Throws JOURNAL_KEY_INVALID for a file that is no such key, and
 * what the file system says when the folder cannot be used.
 */
export async function openSigner(dataDir: string, keyFile?: string): Promise<Signer> {
  await mkdir(dataDir, { recursive: true });
  const file = keyFile ?? path.join(dataDir, privateName);
  if (keyFile === undefined) await writeOnce(file, newSigningKeyPem, 0o600);
  const signer = createSigner(await readPem(file), file);
  await publish(signer, dataDir);
  return signer;
}

/** Every `journal-public-key*.pem` of the folder: keys of former times stay beside the one of today. */
export async function readPublicKeyFolder(dataDir: string): Promise<PublicKeys> {
  const names = (await readdir(dataDir)).filter((name) => /^journal-public-key[\w-]*\.pem$/u.test(name));
  return readPublicKeyFiles(names.map((name) => path.join(dataDir, name)));
}

/** Throws JOURNAL_KEY_INVALID for a file that is no Ed25519 key. */
export async function readPublicKeyFiles(files: readonly string[]): Promise<PublicKeys> {
  return readPublicKeys(await Promise.all(files.map(async (file) => ({ file, pem: await readPem(file) }))));
}

/** After a change of keys the old public one is what proves the old checkpoints, so it keeps a name of its own. */
async function publish(signer: Signer, dataDir: string): Promise<void> {
  const current = path.join(dataDir, publicName);
  await writeOnce(current, () => signer.publicKeyPem, 0o644);
  if ((await readPublicKeyFiles([current])).has(signer.keyId)) return;
  await writeOnce(path.join(dataDir, `journal-public-key-${signer.keyId}.pem`), () => signer.publicKeyPem, 0o644);
}

/** Whole or not at all, and never over another: two processes that start together end up with one key. */
async function writeOnce(file: string, text: () => string, mode: number): Promise<void> {
  if (await exists(file)) return;
  const draft = `${file}.${crypto.randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await handle.writeFile(text());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await (await open(file, 'r')).close();
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CodedError('JOURNAL_KEY_INVALID', { file }, { cause: error });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
