import { request } from 'undici';
import { z } from 'zod';
import { CodedError } from '../../../schema/contract/error-codes.ts';

const maxBytes = 2 * 1024 * 1024;
const patienceMs = 5_000;

const reply = z.object({ data: z.object({ _service: z.object({ sdl: z.string().min(1) }) }) });

/** The SDL that a running subgraph gives by `_service`. Rejects with CHECK_SUBGRAPH_SILENT. */
export async function schemaOfSubgraph(url: string): Promise<string> {
  const parsed = reply.safeParse(await ask(url));
  if (!parsed.success) throw silent('its answer has no _service.sdl');
  return parsed.data.data._service.sdl;
}

async function ask(url: string): Promise<unknown> {
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      signal: AbortSignal.timeout(patienceMs),
    });
    let text = '';
    body.setEncoding('utf8');
    for await (const part of body) {
      text += String(part);
      if (text.length > maxBytes) throw silent(`its answer is larger than ${maxBytes} bytes`);
    }
    if (statusCode !== 200) throw silent(`status ${statusCode}`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw silent(code === '' ? 'no answer that can be read' : code, error);
  }
}

function silent(problem: string, cause?: unknown): CodedError {
  return new CodedError('CHECK_SUBGRAPH_SILENT', { problem }, { cause });
}
