import { Agent, request, type Dispatcher } from 'undici';
import { CodedError } from '../../../schema/contract/error-codes.ts';

export interface RegistryExchange {
  /** Asks the registry; redirects are not followed. Rejects with REGISTRY_UNREACHABLE when there is no answer in time. */
  readonly ask: (path: string, options?: AskOptions) => Promise<RegistryAnswer>;
  readonly close: () => Promise<void>;
}

export interface AskOptions {
  readonly token?: string;
  /** Sent by POST as JSON; without it the registry is asked by GET. */
  readonly body?: unknown;
  /** How long the registry may keep the question open. Default none. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
}

export interface RegistryAnswer {
  readonly status: number;
  readonly text: string;
}

/** An artefact of the largest graph that may be published, with all that JSON adds. */
const maxAnswerBytes = 64 * 1024 * 1024;
/** A publication waits for its turn and is composed and checked. */
const patienceMs = 60_000;

/** A way to one registry, for gateways and the command line. */
export function openRegistryExchange(url: string): RegistryExchange {
  const origin = originOf(url);
  const agent = new Agent({ connect: { timeout: 3_000 }, maxResponseSize: maxAnswerBytes, bodyTimeout: 10_000 });
  return {
    ask: async (path, { token, body, waitMs = 0, signal } = {}) => {
      const options = {
        dispatcher: agent,
        headersTimeout: waitMs + (body === undefined ? 5_000 : patienceMs),
        headers: {
          accept: 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(signal && { signal }),
        ...(body !== undefined && { method: 'POST' as const, body: JSON.stringify(body) }),
      } satisfies Parameters<typeof request>[1] & { dispatcher: Dispatcher };
      try {
        const answer = await request(`${origin}${path}`, options);
        return { status: answer.statusCode, text: await answer.body.text() };
      } catch (cause) {
        throw new CodedError(
          'REGISTRY_UNREACHABLE',
          { url: origin, problem: 'it cannot be reached in time' },
          { cause },
        );
      }
    },
    close: () => agent.destroy(),
  };
}

function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/u.test(parsed.protocol)) {
    throw new CodedError('CONFIG_INVALID', { name: '--registry', problem: 'must be an http address' });
  }
  return parsed.origin;
}
