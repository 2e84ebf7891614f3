import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newFolder } from './harness.ts';
import { openSigner, readPublicKeyFolder } from './key-files.ts';
import { openJournal } from './journal.ts';
import { aRecord } from './sample-records.ts';
import { newSigningKeyPem } from './signing.ts';
import { verifyJournal } from './verify-journal.ts';

it('makes one key on first use, whoever comes first, and keeps it', async () => {
  let folder = '';
  for (let round = 0; round < 20; round += 1) {
    folder = await newFolder();
    const signers = await Promise.all(Array.from({ length: 6 }, () => openSigner(folder)));
    signers.push(await openSigner(folder));
    expect(new Set(signers.map(({ keyId }) => keyId)).size).toBe(1);
  }
  expect((await readdir(folder)).toSorted()).toEqual(['journal-public-key.pem', 'journal-signing-key.pem']);
});

it('uses a configured key and puts its public half beside the journal', async () => {
  const folder = await newFolder();
  const keyFile = path.join(await newFolder(), 'key.pem');
  await writeFile(keyFile, newSigningKeyPem());
  const { keyId, publicKeyPem } = await openSigner(folder, keyFile);
  expect(await readFile(path.join(folder, 'journal-public-key.pem'), 'utf8')).toBe(publicKeyPem);
  expect([...(await readPublicKeyFolder(folder)).keys()]).toEqual([keyId]);
});

it('proves the old checkpoints with the old key after a change of keys', async () => {
  const folder = await newFolder();
  for (let round = 0; round < 2; round += 1) {
    const journal = await openJournal({ dataDir: folder });
    await journal.append(aRecord());
    await journal.close();
    await rename(path.join(folder, 'journal-signing-key.pem'), path.join(folder, `old-${round}`));
  }
  expect((await readPublicKeyFolder(folder)).size).toBe(2);
  expect(await verifyJournal({ target: folder })).toMatchObject({ isIntact: true, records: 2 });
});

it.each([
  ['no PEM', 'hello'],
  [
    'another kind of key',
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  ],
])('refuses a key that is %s, naming the file', async (_what, pem) => {
  const keyFile = path.join(await newFolder(), 'key.pem');
  await writeFile(keyFile, pem);
  await expect(openJournal({ dataDir: await newFolder(), signingKeyFile: keyFile })).rejects.toMatchObject({
    code: 'JOURNAL_KEY_INVALID',
    details: { file: keyFile },
  });
});
