import type { Bench } from './bench.ts';
import { failed, judged, passed, type Outcome, type SceneCheck } from './check.ts';
import { describe, entitiesOf, isOrderly, isRefused, type Reply } from './reply.ts';
import { countAlike, manyHouses, type Scene } from './scene.ts';
import { commonSelection, entitiesQuery, wholeSelection } from './selections.ts';
import { both } from './text.ts';

const malformed: SceneCheck = {
  id: 'HTTP_MALFORMED',
  level: 'REQUIRED',
  title: both('What is no request is refused', 'ปฏิเสธคำขอที่ผิดรูป'),
  expected: both(
    'Status 4xx, or 200 with GraphQL errors; never 5xx, never silence; the next question is answered.',
    'สถานะ 4xx หรือ 200 พร้อมข้อผิดพลาดของ GraphQL ห้ามเป็น 5xx หรือเงียบ และตอบคำถามถัดไปได้',
  ),
  why: both(
    'A 5xx counts against the body: half of the calls of ten seconds, and the gateway’s breaker opens.',
    '5xx นับเป็นความผิดของหน่วยงาน ถ้าถึงครึ่งหนึ่งในสิบวินาที เบรกเกอร์ของเกตเวย์จะเปิด',
  ),
  mend: both(
    'Check the body of a request before it is executed, and answer 400.',
    'ตรวจเนื้อหาคำขอก่อนประมวลผล แล้วตอบ 400',
  ),
  run: async (scene, bench) => {
    const faults: string[] = [];
    for (const [name, body, contentType] of [...nonsense, ...doubtful]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault has one cause
      const reply = await bench.post(body, { ...(contentType && { contentType }) });
      const isAnswered = reply.data !== null && reply.errors.length === 0;
      if (!isOrderly(reply) || (isAnswered && contentType === undefined)) faults.push(`${name}: ${describe(reply)}`);
    }
    if (!(await isAlive(scene))) faults.push('it does not answer afterwards');
    return judged([...nonsense, ...doubtful].map(([name]) => name).join('; '), faults, 'each in order');
  },
};

const hostile: SceneCheck = {
  id: 'HTTP_HOSTILE_JSON',
  level: 'REQUIRED',
  title: both('Hostile JSON does no harm', 'JSON ที่มุ่งร้ายไม่ก่อความเสียหาย'),
  expected: both(
    'A key `__proto__`, a value nested 2,000 deep and a text of a million characters are refused or ignored; never 5xx, never silence.',
    'คีย์ `__proto__` ค่าที่ซ้อน 2,000 ชั้น และข้อความล้านตัวอักษรต้องถูกปฏิเสธหรือไม่มีผล ห้ามเป็น 5xx หรือเงียบ',
  ),
  why: both(
    'What a body takes from others reaches its objects and its stack.',
    'ข้อมูลที่รับจากผู้อื่นไปถึงวัตถุและสแตกของโปรแกรม',
  ),
  mend: both(
    'Parse with a library that refuses such keys, and walk values without recursion or with a limit.',
    'ใช้ไลบรารีที่ปฏิเสธคีย์เหล่านี้ และจำกัดความลึกของการอ่านค่า',
  ),
  run: judgeHostile,
};

const cancelled: SceneCheck = {
  id: 'LIFE_CANCELLED',
  level: 'REQUIRED',
  title: both('It lives on when the caller leaves', 'ทำงานต่อได้เมื่อผู้เรียกตัดการเชื่อมต่อ'),
  expected: both(
    'After connections that were closed in the middle of requests and before answers, the next question is answered within the deadline.',
    'หลังการเชื่อมต่อถูกตัดกลางคำขอและก่อนได้คำตอบ คำถามถัดไปต้องได้คำตอบทันเวลา',
  ),
  why: both(
    'The gateway cuts every call at its deadline; work that goes on for nobody piles up until the body falls.',
    'เกตเวย์ตัดการเรียกเมื่อครบเวลา งานที่ทำต่อโดยไม่มีใครรอจะสะสมจนระบบล่ม',
  ),
  mend: both(
    'Handle the close of a connection: stop the query, catch the error of a half-read body.',
    'จัดการเมื่อการเชื่อมต่อปิด: หยุดคำถาม และรับข้อผิดพลาดของเนื้อหาที่อ่านได้ครึ่งเดียว',
  ),
  run: async (scene, bench) => {
    const body = JSON.stringify({
      query: entitiesQuery({ Household: wholeSelection(scene.schema, 'Household') }),
      variables: { keys: manyHouses(scene, 200).map((houseCode) => ({ __typename: 'Household', houseCode })) },
    });
    for (const cut of [...times(10, 'IN_REQUEST' as const), ...times(5, 'BEFORE_ANSWER' as const)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await bench.post(body, { cut });
    }
    const { deadlineMs } = scene.subject;
    const [known] = scene.known;
    const reply = await scene.askHouses(known === undefined ? [] : [known.sample.houseCode]);
    const isWhole = known !== undefined && countAlike(reply, known) === 1;
    const sent = '10 requests cut in the middle, 5 left before the answer, then one household';
    return (isWhole && reply.exchange.tookMs <= deadlineMs * recovery ? passed : failed)(sent, describe(reply));
  },
};

const introspection: SceneCheck = {
  id: 'INTROSPECTION_ANONYMOUS',
  level: 'RECOMMENDED',
  title: both('Its schema is told to the gateway alone', 'เปิดเผยสคีมาแก่เกตเวย์เท่านั้น'),
  expected: both(
    'Introspection without a token is refused; with one it is answered or refused as you configured it.',
    'introspection ที่ไม่มีโทเคนถูกปฏิเสธ ถ้ามีโทเคนให้เป็นไปตามที่ตั้งค่า',
  ),
  why: both('A schema tells outsiders where the sensitive fields are.', 'สคีมาบอกคนนอกว่าฟิลด์อ่อนไหวอยู่ที่ใด'),
  mend: both('Check the token before the document is looked at.', 'ตรวจโทเคนก่อนดูเอกสาร'),
  run: async (_scene, bench) => {
    const query = '{ __schema { queryType { name } types { name } } }';
    const anonymous = await bench.ask({ query, token: null });
    const byGateway = await bench.ask({ query });
    const faults = [
      ...(isRefused(anonymous) ? [] : [`without a token: ${describe(anonymous)}`]),
      ...(isOrderly(byGateway) ? [] : [`with a token: ${describe(byGateway)}`]),
    ];
    return judged(query, faults, byGateway.data === null ? 'refused to all' : 'told to the gateway alone');
  },
};

/** In the order in which they are made: the last ones may leave the subgraph in trouble. */
export const httpChecks: readonly SceneCheck[] = [introspection, malformed, hostile, cancelled];

type Posted = readonly [name: string, body: string, contentType?: string];

/** Whoever answers these has not read them. */
const nonsense: readonly Posted[] = [
  ['no JSON', '{"query": "{ __typename }"'],
  ['an empty body', ''],
  ['a number', '17'],
  ['no query', '{"variables":{}}'],
  ['a query that is no text', '{"query":{"a":1}}'],
  ['a query that does not parse', '{"query":"{ _entities("}'],
];

/** These may be answered or refused. */
const doubtful: readonly Posted[] = [
  ['variables that are no object', '{"query":"{ __typename }","variables":"keys"}', 'application/json'],
  ['another content type', '{"query":"{ __typename }"}', 'text/plain'],
];

/** Work of calls that were left may still be ending. */
const recovery = 2;

function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}

async function isAlive(scene: Scene): Promise<boolean> {
  const [known] = scene.known;
  return known !== undefined && countAlike(await scene.askHouses([known.sample.houseCode]), known) === 1;
}

async function judgeHostile(scene: Scene, bench: Bench): Promise<Outcome> {
  const [one, other] = scene.known;
  if (one === undefined || other === undefined) throw new TypeError('a scene has at least two known samples');
  const key = `"__typename":"Household","houseCode":"${one.sample.houseCode}"`;
  const query = JSON.stringify(entitiesQuery({ Household: `houseCode ${commonSelection(scene.record)}` }));
  const bodyWith = (more: string): string => `{"query":${query},"variables":{"keys":[{${key},${more}}]}}`;
  const depth = 2_000;
  const tried: readonly (readonly [string, string])[] = [
    ['__proto__ in a key', bodyWith(`"__proto__":{"houseCode":"${other.sample.houseCode}","isAdmin":true}`)],
    ['constructor.prototype in a key', bodyWith('"constructor":{"prototype":{"isAdmin":true}}')],
    [`nested ${depth} deep`, bodyWith(`"extra":${'['.repeat(depth)}${']'.repeat(depth)}`)],
    ['a million characters', bodyWith(`"extra":"${'x'.repeat(1_000_000)}"`)],
  ];
  const faults: string[] = [];
  for (const [name, body] of tried) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault has one cause
    const reply = await bench.post(body);
    const isRight = isOrderly(reply) && (isEmptyOrRefused(reply) || countAlike(reply, one) === 1);
    if (!isRight) faults.push(`${name}: ${describe(reply)}`);
  }
  if (!(await isAlive(scene))) faults.push('it does not answer afterwards');
  return judged(tried.map(([name]) => name).join('; '), faults, 'refused or without effect');
}

function isEmptyOrRefused(reply: Reply): boolean {
  const [entity] = entitiesOf(reply) ?? [null];
  return isRefused(reply) || entity === null;
}
