import { createReadStream } from 'node:fs';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { scanDocument } from './source-document.ts';
import type { SourceItem, SourceScanner } from './source-item.ts';
import { scanLines } from './source-lines.ts';

export type { SourceItem } from './source-item.ts';

/** Enough text to tell a document with `scenarios` from one household per line. */
const headLength = 65_536;

/** The households of a file. Throws IMPORT_FILE_UNREADABLE when it cannot be read. */
export async function* readHouseholdFile(file: string): AsyncGenerator<SourceItem> {
  try {
    yield* readHouseholds(createReadStream(file));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new CodedError('IMPORT_FILE_UNREADABLE', { file }, { cause: error });
    }
    throw error;
  }
}

/**
 * The households of a text in UTF-8, in its order: either a JSON object with `scenarios`, or one household per line
 * (NDJSON). Which of the two it is shows on the first line that is not blank.
 */
export async function* readHouseholds(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<SourceItem> {
  const decoder = new TextDecoder();
  let head = '';
  let scanner: SourceScanner | undefined;
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (scanner !== undefined) yield* scanner.push(text);
    else {
      head += text;
      if (!isTelling(head)) continue;
      scanner = scannerFor(head);
      yield* scanner.push(withoutMark(head));
    }
  }
  const rest = decoder.decode();
  if (scanner === undefined) {
    head += rest;
    scanner = scannerFor(head);
    yield* scanner.push(withoutMark(head));
  } else if (rest !== '') {
    yield* scanner.push(rest);
  }
  yield* scanner.end();
}

/** Enough of a text to tell what it is: its first line that is not blank, or the most that is looked at. */
function isTelling(head: string): boolean {
  const start = head.search(/\S/u);
  return head.length >= headLength || (start >= 0 && head.includes('\n', start));
}

/** A document opens with a brace that stays open on its first line, or names `scenarios` before any member. */
function scannerFor(head: string): SourceScanner {
  const line = (/\S[^\n]*/u.exec(withoutMark(head))?.[0] ?? '').trimEnd();
  const scenarios = line.indexOf('"scenarios"');
  const members = line.indexOf('"members"');
  const staysOpen = line.startsWith('{') && !line.endsWith('}') && members < 0;
  const isDocument = staysOpen || (scenarios >= 0 && (members < 0 || scenarios < members));
  return isDocument ? scanDocument() : scanLines();
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
