import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { fakeClock, type FakeClock } from '../kernel/test-clock.ts';
import { sqliteLevelStore } from './level-store.ts';
import { openServiceLevels, type ServiceLevels } from './service-levels.ts';

// For this folder's tests: and levels in a folder that goes with the test.

export const noon: number = Date.UTC(2022, 7, 10, 12);

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-levels-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Counting {
  readonly levels: ServiceLevels;
  readonly clock: FakeClock;
  readonly faults: unknown[];
}

/** Levels over a file in `folder`, closed when the test is over at the latest. */
export async function levelsIn(folder: string, clock: FakeClock = fakeClock()): Promise<Counting> {
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  const levels = await openServiceLevels({ clock, onFault, store: sqliteLevelStore(folder) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= levels.close());
  onTestFinished(close);
  return { levels: { ...levels, close }, clock, faults };
}
