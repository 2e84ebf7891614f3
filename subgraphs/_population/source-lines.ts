import { maxHouseholdLength, parseItem, tooLong, type SourceItem, type SourceScanner } from './source-item.ts';

/** One household per line; a line that is broken costs itself alone. */
export function scanLines(): SourceScanner {
  let line = 1;
  let held = '';
  let skipping = false;

  const finish = (text: string): SourceItem | undefined => {
    const at = line;
    line += 1;
    if (skipping || text.length > maxHouseholdLength) {
      skipping = false;
      return tooLong(at);
    }
    return text.trim() === '' ? undefined : parseItem(text, at);
  };

  return {
    push: (text) => {
      const pieces = (held + text).split('\n');
      held = pieces.pop() ?? '';
      const items = pieces.flatMap((piece) => finish(piece) ?? []);
      if (held.length > maxHouseholdLength) {
        skipping = true;
        held = '';
      }
      return items;
    },
    end: () => {
      const last = finish(held);
      return last === undefined ? [] : [last];
    },
  };
}
