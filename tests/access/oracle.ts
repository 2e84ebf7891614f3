import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import { mayReadField, maskText, type AccessRule } from '../../schema/contract/access-rules.ts';
import { bodyNames, bodyOf, recordField } from '../../schema/contract/bodies.ts';
import { mayEnterArea, mayReadCategory, type AccessContext } from '../../schema/contract/identity.ts';
import type { AccessBed, Reply } from '../support/access.ts';
import type { Json } from '../support/gateway.ts';
import {
  alignments,
  gapLists,
  hasWeight,
  screeningKey,
  specials,
  type At,
  type Pair,
  type Path,
  type Reads,
} from './judgements.ts';
import { screeningSelection } from './paths.ts';

/** Which layer holds back: both, or one alone while the other lets everything pass. */
export type Layer = 'BOTH' | 'GATEWAY' | 'BODIES';

/** What the graph holds of one household, as it is shown to a gateway that decides nothing. */
export interface Reference {
  readonly records: ReadonlyMap<string, Json>;
  readonly areaCode: string;
  /** By programme and person. */
  readonly screening: ReadonlyMap<string, Json>;
}

/** Works out from everything and the rules what one principal must see, and says where an answer differs. */
export interface Oracle {
  /** Empty where the answer shows all that the principal may see and nothing more. */
  readonly differences: (asked: AskedOf, whole: Reply, reply: Reply) => Promise<readonly string[]>;
  /** Coordinates that the last comparisons were let off, since only the bodies, or only the gateway, can decide them. */
  readonly letOff: ReadonlySet<string>;
}

export interface AskedOf {
  readonly access: AccessContext;
  readonly query: string;
  readonly layer?: Layer;
}

/**
 * What a gateway over bodies that show everything cannot hold back, since it is made of rows that it has not looked at.
 * Each is covered by the bodies alone.
 */
export const onlyBodiesDecide: ReadonlyMap<string, string> = new Map([
  ['BodyRecord.found', 'the body counts its rows'],
  ['BodyAnswer.status', 'the join counts the rows of a record'],
  ['BodyAnswer.reason', 'it goes with the status'],
  ['BodyAnswer.entitlementCount', 'the join counts the rows of a ledger'],
  ['BodyAnswer.serviceCount', 'the join counts the rows of a ledger'],
  ['rows of mixed columns', 'a row stands only where a hidden column has weight, and the gateway does not fetch it'],
  ['Query.person(citizenId:)', 'whether a number is asked by, and not null, the interior sees'],
  ['HouseholdConnection.totalCount', 'the interior counts what it lists'],
  ['PageInfo.endCursor', 'the interior knows where its page ends'],
  ['PageInfo.hasNextPage', 'the interior knows where its list ends'],
]);

/** What bodies leave to the gateway. */
export const onlyGatewayDecides: ReadonlyMap<string, string> = new Map([
  ['Fact.countedIn', 'the unit is withheld with the day; alone it tells nothing'],
]);

export function createOracle(bed: AccessBed): Oracle {
  const references = new Map<string, Promise<Reference>>();
  const letOff = new Set<string>();
  const referenceOf = (houseCode: string): Promise<Reference> => {
    const known = references.get(houseCode) ?? readReference(bed, houseCode);
    references.set(houseCode, known);
    return known;
  };
  return {
    letOff,
    differences: async ({ access, query, layer = 'BOTH' }, whole, reply) => {
      const houses = new Set([...whole.text.matchAll(/"houseCode":"(?<code>\d+)"/gu)].map((found) => found[1] ?? ''));
      const read = await Promise.all([...houses].map(async (code) => [code, await referenceOf(code)] as const));
      const document = parse(query, { noLocation: true });
      const walk = new Comparison({ bed, access, layer, document, references: new Map(read), letOff });
      return walk.run(whole, reply);
    },
  };
}

const lines = 'name subject value';

async function readReference(bed: AccessBed, houseCode: string): Promise<Reference> {
  const records = bodyNames
    .map(
      (name) =>
        `${recordField(name)} { facts { ${lines} } entitlements { programme { id } } services { programme { id } } }`,
    )
    .join(' ');
  const ask = (selection: string): Promise<Reply> =>
    bed.askOpen(`query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { ${selection} } }`, { houseCode });
  const [held, screened] = await Promise.all([ask(`areaCode ${records}`), ask(screeningSelection(bed.schema))]);
  return {
    areaCode: held.data.household.areaCode ?? '',
    records: new Map(bodyNames.map((name) => [bodyOf(name).code, held.data.household[recordField(name)]])),
    screening: new Map(screened.data.household.screening.map((row: Json) => [screeningKey(row), row])),
  };
}

interface Setting {
  readonly bed: AccessBed;
  readonly access: AccessContext;
  readonly layer: Layer;
  readonly document: DocumentNode;
  readonly references: ReadonlyMap<string, Reference>;
  readonly letOff: Set<string>;
}

class Comparison {
  readonly #setting: Setting;
  readonly #problems: string[] = [];
  readonly #denied = new Set<string>();
  /** Codes and paths of what is refused at the root, by whichever layer. */
  readonly #refused = new Set<string>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  run(whole: Reply, reply: Reply): readonly string[] {
    const operation = this.#setting.document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    const query = this.#setting.bed.schema.getQueryType();
    if (operation === undefined || query === null || query === undefined) throw new TypeError('no query');
    if (reply.refused !== null) return [`refused with ${reply.refused}`];
    this.#object(query, operation.selectionSet, { whole: whole.data, shown: reply.data }, { path: [], house: '' });
    this.#errors(reply);
    return this.#problems;
  }

  #errors({ errors }: Reply): void {
    const told = new Set(errors.map(({ code, path }) => `${code} ${path.join('.')}`));
    const denied = this.#setting.layer === 'BODIES' ? [] : [...this.#denied].map((path) => `POLICY_DENIED ${path}`);
    const expected = new Set([...denied, ...this.#refused]);
    for (const each of told) if (!expected.has(each)) this.#problems.push(`an error that nothing calls for: ${each}`);
    // An answer has no more than a hundred errors.
    if (errors.length >= 100) return;
    for (const each of expected) if (!told.has(each)) this.#problems.push(`no error says: ${each}`);
  }

  #object(type: GraphQLObjectType, set: SelectionSetNode, { whole, shown }: Pair, outer: At): void {
    const at = type.name === 'Household' ? { ...outer, house: whole.houseCode } : outer;
    if (typeof shown !== 'object' || shown === null) {
      this.#problem(at.path, whole, shown);
      return;
    }
    const changed = this.#changedRow(type.name, whole);
    const fields = fieldsOf(this.#setting.document, type, set);
    const extra = Object.keys(shown).filter((name) => !fields.has(name));
    if (extra.length > 0) this.#problems.push(`${at.path.join('.')} holds ${extra.join(', ')}`);
    for (const [key, nodes] of fields) {
      const [node] = nodes;
      if (node === undefined) continue;
      const path = [...at.path, key];
      if (node.name.value === '__typename') this.#leaf(path, whole[key], shown[key]);
      else this.#field({ type, node, nodes, changed }, { whole, shown }, { path, house: at.house });
    }
  }

  #field({ type, node, nodes, changed }: FieldOf, { whole, shown }: Pair, at: At): void {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    const coordinate = `${type.name}.${name}`;
    const rule = this.#setting.bed.rules.get(coordinate);
    const field = type.getFields()[name];
    if (field === undefined) throw new TypeError(`${coordinate} is not there`);
    if (rule === undefined || !this.#mayRead(rule)) {
      this.#denied.add(at.path.join('.'));
      this.#leaf(at.path, null, shown[key]);
      return;
    }
    if (this.#isLetOff(coordinate, type)) return;
    const refusal = this.#refusalOf(coordinate, node, whole[key]);
    if (refusal !== undefined) {
      this.#refused.add(`${refusal} ${at.path.join('.')}`);
      this.#leaf(at.path, null, shown[key]);
      return;
    }
    if (changed.has(name)) {
      this.#leaf(at.path, changed.get(name), shown[key]);
      return;
    }
    const pair = { whole: whole[key], shown: shown[key] };
    const judge = specials.get(coordinate) ?? specials.get(`${interfaceOf(type)}.${name}`);
    if (judge === undefined) this.#value(field.type, { rule, nodes, coordinate }, pair, at);
    else this.#judged(coordinate, judge({ pair, type: type.name, row: whole, at, read: this.#read }), at);
  }

  #judged(coordinate: string, problem: string | undefined, { path }: At): void {
    if (problem !== undefined) this.#problems.push(`${path.join('.')} (${coordinate}): ${problem}`);
  }

  #value(type: GraphQLOutputType, field: FieldIn, pair: Pair, at: At): void {
    const nullable = getNullableType(type);
    if (pair.whole === null) this.#leaf(at.path, null, pair.shown);
    else if (isListType(nullable)) this.#list(nullable.ofType, field, pair, at);
    else this.#single(nullable, field, pair, at);
  }

  #single(type: GraphQLOutputType, { rule, nodes }: FieldIn, { whole, shown }: Pair, at: At): void {
    const named = getNamedType(type);
    if (isLeafType(named)) this.#leaf(at.path, this.#masked(whole, rule), shown);
    else if (isObjectType(named)) {
      if (this.#maySee(named, whole)) this.#object(named, setOf(nodes), { whole, shown }, at);
      else this.#leaf(at.path, null, shown);
    }
  }

  #list(type: GraphQLOutputType, field: FieldIn, { whole, shown }: Pair, at: At): void {
    const named = getNamedType(type);
    if (!Array.isArray(shown)) {
      this.#problem(at.path, whole, shown);
      return;
    }
    const rows = gapLists.has(field.coordinate) ? this.#gapRows(shown, whole, at) : this.#visible(named, whole);
    const pairs =
      alignments.get(named.name)?.(rows, shown, (row) => this.#isStated(row, at.house)) ??
      rows.map((row, index) => [row, shown[index]]);
    if (shown.length !== pairs.length || pairs.some((pair) => pair.includes(undefined))) {
      this.#problems.push(`${at.path.join('.')} has ${shown.length} rows, not ${pairs.length}`);
      return;
    }
    pairs.forEach(([row, mine], index) => {
      this.#single(type, field, { whole: row, shown: mine }, { ...at, path: [...at.path, index] });
    });
  }

  #visible(type: ReturnType<typeof getNamedType>, rows: readonly Json[]): readonly Json[] {
    return isObjectType(type) ? rows.filter((row) => this.#maySee(type, row)) : rows;
  }

  /** A gap can become unknown, and what is unknown now was in another list or in none. */
  #gapRows(shown: readonly Json[], whole: readonly Json[], { path, house }: At): readonly Json[] {
    const reference = this.#setting.references.get(house)?.screening;
    const before = new Set(whole.map(screeningKey));
    const isUnknown = path.at(-1) === 'unknown';
    return shown.flatMap((row) => {
      const key = screeningKey(row);
      const known = reference?.get(key);
      const mayStand = known !== undefined && this.#read.programme(known.programme.id);
      if (mayStand && (isUnknown || before.has(key))) return [known];
      this.#problems.push(`${path.join('.')} holds ${key}`);
      return [row];
    });
  }

  /** A root field that is refused as a whole. */
  #refusalOf(coordinate: string, node: FieldNode, whole: Json): string | undefined {
    return this.#asksByHidden(coordinate, node) ? 'POLICY_DENIED' : this.#notFoundCode(coordinate, whole);
  }

  /** What lies outside the areas is not there. */
  #notFoundCode(coordinate: string, whole: Json): string | undefined {
    if (whole === null) return undefined;
    const houseCode = { 'Query.household': whole.houseCode, 'Query.person': whole.personId?.slice(0, 11) }[coordinate];
    if (houseCode === undefined || mayEnterArea(this.#principal, this.#areaOf(houseCode))) return undefined;
    return coordinate === 'Query.household' ? 'HOUSEHOLD_NOT_FOUND' : 'PERSON_NOT_FOUND';
  }

  /** A search answers as surely as a field. */
  #asksByHidden(coordinate: string, node: FieldNode): boolean {
    const number = this.#setting.bed.rules.get('Person.citizenId');
    const isAsked = node.arguments?.some(({ name }) => name.value === 'citizenId') === true;
    if (coordinate !== 'Query.person' || !isAsked || number === undefined || this.#mayRead(number)) return false;
    return !this.#isLetOff('Query.person(citizenId:)');
  }

  #masked(value: Json, { mask }: AccessRule): Json {
    if (mask === undefined || typeof value !== 'string' || this.#principal.scopes.has('identity:full')) return value;
    return maskText(value, mask.keep);
  }

  #maySee(type: GraphQLObjectType, row: Json): boolean {
    if (typeof row !== 'object' || row === null) return true;
    if (type.name === 'Household') return mayEnterArea(this.#principal, this.#areaOf(row.houseCode));
    if (type.name === 'HouseholdEdge') return this.#maySee(this.#typeNamed('Household'), row.node);
    if (type.name === 'Fact') return this.#read.fact(row.name);
    if (['Entitlement', 'ServiceRecord', 'Screening'].includes(type.name))
      return this.#read.programme(row.programme.id);
    return !this.#holdsDeniedWord(type, row) && !this.#isBetrayal(type, row);
  }

  #holdsDeniedWord(type: GraphQLObjectType, row: Json): boolean {
    return Object.values(type.getFields()).some(({ name, type: ofField }) => {
      const named = getNamedType(ofField);
      const words: readonly unknown[] = Array.isArray(row[name]) ? row[name] : [row[name]];
      return isEnumType(named) && words.some((word) => !this.#mayReadWord(`${named.name}.${String(word)}`));
    });
  }

  #mayReadWord(coordinate: string): boolean {
    const rule = this.#setting.bed.rules.get(coordinate);
    return rule === undefined || rule.categories.every((category) => mayReadCategory(this.#principal, category));
  }

  /** Columns of several categories: a row of which only a hidden one says anything would tell that it does. */
  #isBetrayal(type: GraphQLObjectType, row: Json): boolean {
    const columns = Object.values(type.getFields()).flatMap(({ name, type: ofField }) => {
      const rule = this.#setting.bed.rules.get(`${type.name}.${name}`);
      return rule === undefined || !isLeafType(getNamedType(ofField)) ? [] : [{ name, rule }];
    });
    if (new Set(columns.map(({ rule }) => rule.categories.join())).size < 2) return false;
    const shown = columns.filter(({ rule }) => this.#mayRead(rule));
    const isBare = shown.length < columns.length && shown.every(({ name }) => !hasWeight(row[name]));
    return isBare && !this.#isLetOff('rows of mixed columns');
  }

  /** Fields of a row that stand, changed, for what is withheld. */
  #changedRow(typeName: string, row: Json): ReadonlyMap<string, unknown> {
    const { role, body } = this.#principal;
    const isForeign = role === 'body-officer' && (body === null || bodyOf(body).code !== row.body?.code);
    if (typeName === 'Fact') return this.#read.start(row.name) ? nothing : this.#hiddenDay();
    if (bareLines.has(typeName)) return isForeign ? (bareLines.get(typeName) ?? nothing) : nothing;
    const withheld = withheldRows.get(typeName);
    return withheld === undefined || this.#read.fact(row.fact) ? nothing : withheld;
  }

  #hiddenDay(): ReadonlyMap<string, unknown> {
    return new Map(this.#isLetOff('Fact.countedIn') ? hiddenDay : [...hiddenDay, ['countedIn', null]]);
  }

  #isLetOff(coordinate: string, type?: GraphQLObjectType): boolean {
    const { layer, letOff } = this.#setting;
    const lists = { BOTH: nothing, GATEWAY: onlyBodiesDecide, BODIES: onlyGatewayDecides };
    const [, name = ''] = coordinate.split('.');
    const names = [coordinate, ...(type === undefined ? [] : [`${interfaceOf(type)}.${name}`])];
    const found = names.find((each) => lists[layer].has(each));
    if (found !== undefined) letOff.add(found);
    return found !== undefined;
  }

  readonly #read: Reads = {
    fact: (name) => this.#mayRead(this.#setting.bed.rows.fact(name)),
    start: (name) => this.#mayRead(this.#setting.bed.rows.countedFrom(name)),
    programme: (id) => this.#mayRead(this.#setting.bed.rows.programme(id)),
    record: (house, code) => this.#setting.references.get(house)?.records.get(code),
  };

  get #principal(): AccessContext['principal'] {
    return this.#setting.access.principal;
  }

  #mayRead(rule: AccessRule): boolean {
    return mayReadField(this.#principal, rule);
  }

  /** A row of evidence that everything does not show: of a withheld fact, or with a value that may be read. */
  #isStated({ fact, subject, value = null }: Json, house: string): boolean {
    if (!this.#read.fact(fact)) return true;
    const records = this.#setting.references.get(house)?.records ?? new Map<string, Json>();
    const facts: readonly Json[] = [...records.values()].flatMap((record: Json) => record.facts);
    const stated = facts.find((each) => each.name === fact && each.subject === subject);
    return value === null || JSON.stringify(value) === JSON.stringify(stated?.value);
  }

  /** The area of a household whose answer does not say it. */
  #areaOf(houseCode: string): string {
    return this.#setting.references.get(houseCode)?.areaCode ?? '';
  }

  #typeNamed(name: string): GraphQLObjectType {
    const type = this.#setting.bed.schema.getType(name);
    if (!isObjectType(type)) throw new TypeError(`${name} is no object type`);
    return type;
  }

  #leaf(path: Path, expected: unknown, shown: unknown): void {
    if (JSON.stringify(expected) !== JSON.stringify(shown)) this.#problem(path, expected, shown);
  }

  #problem(path: Path, expected: unknown, shown: unknown): void {
    this.#problems.push(`${path.join('.')} is ${short(shown)}, not ${short(expected)}`);
  }
}

interface FieldOf {
  readonly type: GraphQLObjectType;
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
  readonly changed: ReadonlyMap<string, unknown>;
}

interface FieldIn {
  readonly rule: AccessRule;
  readonly nodes: readonly FieldNode[];
  readonly coordinate: string;
}

const nothing: ReadonlyMap<string, unknown> = new Map();
const hiddenDay: readonly (readonly [string, unknown])[] = [['countedFrom', null]];
/** What a line of another body's ledger loses for an officer. */
const bareLines: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map([
  [
    'Entitlement',
    new Map<string, unknown>([
      ['money', null],
      ['startedOn', null],
      ['endedOn', null],
      ['recordRef', ''],
    ]),
  ],
  ['ServiceRecord', new Map<string, unknown>([['deliveredOn', null]])],
]);

const withheldRows: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map([
  [
    'Evidence',
    new Map<string, unknown>([
      ['holds', 'UNKNOWN'],
      ['value', null],
      ['asOf', null],
      ['reason', 'NOT_AUTHORIZED'],
    ]),
  ],
  ['FactRef', new Map<string, unknown>([['reason', 'NOT_AUTHORIZED']])],
]);

function interfaceOf(type: GraphQLObjectType): string {
  return type.getInterfaces()[0]?.name ?? type.name;
}

function setOf(nodes: readonly FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: nodes.flatMap((node) => node.selectionSet?.selections ?? []) };
}

/** By response key, fragments written out. */
function fieldsOf(
  document: DocumentNode,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  found = new Map<string, FieldNode[]>(),
): ReadonlyMap<string, readonly FieldNode[]> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      found.set(key, [...(found.get(key) ?? []), selection]);
    } else {
      const { typeCondition, selectionSet } = fragmentOf(document, selection);
      const condition = typeCondition?.name.value ?? type.name;
      if (condition === type.name || condition === interfaceOf(type)) fieldsOf(document, type, selectionSet, found);
    }
  }
  return found;
}

function fragmentOf(
  { definitions }: DocumentNode,
  node: InlineFragmentNode | FragmentSpreadNode,
): InlineFragmentNode | FragmentDefinitionNode {
  if (node.kind === Kind.INLINE_FRAGMENT) return node;
  const found = definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
  );
  if (found?.kind !== Kind.FRAGMENT_DEFINITION) throw new TypeError(`no fragment ${node.name.value}`);
  return found;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
