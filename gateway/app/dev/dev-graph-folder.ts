import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { publicationOfFolder } from '../check/check-publications.ts';
import type { ServeAnswer, ServeRequest } from './dev-graph-body.ts';
import type { DevService, DevSource } from './dev-graph-source.ts';
import { workedCases } from '../stores.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

export interface FolderOptions {
  readonly name: string;
  /** Day that counted facts are given for. */
  readonly today: string;
  /** Where the body keeps its rows; without it every service begins with an empty store and the worked households. */
  readonly dataDir?: string | undefined;
  readonly clock: Clock;
}

/** An editor writes a file in several steps: it is read this long after the last. */
const settleMs = 80;

/**
 * The body of a folder of this repository. Its code runs in a process of its own, a new one for each change: code that
 * was imported once stays as it was.
 */
export function folderSource(options: FolderOptions): DevSource {
  const folder = path.join(subgraphsDirectory, options.name);
  const running = new Set<DevService>();
  const watchers: FSWatcher[] = [];
  let cancel: (() => void) | undefined;
  return {
    read: () => publicationOfFolder(options.name),
    serve: async () => {
      const { url, end } = await startService(options, sampleExtracts(options.name));
      const service: DevService = {
        url,
        end: async () => {
          running.delete(service);
          await end();
        },
      };
      running.add(service);
      return service;
    },
    watch: (onChange) => {
      const changed = (): void => {
        cancel?.();
        cancel = options.clock.after(settleMs, onChange);
      };
      // Folders and not files: editors replace a file by another one, and whoever watched the first hears no more.
      for (const each of foldersIn(folder)) watchers.push(watch(each, changed));
    },
    close: async () => {
      cancel?.();
      for (const watcher of watchers) watcher.close();
      await Promise.all([...running].map((service) => service.end()));
    },
  };
}

function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return [
    folder,
    ...entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => path.join(parentPath, name)),
  ];
}

/** Households to begin with; those that somebody wrote down for this body come after the worked ones. */
export function sampleExtracts(name: string): readonly string[] {
  const sample = path.join(subgraphsDirectory, name, 'sample-extract.json');
  return existsSync(sample) ? [workedCases, sample] : [workedCases];
}

async function startService({ name, today, dataDir }: FolderOptions, extracts: readonly string[]): Promise<DevService> {
  const ownDir = dataDir === undefined ? await mkdtemp(path.join(tmpdir(), 'samutphok-dev-')) : undefined;
  const child = fork(path.join(import.meta.dirname, 'dev-graph-body.ts'), {
    execArgv: [],
    // What the developer's resolvers print is for the developer.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const end = async (): Promise<void> => {
    child.kill();
    await exited;
    if (ownDir !== undefined) await rm(ownDir, { recursive: true, force: true });
  };
  const request: ServeRequest = { name, today, extracts, dataDir: dataDir ?? ownDir ?? '' };
  const answer = await answerOf(child, request);
  if (answer.kind === 'SERVING') return { url: answer.url, end };
  await end();
  throw new CodedError('DEV_BODY_UNREADABLE', { problem: answer.problem });
}

/** What the process says, or that it ended without a word. */
function answerOf(child: ChildProcess, request: ServeRequest): Promise<ServeAnswer> {
  return new Promise((resolve) => {
    const failed = (problem: string): void => resolve({ kind: 'FAILED', problem });
    child.once('message', (answer: ServeAnswer) => resolve(answer));
    child.once('exit', (status) => failed(`its process ended with ${String(status)}`));
    child.send(request, (error) => {
      if (error !== null) failed(error.message);
    });
  });
}
