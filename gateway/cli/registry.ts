import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { Publication } from '../../schema/contract/publication.ts';
import { publicationOfFolder, publicationsOfRepository, textOfFile } from '../app/check/check-publications.ts';
import type { PublishAnswer } from '../app/registry/registry-client.ts';
import { registryFiles } from '../app/registry/registry-open.ts';
import { serveRegistry, withRegistry } from '../app/registry/registry-serve.ts';
import type { Language } from './body-check-text.ts';
import { configOf, withAddress, withData, type CommonOptions } from './options.ts';
import {
  placeOf,
  withPlace,
  withRemote,
  withStaff,
  type PlaceOptions,
  type RemoteOptions,
} from './registry-options.ts';
import { answerText, proposalText, versionText } from './registry-text.ts';
import { closeOnSignal } from './serve.ts';

type Options = PlaceOptions & RemoteOptions;

interface PublishOptions extends PlaceOptions, RemoteOptions {
  readonly schema?: string;
  readonly programmes?: string;
  readonly dryRun?: boolean;
}

/** Exit status: 0 done, 1 refused, waiting for approval or not done, 2 the command line was not understood. */
export function addRegistryCommand(program: Command): void {
  const registry = program.command('registry').description('what the bodies publish, and what gateways run');
  addServing(registry);
  addPublishing(registry);
  addReading(registry);
  addOperating(registry);
}

function addServing(registry: Command): void {
  withPrivate(withPlace(withAddress(registry.command('serve'), '4000')))
    .description('serve the registry alone')
    .action(async (options: PlaceOptions) => {
      const serving = await serveRegistry(placeOf(options));
      console.log(`Samutphok registry: ${serving.address}/registry/artefact`);
      closeOnSignal(serving);
    });

  withData(registry.command('key'))
    .description('print the public key that gateways verify artefacts with')
    .action(async (options: CommonOptions) => {
      const config = configOf(options);
      const read = (): Promise<string> => readFile(registryFiles(config.dataDir).publicKey, 'utf8');
      // It is made at the first start.
      const pem = await read().catch(() => withRegistry({ config, allowPrivate: false }, read));
      console.log(pem.trimEnd());
    });
}

function addPublishing(registry: Command): void {
  withRemote(withPlace(registry.command('publish')))
    .description('publish what subgraphs/<body> holds, or the files of a body in any language')
    .argument('<body>', 'for example health')
    .option('--schema <file>', 'SDL of the subgraph as its _service gives it')
    .option('--programmes <file>', 'its programmes.json')
    .option('--dry-run', 'check and keep nothing')
    .action(async (body: string, options: PublishOptions) => {
      const { dryRun = false } = options;
      const publication = await publicationFrom(body, options);
      const answer =
        options.registry === undefined
          ? await withRegistry(placeOf(options), (opened) => opened.publish(publication, { kind: 'OPERATOR' }, dryRun))
          : await withStaff(options, (client) => client.publish(publication, dryRun));
      tell(answer, options.lang);
    });

  withRemote(registry.command('approve'))
    .description('say yes for your body to a publication of another one')
    .argument('<id>', 'the proposal, as `samutphok registry approvals` shows it')
    .action(async (id: string, options: RemoteOptions) => {
      tell(await withStaff(options, (client) => client.approve(id)), options.lang);
    });
}

async function publicationFrom(body: string, { schema, programmes }: PublishOptions): Promise<Publication> {
  const text = programmes === undefined ? undefined : await textOfFile(programmes);
  if (schema !== undefined) return { body, sdl: await textOfFile(schema), programmes: text ?? null };
  const folder = await publicationOfFolder(body);
  return { ...folder, programmes: text ?? folder.programmes };
}

function tell(answer: PublishAnswer, language: Language): void {
  console.log(answerText(answer, language));
  const isWaiting = answer.kind === 'CHECKED' && answer.report?.verdict !== 'PASSED';
  if (answer.kind === 'REFUSED' || answer.kind === 'PENDING' || isWaiting) process.exitCode = 1;
}

function addReading(registry: Command): void {
  withRemote(withPlace(registry.command('versions')))
    .description('who published what and when, and with which checks')
    .argument('[body]', 'of one body alone')
    .action(async (body: string | undefined, options: Options) => {
      const versions = await (options.registry === undefined
        ? withRegistry(placeOf(options), (opened) => opened.versions(body ?? null))
        : withStaff(options, (client) => client.versions(body ?? null)));
      console.log(versions.map(versionText).join('\n') || 'ยังไม่มีสิ่งที่เผยแพร่ / Nothing is published yet.');
    });

  withRemote(withPlace(registry.command('approvals')))
    .description('publications that wait for somebody’s yes')
    .action(async (options: Options) => {
      const proposals = await (options.registry === undefined
        ? withRegistry(placeOf(options), (opened) => opened.proposals())
        : withStaff(options, (client) => client.proposals()));
      const texts = proposals.map((proposal) => proposalText(proposal, options.lang));
      console.log(texts.join('\n') || 'ไม่มีรายการที่รออนุมัติ / Nothing waits.');
    });
}

function addOperating(registry: Command): void {
  withPlace(registry.command('seed'))
    .description('publish what this repository holds, unchecked; what a body has published itself stays')
    .action(async (options: PlaceOptions) => {
      await withRegistry(placeOf(options), async (opened) => {
        await opened.seed(await publicationsOfRepository());
        const manifest = opened.current()?.artefact.manifest;
        const bodies = manifest?.bodies ?? [];
        console.log(`artefact ${manifest?.sequence}: ${bodies.length} subgraphs`);
        const missing = bodies.filter(({ address }) => address === null).map(({ body }) => body);
        if (missing.length > 0)
          console.log(`without an address, so that other processes cannot ask them: ${missing.join(', ')}`);
      });
    });

  withPrivate(withPlace(registry.command('address')))
    .description('where gateways find a body; only the registry’s operator says so, never the body’s publication')
    .argument('<body>', 'for example health')
    .argument('<url>', 'its GraphQL address, https')
    .action(async (body: string, url: string, options: PlaceOptions) => {
      const registered = await withRegistry(placeOf(options), (opened) => opened.registerAddress(body, url));
      console.log(`${body}: ${registered}`);
    });

  withPlace(registry.command('rollback'))
    .description('make a new artefact with the content of an old one; gateways have it within two seconds')
    .option('--to <n>', 'sequence of the old artefact (default: the one before the current content)', sequence)
    .option('--above <n>', 'after a backup was put back: a sequence that gateways have seen', sequence)
    .action(async ({ to, above, ...options }: PlaceOptions & { readonly to?: number; readonly above?: number }) => {
      const { manifest } = await withRegistry(placeOf(options), (opened) =>
        opened.rollBack({ ...(to !== undefined && { to }), ...(above !== undefined && { above }) }),
      );
      const versions = manifest.bodies.map(({ body, version }) => `${body} ${version}`).join(', ');
      console.log(`artefact ${manifest.sequence} is artefact ${manifest.rolledBackTo} again: ${versions}`);
    });
}

function withPrivate(command: Command): Command {
  return command.option('--allow-private', 'take http and addresses of this machine and network too');
}

function sequence(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError('must be a sequence, for example 12');
  return Number(text);
}
