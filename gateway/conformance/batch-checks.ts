import { failed, judged, notApplicable, passed, type Outcome, type SceneCheck } from './check.ts';
import { member } from './json.ts';
import { describe, entitiesOf, ms, type Reply } from './reply.ts';
import { essenceOf, essentials, manyHouses, type Scene } from './scene.ts';
import { wholeSelection } from './selections.ts';
import { both } from './text.ts';

/** The gateway asks for no more households at once. */
const page = 200;
const sizes = [1, page, 1000];
/** What the gateway reads of one answer. */
const maxAnswerBytes = 4 * 1024 * 1024;

const inTime: SceneCheck = {
  id: 'BATCH_TIME',
  level: 'REQUIRED',
  title: both('One household and 200 are answered within the deadline', 'ตอบหนึ่งครัวเรือนและ 200 ครัวเรือนได้ทันเวลา'),
  expected: both(
    'The record of 1 and of 200 households within the deadline of a call, in the best of three tries.',
    'บันทึกของ 1 และ 200 ครัวเรือนภายในเวลาที่กำหนด โดยนับครั้งที่เร็วที่สุดในสามครั้ง',
  ),
  why: both(
    'The gateway waits no longer than the deadline; later answers count as none, and the body’s row says TIMED_OUT.',
    'เกตเวย์ไม่รอนานกว่ากำหนด คำตอบที่ช้ากว่านั้นนับว่าไม่มี และแถวของหน่วยงานจะเป็น TIMED_OUT',
  ),
  mend: both(
    'Read all keys of a call with one statement by an index; see BATCH_STATEMENTS.',
    'อ่านคีย์ทั้งหมดของการเรียกด้วยคำสั่งเดียวผ่านดัชนี ดู BATCH_STATEMENTS',
  ),
  run: (scene) => judgeTime(scene, [1, page], undefined),
};

const thousand: SceneCheck = {
  id: 'BATCH_1000',
  level: 'RECOMMENDED',
  title: both('1,000 households are answered within the deadline', 'ตอบ 1,000 ครัวเรือนได้ทันเวลา'),
  expected: both(
    '`found` of 1,000 households within the deadline of a call, in the best of three tries.',
    '`found` ของ 1,000 ครัวเรือนภายในเวลาที่กำหนด โดยนับครั้งที่เร็วที่สุดในสามครั้ง',
  ),
  why: both(
    'The gateway asks for 200 at once today; room above that is what a busy hour takes.',
    'ปัจจุบันเกตเวย์ถามครั้งละ 200 ส่วนที่เหลือเป็นกำลังสำรองในชั่วโมงเร่งด่วน',
  ),
  mend: both(
    'Look for work that grows with the number of keys: a statement for each, a scan, a list searched for every key.',
    'มองหางานที่โตตามจำนวนคีย์ เช่น หนึ่งคำสั่งต่อหนึ่งคีย์ หรือการค้นรายการซ้ำทุกคีย์',
  ),
  run: (scene) => judgeTime(scene, [1000], `${scene.record.field} { found }`),
};

const statements: SceneCheck = {
  id: 'BATCH_STATEMENTS',
  level: 'REQUIRED',
  title: both('The number of statements does not grow with the batch', 'จำนวนคำสั่งฐานข้อมูลไม่โตตามจำนวนคีย์'),
  expected: both(
    'Where the subgraph tells `extensions.statements`: no more for 200 and 1,000 households than for one.',
    'ถ้าระบบย่อยบอก `extensions.statements` จำนวนสำหรับ 200 และ 1,000 ครัวเรือนต้องไม่มากกว่าหนึ่งครัวเรือน',
  ),
  why: both(
    'A statement for each household makes a district report as slow as its number of houses.',
    'หนึ่งคำสั่งต่อหนึ่งครัวเรือนทำให้รายงานของอำเภอช้าตามจำนวนบ้าน',
  ),
  mend: both(
    'Collect the keys of a call (a data loader does) and read them with one statement.',
    'รวบรวมคีย์ของการเรียก (เช่นด้วย data loader) แล้วอ่านด้วยคำสั่งเดียว',
  ),
  run: async (scene) => {
    const counts: number[] = [];
    for (const size of sizes) {
      // oxlint-disable-next-line no-await-in-loop -- counted one after the other
      const { statements: count } = await scene.askHouses(manyHouses(scene, size), {
        selection: `${scene.record.field} { ${essentials} }`,
      });
      if (count === null) return notApplicable('the subgraph does not tell extensions.statements');
      counts.push(count);
    }
    const isConstant = counts.every((count) => count <= (counts[0] ?? 0));
    return (isConstant ? passed : failed)(
      `batches of ${sizes.join(', ')} households`,
      `statements: ${counts.join(', ')}`,
    );
  },
};

const size: SceneCheck = {
  id: 'ANSWER_SIZE',
  level: 'REQUIRED',
  title: both('200 whole households fit into an answer', 'ข้อมูลเต็มของ 200 ครัวเรือนไม่ใหญ่เกินไป'),
  expected: both('Everything that it tells of 200 households in at most 4 MiB.', 'ข้อมูลทั้งหมดของ 200 ครัวเรือนไม่เกิน 4 MiB'),
  why: both(
    'The gateway stops reading there and counts the answer as INVALID.',
    'เกตเวย์หยุดอ่านที่ขนาดนี้และนับว่าคำตอบใช้ไม่ได้',
  ),
  mend: both('Bound long histories, or give them arguments for paging.', 'จำกัดประวัติที่ยาว หรือให้มีอาร์กิวเมนต์สำหรับแบ่งหน้า'),
  run: async (scene) => {
    const reply = await scene.askHouses(manyHouses(scene, page), {
      selection: wholeSelection(scene.schema, 'Household'),
    });
    const sent = `${page} keys, every field`;
    const { exchange } = reply;
    const isTooLarge = exchange.kind === 'NONE' ? exchange.reason === 'TOO_LARGE' : exchange.bytes > maxAnswerBytes;
    return (isTooLarge || entitiesOf(reply) === undefined ? failed : passed)(sent, describe(reply));
  },
};

const inFlight = 50;

const concurrency: SceneCheck = {
  id: 'CONCURRENCY',
  level: 'REQUIRED',
  title: both('50 calls at a time get their own answers', 'การเรียกพร้อมกัน 50 ครั้งได้คำตอบของตนเอง'),
  expected: both(
    'Each of 50 concurrent calls is answered as if it were alone.',
    'การเรียกแต่ละครั้งใน 50 ครั้งพร้อมกันได้คำตอบเหมือนเรียกเพียงลำพัง',
  ),
  why: both(
    'An answer that belongs to another call shows one caseworker the family of another.',
    'คำตอบที่สลับกันทำให้เจ้าหน้าที่คนหนึ่งเห็นครอบครัวของอีกคน',
  ),
  mend: both(
    'Keep nothing of a call in variables that calls share: make context and loaders anew for each call.',
    'อย่าเก็บข้อมูลของการเรียกไว้ในตัวแปรร่วม ให้สร้าง context และ loader ใหม่ทุกครั้ง',
  ),
  run: async (scene) => {
    const asked = Array.from({ length: inFlight }, (_, at) => at);
    const faults = await Promise.all(asked.map((at) => askAmongOthers(scene, at)));
    return judged(
      `${inFlight} calls at a time, each for one household`,
      faults.flatMap((fault) => fault ?? []),
      'each got its own',
    );
  },
};

export const batchChecks: readonly SceneCheck[] = [inTime, thousand, statements, size, concurrency];

async function judgeTime(scene: Scene, counts: readonly number[], selection: string | undefined): Promise<Outcome> {
  const { deadlineMs } = scene.subject;
  const faults: string[] = [];
  const told: string[] = [];
  for (const count of counts) {
    // oxlint-disable-next-line no-await-in-loop -- measured one after the other
    const { bestMs, last } = await bestOf(scene, count, selection);
    if (bestMs === undefined) faults.push(`${count}: ${describe(last)}`);
    else if (bestMs > deadlineMs) faults.push(`${count} took ${ms(bestMs)}`);
    told.push(`${count} in ${ms(bestMs ?? 0)}`);
  }
  return judged(`${counts.join(' and ')} keys, deadline ${ms(deadlineMs)}`, faults, told.join(', '));
}

const tries = 3;

async function bestOf(
  scene: Scene,
  count: number,
  selection: string | undefined,
): Promise<{ readonly bestMs: number | undefined; readonly last: Reply }> {
  const codes = manyHouses(scene, count);
  const ask = (): Promise<Reply> => scene.askHouses(codes, selection === undefined ? {} : { selection });
  let last = await ask();
  let bestMs = tookOf(last, count);
  for (let again = 1; again < tries && (bestMs === undefined || bestMs > scene.subject.deadlineMs); again += 1) {
    // oxlint-disable-next-line no-await-in-loop -- measured one after the other
    last = await ask();
    bestMs = Math.min(bestMs ?? Number.POSITIVE_INFINITY, tookOf(last, count) ?? Number.POSITIVE_INFINITY);
  }
  return { bestMs: bestMs === Number.POSITIVE_INFINITY ? undefined : bestMs, last };
}

/** Undefined when it did not bring as many entities as keys. */
function tookOf(reply: Reply, count: number): number | undefined {
  return entitiesOf(reply)?.length === count ? reply.exchange.tookMs : undefined;
}

async function askAmongOthers(scene: Scene, at: number): Promise<string | undefined> {
  const known = scene.known[at % scene.known.length];
  if (known === undefined) return undefined;
  const { field } = scene.record;
  const { houseCode } = known.sample;
  const reply = await scene.askHouses([houseCode], { selection: `${field} { ${essentials} }` });
  const entity = entitiesOf(reply)?.[0];
  if (entity === undefined) return describe(reply);
  const isOwn =
    member(entity, 'houseCode') === houseCode && essenceOf(member(entity, field)) === essenceOf(known.record);
  return isOwn ? undefined : 'another call’s answer';
}
