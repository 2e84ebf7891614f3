import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { CodedError, isErrorCode } from '../../schema/contract/error-codes.ts';
import { printable } from './display-width.ts';

export interface GatewayOptions {
  readonly url: string;
  readonly token?: string;
  readonly tokenFile?: string;
}

interface GatewayRequest {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly json?: unknown;
}

const timeoutMs = 10_000;

/** `--url`, for every command that asks a running gateway. */
export function withGateway(command: Command): Command {
  return command.option('--url <address>', 'where the gateway listens', 'http://127.0.0.1:4000');
}

/** `--token` and `--token-file` besides. */
export function withToken(command: Command): Command {
  return withGateway(command)
    .option('--token <token>', 'who asks; others on this machine may see it: rather use --token-file')
    .option('--token-file <file>', 'a file with the token, as `samutphok token` prints it');
}

/**
 * Asks a running gateway for JSON; null where it answers with nothing. Throws GATEWAY_UNREACHABLE,
 * GATEWAY_ANSWER_INVALID, IMPORT_FILE_UNREADABLE for the token's file, or the error that the gateway answered with.
 */
export async function askGateway(options: GatewayOptions, request: GatewayRequest): Promise<unknown> {
  const response = await send(options, request, await tokenOf(options));
  if (response.status === 204) return null;
  const json = await response.json().catch(() => {
    throw new CodedError('GATEWAY_ANSWER_INVALID', { url: options.url });
  });
  if (response.ok) return json;
  throw refusalIn(json) ?? new CodedError('GATEWAY_ANSWER_INVALID', { url: options.url });
}

async function tokenOf({ token, tokenFile }: GatewayOptions): Promise<string | undefined> {
  if (tokenFile === undefined) return token;
  try {
    return (await readFile(tokenFile, 'utf8')).trim();
  } catch {
    throw new CodedError('IMPORT_FILE_UNREADABLE', { file: tokenFile });
  }
}

async function send(
  { url }: GatewayOptions,
  { path, method = 'GET', json }: GatewayRequest,
  token: string | undefined,
): Promise<Response> {
  try {
    return await fetch(new URL(path, url), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  } catch (error) {
    throw new CodedError('GATEWAY_UNREACHABLE', { url }, { cause: error });
  }
}

const text = z.string().max(1_000).transform(printable);

const refusal = z.object({
  errors: z.tuple([z.object({ message: text, extensions: z.object({ code: z.string(), messageTh: text }) })]),
});

/** In the gateway's words, which are filled in already. */
function refusalIn(json: unknown): Error | undefined {
  const parsed = refusal.safeParse(json);
  const [error] = parsed.data?.errors ?? [];
  if (error === undefined || !isErrorCode(error.extensions.code)) return undefined;
  return Object.assign(new Error(error.message), { code: error.extensions.code, extensions: error.extensions });
}
