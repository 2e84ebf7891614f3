import { parse, print, validate, type GraphQLSchema } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { PlannedCall, SavedOperation } from './check-input.ts';
import { federationDirectives, type CheckView, type SchemaField } from './check-view.ts';
import { finding, type Place } from './finding.ts';
import type { SubgraphDocument } from './subgraph-document.ts';

/** The calls that the saved operations take, before and after: a call more costs everybody, one in a list costs most. */
export function checkPlans(view: CheckView): readonly Finding[] {
  const before = view.before();
  const after = view.after();
  if (before === null || !after.ok || before.supergraph === after.supergraph) return [];
  return view.input.savedOperations.flatMap((operation) => {
    // What could not be run before is not broken now.
    if (problemOf(before.api, operation) !== undefined) return [];
    const problem = problemOf(after.api, operation);
    if (problem !== undefined) return [broken(view, operation, problem)];
    const was = before.planCalls(operation.query);
    const is = plannedOr(() => after.planCalls(operation.query));
    return is === undefined ? [broken(view, operation, 'it cannot be planned')] : compare(view, operation, { was, is });
  });
}

function problemOf(schema: GraphQLSchema, { query }: SavedOperation): string | undefined {
  return validate(schema, parse(query))[0]?.message;
}

function plannedOr(plan: () => readonly PlannedCall[]): readonly PlannedCall[] | undefined {
  try {
    return plan();
  } catch {
    return undefined;
  }
}

function broken(view: CheckView, { name }: SavedOperation, problem: string): Finding {
  const { member, type } = /field "(?<member>\w+)" on type "(?<type>\w+)"/u.exec(problem)?.groups ?? {};
  const place = member === undefined || type === undefined ? firstChange(view) : view.whereItStood(`${type}.${member}`);
  return finding('PLAN_BROKEN', { ...place, coordinate: name }, { operation: name, problem });
}

interface Calls {
  readonly was: readonly PlannedCall[];
  readonly is: readonly PlannedCall[];
}

function compare(view: CheckView, { name: operation }: SavedOperation, { was, is }: Calls): readonly Finding[] {
  const added = without(is, was);
  const inList = added.filter(({ path }) => path.includes('@'));
  if (inList.length === 0 && is.length <= was.length) return [];
  const place = firstChange(view);
  if (inList.length > 0) {
    return inList.map(({ subgraph, path }) =>
      finding(
        'PLAN_CALL_IN_LIST',
        { ...place, coordinate: `${operation} ${subgraph} ${path}` },
        { operation, subgraph, path },
      ),
    );
  }
  const details = { operation, before: was.length, after: is.length, calls: added.map(inWords).join(', ') };
  return [finding('PLAN_MORE_CALLS', { ...place, coordinate: operation }, details)];
}

/** Where the first field stands that is new or is asked for in another way: what plans follow from. */
function firstChange({ candidate, published, at }: CheckView): Place {
  for (const { name, fields } of candidate.types.values()) {
    const before = published?.types.get(name)?.fields;
    for (const [member, field] of fields) {
      const was = before?.get(member);
      if (was === undefined || planText(candidate, field) !== planText(published ?? candidate, was)) {
        return at(`${name}.${member}`);
      }
    }
  }
  return { file: 'schema.graphql', line: null };
}

/** What a planner knows of a field. */
function planText(schema: SubgraphDocument, field: SchemaField): string {
  const names = ['external', 'requires', 'provides', 'override'];
  const directives = names.flatMap((name) => federationDirectives(schema, field, name).map((one) => print(one)));
  return [print(field.type), ...directives].join(' ').replaceAll(/\s+/gu, '');
}

/** The calls of `after` that are not in `before`, as often as they are more. */
function without(after: readonly PlannedCall[], before: readonly PlannedCall[]): readonly PlannedCall[] {
  const left = before.map(inWords);
  return after.filter((call) => {
    const at = left.indexOf(inWords(call));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function inWords({ subgraph, path }: PlannedCall): string {
  return path === '' ? subgraph : `${subgraph} at ${path}`;
}
