import { Kind, buildSchema, parse, print, stripIgnoredCharacters } from 'graphql';
import type { FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { addNeededFields } from './needed-fields.ts';

const schema = buildSchema(`
  type Query { house: House people: [Person] any: Any }
  type Mutation { move: House }
  type House { id: ID owner: Person }
  type Person { id: ID home: House }
  union Any = House | Person
`);

/** Every set asks for its type and place by a field of that name. */
function added(text: string): string {
  const document = addNeededFields(schema, parse(text), ({ name }, field) => {
    const value = field === undefined ? name : `${name}_${field.parent.name}_${field.name}`;
    const node: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value } };
    return name.startsWith('__') ? [] : [node];
  });
  return stripIgnoredCharacters(print(document));
}

describe('what is needed of objects', () => {
  it('is added to each selection set, by its type and field, in fragments as well', () => {
    expect(
      added('{ h: house { owner { id } } ...F } fragment F on Query { people { ... on Person { home { id } } } }'),
    ).toBe(
      '{h:house{owner{id Person_House_owner}House_Query_house}...F Query}' +
        'fragment F on Query{people{...on Person{home{id House_Person_home}}Person_Query_people}}',
    );
  });

  it('stands under the conditions of the set', () => {
    expect(added('query($x:Boolean!){any@include(if:$x){__typename@skip(if:$x)}}')).toBe(
      'query($x:Boolean!){any@include(if:$x){__typename@skip(if:$x)Any_Query_any}Query}',
    );
  });

  it('is no action, and nothing of leaves and of the schema', () => {
    expect(added('mutation { move { id } }')).toBe('mutation{move{id House_Mutation_move}}');
    expect(added('{ __schema { queryType { name } } }')).toBe('{__schema{queryType{name}}Query}');
  });

  it('leaves the document itself where there is nothing', () => {
    const document = parse('{ house { id } }');
    expect(addNeededFields(schema, document, () => [])).toBe(document);
  });
});
