const longString = 48;

/** The JSON text of a string. Short ones without anything to escape, which most are, are not handed to JSON.stringify. */
export function stringText(value: string): string {
  if (value.length > longString) return JSON.stringify(value);
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    // Control characters, quotation mark, reverse solidus, surrogates.
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) {
      return JSON.stringify(value);
    }
  }
  return `"${value}"`;
}
