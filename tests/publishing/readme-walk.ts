import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One thing that the walk of subgraphs/README.md has its reader do. */
export type WalkStep =
  | { readonly kind: 'RUN'; readonly command: string }
  /** In another terminal, where it goes on. */
  | { readonly kind: 'START'; readonly command: string }
  /** A query for the console. */
  | { readonly kind: 'ASK'; readonly query: string }
  /** Lines that are added to a file, each after a line that is there. */
  | { readonly kind: 'EDIT'; readonly file: string; readonly diff: string };

const blocks = /^```(?<language>sh|graphql|diff)(?: (?<file>\S+))?\n(?<text>[\s\S]*?)^```$/gmu;

/** The walk's steps in the order of the page: its code blocks. */
export async function readWalk(root: string): Promise<readonly WalkStep[]> {
  const page = await readFile(path.join(root, 'subgraphs/README.md'), 'utf8');
  const walk = /^## The walk[^\n]*\n(?<text>[\s\S]*?)^## /mu.exec(page)?.groups?.['text'] ?? '';
  return [...walk.matchAll(blocks)].flatMap(({ groups }): readonly WalkStep[] => {
    const text = groups?.['text'] ?? '';
    if (groups?.['language'] === 'graphql') return [{ kind: 'ASK', query: text }];
    if (groups?.['language'] === 'diff') return [{ kind: 'EDIT', file: groups['file'] ?? '', diff: text }];
    return commandsOf(text);
  });
}

function commandsOf(text: string): readonly WalkStep[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.flatMap((command, at): readonly WalkStep[] => {
    if (command.startsWith('#')) return [];
    const goesOn = lines[at - 1]?.includes('leave it running') === true;
    return [{ kind: goesOn ? 'START' : 'RUN', command }];
  });
}

/** Puts the lines with `+` behind the line before them. Throws when that line is not there exactly once. */
export async function applyEdit(root: string, { file, diff }: Extract<WalkStep, { kind: 'EDIT' }>): Promise<void> {
  const place = path.join(root, file);
  let text = await readFile(place, 'utf8');
  let after = '';
  for (const line of diff.split('\n').filter((each) => each !== '')) {
    const content = `${line.slice(1)}\n`;
    if (line.startsWith('+')) text = text.replace(after, () => `${after}${content}`);
    if (text.split(content).length !== 2) throw new Error(`${file} must hold this line once: ${content}`);
    after = content;
  }
  await writeFile(place, text);
}
