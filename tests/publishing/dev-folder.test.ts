import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, type Json } from '../support/gateway.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { openTerminal, type Running, type Terminal } from './terminal.ts';

const houseCode = '99990000011';

let copy: ProjectCopy;
let terminal: Terminal;
let dev: Running;
let graphql: string;

beforeAll(async () => {
  copy = await copyProject();
  terminal = openTerminal(copy.root);
  dev = await terminal.start('npx samutphok body dev culture --port 0', /GraphQL +http:\/\/127\.0\.0\.1:\d+\/graphql/u);
  graphql = /GraphQL +(?<url>\S+)/u.exec(dev.text())?.groups?.['url'] ?? '';
});

afterAll(async () => {
  await terminal.close();
  await copy.remove();
});

/** Changes a file of the folder; the answer is what the terminal prints until `until`. */
async function change(file: string, from: string, to: string, until: RegExp): Promise<string> {
  const place = path.join(copy.root, 'subgraphs/culture', file);
  const text = await readFile(place, 'utf8');
  expect(text).toContain(from);
  const since = dev.text().length;
  await writeFile(place, text.replace(from, to));
  return dev.printed(until, since);
}

async function ask(selection: string): Promise<Json> {
  const { data, errors } = await post(graphql, `{ household(houseCode: "${houseCode}") { ${selection} } }`);
  return { ...data?.household, errors: errors.map(({ message }) => message) };
}

describe('samutphok body dev with a folder', { timeout: 120_000 }, () => {
  it('begins with the graph as it is committed, and all bodies answering', async () => {
    expect(dev.text()).toMatch(/composes \(\d+ ms\): the graph is as before/u);
    const { answers } = await ask('answers { status }');
    expect(answers.every(({ status }: Json) => ['ANSWERED', 'NO_RECORD'].includes(status))).toBe(true);
  });

  it('says within a second or so which line does not compose and what to do, and goes on', async () => {
    const schema = await readFile(path.join(copy.root, 'subgraphs/culture/schema.graphql'), 'utf8');
    const line = schema.split('\n').findIndex((text) => text.includes('works: [Artwork!]')) + 1;
    const told = await change(
      'schema.graphql',
      'works: [Artwork!]',
      'works: [Artwurk!]',
      /does not compose[\s\S]*\n.+\n.+\n/u,
    );
    expect(told).toContain(`schema.graphql:${line} `);
    expect(told).toContain('Artwurk');
    expect(Number(/does not compose \((?<ms>\d+) ms\)/u.exec(told)?.groups?.['ms'])).toBeLessThan(5_000);
    expect(await ask('culture { works { __typename } }')).toEqual({ culture: { works: [] }, errors: [] });
    await change('schema.graphql', 'works: [Artwurk!]', 'works: [Artwork!]', /serving \(/u);
  });

  it('says where code cannot run, and goes on with the code of before', async () => {
    const told = await change(
      'resolvers.ts',
      'export const resolvers',
      'export konst resolvers',
      /DEV_BODY_UNREADABLE.*/u,
    );
    expect(told).toMatch(/subgraphs\/culture\/resolvers\.ts:\d+/u);
    expect(await ask('culture { works { __typename } }')).toEqual({ culture: { works: [] }, errors: [] });
    await change('resolvers.ts', 'export konst resolvers', 'export const resolvers', /serving \(/u);
  });

  it('tells a field that came, and answers it with the code that came with it', async () => {
    const told = await change(
      'schema.graphql',
      '  "Works on record.',
      '  "Motto. / คติ"\n  motto: String @personal(kind: STATUS)\n  "Works on record.',
      /serving \(/u,
    );
    expect(told).toContain('1 changes');
    expect(told).toContain('+ CultureRecord.motto: String @personal(kind: STATUS)');
    expect(await ask('culture { motto }')).toEqual({ culture: { motto: null }, errors: [] });
    await change('resolvers.ts', 'CultureRecord: {', "CultureRecord: {\n    motto: () => 'งาม',", /serving \(/u);
    expect(await ask('culture { motto }')).toEqual({ culture: { motto: 'งาม' }, errors: [] });
  });

  it('screens by the programmes of the folder at once', async () => {
    const before = await ask('screening(body: CULTURE) { programme { id } verdict }');
    const had = new Set(before.screening.map(({ programme }: Json) => programme.id));
    expect(had).toContain('cult-cpot-training');
    await change('programmes.json', '"id": "cult-cpot-training"', '"id": "cult-cpot-courses"', /serving \(/u);
    const after = await ask('screening(body: CULTURE) { programme { id } verdict }');
    const has = new Set(after.screening.map(({ programme }: Json) => programme.id));
    expect([has.has('cult-cpot-training'), has.has('cult-cpot-courses')]).toEqual([false, true]);
  });

  it('writes nothing but what the developer wrote', async () => {
    const [committed, now] = await Promise.all(
      [path.join(import.meta.dirname, '../..'), copy.root].map((root) =>
        readFile(path.join(root, 'schema/programmes.json'), 'utf8'),
      ),
    );
    expect(now).toBe(committed);
  });
});
