import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { buildASTSchema, graphql, parse, type GraphQLSchema } from 'graphql';

// What somebody writes who has never seen our kit: node:http, graphql-js, and the contract's three files as text.

const contract = ['directives', 'scalars', 'shared']
  .map((file) => readFileSync(path.join(import.meta.dirname, `../../schema/${file}.graphql`), 'utf8'))
  .join('\n');

/** The contract as it was before its last body joined, and the body's own part after it. */
export function sdlOf(ownFields = ''): string {
  return `${contract.replace(/\s+"[^"]*"\s+BANGKOK\b/u, '')}
    type Household @key(fields: "houseCode") @personal(kind: STATUS) {
      houseCode: HouseCode!
      "Commerce, from another language. / พาณิชย์"
      commerce: CommerceRecord
    }
    type Person @key(fields: "personId", resolvable: false) @personal {
      personId: ID! @personal(kind: STATUS)
    }
    "Record. / ข้อมูล"
    type CommerceRecord implements BodyRecord @personal {
      body: Body! @personal(kind: STATUS)
      found: Boolean! @personal(kind: STATUS)
      asOf: DateTime! @personal(kind: STATUS)
      facts: [Fact!]! @personal(kind: STATUS)
      entitlements: [Entitlement!]! @personal(kind: STATUS)
      services: [ServiceRecord!]! @personal(kind: STATUS)
      ${ownFields}
    }`;
}

const body = { code: 'COMMERCE', nameTh: 'กระทรวงพาณิชย์', nameEn: 'Ministry of Commerce' };
const asOf = '2022-08-10T00:00:00Z';

/** The houses that it knows, by house code: whether M1 runs a micro business. */
const houses: ReadonlyMap<string, boolean> = new Map([['99990000011', true]]);

function household(houseCode: string): object | null {
  const runsBusiness = houses.get(houseCode);
  if (runsBusiness === undefined) return null;
  const fact = {
    name: 'person.microBusiness',
    subject: `${houseCode}-M1`,
    value: runsBusiness,
    asOf,
    registry: 'business-registration',
  };
  const record = { body, found: runsBusiness, asOf, facts: [fact], entitlements: [], services: [], motto: 'ค้าขาย' };
  return { __typename: 'Household', houseCode, commerce: record };
}

export interface PlainSubgraph {
  readonly url: string;
  /** Serves another schema from now on. */
  readonly become: (sdl: string) => void;
  readonly close: () => Promise<void>;
}

export async function startPlainSubgraph(first: string, port = 0): Promise<PlainSubgraph> {
  let sdl = first;
  let schema = executable(first);
  const server = createServer((request, response) => {
    void (async () => {
      const { query, variables } = JSON.parse(await bodyOf(request)) as { query: string; variables?: object };
      const rootValue = {
        _service: { sdl },
        _entities: ({ representations }: { readonly representations: readonly { readonly houseCode: string }[] }) =>
          representations.map(({ houseCode }) => household(houseCode)),
      };
      const answer = await graphql({ schema, source: query, rootValue, variableValues: { ...variables } });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    become: (next) => {
      sdl = next;
      // A text that is no schema is told all the same, by a service that goes on with the one of before.
      if (!next.includes('broken')) schema = executable(next);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function executable(sdl: string): GraphQLSchema {
  const machinery = `
    scalar _Any
    union _Entity = Household
    type _Service { sdl: String! }
    type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`;
  return buildASTSchema(parse(`${sdl}\n${machinery}`), { assumeValid: true, assumeValidSDL: true });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
