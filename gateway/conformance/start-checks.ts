import { Kind } from 'graphql';
import { failed, judged, passed, type Outcome, type StartCheck } from './check.ts';
import { describe } from './reply.ts';
import type { Start } from './start.ts';
import { namedType } from './subgraph-schema.ts';
import { both } from './text.ts';

export const serviceSdl: StartCheck = {
  id: 'SERVICE_SDL',
  level: 'REQUIRED',
  title: both('It tells its schema', 'บอกสคีมาของตนเอง'),
  expected: both('`{ _service { sdl } }` gives SDL that parses.', '`{ _service { sdl } }` ให้ SDL ที่อ่านได้'),
  why: both(
    'The registry composes the graph from this text; without it the body cannot join.',
    'ทะเบียนสคีมาประกอบกราฟจากข้อความนี้ ถ้าไม่มีก็เข้าร่วมไม่ได้',
  ),
  mend: both(
    'Check that the address is the GraphQL one, that the subgraph trusts the key of --key, and that your library serves Federation 2 `_service`.',
    'ตรวจว่าที่อยู่เป็นของ GraphQL ระบบย่อยเชื่อกุญแจของ --key และไลบรารีให้บริการ `_service` ของ Federation 2',
  ),
  run: ({ service, schema }) => {
    const sent = '{ _service { sdl } }';
    return schema === null
      ? failed(sent, `${describe(service)}; no SDL that parses`)
      : passed(sent, `SDL with ${schema.types.size} types`);
  },
};

export const serviceComposes: StartCheck = {
  id: 'SERVICE_COMPOSES',
  level: 'REQUIRED',
  title: both('Its schema composes alone', 'สคีมาประกอบได้โดยลำพัง'),
  expected: both(
    'The stock Federation 2 composer makes a supergraph of this subgraph and an empty one.',
    'ตัวประกอบมาตรฐานของ Federation 2 ประกอบระบบย่อยนี้ได้',
  ),
  why: both(
    'What does not compose alone composes with nobody, and no gateway will serve it.',
    'สคีมาที่ประกอบโดยลำพังไม่ได้ก็ประกอบกับหน่วยงานอื่นไม่ได้',
  ),
  mend: both(
    'Mend the SDL as the message says: federation directives need `extend schema @link(…)`, every key field must exist.',
    'แก้ SDL ตามข้อความ: คำสั่งของ federation ต้องมี `extend schema @link(…)` และฟิลด์ของคีย์ต้องมีอยู่จริง',
  ),
  run: ({ schema, subject }) => {
    const sent = 'the SDL of _service, to the composer';
    const problem = schema === null ? 'there is no SDL' : subject.composeAlone(schema.sdl);
    return problem === null ? passed(sent, 'it composes') : failed(sent, problem);
  },
};

export const recordType: StartCheck = {
  id: 'RECORD_TYPE',
  level: 'REQUIRED',
  title: both('It adds one record to Household', 'เพิ่มบันทึกหนึ่งรายการใน Household'),
  expected: both(
    '`Household @key(fields: "houseCode")` has one nullable field whose type implements BodyRecord with its six fields.',
    '`Household @key(fields: "houseCode")` มีฟิลด์ที่เป็น null ได้หนึ่งฟิลด์ ซึ่งชนิดของมันเป็น BodyRecord ครบหกฟิลด์',
  ),
  why: both(
    'The join reads every body through this one shape; a field that is never null would take the household down with the body.',
    'ระบบรวมข้อมูลอ่านทุกหน่วยงานผ่านรูปเดียวกันนี้ ถ้าฟิลด์เป็น null ไม่ได้ ครัวเรือนจะหายไปเมื่อหน่วยงานล่ม',
  ),
  mend: both(
    'Write `type Household @key(fields: "houseCode") { houseCode: HouseCode!  yourBody: YourBodyRecord }` and `type YourBodyRecord implements BodyRecord`, as in schema/shared.graphql.',
    'เขียน `type Household @key(fields: "houseCode") { houseCode: HouseCode!  yourBody: YourBodyRecord }` และ `type YourBodyRecord implements BodyRecord` ตาม schema/shared.graphql',
  ),
  run: judgeRecord,
};

export const samplesKnown: StartCheck = {
  id: 'SAMPLES_KNOWN',
  level: 'REQUIRED',
  title: both('It knows the sample households', 'รู้จักครัวเรือนตัวอย่าง'),
  expected: both(
    'Each sample, asked for by itself, is answered without an error; at least two have a record.',
    'ถามครัวเรือนตัวอย่างทีละครัวเรือนแล้วตอบโดยไม่มีข้อผิดพลาด และมีบันทึกอย่างน้อยสองครัวเรือน',
  ),
  why: both('Everything else is compared with these answers.', 'การตรวจอื่นทั้งหมดเทียบกับคำตอบเหล่านี้'),
  mend: both(
    'Load the worked cases into the subgraph (`samutphok import subgraphs/_population/worked-cases.json`), or name households that it knows with --samples.',
    'นำเข้าครัวเรือนตัวอย่าง (`samutphok import subgraphs/_population/worked-cases.json`) หรือระบุครัวเรือนที่รู้จักด้วย --samples',
  ),
  run: ({ answers }) => {
    const sent = `${answers.length} samples, one call each`;
    const faulty = answers.flatMap(({ reply }, at) =>
      reply.exchange.kind === 'NONE' || reply.errors.length > 0 || reply.data === null
        ? [`sample ${at + 1}: ${describe(reply)}`]
        : [],
    );
    const known = answers.filter(({ record }) => record !== null).length;
    if (faulty.length === 0 && known < 2) return failed(sent, `${known} of ${answers.length} have a record`);
    return judged(sent, faulty, `${known} of ${answers.length} have a record`);
  },
};

const recordFields = ['body', 'found', 'asOf', 'facts', 'entitlements', 'services'];

function judgeRecord({ schema }: Start): Outcome {
  const sent = 'the SDL of _service';
  const household = schema?.types.get('Household');
  if (!schema || household === undefined) return failed(sent, 'there is no type Household');
  if (household.key !== 'houseCode' || !household.isResolvable) {
    return failed(sent, 'Household is no entity with the key houseCode');
  }
  const { record } = schema;
  if (record === null) return failed(sent, 'no field of Household is of a type that implements BodyRecord');
  const type = schema.types.get(record.type);
  const missing = recordFields.filter((name) => type?.fields.has(name) !== true);
  if (missing.length > 0) return failed(sent, `${record.type} lacks ${missing.join(', ')}`);
  const place = household.fields.get(record.field);
  if (place?.type.kind !== Kind.NAMED_TYPE)
    return failed(sent, `Household.${record.field} may not be null, or is a list`);
  return passed(sent, `Household.${record.field}: ${namedType(place.type)}`);
}
