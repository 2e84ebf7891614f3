import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../kernel/clock.ts';

/** How long a server that is to end still accepts: who knocked before the signal gets in. */
const lastCallMs = 250;

/**
 * Prepares a server, before it listens, to end without dropping an answer. The function that comes back accepts for a
 * last moment, tells every client to use its connection no more, and resolves when all answers are sent.
 */
export function prepareDrain(server: FastifyInstance, clock: Clock): () => Promise<void> {
  let isEnding = false;
  server.addHook('onSend', async (_request, reply) => {
    if (isEnding) reply.header('connection', 'close');
  });
  return async () => {
    isEnding = true;
    const sockets = server.server;
    if (sockets.listening) await new Promise<void>((resolve) => clock.after(lastCallMs, resolve));
    const closed = sockets.listening ? once(sockets, 'close') : undefined;
    // The sockets decide: a plugin that has not ended by then holds no answer any more.
    await Promise.race([server.close(), closed]);
  };
}
