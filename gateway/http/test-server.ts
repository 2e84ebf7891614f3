import type { Server } from 'node:http';
import { connect } from 'node:net';
import { buildSchema, execute } from 'graphql';
import { createHttpServer, listen, type HttpParts } from './server.ts';

/** A server over a tiny graph, on a free port of this machine. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly node: Server;
  readonly faults: unknown[];
  /** Writes bytes to the port as they are and reads until the other side ends. */
  readonly raw: (text: string | Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
}

const schema = buildSchema(`
  type Query { hello(name: String): String, context: String, big: String }
  type Mutation { change: Int }
`);

export async function startTestServer(parts: Partial<HttpParts> = {}): Promise<TestServer> {
  const faults: unknown[] = [];
  const app = await createHttpServer({
    gateway: tinyGateway,
    plugins: [],
    onFault: (fault) => faults.push(fault),
    readiness: () => ({ ready: true, bodies: {} }),
    metrics: () => Promise.resolve(''),
    pages: [],
    ...parts,
  });
  const port = await listen(app, '127.0.0.1', 0);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    port,
    node: app.server,
    faults,
    raw: (text) => exchange(port, text),
    close: () => app.close(),
  };
}

const tinyGateway: HttpParts['gateway'] = {
  load: () =>
    Promise.resolve({
      executor: async ({ document, request, context }) =>
        execute({
          schema,
          document,
          operationName: request.operationName,
          variableValues: request.variables,
          rootValue: {
            hello: ({ name }: { readonly name?: string }) => `hello ${name ?? ''}`,
            context: () => JSON.stringify(context),
            big: () => 'x'.repeat(10),
          },
        }),
    }),
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: () => Promise.resolve(),
};

function exchange(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
