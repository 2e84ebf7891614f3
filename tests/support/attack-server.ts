import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { issueDemoToken } from '../../gateway/app/access/demo-token.ts';
import { importFile, withStores, workedCases } from '../../gateway/app/stores.ts';
import { testSettings } from './gateway.ts';

const cli = path.join(import.meta.dirname, '../../gateway/cli/bin.js');
const probe = path.join(import.meta.dirname, 'attack-probe.ts');

export type TokenRequest = Parameters<typeof issueDemoToken>[1];

/** `samutphok start` as a process of its own. */
export interface AttackedServer {
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** Everything that it has printed and logged. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly isRunning: () => boolean;
  /** Bytes in use after its garbage has been collected. */
  readonly heldBytes: () => Promise<number>;
  readonly token: (request: TokenRequest) => Promise<string>;
  /** SIGKILL: nothing of it runs after this. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: it drains and ends. */
  readonly end: () => Promise<void>;
}

/** A data folder that holds the worked households. */
export async function workedFolder(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-attack-'));
  await withStores(settingsOf(dataDir), (stores) => importFile(workedCases, stores));
  return dataDir;
}

export function removeFolder(dataDir: string): Promise<void> {
  return rm(dataDir, { recursive: true, force: true });
}

/** Starts it over a data folder; resolves when it listens. `environment` is all that it has of one. */
export async function startAttacked(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<AttackedServer> {
  const flags = ['--expose-gc', '--import', probe, cli, 'start', '--port', '0', '--data', dataDir];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...environment } });
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  const exited = once(child, 'exit');
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (isRunning()) child.kill(signal);
    await exited;
  };
  const port = await portOf(child, stdout, stderr);
  return {
    port,
    pid: child.pid ?? 0,
    dataDir,
    stdout,
    stderr,
    isRunning,
    heldBytes: () => askHeld(child),
    token: (request) => issueDemoToken(settingsOf(dataDir), request),
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
  };
}

function settingsOf(dataDir: string): typeof testSettings {
  return { ...testSettings, dataDir };
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function portOf(child: ChildProcess, stdout: () => string, stderr: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const port = /:(?<port>\d+)\/graphiql/u.exec(stdout())?.groups?.['port'];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', look);
    child.once('exit', () => reject(new Error(`the server did not start: ${stderr()}`)));
  });
}

async function askHeld(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('held');
  const [message]: unknown[] = await answer;
  return (message as { readonly heldBytes: number }).heldBytes;
}
