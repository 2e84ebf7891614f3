import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { textOfFile } from '../check/check-publications.ts';
import { schemaOfSubgraph } from '../check/check-subgraph.ts';
import type { DevSource } from './dev-graph-source.ts';

export interface RemoteOptions {
  /** Where the subgraph listens on this machine; without a path, /graphql and / are tried. */
  readonly url: string;
  readonly body: string;
  /** Its programmes.json: a service does not tell it. */
  readonly programmesFile: string;
  readonly clock: Clock;
}

/** How often the service is asked whether its schema is another. */
const pollMs = 300;

/**
 * A subgraph in any language that the developer runs. It is known by its `_service { sdl }` alone. Throws CONFIG_INVALID
 * for an address that is not on this machine.
 */
export function remoteSource({ url, body, programmesFile, clock }: RemoteOptions): DevSource {
  const places = placesOf(url);
  let place = places[0] ?? url;
  let known: string | undefined;
  let hasRead = false;
  let isClosed = false;

  async function findSdl(): Promise<string> {
    let silence: unknown;
    for (const each of places) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the second is asked only when the first has no answer
        const sdl = await schemaOfSubgraph(each);
        place = each;
        return sdl;
      } catch (error) {
        silence = error;
      }
    }
    throw silence;
  }

  async function poll(onChange: () => void): Promise<void> {
    const sdl = await findSdl().catch(() => known);
    if (isClosed) return;
    if (hasRead && sdl !== known) onChange();
    clock.after(pollMs, () => void poll(onChange));
  }

  return {
    read: async () => {
      try {
        known = await findSdl();
        return { body, sdl: known, programmes: await textOfFile(programmesFile) };
      } finally {
        hasRead = true;
      }
    },
    serve: () => Promise.resolve({ url: place, end: () => Promise.resolve() }),
    watch: (onChange) => void poll(onChange),
    close: async () => {
      isClosed = true;
    },
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
