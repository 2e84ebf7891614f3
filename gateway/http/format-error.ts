import type { GraphQLFormattedError } from 'graphql';
import { errorCatalogue } from '../../schema/contract/error-catalogue.ts';
import { codedCause, isErrorCode, type ErrorCode } from '../../schema/contract/error-codes.ts';

/** Apollo's own codes whose message speaks of the document alone and helps its writer. */
const documentCodes: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

/** What Apollo refuses before the graph is asked, and what we call it. */
const codeOfApollo: Readonly<Record<string, ErrorCode>> = {
  BAD_USER_INPUT: 'INPUT_VALUE_INVALID',
  BAD_REQUEST: 'REQUEST_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNRESOLVED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'REQUEST_INVALID',
  PERSISTED_QUERY_NOT_FOUND: 'REQUEST_INVALID',
};

/**
 * The error as a client sees it, made anew from an allow-list: nothing of a stack, an address, or a value of the
 * request passes. An error whose code is in our catalogue was made to be shown.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const coded = codedCause(error);
  if (coded !== undefined) {
    const { code, messageTh } = coded.extensions;
    return { ...place(formatted), message: coded.message, extensions: { code, messageTh } };
  }
  const code = formatted.extensions?.['code'];
  if (isErrorCode(code))
    return { ...place(formatted), message: formatted.message, extensions: shownExtensions(formatted, code) };
  if (documentCodes.has(code)) {
    const messageTh = errorCatalogue.OPERATION_INVALID.th;
    return {
      ...place(formatted),
      message: documentMessage(formatted.message),
      extensions: { code: 'OPERATION_INVALID', messageTh },
    };
  }
  const ours = (typeof code === 'string' ? codeOfApollo[code] : undefined) ?? 'INTERNAL_ERROR';
  const { en, th } = errorCatalogue[ours];
  return { ...place(formatted), message: en, extensions: { code: ours, messageTh: th } };
}

function shownExtensions(formatted: GraphQLFormattedError, code: ErrorCode): Readonly<Record<string, unknown>> {
  const { body, messageTh } = formatted.extensions ?? {};
  return {
    code,
    messageTh: typeof messageTh === 'string' ? messageTh : errorCatalogue[code].th,
    ...(typeof body === 'string' && { body }),
  };
}

function place({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path !== undefined && { path }), ...(locations !== undefined && { locations }) };
}

/** Names of fields and types help; quoted values of the request may be somebody's number or name. */
function documentMessage(message: string): string {
  const known =
    /^(?:Cannot query field|Unknown (?:argument|type|fragment|directive)|Field "\w+"|Variable "\$\w+" (?:is|of type)|Fragment|Syntax Error|Directive|There can be only one)/u;
  if (!known.test(message)) return errorCatalogue.OPERATION_INVALID.en;
  // To the last quote: a string that is quoted may hold quotes itself.
  return message.replace(/^(?<known>Syntax Error: .*?(?:Name|String|Int|Float|sequence:)) "[^]*"/u, '$<known>');
}
