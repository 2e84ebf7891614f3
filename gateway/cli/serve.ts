import { Option, type Command } from 'commander';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { serveAll, serveGateway, serveSubgraph, type GraphPlace, type Serving, type ServingAll } from '../app/serve.ts';
import { configOf, withAddress, withData, type CommonOptions } from './options.ts';

interface GatewayOptions extends CommonOptions {
  readonly supergraph?: string;
  readonly registry?: string;
  readonly registryKey?: string;
  readonly engine: 'compiled' | 'apollo';
  readonly auth: boolean;
}

interface SubgraphOptions extends CommonOptions {
  readonly auth: boolean;
}

/** A household of the worked cases, for the first try. */
const exampleHouse = '99990000011';

/** After a signal, answers on their way have this long. */
const drainMs = 10_000;

export function addServeCommands(program: Command): void {
  withAddress(withData(program.command('start')), '4000')
    .description('the whole in one process: gateway, fourteen subgraphs, console and synthetic people')
    .action(async (options: CommonOptions) => {
      const serving = await serveAll(configOf(options));
      console.log(welcome(serving));
      closeOnSignal(serving);
    });

  withAddress(withData(program.command('gateway')), '4000')
    .description('the gateway alone over a Federation 2 supergraph, subgraphs over HTTP at the addresses in it')
    .option('--supergraph <file>', 'the supergraph; it is taken over anew whenever the file changes')
    .option('--registry <url>', 'a registry in place of a file: what it publishes is served within two seconds')
    .option('--registry-key <file>', 'the registry’s public key, from `samutphok registry key`')
    .option('--no-auth', 'nobody signs in and everything is shown: for a graph that declares no access rules')
    .addOption(
      new Option('--engine <name>', 'who executes; apollo is the vendor’s, and needs --no-auth')
        .choices(['compiled', 'apollo'])
        .default('compiled'),
    )
    .action(async ({ engine, auth, ...options }: GatewayOptions) => {
      if (engine === 'apollo' && auth) {
        throw new CodedError('CONFIG_INVALID', {
          name: '--engine apollo',
          problem: 'knows no access rules: give --no-auth too',
        });
      }
      const serving = await serveGateway({ from: graphPlace(options), engine, auth }, configOf(options));
      console.log(`Samutphok gateway: ${serving.address}/graphql`);
      closeOnSignal(serving);
    });

  withAddress(withData(program.command('subgraph')), 'the one in schema/supergraph.graphql')
    .description('one body’s subgraph as its own HTTP service')
    .argument('<body>', 'for example health, or casefile for the join')
    .option('--no-auth', 'answer calls without the gateway’s token, and show them everything: on this machine only')
    .action(async (body: string, { auth, ...options }: SubgraphOptions) => {
      const isPortGiven = options.port !== undefined;
      const serving = await serveSubgraph({ name: body, isPortGiven, auth }, configOf(options));
      console.log(`Samutphok ${body}: ${serving.address}/graphql`);
      closeOnSignal(serving);
    });
}

function graphPlace({ supergraph, registry, registryKey }: Omit<GatewayOptions, 'engine' | 'auth'>): GraphPlace {
  if (supergraph !== undefined && registry === undefined) return { file: supergraph };
  if (supergraph === undefined && registry !== undefined && registryKey !== undefined) {
    return { registry, publicKeyFile: registryKey };
  }
  const problem = 'give either a file, or --registry with --registry-key';
  throw new CodedError('CONFIG_INVALID', { name: '--supergraph', problem });
}

function welcome({ address, isDemo }: ServingAll): string {
  const query = `query { household(houseCode: \\"${exampleHouse}\\") { answers { body { nameTh } status } gaps { monthlyThb items { programme { nameTh } person { nameTh } money { thb period } } } } }`;
  const token = isDemo
    ? `$(npx samutphok token --role caseworker --area 50 --scope 'sensitive:*')`
    : 'a token of your issuer';
  return `
  สมุดพก Samutphok — ข้อมูลสังเคราะห์ทั้งหมด / every person is synthetic
${isDemo ? demoNotice : ''}
    console     ${address}/graphiql
    GraphQL     ${address}/graphql
    health      ${address}/health/ready

  Try household ${exampleHouse}; paste this in another terminal:

    curl -s ${address}/graphql -H 'content-type: application/json' -H 'x-purpose: CASE_REVIEW' -H "authorization: Bearer ${token}" -d '{"query":"${query}"}'
`;
}

const demoNotice = `
  !! DEMO SIGN-IN: anybody on this machine may take any role. Never with real data: set SAMUTPHOK_ISSUER. !!
`;

/** One signal drains and ends; a second one, or a drain that takes too long, ends at once. */
export function closeOnSignal(serving: Serving): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), drainMs).unref();
    serving.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}
