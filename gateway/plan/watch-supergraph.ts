import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CodedError, isCodedError } from '../../schema/contract/error-codes.ts';
import type { Clock } from '../kernel/clock.ts';

export interface WatchOptions {
  readonly clock: Clock;
  /** A file that is being written changes several times: it is read this long after the last change. Default 100 ms. */
  readonly settleMs?: number;
  /** Told why a changed file was refused; the old supergraph goes on. */
  readonly onRefused: (error: CodedError) => void;
}

/** Reads a supergraph file. Rejects with SUPERGRAPH_INVALID when it cannot. */
export async function readSupergraphFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CodedError('SUPERGRAPH_INVALID', { problem: `${file} cannot be read` }, { cause: error });
  }
}

/**
 * Calls `take` whenever the file has changed. The folder is watched and not the file, because editors and
 * deployments replace a file by renaming another one over it. The returned function ends the watching.
 */
export function watchSupergraphFile(file: string, take: () => Promise<unknown>, options: WatchOptions): () => void {
  let cancel: (() => void) | undefined;

  function reload(): void {
    take().catch((error: unknown) => {
      options.onRefused(
        isCodedError(error) ? error : new CodedError('SUPERGRAPH_INVALID', { problem: 'unknown' }, { cause: error }),
      );
    });
  }

  const watcher = watch(dirname(file), (_event, changed) => {
    if (changed !== null && changed !== basename(file)) return;
    cancel?.();
    cancel = options.clock.after(options.settleMs ?? 100, reload);
  });
  return () => {
    cancel?.();
    watcher.close();
  };
}
