import { assert, asyncProperty, pre, subarray } from 'fast-check';
import {
  Kind,
  TypeInfo,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isOutputType,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode, GraphQLOutputType, SelectionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from './test-engine.ts';
import { anyOperation } from './test-operations.ts';
import { createTestReader, village, villageIds } from './test-village.ts';

/*
 * Generated operations with any objects hidden: what a reader gets is what everybody gets, without them. The oracle knows
 * every object in the answer because it asks for its type and id as well, and then walks the whole answer as the contract
 * of a reader says.
 */

const { engine, supergraphs } = await createTestEngine(village);
const schema = supergraphs.current().apiSchema;
const variables = { yes: true, no: false, first: 1 };
const head = 'query ($yes: Boolean!, $no: Boolean!, $first: Int = 1, $defaulted: Boolean = true)';
const argumentTexts = {
  id: ['(id: "h1")', '(id: "p2")', '(id: "none")'],
  first: ['', '(first: 1)', '(first: $first)'],
  of: ['', '(of: 3)'],
};

const needs: Readonly<Record<string, string>> = {
  House: 'name id facts { name kind { id } }',
  Person: 'name id home { id }',
  Fact: 'name id',
};
const needed: Readonly<Record<string, object>> = {
  House: { name: expect.any(String), facts: [{ name: 'ill', kind: { id: 'ill' } }, { kind: { id: 'poor' } }] },
  Person: { name: expect.any(String) },
  Fact: { name: expect.any(String) },
};

describe('what a reader gets', () => {
  it('is the whole answer without what is hidden', async () => {
    let hiding = 0;
    await assert(
      asyncProperty(
        anyOperation(schema, argumentTexts),
        subarray(Object.keys(needs)),
        subarray([...villageIds]),
        async (selections, guarded, hides) => {
          const document = parse(`${head} ${selections}`);
          pre(validate(schema, document).every(({ message }) => message.includes('is never used')));
          const guards = Object.fromEntries(guarded.map((name) => [name, needs[name] ?? '']));
          const reader = createTestReader({ guards, hides });
          const [seen, whole] = await Promise.all([
            engine.execute({ document, variables, reader }),
            engine.execute({ document: withIdentities(document), variables }),
          ]);
          expect(whole.errors).toEqual([]);
          const expected = filtered(JSON.parse(whole.text ?? ''), new Set(guarded), new Set(hides));
          expect(JSON.parse(seen.text ?? '')).toEqual(expected.data);
          expect(sorted(seen.errors.map(({ path, extensions: { code } }) => [path, code]))).toEqual(
            sorted(expected.errors),
          );
          for (const { guard, row } of reader.looks) expect(row).toMatchObject(needed[guard] ?? {});
          if (JSON.stringify(expected.data) !== JSON.stringify(unmarked(JSON.parse(whole.text ?? '')))) hiding += 1;
        },
      ),
      { numRuns: 250, seed: 29, maxSkipsPerRun: 20 },
    );
    expect(hiding).toBeGreaterThan(60);
  }, 120_000);
});

const identities: readonly SelectionNode[] = selectionsOf(
  '{ _type: __typename } { ... on House { _id: id } } { ... on Person { _id: id } } { ... on Fact { _id: id } }',
);

function selectionsOf(text: string): SelectionNode[] {
  return parse(text).definitions.flatMap((each) => ('selectionSet' in each ? [...each.selectionSet.selections] : []));
}

/** The same with the type and the id of every object. */
function withIdentities(document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node, _key, parent) => {
          const isOfField = typeof parent === 'object' && 'kind' in parent && parent.kind !== Kind.INLINE_FRAGMENT;
          if (!isOfField) return undefined;
          const name = String(types.getParentType());
          const fitting = identities.filter((each) => each.kind === Kind.FIELD || canBe(name, each));
          return { ...node, selections: [...node.selections, ...fitting] };
        },
      },
    }),
  );
}

function canBe(typeName: string, selection: SelectionNode): boolean {
  const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
  return condition === typeName || (['Thing', 'Anything'].includes(typeName) && condition !== 'Fact');
}

type Row = Readonly<Record<string, unknown>>;
type Told = readonly [readonly (string | number)[], string];

/** An object that is hidden itself, or that has one inside that may not be null. */
class Hidden {
  readonly isItself: boolean;
  constructor(isItself: boolean) {
    this.isItself = isItself;
  }
}

function filtered(
  whole: Row,
  guarded: ReadonlySet<string>,
  hides: ReadonlySet<string>,
): { data: unknown; errors: Told[] } {
  const errors: Told[] = [];
  const codes = new Map([
    ['House', 'HOUSEHOLD_NOT_FOUND'],
    ['Person', 'PERSON_NOT_FOUND'],
    ['Fact', 'POLICY_DENIED'],
  ]);
  const data = ofObject(whole, [], 0);
  return { data: data instanceof Hidden ? null : data, errors };

  function ofObject(object: Row, path: Told[0], lists: number): unknown {
    const typeName = String(object['_type']);
    if (guarded.has(typeName) && hides.has(String(object['_id']))) {
      errors.push([path, codes.get(typeName) ?? '']);
      return new Hidden(true);
    }
    const shown: Record<string, unknown> = {};
    const before = errors.length;
    for (const [responseName, value] of Object.entries(object)) {
      if (responseName === '_type' || responseName === '_id') continue;
      const type = fieldType(typeName, responseName);
      const inner = ofValue(value, type, [...path, responseName], lists);
      if (!(inner instanceof Hidden)) shown[responseName] = inner;
      else if (isNonNullType(type) || (!inner.isItself && lists > 0)) {
        errors.splice(before, errors.length - before - 1);
        return new Hidden(false);
      } else shown[responseName] = null;
    }
    return shown;
  }

  function ofValue(value: unknown, type: GraphQLOutputType | undefined, path: Told[0], lists: number): unknown {
    if (isNonNullType(type)) return ofValue(value, type.ofType, path, lists);
    if (isListType(type) && isOutputType(type.ofType)) return ofList(value, type.ofType, path, lists + 1);
    return isCompositeType(type) && isRow(value) ? ofObject(value, path, lists) : value;
  }

  function ofList(value: unknown, itemType: GraphQLOutputType, path: Told[0], lists: number): unknown {
    if (!Array.isArray(value)) return value;
    const shown: unknown[] = [];
    for (const item of value) {
      const before = errors.length;
      const inner = ofValue(item, itemType, [...path, shown.length], lists);
      if (inner instanceof Hidden) errors.length = before;
      else shown.push(inner);
    }
    return shown;
  }
}

/** A generated alias has the field's name in its middle. */
function fieldType(typeName: string, responseName: string): GraphQLOutputType | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[responseName.split('_')[1] ?? responseName]?.type : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  if (!isRow(value)) return value;
  const shown = Object.entries(value).filter(([name]) => name !== '_type' && name !== '_id');
  return Object.fromEntries(shown.map(([name, inner]) => [name, unmarked(inner)]));
}

function sorted(told: readonly unknown[]): string[] {
  return told.map((each) => JSON.stringify(each)).toSorted();
}
