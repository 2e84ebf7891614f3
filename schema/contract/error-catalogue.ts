import { developerErrors } from './error-catalogue-developers.ts';
import { registryErrors } from './error-catalogue-registry.ts';

/**
 * Every error that Samutphok shows has one of these codes, STAGE_REASON, and says what to do in English and Thai.
 * `{name}` in a text is filled from the error's details, which hold only what is safe to show.
 */
export const errorCatalogue = {
  INPUT_HOUSE_CODE_INVALID: {
    en: 'The house code must have exactly 11 digits. Check it on the house registration and ask again.',
    th: 'รหัสประจำบ้านต้องมี 11 หลัก โปรดตรวจสอบจากทะเบียนบ้านแล้วลองใหม่',
  },
  INPUT_CITIZEN_ID_INVALID: {
    en: 'The citizen number must have 13 digits and a valid check digit. Check it on the card and ask again.',
    th: 'เลขประจำตัวประชาชนต้องมี 13 หลักและหลักตรวจสอบต้องถูกต้อง โปรดตรวจสอบจากบัตรแล้วลองใหม่',
  },
  INPUT_DATE_INVALID: {
    en: 'The date must be a Gregorian calendar date like 2022-08-10.',
    th: 'วันที่ต้องเป็นวันที่ตามปฏิทินสากล เช่น 2022-08-10',
  },
  INPUT_VALUE_INVALID: {
    en: 'A value in the request has the wrong type. Check the variables against the schema.',
    th: 'ค่าที่ส่งมามีชนิดไม่ถูกต้อง โปรดตรวจสอบตัวแปรกับสคีมา',
  },
  INPUT_PAGE_SIZE_INVALID: {
    en: '`first` must be between 1 and {max}. Ask for a smaller page and follow endCursor.',
    th: '`first` ต้องอยู่ระหว่าง 1 ถึง {max} โปรดขอทีละหน้าแล้วใช้ endCursor',
  },
  INPUT_CURSOR_INVALID: {
    en: 'The cursor is not one of this list. Start again without `after`.',
    th: 'ตัวชี้หน้าไม่ถูกต้อง โปรดเริ่มใหม่โดยไม่ส่ง `after`',
  },
  INPUT_AREA_UNKNOWN: {
    en: 'The area code must be a known province (2 digits), district (4) or subdistrict (6).',
    th: 'รหัสพื้นที่ต้องเป็นจังหวัด (2 หลัก) อำเภอ (4 หลัก) หรือตำบล (6 หลัก) ที่มีอยู่จริง',
  },
  INPUT_SEARCH_INVALID: {
    en: '`search` must be a house code or the beginning of a family name, 2 to 100 characters.',
    th: '`search` ต้องเป็นรหัสประจำบ้านหรือต้นนามสกุล ยาว 2 ถึง 100 ตัวอักษร',
  },
  INPUT_PERSON_KEY_MISSING: {
    en: 'Ask for a person by exactly one of `personId` and `citizenId`.',
    th: 'โปรดระบุบุคคลด้วย `personId` หรือ `citizenId` อย่างใดอย่างหนึ่ง',
  },
  HOUSEHOLD_NOT_FOUND: {
    en: 'No household with this house code can be shown. Check the code on the house registration.',
    th: 'ไม่พบครัวเรือนตามรหัสประจำบ้านนี้ โปรดตรวจสอบจากทะเบียนบ้าน',
  },
  PERSON_NOT_FOUND: {
    en: 'No person with this key can be shown. Check the number.',
    th: 'ไม่พบบุคคลตามหมายเลขนี้ โปรดตรวจสอบหมายเลข',
  },
  CATALOGUE_OUT_OF_RANGE: {
    en: 'The catalogue covers {from} to {to}. Choose a date in that fiscal year.',
    th: 'บัญชีสิทธิครอบคลุม {from} ถึง {to} โปรดเลือกวันที่ในปีงบประมาณนั้น',
  },
  CATALOGUE_INVALID: {
    en: 'A programme file is not valid: {problem}',
    th: 'แฟ้มโครงการไม่ถูกต้อง: {problem}',
  },
  BODY_UNAVAILABLE: {
    en: 'A body gave no answer. What it would have said is unknown; ask again later.',
    th: 'หน่วยงานไม่ตอบ ข้อมูลส่วนนั้นยังไม่ทราบ โปรดลองใหม่ภายหลัง',
  },
  BODY_TIMED_OUT: {
    en: 'A body did not answer in time. What it would have said is unknown; ask again later.',
    th: 'หน่วยงานไม่ตอบภายในเวลา ข้อมูลส่วนนั้นยังไม่ทราบ โปรดลองใหม่ภายหลัง',
  },
  BODY_INVALID: {
    en: 'A body gave an answer that cannot be used. Its answer is unknown; its operators should look at it.',
    th: 'คำตอบของหน่วยงานใช้ไม่ได้ ข้อมูลส่วนนั้นยังไม่ทราบ โปรดแจ้งผู้ดูแลระบบของหน่วยงาน',
  },
  BODY_STORE_FAILED: {
    en: 'The data of body {body} cannot be read or written: {problem}. Check the data folder.',
    th: 'อ่านหรือเขียนข้อมูลของหน่วยงาน {body} ไม่ได้: {problem} โปรดตรวจสอบโฟลเดอร์ข้อมูล',
  },
  BODY_UNKNOWN: {
    en: 'There is no body {body}. Use one of: {known}.',
    th: 'ไม่มีหน่วยงาน {body} โปรดใช้ชื่อใดชื่อหนึ่ง: {known}',
  },
  BODY_NAME_INVALID: {
    en: '{code} cannot be the name of a new body: {problem}. Choose another, for example fisheries or marine-coastal.',
    th: 'ใช้ {code} เป็นชื่อหน่วยงานใหม่ไม่ได้: {problem} โปรดเลือกชื่ออื่น เช่น fisheries หรือ marine-coastal',
  },
  BODY_EXISTS: {
    en: 'There is a body {body} or a folder subgraphs/{body} already. Choose another code, or move the folder away.',
    th: 'มีหน่วยงาน {body} หรือโฟลเดอร์ subgraphs/{body} อยู่แล้ว โปรดเลือกรหัสอื่น หรือย้ายโฟลเดอร์นั้นออก',
  },
  SCAFFOLD_FAILED: {
    en: 'The new body was not made, and every file is as it was before: {step}: {problem}. Mend that and run it again.',
    th: 'ยังไม่ได้สร้างหน่วยงานใหม่ และทุกแฟ้มกลับเป็นเหมือนเดิม: {step}: {problem} โปรดแก้ไขแล้วรันอีกครั้ง',
  },
  DEV_BODY_UNREADABLE: {
    en: 'The body that you develop does not answer yet: {problem}. Mend that; the graph of before goes on meanwhile.',
    th: 'หน่วยงานที่กำลังพัฒนายังตอบไม่ได้: {problem} โปรดแก้ไข ระหว่างนี้กราฟเดิมยังทำงานต่อ',
  },
  IMPORT_FILE_UNREADABLE: {
    en: 'The file {file} cannot be read. Check the path and the permissions.',
    th: 'อ่านแฟ้ม {file} ไม่ได้ โปรดตรวจสอบตำแหน่งและสิทธิ์',
  },
  IMPORT_RECORD_INVALID: {
    en: 'line {line}, {path}: {problem}',
    th: 'บรรทัด {line}, {path}: {problem}',
  },
  PLAN_TIMEOUT: {
    en: 'Planning this operation took too long. Ask for fewer fields at once.',
    th: 'การวางแผนคำขอใช้เวลานานเกินไป โปรดขอข้อมูลน้อยลงในครั้งเดียว',
  },
  PLAN_EMPTY: {
    en: 'This operation cannot be planned over the supergraph. Ask for other fields.',
    th: 'วางแผนคำขอนี้บนกราฟรวมไม่ได้ โปรดเปลี่ยนฟิลด์ที่ขอ',
  },
  OPERATION_DEADLINE: {
    en: 'The operation reached its deadline. What had arrived by then is in the answer.',
    th: 'หมดเวลาของคำขอ ข้อมูลที่ได้รับทันเวลาอยู่ในคำตอบนี้',
  },
  OPERATION_INVALID: {
    en: 'The operation is not valid GraphQL for this graph. Check it in GraphiQL.',
    th: 'คำขอไม่ถูกต้องตามสคีมา โปรดตรวจสอบใน GraphiQL',
  },
  OPERATION_UNRESOLVED: {
    en: 'The request does not say which of its operations to run. Send one operation, or its name.',
    th: 'คำขอไม่ได้ระบุว่าจะใช้คำสั่งใด โปรดส่งเพียงคำสั่งเดียวหรือระบุชื่อ',
  },
  REQUEST_INVALID: {
    en: 'The request is not GraphQL over HTTP. Send POST with content-type application/json and a `query`.',
    th: 'คำขอไม่ใช่ GraphQL ผ่าน HTTP โปรดส่ง POST แบบ application/json ที่มี `query`',
  },
  REQUEST_TOO_LARGE: {
    en: 'The request is larger than {max} bytes. Send a smaller operation.',
    th: 'คำขอมีขนาดเกิน {max} ไบต์ โปรดส่งคำขอที่เล็กลง',
  },
  REQUEST_NOT_FOUND: {
    en: 'There is nothing at this address. GraphQL is at /graphql, the console at /graphiql.',
    th: 'ไม่พบหน้านี้ GraphQL อยู่ที่ /graphql และหน้าใช้งานอยู่ที่ /graphiql',
  },
  REQUEST_HEADER_REPEATED: {
    en: 'The header {name} came more than once. Send it once.',
    th: 'ส่วนหัว {name} ถูกส่งซ้ำ โปรดส่งเพียงครั้งเดียว',
  },
  REQUEST_METHOD_REFUSED: {
    en: 'Operations are sent with POST. GET is for the console at /graphiql.',
    th: 'โปรดส่งคำขอด้วย POST ส่วน GET ใช้กับหน้า /graphiql เท่านั้น',
  },
  REQUEST_TYPE_REFUSED: {
    en: 'The body must be application/json in UTF-8. Set content-type to application/json.',
    th: 'เนื้อหาต้องเป็น application/json แบบ UTF-8 โปรดตั้ง content-type เป็น application/json',
  },
  REQUEST_ENCODING_REFUSED: {
    en: 'Compressed requests are not read. Send the body without content-encoding.',
    th: 'ระบบไม่รับคำขอที่บีบอัด โปรดส่งโดยไม่มี content-encoding',
  },
  REQUEST_BATCH_REFUSED: {
    en: 'One request holds one operation. Send them one at a time.',
    th: 'หนึ่งคำขอมีได้หนึ่งคำสั่ง โปรดส่งทีละคำสั่ง',
  },
  REQUEST_TEXT_INVALID: {
    en: 'The body is not clean UTF-8 text: it has a byte order mark, a broken character or NUL. Send plain UTF-8.',
    th: 'เนื้อหาไม่ใช่ข้อความ UTF-8 ที่ถูกต้อง โปรดส่งเป็น UTF-8 ที่ไม่มี BOM หรืออักขระเสีย',
  },
  REQUEST_JSON_INVALID: {
    en: 'The body is not JSON. Check its brackets, commas and quotes.',
    th: 'เนื้อหาไม่ใช่ JSON โปรดตรวจสอบวงเล็บ จุลภาค และเครื่องหมายคำพูด',
  },
  REQUEST_JSON_TOO_DEEP: {
    en: 'The JSON is nested deeper than {max} levels. Flatten the variables.',
    th: 'JSON ซ้อนลึกเกิน {max} ชั้น โปรดลดชั้นของตัวแปร',
  },
  REQUEST_JSON_TOO_MANY_KEYS: {
    en: 'The JSON has more than {max} keys. Send fewer variables.',
    th: 'JSON มีชื่อข้อมูลเกิน {max} ชื่อ โปรดส่งตัวแปรน้อยลง',
  },
  REQUEST_JSON_KEY_REPEATED: {
    en: 'An object of the JSON names a key twice. Name it once.',
    th: 'วัตถุใน JSON มีชื่อข้อมูลซ้ำ โปรดระบุเพียงครั้งเดียว',
  },
  REQUEST_JSON_KEY_REFUSED: {
    en: 'The JSON has a key that no object here may have: __proto__, constructor or prototype.',
    th: 'JSON มีชื่อข้อมูลที่ไม่อนุญาต: __proto__, constructor หรือ prototype',
  },
  REQUEST_JSON_NUMBER_REFUSED: {
    en: 'A number in the JSON is too long or too large. Send large numbers as strings.',
    th: 'ตัวเลขใน JSON ยาวหรือมากเกินไป โปรดส่งเป็นข้อความ',
  },
  REQUEST_PREVIEW_INVALID: {
    en: '`x-cost-preview` must be `true` or left out.',
    th: '`x-cost-preview` ต้องเป็น `true` หรือไม่ส่ง',
  },
  IDENTITY_MISSING: {
    en: 'Nobody is signed in. Send `Authorization: Bearer TOKEN` once; `samutphok token` prints one of the demo.',
    th: 'ยังไม่ได้ลงชื่อเข้าใช้ โปรดส่ง `Authorization: Bearer TOKEN` เพียงครั้งเดียว คำสั่ง `samutphok token` ออกโทเคนสาธิตให้ได้',
  },
  IDENTITY_INVALID: {
    en: 'The token is not accepted here. Sign in again for a new one.',
    th: 'โทเคนใช้กับระบบนี้ไม่ได้ โปรดลงชื่อเข้าใช้ใหม่',
  },
  IDENTITY_EXPIRED: {
    en: 'The token has expired. Sign in again for a new one.',
    th: 'โทเคนหมดอายุ โปรดลงชื่อเข้าใช้ใหม่',
  },
  IDENTITY_UNAVAILABLE: {
    en: 'The keys of the identity provider cannot be read now, so nobody new can be let in. Try again in a minute.',
    th: 'อ่านกุญแจของผู้ให้บริการยืนยันตัวตนไม่ได้ในขณะนี้ โปรดลองใหม่ในหนึ่งนาที',
  },
  IDENTITY_DEMO_REFUSED: {
    en: 'The demo identity provider does not run where {name} is set. Unset it, or sign in at that issuer.',
    th: 'ผู้ให้บริการยืนยันตัวตนสาธิตไม่ทำงานเมื่อมีการตั้งค่า {name} โปรดยกเลิกค่านั้นหรือใช้ผู้ให้บริการจริง',
  },
  IDENTITY_DEMO_HOST_REFUSED: {
    en: 'The demo identity provider serves this machine only, not {host}. Use 127.0.0.1, or set SAMUTPHOK_ISSUER.',
    th: 'ผู้ให้บริการยืนยันตัวตนสาธิตใช้ได้เฉพาะเครื่องนี้ ไม่ใช่ {host} โปรดใช้ 127.0.0.1 หรือตั้ง SAMUTPHOK_ISSUER',
  },
  IDENTITY_TOKEN_REQUEST_INVALID: {
    en: 'No token for this: {problem}',
    th: 'ออกโทเคนไม่ได้: {problem}',
  },
  IDENTITY_KEY_UNREADABLE: {
    en: 'The key file {file} cannot be used. Check that it is a private Ed25519 key that only its owner can read, or remove it to have a new one made.',
    th: 'ใช้แฟ้มกุญแจ {file} ไม่ได้ โปรดตรวจสอบว่าเป็นกุญแจ Ed25519 ที่เจ้าของอ่านได้เท่านั้น หรือลบเพื่อสร้างใหม่',
  },
  CALL_REFUSED: {
    en: 'This subgraph answers the gateway alone: the call has no valid call token for it. Ask the gateway, or configure SAMUTPHOK_CALL_KEYS.',
    th: 'ซับกราฟนี้ตอบเฉพาะเกตเวย์ คำขอไม่มีโทเคนที่ใช้ได้ โปรดถามผ่านเกตเวย์ หรือตั้ง SAMUTPHOK_CALL_KEYS',
  },
  IDENTITY_TOO_MANY_FAILURES: {
    en: 'Too many tokens from this address could not be verified. Ask again in {seconds} seconds with a valid one.',
    th: 'มีโทเคนที่ตรวจสอบไม่ผ่านจากที่อยู่นี้มากเกินไป โปรดลองใหม่ใน {seconds} วินาทีด้วยโทเคนที่ถูกต้อง',
  },
  POLICY_PURPOSE_MISSING: {
    en: 'Say what for: data of a household or person need the header x-purpose, one of {known}.',
    th: 'โปรดระบุวัตถุประสงค์ในส่วนหัว x-purpose เป็นค่าใดค่าหนึ่ง: {known}',
  },
  POLICY_PURPOSE_INVALID: {
    en: 'x-purpose must be one of {known}, once.',
    th: 'x-purpose ต้องเป็นค่าใดค่าหนึ่งเพียงครั้งเดียว: {known}',
  },
  POLICY_CASE_INVALID: {
    en: 'x-case must be printable, 1 to {max} characters, once.',
    th: 'x-case ต้องเป็นข้อความที่พิมพ์ได้ ยาว 1 ถึง {max} ตัวอักษร เพียงครั้งเดียว',
  },
  POLICY_BREAK_GLASS_REFUSED: {
    en: 'Only a supervisor may use x-break-glass. Ask yours.',
    th: 'เฉพาะผู้กำกับดูแลเท่านั้นที่ใช้ x-break-glass ได้ โปรดติดต่อผู้กำกับดูแล',
  },
  POLICY_BREAK_GLASS_REASON: {
    en: 'x-break-glass must say why in {min} to {max} characters, once.',
    th: 'x-break-glass ต้องระบุเหตุผล {min} ถึง {max} ตัวอักษร เพียงครั้งเดียว',
  },
  POLICY_BREAK_GLASS_SCOPE: {
    en: 'x-break-glass opens one household: ask for exactly one `household` and nothing beside it.',
    th: 'x-break-glass ใช้กับครัวเรือนเดียว โปรดขอ `household` เพียงรายการเดียว',
  },
  POLICY_BREAK_GLASS_EXPIRED: {
    en: 'This x-break-glass opened the household more than {hours} hours ago. Say anew why it must be opened.',
    th: 'x-break-glass นี้เปิดครัวเรือนมาเกิน {hours} ชั่วโมงแล้ว โปรดระบุเหตุผลใหม่',
  },
  POLICY_DENIED: {
    en: 'You may not see this. Ask your supervisor for the right if your work needs it.',
    th: 'ท่านไม่มีสิทธิดูข้อมูลนี้ หากจำเป็นต่องานโปรดติดต่อผู้กำกับดูแล',
  },
  POLICY_ROLE_REFUSED: {
    en: 'Your role does not include this operation. Ask for the catalogue, or sign in with another role.',
    th: 'บทบาทของท่านใช้คำสั่งนี้ไม่ได้ โปรดใช้คำสั่งอื่นหรือเข้าด้วยบทบาทอื่น',
  },
  POLICY_OPERATION_TYPE: {
    en: 'Only queries run here; mutations and subscriptions do not.',
    th: 'ระบบรับเฉพาะ query ไม่รับ mutation และ subscription',
  },
  POLICY_QUERY_TOO_LONG: {
    en: 'The query is longer than {max} characters. Ask for less at once.',
    th: 'คำขอยาวเกิน {max} ตัวอักษร โปรดขอข้อมูลน้อยลง',
  },
  POLICY_TOO_NESTED: {
    en: 'The query nests its brackets deeper than {max}. Ask for less at once.',
    th: 'วงเล็บในคำขอซ้อนกันเกิน {max} ชั้น โปรดขอข้อมูลน้อยลง',
  },
  POLICY_TOO_MANY_TOKENS: {
    en: 'The query has more than {max} tokens. Ask for less at once.',
    th: 'คำขอมีส่วนประกอบเกิน {max} ชิ้น โปรดขอข้อมูลน้อยลง',
  },
  POLICY_TOO_MANY_SELECTIONS: {
    en: 'With its fragments written out the query selects more than {max} fields. Ask for less at once.',
    th: 'เมื่อขยาย fragment แล้วคำขอเลือกเกิน {max} ฟิลด์ โปรดขอข้อมูลน้อยลง',
  },
  POLICY_TOO_DEEP: {
    en: 'The query is deeper than {max} levels. Ask in two steps.',
    th: 'คำขอลึกเกิน {max} ชั้น โปรดแบ่งเป็นสองคำขอ',
  },
  POLICY_TOO_MANY_ALIASES: {
    en: 'With its fragments written out the query has more than {max} aliases. Use fewer.',
    th: 'เมื่อขยาย fragment แล้วคำขอมีนามแฝงเกิน {max} ชื่อ โปรดใช้น้อยลง',
  },
  POLICY_TOO_MANY_ROOT_FIELDS: {
    en: 'The query has more than {max} root fields. Ask for less at once.',
    th: 'คำขอมีฟิลด์ระดับบนสุดเกิน {max} ฟิลด์ โปรดขอข้อมูลน้อยลง',
  },
  POLICY_TOO_MANY_DIRECTIVES: {
    en: 'With its fragments written out the query has more than {max} directives. Use fewer.',
    th: 'เมื่อขยาย fragment แล้วคำขอมี directive เกิน {max} รายการ โปรดใช้น้อยลง',
  },
  POLICY_TOO_MANY_OPERATIONS: {
    en: 'The document has more than {max} operations. Send them apart.',
    th: 'เอกสารมีคำสั่งเกิน {max} คำสั่ง โปรดแยกส่ง',
  },
  POLICY_TOO_MANY_FRAGMENTS: {
    en: 'The document has more than {max} fragments. Use fewer.',
    th: 'เอกสารมี fragment เกิน {max} รายการ โปรดใช้น้อยลง',
  },
  POLICY_TOO_MANY_VARIABLES: {
    en: 'An operation declares more than {max} variables. Use fewer.',
    th: 'คำสั่งประกาศตัวแปรเกิน {max} ตัว โปรดใช้น้อยลง',
  },
  POLICY_NAME_TOO_LONG: {
    en: 'A name in the query is longer than {max} characters. Shorten it.',
    th: 'ชื่อในคำขอยาวเกิน {max} ตัวอักษร โปรดใช้ชื่อที่สั้นลง',
  },
  POLICY_NAME_NUMBERED: {
    en: 'A name in the query holds a long number. Names are logged: put the numbers of houses and persons into variables.',
    th: 'ชื่อในคำขอมีตัวเลขยาวเกินไป ชื่อจะถูกบันทึกไว้ โปรดส่งรหัสบ้านและเลขประจำตัวเป็นตัวแปรแทน',
  },
  POLICY_INTROSPECTION_TOO_LARGE: {
    en: 'The query asks the schema for more than {max} lists, or for lists inside lists inside lists. Send the introspection query that your tool has, or ask in several steps.',
    th: 'คำขอถามรายการของสคีมาเกิน {max} รายการ หรือซ้อนกันลึกเกินไป โปรดใช้คำขอ introspection มาตรฐานของเครื่องมือ หรือแบ่งเป็นหลายคำขอ',
  },
  POLICY_FRAGMENT_CYCLE: {
    en: 'A fragment of the query contains itself. Break the circle.',
    th: 'fragment ในคำขออ้างถึงตัวเอง โปรดแก้ไข',
  },
  POLICY_COST_TOO_HIGH: {
    en: 'The operation would cost {estimate} points; your role has {max} for one operation. Ask for fewer fields or smaller pages.',
    th: 'คำขอนี้ใช้ {estimate} แต้ม เกินวงเงิน {max} แต้มต่อคำขอ โปรดขอฟิลด์หรือหน้าที่เล็กลง',
  },
  POLICY_RATE_EXCEEDED: {
    en: 'Too much was asked in a short time. Ask again in {seconds} seconds.',
    th: 'มีคำขอมากเกินไปในเวลาสั้น โปรดลองใหม่ใน {seconds} วินาที',
  },
  POLICY_OPENED_TOO_MANY: {
    en: 'Too many different households and persons were opened within an hour. Ask again in {seconds} seconds, or talk to your supervisor.',
    th: 'เปิดข้อมูลครัวเรือนและบุคคลต่างรายมากเกินไปในหนึ่งชั่วโมง โปรดลองใหม่ใน {seconds} วินาทีหรือติดต่อผู้กำกับดูแล',
  },
  JOURNAL_UNAVAILABLE: {
    en: 'The access journal cannot be written, so data of citizens cannot be shown. Ask again in a moment; operators find what to do in gateway/journal/README.md.',
    th: 'ขณะนี้บันทึกการเข้าถึงข้อมูลไม่ได้ จึงแสดงข้อมูลประชาชนไม่ได้ โปรดลองใหม่ในอีกสักครู่ ผู้ดูแลระบบดูวิธีแก้ไขได้ใน gateway/journal/README.md',
  },
  JOURNAL_RECORD_INVALID: {
    en: 'The access could not be described for the journal ({problem}), so data of citizens cannot be shown. Ask for less at once.',
    th: 'จัดทำบันทึกการเข้าถึงข้อมูลไม่ได้ ({problem}) จึงแสดงข้อมูลประชาชนไม่ได้ โปรดขอข้อมูลน้อยลงในครั้งเดียว',
  },
  JOURNAL_FILE_UNREADABLE: {
    en: 'There is no journal to read at {file}. Name the data folder, a journal file or an exported file.',
    th: 'อ่านบันทึกการเข้าถึงที่ {file} ไม่ได้ โปรดระบุโฟลเดอร์ข้อมูล แฟ้มบันทึก หรือแฟ้มที่ส่งออก',
  },
  JOURNAL_KEY_INVALID: {
    en: '{file} is not an Ed25519 key in PEM that fits the journal. Check the path, or restore the key from the backup.',
    th: '{file} ไม่ใช่กุญแจ Ed25519 แบบ PEM ที่ใช้กับบันทึกนี้ได้ โปรดตรวจสอบตำแหน่ง หรือนำกุญแจกลับมาจากข้อมูลสำรอง',
  },
  JOURNAL_NOT_KEPT: {
    en: 'Nobody keeps an access journal here, so it cannot be said who looked. Ask at a gateway that runs with sign-in.',
    th: 'ระบบนี้ไม่ได้เก็บบันทึกการเข้าถึง จึงบอกไม่ได้ว่าใครเคยดูข้อมูล โปรดถามที่ระบบที่เปิดใช้การลงชื่อเข้าใช้',
  },
  JOURNAL_NOT_DONE: {
    en: 'The journal was left as it is: {problem}. Put that right and run the command again.',
    th: 'ไม่ได้ดำเนินการกับบันทึกการเข้าถึง: {problem} โปรดแก้ไขแล้วสั่งใหม่อีกครั้ง',
  },
  ...registryErrors,
  ...developerErrors,
  INTERNAL_ERROR: {
    en: 'Something went wrong inside the gateway. The operators have it in their log; ask again later.',
    th: 'เกิดข้อผิดพลาดภายในระบบ ผู้ดูแลระบบมีบันทึกแล้ว โปรดลองใหม่ภายหลัง',
  },
  SUPERGRAPH_WITHOUT_RULES: {
    en: 'The supergraph declares no access rules, so nobody could read anything of it. Serve it with --no-auth.',
    th: 'ซูเปอร์กราฟไม่มีกฎการเข้าถึง จึงไม่มีใครอ่านข้อมูลได้ โปรดใช้ --no-auth',
  },
  SUPERGRAPH_INVALID: {
    en: 'The supergraph cannot be used: {problem}. Compose it again with `samutphok compose`.',
    th: 'ใช้กราฟรวมไม่ได้: {problem} โปรดรวมใหม่ด้วย `samutphok compose`',
  },
  SUPERGRAPH_STALE: {
    en: '{file} is stale. Run `samutphok compose` and commit the result.',
    th: '{file} ไม่เป็นปัจจุบัน โปรดรัน `samutphok compose` แล้วบันทึกผล',
  },
  COMPOSITION_FAILED: {
    en: 'The subgraphs do not compose: {problem}',
    th: 'รวมกราฟย่อยไม่ได้: {problem}',
  },
  CONFIG_INVALID: {
    en: '{name}: {problem}',
    th: '{name}: {problem}',
  },
  SERVER_PORT_TAKEN: {
    en: 'Port {port} on {host} is taken. Choose another with --port.',
    th: 'พอร์ต {port} บน {host} ถูกใช้อยู่ โปรดเลือกพอร์ตอื่นด้วย --port',
  },
  SERVER_ADDRESS_REFUSED: {
    en: 'Cannot listen on {host}:{port}. Choose another with --host and --port.',
    th: 'เปิดรับที่ {host}:{port} ไม่ได้ โปรดเลือกใหม่ด้วย --host และ --port',
  },
} as const satisfies Record<string, { en: string; th: string }>;
