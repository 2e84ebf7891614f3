import { JsonSlice } from '../kernel/json-slice.ts';

/** The record's own date, where it is written before anything that has a date too. */
const ownDate = /^\{[^{}[\]]*?"asOf":"(?<asOf>[^"\\]*)"/u;

/**
 * Finds how old the extracts are that the answers of an operation rested on: the join is sent every body's record, as the
 * field `recordFields` names by body, in the representations among its variables. Tells each date that there is.
 */
export function readExtractDates(
  variables: Readonly<Record<string, unknown>>,
  recordFields: ReadonlyMap<string, string>,
  tell: (body: string, asOf: string) => void,
): void {
  for (const representation of Object.values(variables).filter(Array.isArray).flat()) {
    if (isObject(representation)) tellDates(representation, recordFields, tell);
  }
}

function tellDates(
  representation: Readonly<Record<string, unknown>>,
  recordFields: ReadonlyMap<string, string>,
  tell: (body: string, asOf: string) => void,
): void {
  for (const [body, field] of recordFields) {
    const asOf = asOfIn(representation[field]);
    if (asOf !== undefined) tell(body, asOf);
  }
}

/** A record that came as text is read as a whole only where its date does not come first. */
function asOfIn(record: unknown): string | undefined {
  if (record instanceof JsonSlice) return ownDate.exec(record.bytes ?? '')?.groups?.['asOf'] ?? asOfIn(record.value);
  const asOf = isObject(record) ? record['asOf'] : undefined;
  return typeof asOf === 'string' ? asOf : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
