import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workedCases, workedHouse } from '../support/worked-bodies.ts';
import type { Json } from '../support/gateway.ts';

/*
 * A body grows in its own folder: a fact with its column, and a programme that asks for it. In a copy of the sources, of
 * which nothing outside subgraphs/culture is touched, the commands do the rest.
 */

const root = path.join(import.meta.dirname, '../..');
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  for (const part of ['gateway', 'schema', 'subgraphs', 'package.json']) {
    // oxlint-disable-next-line no-await-in-loop -- four copies
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(async () => {
  await rm(copy, { recursive: true });
});

async function samutphok(...args: readonly string[]): Promise<string> {
  const bin = path.join(copy, 'gateway/cli/bin.js');
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], {
    env: { PATH: '', SAMUTPHOK_DATA: path.join(copy, 'data'), SAMUTPHOK_LOG_LEVEL: 'silent' },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const place = path.join(copy, 'subgraphs/culture', file);
  const before = await readFile(place, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(place, after);
}

const fact = {
  name: 'person.weavesSilk',
  type: 'bool',
  ownerBody: 'culture',
  registry: 'weavers',
  sensitivity: 'personal',
  description: 'registered silk weaver',
  category: 'open',
};

const programme = {
  id: 'cult-silk-weaver-allowance',
  nameTh: 'เบี้ยช่างทอผ้าไหม',
  nameEn: 'Silk weaver’s allowance',
  amount: { currency: 'THB', period: 'MONTH', thb: 500 },
  rule: { fact: 'person.weavesSilk', op: 'isTrue' },
  requiredFacts: ['person.weavesSilk'],
  requiresFromBodies: [],
};

const migration = `
import type { Knex } from 'knex';
import { subjectKey } from '../../_kit/tables.ts';
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('silk_weaver', (table) => {
    subjectKey(table);
    table.boolean('registered').nullable();
  });
}
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('silk_weaver');
}`;

const register = `
const silkWeaver = register({
  table: 'silk_weaver', of: 'person', registry: 'weavers',
  columns: { registered: yesNo() }, facts: { registered: 'person.weavesSilk' },
});`;

it('takes a new fact and a new programme from the folder of their body, and the case file shows them', async () => {
  await edit('programmes.json', (text) => {
    const file: Json = JSON.parse(text);
    const model = file.programmes.find(({ id }: Json) => id === 'cult-national-artist');
    return JSON.stringify({
      facts: [...file.facts, fact],
      programmes: [...file.programmes, { ...model, ...programme }],
    });
  });
  await edit('data.ts', (text) =>
    text
      .replace(/\nexport const registry[^\n]*/u, (line) => `${register}\n${line}`)
      .replace(/registers: \[/u, '$&silkWeaver, '),
  );
  await writeFile(path.join(copy, 'subgraphs/culture/migrations/20220901000000_silk_weavers.ts'), migration);

  await samutphok('compose');
  const { scenarios }: Json = JSON.parse(await readFile(workedCases, 'utf8'));
  const weaving = scenarios.filter(({ household }: Json) => household.houseCode === workedHouse);
  weaving[0].members[0].weavesSilk = true;
  weaving[0].members[1].weavesSilk = false;
  const cases = path.join(copy, 'cases.json');
  await writeFile(cases, JSON.stringify({ scenarios: weaving }));
  await samutphok('import', cases);
  const answer: Json = JSON.parse(await samutphok('household', workedHouse, '--json'));

  const { items, unknown } = answer.data.household.gaps;
  expect(ofProgramme(items)).toMatchObject([
    { person: { personId: `${workedHouse}-M1` }, money: { thb: 500, period: 'MONTH' } },
  ]);
  // Nothing was stated of the third member: that is unknown, not no.
  expect(ofProgramme(unknown)).toMatchObject([{ person: { personId: `${workedHouse}-M3` } }]);
}, 120_000);

function ofProgramme(screenings: readonly Json[]): readonly Json[] {
  return screenings.filter((each) => each.programme.id === programme.id);
}
