import { toRule, type AccessRule, type PersonalKind } from './access-rules.ts';
import { isBodyName } from './bodies.ts';

/**
 * What it takes to read a row that a field directive cannot tell from the next: facts, evidence, enrolments, services,
 * screenings. From the dictionary and the programmes of the catalogue.
 */
export interface RowRules {
  /** A fact by its name. Its body is the one that states it. */
  readonly fact: (name: string) => AccessRule;
  /** The day that a fact is counted from, which may say more than its value: an age tells the year of a birth. */
  readonly countedFrom: (name: string) => AccessRule;
  /** That somebody is in the programme, or could be: its name may reveal a sensitive fact. */
  readonly programme: (id: string) => AccessRule;
  /** Everything that there is a rule for. */
  readonly factNames: readonly string[];
  readonly programmeIds: readonly string[];
}

/** Facts whose typed field is of a kind that some role never sees. */
const kinds: Readonly<Record<string, PersonalKind>> = {
  'person.birthDate': 'BIRTH_DATE',
  // The day of a delivery is the birthday of the child.
  'person.daysSinceDelivery': 'BIRTH_DATE',
  'household.bkkCommunityName': 'ADDRESS',
};

/** Reads schema/programmes.json as parsed. What it does not name needs `sensitive:*`. */
export function readRowRules(catalogue: unknown): RowRules {
  const facts = byKey(catalogue, 'facts', 'name');
  const programmes = byKey(catalogue, 'programmes', 'id');
  const factRules = new Map([...facts.keys()].map((name) => [name, factRule(name, facts)]));
  const clocks = new Map([...factRules].map(([name, one]) => [name, clockRule(one, facts.get(name))]));
  const programmeRules = new Map([...programmes].map(([id, entry]) => [id, programmeRule(entry, facts)]));
  return {
    fact: (name) => factRules.get(name) ?? unknownFact,
    countedFrom: (name) => clocks.get(name) ?? unknownFact,
    programme: (id) => programmeRules.get(id) ?? unknownProgramme,
    factNames: [...factRules.keys()],
    programmeIds: [...programmeRules.keys()],
  };
}

const unknownFact = toRule({ kind: 'DETAIL', categories: ['*'] });
const unknownProgramme = toRule({ kind: 'STATUS', categories: ['*'] });

type Entry = Readonly<Record<string, unknown>>;
type Entries = ReadonlyMap<string, Entry>;

function factRule(name: string, facts: Entries): AccessRule {
  const owner = textOf(facts.get(name), 'ownerBody');
  return toRule({
    kind: kinds[name] ?? 'DETAIL',
    categories: categoriesOf(name, facts),
    ...(isBodyName(owner) && { body: owner }),
  });
}

function clockRule(fact: AccessRule, entry: Entry | undefined): AccessRule {
  return textsOf(entry, 'derivedFrom').includes('person.birthDate') ? { ...fact, kind: 'BIRTH_DATE' } : fact;
}

function programmeRule(programme: Entry, facts: Entries): AccessRule {
  const categories = textsOf(programme, 'sensitiveFacts').flatMap((name) => categoriesOf(name, facts));
  return toRule({ kind: 'STATUS', categories: [...new Set(categories)].toSorted() });
}

/** A fact is of its own category and of those of the facts that it follows from; words like `asOf` are no facts. */
function categoriesOf(name: string, facts: Entries): readonly string[] {
  const entry = facts.get(name);
  if (entry === undefined) return ['*'];
  const own = textOf(entry, 'category');
  const sources = textsOf(entry, 'derivedFrom').filter((source) => source !== name && facts.has(source));
  const all = [own, ...sources.flatMap((source) => categoriesOf(source, facts))];
  return [...new Set(all)].filter((category) => category !== 'open').toSorted();
}

function byKey(catalogue: unknown, list: 'facts' | 'programmes', key: string): Entries {
  const entries = isEntry(catalogue) ? catalogue[list] : undefined;
  return new Map(Array.isArray(entries) ? entries.filter(isEntry).map((entry) => [textOf(entry, key), entry]) : []);
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}

function textOf(entry: Entry | undefined, key: string): string {
  const value = entry?.[key];
  return typeof value === 'string' ? value : '';
}

function textsOf(entry: Entry | undefined, key: string): readonly string[] {
  const value = entry?.[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
