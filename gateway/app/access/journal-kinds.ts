import type { AccessRule, AccessRules } from '../../../schema/contract/access-rules.ts';
import { readRowRules } from '../../../schema/contract/access-rows.ts';
import { isBodyName, joinName } from '../../../schema/contract/bodies.ts';
import { isDataKind, type DataKind } from '../../journal/data-kinds.ts';

/** Something that a reader sees when the rule lets it: groups of data for the journal. */
export interface Showing {
  readonly rule: AccessRule;
  readonly kinds: readonly DataKind[];
}

/** The rows that a field may show, of which no directive tells one from the next. */
export interface RowShowings {
  /**
   * What rows of this type in the answer of this subgraph may show by the field; empty where nothing depends on the row.
   * For the sensitive words of an enum, the enum's name and no field.
   */
  readonly of: (subgraph: string, type: string, field: string) => readonly Showing[];
}

/** What a field's own rule says of the kind of data, the most specific there is; empty where the rule says no more than that it is personal. */
export function kindsOfRule({ kind, categories, mask }: AccessRule, isMasked: boolean): readonly DataKind[] {
  return [...kindOfPersonal(kind, mask !== undefined && isMasked), ...categories.map(kindOfCategory)];
}

/** `child-protection` -> `CHILD_PROTECTION`. A category without a word of its own is still a reading of data. */
function kindOfCategory(category: string): DataKind {
  const kind = category.toUpperCase().replaceAll('-', '_');
  return isDataKind(kind) ? kind : 'FACTS';
}

function kindOfPersonal(kind: AccessRule['kind'], isMasked: boolean): readonly DataKind[] {
  switch (kind) {
    case 'NAME':
      return ['NAME'];
    case 'BIRTH_DATE':
      return ['BIRTH_DATE'];
    case 'ADDRESS':
      return ['ADDRESS'];
    case 'CITIZEN_NUMBER':
      return [isMasked ? 'CITIZEN_ID_MASKED' : 'CITIZEN_ID'];
    case 'JOURNAL':
      return ['ACCESS_STATEMENT'];
    case 'STATUS':
    case 'DETAIL':
    case 'FREE_TEXT':
    case undefined:
    default:
      return [];
  }
}

/** Fields and types of the graph whose kind is known by their name; whatever lies below them is of the same kind. */
const kindsByPlace: ReadonlyMap<string, DataKind> = new Map([
  ['Household.members', 'MEMBERS'],
  ['Household.screening', 'SCREENING'],
  ['Household.vulnerabilityLevel', 'POVERTY'],
  ['Household.dependantsCount', 'POVERTY'],
  ['Query.person', 'MEMBERS'],
  ['Person.birthYear', 'BIRTH_YEAR'],
  ['BodyAnswer.entitlementCount', 'ENTITLEMENTS'],
  ['BodyAnswer.serviceCount', 'SERVICES'],
  ['Address', 'ADDRESS'],
  ['Fact', 'FACTS'],
  ['Entitlement', 'ENTITLEMENTS'],
  ['ServiceRecord', 'SERVICES'],
  ['GapReport', 'GAPS'],
  ['Overlap', 'OVERLAPS'],
  ['DimensionFinding', 'POVERTY'],
]);

/** Types that only lead to a household: what is known there is that there is one. */
const envelopes: ReadonlySet<string> = new Set(['Query', 'Household', 'HouseholdConnection', 'HouseholdEdge']);

/** The kinds of a field that its rule does not tell: by its place, by what it returns, by where it stands. */
export function kindsOfPlace(place: {
  readonly type: string;
  readonly field: string;
  readonly returned: string;
  readonly rule: AccessRule;
  readonly inherited: readonly DataKind[];
}): readonly DataKind[] {
  const { type, field, returned, rule, inherited } = place;
  const known = kindsByPlace.get(`${type}.${field}`) ?? kindsByPlace.get(returned);
  if (known !== undefined) return [known];
  if (envelopes.has(type)) return [];
  if (type === 'Person') return rule.kind === 'STATUS' ? inherited : ['MEMBERS'];
  return inherited.length > 0 ? inherited : ['FACTS'];
}

/** Reads schema/programmes.json as parsed, and the sensitive words of the graph's enums. */
export function rowShowings(catalogue: unknown, rules: AccessRules): RowShowings {
  const rows = readRowRules(catalogue);
  const facts = entriesOf(catalogue, 'facts', 'name', 'ownerBody');
  const programmes = entriesOf(catalogue, 'programmes', 'id', 'body');
  const screened = new Set(programmes.flatMap(({ entry }) => textsOf(entry['requiredFacts'])));
  const known = new Map<string, readonly Showing[]>();

  function ofFacts(subgraph: string, ruleOf: (name: string) => AccessRule, hasValue: boolean): readonly Showing[] {
    return distinct(facts.filter(({ body }) => isOf(body, subgraph)).map(({ key }) => showing(ruleOf(key), hasValue)));
  }
  function ofProgrammes(subgraph: string): readonly Showing[] {
    const own = programmes.filter(({ body }) => isOf(body, subgraph));
    return distinct(own.map(({ key }) => showing(rows.programme(key), false)));
  }
  function ofScreening(hasValue: boolean): readonly Showing[] {
    return distinct([...ofProgrammes(joinName), ...[...screened].map((name) => showing(rows.fact(name), hasValue))]);
  }

  function read(subgraph: string, type: string, field: string): readonly Showing[] {
    switch (type) {
      case 'Fact':
        if (field === 'countedFrom') return ofFacts(subgraph, rows.countedFrom, true);
        return ofFacts(subgraph, rows.fact, field === 'value');
      case 'Entitlement':
      case 'ServiceRecord':
      case 'Overlap':
        return ofProgrammes(subgraph);
      case 'Screening':
        return ofScreening(false);
      case 'Evidence':
        return ofScreening(field === 'value');
      default:
        return [];
    }
  }

  const words = wordsByEnum(rules);
  return {
    of: (subgraph, type, field) => {
      const place = `${subgraph} ${type}.${field}`;
      const found = known.get(place) ?? words.get(type) ?? read(subgraph, type, field);
      known.set(place, found);
      return found;
    },
  };
}

/** The join shows rows of every body; so does whatever is no body. */
function isOf(body: string, subgraph: string): boolean {
  return body === subgraph || !isBodyName(subgraph);
}

/** The kind of a row's rule besides its categories shows with its value only: a birthday by its date, not by its name. */
function showing(rule: AccessRule, hasValue: boolean): Showing {
  return { rule, kinds: kindsOfRule(hasValue ? rule : { ...rule, kind: 'STATUS' }, false) };
}

function distinct(showings: readonly Showing[]): readonly Showing[] {
  const telling = showings.filter(({ kinds }) => kinds.length > 0);
  return [...new Map(telling.map((each) => [JSON.stringify(each), each])).values()];
}

/** `LocalAllowance` -> what its sensitive words tell: rules of words stand as `Enum.VALUE` beside those of fields. */
function wordsByEnum(rules: AccessRules): ReadonlyMap<string, readonly Showing[]> {
  const words = [...rules].filter(([coordinate]) => /\.[A-Z0-9_]+$/u.test(coordinate));
  const byEnum = Map.groupBy(words, ([coordinate]) => coordinate.slice(0, coordinate.indexOf('.')));
  return new Map(
    [...byEnum].map(([name, found]) => [name, distinct(found.map(([, rule]) => showing(rule, false)))] as const),
  );
}

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(
  catalogue: unknown,
  list: 'facts' | 'programmes',
  key: string,
  body: string,
): readonly { readonly key: string; readonly body: string; readonly entry: Entry }[] {
  const entries = isEntry(catalogue) ? catalogue[list] : undefined;
  return (Array.isArray(entries) ? entries : [])
    .filter(isEntry)
    .map((entry) => ({ key: String(entry[key]), body: String(entry[body]), entry }));
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}
