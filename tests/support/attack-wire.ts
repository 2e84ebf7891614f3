import { connect, type Socket } from 'node:net';

/** One answer as it came over the socket. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Status line and headers as they came. */
  readonly head: string;
  readonly body: string;
}

/** What a connection brought until it ended. */
export interface Exchange {
  readonly answers: readonly WireAnswer[];
  readonly text: string;
  readonly tookMs: number;
  /** False when we hung up because the time was over. */
  readonly ended: boolean;
}

/** Bytes, and how long after the ones before they are sent. */
export interface Piece {
  readonly bytes: string | Uint8Array;
  readonly afterMs: number;
}

export interface WireOptions {
  readonly port: number;
  /** An address of this machine to come from; the server tells clients apart by it. Default 127.0.0.1. */
  readonly from?: string;
  /** When we hang up. Default 30 seconds. */
  readonly untilMs?: number;
  /** We say that nothing more will come, once everything is sent. */
  readonly half?: true;
}

/**
 * Sends bytes as they are and reads until the server hangs up. A connection that breaks is one that ended: what came
 * before counts.
 */
export function exchange(sent: string | Uint8Array | readonly Piece[], options: WireOptions): Promise<Exchange> {
  const { port, from = '127.0.0.1', untilMs = 30_000, half } = options;
  const pieces = typeof sent === 'string' || sent instanceof Uint8Array ? [{ bytes: sent, afterMs: 0 }] : sent;
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const chunks: Buffer[] = [];
    let ended = true;
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    const stop = sendPieces(socket, pieces, half === true);
    const late = setTimeout(() => {
      ended = false;
      socket.destroy();
    }, untilMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(late);
      stop();
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ answers: readAnswers(text), text, tookMs: performance.now() - startedMs, ended });
    });
  });
}

function sendPieces(socket: Socket, pieces: readonly Piece[], half: boolean): () => void {
  let timer: NodeJS.Timeout | undefined;
  const send = (at: number): void => {
    const piece = pieces[at];
    if (socket.destroyed) return;
    if (piece === undefined) {
      if (half) socket.end();
      return;
    }
    const write = (): void => {
      socket.write(piece.bytes);
      send(at + 1);
    };
    if (piece.afterMs === 0) write();
    else timer = setTimeout(write, piece.afterMs);
  };
  send(0);
  return () => clearTimeout(timer);
}

/** Answers one after the other. */
function readAnswers(text: string): readonly WireAnswer[] {
  const bytes = Buffer.from(text, 'utf8');
  const answers: WireAnswer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end < 0) break;
    const head = bytes.subarray(at, end).toString('utf8');
    const headers = headersOf(head);
    const { body, next } = bodyAt(bytes, end + 4, headers);
    const status = Number(/^HTTP\/1\.1 (?<status>\d{3})/u.exec(head)?.groups?.['status']);
    answers.push({ status, headers, head, body });
    at = next;
  }
  return answers;
}

function bodyAt(
  bytes: Buffer,
  start: number,
  headers: ReadonlyMap<string, string>,
): { readonly body: string; readonly next: number } {
  if (headers.get('transfer-encoding') !== 'chunked') {
    const next = start + Number(headers.get('content-length') ?? 0);
    return { body: bytes.subarray(start, next).toString('utf8'), next };
  }
  const chunks: Buffer[] = [];
  let at = start;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    const size = line < 0 ? 0 : Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (!(size > 0)) break;
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 4 + size;
  }
  return { body: Buffer.concat(chunks).toString('utf8'), next: at + '0\r\n\r\n'.length };
}

function headersOf(head: string): ReadonlyMap<string, string> {
  const lines = head.split('\r\n').slice(1);
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** The first code of an answer's errors; null where it has none. */
export function codeOf({ body }: Pick<WireAnswer, 'body'>): string | null {
  return /"code":"(?<code>[A-Z_]+)","messageTh"/u.exec(body)?.groups?.['code'] ?? null;
}
