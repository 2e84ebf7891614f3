import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import type { OpenSubgraph } from '../../subgraphs/_kit/define-subgraph.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';
import { startEmbedded, type Json, type Response, type TestGateway } from '../support/gateway.ts';
import { wholeCaseFile } from '../support/whole-case-file.ts';
import { openWorkedBodies, workedHouse, type WorkedBodies } from '../support/worked-bodies.ts';

// The bodies' own enforcement alone, under a gateway that decides nothing: what it holds back never takes the rest down.

let worked: WorkedBodies;
let gateway: TestGateway;
let whole: string;
/** Whom every call comes from. */
let asking: AccessContext;

beforeAll(async () => {
  worked = await openWorkedBodies();
  const subgraphs = [...worked.subgraphs.all].map(([name, subgraph]) => [name, askedBySomebody(subgraph)] as const);
  gateway = await startEmbedded(worked.supergraph, new Map(subgraphs), {
    isUnlimited: true,
    settings: { operationDeadlineMs: 20_000, bodyDeadlineMs: 10_000 },
  });
  whole = wholeCaseFile(gateway.engine.supergraphs.current().apiSchema);
});

afterAll(async () => {
  await gateway.close();
  await worked.close();
});

function askedBySomebody(subgraph: OpenSubgraph): OpenSubgraph {
  return { ...subgraph, context: (call) => subgraph.context({ ...call, access: asking }) };
}

function caseFileFor(access: AccessContext, query = whole): Promise<Response> {
  asking = access;
  return gateway.ask(query, { houseCode: workedHouse });
}

describe('a whole case file', () => {
  it.each([
    ['a caseworker', accessFor({ areas: ['50'] })],
    ['a caseworker with every scope', accessFor({ scopes: ['sensitive:*', 'identity:full'] })],
    ['a supervisor', accessFor({ role: 'supervisor' })],
    ['an officer of health', accessFor({ role: 'body-officer', body: 'health', scopes: ['sensitive:health'] })],
    ['an officer of culture', accessFor({ role: 'body-officer', body: 'culture' })],
    ['a report builder', accessFor({ role: 'report-builder' })],
  ])('comes whole to %s, with an answer of every body and no error', async (_, access) => {
    const { data, errors, manifest } = await caseFileFor(access);
    expect(errors).toEqual([]);
    expect(manifest.complete).toBe(true);
    expect(data.household.answers.map(({ status }: Json) => status)).toHaveLength(bodyNames.length);
    expect(new Set(data.household.answers.map(({ status }: Json) => status))).not.toContain('INVALID');
  });

  it('shows a report builder neither names nor numbers of persons, wherever they could stand', async () => {
    const everybody = JSON.stringify((await caseFileFor(accessFor({ scopes: ['sensitive:*', 'identity:full'] }))).data);
    const members = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { members { nameTh citizenId birthDate } } }`;
    const { data } = await caseFileFor(accessFor({ scopes: ['identity:full'] }), members);
    const secrets = data.household.members
      .flatMap((member: Json) => Object.values(member))
      .filter((value: unknown) => value !== null);
    const told = JSON.stringify(
      (await caseFileFor(accessFor({ role: 'report-builder', scopes: ['sensitive:*'] }))).data,
    );
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.some((secret: string) => everybody.includes(secret))).toBe(true);
    expect(secrets.filter((secret: string) => told.includes(secret))).toEqual([]);
  });

  it('is no case file to somebody of another province', async () => {
    const { data, errors } = await caseFileFor(accessFor({ areas: ['10'] }));
    expect([data.household, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['HOUSEHOLD_NOT_FOUND']]);
  });
});
