import {
  Kind,
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  type DocumentNode,
} from 'graphql';

/** One `@link` of a schema. */
export interface Link {
  readonly url: string;
  readonly line: number;
  /** Name in the specification -> name in this schema, both with their `@`. */
  readonly imports: ReadonlyMap<string, string>;
}

export interface Links {
  readonly all: readonly Link[];
  /** Names that `@composeDirective` hands on, with their `@`. */
  readonly composed: ReadonlySet<string>;
  /** What federation calls the directive of that name here: `federation__key` and a renamed import are `key`. */
  readonly federationName: (name: string) => string;
  /** Line of the schema's own directives, for what is missing there. */
  readonly line: number;
}

export const federationUrl = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/u;
export const accessUrl = /^https:\/\/specs\.samutphok\.example\/access\/v1\.\d+$/u;
export const linkUrl = /^https:\/\/specs\.apollo\.dev\/link\/v1\.\d+$/u;

/** What `schema` and `extend schema` say of the specifications that a subgraph uses. */
export function readLinks({ definitions }: DocumentNode): Links {
  const schemas = definitions.filter(
    (definition) => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION,
  );
  const directives = schemas.flatMap((definition) => definition.directives ?? []);
  const all = directives.filter(({ name }) => name.value === 'link').map(linkOf);
  const federation = all.find(({ url }) => federationUrl.test(url));
  const renamed = new Map([...(federation?.imports ?? [])].map(([name, local]) => [local.slice(1), name.slice(1)]));
  return {
    all,
    composed: new Set(
      directives.filter(({ name }) => name.value === 'composeDirective').map((one) => textOf(argument(one, 'name'))),
    ),
    federationName: (name) => renamed.get(name) ?? name.replace(/^federation__/u, ''),
    line: schemas[0]?.loc?.startToken.line ?? 1,
  };
}

function linkOf(directive: ConstDirectiveNode): Link {
  const imports = argument(directive, 'import');
  const entries = imports?.kind === Kind.LIST ? imports.values : [];
  return {
    url: textOf(argument(directive, 'url')),
    line: directive.loc?.startToken.line ?? 1,
    imports: new Map(
      entries.map((entry) => {
        if (entry.kind !== Kind.OBJECT) return [textOf(entry), textOf(entry)];
        const name = textOf(member(entry, 'name'));
        return [name, textOf(member(entry, 'as')) || name];
      }),
    ),
  };
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value;
}

function member(value: ConstObjectValueNode, name: string): ConstValueNode | undefined {
  return value.fields.find((each) => each.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string {
  return value?.kind === Kind.STRING ? value.value : '';
}
