import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  coerceInputValue,
  Kind,
  parse,
  typeFromAST,
  isInputType,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { savedOperations } from './saved-operations.ts';

const supergraph = path.join(import.meta.dirname, '../../schema/supergraph.graphql');
const schema = buildSchema(readFileSync(supergraph, 'utf8'), { assumeValidSDL: true });

describe.each(savedOperations())('saved operation $name', ({ query, variables }) => {
  const document = parse(query);
  const [operation] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

  it('is valid against the graph', () => {
    expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  });

  it('has a value of the right type for every variable that needs one', () => {
    const faults = (operation?.variableDefinitions ?? []).flatMap((definition) => {
      const type = typeFromAST(schema, definition.type);
      if (!isInputType(type)) return [`${definition.variable.name.value}: no input type`];
      const found: string[] = [];
      coerceInputValue(variables[definition.variable.name.value], type, (at, _value, error) => {
        found.push(`${definition.variable.name.value} ${at.join('.')}: ${error.message}`);
      });
      return found;
    });
    expect(faults).toEqual([]);
  });

  it('gives no variable that the operation does not declare', () => {
    const declared = (operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(declared).toEqual(expect.arrayContaining(Object.keys(variables)));
  });

  it('opens with a comment in Thai and in English that fits the editor', () => {
    const lines = query.split('\n');
    const comment = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    );
    expect(comment.join('\n')).toMatch(/\p{Script=Thai}{5}/u);
    expect(comment.join('\n')).toMatch(/[A-Za-z]{5}/u);
    expect(comment.filter((line) => line.length > 60)).toEqual([]);
  });

  it('stays far below the limit of 1,500 selections, fragments counted as often as they are used', () => {
    expect(countSelections(document)).toBeLessThan(500);
  });
});

describe('the saved operations', () => {
  it('come in the order of the tabs, each under an operation name that serves as its title', () => {
    const titles = savedOperations().map(({ query }) => /^query (\w+)/mu.exec(query)?.[1]);
    expect(titles).toEqual(['WholeCaseFile', 'GapsOnly', 'WhoAnswered', 'DistrictHouseholds', 'ProgrammeCatalogue']);
  });
});

function countSelections(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const count = (node: DefinitionNode): number => {
    let total = 0;
    visit(node, {
      Field: () => {
        total += 1;
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment !== undefined) total += 1 + count(fragment);
      },
    });
    return total;
  };
  return document.definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .reduce((sum, each) => sum + count(each), 0);
}
