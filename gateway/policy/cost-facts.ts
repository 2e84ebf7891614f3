import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import type { CostFacts, ListSize } from './cost.ts';

/** Reads `@cost` and `@listSize` of a supergraph. What they say wrongly counts as not said. */
export function readCostFacts(sdl: string): CostFacts {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (!('name' in definition) || definition.name === undefined || !isTyped(definition)) continue;
    const type = definition.name.value;
    addWeight(weights, type, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      addWeight(weights, coordinate, field.directives);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      addListSize(listSizes, coordinate, field);
      for (const argument of field.arguments ?? []) {
        addWeight(weights, `${coordinate}(${argument.name.value}:)`, argument.directives);
      }
    }
  }
  return { weights, listSizes };
}

function isTyped(definition: { readonly kind: Kind }): definition is TypeDefinitionNode {
  return definition.kind.endsWith('TypeDefinition');
}

function addWeight(
  weights: Map<string, number>,
  coordinate: string,
  directives: readonly ConstDirectiveNode[] = [],
): void {
  const weight = Number(argumentsOf(directives, 'cost')?.['weight']);
  if (Number.isFinite(weight)) weights.set(coordinate, weight);
}

function addListSize(
  listSizes: Map<string, ListSize>,
  coordinate: string,
  { directives = [] }: FieldDefinitionNode,
): void {
  const said = argumentsOf(directives, 'listSize');
  if (said === undefined) return;
  const { assumedSize, slicingArguments, sizedFields } = said;
  listSizes.set(coordinate, {
    ...(typeof assumedSize === 'number' && { assumedSize }),
    ...(isNames(slicingArguments) && { slicingArguments }),
    ...(isNames(sizedFields) && { sizedFields }),
  });
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[],
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives.find((each) => each.name.value === name);
  return (
    directive &&
    Object.fromEntries(directive.arguments?.map((each) => [each.name.value, valueFromASTUntyped(each.value)]) ?? [])
  );
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
