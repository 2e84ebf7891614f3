import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundTripsEveryFact } from '../_kit/test-kit-facts.ts';
import { namesEveryRegistry, roundTripsEveryDetail } from '../_kit/test-kit-registry.ts';
import { extractOf, openForTest, type TestBody } from '../_kit/test-kit.ts';
import { registry } from './data.ts';
import { subgraph } from './subgraph.ts';

const houseCode = '99991000001';
const visit = { visitedOn: '2022-07-01', outcome: 'HELPED', remark: 'สบายดี' };
let opened: TestBody;

beforeEach(async () => {
  opened = await openForTest(subgraph);
});

afterEach(() => opened.close());

describe('the template-body subgraph', () => {
  it('gives back every fact of its dictionary as stated, null and absent kept apart', async () => {
    await expect(roundTripsEveryFact(subgraph)).resolves.toBeUndefined();
  });

  it('names the registry of the dictionary with each fact', async () => {
    await expect(namesEveryRegistry(subgraph)).resolves.toBeUndefined();
  });

  it('gives back every column of its visits', async () => {
    await expect(roundTripsEveryDetail(subgraph, registry, { visits: visit })).resolves.toBeUndefined();
  });

  it('says in its own name who is on the register, who is not, and who was visited', async () => {
    const members = { M1: { templateBodyMember: true }, M2: { templateBodyMember: false } };
    await opened.load(extractOf({ members, details: { visits: [{ member: 'M1', ...visit }] } }));
    const record = await opened.record(
      houseCode,
      `{ templateBody { body { code nameTh nameEn } found facts { subject value }
        members { person { personId } registered } visits { person { personId } outcome } } }`,
    );
    const M1 = { person: { personId: `${houseCode}-M1` } };
    expect(record).toEqual({
      templateBody: {
        body: { code: 'TEMPLATE_BODY', nameTh: 'หน่วยงานแม่แบบ', nameEn: 'Template Body' },
        found: true,
        facts: [
          { subject: `${houseCode}-M1`, value: true },
          { subject: `${houseCode}-M2`, value: false },
        ],
        members: [{ ...M1, registered: true }],
        visits: [{ ...M1, outcome: 'HELPED' }],
      },
    });
  });

  it('has found nothing where nobody is on the register, whatever its history holds', async () => {
    const visits = [{ member: 'M1', ...visit, outcome: 'NOBODY_HOME' }];
    await opened.load(extractOf({ members: { M1: { templateBodyMember: false } }, details: { visits } }));
    expect(await opened.record(houseCode, '{ templateBody { found } }')).toEqual({
      templateBody: { found: false },
    });
  });

  it('gives no answer for a house whose registry was not read', async () => {
    await opened.load(extractOf({ members: { M1: {} }, wasRead: false }));
    expect(await opened.record(houseCode, '{ templateBody { found } }')).toEqual({ templateBody: null });
  });

  it('reads any number of households with one statement, and one more for the visits', async () => {
    const houses = ['99991000001', '99991000002', '99991000003'];
    const members = { M1: { templateBodyMember: true } };
    await opened.load(...houses.map((code) => extractOf({ houseCode: code, members })));
    const text = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Household {
      templateBody { members { registered } visits { outcome } } } } }`;
    const keys = houses.map((code) => ({ __typename: 'Household', houseCode: code }));
    const one = { templateBody: { members: [{ registered: true }], visits: [] } };
    expect(await opened.query(text, { keys })).toEqual({
      data: { _entities: [one, one, one] },
      errors: [],
      statements: 2,
    });
  });

  it.each([
    [{ M1: { templateBodyMember: 'yes' } }, {}, 'members[M1].templateBodyMember: must be true or false'],
    [
      { M1: {} },
      { visits: [{ member: 'M1', ...visit, outcome: 'AWAY' }] },
      'registries.template-body.visits[0].outcome: must be one of HELPED',
    ],
  ])('refuses %j with %j', (members, details, problem) => {
    expect(() => opened.body.importer.rowsOf(extractOf({ members, details }))).toThrow(problem);
  });
});
