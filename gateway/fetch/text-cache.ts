/**
 * Remembers what `make` returned for each distinct text, up to `maxTexts`; then the oldest is forgotten. What is in use
 * is made again on its next use, which is cheap beside keeping an order of use on every call.
 */
export function textCache<Value extends object>(
  maxTexts: number,
  make: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= maxTexts) forgetOldest(known);
    known.set(text, made);
    return made;
  };
}

function forgetOldest(known: Map<string, unknown>): void {
  for (const text of known.keys()) {
    known.delete(text);
    return;
  }
}
