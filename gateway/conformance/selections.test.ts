import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { entitiesQuery, wholeSelection } from './selections.ts';
import { readSubgraphSchema } from './subgraph-schema.ts';

describe('wholeSelection', () => {
  it('asks for all that the subgraph tells, down to other entities and to the catalogue', () => {
    const schema = readSubgraphSchema(`
      type Household @key(fields: "houseCode") { houseCode: ID! members: [Person!]! area: Area @external }
      extend type Household { boats: BoatsRecord }
      type Person @key(fields: "personId") { personId: ID! name: String }
      interface BodyRecord { found: Boolean! }
      type BoatsRecord implements BodyRecord { found: Boolean! fleet: [Boat!] history(from: String!): [Boat!] recent(first: Int = 3): [Boat!] }
      type Boat { name: String owner: Person kind: Kind sister: Boat programme: Programme thing: Thing }
      type Programme { id: ID! nameTh: String } type Area { code: ID! } enum Kind { BIG } union Thing = Boat | Area
    `);
    const selection = wholeSelection(schema, 'Household');
    expect(selection).toContain('houseCode members { personId } boats { __typename body { code nameTh nameEn } found');
    const boat = '{ name owner { personId } kind programme { id } thing { __typename } }';
    expect(selection).toContain(`fleet ${boat} recent ${boat}`);
    expect(selection).not.toMatch(/area|history|sister/u);
    expect(() => parse(entitiesQuery({ Household: selection }))).not.toThrow();
  });

  it('ends for types that lead to one another in many ways', () => {
    const layers = Array.from(
      { length: 40 },
      (_, at) => `type Layer${at} { one: Layer${at + 1} other: Layer${at + 1} }`,
    );
    const schema = readSubgraphSchema(`
      type Household @key(fields: "houseCode") { houseCode: ID! first: Layer0 } type Layer40 { name: String } ${layers.join(' ')}
    `);
    expect(wholeSelection(schema, 'Household').length).toBeLessThan(100_000);
  });
});
