import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A terminal in a copy of the project: commands as the page writes them. */
export interface Terminal {
  /** Runs a command to its end. Rejects with all that it printed when its status is not 0. */
  readonly run: (command: string) => Promise<string>;
  /** Starts a command that goes on; resolves when it has printed what `ready` matches. */
  readonly start: (command: string, ready: RegExp) => Promise<Running>;
  /** Ends what still runs. */
  readonly close: () => Promise<void>;
}

export interface Running {
  /** Everything printed so far. */
  readonly text: () => string;
  /** Resolves with the text printed since `from`, when that matches. */
  readonly printed: (what: RegExp, from?: number) => Promise<string>;
}

export function openTerminal(root: string): Terminal {
  const running = new Set<ChildProcess>();

  function shell(command: string): ChildProcess {
    const child = spawn('bash', ['-c', `${prelude}; exec ${plain(command)}`], { cwd: root, stdio: 'pipe' });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  return {
    run: async (command) => {
      let text = '';
      // A list of commands needs the shell to stay.
      for (const each of command.split(' && ')) {
        const child = shell(each);
        const said = listenTo(child);
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as the shell does
        const [status] = await once(child, 'close');
        text += said.text();
        if (status !== 0) throw new Error(`${each} ended with ${String(status)}:\n${text.slice(-4_000)}`);
      }
      return text;
    },
    start: async (command, ready) => {
      const said = listenTo(shell(command));
      await said.printed(ready);
      return said;
    },
    close: async () => {
      await Promise.all(
        [...running].map(async (child) => {
          child.kill();
          await once(child, 'exit');
        }),
      );
    },
  };
}

/** What npx does, without its question whether it may: the project's own command, or one of its packages. */
function plain(command: string): string {
  return command.replaceAll('npx samutphok ', 'node gateway/cli/bin.js ').replace(/^npx /u, '');
}

/** The developer's own shell and not this test runner's, with the project's packages first as npx has them. */
const prelude = 'unset ${!VITEST@} TEST NODE_ENV NODE_OPTIONS; export PATH="$PWD/node_modules/.bin:$PATH"';

function listenTo(child: ChildProcess): Running {
  let text = '';
  let ended = false;
  const waiting = new Set<() => void>();
  const tell = (): void => {
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      tell();
    });
  }
  child.once('close', () => {
    ended = true;
    tell();
  });
  return {
    text: () => text,
    printed: (what, from = 0) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const since = text.slice(from);
          if (!what.test(since) && !ended) return;
          waiting.delete(look);
          if (what.test(since)) resolve(since);
          else reject(new Error(`it ended without printing ${String(what)}:\n${text.slice(-4_000)}`));
        };
        waiting.add(look);
        look();
      }),
  };
}
