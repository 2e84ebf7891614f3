import { parse } from 'graphql';
import type { Config } from '../config/config.ts';
import type { OperationResult } from '../execute/engine.ts';
import { openEmbedded, type Embedded } from './embedded.ts';

/** A GraphQL response. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: OperationResult['errors'];
  readonly extensions: { readonly manifest: OperationResult['manifest'] };
}

/** Runs one operation on the stores of a data folder without a server. Nothing stays open. */
export async function askOnce(
  config: Config,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const embedded = await openEmbedded(config);
  try {
    return await ask(embedded, query, variables);
  } finally {
    await embedded.close();
  }
}

/** Throws the operation's own error when it has no data at all. */
export async function ask(
  { engine }: Pick<Embedded, 'engine'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const { text, errors, manifest } = await engine.execute({ document: parse(query), variables });
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
