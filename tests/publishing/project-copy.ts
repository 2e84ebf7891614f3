import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const projectRoot: string = path.join(import.meta.dirname, '../..');

/** This repository's files in a folder of their own, with the same packages: commands may change everything in it. */
export interface ProjectCopy {
  readonly root: string;
  readonly remove: () => Promise<void>;
}

const left: ReadonlySet<string> = new Set(['node_modules', '.git', 'data', 'coverage']);

export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(path.join(tmpdir(), 'samutphok-copy-'));
  await cp(projectRoot, root, {
    recursive: true,
    filter: (file) => !left.has(path.relative(projectRoot, file)),
  });
  await symlink(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
