import { readFile } from 'node:fs/promises';
import { CodedError } from '../../schema/contract/error-codes.ts';

const maxBytes = 256 * 1024;

/**
 * A reader of the configured key set: a path, or a URL that must be https except on this machine. Redirects are not
 * followed. Throws CONFIG_INVALID for a URL that may not be used.
 */
export function jwksReader(place: string, timeoutMs = 5_000): () => Promise<string> {
  if (!/^[a-z][a-z\d+.-]+:/iu.test(place)) return () => readFile(place, 'utf8');
  const url = safeUrl(place);
  return async () => {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/jwk-set+json, application/json' },
    });
    if (!response.ok) throw new TypeError(`the key set answered ${response.status}`);
    return readLimited(response);
  };
}

function safeUrl(place: string): URL {
  const url = URL.canParse(place) ? new URL(place) : undefined;
  const isHere = url?.hostname === '127.0.0.1' || url?.hostname === '[::1]' || url?.hostname === 'localhost';
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) return url;
  throw new CodedError('CONFIG_INVALID', { name: 'SAMUTPHOK_JWKS', problem: 'must be a file or an https URL' });
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TypeError('the key set is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
