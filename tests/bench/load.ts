import { Pool } from 'undici';
import type { Operation } from './operations.ts';

export interface Load {
  readonly url: string;
  readonly query: string;
  /** Variables, taken in turn. */
  readonly turns: readonly Operation['variables'][];
  readonly operations: number;
  /** Clients that ask one operation after the other. */
  readonly clients: number;
  /** Who asks: each client another one, in turn. Default: nobody. */
  readonly tokens?: readonly string[] | undefined;
}

export interface LoadFigures {
  /** Of each operation, in milliseconds, in the order of the answers. */
  readonly latencies: readonly number[];
  /** Bytes of all answers. */
  readonly bytes: number;
}

/** Asks over HTTP. Throws at the first answer that is not whole: a benchmark of failures would be a fast one. */
export async function load({ url, query, turns, operations, clients, tokens = [] }: Load): Promise<LoadFigures> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  const bodies = turns.map((variables) => JSON.stringify({ query, variables }));
  const latencies: number[] = [];
  let bytes = 0;
  let asked = 0;
  const client = async (_: unknown, number: number): Promise<void> => {
    const headers = headersOf(tokens[number % tokens.length]);
    while (asked < operations) {
      const body = bodies[asked % bodies.length] ?? '';
      asked += 1;
      const started = performance.now();
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
      const text = await answer.body.text();
      latencies.push(performance.now() - started);
      bytes += Buffer.byteLength(text);
      refuseFailure(answer.statusCode, text);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    await pool.close();
  }
  return { latencies, bytes };
}

/** What a client sends with an operation. */
export function headersOf(token?: string): Record<string, string> {
  const type = { 'content-type': 'application/json' };
  return token === undefined ? type : { ...type, authorization: `Bearer ${token}`, 'x-purpose': 'CASE_REVIEW' };
}

function refuseFailure(status: number, text: string): void {
  if (status === 200 && isWhole(text) && !text.includes('"complete":false,"bodies"')) return;
  throw new Error(`an operation failed with status ${status}: ${text.slice(0, 300)}`);
}

/** What is held back from a reader is an error too, and no failure. */
function isWhole(text: string): boolean {
  if (!text.startsWith('{"errors"')) return true;
  const { errors, data } = JSON.parse(text) as Response;
  return data !== undefined && data !== null && errors.every(({ extensions }) => extensions.code === 'POLICY_DENIED');
}

interface Response {
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
  readonly data?: object | null;
}
