import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveParent } from './processes.ts';
import { factsInRecord } from './synthetic.ts';

export interface SyntheticReady {
  readonly origin: string;
}

const facts = Array.from({ length: factsInRecord }, (_, at) => ({
  name: `person.fact${at}`,
  subject: `99990000011-M${at % 4}`,
  value: at % 3 === 0 ? at : at % 2 === 0,
  asOf: '2022-08-10T00:00:00Z',
}));
const record = JSON.stringify({ found: true, facts });
const gaps = JSON.stringify({
  gaps: { total: 12.5, items: Array.from({ length: 20 }, (_, at) => ({ id: `I${at}`, note: 'ควรได้' })) },
});

/** Answers as any of the bodies of a synthetic graph: the address ends in the name. */
async function main(): Promise<void> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = answer((request.url ?? '').slice(1), Buffer.concat(chunks).toString('latin1'));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  serveParent(
    { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } satisfies SyntheticReady,
    () => ({}),
  );
}

function answer(name: string, body: string): string {
  if (name === 'root') return roots(body);
  const entities = body.split('"__typename":').length - 1;
  const entity = name === 'casefile' ? gaps : `{"${name}":${record}}`;
  return `{"data":{"_entities":[${Array.from({ length: entities }, () => entity).join(',')}]}}`;
}

/** The list under the name that the request gives it. */
function roots(body: string): string {
  const first = Number(/"first":(?<first>\d+)/u.exec(body)?.groups?.['first'] ?? 1);
  const name = /(?<alias>\w+):houses\(/u.exec(body)?.groups?.['alias'] ?? 'houses';
  const houses = Array.from({ length: first }, (_, at) => `{"__typename":"House","code":"${99990000011 + at}"}`);
  return `{"data":{"${name}":[${houses.join(',')}]}}`;
}

await main();
