/** What is wrong with a piece of JSON, and where: `programmes[3].rule.all[0].op`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Adds what is wrong with `value` to `problems`, and nothing when it is of the shape. */
export type Shape = (value: unknown, path: string, problems: Problem[]) => void;

/** Tries a value against a shape. The type argument must say what the shape checks: keys that it does not name stay. */
export function parseAs<T>(shape: Shape, value: unknown, path = ''): Parsed<T> {
  const problems: Problem[] = [];
  shape(value, path, problems);
  if (problems.length > 0) return { ok: false, problems };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape has just found nothing that differs from T
  return { ok: true, value: value as T };
}

export const text: Shape = (value, path, problems) => {
  if (typeof value !== 'string' || value === '') problems.push({ path, message: 'must be a text that is not empty' });
};

export const finiteNumber: Shape = (value, path, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) problems.push({ path, message: 'must be a number' });
};

export function oneOf(choices: readonly string[]): Shape {
  return (value, path, problems) => {
    if (typeof value === 'string' && choices.includes(value)) return;
    problems.push({ path, message: `${show(value)} is none of ${choices.join(', ')}` });
  };
}

export function nullable(shape: Shape): Shape {
  return (value, path, problems) => {
    if (value !== null) shape(value, path, problems);
  };
}

export function listOf(shape: Shape, least = 0): Shape {
  return (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ path, message: 'must be a list' });
      return;
    }
    if (value.length < least) problems.push({ path, message: 'must not be empty' });
    for (const [at, item] of value.entries()) shape(item, `${path}[${at}]`, problems);
  };
}

/** An object with every key of `required`, and those of `optional` in the given shape where they are present. */
export function record(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push({ path, message: 'must be an object' });
      return;
    }
    for (const [key, shape] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) shape(value[key], join(path, key), problems);
      else problems.push({ path: join(path, key), message: 'is missing' });
    }
    for (const [key, shape] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) shape(value[key], join(path, key), problems);
    }
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

export function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
