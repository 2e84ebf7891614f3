import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyNames, type BodyName } from '../../schema/contract/bodies.ts';
import { readExtractDictionary } from './extract-dictionary.ts';
import { importHouseholds, type BodyImporters, type ImportOptions } from './import-households.ts';
import { readHouseholds, type SourceItem } from './source.ts';
import { extractFor, openBodies, type OpenBodies } from './test-bodies.ts';

const dictionary = readExtractDictionary();
const citizenIds = ['0999900001011', '0999900001020', '0999900001038'] as const;

let open: OpenBodies;

beforeEach(async () => {
  open = await openBodies();
});

afterEach(async () => {
  await open.close();
});

const codeOf = (k: number): string => `9999100${String(k).padStart(4, '0')}`;

function items(...households: unknown[]): SourceItem[] {
  return households.map((household, at) => ({ line: at + 1, household }));
}

function load(source: Iterable<SourceItem>, options: ImportOptions = {}, bodies: BodyImporters = open.bodies) {
  return importHouseholds(source, bodies, { dictionary, ...options });
}

async function fact(body: BodyName, houseCode: string, name: string): Promise<unknown> {
  const record = await open.record(body, houseCode);
  return record?.facts.find((stated) => stated.name === name)?.value;
}

describe('importing the worked households', () => {
  it('fills all thirteen bodies', async () => {
    const file = path.join(import.meta.dirname, 'worked-cases.json');
    const result = await importHouseholds(readHouseholds([await readFile(file)]), open.bodies);
    expect(result).toStrictEqual({ imported: 8, refused: [] });
    const records = await Promise.all(bodyNames.map((body) => open.record(body, '99990000011')));
    expect(records.every((record) => record !== null)).toBe(true);
    expect(await fact('health', '99990000011', 'person.adlScore')).toBe(3);
    const interior = await open.record('interior', '99990000011');
    expect(interior?.entitlements.map(({ programme, person }) => [programme.id, person?.personId])).toContainEqual([
      'int-old-age-allowance',
      '99990000011-M1',
    ]);
  });
});

describe('a household that does not fit', () => {
  it('is refused whole and the others go in', async () => {
    const broken = extractFor(codeOf(2), { members: [{ member: 'M1', disabilityCard: true, adlScore: 99 }] });
    const result = await load(items(extractFor(codeOf(1)), broken, extractFor(codeOf(3))));
    expect(result).toStrictEqual({
      imported: 2,
      refused: [{ line: 2, path: 'members[M1].adlScore', problem: 'must be a whole number from 0 to 20' }],
    });
    const records = await Promise.all(bodyNames.map((body) => open.record(body, codeOf(2))));
    expect(records).toStrictEqual(bodyNames.map(() => null));
    expect(await open.record('interior', codeOf(3))).not.toBeNull();
  });

  it('leaves what was imported of it before as it was', async () => {
    await load(items(extractFor(codeOf(1), { members: [{ member: 'M1', adlScore: 7 }] })));
    const result = await load(items(extractFor(codeOf(1), { members: [{ member: 'M1', adlScore: 6, x: 1 }] })));
    expect(result.imported).toBe(0);
    expect(await fact('health', codeOf(1), 'person.adlScore')).toBe(7);
  });

  it('is told by its line and place, without the value', async () => {
    const source = readHouseholds([
      `${JSON.stringify(extractFor(codeOf(1)))}\n{"secret\n`,
      JSON.stringify(extractFor(codeOf(2), { members: [{ member: 'M1', citizenId: '1234567890123', name: 'นางลับ' }] })),
    ]);
    const result = await importHouseholds(source, open.bodies, { dictionary });
    expect(result.refused.map(({ line, path: at }) => [line, at])).toStrictEqual([
      [2, 'household'],
      [3, 'members[M1].citizenId'],
    ]);
    expect(JSON.stringify(result.refused)).not.toMatch(/secret|ลับ|\d{5}/u);
  });

  it('is one whose citizen number another person has, in the batch or in the store', async () => {
    const holder = (k: number, citizenId: string): unknown =>
      extractFor(codeOf(k), { members: [{ member: 'M1', name: 'ก ข', citizenId }] });
    await load(items(holder(1, citizenIds[0])));
    const source = items(
      holder(2, citizenIds[1]),
      holder(3, citizenIds[0]),
      holder(4, citizenIds[2]),
      holder(5, citizenIds[1]),
      extractFor(codeOf(6)),
    );
    const result = await load(source);
    const problem = 'one of them is the number of another person already';
    expect(result).toStrictEqual({
      imported: 3,
      refused: [
        { line: 2, path: 'members.citizenId', problem },
        { line: 4, path: 'members.citizenId', problem },
      ],
    });
    expect(await open.record('health', codeOf(3))).toBeNull();
    expect(await open.record('interior', codeOf(6))).not.toBeNull();
  });
});

describe('a household that is there already', () => {
  it('is replaced in every body', async () => {
    const first = extractFor(codeOf(1), {
      members: [
        { member: 'M1', citizenId: citizenIds[0], adlScore: 3 },
        { member: 'M2', adlScore: 4, disabilityCard: true },
      ],
      enrolments: [{ member: 'M2', programme: 'health-ucs' }],
      registries: { health: { homeVisits: [{ member: 'M1', visitedOn: '2022-01-01', visitor: 'NURSE' }] } },
    });
    const second = extractFor(codeOf(1), { members: [{ member: 'M1', citizenId: citizenIds[0], adlScore: 5 }] });
    await load(items(first));
    await load(items(second));
    const health = await open.record('health', codeOf(1));
    expect(health?.members).toStrictEqual(['M1']);
    expect(health?.entitlements).toStrictEqual([]);
    expect(await fact('health', codeOf(1), 'person.adlScore')).toBe(5);
    expect(await open.rows('health', 'home_visit')).toStrictEqual([]);
    expect(await open.rows('interior', 'person')).toHaveLength(1);
    expect(await open.rows('social-welfare', 'extract')).toHaveLength(1);
  });

  it('counts as its later extract when it comes twice at once', async () => {
    const twice = [7, 8].map((adlScore) => extractFor(codeOf(1), { members: [{ member: 'M1', adlScore }] }));
    await load(items(...twice));
    expect(await fact('health', codeOf(1), 'person.adlScore')).toBe(8);
  });
});

describe('a registry that was not read', () => {
  it('gives no answer, and the others do', async () => {
    await load(items(extractFor(codeOf(1), { unread: ['health'] })));
    expect((await open.record('health', codeOf(1)))?.wasRead).toBe(false);
    expect((await open.record('labour', codeOf(1)))?.wasRead).toBe(true);
  });
});

describe('a store that fails', () => {
  it('undoes the batch at hand in every body and keeps the earlier ones', async () => {
    await load(items(extractFor(codeOf(1))));
    const household = extractFor(codeOf(2), { members: [{ member: 'M1', adlScore: 3 }] });
    await open.store('labour').write.schema.dropTable('service_record');
    await expect(load(items(household))).rejects.toMatchObject({
      code: 'BODY_STORE_FAILED',
      details: { body: 'labour' },
    });
    for (const body of bodyNames.filter((name) => name !== 'labour')) {
      // oxlint-disable-next-line no-await-in-loop -- one store after the other
      const houses = (await open.rows(body, 'extract')).map((row) => row['house_code']);
      expect([body, houses]).toStrictEqual([body, [codeOf(1)]]);
    }
  });

  it('can be written to again after a failure', async () => {
    const failing = withImporter('defence', (importer) => ({
      ...importer,
      begin: async () => ({ ...(await importer.begin()), put: () => Promise.reject(new Error('disk')) }),
    }));
    await expect(load(items(extractFor(codeOf(1))), {}, failing)).rejects.toThrow('disk');
    expect(await load(items(extractFor(codeOf(1))))).toStrictEqual({ imported: 1, refused: [] });
  });
});

describe('a batch', () => {
  it('is committed by the interior when all others have committed', async () => {
    const committed: BodyName[] = [];
    const watched: BodyImporters = new Map(
      [...open.bodies].map(([name, body]) => [
        name,
        {
          importer: {
            ...body.importer,
            begin: async () => {
              const writing = await body.importer.begin();
              const commit = async (): Promise<void> => {
                await writing.commit();
                committed.push(name);
              };
              return { ...writing, commit };
            },
          },
        },
      ]),
    );
    await load(items(extractFor(codeOf(1))), {}, watched);
    expect(committed).toHaveLength(bodyNames.length);
    expect(committed.at(-1)).toBe('interior');
  });

  it('is told as progress', async () => {
    const told: unknown[] = [];
    const source = items(extractFor(codeOf(1)), extractFor('x'), extractFor(codeOf(2)), extractFor(codeOf(3)));
    await load(source, { batchSize: 2, onProgress: (progress) => told.push(progress) });
    expect(told).toStrictEqual([
      { imported: 2, refused: 1 },
      { imported: 3, refused: 1 },
    ]);
  });

  it('is the last one when the import is stopped', async () => {
    const stop = new AbortController();
    function* source(): Generator<SourceItem> {
      for (let k = 1; k < 100; k += 1) {
        if (k === 5) stop.abort();
        yield { line: k, household: extractFor(codeOf(k)) };
      }
    }
    const result = await load(source(), { batchSize: 2, signal: stop.signal });
    expect(result.imported).toBe(4);
    expect(await open.rows('interior', 'house')).toHaveLength(4);
  });
});

describe('every fact of the dictionary', () => {
  it('comes out of the bodies as it went in: a value, null, or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(randomHousehold(), async ({ house, members }) => {
        const household = extractFor(codeOf(1), {
          household: { houseCode: codeOf(1), ...house },
          members: members.map((member, at) => ({ member: `M${at + 1}`, ...member })),
        });
        expect(await load(items(household))).toStrictEqual({ imported: 1, refused: [] });
        expect(await statedFacts()).toStrictEqual(expectedFacts(house, members));
      }),
      { numRuns: 40 },
    );
  });

  type Facts = Readonly<Record<string, unknown>>;

  function randomHousehold(): fc.Arbitrary<{ house: Facts; members: Facts[] }> {
    return fc.record({
      house: someFacts('household'),
      members: fc.array(someFacts('person'), { minLength: 1, maxLength: 3 }),
    });
  }

  function someFacts(scope: 'household' | 'person'): fc.Arbitrary<Facts> {
    const facts = scope === 'person' ? dictionary.personFacts : dictionary.householdFacts;
    const stored = [...facts].filter(([key, each]) => each.isStored && key !== 'houseCode');
    return fc.record(Object.fromEntries(stored.map(([key]) => [key, fc.option(valueOf(key))])), { requiredKeys: [] });
  }

  /** Values that suit the type, told by what the dictionary refuses, and the column where that is narrower. */
  function valueOf(key: string): fc.Arbitrary<unknown> {
    const narrow = narrowValues[key];
    if (narrow !== undefined) return fc.constantFrom(...narrow);
    const problem = (dictionary.personFacts.get(key) ?? dictionary.householdFacts.get(key))?.problem;
    const words = /^must be one of (?<words>.*), or null$/u.exec(problem?.(Symbol('none')) ?? '')?.groups?.['words'];
    if (words !== undefined) return fc.constantFrom(...words.split(', '));
    const candidates = [true, 2, '2001-02-03'].filter((value) => problem?.(value) === undefined);
    if (candidates[0] === true) return fc.boolean();
    return candidates[0] === 2 ? fc.integer({ min: 1, max: 15 }) : fc.constantFrom('1961-02-28', '2022-08-10');
  }

  const narrowValues: Readonly<Record<string, readonly unknown[]>> = {
    chronicConditions: [[], ['DM'], ['STROKE', 'HT']],
    tpmapDimensions: [[], ['HEALTH', 'INCOME']],
    ssoSection: [33, 39, 40],
    ssoOption: [1, 2, 3],
    parentSsoSection: [33, 39],
    veteranCardClass: [1, 2, 3, 4],
    veteranFamilyCardClass: [1, 2, 3, 4],
    vulnerabilityLevel: [0, 1, 2, 3],
    provinceCode: ['50'],
    domicileProvince: ['50', '10'],
    occupationBmn: ['FARMER'],
    bkkCommunityName: ['ชุมชน "ก"'],
  };

  function expectedFacts(house: Facts, members: readonly Facts[]): readonly string[] {
    const ofHouse = Object.entries(house).map(([key, value]) => shown(`household.${key}`, codeOf(1), value));
    const ofMembers = members.flatMap((member, at) =>
      Object.entries(member).map(([key, value]) => shown(`person.${key}`, `${codeOf(1)}-M${at + 1}`, value)),
    );
    return [...ofHouse, ...ofMembers].toSorted();
  }
});

function withImporter(
  name: BodyName,
  change: (
    importer: NonNullable<ReturnType<BodyImporters['get']>>['importer'],
  ) => NonNullable<ReturnType<BodyImporters['get']>>['importer'],
): BodyImporters {
  return new Map(
    [...open.bodies].map(([each, { importer }]) => [each, { importer: each === name ? change(importer) : importer }]),
  );
}

function shown(name: string, subject: string, value: unknown): string {
  return `${subject} ${name} ${JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value)}`;
}

async function statedFacts(): Promise<readonly string[]> {
  const records = await Promise.all(bodyNames.map((body) => open.record(body, codeOf(1))));
  const stored = new Set(
    [...dictionary.personFacts.values(), ...dictionary.householdFacts.values()].flatMap((each) =>
      each.isStored ? each.name : [],
    ),
  );
  return records
    .flatMap((record) => record?.facts ?? [])
    .filter(({ name }) => stored.has(name) && name !== 'household.houseCode')
    .map(({ name, subject, value }) => shown(name, subject, value))
    .toSorted();
}
