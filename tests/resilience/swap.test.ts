import { concatAST, extendSchema, isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBodyName, type BodyName } from '../../schema/contract/bodies.ts';
import type { BodyDefinition, OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import { compose } from '../../gateway/app/compose.ts';
import { serveSubgraphs, startRemote, withAddresses, type Response, type TestGateway } from '../support/gateway.ts';
import { untilHolds } from '../support/stepped-clock.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

/*
 * Two deployments of the graph, each with services of its own: in the first the health body gives `mark`, in the second
 * the labour body does, and the type has one field more. An operation belongs to one of them from its plan to its
 * introspection and its calls.
 */

interface Deployment {
  readonly letter: string;
  readonly sdl: string;
  readonly close: () => Promise<void>;
}

let worked: WorkedBodies;
let first: Deployment;
let second: Deployment;
let gateway: TestGateway;

beforeAll(async () => {
  worked = await openWorkedBodies();
  first = await deploy('first', 'health', '');
  second = await deploy('second', 'labour', 'isSecond: Boolean');
  // The services share this process: what they parse for the first time must not look like a body that is late.
  gateway = await startRemote(first.sdl, { settings: { bodyDeadlineMs: 10_000, operationDeadlineMs: 20_000 } });
});

afterAll(async () => {
  await gateway.close();
  await Promise.all([first.close(), second.close()]);
  await worked.close();
});

async function deploy(letter: string, owner: BodyName, more: string): Promise<Deployment> {
  const extension = parse(`extend type Household { mark: String ${more} } extend type Query { deployment: String }`);
  const bodies = new Map<BodyName, BodyDefinition>();
  for (const [name, definition] of worked.definitions.bodies) {
    const typeDefs = name === owner ? concatAST([definition.typeDefs, extension]) : definition.typeDefs;
    bodies.set(name, { ...definition, typeDefs });
  }
  const { supergraph } = await compose({ ...worked.definitions, bodies });
  const subgraphs = new Map<string, OpenSubgraph>(worked.subgraphs.all);
  const open = subgraphs.get(owner);
  if (open === undefined || !isBodyName(owner)) throw new TypeError(owner);
  const schema = extendSchema(open.schema, extension, { assumeValidSDL: true });
  for (const [typeName, field] of [
    ['Household', 'mark'],
    ['Query', 'deployment'],
  ] as const) {
    const type = schema.getType(typeName);
    if (isObjectType(type)) Object.assign(type.getFields()[field] ?? {}, { resolve: () => letter });
  }
  subgraphs.set(owner, { ...open, schema });
  const { urls, close } = await serveSubgraphs(subgraphs);
  return { letter, sdl: withAddresses(supergraph, urls), close };
}

const query = `query ($houseCode: HouseCode!) {
  deployment
  household(houseCode: $houseCode) { mark members { personId nameTh } gaps { complete } answers { body { code } status } }
  shape: __type(name: "Household") { fields { name } }
}`;

/** Which deployment an answer is of, or why it is of none. */
function deploymentOf({ status, data, errors, manifest }: Response): string {
  if (status !== 200 || errors.length > 0 || !manifest.complete) return `${status} ${JSON.stringify(errors)}`;
  const names: readonly { name: string }[] = data.shape.fields;
  const shown = names.some(({ name }) => name === 'isSecond') ? 'second' : 'first';
  const parts = new Set<string>([shown, data.deployment, data.household.mark]);
  return [...parts].join(' and ');
}

it('takes another supergraph over under load: no operation fails, none is of both', async () => {
  const seen: string[] = [];
  const ending = new AbortController();
  const client = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one client asks one thing at a time
      seen.push(deploymentOf(await gateway.ask(query, { houseCode: workedHouse })));
    }
  };
  const clients = Array.from({ length: 4 }, client);
  const { supergraphs } = gateway.engine;
  const askUnderLoad = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- meanwhile the clients ask too
    for (let nth = 0; nth < 5; nth += 1) seen.push(deploymentOf(await gateway.ask(query, { houseCode: workedHouse })));
    now.push(seen.at(-1));
  };
  const now: unknown[] = [];
  await askUnderLoad();
  for (const { sdl } of [second, first]) {
    // oxlint-disable-next-line no-await-in-loop -- one deployment after the other
    await supergraphs.swap(sdl).then(askUnderLoad);
  }
  expect(now).toEqual(['first', 'second', 'first']);
  ending.abort();
  await Promise.all(clients);
  expect([...new Set(seen)].toSorted()).toEqual(['first', 'second']);
}, 60_000);

it('refuses an invalid supergraph and goes on with the old one', async () => {
  await expect(gateway.engine.supergraphs.swap('type Query { nothing: Int }')).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
  });
  const answer = await gateway.ask(query, { houseCode: workedHouse });
  expect(deploymentOf(answer)).toBe('first');
});

it('finishes an operation on the supergraph and the services that it began with', async () => {
  const { supergraphs } = gateway.engine;
  const asking = Array.from({ length: 4 }, () => gateway.ask(query, { houseCode: workedHouse }));
  await untilHolds(() => (gateway.bodies.get('interior')?.running() ?? 0) > 0, 'an operation is on its way');
  const swapping = supergraphs.swap(second.sdl);
  const answers = await Promise.all(asking);
  await swapping;
  expect(new Set(answers.map(deploymentOf))).toEqual(new Set(['first']));
});
