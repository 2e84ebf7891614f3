import type { Bench } from './bench.ts';
import { failed, passed, type Level, type Outcome, type SceneCheck } from './check.ts';
import { describe, isRefused } from './reply.ts';
import type { Scene } from './scene.ts';
import { entitiesQuery } from './selections.ts';
import { both, type Text } from './text.ts';
import type { Forgery } from './tokens.ts';

/** Tokens that must not be taken, each with what its taking would mean. */
const bad: readonly BadToken[] = [
  {
    id: 'TOKEN_MISSING',
    forgery: null,
    title: both('No call without a token', 'ไม่รับการเรียกที่ไม่มีโทเคน'),
    why: both(
      'Whoever reaches the address could read every family around the gateway, its rules and its journal.',
      'ใครก็ตามที่เข้าถึงที่อยู่นี้จะอ่านข้อมูลทุกครอบครัวได้โดยไม่ผ่านเกตเวย์ กติกา และบันทึกการเข้าถึง',
    ),
    mend: both(
      'Put a check of `authorization: Bearer …` before everything else, `_service` and introspection too.',
      'ตรวจ `authorization: Bearer …` ก่อนทุกอย่าง รวมทั้ง `_service` และ introspection',
    ),
  },
  {
    id: 'TOKEN_OTHER_SUBGRAPH',
    forgery: 'OTHER_SUBGRAPH',
    title: both('No token that was made for another subgraph', 'ไม่รับโทเคนของระบบย่อยอื่น'),
    why: both(
      'Else each of the other bodies could replay the tokens it receives, and read yours in a caseworker’s name.',
      'มิฉะนั้นหน่วยงานอื่นจะนำโทเคนที่ได้รับมาใช้อ่านข้อมูลของท่านในนามเจ้าหน้าที่ได้',
    ),
    mend: both('Compare `aud` with your subgraph’s name.', 'เทียบ `aud` กับชื่อระบบย่อยของท่าน'),
  },
  {
    id: 'TOKEN_EXPIRED',
    forgery: 'EXPIRED',
    title: both('No token after its end', 'ไม่รับโทเคนที่หมดอายุ'),
    why: both(
      'A token that is found in a log must be worthless a minute later.',
      'โทเคนที่หลุดไปในบันทึกระบบต้องใช้ไม่ได้ภายในหนึ่งนาที',
    ),
    mend: both('Require `exp`, and allow 5 seconds for clocks.', 'บังคับ `exp` และเผื่อนาฬิกาไม่เกิน 5 วินาที'),
  },
  {
    id: 'TOKEN_OTHER_KEY',
    forgery: 'OTHER_KEY',
    title: both('No token that another key signed', 'ไม่รับโทเคนที่ลงนามด้วยกุญแจอื่น'),
    why: both('Anybody can make keys.', 'ใครก็สร้างกุญแจได้'),
    mend: both(
      'Verify the signature with the key of your own configuration that `kid` names; never one that the token brings.',
      'ตรวจลายเซ็นด้วยกุญแจที่ตั้งค่าไว้เองตาม `kid` ห้ามใช้กุญแจที่มากับโทเคน',
    ),
  },
  {
    id: 'TOKEN_ALG_NONE',
    forgery: 'ALG_NONE',
    title: both('No token without a signature', 'ไม่รับโทเคนที่ไม่มีลายเซ็น'),
    why: both('`alg: none` is a token that anybody can write.', '`alg: none` คือโทเคนที่ใครก็เขียนได้'),
    mend: both('Give your library the one algorithm EdDSA.', 'กำหนดให้ไลบรารีรับเฉพาะ EdDSA'),
  },
  {
    id: 'TOKEN_HMAC',
    forgery: 'HMAC',
    title: both('No HMAC with the public key', 'ไม่รับ HMAC ที่ใช้กุญแจสาธารณะ'),
    why: both(
      'The public key is public: as the secret of HS256 it lets anybody sign.',
      'กุญแจสาธารณะใครก็มี ถ้าใช้เป็นความลับของ HS256 ใครก็ลงนามได้',
    ),
    mend: both('Give your library the one algorithm EdDSA.', 'กำหนดให้ไลบรารีรับเฉพาะ EdDSA'),
  },
  {
    id: 'TOKEN_OF_PERSON',
    forgery: 'OF_PERSON',
    title: both('No person’s own token', 'ไม่รับโทเคนของบุคคล'),
    why: both(
      'A caseworker’s token must not open a body directly: nobody would write down what was read.',
      'โทเคนของเจ้าหน้าที่ต้องใช้กับหน่วยงานโดยตรงไม่ได้ เพราะจะไม่มีการบันทึกการเข้าถึง',
    ),
    mend: both(
      'Require `iss: samutphok-gateway` and the header `typ: samutphok-call+jwt`.',
      'บังคับ `iss: samutphok-gateway` และ `typ: samutphok-call+jwt` ในส่วนหัว',
    ),
  },
  {
    id: 'TOKEN_ALTERED',
    forgery: 'ALTERED',
    title: both('No token that was changed', 'ไม่รับโทเคนที่ถูกแก้ไข'),
    why: both('Else anybody adds areas and scopes to a token.', 'มิฉะนั้นใครก็เพิ่มพื้นที่และสิทธิในโทเคนได้'),
    mend: both('Verify the signature before you read a claim.', 'ตรวจลายเซ็นก่อนอ่านข้อมูลในโทเคน'),
  },
  {
    id: 'TOKEN_OTHER_REQUEST',
    forgery: 'OTHER_REQUEST',
    level: 'RECOMMENDED',
    title: both('No token that is bound to another request', 'ไม่รับโทเคนที่ผูกกับคำขออื่น'),
    why: both(
      'A token with `bodySha256` is good for that body alone; else it can be replayed with other keys for a minute.',
      'โทเคนที่มี `bodySha256` ใช้ได้กับเนื้อหาคำขอนั้นเท่านั้น มิฉะนั้นจะถูกใช้ซ้ำกับคีย์อื่นได้หนึ่งนาที',
    ),
    mend: both(
      'Where the claim is there, compare it with the SHA-256 (base64url) of the body as it came.',
      'ถ้ามีข้อมูลนี้ ให้เทียบกับ SHA-256 (base64url) ของเนื้อหาคำขอที่ได้รับ',
    ),
  },
];

const expected = both(
  'Status 401 or 403 (or a GraphQL error), and no data.',
  'สถานะ 401 หรือ 403 (หรือข้อผิดพลาดของ GraphQL) และไม่มีข้อมูล',
);

export const tokenChecks: readonly SceneCheck[] = bad.map(({ id, level = 'REQUIRED', title, why, mend, forgery }) => ({
  id,
  level,
  title,
  expected,
  why,
  mend,
  run: (scene, bench) => judgeToken(scene, bench, forgery),
}));

interface BadToken {
  readonly id: string;
  /** Null: none is sent. */
  readonly forgery: Forgery | null;
  readonly level?: Level;
  readonly title: Text;
  readonly why: Text;
  readonly mend: Text;
}

async function judgeToken({ record, known }: Scene, bench: Bench, forgery: Forgery | null): Promise<Outcome> {
  const keys = known.slice(0, 1).map(({ sample }) => ({ __typename: 'Household', houseCode: sample.houseCode }));
  const reply = await bench.ask({
    query: entitiesQuery({ Household: `houseCode ${record.field} { found facts { name value } }` }),
    variables: { keys },
    token: forgery === null ? null : bench.forge(forgery),
  });
  const sent = `one household, ${forgery === null ? 'without a token' : `with a token ${forgery}`}`;
  return (isRefused(reply) ? passed : failed)(sent, describe(reply));
}
