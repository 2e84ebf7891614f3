import { getIntrospectionQuery } from 'graphql';
import { marker, numberOf, operation, ownHouse, query, type Attack } from './attack.ts';

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

/** `{ household { members { household { … } } } }`, so many levels. */
const deep = (levels: number): string =>
  `{ household(houseCode: "${ownHouse}") ${'{ members { household '.repeat(levels)} { houseCode } ${'} }'.repeat(levels)} }`;

/** Fragments that each spread the one before twice: 2^n fields out of n lines. */
const doubled = (levels: number, field = 'houseCode'): string =>
  [
    `{ household(houseCode: "${ownHouse}") { ...F${levels} } }`,
    `fragment F0 on Household { ${field} }`,
    ...Array.from({ length: levels }, (_, at) => `fragment F${at + 1} on Household { ...F${at} ...F${at} }`),
  ].join(' ');

/** The text of 1.7 KB that keeps a stock planner busy for minutes: edges under two names, doubled at every level. */
const plannerBomb = [
  `{ household(houseCode: "${ownHouse}") { ...P12 } }`,
  'fragment P0 on Household { health { found } labour { found } education { found } gaps { monthlyThb } }',
  ...Array.from(
    { length: 12 },
    (_, at) => `fragment P${at + 1} on Household { members { a: household { ...P${at} } b: household { ...P${at} } } }`,
  ),
].join('\n');

const house = 'query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { houseCode } }';
const list = 'query ($filter: HouseholdFilter) { households(filter: $filter, first: 5) { totalCount } }';
const cursored = 'query ($after: String) { households(first: 5, after: $after) { totalCount } }';

/** Refused when the operation is known already; a client that does not say it knows better gets 200 for that. */
const withStatus200: ReadonlySet<string> = new Set([
  'OPERATION_INVALID',
  'PERSON_NOT_FOUND',
  'INPUT_PERSON_KEY_MISSING',
  'INPUT_SEARCH_INVALID',
  'INPUT_AREA_UNKNOWN',
  'INPUT_CURSOR_INVALID',
]);

/** Shapes that cost more than they look, and texts that ask what is not to be known. */
export const queryAttacks: readonly Attack[] = [
  shape(
    'a fragment of itself',
    `{ household(houseCode: "${ownHouse}") { ...A } } fragment A on Household { ...A }`,
    'POLICY_FRAGMENT_CYCLE',
  ),
  shape(
    'a ring of fragments that nobody uses',
    '{ bodies { code } } fragment A on Body { ...B } fragment B on Body { ...C } fragment C on Body { ...A }',
    'POLICY_FRAGMENT_CYCLE',
  ),
  shape(
    'a ring of fragments through inline ones',
    '{ bodies { ...A } } fragment A on Body { ... on Body { ...B } } fragment B on Body { ... { ...A } }',
    'POLICY_FRAGMENT_CYCLE',
  ),
  shape('fragments doubled twenty times', doubled(20), 'POLICY_TOO_MANY_SELECTIONS'),
  shape('fragments doubled thirty-nine times', doubled(39), 'POLICY_TOO_MANY_SELECTIONS'),
  shape(
    'fragments doubled, and used by nobody',
    doubled(20).replace('...F20', 'houseCode'),
    'POLICY_TOO_MANY_SELECTIONS',
  ),
  shape('the planner’s bomb', plannerBomb, 'POLICY_TOO_MANY_ALIASES'),
  shape('household and members, thirty levels', deep(30), 'POLICY_TOO_NESTED'),
  shape('household and members, ten levels', deep(10), 'POLICY_TOO_DEEP'),
  shape('inline fragments, forty levels', `{ ${'... { '.repeat(44)} __typename ${'} '.repeat(44)} }`, null),
  shape(
    'inline fragments, sixty levels',
    `{ ${'... { '.repeat(60)} __typename ${'} '.repeat(60)} }`,
    'POLICY_TOO_NESTED',
  ),
  shape(
    'brackets ten thousand deep',
    `{ household(houseCode: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { houseCode } }`,
    'POLICY_TOO_NESTED',
  ),
  shape(
    'objects ten thousand deep',
    `{ household(houseCode: ${'{a:'.repeat(10_000)}1${'}'.repeat(10_000)}) { houseCode } }`,
    'POLICY_TOO_NESTED',
  ),
  shape(
    'list types ten thousand deep',
    `query ($a: ${'['.repeat(10_000)}Int${']'.repeat(10_000)}) { __typename }`,
    'POLICY_TOO_NESTED',
  ),
  shape('a field under a hundred names', `{ ${times(100, (at) => `a${at}: __typename`)} }`, 'POLICY_TOO_MANY_ALIASES'),
  shape(
    'a household under sixty names',
    `{ ${times(60, (at) => `a${at}: household(houseCode: "${ownHouse}") { houseCode }`)} }`,
    'POLICY_TOO_MANY_ROOT_FIELDS',
  ),
  shape(
    'fifteen pages under fifteen names',
    `{ ${times(15, (at) => `a${at}: households(first: 200) { edges { node { houseCode gaps { items { evidence { fact } } } } } }`)} }`,
    'POLICY_COST_TOO_HIGH',
  ),
  shape('a field two thousand times', `{ bodies { ${times(2_000, () => 'code')} } }`, 'POLICY_TOO_MANY_SELECTIONS'),
  shape('six thousand tokens', `{ bodies { ${times(6_000, () => 'code')} } }`, 'POLICY_TOO_MANY_TOKENS'),
  shape('70 KB of comment', `{ bodies { code } } #${'x'.repeat(70_000)}`, 'POLICY_QUERY_TOO_LONG'),
  shape('60,000 commas', `{ bodies { code ${','.repeat(60_000)} } }`, null),
  shape(
    'a hundred directives',
    `{ bodies { code ${times(100, () => '@include(if: true)')} } }`,
    'POLICY_TOO_MANY_DIRECTIVES',
  ),
  shape('a directive twice', '{ bodies { code @include(if: true) @include(if: true) } }', 'OPERATION_INVALID'),
  shape('a directive that does not exist', '{ bodies { code @admin } }', 'OPERATION_INVALID'),
  shape('directives of the supergraph', '{ bodies { code @open @mask(keep: 13) @inaccessible } }', 'OPERATION_INVALID'),
  shape('@defer', '{ ... @defer { bodies { code } } }', 'OPERATION_INVALID'),
  shape('@stream', '{ bodies @stream(initialCount: 0) { code } }', 'OPERATION_INVALID'),
  shape(
    'six operations',
    times(6, (at) => `query Q${at} { __typename }`),
    'POLICY_TOO_MANY_OPERATIONS',
  ),
  shape('two operations and no name', 'query A { __typename } query B { __typename }', 'OPERATION_UNRESOLVED'),
  shape('two operations of one name', 'query A { __typename } query A { __typename }', 'OPERATION_INVALID'),
  shape(
    'fifty fragments',
    `{ bodies { ${times(50, (at) => `...F${at}`)} } } ${times(50, (at) => `fragment F${at} on Body { code }`)}`,
    'POLICY_TOO_MANY_FRAGMENTS',
  ),
  shape('fifty variables', `query (${times(50, (at) => `$v${at}: Int`)}) { __typename }`, 'POLICY_TOO_MANY_VARIABLES'),
  shape('a name of 101 letters', `query ${'Q'.repeat(101)} { __typename }`, 'POLICY_NAME_TOO_LONG'),
  shape('a mutation', 'mutation { deleteHousehold(houseCode: "99990000011") }', 'POLICY_OPERATION_TYPE'),
  shape('a subscription', 'subscription { household { houseCode } }', 'POLICY_OPERATION_TYPE'),
  shape('a schema', 'type Query { a: Int }', 'OPERATION_INVALID', 400),
  shape('an operation and a schema', '{ bodies { code } } extend type Query { a: Int }', 'OPERATION_INVALID', 400),
  shape('fragments alone', 'fragment A on Body { code }', 'OPERATION_INVALID'),
  shape(
    '_entities',
    '{ _entities(representations: [{ __typename: "Household", houseCode: "99990000011" }]) { __typename } }',
    'OPERATION_INVALID',
  ),
  shape('_service', '{ _service { sdl } }', 'OPERATION_INVALID'),
  shape(
    'a page of a million',
    '{ households(first: 1000000) { edges { node { houseCode } } } }',
    'INPUT_PAGE_SIZE_INVALID',
  ),
  shape(
    'a page of less than nothing',
    '{ households(first: -1) { edges { node { houseCode } } } }',
    'INPUT_PAGE_SIZE_INVALID',
  ),
  shape('a page of nothing', '{ households(first: 0) { edges { node { houseCode } } } }', 'INPUT_PAGE_SIZE_INVALID'),
  shape('a page of null', '{ households(first: null) { edges { node { houseCode } } } }', 'INPUT_PAGE_SIZE_INVALID'),
  shape(
    'a page beyond 32 bits',
    '{ households(first: 3000000000) { edges { node { houseCode } } } }',
    'OPERATION_INVALID',
  ),
  asked(
    'a page of a million in a variable',
    'query ($n: Int) { households(first: $n) { edges { node { houseCode } } } }',
    { n: 1_000_000 },
    'INPUT_PAGE_SIZE_INVALID',
  ),
  asked(
    'a page of a million by default',
    'query ($n: Int = 1000000) { households(first: $n) { edges { node { houseCode } } } }',
    {},
    'INPUT_PAGE_SIZE_INVALID',
  ),
  asked(
    'a page that is text',
    'query ($n: Int) { households(first: $n) { edges { node { houseCode } } } }',
    { n: '200' },
    'INPUT_PAGE_SIZE_INVALID',
  ),
  asked(
    'a page that is a fraction',
    'query ($n: Int) { households(first: $n) { edges { node { houseCode } } } }',
    { n: 1.5 },
    'INPUT_PAGE_SIZE_INVALID',
  ),
  asked(
    'a page that is a list',
    'query ($n: Int) { households(first: $n) { edges { node { houseCode } } } }',
    { n: [200] },
    'INPUT_PAGE_SIZE_INVALID',
  ),
  asked('a house that is a list', house, { houseCode: [ownHouse] }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house that is an object', house, { houseCode: { $ne: null } }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house of Thai digits', house, { houseCode: '๙๙๙๙๐๐๐๐๐๑๑' }, null),
  asked('a house of full-width digits', house, { houseCode: '９９９９００００００１１' }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house with a joiner of no width', house, { houseCode: '9999000\u200b0011' }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house with a line break', house, { houseCode: `${ownHouse}\n` }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house of SQL', house, { houseCode: "' or 1=1 --" }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house that is a name', house, { houseCode: marker }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a house of 200,000 letters', house, { houseCode: 'x'.repeat(200_000) }, 'INPUT_HOUSE_CODE_INVALID'),
  asked('a citizen number in place of a house', house, { houseCode: numberOf }, 'INPUT_HOUSE_CODE_INVALID'),
  asked(
    'a citizen number with a wrong digit',
    'query ($n: CitizenId) { person(citizenId: $n) { personId } }',
    { n: '0999900001012' },
    'INPUT_CITIZEN_ID_INVALID',
  ),
  asked(
    'a citizen number as a number',
    'query ($n: CitizenId) { person(citizenId: $n) { personId } }',
    { n: 999_900_001_011 },
    'INPUT_CITIZEN_ID_INVALID',
  ),
  asked(
    'a person by two keys',
    'query ($n: CitizenId) { person(personId: "a", citizenId: $n) { personId } }',
    { n: numberOf },
    'INPUT_PERSON_KEY_MISSING',
  ),
  asked(
    'a person whose key is a path',
    'query ($n: ID) { person(personId: $n) { personId } }',
    { n: '../../etc/passwd' },
    'PERSON_NOT_FOUND',
  ),
  asked('a variable that nobody declared', '{ bodies { code } }', { a: marker }, null),
  asked('a variable that is not used', 'query ($a: String) { bodies { code } }', { a: marker }, 'OPERATION_INVALID'),
  asked('a variable without its value', house, {}, 'INPUT_VALUE_INVALID'),
  asked('a search of one letter', list, { filter: { search: 'ก' } }, 'INPUT_SEARCH_INVALID'),
  asked('a search of wildcards', list, { filter: { search: '%%%' } }, null),
  asked('an area of wildcards', list, { filter: { areaCode: '%' } }, 'INPUT_AREA_UNKNOWN'),
  asked('an area of SQL', list, { filter: { areaCode: "50' or '1'='1" } }, 'INPUT_AREA_UNKNOWN'),
  asked('an area that is a list', list, { filter: { areaCode: ['50', '10'] } }, 'INPUT_VALUE_INVALID'),
  asked('a filter that does not exist', list, { filter: { [marker]: 1 } }, 'INPUT_VALUE_INVALID'),
  asked(
    'a cursor of our own making',
    cursored,
    { after: Buffer.from('99990000011').toString('base64') },
    'INPUT_CURSOR_INVALID',
  ),
  asked('a cursor that is SQL', cursored, { after: "x' union select * from sqlite_master --" }, 'INPUT_CURSOR_INVALID'),
  asked('a cursor of 100,000 letters', cursored, { after: 'A'.repeat(100_000) }, 'INPUT_CURSOR_INVALID'),
  shape('a citizen number as a literal', `{ person(citizenId: ${numberOf}) { personId } }`, 'OPERATION_INVALID'),
  shape(
    'a citizen number as a literal without its zero',
    `{ person(citizenId: ${numberOf.slice(1)}) { personId } }`,
    'INPUT_CITIZEN_ID_INVALID',
    200,
  ),
  shape('a citizen number where a name should be', `{ "${numberOf}" }`, 'OPERATION_INVALID'),
  shape('a citizen number behind a quote in a string', `{ "a\\"${numberOf}" }`, 'OPERATION_INVALID'),
  shape('a citizen number in a block string', `{ """a" ${numberOf}""" }`, 'OPERATION_INVALID'),
  shape(
    'a citizen number for an enum',
    `{ programmes(filter: { body: "${numberOf}" }) { totalCount } }`,
    'OPERATION_INVALID',
  ),
  shape(
    'a citizen number as an argument’s text',
    `{ households(first: "${numberOf}") { totalCount } }`,
    'OPERATION_INVALID',
  ),
  shape('a citizen number as the name of a field', `{ p${numberOf} }`, 'POLICY_NAME_NUMBERED'),
  shape(
    'a citizen number as the name of an operation',
    `query Q${numberOf} { bodies { code } }`,
    'POLICY_NAME_NUMBERED',
  ),
  shape('a person’s name as the text of a comment', `{ bodies { code } } # ${marker}`, null),
  shape('a string without end', `{ household(houseCode: "${marker}`, 'OPERATION_INVALID'),
  shape('a NUL', '{ bodies { code } \u0001 }', 'OPERATION_INVALID'),
  shape('a field that is nearly right', '{ houshold(houseCode: "99990000011") { houseCode } }', 'OPERATION_INVALID'),
  shape('a thousand fields that do not exist', `{ bodies { ${times(1_000, (at) => `x${at}`)} } }`, 'OPERATION_INVALID'),
  shape('introspection of everything', getIntrospectionQuery(), null),
  shape(
    'introspection forty types deep',
    `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
    'POLICY_TOO_DEEP',
  ),
  shape(
    'introspection multiplied',
    `{ ${times(15, (at) => `a${at}: __schema { types { fields { type { fields { name } } } } }`)} }`,
    'POLICY_INTROSPECTION_TOO_LARGE',
  ),
  shape(
    'introspection of lists in lists under many names',
    `{ __schema { types { ${times(7, (at) => `a${at}: fields { type { ${times(7, (nth) => `b${nth}: fields { name }`)} } }`)} } } }`,
    'POLICY_INTROSPECTION_TOO_LARGE',
  ),
  shape(
    'introspection through fragments',
    '{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { interfaces { name } }',
    'POLICY_INTROSPECTION_TOO_LARGE',
  ),
  shape(
    'a citizen number as an alias',
    `{ a${numberOf}: household(houseCode: "${ownHouse}") { houseCode } }`,
    'POLICY_NAME_NUMBERED',
  ),
  shape(
    'a citizen number as the name of a variable',
    `query ($v${numberOf}: Int) { bodies { code } }`,
    'POLICY_NAME_NUMBERED',
  ),
  shape('a type by the name of a citizen', `{ __type(name: "${marker}") { name } }`, null),
  shape('__typename sixty times', `{ ${times(59, (at) => `a${at}: __typename`)} }`, 'POLICY_TOO_MANY_ROOT_FIELDS'),
];

function shape(title: string, text: string, code: string | null, status = statusOf(code)): Attack {
  return { title, wire: (by) => operation(by, query(text)), status, code };
}

function asked(title: string, text: string, variables: Readonly<Record<string, unknown>>, code: string | null): Attack {
  return { title, wire: (by) => operation(by, query(text, variables)), status: statusOf(code), code };
}

function statusOf(code: string | null): number {
  if (code === 'POLICY_OPERATION_TYPE') return 403;
  return code === null || withStatus200.has(code) ? 200 : 400;
}
