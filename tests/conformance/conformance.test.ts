import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testConformance } from '../../gateway/app/conformance/conformance.ts';
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

function usualRequest(url: URL): Parameters<typeof testConformance>[0] {
  return {
    url,
    body: 'fisheries',
    samples: samplesFile,
    keyFile: key.file,
    deadlineMs: patientMs,
    maxMs: 120_000,
    language: 'en',
  };
}

async function reportOn(faults: Faults, deadlineMs = patientMs): Promise<Report> {
  const subgraph = await startPlainSubgraph(key.jwks, faults);
  try {
    const { json } = await testConformance({ ...usualRequest(subgraph.url), deadlineMs });
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

describe('the table of broken subgraphs', () => {
  it('has one for every check but that of areas, which only the interior is asked', async () => {
    const { checks } = await reportOn({});
    const unbroken = checks
      .map(({ id }) => id)
      .filter((id) => !brokenSubgraphs.some(({ fails }) => fails.includes(id)));
    expect(unbroken).toEqual(['ACCESS_AREA']);
  });
});

describe('testConformance', () => {
  it.each([
    ['CONFORMANCE_KEY_MISSING', () => ({ keyFile: '/nowhere/call-key.pem' })],
    ['CONFORMANCE_SAMPLES_INVALID', () => ({ samples: import.meta.filename })],
    ['CONFORMANCE_BODY_UNKNOWN', () => ({ body: undefined })],
    ['IMPORT_FILE_UNREADABLE', () => ({ samples: '/nowhere/samples.json' })],
  ])('rejects with %s', async (code, more) => {
    const { url, close } = await startPlainSubgraph(key.jwks);
    const { body, ...usual } = { ...usualRequest(url), ...more() };
    await expect(testConformance({ ...usual, ...(body && { body }) })).rejects.toMatchObject({ code });
    await close();
  });
});
