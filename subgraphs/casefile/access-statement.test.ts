import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../schema/contract/identity.ts';
import type { OpenSubgraph } from '../_kit/define-subgraph.ts';
import { accessFor } from '../_kit/test-kit.ts';
import type { StatementReplies } from './access-statement.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99990000011';

const statement = {
  houseCode,
  verified: true,
  entries: [
    {
      at: '2022-08-10T07:05:00.000Z',
      role: 'body-officer',
      body: { code: 'HEALTH', nameTh: 'กระทรวงสาธารณสุข', nameEn: 'Ministry of Public Health' },
      purpose: 'HOME_VISIT',
      dataKinds: ['ADDRESS'],
      textTh: 'มีเจ้าหน้าที่ดูที่อยู่',
      textEn: 'An officer looked at the address.',
    },
  ],
} as const;

const replies: StatementReplies = {
  [houseCode]: { kind: 'SHOWN', statement },
  99990000029: { kind: 'REFUSED', code: 'HOUSEHOLD_NOT_FOUND' },
};

let casefile: OpenSubgraph;

beforeAll(async () => {
  casefile = await subgraph.open({ dataDir: '', today: () => '2022-08-10' });
});

describe('the access statement of the join', () => {
  it('is what the gateway sent with the call', async () => {
    const { data, errors } = await ask(houseCode, { accessStatements: replies });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ accessStatement: statement });
  });

  it('is found by the house code in Thai digits too', async () => {
    const { data } = await ask('๙๙๙๙๐๐๐๐๐๑๑', { accessStatements: replies });
    expect(data).toEqual({ accessStatement: statement });
  });

  it('is null with the refusal that the gateway sent', async () => {
    const { data, codes } = await ask('99990000029', { accessStatements: replies });
    expect([data, codes]).toEqual([{ accessStatement: null }, ['HOUSEHOLD_NOT_FOUND']]);
  });

  it.each([
    ['nothing came with the call', undefined],
    ['another extension came', { answers: {} }],
    ['the statement of another house came', { accessStatements: {} }],
  ])('is null and says that no journal is kept when %s', async (_what, extensions) => {
    const { data, codes } = await ask(houseCode, extensions);
    expect([data, codes]).toEqual([{ accessStatement: null }, ['JOURNAL_NOT_KEPT']]);
  });

  it('is shown to supervisors and auditors alone, whatever the gateway sent', async () => {
    const answers = [];
    for (const role of roles) {
      const access = accessFor({ role, body: 'health', scopes: ['sensitive:*', 'identity:full'] });
      // oxlint-disable-next-line no-await-in-loop -- six roles, one after the other
      const { data, codes } = await ask(houseCode, { accessStatements: replies }, access);
      answers.push([role, data.accessStatement === null ? codes : 'SHOWN']);
    }
    const shown: ReadonlySet<string> = new Set(['supervisor', 'auditor']);
    expect(answers).toEqual(roles.map((role) => [role, shown.has(role) ? 'SHOWN' : ['POLICY_DENIED']]));
  });
});

interface Asked {
  readonly data: { readonly accessStatement: unknown };
  readonly errors: readonly unknown[] | undefined;
  readonly codes: readonly unknown[] | undefined;
}

async function ask(
  house: string,
  extensions: Readonly<Record<string, unknown>> | undefined,
  access?: ReturnType<typeof accessFor>,
): Promise<Asked> {
  const entry = 'at role body { code nameTh nameEn } purpose dataKinds textTh textEn';
  const result = await graphql({
    schema: casefile.schema,
    source: `query ($house: HouseCode!) { accessStatement(houseCode: $house) { houseCode verified entries { ${entry} } } }`,
    variableValues: { house },
    contextValue: casefile.context({ ...(extensions && { extensions }), ...(access && { access }) }),
  });
  const codes = result.errors?.map((error) => error.extensions['code']);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain JSON of the query above
  const data = JSON.parse(JSON.stringify(result.data)) as Asked['data'];
  return { data, errors: result.errors, codes };
}
