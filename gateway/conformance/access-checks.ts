import type { FieldDefinitionNode } from 'graphql';
import { mayReadField, maskText, type AccessRule } from '../../schema/contract/access-rules.ts';
import { keystone } from '../../schema/contract/bodies.ts';
import type { Bench } from './bench.ts';
import { judged, notApplicable, type Outcome, type SceneCheck } from './check.ts';
import { isObject, likeness, listOf, member, objectsOf, type JsonObject } from './json.ts';
import { limitedReaders, principalOf, readerElsewhere, type Reader } from './readers.ts';
import { describe, entitiesOf, holdsNothing, isOrderly, type Reply } from './reply.ts';
import { unknownHouses, type Known, type Scene } from './scene.ts';
import { entitiesQuery, wholeSelection } from './selections.ts';
import { namedType, type SubgraphSchema } from './subgraph-schema.ts';
import { both } from './text.ts';

const rows: SceneCheck = {
  id: 'ACCESS_ROWS',
  level: 'REQUIRED',
  title: both('Sensitive rows are withheld', 'ปิดแถวข้อมูลอ่อนไหว'),
  expected: both(
    'No fact, entitlement or service of a sensitive category for a reader without its scope: the row is absent, not null.',
    'ผู้อ่านที่ไม่มีสิทธิเฉพาะต้องไม่เห็นข้อเท็จจริง สิทธิ หรือบริการในหมวดอ่อนไหว โดยไม่มีแถว ไม่ใช่ค่า null',
  ),
  why: both(
    'Facts stand in rows that no directive tells apart; a programme’s name says as much as a diagnosis (PDPA section 26).',
    'ข้อเท็จจริงอยู่ในแถวที่ directive แยกไม่ได้ และชื่อโครงการบอกได้เท่ากับผลวินิจฉัย (PDPA มาตรา 26)',
  ),
  mend: both(
    'Filter rows by the category of the fact, and by `sensitiveFacts` of the programme, with the scopes of the call token.',
    'กรองแถวตามหมวดของข้อเท็จจริง และตาม `sensitiveFacts` ของโครงการ ด้วยสิทธิในโทเคนของการเรียก',
  ),
  run: async (scene) => {
    const readers = limitedReaders(scene.subject.body);
    const faults: string[] = [];
    for (const reader of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one reader after the other, so that none can be taken for another
      const reply = await scene.askHouses(codesOf(scene), { reader });
      if (!isOrderly(reply)) faults.push(`${reader.name} got no answer`);
      for (const record of recordsIn(reply, scene)) faults.push(...leakedRows(record, reader, scene));
    }
    return judged(`all samples, by ${readers.length} readers`, faults, 'nothing that is closed to them');
  },
};

const fields: SceneCheck = {
  id: 'ACCESS_FIELDS',
  level: 'REQUIRED',
  title: both('Fields are withheld as the schema says', 'ปิดฟิลด์ตามที่สคีมาประกาศ'),
  expected: both(
    'A field whose directive (@personal, @sensitive) closes it to the reader is null; a masked one shows its last characters only.',
    'ฟิลด์ที่ directive (@personal, @sensitive) ปิดต่อผู้อ่านต้องเป็น null และฟิลด์ที่ปิดบางส่วนต้องเห็นเฉพาะตัวท้าย',
  ),
  why: both(
    'The schema is the promise by which the data owner agreed to publish.',
    'สคีมาคือคำมั่นที่เจ้าของข้อมูลใช้ตัดสินใจเผยแพร่',
  ),
  mend: both(
    'Enforce the directives in one place before the resolvers; a field without a directive is read by nobody.',
    'บังคับ directive ที่จุดเดียวก่อน resolver ฟิลด์ที่ไม่มี directive ห้ามใครอ่าน',
  ),
  run: async (scene, bench) => {
    const readers = limitedReaders(scene.subject.body);
    const faults = new Set<string>();
    for (const reader of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one reader after the other, so that none can be taken for another
      for (const leak of await leakedFields(scene, bench, reader)) faults.add(`${leak} to ${reader.name}`);
    }
    return judged(
      `every field of all samples, by ${readers.length} readers`,
      [...faults],
      'nothing that is closed to them',
    );
  },
};

const area: SceneCheck = {
  id: 'ACCESS_AREA',
  level: 'REQUIRED',
  title: both('A household outside the areas does not exist', 'ครัวเรือนนอกพื้นที่เสมือนไม่มีอยู่'),
  expected: both(
    'By entity, by code and in lists: the same as for a house that nobody knows.',
    'ไม่ว่าถามแบบเอนทิตี ด้วยรหัส หรือในรายการ ต้องได้เหมือนบ้านที่ไม่มีใครรู้จัก',
  ),
  why: both(
    'Only the interior knows areas; what it lets through, the other twelve show.',
    'มีเพียงมหาดไทยที่รู้พื้นที่ สิ่งที่ปล่อยผ่าน อีกสิบสองหน่วยงานจะแสดง',
  ),
  mend: both(
    'Compare the area of the household with the prefixes in `areas` of the call token, wherever a household is reached.',
    'เทียบพื้นที่ของครัวเรือนกับ `areas` ในโทเคนของการเรียก ทุกทางที่เข้าถึงครัวเรือน',
  ),
  run: async (scene, bench) => {
    if (scene.subject.body !== keystone) return notApplicable(`areas are the ${keystone}'s to know`);
    const placed = scene.known.filter(({ sample }) => sample.areaCode !== null);
    if (placed.length === 0) return notApplicable('no sample says its area');
    return judgeArea(scene, bench, placed);
  },
};

export const accessChecks: readonly SceneCheck[] = [rows, fields, area];

function codesOf({ known }: Scene): readonly string[] {
  return known.map(({ sample }) => sample.houseCode);
}

function recordsIn(reply: Reply, { record }: Scene): readonly JsonObject[] {
  return objectsOf((entitiesOf(reply) ?? []).map((entity) => member(entity, record.field)));
}

function leakedRows(record: JsonObject, reader: Reader, { subject }: Scene): readonly string[] {
  const principal = principalOf(reader);
  const { rules } = subject.dictionary;
  const facts = objectsOf(record['facts'])
    .map(({ name }) => String(name))
    .filter((name) => !mayReadField(principal, rules.fact(name)));
  const programmes = [...objectsOf(record['entitlements']), ...objectsOf(record['services'])]
    .map(({ programme }) => String(member(programme, 'id')))
    .filter((id) => !mayReadField(principal, rules.programme(id)));
  return [...facts, ...programmes].map((name) => `${name.slice(0, 60)} to ${reader.name}`);
}

/** Coordinates that came with a value although they are closed to the reader. */
async function leakedFields({ schema, known }: Scene, bench: Bench, reader: Reader): Promise<ReadonlySet<string>> {
  const leaks = new Set<string>();
  const persons = known.flatMap(({ sample }) => sample.persons);
  const asked = [
    { type: 'Household', keys: known.map(({ sample: { houseCode } }) => ({ __typename: 'Household', houseCode })) },
    { type: 'Person', keys: persons.map((personId) => ({ __typename: 'Person', personId })) },
  ] as const;
  for (const { type, keys } of asked) {
    if (schema.types.get(type)?.isResolvable !== true || keys.length === 0) continue;
    const query = entitiesQuery({ [type]: wholeSelection(schema, type) });
    // oxlint-disable-next-line no-await-in-loop -- see the caller
    const reply = await bench.ask({ query, variables: { keys }, reader });
    if (!isOrderly(reply)) leaks.add(`no answer for ${type}`);
    const look: Look = { schema, reader, leaks, isKeySent: true };
    for (const entity of entitiesOf(reply) ?? []) lookAt(entity, type, look);
  }
  return leaks;
}

interface Look {
  readonly schema: SubgraphSchema;
  readonly reader: Reader;
  readonly leaks: Set<string>;
  /** The object's key is what we sent: it tells nothing. */
  readonly isKeySent: boolean;
}

function lookAt(value: unknown, typeName: string, look: Look): void {
  if (Array.isArray(value)) {
    for (const each of value) lookAt(each, typeName, look);
    return;
  }
  const type = look.schema.types.get(typeName);
  for (const [name, inner] of Object.entries(isObject(value) ? value : {})) {
    const field = type?.fields.get(name);
    const isSent = look.isKeySent && name === type?.key;
    if (field !== undefined && !isSent) lookAtField(inner, field, { ...look, typeName });
  }
}

function lookAtField(value: unknown, field: FieldDefinitionNode, look: Look & { readonly typeName: string }): void {
  const coordinate = `${look.typeName}.${field.name.value}`;
  const named = namedType(field.type);
  if (isShown(value) && !mayShow(value, look.schema.rules.get(coordinate), look)) look.leaks.add(coordinate);
  for (const word of Array.isArray(value) ? value : [value]) addWord(word, named, look);
  lookAt(value, named, { ...look, isKeySent: false });
}

function isShown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

function mayShow(value: unknown, rule: AccessRule | undefined, { reader }: Look): boolean {
  const principal = principalOf(reader);
  if (rule === undefined || !mayReadField(principal, rule)) return false;
  if (rule.mask === undefined || principal.scopes.has('identity:full') || typeof value !== 'string') return true;
  return maskText(value, rule.mask.keep) === value;
}

/** A sensitive word of an enum: objects that hold it are left out. */
function addWord(word: unknown, typeName: string, { schema, reader, leaks }: Look): void {
  const rule = typeof word === 'string' ? schema.rules.get(`${typeName}.${word}`) : undefined;
  if (rule === undefined || schema.types.get(typeName)?.kind !== 'ENUM') return;
  const { scopes } = principalOf(reader);
  const isOpen = rule.categories.every((each) => scopes.has('sensitive:*') || scopes.has(`sensitive:${each}`));
  if (!isOpen) leaks.add(`${typeName}.${String(word)}`);
}

async function judgeArea(scene: Scene, bench: Bench, placed: readonly Known[]): Promise<Outcome> {
  const faults: string[] = [];
  for (const { sample } of placed) {
    const reader = readerElsewhere(sample.areaCode ?? '');
    for (const [way, ask] of waysTo(scene, bench, reader)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault has one cause
      const [outside, unknown] = [await ask(sample.houseCode), await ask(unknownHouses[0])];
      if (!isOrderly(outside)) faults.push(`${way}: ${describe(outside)}`);
      else if (!holdsNothing(outside.data)) faults.push(`${way}: something of it`);
      else if (errorsOf(outside) !== errorsOf(unknown)) faults.push(`${way}: other errors than for an unknown house`);
    }
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (await isListed(scene, bench, { reader, houseCode: sample.houseCode })) faults.push('households: it is listed');
  }
  return judged(
    `${placed.length} households, each by a caseworker of another province`,
    faults,
    'as if they were not there',
  );
}

type Ask = (houseCode: string) => Promise<Reply>;

function waysTo({ schema, askHouses }: Scene, bench: Bench, reader: Reader): readonly (readonly [string, Ask])[] {
  const selection = wholeSelection(schema, 'Household');
  const byEntity: Ask = (houseCode) => askHouses([houseCode], { reader, selection });
  const query = `query ($houseCode: HouseCode!) { household(houseCode: $houseCode) { ${selection} } }`;
  const byCode: Ask = (houseCode) => bench.ask({ query, variables: { houseCode }, reader });
  const isRoot = schema.types.get('Query')?.fields.has('household') === true;
  return [['_entities', byEntity] as const, ...(isRoot ? [['household', byCode] as const] : [])];
}

function errorsOf({ errors }: Reply): string {
  return likeness(errors.map((error) => [member(error, 'message'), member(member(error, 'extensions'), 'code')]));
}

interface Listed {
  readonly reader: Reader;
  readonly houseCode: string;
}

async function isListed({ schema }: Scene, bench: Bench, { reader, houseCode }: Listed): Promise<boolean> {
  if (schema.types.get('Query')?.fields.has('households') !== true) return false;
  const query = '{ households(first: 200) { edges { node { houseCode } } } }';
  const reply = await bench.ask({ query, reader });
  const edges = listOf(member(member(reply.data, 'households'), 'edges'));
  return edges.some((edge) => member(member(edge, 'node'), 'houseCode') === houseCode);
}
