import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse } from 'graphql';
import { z } from 'zod';
import { readRowRules } from '../../schema/contract/access-rows.ts';
import { bodyNames } from '../../schema/contract/bodies.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import { programmeFile } from '../../subgraphs/_kit/catalogue.ts';
import { classificationProblems } from '../../subgraphs/_kit/classification.ts';
import { parseCatalogue, parseProgrammes, type FactDefinition } from '../../subgraphs/_kit/rules/programme.ts';
import type { Registry } from '../../subgraphs/_kit/registry.ts';
import { readSharedSchema } from '../../subgraphs/_kit/shared-schema.ts';
import type { CheckTools, ClassificationProblem, Composition, JsonProblem, PlannedCall } from '../check/check-input.ts';
import { createLruCache } from '../kernel/lru-cache.ts';
import { tryToCompose } from '../plan/compose.ts';
import { createPlannerCore, type PlannerCore } from '../plan/planner-core.ts';
import type { PlanNode } from '../plan/query-plan.ts';
import { createPlacer } from '../registry/findings.ts';
import { verdictsOnSamples } from './check-samples.ts';
import { subgraphsDirectory } from './subgraphs.ts';

/** What the check stage takes from the others, for one candidate. `registry` is known of bodies of this repository. */
export function createCheckTools({ sdl }: Publication, registry?: Registry): CheckTools {
  const sharedSchema = readSharedSchema();
  const place = createPlacer(sharedSchema);
  const sharedTypes = namesIn(sharedSchema);
  return {
    sharedSchema,
    locate: (line) => place(sdl, line),
    compose,
    planCalls: (supergraph, operation) => {
      const { node } = coreOf(supergraph).plan(operation);
      return node === undefined || node.kind === 'Subscription' ? [] : callsOf(node, []);
    },
    classify: (typeDefs, catalogue) => {
      const classified = {
        file: '',
        typeDefs,
        isShared: (type: string) => sharedTypes.has(type),
        ...(registry && { registry }),
      };
      return classificationProblems(classified, readRowRules(catalogue)).map(coordinateAndText);
    },
    shapeProblems,
    ruleProblems: (programmes, facts) => {
      const parsed = parseProgrammes(programmes, definitionsOf(facts));
      return parsed.ok ? [] : parsed.problems;
    },
    verdicts: ({ facts, programmes }) => {
      const parsed = parseCatalogue({ meta: catalogueMeta(), facts, programmes });
      return parsed.ok ? verdictsOnSamples(parsed.value) : null;
    },
  };
}

/** Planners are dear, and the graph of one check is the starting point of the next. */
const cores = createLruCache<string, PlannerCore>(3);

function coreOf(supergraph: string): PlannerCore {
  const known = cores.get(supergraph);
  if (known !== undefined) return known;
  const core = createPlannerCore(supergraph);
  cores.set(supergraph, core);
  return core;
}

function compose(publications: readonly Publication[]): Composition {
  const composed = tryToCompose(publications.map(({ body, sdl }) => ({ name: body, typeDefs: sdl })));
  if (!composed.ok) return composed;
  const { supergraph } = composed;
  return { ok: true, supergraph, api: buildSchema(coreOf(supergraph).apiSdl, { assumeValidSDL: true }) };
}

function callsOf(node: PlanNode, at: readonly (string | number)[]): readonly PlannedCall[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ subgraph: node.serviceName, path: at.join('.') }];
    case 'Flatten':
      return callsOf(node.node, [...at, ...node.path]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => callsOf(each, at));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => (each === undefined ? [] : callsOf(each, at)));
    case 'Defer':
    default:
      return [];
  }
}

/** `: Type.field is less strict …` as classificationProblems writes it for a file without a name. */
function coordinateAndText(problem: string): ClassificationProblem {
  const { coordinate = '', text = '' } = /^[^:]*: (?<coordinate>\S+) (?<text>.*)$/su.exec(problem)?.groups ?? {};
  return { coordinate, text };
}

function shapeProblems(json: unknown): readonly JsonProblem[] {
  const parsed = programmeFile.safeParse(json);
  return (parsed.error?.issues ?? []).map(({ path: place, message }) => ({ path: pathText(place), message }));
}

function pathText(place: readonly PropertyKey[]): string {
  return place.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

const factDefinition = z.looseObject({
  name: z.string(),
  type: z.enum(['bool', 'int', 'number', 'money', 'percent', 'string', 'enum', 'date', 'list']),
  ownerBody: z.enum(bodyNames),
  category: z.string(),
  enum: z.array(z.string()).optional(),
});

/** Entries that are none are told by the form of their file; rules that read them find no fact. */
function definitionsOf(facts: readonly unknown[]): readonly FactDefinition[] {
  return facts.flatMap((fact) => {
    const { data } = factDefinition.safeParse(fact);
    if (data === undefined) return [];
    const { enum: values, name, type, ownerBody, category } = data;
    return [{ name, type, ownerBody, category, ...(values && { enum: values }) }];
  });
}

function catalogueMeta(): unknown {
  return JSON.parse(readFileSync(path.join(subgraphsDirectory, '_kit/catalogue-meta.json'), 'utf8'));
}

function namesIn(sdl: string): ReadonlySet<string> {
  const { definitions } = parse(sdl, { noLocation: true });
  return new Set(definitions.flatMap((one) => ('name' in one && one.name !== undefined ? [one.name.value] : [])));
}
