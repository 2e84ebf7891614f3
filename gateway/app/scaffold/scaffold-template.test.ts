import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { extractOf, openForTest, type TestBody } from '../../../subgraphs/_kit/test-kit.ts';
import { subgraph as template } from '../../../subgraphs/_template/subgraph.ts';
import { readConfig } from '../../config/config.ts';
import type { Engine } from '../../execute/engine.ts';
import { systemClock } from '../../kernel/clock.ts';
import { composeSupergraph } from '../../plan/compose.ts';
import { embeddedCalls } from '../body-calls.ts';
import { createEngineOver } from '../runtime.ts';
import { importFile, workedCases } from '../stores.ts';
import { discoverSubgraphs, openSubgraphs, type OpenSubgraphs } from '../subgraphs.ts';

const houseCode = '99990000011';
const day = '2022-08-10';

/** The contract with the template's row in it; the schemas of the others were written without. */
const grown = parse(`${readSharedSchema()}\nextend enum BodyCode { TEMPLATE_BODY }`);

let dataDir: string;
let others: OpenSubgraphs;
let opened: TestBody;
let schemas: readonly { readonly name: string; readonly typeDefs: string }[];
let engine: Engine;
const faults: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'samutphok-'));
  const definitions = await discoverSubgraphs();
  others = await openSubgraphs(definitions, { dataDir, today: () => day });
  await importFile(workedCases, others);
  opened = await openForTest(template, day);
  const details = { visits: [{ member: 'M1', visitedOn: '2022-07-01', outcome: 'HELPED' }] };
  await opened.load(extractOf({ houseCode, members: { M1: { templateBodyMember: true } }, details }));
  schemas = [...definitions.bodies.values(), definitions.join, template].map(({ name, typeDefs }) => ({
    name,
    typeDefs: print(typeDefs),
  }));
  const calls = embeddedCalls(new Map([...others.all, [template.name, opened.body]]), {
    config: readConfig({ data: dataDir }, day, {
      SAMUTPHOK_OPERATION_DEADLINE_MS: '60000',
      SAMUTPHOK_BODY_DEADLINE_MS: '60000',
    }),
    clock: systemClock,
    random: () => 0,
    onFault: (fault) => faults.push(fault),
  });
  engine = await createEngineOver(composeSupergraph(schemas, grown), systemClock, calls.bodies);
});

afterAll(async () => {
  engine.supergraphs.close();
  await opened.close();
  await others.close();
  await rm(dataDir, { recursive: true });
});

describe('the template of a body', () => {
  it('answers in one graph with the thirteen, who have never heard of it', async () => {
    const query = `{ household(houseCode: "${houseCode}") {
      templateBody { body { code nameTh } found members { person { nameTh } } visits { outcome } }
      health { found } answers { status } } }`;
    const { text, errors, manifest } = await engine.execute({ document: parse(query) });
    expect(errors).toEqual([]);
    expect(JSON.parse(text ?? '').household).toMatchObject({
      templateBody: {
        body: { code: 'TEMPLATE_BODY', nameTh: 'หน่วยงานแม่แบบ' },
        found: true,
        members: [{ person: { nameTh: expect.stringMatching(/\p{Script=Thai}/u) } }],
        visits: [{ outcome: 'HELPED' }],
      },
      health: { found: true },
    });
    expect([manifest.complete, faults]).toEqual([true, []]);
    expect(manifest.bodies.map(({ code }) => code)).toContain('TEMPLATE_BODY');
  });

  it('is no part of the graph as it is, and cannot add its word to the contract by itself', async () => {
    const { bodies } = await discoverSubgraphs();
    expect([...bodies.keys()]).not.toContain(template.name);
    expect(() => composeSupergraph(schemas)).toThrow(/BodyCode.*TEMPLATE_BODY/u);
  });
});
