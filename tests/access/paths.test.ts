import {
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullHouse, fullPerson } from '../../subgraphs/_kit/test-kit-household.ts';
import { createServer, createInstruments, engineGateway } from '../../gateway/app/runtime.ts';
import { openAccessBed, type AccessBed } from '../support/access.ts';
import { testSettings, type Json } from '../support/gateway.ts';
import { pathOperations, type PathOperation } from './paths.ts';

let bed: AccessBed;
let operations: readonly PathOperation[];

beforeAll(async () => {
  bed = await openAccessBed();
  const entries = { houseCode: fullHouse, personId: fullPerson, citizenId: '', areaCode: '50' };
  operations = pathOperations(bed.schema, entries);
});

afterAll(() => bed.close());

describe('the operations of the walk', () => {
  it('stand on every field that is classified as anything but open, and on each that leads to it', () => {
    const { rules, schema } = bed;
    const reached = new Set(operations.flatMap(({ query }) => coordinatesOf(query)));
    const citizens = [...rules.keys()].filter((coordinate) => {
      const [type = '', field = ''] = coordinate.split('.');
      const object = schema.getType(type);
      return isObjectType(object) && object.getFields()[field] !== undefined && rules.get(coordinate)?.level !== 'open';
    });
    // Who looked is asked of the journal: see statement.test.ts.
    const journal = citizens.filter((coordinate) => rules.get(coordinate)?.kind === 'JOURNAL');
    expect(journal.length).toBeGreaterThan(0);
    expect(citizens.filter((each) => !reached.has(each) && !journal.includes(each))).toEqual([]);
  });

  it('stand on them by every entry', () => {
    const records = [...bed.rules].filter(([, { body }]) => body !== undefined).map(([coordinate]) => coordinate);
    for (const entry of [
      'Query.household',
      'Household.members.household',
      'Query.person by personId',
      'Query.households',
    ]) {
      const reached = new Set(
        operations.filter((each) => each.entry === entry).flatMap(({ query }) => coordinatesOf(query)),
      );
      expect(records.filter((each) => !reached.has(each) && !/\.[A-Z_0-9]+$/u.test(each))).toEqual([]);
    }
  });

  it('pass every limit of the gateway', async () => {
    const { gate, engine, clock, access } = bed;
    const settings = {
      ...createInstruments(testSettings),
      config: testSettings,
      clock,
      pages: [],
      bodies: new Map(),
      gate,
    };
    const server = await createServer(engineGateway(engine, settings), settings);
    const token = access.demo?.issueDemoToken({ role: 'report-builder', areas: ['50'], subject: 'limits' });
    const headers = {
      authorization: `Bearer ${token ?? ''}`,
      'x-purpose': 'REPORT',
      'content-type': 'application/json',
    };
    for (const { query, variables, entry } of operations.filter((each) => !each.entry.endsWith('citizenId'))) {
      clock.advance(60_000);
      // oxlint-disable-next-line no-await-in-loop -- one after the other: together they would be too dear
      const response = await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
      const { data, errors = [] }: Json = response.json();
      const codes = new Set(errors.map(({ extensions }: Json) => extensions.code));
      expect([entry, typeof data, [...codes]]).toEqual([entry, 'object', ['POLICY_DENIED']]);
    }
    await server.close();
  });
});

function coordinatesOf(query: string): readonly string[] {
  const types = new TypeInfo(bed.schema);
  const found: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      [Kind.FIELD]: () => {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!isCompositeType(parent) || !field) return;
        // A field of an interface is one of each of its types.
        const objects = isAbstractType(parent) ? bed.schema.getPossibleTypes(parent) : [parent];
        found.push(...objects.map(({ name }) => `${name}.${field.name}`));
      },
    }),
  );
  return found;
}
