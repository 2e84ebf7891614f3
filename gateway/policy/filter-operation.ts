import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { AccessRule } from '../../schema/contract/access-rules.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { createLruCache, type LruCache } from '../kernel/lru-cache.ts';
import type { Variables } from './amount.ts';
import { pickOperation, readDefinitions, type Definitions } from './definitions.ts';
import type { FieldPolicy } from './field-policy.ts';
import { requirementOf, rulesOfVariable, type VariableRequirement } from './required-rules.ts';
import { walkOperation, type DeniedField, type Met, type Walked } from './walk-operation.ts';

/** What one principal may ask of an operation. The same object is returned for the same decision, so it can be a key. */
export interface FilteredOperation {
  /** To be planned; null when nothing is left. The client's own document when nothing is withheld. */
  readonly document: DocumentNode | null;
  /** Names the decision within the document: empty when nothing is withheld, else for caches beside the document's hash. */
  readonly variant: string;
  /**
   * The client's selection with fragments written out, to write the answer from; where a field is in `withheld`, the
   * answer has null and an error POLICY_DENIED. The client's own document when nothing is withheld.
   */
  readonly shape: DocumentNode;
  readonly withheld: ReadonlySet<FieldNode>;
  readonly denied: readonly DeniedField[];
}

export interface OperationToFilter {
  /** Has passed the limits and validation. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | undefined;
  readonly principal: Principal | null;
}

/** Throws OPERATION_UNRESOLVED. */
export type OperationFilter = (operation: OperationToFilter) => FilteredOperation;

const maxVariants = 64;

/**
 * Makes the filter of one supergraph: decisions on every edge, before planning. What an operation asks for is worked out
 * once for each document; for a principal only its distinct rules are decided, and documents are rewritten once for each
 * outcome. `__typename` and introspection are decided with the operation, not here.
 */
export function createOperationFilter(schema: GraphQLSchema, policy: FieldPolicy): OperationFilter {
  const known = new WeakMap<DocumentNode, Map<string, Examined>>();
  return ({ document, operationName, variables = {}, principal }) => {
    const byName = known.get(document) ?? new Map<string, Examined>();
    known.set(document, byName);
    const name = operationName ?? '';
    const examined = byName.get(name) ?? examine(schema, policy, document, operationName);
    byName.set(name, examined);
    return decide(examined, policy, principal, variables);
  };
}

interface Examined {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly definitions: Definitions;
  readonly operation: OperationDefinitionNode;
  readonly rules: readonly AccessRule[];
  readonly fromVariables: readonly VariableRequirement[];
  readonly unchanged: FilteredOperation;
  readonly variants: LruCache<string, FilteredOperation>;
}

function examine(
  schema: GraphQLSchema,
  policy: FieldPolicy,
  document: DocumentNode,
  operationName: string | null | undefined,
): Examined {
  const definitions = readDefinitions(document);
  const operation = pickOperation(definitions, operationName);
  const rules = new Set<AccessRule>();
  const fromVariables = new Map<string, VariableRequirement>();
  const collect = ({ place, field, node }: Met): boolean => {
    const requirement = requirementOf(policy, place, field, node);
    for (const rule of requirement.rules) rules.add(rule);
    for (const each of requirement.fromVariables) fromVariables.set(nameOf(each), each);
    return false;
  };
  walkOperation({ schema, definitions, isDenied: collect }, operation);
  return {
    schema,
    document,
    definitions,
    operation,
    rules: [...rules],
    fromVariables: [...fromVariables.values()],
    unchanged: Object.freeze({ document, variant: '', shape: document, withheld: new Set<FieldNode>(), denied: [] }),
    variants: createLruCache(maxVariants),
  };
}

function nameOf({ variable, type }: VariableRequirement): string {
  return `${variable}: ${String(type)}`;
}

function decide(
  examined: Examined,
  policy: FieldPolicy,
  principal: Principal | null,
  variables: Variables,
): FilteredOperation {
  const { rules, fromVariables, operation, unchanged, variants } = examined;
  const unmetRules = new Set(rules.filter((rule) => !policy.isMet(rule, principal)));
  const unmetVariables = new Set(
    fromVariables
      .filter((each) =>
        [...rulesOfVariable(policy, each, operation, variables)].some((rule) => !policy.isMet(rule, principal)),
      )
      .map(nameOf),
  );
  if (unmetRules.size === 0 && unmetVariables.size === 0) return unchanged;
  const key = [...rules.map((rule) => (unmetRules.has(rule) ? '1' : '0')), ...unmetVariables].join(' ');
  const variant = variants.get(key) ?? withhold(examined, policy, unmetRules, unmetVariables);
  variants.set(key, variant);
  return variant;
}

function withhold(
  { schema, definitions, operation, unchanged }: Examined,
  policy: FieldPolicy,
  unmetRules: ReadonlySet<AccessRule>,
  unmetVariables: ReadonlySet<string>,
): FilteredOperation {
  const isDenied = ({ place, field, node }: Met): boolean => {
    const { rules, fromVariables } = requirementOf(policy, place, field, node);
    return (
      [...rules].some((rule) => unmetRules.has(rule)) || fromVariables.some((each) => unmetVariables.has(nameOf(each)))
    );
  };
  const walked = walkOperation({ schema, definitions, isDenied }, operation);
  return walked.denied.length === 0 ? unchanged : filtered(operation, walked);
}

function filtered(operation: OperationDefinitionNode, { planned, shape, withheld, denied }: Walked): FilteredOperation {
  const document = planned.length === 0 ? null : documentOf(operation, planned);
  const text = `${document === null ? '' : print(document)}\n${JSON.stringify(denied)}`;
  return Object.freeze({
    document,
    variant: createHash('sha256').update(text).digest('hex').slice(0, 32),
    shape: documentOf(operation, shape),
    withheld,
    denied,
  });
}

/** The operation with another selection, alone, without the variables that only what was taken out has used. */
function documentOf(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode {
  const { variableDefinitions, ...rest } = operation;
  const bare: OperationDefinitionNode = { ...rest, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const used = new Set<string>();
  visit(bare, {
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  const kept = variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
  return { kind: Kind.DOCUMENT, definitions: [kept.length === 0 ? bare : { ...bare, variableDefinitions: kept }] };
}
