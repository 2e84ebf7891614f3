import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { JournalReader } from './store.ts';

const pageSize = 200;

/**
 * The segment as lines of canonical JSON: its header, records with their hashes and checkpoints in the order of the
 * sequence, an end. Each line has one spelling, so every byte counts when the file is verified.
 */
export async function* exportLines(reader: JournalReader): AsyncGenerator<string> {
  const header = await reader.segment();
  const end = await reader.head();
  if (header === undefined || end === undefined) return;
  yield canonicalJson({ type: 'segment', ...header });
  let after = header.fromSequence - 1;
  let lastCheckpoint = after;
  while (after < end.sequence) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other is what keeps memory flat
    const records = (await reader.records(after, pageSize)).filter(({ sequence }) => sequence <= end.sequence);
    const last = records.at(-1)?.sequence;
    if (last === undefined) break;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const checkpoints = new Map((await reader.checkpoints(after, last)).map((found) => [found.sequence, found]));
    for (const { sequence, hash, text } of records) {
      // The record's own text is canonical already; `hash` and `record` come before `sequence` and `type`.
      const record = typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      yield `{"hash":"${hash}","record":${record},"sequence":${sequence},"type":"record"}`;
      const checkpoint = checkpoints.get(sequence);
      if (checkpoint === undefined) continue;
      yield canonicalJson({ type: 'checkpoint', ...checkpoint });
      lastCheckpoint = sequence;
    }
    after = last;
  }
  yield canonicalJson({ type: 'end', ...end, lastCheckpoint });
}

/** Writes the lines to a new file that only its owner may read; durable when it resolves. An existing file is refused. */
export async function exportToFile(reader: JournalReader, file: string): Promise<void> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const finished = once(stream, 'close');
  try {
    await once(stream, 'open');
    for await (const line of exportLines(reader)) {
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    }
  } finally {
    stream.end();
    await finished;
  }
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}
