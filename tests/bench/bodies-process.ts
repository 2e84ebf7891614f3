import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSubgraphServer } from '../../gateway/app/subgraph-server.ts';
import { discoverSubgraphs, openSubgraphs } from '../../gateway/app/subgraphs.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import { serveParent, settingsOf } from './processes.ts';

/** Settings of this process. */
export interface BodiesSettings {
  readonly dataDir: string;
  readonly today: string;
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
  const { dataDir, today } = await settingsOf<BodiesSettings>();
  const subgraphs = await openSubgraphs(await discoverSubgraphs(), { dataDir, today: () => today });
  const entries = await Promise.all([...subgraphs.all.values()].map(async (each) => [each.name, await serve(each)]));
  const urls = Object.fromEntries(entries) as Record<string, string>;
  serveParent({ urls } satisfies BodiesReady, () => {
    const since: BodiesTold = { ...told, lastQueries };
    told = { calls: 0, bytesIn: 0, bytesOut: 0 };
    return since;
  });
}

async function serve(subgraph: OpenSubgraph): Promise<string> {
  const real = createSubgraphServer(subgraph, { onFault: () => undefined });
  const known = new Map<string, Buffer>();
  const compute = async (payload: string): Promise<Buffer> =>
    (await real.inject({ method: 'POST', url: '/graphql', payload, headers })).rawPayload;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const key = keyOf(body);
      const answer = known.get(key);
      if (answer !== undefined) return send(body, answer);
      lastQueries[subgraph.name] = (JSON.parse(body.toString()) as { query: string }).query;
      const payload = body.toString();
      void compute(payload).then((computed) => {
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

const headers = { 'content-type': 'application/json' };

/** Times of other calls, which our gateway tells the join, are no part of what is asked. */
function keyOf(body: Buffer): string {
  const extensions = body.lastIndexOf(',"extensions":{"answers":');
  return hash('sha1', extensions < 0 ? body : body.subarray(0, extensions));
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

await main();
