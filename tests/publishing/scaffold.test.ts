import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scaffoldBody } from '../../gateway/app/scaffold/scaffold.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';

const names = { nameTh: 'กรมทรัพยากรทางทะเล', nameEn: 'Department of Marine Resources' };

let copy: ProjectCopy;
/** Every file of the copy as it was. */
let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  copy = await copyProject();
  before = await fingerprints(copy.root);
});

afterAll(() => copy.remove());

describe('samutphok body new', { timeout: 120_000 }, () => {
  it.each([
    ['a number', 'FISHERIES2', /2 to 30 Latin letters/u],
    ['one letter', 'F', /2 to 30 Latin letters/u],
    ['a path', '../fisheries', /2 to 30 Latin letters/u],
    ['a name too long for a table', 'a'.repeat(31), /2 to 30 Latin letters/u],
    ['the join', 'casefile', /reserved/u],
    ['the template', 'TEMPLATE_BODY', /reserved/u],
    ['a word of GraphQL', 'true', /reserved/u],
    ['a field of the household', 'MEMBERS', /field Household\.members/u],
    ['a type of the graph', 'VILLAGE_FUND', /type VillageFundMember/u],
  ])('refuses %s as a code and says why', async (_what, code, problem) => {
    await expect(scaffoldBody({ code, ...names }, copy.root)).rejects.toMatchObject({
      code: 'BODY_NAME_INVALID',
      message: expect.stringMatching(problem),
    });
    expect(await changedFiles()).toEqual([]);
  });

  it('refuses a code whose fact or programme another body has', async () => {
    const catalogue = path.join(copy.root, 'schema/programmes.json');
    const whole = await readFile(catalogue, 'utf8');
    for (const [from, to] of [
      ['"person.adlScore"', '"person.coastalMember"'],
      ['"comm-blue-flag-shop"', '"coastal-visits"'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in one file
      await writeFile(catalogue, whole.replace(from, to));
      // oxlint-disable-next-line no-await-in-loop -- see above
      await expect(scaffoldBody({ code: 'COASTAL', ...names }, copy.root)).rejects.toMatchObject({
        code: 'BODY_NAME_INVALID',
        message: expect.stringContaining(to.slice(1, -1)),
      });
    }
    await writeFile(catalogue, whole);
    expect(await changedFiles()).toEqual([]);
  });

  it.each(['HEALTH', 'social-welfare'])('refuses %s, which there is already', async (code) => {
    await expect(scaffoldBody({ code, ...names }, copy.root)).rejects.toMatchObject({ code: 'BODY_EXISTS' });
    expect(await changedFiles()).toEqual([]);
  });

  it.each([
    ['a Thai name without Thai', { ...names, nameTh: 'Marine' }, '--name-th'],
    ['an English name in Thai', { ...names, nameEn: 'กรม' }, '--name-en'],
    ['a name that would end the string it stands in', { ...names, nameEn: 'Marine" TRUE "' }, '--name-en'],
    ['a name with a line break', { ...names, nameTh: 'กรม\nใหม่' }, '--name-th'],
  ])('refuses %s', async (_what, both, flag) => {
    await expect(scaffoldBody({ code: 'MARINE', ...both }, copy.root)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      details: { name: flag },
    });
    expect(await changedFiles()).toEqual([]);
  });

  it('refuses a folder that is there, and leaves what is in it', async () => {
    const folder = path.join(copy.root, 'subgraphs/marine');
    await mkdir(folder);
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    await expect(scaffoldBody({ code: 'MARINE', ...names }, copy.root)).rejects.toMatchObject({ code: 'BODY_EXISTS' });
    expect(await changedFiles()).toEqual(['subgraphs/marine/notes.txt']);
  });

  it.each([
    ['codegen.yml', 'generates:', 'generates: [', 'codegen'],
    ['schema/shared.graphql', 'enum BodyCode', 'enum BodyKode', 'schema/shared.graphql'],
    ['gateway/app/compose.ts', 'export async function compose(', 'export async function composed(', 'compose'],
  ])('puts everything back when a step fails on %s', async (file, text, broken, step) => {
    const place = path.join(copy.root, file);
    const whole = await readFile(place, 'utf8');
    await writeFile(place, whole.replace(text, broken));
    const already = await changedFiles();
    await expect(scaffoldBody({ code: 'COASTAL', ...names }, copy.root)).rejects.toMatchObject({
      code: 'SCAFFOLD_FAILED',
      details: { step },
    });
    expect(await changedFiles()).toEqual(already);
    await writeFile(place, whole);
  });
});

async function changedFiles(): Promise<readonly string[]> {
  const now = await fingerprints(copy.root);
  const files = new Set([...before.keys(), ...now.keys()]);
  return [...files].filter((file) => before.get(file) !== now.get(file));
}

async function fingerprints(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashed = files.map(
    async (file) =>
      [
        path.relative(root, file),
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ] as const,
  );
  return new Map(await Promise.all(hashed));
}
