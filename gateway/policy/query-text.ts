import { Lexer, Source, TokenKind } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { requestLimits, type RequestLimits } from './limits.ts';

type TextLimits = Pick<RequestLimits, 'queryLength' | 'nesting' | 'tokens' | 'nameLength'>;

/** What the look at a query's text found. */
export interface QueryTextMeasure {
  readonly tokens: number;
  readonly nesting: number;
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Looks at the tokens of a query one after the other, with the parser's own lexer but without its recursion. Throws
 * POLICY_QUERY_TOO_LONG, POLICY_TOO_MANY_TOKENS, POLICY_TOO_NESTED or POLICY_NAME_…. A text that is no GraphQL passes up
 * to its first fault, where the parser stops too.
 */
export function checkQueryText(query: string, limits: TextLimits = requestLimits): QueryTextMeasure {
  const { queryLength, nesting, tokens, nameLength } = limits;
  if (query.length > queryLength) throw new CodedError('POLICY_QUERY_TOO_LONG', { max: queryLength });
  const lexer = new Lexer(new Source(query));
  let count = 0;
  let depth = 0;
  let deepest = 0;
  for (let kind = advance(lexer); kind !== TokenKind.EOF; kind = advance(lexer)) {
    count += 1;
    if (count > tokens) throw new CodedError('POLICY_TOO_MANY_TOKENS', { max: tokens });
    if (opening.has(kind)) depth += 1;
    else if (closing.has(kind)) depth -= 1;
    deepest = Math.max(deepest, depth);
    if (depth > nesting) throw new CodedError('POLICY_TOO_NESTED', { max: nesting });
    if (kind === TokenKind.NAME) checkName(query.slice(lexer.token.start, lexer.token.end), nameLength);
  }
  return { tokens: count, nesting: deepest };
}

const shortestNumber = 11;
const longNumber = /\d(?:_*\d){10}/u;

/** Names go into logs, the journal and the paths of errors; the number of a house or a person must not. */
function checkName(name: string, max: number): void {
  if (name.length > max) throw new CodedError('POLICY_NAME_TOO_LONG', { max });
  if (name.length >= shortestNumber && longNumber.test(name)) throw new CodedError('POLICY_NAME_NUMBERED');
}

function advance(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch {
    return TokenKind.EOF;
  }
}
