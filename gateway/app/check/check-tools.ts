import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse } from 'graphql';
import { z } from 'zod';
import { readRowRules } from '../../../schema/contract/access-rows.ts';
import { bodyNames } from '../../../schema/contract/bodies.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import { programmeFile } from '../../../subgraphs/_kit/catalogue.ts';
import { classificationProblems } from '../../../subgraphs/_kit/classification.ts';
import { parseCatalogue, parseProgrammes, type FactDefinition } from '../../../subgraphs/_kit/rules/programme.ts';
import type { Registry } from '../../../subgraphs/_kit/registry.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import type {
  CheckTools,
  ClassificationProblem,
  Composition,
  JsonProblem,
  PlannedCall,
} from '../../check/check-input.ts';
import { createLruCache } from '../../kernel/lru-cache.ts';
import { tryToCompose } from '../../plan/compose.ts';
import { createPlannerCore } from '../../plan/planner-core.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import { createPlacer } from '../../registry/findings.ts';
import { verdictsOnSamples } from './check-samples.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

/** What the check stage takes from the others, for one candidate. `registry` is known of bodies of this repository. */
export function createCheckTools({ sdl }: Publication, registry?: Registry): CheckTools {
  const sharedSchema = readSharedSchema();
  const place = createPlacer(sharedSchema);
  const sharedTypes = namesIn(sharedSchema);
  return {
    sharedSchema,
    locate: (line) => place(sdl, line),
    compose,
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

/** A graph is dear, and what one check ends with is what the next begins with. */
const graphs = createLruCache<string, Composition>(3);

function compose(publications: readonly Publication[]): Composition {
  const sorted = publications.toSorted((one, other) => one.body.localeCompare(other.body));
  const text = JSON.stringify(sorted.map(({ body, sdl }) => [body, sdl]));
  const key = createHash('sha256').update(text).digest('hex');
  const known = graphs.get(key);
  if (known !== undefined) return known;
  const made = composeAnew(sorted);
  graphs.set(key, made);
  return made;
}

function composeAnew(publications: readonly Publication[]): Composition {
  const composed = tryToCompose(publications.map(({ body, sdl }) => ({ name: body, typeDefs: sdl })));
  if (!composed.ok) return composed;
  const { supergraph } = composed;
  const { apiSdl, plan } = createPlannerCore(supergraph);
  const planned = new Map<string, readonly PlannedCall[]>();
  return {
    ok: true,
    supergraph,
    api: buildSchema(apiSdl, { assumeValidSDL: true }),
    planCalls: (operation) => {
      const calls = planned.get(operation) ?? callsOf(plan(operation).node);
      planned.set(operation, calls);
      return calls;
    },
  };
}

function callsOf(node: QueryPlan['node'], at: readonly (string | number)[] = []): readonly PlannedCall[] {
  switch (node?.kind) {
    case 'Fetch':
      return [{ subgraph: node.serviceName, path: at.join('.') }];
    case 'Flatten':
      return callsOf(node.node, [...at, ...node.path]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => callsOf(each, at));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => callsOf(each, at));
    case 'Defer':
    case 'Subscription':
    case undefined:
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
