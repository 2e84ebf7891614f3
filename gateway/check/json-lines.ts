/**
 * Path -> line of every value of a JSON text that JSON.parse has accepted; paths are written `programmes[3].rule.all[0]`
 * and the whole is ''.
 */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  /** Containers that are open: an object with the key that was read last, or a list with the index that comes next. */
  const open: Container[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,\n]|[^\s"[\]{}:,]+/gu)) {
    if (token === '\n') line += 1;
    else step(token, open, (path) => lines.set(path, line));
  }
  return lines;
}

/** Where V8 says that JSON ends to be JSON. */
export function syntaxLine(text: string, error: unknown): number {
  const position = /at position (?<position>\d+)/u.exec(error instanceof Error ? error.message : '')?.groups?.[
    'position'
  ];
  const before = position === undefined ? text : text.slice(0, Number(position));
  return before.split('\n').length;
}

interface Container {
  /** Of the container itself. */
  readonly path: string;
  readonly isList: boolean;
  key: string;
  index: number;
  /** In an object, a text before its colon is a key. */
  wantsKey: boolean;
}

function step(token: string, open: Container[], found: (path: string) => void): void {
  const inner = open.at(-1);
  switch (token) {
    case ':':
      if (inner !== undefined) inner.wantsKey = false;
      return;
    case ',':
      next(inner);
      return;
    case '}':
    case ']':
      open.pop();
      return;
    case '{':
    case '[': {
      const path = pathIn(inner);
      found(path);
      open.push({ path, isList: token === '[', key: '', index: 0, wantsKey: token === '{' });
      return;
    }
    default:
      if (inner?.wantsKey === true) inner.key = String(JSON.parse(token));
      else found(pathIn(inner));
  }
}

function next(inner: Container | undefined): void {
  if (inner === undefined) return;
  if (inner.isList) inner.index += 1;
  else inner.wantsKey = true;
}

function pathIn(inner: Container | undefined): string {
  if (inner === undefined) return '';
  if (inner.isList) return `${inner.path}[${inner.index}]`;
  return inner.path === '' ? inner.key : `${inner.path}.${inner.key}`;
}
