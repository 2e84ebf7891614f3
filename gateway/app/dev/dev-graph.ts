import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bodyNames, type BodyName } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { Config } from '../../config/config.ts';
import { consolePlugin } from '../../console/console-plugin.ts';
import { listen } from '../../http/server.ts';
import { systemClock } from '../../kernel/clock.ts';
import { readSupergraphFile } from '../../plan/watch-supergraph.ts';
import { withAddresses } from '../../registry/addressed.ts';
import { supergraphFile } from '../compose.ts';
import { folderSource, sampleExtracts } from './dev-graph-folder.ts';
import { openOthers, type OtherSubgraphs } from './dev-graph-others.ts';
import { createReloader, type DevEvent, type ReloadParts } from './dev-graph-reload.ts';
import { remoteSource } from './dev-graph-remote.ts';
import type { DevSource } from './dev-graph-source.ts';
import { prepareDrain } from '../drain.ts';
import { createRemoteEngine } from '../remote-engine.ts';
import { createInstruments, createServer, engineGateway, faultLogger } from '../runtime.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

export interface DevOptions {
  /** A body of the contract, in any spelling. */
  readonly body: string;
  /** Where the developer's own service listens; without it the body's folder is served. */
  readonly url?: string | undefined;
  /** Folder of the stores; without it a temporary one with the worked households. */
  readonly dataDir?: string | undefined;
  readonly config: Config;
  readonly onEvent: (event: DevEvent) => void;
}

export interface DevGraph {
  readonly name: BodyName;
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * The whole graph on this machine with one body as its developer has it now, and the others in this process with
 * synthetic people. Nobody signs in. Rejects with BODY_UNKNOWN, CONFIG_INVALID, IMPORT_RECORD_INVALID, SERVER_PORT_TAKEN
 * or SERVER_ADDRESS_REFUSED; whatever is wrong with the body's schema or code is an event and no reason to end.
 */
export async function openDevGraph(options: DevOptions): Promise<DevGraph> {
  const name = bodyNamed(options.body);
  const source = sourceOf(name, options);
  const ownDir = options.dataDir === undefined ? await mkdtemp(path.join(tmpdir(), 'samutphok-dev-')) : undefined;
  const dataDir = options.dataDir ?? ownDir ?? '';
  // The terminal is for what becomes of the developer's changes, and not for a line of each operation.
  const config: Config = { ...options.config, host: '127.0.0.1', dataDir, logLevel: 'error' };
  const others = await openOthers(name, config);
  try {
    await loadPeople(name, others);
    const opened = await serveGraph({ name, source, others, config, onEvent: options.onEvent });
    return { name, address: opened.address, close: () => closeAll(opened.close) };
  } catch (error) {
    await closeAll(() => Promise.resolve());
    throw error;
  }

  async function closeAll(first: () => Promise<void>): Promise<void> {
    await first();
    await source.close();
    await others.close();
    if (ownDir !== undefined) await rm(ownDir, { recursive: true, force: true });
  }
}

/** Throws BODY_UNKNOWN. */
function bodyNamed(text: string): BodyName {
  const wanted = text.toLowerCase().replaceAll('_', '-');
  const name = bodyNames.find((each) => each === wanted);
  if (name !== undefined) return name;
  throw new CodedError('BODY_UNKNOWN', { body: text.slice(0, 40), known: bodyNames.join(', ') });
}

function sourceOf(name: BodyName, { url, dataDir, config }: DevOptions): DevSource {
  const clock = systemClock;
  if (url === undefined) return folderSource({ name, today: config.today(), dataDir, clock });
  return remoteSource({
    url,
    body: name,
    programmesFile: path.join(subgraphsDirectory, name, 'programmes.json'),
    clock,
  });
}

async function loadPeople(name: BodyName, others: OtherSubgraphs): Promise<void> {
  for (const extract of sampleExtracts(name)) {
    // oxlint-disable-next-line no-await-in-loop -- a house of the second replaces one of the first
    const { refused } = await others.load(extract);
    if (refused[0] !== undefined) throw new CodedError('IMPORT_RECORD_INVALID', { ...refused[0] });
  }
}

interface GraphParts extends ReloadParts {
  readonly config: Config;
}

async function serveGraph(parts: GraphParts): Promise<Pick<DevGraph, 'address' | 'close'>> {
  const { others, source, config } = parts;
  const clock = systemClock;
  const instruments = createInstruments(config);
  const calls = others.calls({
    config: { ...config, bodyDeadlineMs: config.operationDeadlineMs * 0.75 },
    clock,
    random: Math.random,
    onFault: faultLogger(instruments.log),
  });
  const committed = await readSupergraphFile(supergraphFile);
  const engine = await createRemoteEngine(withAddresses(committed, new Map()), clock, calls);
  const reload = createReloader({ ...parts, before: committed, supergraphs: engine.supergraphs });
  const settings = { ...instruments, config, clock, pages: [consolePlugin], bodies: calls.bodies };
  const server = await createServer(engineGateway(engine, settings), settings);
  const drain = prepareDrain(server, clock);
  const close = async (): Promise<void> => {
    await drain();
    await reload.close();
    engine.supergraphs.close();
    await calls.close();
  };
  try {
    source.watch(reload.now);
    reload.now();
    await reload.settled();
    const port = await listen(server, config.host, config.port);
    return { address: `http://${config.host}:${port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
