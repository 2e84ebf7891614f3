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
}

export interface LoadFigures {
  /** Of each operation, in milliseconds, in the order of the answers. */
  readonly latencies: readonly number[];
  /** Bytes of all answers. */
  readonly bytes: number;
}

/** Asks over HTTP. Throws at the first answer that is not whole: a benchmark of failures would be a fast one. */
export async function load({ url, query, turns, operations, clients }: Load): Promise<LoadFigures> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  const bodies = turns.map((variables) => JSON.stringify({ query, variables }));
  const latencies: number[] = [];
  let bytes = 0;
  let asked = 0;
  const client = async (): Promise<void> => {
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

const headers = { 'content-type': 'application/json' };

function refuseFailure(status: number, text: string): void {
  if (status === 200 && !text.startsWith('{"errors"') && !text.includes('"complete":false,"bodies"')) return;
  throw new Error(`an operation failed with status ${status}: ${text.slice(0, 300)}`);
}
