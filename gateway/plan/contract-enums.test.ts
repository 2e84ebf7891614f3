import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { readContract } from './contract-enums.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

/** A subgraph that says a code, as the bodies do. */
function body(name: string, codes: string): { readonly name: string; readonly typeDefs: string } {
  return { name, typeDefs: `${link} enum BodyCode { ${codes} } type Query { ${name}: BodyCode }` };
}

/** The join's part: it takes a code too, so that the enum must be equal everywhere. */
function join(codes: string): { readonly name: string; readonly typeDefs: string } {
  return {
    name: 'casefile',
    typeDefs: `${link} enum BodyCode { ${codes} } type Query { programmes(body: BodyCode): [BodyCode!] }`,
  };
}

const contract = readContract();
const all = contract.definitions
  .flatMap((definition) => ('values' in definition && definition.name.value === 'BodyCode' ? definition.values : []))
  .map((value) => value?.name.value ?? '');

describe('a body that was published before the contract grew', () => {
  it('composes with the others as it stands', () => {
    const supergraph = composeSupergraph([body('old', all.slice(0, 3).join(' ')), join(all.join(' '))]);
    const codes = buildSchema(supergraph, { assumeValidSDL: true }).getType('BodyCode');
    expect(isEnumType(codes) && codes.getValues().map(({ name }) => name)).toEqual(all);
  });

  it('keeps the values that it writes in an extension of the enum', () => {
    const { name, typeDefs } = body('old', all.slice(0, 3).join(' '));
    const extended = { name, typeDefs: `${typeDefs} extend enum BodyCode { ${all[3] ?? ''} }` };
    expect(composeSupergraph([extended, join(all.join(' '))])).toContain(`${all[3] ?? ''} @join__enumValue`);
  });
});

describe('a body that adds a value of its own to the contract', () => {
  it('is refused, and the value is named', () => {
    expect(() => composeSupergraph([body('forward', `${all.join(' ')} MY_OWN`), join(all.join(' '))])).toThrow(
      /BodyCode.*MY_OWN/u,
    );
  });
});
