import { errorCatalogue } from '../../schema/contract/error-catalogue.ts';
import { fill, isErrorCode, readDetails } from '../../schema/contract/error-codes.ts';
import type { ErrorCode, ErrorDetails } from '../../schema/contract/error-codes.ts';
import type { ResponsePath } from './objects-at-path.ts';

/** An error as the client sees it. It never holds an address, a stack, a query or a value. */
export interface ResponseError {
  readonly message: string;
  readonly path?: ResponsePath;
  readonly extensions: ErrorExtensions;
}

export interface ErrorExtensions {
  readonly code: string;
  readonly messageTh: string;
  /** Code of the body that the error is about, for example SOCIAL_WELFARE. */
  readonly body?: string;
}

export interface ErrorPlace {
  readonly path?: ResponsePath;
  readonly body?: string;
}

/** An error of the catalogue at a place of the response. */
export function responseError(code: ErrorCode, place: ErrorPlace = {}, details: ErrorDetails = {}): ResponseError {
  const { en, th } = errorCatalogue[code];
  return at(place, code, fill(en, details), fill(th, details));
}

/**
 * What a body says of its own error: under a code of the catalogue the catalogue's own text with the body's details;
 * everything else becomes BODY_UNAVAILABLE in general words. The body's text never passes.
 */
export function bodyError(extensions: Readonly<Record<string, unknown>> | undefined, place: ErrorPlace): ResponseError {
  const code = extensions?.['code'];
  return isErrorCode(code)
    ? responseError(code, place, readDetails(extensions?.['details']))
    : responseError('BODY_UNAVAILABLE', place);
}

/** A field that may not be null is, or a value is none of its type. `what` names types and fields only. */
export function completionError(what: string, path: (string | number)[]): ResponseError {
  return at({ path }, 'BODY_INVALID', what, errorCatalogue.BODY_INVALID.th);
}

function at({ path, body }: ErrorPlace, code: string, message: string, messageTh: string): ResponseError {
  return {
    message,
    ...(path !== undefined && { path }),
    extensions: { code, ...(body !== undefined && { body }), messageTh },
  };
}
