import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { bodyNames, recordField } from '../../schema/contract/bodies.ts';
import { readSharedSchema } from '../_kit/shared-schema.ts';

/** What the join needs of each body's record. Programmes are known from the catalogue by their identifier. */
const fromEachRecord = `
  found asOf
  facts { name subject value asOf countedFrom countedIn }
  entitlements { id programme { id } person { personId } status money { thb maxThb period } startedOn endedOn asOf recordRef }
  services { id programme { id } person { personId } status deliveredOn asOf }`;

const required = `members { personId nameTh } ${bodyNames.map((name) => `${recordField(name)} { ${fromEachRecord} }`).join(' ')}`;

/**
 * The join's schema: schema.graphql, in which every `@joined` field becomes `@requires` over the thirteen records, and
 * a stub of each record type. It is plain Federation 2: one more body needs no line here.
 */
export function joinTypeDefs(): DocumentNode {
  const own = readFileSync(path.join(import.meta.dirname, 'schema.graphql'), 'utf8');
  const records = bodyNames.map((name) => recordStub(recordField(name), recordType(name)));
  const document = parse([readSharedSchema(), own, ...records].join('\n'));
  return visit(document, {
    DirectiveDefinition: (node) => (node.name.value === 'joined' ? null : undefined),
    Directive: (node) => (node.name.value === 'joined' ? requiresAll : undefined),
  });
}

/** `social-welfare` -> `SocialWelfareRecord`. */
function recordType(name: string): string {
  const field = recordField(name);
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}Record`;
}

function recordStub(field: string, type: string): string {
  return `
    extend type Household { ${field}: ${type} @external }
    type ${type} @external {
      found: Boolean!
      asOf: DateTime!
      facts: [Fact!]!
      entitlements: [Entitlement!]!
      services: [ServiceRecord!]!
    }`;
}

const requiresAll: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'requires' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'fields' },
      value: { kind: Kind.STRING, value: required.replaceAll(/\s+/gu, ' ') },
    },
  ],
};
