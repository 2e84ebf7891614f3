import {
  isTypeDefinitionNode,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';

/** What one graph has and another has not, by coordinate: `Type`, `Type.field` or `Enum.VALUE`. */
export interface GraphChanges {
  readonly added: readonly GraphElement[];
  readonly removed: readonly GraphElement[];
  readonly changed: readonly (GraphElement & { readonly before: string })[];
}

export interface GraphElement {
  readonly coordinate: string;
  /** What readers may know of it: kind or type, arguments, who may see it. */
  readonly signature: string;
}

/** Signatures by coordinate. */
export type GraphElements = ReadonlyMap<string, string>;

export function changesBetween(before: GraphElements, after: GraphElements): GraphChanges {
  const elements = (of: GraphElements, without: GraphElements): readonly GraphElement[] =>
    [...of].filter(([name]) => !without.has(name)).map(([coordinate, signature]) => ({ coordinate, signature }));
  return {
    added: elements(after, before),
    removed: elements(before, after),
    changed: [...after].flatMap(([coordinate, signature]) => {
      const was = before.get(coordinate);
      return was === undefined || was === signature ? [] : [{ coordinate, signature, before: was }];
    }),
  };
}

/** Everything in a supergraph that readers can see, with its classes of access; nothing of how it is resolved. */
export function graphElements(supergraph: string): GraphElements {
  return new Map(parse(supergraph, { noLocation: true }).definitions.flatMap(elementsOf));
}

type Element = readonly [coordinate: string, signature: string];

function elementsOf(definition: DefinitionNode): readonly Element[] {
  if (!isTypeDefinitionNode(definition)) return [];
  const { value: type } = definition.name;
  // How it is resolved is nobody's business but the planner's.
  if (/^(?:join|link|core)__/u.test(type)) return [];
  return [
    [type, kindOf(definition)],
    ...membersOf(definition).map((member): Element => [`${type}.${member.name.value}`, signatureOf(member)]),
  ];
}

type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

function membersOf(definition: TypeDefinitionNode): readonly Member[] {
  if ('fields' in definition) return definition.fields ?? [];
  return 'values' in definition ? (definition.values ?? []) : [];
}

function kindOf(definition: TypeDefinitionNode): string {
  const kind = definition.kind.replace(/(?:Object)?TypeDefinition$/u, '').toLowerCase();
  const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []).map(({ name }) => name.value) : [];
  const implemented = interfaces.length > 0 ? `implements ${interfaces.join(' & ')}` : '';
  return joined(kind === '' ? 'type' : kind, implemented, accessOf(definition.directives));
}

function signatureOf(member: Member): string {
  const taken = 'arguments' in member ? (member.arguments ?? []) : [];
  const parameters = taken.map(({ name, type }) => `${name.value}: ${print(type)}`).join(', ');
  return joined(
    parameters === '' ? '' : `(${parameters})`,
    'type' in member ? print(member.type) : 'value',
    accessOf(member.directives),
  );
}

/** Who may see it, and whether it is on its way out. */
function accessOf(directives: readonly ConstDirectiveNode[] = []): string {
  return directives
    .filter(({ name }) => shownDirectives.has(name.value))
    .map((directive) => print(directive))
    .join(' ');
}

const shownDirectives: ReadonlySet<string> = new Set([
  'open',
  'personal',
  'sensitive',
  'mask',
  'deprecated',
  'inaccessible',
]);

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
