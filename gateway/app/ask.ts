import { hash } from 'node:crypto';
import { parse } from 'graphql';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Purpose } from '../../schema/contract/identity.ts';
import type { Config } from '../config/config.ts';
import type { OperationResult } from '../execute/engine.ts';
import { openEmbedded, type Embedded } from './embedded.ts';

/** A GraphQL response. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: OperationResult['errors'];
  readonly extensions: { readonly manifest: OperationResult['manifest'] };
}

/** One operation of a command, and who sends it. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
  /** Default: a caseworker of the demo provider who may see everything; refused where a real issuer is configured. */
  readonly token?: string;
}

/** Runs one operation on the stores of a data folder without a server, journal and all. Nothing stays open. */
export async function askOnce(config: Config, question: Question): Promise<Answer> {
  const embedded = await openEmbedded(config);
  try {
    return await ask(embedded, question);
  } finally {
    await embedded.close();
  }
}

/** Throws the operation's own error when it has no data at all. */
async function ask(
  { gate, surroundings: { access } }: Embedded,
  { query, variables, purpose, token }: Question,
): Promise<Answer> {
  const bearer = token ?? access.demo?.issueDemoToken({ role: 'caseworker', areas: ['*'], scopes: ['sensitive:*'] });
  if (bearer === undefined) throw new CodedError('IDENTITY_MISSING');
  const context = await gate.admit(['authorization', `Bearer ${bearer}`, 'x-purpose', purpose], '');
  const asked = { document: parse(query), operationName: null, variables, hash: hash('sha256', query), context };
  const outcome = await gate.pipeline(asked);
  if (outcome.kind === 'REFUSED') throw outcome.refusal;
  if (outcome.kind === 'PREVIEW') throw new CodedError('INTERNAL_ERROR');
  const { text, errors, manifest } = outcome.result;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the projection writes an object or null
  const data = text === undefined ? null : (JSON.parse(text) as Answer['data']);
  if (isEmpty(data) && errors[0] !== undefined) throw failure(errors[0]);
  return { data, errors, extensions: { manifest } };
}

/** The error that the operation ended with, in its own words. */
function failure({ message, extensions }: OperationResult['errors'][number]): Error {
  return Object.assign(new Error(message), { code: extensions.code, extensions });
}

function isEmpty(data: Answer['data']): boolean {
  return data === null || Object.values(data).every((value) => value === null);
}
