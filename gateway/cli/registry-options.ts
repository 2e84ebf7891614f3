import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { withRegistryAt, type RegistryClient } from '../app/registry/registry-client.ts';
import type { RegistryPlace } from '../app/registry/registry-serve.ts';
import type { Language } from './body-check-text.ts';
import { configOf, withData, type CommonOptions } from './options.ts';

export interface PlaceOptions extends CommonOptions {
  readonly database?: string;
  readonly allowPrivate?: boolean;
}

export interface RemoteOptions {
  readonly registry?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly lang: Language;
}

/** Options of every command that works on the registry’s own data. */
export function withPlace(command: Command): Command {
  return withData(command).option(
    '--database <address>',
    'postgres://… where the registry lies in PostgreSQL (default: a file in the data folder)',
  );
}

/** Options of every command that asks a registry as staff of a body. */
export function withRemote(command: Command): Command {
  return command
    .option(
      '--registry <address>',
      'ask the registry there, with a token; without it: the data folder, as its operator',
    )
    .option('--token <token>', 'who asks; others on this machine may see it: rather use --token-file')
    .option('--token-file <file>', 'a file with the token, as `samutphok token` prints it')
    .addOption(new Option('--lang <language>', 'language of the text').choices(['en', 'th']).default('en'));
}

export function placeOf({ database, allowPrivate = false, ...common }: PlaceOptions): RegistryPlace {
  return { config: configOf(common), allowPrivate, ...(database !== undefined && { postgres: database }) };
}

/** Works with the registry of `--registry`. Throws CONFIG_INVALID when it or the token is missing. */
export async function withStaff<T>(options: RemoteOptions, work: (client: RegistryClient) => Promise<T>): Promise<T> {
  const { registry, token = await readToken(options.tokenFile) } = options;
  if (registry === undefined) throw missing('--registry');
  if (token === undefined) throw missing('--token-file');
  return withRegistryAt(registry, token, work);
}

async function readToken(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CodedError('IMPORT_FILE_UNREADABLE', { file }, { cause });
  }
}

function missing(name: string): CodedError {
  return new CodedError('CONFIG_INVALID', { name, problem: 'is needed to speak for a body' });
}
