import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { post, type Json } from '../support/gateway.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { applyEdit, readWalk, type WalkStep } from './readme-walk.ts';
import { openTerminal, type Running, type Terminal } from './terminal.ts';

// The page promises half an hour to somebody who reads and thinks; the commands alone must leave them most of it.
const mostMinutes = 10;

/** Each time takes a second or so. */
const mostAsked = 20;

let copy: ProjectCopy;
let terminal: Terminal;

beforeAll(async () => {
  copy = await copyProject();
  terminal = openTerminal(copy.root);
});

afterAll(async () => {
  await terminal.close();
  await copy.remove();
});

describe('the walk of subgraphs/README.md', () => {
  it(
    'leads from nothing to a body that answers, command by command',
    async ({ annotate }) => {
      const steps = await readWalk(copy.root);
      expect(steps.length).toBeGreaterThan(12);
      const walk = createWalk(await freePorts(steps));
      const began = performance.now();
      for (const step of steps) {
        const since = performance.now();
        // oxlint-disable-next-line no-await-in-loop -- a walk is one step after the other
        await walk.take(step);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await annotate(`${((performance.now() - since) / 1000).toFixed(1)} s  ${nameOf(step)}`);
      }
      await annotate(`${((performance.now() - began) / 1000).toFixed(1)} s in all`);
      expect(walk.asked()).toBeGreaterThan(0);
      expect(performance.now() - began).toBeLessThan(mostMinutes * 60_000);
    },
    mostMinutes * 60_000,
  );
});

function nameOf(step: WalkStep): string {
  if (step.kind === 'EDIT') return step.file;
  return step.kind === 'ASK' ? 'the query' : step.command;
}

interface Walk {
  readonly take: (step: WalkStep) => Promise<void>;
  readonly asked: () => number;
}

/** What the reader sees at each step is held against what the page says they will. */
function createWalk(ports: ReadonlyMap<string, string>): Walk {
  let dev: Running | undefined;
  let asked = 0;
  const here = (text: string): string => text.replaceAll(/\b4\d{3}\b/gu, (port) => ports.get(port) ?? port);

  async function start(command: string): Promise<void> {
    const started = await terminal.start(here(command), /http:\/\/127\.0\.0\.1:\d+\/graphql/u);
    if (command.includes('body dev')) dev = started;
  }

  async function run(command: string): Promise<void> {
    const expected = expectations.find(([what]) => command.includes(what))?.[1] ?? /(?:)/u;
    let printed = await terminal.run(here(command));
    // A gateway serves what was published within seconds, and not at once.
    for (let nth = 1; command.startsWith('curl') && nth < mostAsked && !expected.test(printed); nth += 1) {
      // oxlint-disable-next-line no-await-in-loop -- asked again until it is there
      printed = await terminal.run(here(command));
    }
    expect(printed).toMatch(expected);
  }

  async function ask(query: string): Promise<void> {
    const { data, errors } = await post(`http://127.0.0.1:${here('4100')}/graphql`, query);
    const told = dev?.text();
    expect({ errors, told }).toEqual({ errors: [], told });
    const rows: readonly Json[] = data.household.answers;
    expect(rows).toHaveLength(bodyNames.length + 1);
    expect(rows.at(-1)).toEqual({ body: { code: 'FISHERIES' }, status: 'ANSWERED' });
    expect(data.household.fisheries).toMatchObject({ found: true, members: [{ registered: true }] });
    asked += 1;
  }

  async function edit(step: Extract<WalkStep, { kind: 'EDIT' }>): Promise<void> {
    const from = dev?.text().length ?? 0;
    await applyEdit(copy.root, step);
    const seen = await dev?.printed(/serving \(/u, from);
    if (step.file.endsWith('.graphql')) expect(seen).toContain('+ FisheriesRecord.memberCount: Int');
  }

  return {
    asked: () => asked,
    take: async (step) => {
      switch (step.kind) {
        case 'RUN':
          return run(step.command);
        case 'START':
          return start(step.command);
        case 'ASK':
          return ask(step.query);
        case 'EDIT':
          return edit(step);
      }
    },
  };
}

/** What a command prints, where the page says more of it than that it works. */
const expectations: readonly (readonly [command: string, prints: RegExp])[] = [
  ['body new', /subgraphs\/fisheries: \d+ files/u],
  ['vitest run', /Tests .*\d+ passed/u],
  ['body check', /fisheries: may be published/u],
  ['samutphok import', /2 household\(s\) loaded, 0 refused/u],
  ['samutphok household', /กรมประมง +Department of Fisheries +ตอบแล้ว ANSWERED/u],
  ['body conformance', /^CERTIFIED\./mu],
  ['registry publish', /fisheries version 2 is published, artefact \d+/u],
  ['memberCount', /"memberCount":1/u],
];

/** The page's ports may be taken on this machine: others in their place. */
async function freePorts(steps: readonly WalkStep[]): Promise<ReadonlyMap<string, string>> {
  const named = steps.flatMap((step) => ('command' in step ? (step.command.match(/\b4\d{3}\b/gu) ?? []) : []));
  const ports = new Map<string, string>();
  for (const port of new Set(named)) {
    const server = createServer().listen(0, '127.0.0.1');
    // oxlint-disable-next-line no-await-in-loop -- three ports
    await once(server, 'listening');
    const address = server.address();
    ports.set(port, String(typeof address === 'object' ? address?.port : ''));
    server.close();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await once(server, 'close');
  }
  return ports;
}
