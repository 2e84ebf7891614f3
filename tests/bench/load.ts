import { Pool } from 'undici';
import type { Operation } from './operations.ts';

export interface Load {
  readonly url: string;
  readonly operation: Operation;
  readonly operations: number;
  /** Clients that ask one operation after the other. */
  readonly clients: number;
  /** Called after each answer. */
  readonly onAnswer?: (text: string) => void;
}

export interface LoadFigures {
  /** Of each operation, in milliseconds, in the order of the answers. */
  readonly latencies: readonly number[];
  readonly seconds: number;
  /** Bytes of all answers. */
  readonly bytes: number;
}

/** Asks over HTTP. Throws at the first answer that is not whole: a benchmark of failures would be a fast one. */
export async function load({ url, operation, operations, clients, onAnswer }: Load): Promise<LoadFigures> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  const body = JSON.stringify({ query: operation.query, variables: operation.variables });
  const latencies: number[] = [];
  let bytes = 0;
  let left = operations;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
      const text = await answer.body.text();
      latencies.push(performance.now() - started);
      bytes += Buffer.byteLength(text);
      refuseFailure(answer.statusCode, text);
      onAnswer?.(text);
    }
  };
  const started = performance.now();
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    await pool.close();
  }
  return { latencies, bytes, seconds: (performance.now() - started) / 1000 };
}

const headers = { 'content-type': 'application/json' };

function refuseFailure(status: number, text: string): void {
  if (status === 200 && !text.startsWith('{"errors"') && !text.includes('"complete":false,"bodies"')) return;
  throw new Error(`an operation failed with status ${status}: ${text.slice(0, 300)}`);
}
