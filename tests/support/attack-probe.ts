import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a server under attack before its own code: on a message it collects garbage and answers with what is left.
 * A server whose test has died ends too.
 */
if (isMainThread) {
  process.on('message', () => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ heldBytes: heapUsed + external });
  });
  process.on('disconnect', () => process.exit(1));
  // To listen is no reason to live: a server that could not start ends.
  process.channel?.unref();
}
