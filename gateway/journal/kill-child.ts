import { writeSync } from 'node:fs';
import { openJournal } from './journal.ts';
import { aHouse, aRecord } from './sample-records.ts';

/**
 * `node kill-child.ts <data folder>`: eight callers append until the process is killed; each receipt is on standard
 * output before anything else happens. For kill.test.ts.
 */
const callers = 8;
const journal = await openJournal({ dataDir: process.argv[2] ?? '', checkpointRecords: 50 });
await Promise.all(Array.from({ length: callers }, (_, caller) => appendForEver(caller)));

async function appendForEver(caller: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a caller has one operation at a time
    const { sequence, hash } = await journal.append(aRecord({ durationMs: count, households: [aHouse(caller)] }));
    writeSync(1, `${sequence} ${hash}\n`);
  }
}
