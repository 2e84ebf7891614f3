import { errorCatalogue } from './error-catalogue.ts';

export type ErrorCode = keyof typeof errorCatalogue;

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** What GraphQL shows of an error. `details` fill the texts, so that the gateway can write them anew from the catalogue. */
export interface CodedExtensions {
  readonly code: ErrorCode;
  readonly messageTh: string;
  readonly details?: ErrorDetails;
}

/** An error of the catalogue. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly extensions: CodedExtensions;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(fill(errorCatalogue[code].en, details), options);
    this.name = 'CodedError';
    this.code = code;
    this.details = details;
    const messageTh = fill(errorCatalogue[code].th, details);
    this.extensions = { code, messageTh, ...(Object.keys(details).length > 0 && { details }) };
  }
}

/** The catalogue's error inside graphql's: a scalar's refusal is wrapped, more than once, in errors that quote the value. */
export function codedCause(error: unknown): CodedError | undefined {
  for (
    let each: unknown = error;
    each instanceof Error;
    each = 'originalError' in each ? each.originalError : undefined
  ) {
    if (isCodedError(each)) return each;
  }
  return undefined;
}

/** Details that came from elsewhere: only short plain words and numbers, as they fill texts that are shown. */
export function readDetails(value: unknown): ErrorDetails {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(isPlainDetail).slice(0, 8));
}

function isPlainDetail(entry: [string, unknown]): entry is [string, string | number] {
  const [name, value] = entry;
  if (!/^\w{1,20}$/u.test(name)) return false;
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && /^[\w .:-]{1,40}$/u.test(value);
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/** Told by its code and not by `instanceof`, so that a second copy of this module makes no difference. */
export function isCodedError(error: unknown): error is CodedError {
  return error instanceof Error && 'code' in error && 'extensions' in error && isErrorCode(error.code);
}

/** The catalogue's text in one language, with `{name}` filled in; a name without a detail stays as it is. */
export function fill(text: string, details: ErrorDetails): string {
  return text.replaceAll(/\{(?<name>\w+)\}/gu, (whole: string, name: string) => String(details[name] ?? whole));
}
