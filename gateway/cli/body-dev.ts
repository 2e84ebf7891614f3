import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import type { GraphChanges } from '../app/dev/dev-graph-changes.ts';
import type { DevEvent } from '../app/dev/dev-graph-reload.ts';
import { openDevGraph, type DevGraph } from '../app/dev/dev-graph.ts';
import { configOf, type CommonOptions } from './options.ts';
import { closeOnSignal } from './serve.ts';

interface DevOptions extends CommonOptions {
  readonly url?: string;
  readonly open?: boolean;
}

const defaultPort = '4100';

export function addBodyDev(body: Command): void {
  body
    .command('dev')
    .description('the whole graph on this machine with one body as you have it now, and synthetic people')
    .argument('<code>', 'for example health')
    .option('--url <address>', 'your own service on this machine, in any language; without it the body’s folder')
    .option('--port <n>', 'port to listen on, 0 for any free one', defaultPort)
    .option('--data <dir>', 'folder of the stores (default: a temporary one with the worked households)')
    .option('--open', 'open GraphiQL in a browser')
    .action(async (code: string, { url, open = false, data, port = defaultPort }: DevOptions) => {
      const graph = await openDevGraph({ body: code, url, dataDir: data, config: configOf({ port }), onEvent: tell });
      console.log(welcome(graph, url));
      if (open) openBrowser(`${graph.address}/graphiql`);
      closeOnSignal(graph);
    });
}

function welcome({ name, address }: DevGraph, url: string | undefined): string {
  return `
  สมุดพก Samutphok — ข้อมูลสังเคราะห์ทั้งหมด / every person is synthetic

    console     ${address}/graphiql
    GraphQL     ${address}/graphql
    watching    ${url ?? `subgraphs/${name}`} (Ctrl-C ends)
`;
}

function tell(event: DevEvent): void {
  console.log(textOf(event));
}

function textOf(event: DevEvent): string {
  if (event.kind === 'FAILED')
    return `${event.error.code}: ${event.error.message} / ${event.error.extensions.messageTh}`;
  if (event.kind === 'REFUSED') return refusedText(event);
  return event.kind === 'SERVING'
    ? `serving (${event.tookMs} ms)`
    : `composes (${event.tookMs} ms): ${changesText(event.changes)}`;
}

function refusedText({ findings, tookMs }: Extract<DevEvent, { readonly kind: 'REFUSED' }>): string {
  const found = findings.map(({ code, file, line, why, mend, mendTh }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `  ${place}  ${code}\n    ${why}\n    ${mend} / ${mendTh}`;
  });
  return [
    `does not compose (${tookMs} ms); the graph of before goes on / ยังรวมกราฟไม่ได้ กราฟเดิมยังทำงานต่อ`,
    ...found,
  ].join('\n');
}

/** More than this tells nobody anything. */
const mostLines = 30;

function changesText({ added, removed, changed }: GraphChanges): string {
  const lines = [
    ...removed.map(({ coordinate, signature }) => `- ${coordinate}: ${signature}`),
    ...changed.map(({ coordinate, before, signature }) => `~ ${coordinate}: ${before} -> ${signature}`),
    ...added.map(({ coordinate, signature }) => `+ ${coordinate}: ${signature}`),
  ];
  if (lines.length === 0) return 'the graph is as before / กราฟเหมือนเดิม';
  const more = lines.length > mostLines ? [`… and ${lines.length - mostLines} more`] : [];
  return [`${lines.length} changes / การเปลี่ยนแปลง`, ...lines.slice(0, mostLines), ...more].join('\n  ');
}

/** A machine without a browser loses nothing: the address has been printed. */
function openBrowser(address: string): void {
  const [command, ...args] = browsers[process.platform] ?? ['xdg-open'];
  const browser = spawn(command ?? 'xdg-open', [...args, address], { detached: true, stdio: 'ignore' });
  browser.on('error', () => console.log(`no browser could be opened: ${address}`));
  browser.unref();
}

const browsers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
