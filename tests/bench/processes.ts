import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** A process of the benchmark that is asked one thing at a time. */
export interface Asked<Ready> {
  readonly ready: Ready;
  readonly pid: number;
  readonly ask: <Answer>(question: object) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts `<name>.ts` of this folder with `settings`; resolves with its first message. It tells faults on stderr; its
 * log lines, which the gateway writes there too, are kept away unless `showLog` is set.
 */
export async function startProcess<Ready>(name: string, settings: object): Promise<Asked<Ready>> {
  const child = fork(path.join(import.meta.dirname, `${name}.ts`), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const trouble = collectTrouble(child);
  child.send(settings);
  const ready = (await nextMessage(child, name, trouble)) as Ready;
  return {
    ready,
    pid: child.pid ?? 0,
    ask: async <Answer>(question: object) => {
      child.send(question);
      return (await nextMessage(child, name, trouble)) as Answer;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What the child serves its parent: answers each question with what `answer` gives. */
export function serveParent(ready: object, answer: (question: unknown) => Promise<object> | object): void {
  process.on('message', (question) => {
    void Promise.resolve(answer(question)).then(tellParent);
  });
  // A benchmark that was broken off leaves nothing behind.
  process.on('disconnect', () => process.exit());
  tellParent(ready);
}

/** The settings that the parent started this process with: its first message. */
export function settingsOf<Settings>(): Promise<Settings> {
  return new Promise((resolve) => {
    process.once('message', (settings) => resolve(settings as Settings));
  });
}

/** Processor time of this process so far, its threads included, in milliseconds: what the operating system counted. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tellParent(message: object): void {
  process.send?.(message);
}

function collectTrouble(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-2_000);
  });
  return () => tail;
}

function nextMessage(child: ChildProcess, name: string, trouble: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error(`${name} ended: ${trouble()}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
