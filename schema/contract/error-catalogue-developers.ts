/** The part of the error catalogue that agency developers and operators meet: checks, conformance, rehearsals. */
export const developerErrors = {
  CHECK_FILE_UNREADABLE: {
    en: 'The file {file} cannot be read. Name a body with a folder under subgraphs/, or give --schema and --programmes.',
    th: 'อ่านแฟ้ม {file} ไม่ได้ โปรดระบุหน่วยงานที่มีโฟลเดอร์ใน subgraphs/ หรือใช้ --schema และ --programmes',
  },
  CHECK_SUBGRAPH_SILENT: {
    en: 'The subgraph at this address gives no schema: {problem}. Start it, and have it answer the query { _service { sdl } }.',
    th: 'กราฟย่อยตามที่อยู่นี้ไม่ให้สคีมา: {problem} โปรดเปิดใช้งานและให้ตอบ { _service { sdl } }',
  },
  USAGE_UNREADABLE: {
    en: 'The record of what readers ran cannot be read: {problem}. Check the data folder, or leave out --data.',
    th: 'อ่านบันทึกการใช้งานไม่ได้: {problem} โปรดตรวจสอบโฟลเดอร์ข้อมูล หรือไม่ใส่ --data',
  },
  CONFORMANCE_BODY_UNKNOWN: {
    en: 'The subgraph did not tell which body it is. Check the address and that it trusts the key, or name it with --body.',
    th: 'ระบบย่อยไม่ได้บอกว่าเป็นของหน่วยงานใด โปรดตรวจที่อยู่และกุญแจที่เชื่อถือ หรือระบุด้วย --body',
  },
  CONFORMANCE_KEY_MISSING: {
    en: 'There is no key in {file}. Start the gateway of that data folder once, or name the key that the subgraph trusts with --key.',
    th: 'ไม่มีกุญแจใน {file} โปรดเริ่มเกตเวย์ของโฟลเดอร์ข้อมูลนั้นหนึ่งครั้ง หรือระบุกุญแจที่ระบบย่อยเชื่อถือด้วย --key',
  },
  CONFORMANCE_SAMPLES_INVALID: {
    en: 'The samples in {file} cannot be used: {problem}. They are a household extract, or an object with `houses`.',
    th: 'ใช้ตัวอย่างใน {file} ไม่ได้: {problem} ต้องเป็นข้อมูลครัวเรือนสำหรับนำเข้า หรือวัตถุที่มี `houses`',
  },
  CONFORMANCE_REPORT_UNWRITABLE: {
    en: 'The report cannot be written to {file}. Name a file in a folder that exists and that you may write to.',
    th: 'เขียนรายงานลง {file} ไม่ได้ โปรดระบุไฟล์ในโฟลเดอร์ที่มีอยู่และเขียนได้',
  },
  REHEARSAL_OFF: {
    en: 'Failures are not rehearsed where a real issuer is configured. The operator may allow it with SAMUTPHOK_ALLOW_REHEARSAL=true.',
    th: 'ระบบไม่ซ้อมเหตุขัดข้องเมื่อใช้ผู้ให้บริการยืนยันตัวตนจริง ผู้ดูแลระบบอนุญาตได้ด้วย SAMUTPHOK_ALLOW_REHEARSAL=true',
  },
  REHEARSAL_REFUSED: {
    en: 'Only a supervisor, or a developer of the body itself, may rehearse its failure. Sign in as one of them.',
    th: 'เฉพาะผู้กำกับดูแลหรือนักพัฒนาของหน่วยงานนั้นที่ซ้อมเหตุขัดข้องได้ โปรดลงชื่อเข้าใช้ด้วยบทบาทดังกล่าว',
  },
  REHEARSAL_FAULT_INVALID: {
    en: 'Name a failure to rehearse: latency=MS with 1 to {max} milliseconds, error, garbage or down.',
    th: 'โปรดระบุเหตุขัดข้องที่จะซ้อม: latency=MS (1 ถึง {max} มิลลิวินาที), error, garbage หรือ down',
  },
  REHEARSAL_TIME_INVALID: {
    en: 'A rehearsal takes 1 second to 30 minutes. Choose a time between them, for example 5m.',
    th: 'การซ้อมใช้เวลา 1 วินาทีถึง 30 นาที โปรดเลือกเวลาในช่วงนี้ เช่น 5m',
  },
  REHEARSAL_REQUEST_INVALID: {
    en: 'A rehearsal is started with JSON like {"body":"health","fault":"down","forMs":300000}. Send that.',
    th: 'โปรดเริ่มการซ้อมด้วย JSON เช่น {"body":"health","fault":"down","forMs":300000}',
  },
  REHEARSAL_HEADER_INVALID: {
    en: 'x-rehearse must be like `health=down,labour=latency:2000`, once, and each body once.',
    th: 'x-rehearse ต้องเป็นแบบ `health=down,labour=latency:2000` เพียงครั้งเดียว และแต่ละหน่วยงานเพียงครั้งเดียว',
  },
  REHEARSAL_NOT_RUNNING: {
    en: 'No failure of body {body} is being rehearsed. `samutphok bodies` shows those that are.',
    th: 'ขณะนี้ไม่มีการซ้อมเหตุขัดข้องของหน่วยงาน {body} ดูรายการได้ด้วย `samutphok bodies`',
  },
  GATEWAY_UNREACHABLE: {
    en: 'No gateway answers at {url}. Start one with `samutphok start`, or name another with --url.',
    th: 'ไม่มีเกตเวย์ตอบที่ {url} โปรดเริ่มด้วย `samutphok start` หรือระบุที่อยู่อื่นด้วย --url',
  },
  GATEWAY_ANSWER_INVALID: {
    en: 'What answers at {url} is no gateway of this version. Check --url.',
    th: 'ปลายทาง {url} ไม่ใช่เกตเวย์รุ่นนี้ โปรดตรวจสอบ --url',
  },
} as const satisfies Record<string, { en: string; th: string }>;
