import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bodyNames } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { refuseTakenNames, withBody } from './scaffold-contract.ts';
import { inTheNameOf, spellingsOf, type BodySpellings, type NewBody } from './scaffold-names.ts';

/** The repository that this file is part of. */
export const projectRoot: string = path.join(import.meta.dirname, '../../..');

export interface Scaffolded {
  /** Name of the folder and of the subgraph, for example `marine-coastal`. */
  readonly name: string;
  /** Files that were written or changed, relative to the repository. */
  readonly files: readonly string[];
}

/**
 * Makes a new body out of subgraphs/_template: its folder, its row in the contract, its typed resolvers, and the composed
 * files with it. Rejects with BODY_NAME_INVALID, BODY_EXISTS, CONFIG_INVALID or SCAFFOLD_FAILED; then every file is as
 * it was before.
 */
export async function scaffoldBody(body: NewBody, root: string = projectRoot): Promise<Scaffolded> {
  const spellings = spellingsOf(body);
  await refuseTakenFolder(root, spellings.name);
  await refuseTakenNames(root, spellings);
  const folder = path.join(root, 'subgraphs', spellings.name);
  const before = await readAll(root, await derivedFiles(root));
  try {
    for (const { file, text } of await withBody(root, spellings)) await writeFile(path.join(root, file), text);
    await copyTemplate(root, spellings, body.department);
    for (const step of steps(spellings.name)) await run(root, step);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    for (const [file, text] of before) await writeFile(path.join(root, file), text);
    throw error;
  }
  const changed = await changedFiles(root, before);
  return { name: spellings.name, files: [...(await filesUnder(root, `subgraphs/${spellings.name}`)), ...changed] };
}

async function refuseTakenFolder(root: string, name: string): Promise<void> {
  const folder = await stat(path.join(root, 'subgraphs', name)).catch(() => undefined);
  if (folder !== undefined || bodyNames.some((each) => each === name))
    throw new CodedError('BODY_EXISTS', { body: name });
}

/** Every file besides the new folder that the steps below may change. */
async function derivedFiles(root: string): Promise<readonly string[]> {
  const folders = await readdir(path.join(root, 'subgraphs'), { withFileTypes: true });
  const generated = folders.filter((entry) => entry.isDirectory()).map(({ name }) => `subgraphs/${name}/generated.ts`);
  const contract = ['schema/contract/bodies.ts', 'schema/shared.graphql', 'codegen.yml'];
  return [...contract, ...generated, 'schema/supergraph.graphql', 'schema/programmes.json'];
}

/** Text by file; one that is not there is left out. */
async function readAll(root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(path.join(root, file), 'utf8').catch(() => undefined)] as const),
  );
  return new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
}

/** Every file of the template but what codegen writes, in the new body's name. */
async function copyTemplate(root: string, body: BodySpellings, department: string | undefined): Promise<void> {
  const rename = inTheNameOf(body);
  const from = path.join(root, 'subgraphs/_template');
  const to = path.join(root, 'subgraphs', body.name);
  for (const file of await filesUnder(root, 'subgraphs/_template')) {
    const within = path.relative('subgraphs/_template', file);
    if (within === 'generated.ts') continue;
    const text = withoutTemplateOnly(await readFile(path.join(from, within), 'utf8'));
    const target = path.join(to, rename(within));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, withDepartment(rename(text), department));
  }
}

/** Leaves out each block that a comment `# Template only: …` begins; it ends with an empty line. */
function withoutTemplateOnly(text: string): string {
  return text.replaceAll(/^# Template only: [\s\S]*?\n\n/gmu, '');
}

function withDepartment(text: string, department: string | undefined): string {
  return department === undefined
    ? text
    : text.replace('"department": null', () => `"department": ${JSON.stringify(department)}`);
}

interface Step {
  readonly name: string;
  /** File that node runs, and what it is told. */
  readonly script: string;
  readonly args: readonly string[];
}

/** Each in a process of its own: this one has read the contract as it was before. */
function steps(name: string): readonly Step[] {
  const folder = `subgraphs/${name}`;
  return [
    { name: 'codegen', script: 'node_modules/@graphql-codegen/cli/esm/bin.js', args: ['--silent'] },
    {
      name: 'format',
      script: 'node_modules/prettier/bin/prettier.cjs',
      args: ['--write', '--log-level=error', folder, 'schema/contract/bodies.ts'],
    },
    { name: 'compose', script: 'gateway/cli/bin.js', args: ['compose'] },
  ];
}

async function run(root: string, { name, script, args }: Step): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [path.join(root, script), ...args], { cwd: root });
  } catch (error) {
    throw new CodedError('SCAFFOLD_FAILED', { step: name, problem: problemOf(error) }, { cause: error });
  }
}

/** The first line that a process wrote to say what is wrong. */
function problemOf(error: unknown): string {
  const told = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return (told.split('\n').find((line) => line.trim() !== '') ?? 'no reason given').trim().slice(0, 300);
}

async function filesUnder(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

async function changedFiles(root: string, before: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const now = await readAll(root, [...before.keys()]);
  return [...before].filter(([file, text]) => now.get(file) !== text).map(([file]) => file);
}
