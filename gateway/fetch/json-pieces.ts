import { JsonSlice, joinJson } from '../kernel/json-slice.ts';

/** Text that is made up of what is written now and of slices, which go out as the bytes that came in. */
export interface JsonPieces {
  /** Adds text as it is. */
  readonly addText: (text: string) => void;
  /** Adds a value as JSON.stringify would write it, slices in it as they are. */
  readonly addValue: (value: unknown) => void;
  readonly toBuffer: () => Buffer;
}

export function jsonPieces(): JsonPieces {
  const parts: (string | JsonSlice)[] = [];
  let text = '';

  function addValue(value: unknown): void {
    if (value instanceof JsonSlice) {
      parts.push(text, value);
      text = '';
    } else if (Array.isArray(value)) {
      addList(value);
    } else if (typeof value === 'object' && value !== null) {
      addObject(value);
    } else {
      text += JSON.stringify(value) ?? 'null';
    }
  }

  function addList(items: readonly unknown[]): void {
    let before = '[';
    for (const item of items) {
      text += before;
      addValue(item);
      before = ',';
    }
    text += before === '[' ? '[]' : ']';
  }

  function addObject(object: object): void {
    let before = '{';
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      text += `${before}${JSON.stringify(key)}:`;
      addValue(value);
      before = ',';
    }
    text += before === '{' ? '{}' : '}';
  }

  return {
    addText: (added) => {
      text += added;
    },
    addValue,
    toBuffer: () => joinJson([...parts, text]),
  };
}
