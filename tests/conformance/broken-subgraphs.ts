import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { GraphQLError, Kind, parse, visit, type DocumentNode } from 'graphql';
import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { houses, type Row } from './fisheries.ts';
import { anybody, askerOf, type Faults, type Sent } from './plain-subgraph.ts';

/** A subgraph with one fault, and the checks that are there to find it. */
export interface Broken {
  readonly name: string;
  readonly faults: (jwks: string) => Faults;
  readonly fails: readonly string[];
  /** Only recommended checks fail: it is certified all the same. */
  readonly isCertified?: true;
  readonly deadlineMs?: number;
}

export const brokenSubgraphs: readonly Broken[] = [
  ...schemaFaults(),
  ...entityFaults(),
  ...graphqlFaults(),
  ...valueFaults(),
  ...batchFaults(),
  ...tokenFaults(),
  ...accessFaults(),
  ...httpFaults(),
  ...errorFaults(),
];

function broken(name: string, fails: readonly string[], faults: Faults | ((jwks: string) => Faults)): Broken {
  return { name, fails, faults: typeof faults === 'function' ? faults : () => faults };
}

function schemaFaults(): readonly Broken[] {
  return [
    broken('tells no schema', ['SERVICE_SDL'], { sdl: () => '' }),
    broken('tells a schema that does not parse', ['SERVICE_SDL'], { sdl: (sdl) => `${sdl}\ntype {` }),
    broken('has a key of a field that is not there', ['SERVICE_COMPOSES'], {
      sdl: (sdl) => sdl.replace('@key(fields: "houseCode")', '@key(fields: "houseNumber")'),
    }),
    broken('adds a record that is no BodyRecord', ['RECORD_TYPE'], {
      sdl: (sdl) => sdl.replace('type FisheriesRecord implements BodyRecord', 'type FisheriesRecord'),
    }),
    broken('adds a record that may not be null', ['RECORD_TYPE'], {
      sdl: (sdl) => sdl.replace('fisheries: FisheriesRecord', 'fisheries: FisheriesRecord!'),
    }),
    broken('knows nobody', ['SAMPLES_KNOWN'], { find: () => undefined }),
  ];
}

function entityFaults(): readonly Broken[] {
  return [
    broken('gives entities in the order of its database', ['ENTITIES_ORDER'], {
      entities: (entities, keys) => (isSorted(keys) ? entities : entities.toReversed()),
    }),
    broken('answers a key that comes again by null', ['ENTITIES_DUPLICATES'], {
      entities: (entities, keys) =>
        keys.length === 5 ? entities.map((each, at) => (isRepeated(keys, at) ? null : each)) : entities,
    }),
    broken('leaves repeated keys out', ['ENTITIES_DUPLICATES', 'BATCH_TIME', 'BATCH_1000'], {
      entities: (entities, keys) => entities.filter((_, at) => !isRepeated(keys, at)),
    }),
    broken('leaves unknown houses out', ['ENTITIES_UNKNOWN_KEY'], {
      entities: (entities) => entities.filter((each) => each !== null),
    }),
    broken('makes an error of an unknown house', ['ENTITIES_UNKNOWN_KEY'], {
      entities: (entities) => entities.map((each) => each ?? new GraphQLError('nobody')),
    }),
    broken('fails by 500 for an unknown house', ['ENTITIES_UNKNOWN_KEY'], {
      answer: (sent, { data }) =>
        data?._entities?.length === 4 && data._entities.includes(null) ? status(500, sent) : undefined,
    }),
    broken('invents a record for an unknown house', ['ENTITIES_UNKNOWN_KEY'], {
      find: (code) => houses.get(code) ?? ({ ...[...houses.values()][0], houseCode: code } as never),
    }),
    broken('fails as a whole for a bad key', ['ENTITIES_BAD_KEY'], {
      badKey: () => {
        throw new GraphQLError('bad key');
      },
    }),
    broken('gives the first house for a bad key', ['ENTITIES_BAD_KEY'], {
      badKey: () => {
        const [house] = houses.values();
        return { __typename: 'Household', houseCode: house?.houseCode, fisheries: recordOf(house) };
      },
    }),
    broken('tells no place of an error', ['ENTITIES_BAD_KEY'], {
      formatError: ({ extensions: { code = 'FAILED' } }) => ({ message: 'failed', extensions: { code } }),
    }),
  ];
}

function graphqlFaults(): readonly Broken[] {
  return [
    broken('knows no aliases', ['GRAPHQL_ALIASES'], {
      document: (document) => without(document, { Field: dropAlias }),
    }),
    broken('knows no fragments on the interface', ['GRAPHQL_FRAGMENTS'], {
      document: (document) => without(document, { InlineFragment: dropOn('FisheriesRecord') }),
    }),
    broken('reads no conditions', ['GRAPHQL_CONDITIONS'], {
      document: (document) => without(document, { Directive: () => null }),
    }),
    broken('executes the first operation whatever its name', ['GRAPHQL_OPERATION_NAME'], {
      operation: (_name, document) => firstName(document),
    }),
    broken('executes the first operation where none is named', ['GRAPHQL_OPERATION_NAME'], {
      operation: (name, document) => name ?? firstName(document),
    }),
    broken('names types in its own way', ['GRAPHQL_TYPENAME'], {
      payload: (payload) =>
        JSON.parse(JSON.stringify(payload).replaceAll('"__typename":"Fact"', '"__typename":"fact"')),
    }),
    broken('fails by 500 for an unknown field', ['GRAPHQL_UNKNOWN_FIELD'], {
      answer: (sent, { errors }) =>
        errors?.[0]?.extensions.code === 'GRAPHQL_VALIDATION_FAILED' ? status(500, sent) : undefined,
    }),
    broken('skips unknown fields in silence', ['GRAPHQL_UNKNOWN_FIELD', 'ERROR_CODES'], {
      document: (document) => without(document, { Field: dropUnknown }),
    }),
  ];
}

function valueFaults(): readonly Broken[] {
  return [
    broken('speaks as another body', ['RECORD_FIELDS'], {
      record: (record) => record && { ...record, body: { ...record.body, code: 'HEALTH' } },
    }),
    broken('tells a date for a time', ['RECORD_FIELDS'], {
      record: (record) => record && { ...record, asOf: '2022-08-10' },
    }),
    broken('finds something everywhere', ['RECORD_FOUND'], {
      record: (record) => record && { ...record, found: true },
    }),
    broken('counts what it withholds', ['RECORD_FOUND'], {
      record: (record, { houseCode }, { scopes }) =>
        record && houseCode.endsWith('2') && scopes.length === 0 ? { ...record, found: true } : record,
    }),
    broken('states what another body owns', ['FACTS_TYPES'], {
      record: (record, _house, { scopes }) =>
        record && scopes.includes('sensitive:*')
          ? { ...record, facts: [...record.facts, { ...record.facts[0], name: 'person.adlScore', value: null }] }
          : record,
    }),
    broken(
      'states a fact twice',
      ['FACTS_TYPES'],
      stating((all) => [...all, ...all.slice(0, 1)]),
    ),
    broken(
      'gives numbers as text',
      ['FACTS_TYPES', 'FACTS_VALUES'],
      stating((all) =>
        all.map((fact) =>
          typeof fact.value === 'number' && fact.value > 0 ? { ...fact, value: String(fact.value) } : fact,
        ),
      ),
    ),
    broken('gives null for what it cannot state', ['FACTS_ABSENT'], {
      record: (record, { houseCode }) =>
        record && houseCode.endsWith('1')
          ? {
              ...record,
              facts: [
                ...record.facts,
                { ...record.facts[0], name: 'person.gearClass', subject: `${houseCode}-M2`, value: null },
              ],
            }
          : record,
    }),
    broken(
      'leaves out what has no value',
      ['FACTS_ABSENT'],
      stating((all) => all.filter(({ value }) => value !== null)),
    ),
    broken(
      'loses a fact',
      ['FACTS_VALUES'],
      stating((all) =>
        all
          .filter(({ name }) => name !== 'person.licensedOn')
          .concat(all.filter(({ name, value }) => name === 'person.licensedOn' && value === null)),
      ),
    ),
    broken(
      'gives a wrong value',
      ['FACTS_VALUES'],
      stating((all) =>
        all.map((fact) =>
          fact.name === 'household.harbours' && fact.value.length > 0
            ? { ...fact, value: [...fact.value, 'PAK-MENG'] }
            : fact,
        ),
      ),
    ),
    broken('counts its ledger anew in each house', ['LEDGER_IDS'], {
      record: (record) =>
        record && {
          ...record,
          entitlements: record.entitlements.map((each: Row, at: number) => ({ ...each, id: `E${at}` })),
        },
    }),
    broken('pays by a programme of nobody', ['LEDGER_PROGRAMMES'], {
      record: (record, _house, { scopes }) =>
        record && scopes.includes('sensitive:*')
          ? {
              ...record,
              entitlements: record.entitlements.map((each: Row) => ({
                ...each,
                programme: { id: 'no-such-programme' },
              })),
            }
          : record,
    }),
  ];
}

function batchFaults(): readonly Broken[] {
  return [
    {
      ...broken('is slow for many', ['BATCH_TIME', 'BATCH_1000'], { delayMs: (keys) => (keys >= 200 ? 900 : 0) }),
      deadlineMs: 700,
    },
    {
      ...broken('is slow for very many', ['BATCH_1000'], { delayMs: (keys) => (keys >= 1000 ? 900 : 0) }),
      deadlineMs: 700,
      isCertified: true,
    },
    broken('asks its database once for each key', ['BATCH_STATEMENTS'], { statements: (keys) => keys }),
    broken('tells too much of each house', ['ANSWER_SIZE'], {
      record: (record) =>
        record && {
          ...record,
          licences: Array.from({ length: 200 }, () => record.licences[0] ?? null)
            .filter((each) => each !== null)
            .map((each) => ({ ...each, number: 'x'.repeat(300) })),
        },
    }),
    broken('mixes calls that come at a time', ['CONCURRENCY'], mixing()),
  ];
}

function tokenFaults(): readonly Broken[] {
  return [
    broken('answers without a token', ['TOKEN_MISSING', 'INTROSPECTION_ANONYMOUS'], {
      trust: async (header, verify) => (header === undefined ? anybody : unbound(await verify(header))),
    }),
    broken(
      'complains of a missing token and answers all the same',
      ['TOKEN_MISSING', 'INTROSPECTION_ANONYMOUS'],
      complaining(),
    ),
    broken('looks at no audience', ['TOKEN_OTHER_SUBGRAPH'], {
      trust: async (header, verify) => unbound(await verify(header, { audience: false })),
    }),
    broken('looks at no end', ['TOKEN_EXPIRED'], {
      trust: async (header, verify) => unbound(await verify(header, { expiry: false })),
    }),
    broken('verifies no signature', ['TOKEN_OTHER_KEY', 'TOKEN_ALTERED'], {
      trust: async (header) => {
        const token = tokenOf(header);
        const { alg, typ } = decodeProtectedHeader(token);
        const payload = decodeJwt(token);
        const isFresh =
          payload.aud === 'fisheries' && payload.iss === 'samutphok-gateway' && Number(payload.exp) * 1000 > Date.now();
        return alg === 'EdDSA' && typ === 'samutphok-call+jwt' && isFresh ? unbound(payload) : null;
      },
    }),
    broken('takes alg none', ['TOKEN_ALG_NONE'], {
      trust: async (header, verify) => {
        const token = tokenOf(header);
        return unbound(decodeProtectedHeader(token).alg === 'none' ? decodeJwt(token) : await verify(header));
      },
    }),
    broken('takes an HMAC with the public key', ['TOKEN_HMAC'], (jwks) => ({
      trust: async (header, verify) => {
        const token = tokenOf(header);
        if (decodeProtectedHeader(token).alg !== 'HS256') return unbound(await verify(header));
        const [jwk] = (JSON.parse(jwks) as { keys: JsonWebKey[] }).keys;
        const pem = createPublicKey({ key: jwk ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
        return unbound((await jwtVerify(token, Buffer.from(pem))).payload);
      },
    })),
    broken('takes a person’s own token', ['TOKEN_OF_PERSON'], {
      trust: async (header, verify) => unbound(await verify(header, { origin: false })),
    }),
    {
      ...broken('takes a token that is bound to another request', ['TOKEN_OTHER_REQUEST'], {
        trust: async (header, verify) => askerOf(await verify(header)),
      }),
      isCertified: true,
    },
  ];
}

function accessFaults(): readonly Broken[] {
  return [
    broken('shows sensitive facts to everybody', ['ACCESS_ROWS'], openly('facts')),
    broken('shows sensitive facts as null', ['ACCESS_ROWS'], {
      record: (record, { facts }, { scopes }) =>
        record && {
          ...record,
          facts: facts.map((fact) =>
            fact.name !== 'person.lostAtSea' || scopes.some((each) => /\*|hardship/u.test(each))
              ? fact
              : { ...fact, value: null },
          ),
        },
    }),
    broken('shows programmes that betray', ['ACCESS_ROWS'], openly('entitlements')),
    broken('masks nothing and withholds no field', ['ACCESS_FIELDS'], openly('licences')),
    broken('shows a sensitive field', ['ACCESS_FIELDS'], {
      record: (record) =>
        record && { ...record, licences: record.licences.map((each: Row) => ({ ...each, daysLostToIllness: 12 })) },
    }),
    broken('shows rows that hold a sensitive word', ['ACCESS_FIELDS'], {
      record: (record, { licences }) =>
        record && {
          ...record,
          licences: licences.map((each) => ({ ...each, number: null, remark: null, daysLostToIllness: null })),
        },
    }),
    broken('shows a developer what it shows a caseworker', ['ACCESS_ROWS', 'ACCESS_FIELDS'], {
      trust: async (header, verify) => {
        const asker = unbound(await verify(header));
        return asker?.role === 'body-developer' ? { ...asker, role: 'caseworker' } : asker;
      },
    }),
  ];
}

function httpFaults(): readonly Broken[] {
  return [
    {
      ...broken('tells its schema to everybody', ['INTROSPECTION_ANONYMOUS'], {
        first: (body) =>
          body.includes('__schema')
            ? ok({ data: { __schema: { queryType: { name: 'Query' }, types: [] } } })
            : undefined,
      }),
      isCertified: true,
    },
    broken('falls over what is no JSON', ['HTTP_MALFORMED'], {
      beforeParsing: (body) =>
        isJson(body) ? undefined : { status: 500, type: 'text/plain', text: 'Internal Server Error' },
    }),
    broken('falls over deep JSON', ['HTTP_HOSTILE_JSON'], {
      beforeParsing: (body) =>
        body.includes('[[[[[[[[') ? { status: 500, type: 'text/plain', text: 'Internal Server Error' } : undefined,
    }),
    broken('lets __proto__ into its keys', ['HTTP_HOSTILE_JSON'], {
      entities: (entities, keys) =>
        entities.map((each, at) => {
          const poisoned: unknown = Object.hasOwn(keys[at], '__proto__')
            ? Object.entries(keys[at]).find(([key]) => key === '__proto__')?.[1]
            : undefined;
          return poisoned === undefined
            ? each
            : {
                __typename: 'Household',
                houseCode: (poisoned as Row).houseCode,
                fisheries: recordOf(houses.get((poisoned as Row).houseCode)),
              };
        }),
    }),
    { ...broken('is silent after a connection was cut', ['LIFE_CANCELLED'], wedged()), deadlineMs: 500 },
    broken('says that its JSON is a page', ['HTTP_CONTENT_TYPE'], {
      answer: (sent) => ({ ...sent, type: 'text/html' }),
    }),
    broken('says that its JSON is compressed', ['HTTP_CONTENT_TYPE'], {
      answer: (sent) => ({ ...sent, encoding: 'gzip' }),
    }),
    broken('answers __proto__', ['ANSWER_JSON'], {
      answer: (sent) => ({
        ...sent,
        text: sent.text.replace(/\}$/u, ',"extensions":{"statements":1,"__proto__":{"isAdmin":true}}}'),
      }),
    }),
    broken('answers deep JSON', ['ANSWER_JSON'], {
      payload: (payload) => ({ ...payload, extensions: { statements: 1, trace: nested(80) } }),
    }),
  ];
}

function errorFaults(): readonly Broken[] {
  return [
    broken(
      'leaks a stack',
      ['ERROR_LEAKS'],
      saying('TypeError: x is undefined\n    at resolve (file:///srv/app/resolvers.js:41:17)'),
    ),
    broken('leaks a stack in extensions', ['ERROR_LEAKS'], {
      formatError: ({ path }) => ({
        message: 'failed',
        ...(path && { path }),
        extensions: { code: 'FAILED', stacktrace: ['x'] },
      }),
    }),
    broken('leaks a stack of Python', ['ERROR_LEAKS'], saying('Traceback (most recent call last): ValueError')),
    broken('leaks SQL', ['ERROR_LEAKS'], saying('select house_code from licence where member = $1: timeout')),
    broken('leaks an address', ['ERROR_LEAKS'], saying('connect ECONNREFUSED 10.20.30.40:5432')),
    broken('leaks a citizen number', ['ERROR_LEAKS'], saying('person 0999900001011 is locked')),
    broken('writes errors without a message', ['ERROR_FORMAT'], {
      formatError: ({ path, extensions: { code = 'FAILED' } }) => ({
        error: 'failed',
        ...(path && { path }),
        extensions: { code },
      }),
    }),
    {
      ...broken('writes errors without a code', ['ERROR_CODES'], {
        formatError: ({ path }) => ({ message: 'failed', ...(path && { path }) }),
      }),
      isCertified: true,
    },
    {
      ...broken('quotes what was sent', ['ERROR_ECHO'], {
        formatError: ({ message, path, extensions: { code = 'FAILED' } }) => ({
          message,
          ...(path && { path }),
          extensions: { code },
        }),
      }),
      isCertified: true,
    },
  ];
}

/** States other facts. */
function stating(change: (facts: readonly Row[]) => readonly Row[]): Faults {
  return { record: (record) => record && { ...record, facts: change(record.facts) } };
}

/** Shows a part of the record to everybody. */
function openly(part: 'facts' | 'entitlements' | 'licences'): Faults {
  return { record: (record, house) => record && { ...record, [part]: house[part] } };
}

/** Its errors say this. */
function saying(text: string): Faults {
  return {
    formatError: ({ path, extensions: { code = 'FAILED' } }) => ({
      message: text,
      ...(path && { path }),
      extensions: { code },
    }),
  };
}

function isSorted(keys: readonly Row[]): boolean {
  return (
    keys.every(({ houseCode }, at) => at === 0 || keys[at - 1].houseCode <= houseCode) || keys.length !== houses.size
  );
}

function isRepeated(keys: readonly Row[], at: number): boolean {
  return keys.findIndex(({ houseCode }) => houseCode === keys[at].houseCode) < at;
}

function status(code: number, sent: Sent): Sent {
  return { ...sent, status: code };
}

function ok(payload: Row): Sent {
  return { status: 200, type: 'application/json', text: JSON.stringify(payload) };
}

function recordOf(house: Row): Row {
  return {
    __typename: 'FisheriesRecord',
    body: { code: 'FISHERIES', nameTh: 'x', nameEn: 'x' },
    found: true,
    asOf: '2022-08-10T00:00:00Z',
    ...house,
  };
}

function tokenOf(header: string | undefined): string {
  return header?.replace('Bearer ', '') ?? '';
}

/** Tokens that are bound to another request are refused, as they should be. */
function unbound(payload: JWTPayload): ReturnType<typeof askerOf> | null {
  return payload['bodySha256'] === undefined ? askerOf(payload) : null;
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

function complaining(): Faults {
  let isMissing = false;
  return {
    trust: async (header, verify) => {
      isMissing = header === undefined;
      return isMissing ? anybody : unbound(await verify(header));
    },
    payload: (payload) =>
      isMissing ? { ...payload, errors: [{ message: 'no token', extensions: { code: 'CALL_REFUSED' } }] } : payload,
  };
}

/** Keeps what it is answering in one place for all. */
function mixing(): Faults {
  let latest: Sent | undefined;
  return {
    answer: async (sent) => {
      latest = sent;
      await new Promise((resolve) => void setTimeout(resolve, 2));
      return latest;
    },
  };
}

/** A call that was left holds the lock that the next one waits for. */
function wedged(): Faults {
  let cuts = 0;
  return {
    onCut: () => {
      cuts += 1;
    },
    answer: async (_sent, { data }) => {
      if (cuts < 10 || data?._entities?.length !== 1) return undefined;
      cuts = Number.NEGATIVE_INFINITY;
      return new Promise(() => undefined);
    },
  };
}

function firstName({ definitions: [definition] }: DocumentNode): string | undefined {
  return definition !== undefined && 'name' in definition ? definition.name?.value : undefined;
}

type Change = Readonly<Record<string, (node: Row) => unknown>>;

function without(document: DocumentNode, change: Change): DocumentNode {
  return visit(document, Object.fromEntries(Object.entries(change).map(([kind, run]) => [kind, { enter: run }])));
}

function dropAlias(node: Row): unknown {
  return node.alias === undefined ? undefined : { ...node, alias: undefined };
}

function dropOn(type: string): (node: Row) => unknown {
  return (node) => (node.typeCondition?.name.value === type ? { ...node, selectionSet: nothing } : undefined);
}

function dropUnknown(node: Row): unknown {
  return node.name.value === 'noSuchField' ? { ...node, name: { kind: Kind.NAME, value: '__typename' } } : undefined;
}

const [nothingAtAll] = parse('{ __typename }').definitions;
const nothing = nothingAtAll !== undefined && 'selectionSet' in nothingAtAll ? nothingAtAll.selectionSet : undefined;
