import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConformance } from '../../gateway/app/conformance.ts';
import { brokenSubgraphs } from './broken-subgraphs.ts';
import { makeCallKey, type CallKey } from './call-key.ts';
import { samplesFile } from './fisheries.ts';
import { startPlainSubgraph, type Faults } from './plain-subgraph.ts';

/** Many tests share the machine: where the deadline is not what is tested, there is enough of it. */
const patientMs = 10_000;

let key: CallKey;

beforeAll(async () => {
  key = await makeCallKey();
});

afterAll(() => key.close());

interface Report {
  readonly certified: boolean;
  readonly checks: readonly {
    readonly id: string;
    readonly status: string;
    readonly level: string;
    readonly came: string;
  }[];
}

async function reportOn(faults: Faults, deadlineMs = patientMs): Promise<Report> {
  const subgraph = await startPlainSubgraph(key.jwks, faults);
  try {
    const { json } = await testConformance({
      url: subgraph.url,
      body: 'fisheries',
      samples: samplesFile,
      keyFile: key.file,
      deadlineMs,
      maxMs: 120_000,
      language: 'en',
    });
    return JSON.parse(json) as Report;
  } finally {
    await subgraph.close();
  }
}

function failedIn({ checks }: Report): readonly string[] {
  return checks.filter(({ status }) => status === 'FAILED').map(({ id }) => id);
}

describe('a subgraph of node:http and graphql-js alone', () => {
  it('is certified as a fourteenth body, with nothing left untried but areas', async () => {
    const { certified, checks } = await reportOn({});
    expect(checks.filter(({ status }) => status !== 'PASSED').map(({ id, came }) => ({ id, came }))).toEqual([
      { id: 'ACCESS_AREA', came: expect.any(String) },
    ]);
    expect(certified).toBe(true);
  });
});

describe.each(brokenSubgraphs)('a subgraph that $name', ({ faults, fails, isCertified = false, deadlineMs }) => {
  it(`fails ${fails.join(' and ')} and nothing else`, async () => {
    const report = await reportOn(faults(key.jwks), deadlineMs);
    const told = report.checks.filter(({ status }) => status === 'FAILED');
    expect({ failed: failedIn(report).toSorted(), told }).toEqual({
      failed: fails.toSorted(),
      told: expect.anything(),
    });
    expect(report.certified).toBe(isCertified);
  });
});
