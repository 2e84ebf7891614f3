import { array, constant, constantFrom, nat, oneof, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { getNamedType, isAbstractType, isCompositeType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';

/* Support for tests: random operations over a graph. */

/** For the first argument of a field, by its name: the ways in which it is given. */
export type ArgumentTexts = Readonly<Record<string, readonly string[]>>;

/**
 * The selection of a random query, most often a valid one. It may use the variables `$yes` and `$no`, `$defaulted`, which
 * is true, and those of the arguments. An alias is a letter, the field's name and its arguments with `_` between them.
 */
export function anyOperation(of: GraphQLSchema, argumentTexts: ArgumentTexts): Arbitrary<string> {
  const queryType = of.getQueryType();
  if (!queryType) throw new TypeError('A graph has a query type');
  return selectionSet({ of, argumentTexts }, queryType, 4);
}

interface Graph {
  readonly of: GraphQLSchema;
  readonly argumentTexts: ArgumentTexts;
}

function selectionSet(graph: Graph, type: GraphQLCompositeType, depth: number): Arbitrary<string> {
  const choices: Arbitrary<string>[] = [constantFrom('__typename', 'kind: __typename')];
  if ('getFields' in type) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (isLeafType(named)) choices.push(fieldText(graph, field, constant('')));
      else if (depth > 0 && isCompositeType(named)) {
        choices.push(
          fieldText(
            graph,
            field,
            nat(0).chain(() => selectionSet(graph, named, depth - 1)),
          ),
        );
      }
    }
  }
  if (depth > 0) {
    const conditions = isAbstractType(type) ? [type, ...graph.of.getPossibleTypes(type)] : [type];
    for (const condition of conditions) {
      if (!isObjectType(condition) && condition !== type) continue;
      choices.push(
        tuple(
          directive,
          nat(0).chain(() => selectionSet(graph, condition, depth - 1)),
        ).map(([text, inner]) => `... on ${condition.name} ${text} ${inner}`),
      );
    }
  }
  return array(oneof(...choices), { minLength: 1, maxLength: 5 }).map((selections) => {
    const isCertain = selections.some((selection) => !selection.includes('@'));
    return `{ ${selections.join(' ')} ${isCertain ? '' : '__typename'} }`;
  });
}

const directive = oneof(
  { weight: 6, arbitrary: constant('') },
  constantFrom(
    '@include(if: $yes)',
    '@include(if: $no)',
    '@skip(if: $yes)',
    '@skip(if: $no)',
    '@include(if: $defaulted)',
    '@skip(if: true)',
  ),
);

/** An alias stands for the field and its arguments, so that most operations are valid; none is another field's name. */
function fieldText(
  { argumentTexts }: Graph,
  { name, args: [argument] }: GraphQLField<unknown, unknown>,
  inner: Arbitrary<string>,
): Arbitrary<string> {
  const given = argumentTexts[argument?.name ?? ''] ?? [''];
  return tuple(constantFrom(...given), constantFrom('', 'x', 'y'), directive, inner).map(
    ([arguments_, alias, text, rest]) => {
      const suffix = arguments_.replaceAll(/\W/gu, '');
      const prefix = alias === '' && suffix === '' ? '' : `${alias}_${name}_${suffix}: `;
      return `${prefix}${name}${arguments_} ${text} ${rest}`;
    },
  );
}
