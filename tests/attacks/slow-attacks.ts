import type { Piece } from '../support/attack-wire.ts';
import { control, operation, request, usual, written, type Attacker } from './attack.ts';

/** Somebody who takes long, and how long at most. */
export interface SlowAttack {
  readonly title: string;
  readonly pieces: (by: Attacker) => readonly Piece[];
  /** Of the first answer; 0: the connection ends without one. */
  readonly status: number;
  readonly withinMs: number;
  /** Says that nothing more comes, and waits. */
  readonly half?: true;
}

/** Headers have 8 s, a request 12 s, a connection between two requests 10 s; node looks every second, and a busy machine is slower. */
const slackMs = 4_000;
const headersMs = 8_000 + slackMs;
const requestMs = 12_000 + slackMs;
const idleMs = 10_000 + slackMs;

export const slowAttacks: readonly SlowAttack[] = [
  {
    title: 'headers letter by letter',
    pieces: (by) => trickle(operation(by, control), 400),
    status: 408,
    withinMs: headersMs,
  },
  {
    title: 'one header after the other for ever',
    pieces: ({ host }) => [
      { bytes: `POST /graphql HTTP/1.1\r\nhost: ${host}\r\n`, afterMs: 0 },
      ...Array.from({ length: 60 }, (_, at) => ({ bytes: `x${at}: 1\r\n`, afterMs: 500 })),
    ],
    status: 408,
    withinMs: headersMs,
  },
  {
    title: 'a request line and no more',
    pieces: () => [{ bytes: 'POST /graphql HTTP/1.1\r\n', afterMs: 0 }],
    status: 408,
    withinMs: headersMs,
  },
  { title: 'nothing at all', pieces: () => [], status: 408, withinMs: headersMs },
  {
    title: 'a body letter by letter',
    pieces: (by) => [
      { bytes: request({ ...usual(by), 'content-length': '200' }, 'POST /graphql HTTP/1.1'), afterMs: 0 },
      ...trickle(Buffer.alloc(60, 32), 400),
    ],
    status: 408,
    withinMs: requestMs,
  },
  {
    title: 'chunks of one letter',
    pieces: (by) => [
      { bytes: written(by, ['transfer-encoding: chunked'], ''), afterMs: 0 },
      ...Array.from({ length: 60 }, () => ({ bytes: '1\r\n \r\n', afterMs: 400 })),
    ],
    status: 408,
    withinMs: requestMs,
  },
  {
    title: 'a body that was promised and does not come',
    pieces: (by) => [
      { bytes: request({ ...usual(by), 'content-length': '200' }, 'POST /graphql HTTP/1.1'), afterMs: 0 },
    ],
    status: 408,
    withinMs: requestMs,
  },
  {
    title: 'half a body, and the end',
    pieces: (by) => [
      { bytes: request({ ...usual(by), 'content-length': '200' }, 'POST /graphql HTTP/1.1', control), afterMs: 0 },
    ],
    half: true,
    status: 400,
    withinMs: slackMs,
  },
  {
    title: 'half of the headers, and the end',
    pieces: (by) => [{ bytes: operation(by, control).subarray(0, 60), afterMs: 0 }],
    half: true,
    status: 400,
    withinMs: slackMs,
  },
  {
    title: 'a connection that is kept and not used',
    pieces: (by) => [{ bytes: operation(by, control, { connection: 'keep-alive' }), afterMs: 0 }],
    status: 200,
    withinMs: idleMs,
  },
];

function trickle(bytes: Uint8Array, everyMs: number): readonly Piece[] {
  return Array.from(bytes, (_, at) => ({ bytes: bytes.subarray(at, at + 1), afterMs: everyMs }));
}
