import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHouseholdFile, readHouseholds, type SourceItem } from './source.ts';

async function read(...chunks: (string | Uint8Array)[]): Promise<readonly SourceItem[]> {
  return all(readHouseholds(chunks));
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const one = { asOf: '2022-08-10', members: [{ member: 'M1', name: 'นาง "ก {[\\' }] };
const two = { asOf: '2022-08-10', members: [] };

describe('a file with one household per line', () => {
  it('gives each household with its line', async () => {
    const items = await read(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`);
    expect(items).toStrictEqual([
      { line: 1, household: one },
      { line: 2, household: two },
    ]);
  });

  it('reads the last household without a line break, Windows line ends and a byte order mark', async () => {
    const items = await read(`\uFEFF${JSON.stringify(one)}\r\n\r\n${JSON.stringify(two)}`);
    expect(items).toStrictEqual([
      { line: 1, household: one },
      { line: 3, household: two },
    ]);
  });

  it('loses a broken line alone, and does not repeat it', async () => {
    const items = await read(`{"asOf": "2022", "members": [{"name": "secret"\n${JSON.stringify(two)}\nsecret\n`);
    expect(items).toStrictEqual([
      { line: 1, path: 'household', problem: 'is not valid JSON' },
      { line: 2, household: two },
      { line: 3, path: 'household', problem: 'is not valid JSON' },
    ]);
  });

  it('refuses and skips a line that is too long', async () => {
    const long = `{"members": "${'x'.repeat(5_000_000)}"}`;
    const items = await read(long.slice(0, 70_000), long.slice(70_000), `\n${JSON.stringify(two)}`);
    expect(items).toStrictEqual([
      { line: 1, path: 'household', problem: 'is longer than 4000000 characters' },
      { line: 2, household: two },
    ]);
  });

  it('refuses text that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"name": "'),
      Buffer.from([0xa1, 0xa2]),
      Buffer.from('"}\n{"members": []}'),
    ]);
    expect(await read(bytes)).toStrictEqual([
      { line: 1, path: 'household', problem: 'is not text in UTF-8' },
      { line: 2, household: { members: [] } },
    ]);
  });
});

describe('a document with scenarios', () => {
  const document = { meta: { note: '"scenarios": [ {', list: [{ a: 1 }] }, scenarios: [one, two], after: [{ b: 2 }] };

  it('gives the households of the list alone, each with the line that it begins on', async () => {
    const items = await read(JSON.stringify(document, null, 1));
    expect(items.map((item) => ('household' in item ? item.household : item))).toStrictEqual([one, two]);
    expect(items.map(({ line }) => line)).toStrictEqual([11, 20]);
  });

  it('is known on one line too', async () => {
    const items = await read(JSON.stringify(document));
    expect(items).toStrictEqual([
      { line: 1, household: one },
      { line: 1, household: two },
    ]);
  });

  it('holds no household when its list is empty', async () => {
    expect(await read('{"scenarios": []}')).toStrictEqual([]);
  });

  it.each([
    ['is cut off', '{\n"scenarios": [{"a": 1},\n{"b": ', 3, 'ends in the middle: the file is not complete'],
    ['has no scenarios', '{\n"asOf": 1\n}', 3, 'is missing; one household alone must stand on one line'],
    ['lists something else', '{\n"scenarios": [{"a": 1},\n7]}', 3, 'must hold objects only'],
    ['has text after its end', '{\n"scenarios": []\n}\n{}', 4, 'is followed by text that does not belong to it'],
  ])('says where it is wrong when it %s', async (_, text, line, problem) => {
    const items = await read(text);
    expect(items.filter((item) => 'problem' in item)).toHaveLength(1);
    expect(items.at(-1)).toStrictEqual({ line, path: 'scenarios', problem });
  });
});

describe('readHouseholds', () => {
  it('gives the same households however the text is cut', async () => {
    const document = JSON.stringify({ meta: { x: 'ก"[' }, scenarios: [one, two, one] }, null, 2);
    const lines = `${JSON.stringify(one)}\n\n${JSON.stringify(two)}`;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(document, lines),
        fc.array(fc.nat(400), { maxLength: 8 }),
        async (text, cuts) => {
          const bytes = Buffer.from(text);
          const at = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
          const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
          expect(await read(...chunks)).toStrictEqual(await read(text));
        },
      ),
    );
  });
});

describe('readHouseholdFile', () => {
  it('reads a file as a stream', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'extract-'));
    const file = path.join(folder, 'extract.ndjson');
    await writeFile(file, `${JSON.stringify(two)}\n`.repeat(20_000));
    let lines = 0;
    for await (const item of readHouseholdFile(file)) lines += 'household' in item ? 1 : 0;
    await rm(folder, { recursive: true });
    expect(lines).toBe(20_000);
  });

  it('names the file that cannot be read', async () => {
    const missing = path.join(tmpdir(), 'no-such-extract.json');
    await expect(all(readHouseholdFile(missing))).rejects.toMatchObject({
      code: 'IMPORT_FILE_UNREADABLE',
      details: { file: missing },
    });
  });
});
