import type { Command } from 'commander';
import { demoDay } from '../app/day.ts';
import { readConfig, type Config } from '../config/config.ts';

/** `--data DIR`, for every command that opens the bodies' stores. */
export function withData(command: Command): Command {
  return command.option('--data <dir>', 'folder of the bodies’ SQLite files (default: data, or SAMUTPHOK_DATA)');
}

export function withAddress(command: Command, port: string): Command {
  return command
    .option('--port <n>', `port to listen on, 0 for any free one (default: ${port}, or SAMUTPHOK_PORT)`)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, or SAMUTPHOK_HOST)');
}

export interface CommonOptions {
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
  readonly asOf?: string;
}

/** Configuration from the flags of a command and the environment. Throws CONFIG_INVALID. */
export function configOf({ data, port, host, asOf }: CommonOptions): Config {
  return readConfig({ data, port, host, asOf }, demoDay());
}
