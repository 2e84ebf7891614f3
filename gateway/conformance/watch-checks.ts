import type { Seen } from './bench.ts';
import { judged, type SceneCheck } from './check.ts';
import { isObject, member } from './json.ts';
import { describe } from './reply.ts';
import { both } from './text.ts';

const contentType: SceneCheck = {
  id: 'HTTP_CONTENT_TYPE',
  level: 'REQUIRED',
  title: both('Answers say that they are JSON', 'คำตอบระบุว่าเป็น JSON'),
  expected: both(
    '`application/json` or `application/graphql-response+json`, in UTF-8, not compressed unless asked.',
    '`application/json` หรือ `application/graphql-response+json` แบบ UTF-8 และไม่บีบอัดเมื่อไม่ได้ขอ',
  ),
  why: both(
    'The gateway reads nothing else from a body that it does not trust: another type is INVALID.',
    'เกตเวย์ไม่อ่านชนิดอื่นจากหน่วยงาน ชนิดอื่นนับว่าใช้ไม่ได้',
  ),
  mend: both(
    'Set the header content-type: application/json; charset=utf-8.',
    'ตั้งส่วนหัว content-type: application/json; charset=utf-8',
  ),
  run: (_scene, { seen }) => {
    const faults = [...seen.contentTypes].flatMap((each) => contentTypeFault(each));
    return judged(lookedAt(seen), faults, 'all of them JSON');
  },
};

const answerJson: SceneCheck = {
  id: 'ANSWER_JSON',
  level: 'REQUIRED',
  title: both('Answers hold nothing hostile', 'คำตอบไม่มีสิ่งอันตราย'),
  expected: both(
    'No key `__proto__`, no `constructor.prototype`, nothing nested deeper than 64.',
    'ไม่มีคีย์ `__proto__` ไม่มี `constructor.prototype` และไม่ซ้อนลึกกว่า 64 ชั้น',
  ),
  why: both(
    'The gateway takes such an answer for an attack and throws it away whole.',
    'เกตเวย์ถือว่าเป็นการโจมตีและทิ้งคำตอบทั้งหมด',
  ),
  mend: both('Build answers from the fields of the schema alone.', 'สร้างคำตอบจากฟิลด์ของสคีมาเท่านั้น'),
  run: (_scene, { seen }) => judged(lookedAt(seen), [...seen.jsonFaults], 'all of them sound'),
};

const errorFormat: SceneCheck = {
  id: 'ERROR_FORMAT',
  level: 'REQUIRED',
  title: both('Errors have the form of GraphQL', 'ข้อผิดพลาดเป็นรูปแบบของ GraphQL'),
  expected: both(
    'Each has a `message`; a `path`, where there is one, is a list of names and numbers.',
    'แต่ละรายการมี `message` และ `path` ถ้ามีต้องเป็นรายการของชื่อและตัวเลข',
  ),
  why: both(
    'The gateway finds by the path which family’s answer an error spoils; it refuses an answer with errors of another form.',
    'เกตเวย์ใช้ path หาว่าข้อผิดพลาดเป็นของครอบครัวใด และปฏิเสธคำตอบที่รูปแบบผิด',
  ),
  mend: both(
    'Let the GraphQL library write errors; do not build them by hand.',
    'ให้ไลบรารี GraphQL เขียนข้อผิดพลาด อย่าสร้างเอง',
  ),
  run: (_scene, { seen }) =>
    judged(`${seen.errors.length} errors that came in this run`, seen.errors.flatMap(formFault), 'all in form'),
};

const errorLeaks: SceneCheck = {
  id: 'ERROR_LEAKS',
  level: 'REQUIRED',
  title: both('Errors tell nothing of the inside', 'ข้อผิดพลาดไม่เปิดเผยภายในระบบ'),
  expected: both(
    'No stack, SQL, file, address or citizen number in errors, extensions or error pages.',
    'ไม่มีสแตก SQL ชื่อไฟล์ ที่อยู่เครือข่าย หรือเลขประจำตัวประชาชนในข้อผิดพลาดหรือหน้าผิดพลาด',
  ),
  why: both(
    'They are read by whoever reads logs, and tell an attacker where to go on.',
    'ผู้ที่อ่านบันทึกระบบจะเห็น และบอกผู้โจมตีว่าควรไปต่อที่ใด',
  ),
  mend: both(
    'Replace the text of every error that you did not write for others; log the original at home.',
    'แทนข้อความของข้อผิดพลาดที่ไม่ได้เขียนไว้ให้ผู้อื่นอ่าน แล้วบันทึกต้นฉบับไว้ภายใน',
  ),
  run: (_scene, { seen }) => judged(lookedAt(seen), [...seen.texts].flatMap(leaksIn), 'nothing'),
};

const errorCodes: SceneCheck = {
  id: 'ERROR_CODES',
  level: 'RECOMMENDED',
  title: both('Errors have codes', 'ข้อผิดพลาดมีรหัส'),
  expected: both(
    'An error of a query that does not fit the schema has `extensions.code`.',
    'ข้อผิดพลาดของคำถามที่ไม่ตรงกับสคีมามี `extensions.code`',
  ),
  why: both(
    'Texts are for people and change; the gateway and its operators go by codes.',
    'ข้อความมีไว้ให้คนอ่านและเปลี่ยนได้ เกตเวย์และผู้ดูแลใช้รหัส',
  ),
  mend: both(
    'Give errors `extensions: { code: "GRAPHQL_VALIDATION_FAILED" }` and the like.',
    'ใส่ `extensions: { code: "GRAPHQL_VALIDATION_FAILED" }` หรือรหัสทำนองเดียวกัน',
  ),
  run: async (_scene, bench) => {
    const reply = await bench.ask({ query: '{ noSuchField }' });
    const bare = reply.errors.filter((error) => typeof member(member(error, 'extensions'), 'code') !== 'string').length;
    return judged(
      '{ noSuchField }',
      bare === 0 && reply.errors.length > 0 ? [] : [`${bare} errors without a code; ${describe(reply)}`],
      'with a code',
    );
  },
};

const errorEcho: SceneCheck = {
  id: 'ERROR_ECHO',
  level: 'RECOMMENDED',
  title: both('Errors repeat no value', 'ข้อผิดพลาดไม่ทวนค่าที่ส่ง'),
  expected: both('An error about a variable does not quote what was sent in it.', 'ข้อผิดพลาดเกี่ยวกับตัวแปรไม่ทวนค่าที่ส่งมา'),
  why: both(
    'A citizen number in a wrongly typed variable comes back and stays in logs.',
    'เลขประจำตัวประชาชนในตัวแปรที่ผิดชนิดจะย้อนกลับมาและค้างในบันทึกระบบ',
  ),
  mend: both(
    'Replace the text of coercion errors by one without the value.',
    'แทนข้อความของข้อผิดพลาดชนิดตัวแปรด้วยข้อความที่ไม่มีค่า',
  ),
  run: async (_scene, bench) => {
    const query =
      'query ($keys: [_Any!]!, $flag: Boolean!) { _entities(representations: $keys) { __typename @include(if: $flag) } }';
    const reply = await bench.ask({ query, variables: { keys: [], flag: secret } });
    const isEchoed = JSON.stringify(reply.json ?? '').includes(secret);
    return judged('a Boolean variable that holds a text', isEchoed ? ['the text came back'] : [], describe(reply));
  },
};

/** Made last: they look at all that came before. */
export const watchChecks: readonly SceneCheck[] = [
  errorCodes,
  errorEcho,
  errorFormat,
  errorLeaks,
  answerJson,
  contentType,
];

/** No citizen number: it would be one leak more if it came back. */
const secret = 'SECRET-7f3a';

function lookedAt({ answers }: Seen): string {
  return `${answers} answers that came in this run`;
}

const jsonType = /^application\/(?:graphql-response\+)?json\s*(?:;\s*charset="?utf-?8"?\s*)?$/iu;

function contentTypeFault(seen: string): readonly string[] {
  const [type = '', encoding = ''] = seen.split('|');
  return [
    ...(jsonType.test(type) ? [] : [`content-type ${JSON.stringify(type.slice(0, 60))}`]),
    ...(encoding === '' || encoding === 'identity'
      ? []
      : [`content-encoding ${JSON.stringify(encoding.slice(0, 20))}`]),
  ];
}

function formFault(error: unknown): readonly string[] {
  if (!isObject(error)) return ['an error that is no object'];
  const { message, path } = error;
  const isMessage = typeof message === 'string' && message !== '';
  const isPath =
    path === undefined ||
    (Array.isArray(path) && path.every((step) => typeof step === 'string' || Number.isInteger(step)));
  return [...(isMessage ? [] : ['an error without a message']), ...(isPath ? [] : ['an error whose path is no list'])];
}

const leaks: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a stack',
    /\bat [^\n"]{0,120}[./(<][^\s"]{1,200}:\d+:\d+|Traceback \(most recent|File \\?"[^"\n]+\\?", line \d+|goroutine \d+ \[|\.(?:java|kt|go|rb):\d+/u,
  ],
  ['a stack', /"(?:stacktrace|stackTrace|stack|exception)"\s*:/u],
  [
    'SQL',
    /\bselect\b[^"]{1,400}?\bfrom\b[^"]{1,200}?\b(?:where|join|limit|order by|group by)\b|\binsert into\b|\bdelete from\b|\bSQLITE_[A-Z]+|\bORA-\d{4,}|syntax error at or near|no such (?:table|column)/iu,
  ],
  ['an address', /\b(?:\d{1,3}\.){3}\d{1,3}\b|\blocalhost\b|:\/\/[^"\s]{1,200}?@|\.(?:internal|local|svc)\b/u],
  ['a file', /(?:^|[\s"'(])\/(?:[\w.-]+\/)+[\w.-]+\.\w{1,5}\b|[A-Z]:\\\\?\w+/u],
  ['a citizen number', /(?<!\d)\d{13}(?!\d)/u],
];

function leaksIn(text: string): readonly string[] {
  return leaks.flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));
}
