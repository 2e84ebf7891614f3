import { parse, validate, type GraphQLSchema } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { PlannedCall, SavedOperation } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';

const file = 'schema.graphql';

/** The calls that the saved operations take, before and after: a call more costs everybody, one in a list costs most. */
export function checkPlans(view: CheckView): readonly Finding[] {
  const before = view.before();
  const after = view.after();
  if (before === null || !after.ok || before.supergraph === after.supergraph) return [];
  return view.input.savedOperations.flatMap((operation) => {
    // What could not be run before is not broken now.
    if (problemOf(before.api, operation) !== undefined) return [];
    const problem = problemOf(after.api, operation);
    if (problem !== undefined) return [broken(operation, problem)];
    const was = before.planCalls(operation.query);
    const is = plannedOr(() => after.planCalls(operation.query));
    return is === undefined ? [broken(operation, 'it cannot be planned')] : compare(operation, was, is);
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

function broken({ name }: SavedOperation, problem: string): Finding {
  return finding('PLAN_BROKEN', { file, line: null, coordinate: name }, { operation: name, problem });
}

function compare(
  { name: operation }: SavedOperation,
  before: readonly PlannedCall[],
  after: readonly PlannedCall[],
): readonly Finding[] {
  const added = without(after, before);
  const inList = added.filter(({ path }) => path.includes('@'));
  const place = { file, line: null };
  if (inList.length > 0) {
    return inList.map(({ subgraph, path }) =>
      finding(
        'PLAN_CALL_IN_LIST',
        { ...place, coordinate: `${operation} ${subgraph} ${path}` },
        { operation, subgraph, path },
      ),
    );
  }
  if (after.length <= before.length) return [];
  const details = { operation, before: before.length, after: after.length, calls: added.map(inWords).join(', ') };
  return [finding('PLAN_MORE_CALLS', { ...place, coordinate: operation }, details)];
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
