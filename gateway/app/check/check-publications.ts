import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { print } from 'graphql';
import { joinName } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { joinTypeDefs } from '../../../subgraphs/casefile/join.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

/**
 * What the folders of this repository would publish, as their files stand: nothing of theirs is run, so that one that is
 * broken can be looked at.
 */
export async function publicationsOfRepository(): Promise<readonly Publication[]> {
  const entries = await readdir(subgraphsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map(({ name }) => name);
  return Promise.all(names.map((name) => publicationOfFolder(name)));
}

/** What one of them would publish. Rejects with CHECK_FILE_UNREADABLE. */
export async function publicationOfFolder(name: string): Promise<Publication> {
  if (name === joinName) return { body: name, sdl: print(joinTypeDefs()), programmes: null };
  const folder = path.join(subgraphsDirectory, name);
  const [own, programmes] = await Promise.all([
    textOfFile(path.join(folder, 'schema.graphql')),
    textOfFile(path.join(folder, 'programmes.json')),
  ]);
  return { body: name, sdl: `${readSharedSchema()}\n${own}`, programmes };
}

/** Rejects with CHECK_FILE_UNREADABLE. */
export async function textOfFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CodedError('CHECK_FILE_UNREADABLE', { file }, { cause: error });
  }
}
