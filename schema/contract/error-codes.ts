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
  INTERNAL_ERROR: {
    en: 'Something went wrong inside the gateway. The operators have it in their log; ask again later.',
    th: 'เกิดข้อผิดพลาดภายในระบบ ผู้ดูแลระบบมีบันทึกแล้ว โปรดลองใหม่ภายหลัง',
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

export type ErrorCode = keyof typeof errorCatalogue;

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error of the catalogue. `extensions` is what GraphQL shows of it. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly extensions: { readonly code: ErrorCode; readonly messageTh: string };

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(fill(errorCatalogue[code].en, details), options);
    this.name = 'CodedError';
    this.code = code;
    this.details = details;
    this.extensions = { code, messageTh: fill(errorCatalogue[code].th, details) };
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/** Told by its code and not by `instanceof`, so that a second copy of this module makes no difference. */
export function isCodedError(error: unknown): error is CodedError {
  return error instanceof Error && 'code' in error && 'extensions' in error && isErrorCode(error.code);
}

/** The catalogue's text in one language, with `{name}` filled in; a name without a detail stays as it is. */
export function fill(text: string, details: ErrorDetails): string {
  return text.replaceAll(/\{(?<name>\w+)\}/gu, (whole: string, name: string) => String(details[name] ?? whole));
}
