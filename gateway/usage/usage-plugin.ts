import type { ApolloServerPlugin } from '@apollo/server';
import { createOperationDescriber } from './describe-operation.ts';
import { clientName, type OperationRun } from './usage.ts';

/** Tells `record` of every operation that was executed: not of what was refused, nor of introspection alone. */
export function usagePlugin(record: (run: OperationRun) => void, now: () => number): ApolloServerPlugin {
  const describe = createOperationDescriber();
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ schema, document, operationName, request, response }) => {
          const { body } = response;
          if (document === undefined || body.kind !== 'single') return Promise.resolve();
          // What was refused before it ran has no data at all.
          if (body.singleResult.data === undefined) return Promise.resolve();
          const described = describe(schema, document, operationName);
          const headers = request.http?.headers;
          const client = clientName(headers?.get('x-client-name') ?? headers?.get('apollographql-client-name'));
          if (described !== null) record({ ...described, client, at: now() });
          return Promise.resolve();
        },
      }),
  };
}
