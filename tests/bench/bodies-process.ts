import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { discoverSubgraphs, openSubgraphs } from '../../gateway/app/subgraphs.ts';
import { createCallVerifier } from '../../subgraphs/_kit/identity.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import { serveParent, settingsOf } from './processes.ts';

/** Settings of this process. */
export interface BodiesSettings {
  readonly dataDir: string;
  readonly today: string;
  /** Public keys of the gateway that signs calls. Without it every call is answered, and shown everything. */
  readonly callKeysFile?: string;
}

export interface BodiesReady {
  readonly urls: Readonly<Record<string, string>>;
}

/** What the subgraphs were asked since the last time somebody asked for this. */
export interface BodiesTold {
  readonly calls: number;
  /** Bytes of requests and of answers, without HTTP headers. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** The last request text to each. */
  readonly lastQueries: Readonly<Record<string, string>>;
}

let told = { calls: 0, bytesIn: 0, bytesOut: 0 };
const lastQueries: Record<string, string> = {};

/**
 * The fourteen subgraphs as HTTP services that answer from memory: the first time a request is made, the real subgraph
 * answers it over its own database; the same request again costs a look-up.
 */
async function main(): Promise<void> {
  const { dataDir, today, callKeysFile } = await settingsOf<BodiesSettings>();
  const subgraphs = await openSubgraphs(await discoverSubgraphs(), { dataDir, today: () => today });
  const entries = await Promise.all(
    [...subgraphs.all.values()].map(async (each) => [each.name, await serve(each, callKeysFile)]),
  );
  const urls = Object.fromEntries(entries) as Record<string, string>;
  serveParent({ urls } satisfies BodiesReady, () => {
    const since: BodiesTold = { ...told, lastQueries };
    told = { calls: 0, bytesIn: 0, bytesOut: 0 };
    return since;
  });
}

async function serve(subgraph: OpenSubgraph, callKeysFile: string | undefined): Promise<string> {
  const open = await addressOf(createSubgraphServer(subgraph, { onFault }));
  const signed = callKeysFile === undefined ? open : await addressOf(signedIn(subgraph, callKeysFile));
  const known = new Map<string, Buffer>();
  const compute = async (body: string, authorization: string | undefined): Promise<Buffer> => {
    const [url, headers] = authorization === undefined ? [open, json] : [signed, { ...json, authorization }];
    const response = await fetch(url, { method: 'POST', body, headers });
    if (!response.ok) throw new Error(`${subgraph.name} answers ${response.status}: ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { authorization } = request.headers;
      const key = `${keyOf(body)} ${readerOf(authorization)}`;
      const answer = known.get(key);
      if (answer !== undefined) return send(body, answer);
      lastQueries[subgraph.name] = (JSON.parse(body.toString()) as { query: string }).query;
      const payload = body.toString();
      void compute(payload, authorization).then((computed) => {
        known.set(key, computed);
        return send(body, computed);
      });
    });

    function send(body: Buffer, answer: Buffer): void {
      told.calls += 1;
      told.bytesIn += body.length;
      told.bytesOut += answer.length;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    }
  });
  return listening(server);
}

async function addressOf(server: ReturnType<typeof createSubgraphServer>): Promise<string> {
  return `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

function signedIn(subgraph: OpenSubgraph, callKeysFile: string): ReturnType<typeof createSubgraphServer> {
  const readKeys = (): Promise<string> => readFile(callKeysFile, 'utf8');
  const verifyCall = createCallVerifier({ subgraph: subgraph.name, readKeys, now: Date.now });
  return createSubgraphServer(subgraph, { onFault, verifyCall });
}

const json = { 'content-type': 'application/json' };

function onFault(fault: unknown): void {
  console.error(fault);
}

/** Times of other calls, which our gateway tells the join, are no part of what is asked. */
function keyOf(body: Buffer): string {
  const extensions = body.lastIndexOf(',"extensions":{"answers":');
  return hash('sha1', extensions < 0 ? body : body.subarray(0, extensions));
}

/** What of a call's token an answer depends on: not who exactly asks, nor when. */
function readerOf(authorization = ''): string {
  const [, payload] = authorization.split('.');
  if (payload === undefined) return '';
  const { role, areas, body, scope } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
  return JSON.stringify([role, areas, body, scope]);
}

type Json = Readonly<Record<string, unknown>>;

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

await main();
