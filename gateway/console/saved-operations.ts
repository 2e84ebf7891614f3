import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An operation that the console opens with. The gateway plans each once at start, so that the first reader need not wait. */
export interface SavedOperation {
  /** File name without its ending, for example `whole-case-file`. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One household of the worked cases and its district: both exist in every data folder that `samutphok start` makes. */
const houseCode = '99990000011';
const areaCode = '5004';

/** In the order of the tabs. Each has its text in operations/<name>.graphql. */
const saved: readonly Omit<SavedOperation, 'query'>[] = Object.freeze([
  { name: 'whole-case-file', variables: { houseCode } },
  { name: 'gaps-only', variables: { houseCode } },
  { name: 'who-answered', variables: { houseCode } },
  { name: 'district-households', variables: { areaCode, first: 20, after: null } },
  { name: 'programme-catalogue', variables: { filter: null, first: 20, after: null } },
]);

/** The operations that the console opens with, read anew at each call. */
export function savedOperations(): readonly SavedOperation[] {
  return saved.map(({ name, variables }) => ({
    name,
    query: readFileSync(path.join(import.meta.dirname, 'operations', `${name}.graphql`), 'utf8'),
    variables,
  }));
}
