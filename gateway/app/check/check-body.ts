import { isBodyName, joinName } from '../../../schema/contract/bodies.ts';
import type { CheckReport, Finding, Publication } from '../../../schema/contract/publication.ts';
import type { Registry } from '../../../subgraphs/_kit/registry.ts';
import type { UsageRecord } from '../../check/check-input.ts';
import { finding, reportOf } from '../../check/finding.ts';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import { readUsage } from '../../usage/read-usage.ts';
import { publicationOfFolder, publicationsOfRepository, textOfFile } from './check-publications.ts';
import { publishedBefore } from './check-published.ts';
import { runCheck } from './check-run.ts';
import { schemaOfSubgraph } from './check-subgraph.ts';
import { discoverSubgraphs } from '../subgraphs.ts';

/** What `samutphok body check` was given. */
export interface CheckBodyRequest {
  readonly body: string;
  /** A running subgraph that gives its schema by `_service`. */
  readonly url?: string;
  readonly schema?: string;
  readonly programmes?: string;
  /** What the body publishes now: a supergraph, its own SDL, or a folder with its two files. Default: the repository's. */
  readonly against?: string;
  /** Data folder of a gateway, with the record of what readers ran. */
  readonly dataDir?: string;
  /** What all publish now. Default: the other folders of this repository, and `against`. */
  readonly current?: readonly Publication[];
}

export interface CheckBodyOptions {
  readonly clock?: Clock;
  /** Finds the subgraphs of this repository. */
  readonly discover?: typeof discoverSubgraphs;
}

/**
 * Checks what one body would publish. Rejects with CHECK_FILE_UNREADABLE, CHECK_SUBGRAPH_SILENT, USAGE_UNREADABLE, or
 * COMPOSITION_FAILED where it is another body's schema that cannot be read; what is wrong with the publication itself is in the report.
 */
export async function checkBody(
  request: CheckBodyRequest,
  { clock = systemClock, discover = discoverSubgraphs }: CheckBodyOptions = {},
): Promise<CheckReport> {
  const { body, against, current, dataDir } = request;
  const [candidate, others, published, usage] = await Promise.all([
    candidateOf(request),
    current ?? publicationsOfRepository(),
    current === undefined || against !== undefined
      ? publishedBefore(body, against)
      : (publicationIn(current, body) ?? null),
    usageIn(dataDir, clock),
  ]);
  const checked = { candidate, others: others.filter((each) => each.body !== body), published, usage };
  const isFolder = request.url === undefined && request.schema === undefined && body !== joinName;
  const columns = isFolder ? await columnsOf(body, discover) : {};
  const report = runCheck(checked, columns.registry);
  return columns.problem === undefined ? report : reportOf(body, [...report.findings, columns.problem]);
}

interface Columns {
  readonly registry?: Registry;
  readonly problem?: Finding;
}

/** The columns of a body of this repository, for which its code is run; what keeps it from running is a finding. */
async function columnsOf(body: string, discover: typeof discoverSubgraphs): Promise<Columns> {
  try {
    const registry = isBodyName(body) ? (await discover()).bodies.get(body)?.registry : undefined;
    return registry === undefined ? {} : { registry };
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : '';
    return { problem: finding('FOLDER_NOT_LOADED', { file: 'subgraph.ts', line: null }, { problem }) };
  }
}

async function candidateOf({ body, url, schema, programmes }: CheckBodyRequest): Promise<Publication> {
  const text = programmes === undefined ? undefined : await textOfFile(programmes);
  if (url !== undefined)
    return { body, sdl: await schemaOfSubgraph(url), programmes: text ?? (await ownProgrammes(body)) };
  if (schema !== undefined) return { body, sdl: await textOfFile(schema), programmes: text ?? null };
  const folder = await publicationOfFolder(body);
  return { ...folder, programmes: text ?? folder.programmes };
}

/** Of a body whose subgraph runs elsewhere; null where no folder of it is here. */
async function ownProgrammes(body: string): Promise<string | null> {
  if (body === joinName) return null;
  return publicationOfFolder(body).then(
    ({ programmes }) => programmes,
    () => null,
  );
}

function publicationIn(publications: readonly Publication[], body: string): Publication | undefined {
  return publications.find((each) => each.body === body);
}

async function usageIn(dataDir: string | undefined, clock: Clock): Promise<UsageRecord> {
  if (dataDir === undefined) return { days: 30, coveredDays: 0, byCoordinate: new Map() };
  return readUsage(dataDir, clock.now());
}
