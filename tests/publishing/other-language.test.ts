import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { openDevGraph, type DevGraph } from '../../gateway/app/dev/dev-graph.ts';
import { post, testSettings, type Json } from '../support/gateway.ts';
import { collectEvents } from './dev-events.ts';
import { sdlOf, startPlainSubgraph, type PlainSubgraph } from './plain-subgraph.ts';

const config = { ...testSettings, operationDeadlineMs: 20_000, bodyDeadlineMs: 10_000 };
const houseCode = '99990000011';

let subgraph: PlainSubgraph;
let graph: DevGraph;
const events = collectEvents();

beforeAll(async () => {
  subgraph = await startPlainSubgraph(sdlOf());
  graph = await openDevGraph({ body: 'COMMERCE', url: subgraph.url, config, onEvent: events.onEvent });
});

afterEach(() => {
  events.kinds();
});

afterAll(async () => {
  await graph.close();
  await subgraph.close();
});

async function ask(selection: string): Promise<Json> {
  const { data, errors } = await post(
    `${graph.address}/graphql`,
    `{ household(houseCode: "${houseCode}") { ${selection} } }`,
  );
  return { household: data?.household, errors: errors.map(({ message }) => message) };
}

describe('a subgraph without a line of our kit', { timeout: 120_000 }, () => {
  it('joins by its address alone, although it was written before the contract grew', async () => {
    expect(events.kinds()).toEqual(['COMPOSED', 'SERVING']);
    const { household, errors } = await ask(
      'commerce { found facts { name value } } answers { body { code } status } screening(body: COMMERCE) { programme { id } person { personId } verdict }',
    );
    expect(errors).toEqual([]);
    expect(household.commerce).toEqual({ found: true, facts: [{ name: 'person.microBusiness', value: true }] });
    expect(household.answers).toHaveLength(bodyNames.length);
    expect(household.answers).toContainEqual({ body: { code: 'COMMERCE' }, status: 'ANSWERED' });
    expect(household.screening).toContainEqual({
      programme: { id: 'comm-micro-business-coaching' },
      person: { personId: `${houseCode}-M1` },
      verdict: 'LIKELY_ELIGIBLE',
    });
  });

  it('is taken over when its schema changes, and what changed is told', async () => {
    subgraph.become(sdlOf('"Motto. / คติ"\nmotto: String'));
    const { changes, tookMs } = await events.next('COMPOSED');
    expect(changes).toEqual({
      added: [{ coordinate: 'CommerceRecord.motto', signature: 'String' }],
      removed: [],
      changed: [],
    });
    expect(tookMs).toBeGreaterThan(0);
    await events.next('SERVING');
    expect(await ask('commerce { motto }')).toEqual({ household: { commerce: { motto: 'ค้าขาย' } }, errors: [] });
  });

  it('does not take the graph of before away by a schema that does not compose', async () => {
    const broken = sdlOf('broken: NobodyKnows');
    subgraph.become(broken);
    const { findings } = await events.next('REFUSED');
    const line = broken.split('\n').findIndex((text) => text.includes('NobodyKnows')) + 1;
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line: expect.any(Number), why: expect.stringContaining('NobodyKnows') });
    expect(findings[0]?.mend).toMatch(/[a-z]/u);
    expect(findings[0]?.mendTh).toMatch(/\p{Script=Thai}/u);
    expect(findings[0]?.line).toBe(line);
    expect(await ask('commerce { motto }')).toEqual({ household: { commerce: { motto: 'ค้าขาย' } }, errors: [] });
  });

  it('may be away for a while: the others answer, and it is taken when it comes', async () => {
    await subgraph.close();
    const { household } = await ask('answers { body { code } status }');
    expect(household.answers).toContainEqual({ body: { code: 'COMMERCE' }, status: 'UNAVAILABLE' });
    expect(household.answers.filter(({ status }: Json) => status === 'UNAVAILABLE')).toHaveLength(1);
    const port = Number(new URL(subgraph.url).port);
    subgraph = await startPlainSubgraph(sdlOf(), port);
    const { changes } = await events.next('COMPOSED');
    expect(changes.removed).toEqual([{ coordinate: 'CommerceRecord.motto', signature: 'String' }]);
    await events.next('SERVING');
    expect(await ask('commerce { found }')).toEqual({ household: { commerce: { found: true } }, errors: [] });
  });
});

describe('samutphok body dev', { timeout: 120_000 }, () => {
  it.each([
    ['https://health.example.go.th/graphql'],
    ['http://10.0.0.7:4000'],
    ['http://169.254.169.254/latest'],
    ['http://127.0.0.1.example.com/'],
    ['http://user:secret@127.0.0.1:4000'],
    ['file:///etc/passwd'],
    ['4000'],
  ])('asks nothing that is not on this machine: %s', async (url) => {
    const opened = openDevGraph({ body: 'commerce', url, config, onEvent: () => undefined });
    await expect(opened).rejects.toMatchObject({ code: 'CONFIG_INVALID', details: { name: '--url' } });
  });

  it('ends with what it opened when its port is taken', async () => {
    const port = Number(new URL(graph.address).port);
    const opened = openDevGraph({ body: 'culture', config: { ...config, port }, onEvent: () => undefined });
    await expect(opened).rejects.toMatchObject({ code: 'SERVER_PORT_TAKEN' });
  });

  it.each(['casefile', 'template-body', 'finance'])('knows no body %s', async (body) => {
    const opened = openDevGraph({ body, config, onEvent: () => undefined });
    await expect(opened).rejects.toMatchObject({ code: 'BODY_UNKNOWN' });
  });
});
