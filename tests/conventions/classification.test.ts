import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, type DocumentNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { readRowRules } from '../../schema/contract/access-rows.ts';
import { bodyNames, joinName } from '../../schema/contract/bodies.ts';
import { discoverSubgraphs, type Subgraphs } from '../../gateway/app/subgraphs.ts';
import { supergraphFile } from '../../gateway/app/compose.ts';
import { classificationProblems, type ClassifiedSubgraph } from '../../subgraphs/_kit/classification.ts';

const schemaDirectory = path.join(import.meta.dirname, '../../schema');
const rows = readRowRules(JSON.parse(readFileSync(path.join(schemaDirectory, 'programmes.json'), 'utf8')));
const sharedTypes = new Set(
  parse(readFileSync(path.join(schemaDirectory, 'shared.graphql'), 'utf8')).definitions.flatMap((definition) =>
    'name' in definition && definition.name !== undefined ? [definition.name.value] : [],
  ),
);

type Change = readonly [from: RegExp, to: string];

let subgraphs: Subgraphs;

beforeAll(async () => {
  subgraphs = await discoverSubgraphs();
});

function classified(name: string, change?: Change): ClassifiedSubgraph {
  const definition = [...subgraphs.bodies.values()].find((body) => body.name === name);
  const typeDefs = definition?.typeDefs ?? subgraphs.join.typeDefs;
  return {
    file: `subgraphs/${name}/schema.graphql`,
    typeDefs: change === undefined ? typeDefs : changed(typeDefs, change),
    isShared: (type) => sharedTypes.has(type),
    ...(definition && { registry: definition.registry }),
  };
}

function changed(typeDefs: DocumentNode, [from, to]: Change): DocumentNode {
  const text = print(typeDefs);
  const planted = text.replace(from, to);
  expect(planted).not.toBe(text);
  return parse(planted);
}

describe('the classification of every schema', () => {
  it('is complete, and as strict as the facts that are shown', () => {
    const names = [...subgraphs.bodies.keys(), subgraphs.join.name];
    expect(names).toEqual([...bodyNames, joinName]);
    expect(names.flatMap((name) => classificationProblems(classified(name), rows))).toEqual([]);
  });

  it('reaches the supergraph with every field of every type', () => {
    const supergraph = readFileSync(supergraphFile, 'utf8');
    const rules = accessRules(supergraph);
    const coordinates = parse(supergraph).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`)
        : [],
    );
    expect(coordinates.length).toBeGreaterThan(500);
    expect(coordinates.filter((coordinate) => !rules.has(coordinate))).toEqual([]);
    for (const [name, definition] of [...subgraphs.bodies, ['casefile', subgraphs.join] as const]) {
      const weaker = [...accessRules(definition.typeDefs)].filter(([coordinate, rule]) => {
        const composed = rules.get(coordinate);
        return composed === undefined || !rule.categories.every((category) => composed.categories.includes(category));
      });
      expect({ [name]: weaker }).toEqual({ [name]: [] });
    }
  });

  it.each<readonly [what: string, subgraph: string, change: Change, problem: string]>([
    [
      'a field that is new in a type without a default',
      'interior',
      [/type Query \{/u, 'type Query { newest: String '],
      'subgraphs/interior/schema.graphql: Query.newest has no @open, @personal or @sensitive',
    ],
    [
      'a type that is new',
      'labour',
      [/type JobStatus @personal/u, 'type JobStatus'],
      'subgraphs/labour/schema.graphql: JobStatus.person has no @open, @personal or @sensitive',
    ],
    [
      'a sensitive field that allows no null',
      'social-welfare',
      [/hardship: Boolean /u, 'hardship: Boolean! '],
      'subgraphs/social-welfare/schema.graphql: LogbookFinding.hardship must allow null: a caseworker may see the object and not the field',
    ],
    [
      'a free text that allows no null',
      'prime-minister',
      [/noteTh: String /u, 'noteTh: String! '],
      'subgraphs/prime-minister/schema.graphql: OfficialVisit.noteTh must allow null: a report-builder may see the object and not the field',
    ],
    [
      'a list of details that allows no null',
      'education',
      [/schoolTerms: \[SchoolTerm!\]/u, 'schoolTerms: [SchoolTerm!]!'],
      'subgraphs/education/schema.graphql: EducationRecord.schoolTerms must allow null: a body-officer may see the object and not the field',
    ],
    [
      'a field that is less strict than its fact',
      'defence',
      [/disabledInService: Boolean @sensitive\(category: "disability"\)/u, 'disabledInService: Boolean'],
      'subgraphs/defence/schema.graphql: VeteranCard.disabledInService is less strict than its fact person.veteranDisabled',
    ],
    [
      'a field of the wrong category',
      'defence',
      [
        /disabledInService: Boolean @sensitive\(category: "disability"\)/u,
        'disabledInService: Boolean @sensitive(category: "health")',
      ],
      'subgraphs/defence/schema.graphql: VeteranCard.disabledInService is less strict than its fact person.veteranDisabled',
    ],
    [
      'a fact that is less strict than its field',
      'agriculture',
      [/riceAreaRai: Float/u, 'riceAreaRai: Float @personal(kind: ADDRESS)'],
      'subgraphs/agriculture/schema.graphql: FarmRegistration.riceAreaRai is stricter than its fact household.riceAreaRai, which shows the same',
    ],
    [
      'a guarded column whose typed field has another name',
      'labour',
      [/certified: Boolean/u, 'isCertified: Boolean'],
      'subgraphs/labour/schema.graphql: work_injury.certified has no typed field of its name to guard person.workInjury',
    ],
    [
      'a field that is less strict than its type',
      'health',
      [/pregnant: Boolean/u, 'pregnant: Boolean @personal'],
      'subgraphs/health/schema.graphql: Maternity.pregnant is less strict than its type: health',
    ],
    [
      'a list that is less strict than its objects',
      'health',
      [/vaccinations: \[Vaccination!\] @sensitive\(category: "health"\)/u, 'vaccinations: [Vaccination!]'],
      'subgraphs/health/schema.graphql: HealthRecord.vaccinations leads to Vaccination and is less strict: health',
    ],
    [
      'an implementation that is less strict than its interface',
      'culture',
      [/facts: \[Fact!\]! @personal\(kind: STATUS\)/u, 'facts: [Fact!]! @open'],
      'subgraphs/culture/schema.graphql: CultureRecord.facts is less strict than BodyRecord',
    ],
    [
      'a citizen number without a mask',
      'interior',
      [/@personal\(kind: CITIZEN_NUMBER\) @mask\(keep: 3\)/u, '@personal(kind: CITIZEN_NUMBER)'],
      'subgraphs/interior/schema.graphql: Person.citizenId is a citizen number without @personal(kind: CITIZEN_NUMBER) and @mask',
    ],
    [
      'a category that the dictionary does not know',
      'bangkok',
      [/@sensitive\(category: "disability"\)/u, '@sensitive(category: "disabilty")'],
      'subgraphs/bangkok/schema.graphql: BmaAllowance.DISABILITY is of an unknown category: disabilty',
    ],
    [
      'a field of a shared type',
      'health',
      [/type Money @shareable @personal/u, 'type Money @shareable'],
      'schema/shared.graphql: Money.thb has no @open, @personal or @sensitive',
    ],
  ])('names %s', (_, name, change, problem) => {
    expect(classificationProblems(classified(name, change), rows)).toContain(problem);
  });
});
