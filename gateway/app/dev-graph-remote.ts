import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DevSchema, DevSource } from './dev-graph-source.ts';

export interface RemoteOptions {
  /** Where the subgraph listens on this machine; without a path, /graphql and / are tried. */
  readonly url: string;
  /** Text of programmes.json: a service does not tell it. */
  readonly readProgrammes: () => Promise<string>;
  readonly clock: Clock;
}

/** How often the service is asked whether its schema is another. */
const pollMs = 300;
/** A service that is being restarted is away for a moment. */
const patienceMs = 2_000;

/**
 * A subgraph in any language that the developer runs. It is known by its `_service { sdl }` alone. Throws CONFIG_INVALID
 * for an address that is not on this machine.
 */
export function remoteSource({ url, readProgrammes, clock }: RemoteOptions): DevSource {
  const places = placesOf(url);
  const ending = new AbortController();
  let place = places[0] ?? url;
  let known: string | undefined;

  async function readSdl(): Promise<string> {
    for (const each of places) {
      // oxlint-disable-next-line no-await-in-loop -- the second is asked only when the first has no answer
      const sdl = await askForSdl(each, ending.signal);
      if (sdl === undefined) continue;
      place = each;
      return sdl;
    }
    throw new CodedError('DEV_BODY_UNREADABLE', { problem: 'nothing at --url answers { _service { sdl } }' });
  }

  return {
    read: async (): Promise<DevSchema> => {
      known = await readSdl();
      return { sdl: known, programmes: await readProgrammes() };
    },
    serve: () => Promise.resolve({ url: place, end: () => Promise.resolve() }),
    watch: (onChange) => {
      const poll = async (): Promise<void> => {
        const sdl = await askForSdl(place, ending.signal);
        if (ending.signal.aborted) return;
        if (sdl !== undefined && sdl !== known) {
          known = sdl;
          onChange();
        }
        clock.after(pollMs, () => void poll());
      };
      clock.after(pollMs, () => void poll());
    },
    close: () => Promise.resolve(ending.abort()),
  };
}

function placesOf(text: string): readonly string[] {
  const url = URL.parse(text);
  const isNear = url !== null && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
  if (!isNear || !/^https?:$/u.test(url.protocol) || url.username !== '') {
    throw new CodedError('CONFIG_INVALID', {
      name: '--url',
      problem: 'must be an http address on this machine, like http://127.0.0.1:4201/graphql',
    });
  }
  return url.pathname === '/' ? [new URL('/graphql', url).href, url.href] : [url.href];
}

const serviceAnswer = z.object({ data: z.object({ _service: z.object({ sdl: z.string().min(1) }) }) });

async function askForSdl(url: string, ending: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      signal: AbortSignal.any([ending, AbortSignal.timeout(patienceMs)]),
    });
    const { data } = serviceAnswer.parse(await response.json());
    return data._service.sdl;
  } catch {
    // Not there, not GraphQL, or without `_service`: to the developer all three are "no subgraph here".
    return undefined;
  }
}
