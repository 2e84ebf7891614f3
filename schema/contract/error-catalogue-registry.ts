/** The registry's part of the error catalogue. */
export const registryErrors = {
  REGISTRY_PUBLICATION_INVALID: {
    en: 'A publication is JSON with `body`, `sdl` and `programmes` (text or null) and nothing else: {problem}. Send that.',
    th: 'การเผยแพร่ต้องเป็น JSON ที่มี `body`, `sdl` และ `programmes` (ข้อความหรือ null) เท่านั้น: {problem} โปรดแก้ไขแล้วส่งใหม่',
  },
  REGISTRY_ADDRESS_NOT_TAKEN: {
    en: 'A publication names no address. Leave `{name}` out; the registry’s operator registers it with `samutphok registry address BODY URL`.',
    th: 'การเผยแพร่ไม่รับที่อยู่ของบริการ โปรดตัด `{name}` ออก แล้วให้ผู้ดูแลทะเบียนใช้ `samutphok registry address BODY URL`',
  },
  REGISTRY_ADDRESS_REFUSED: {
    en: 'This address cannot be registered: {problem}. Give the body’s public https address.',
    th: 'ลงทะเบียนที่อยู่นี้ไม่ได้: {problem} โปรดใช้ที่อยู่ https สาธารณะของหน่วยงาน',
  },
  REGISTRY_ADDRESS_MISSING: {
    en: 'Body {body} has no address yet. Ask the registry’s operator for `samutphok registry address {body} URL`, then publish again.',
    th: 'หน่วยงาน {body} ยังไม่มีที่อยู่ โปรดให้ผู้ดูแลทะเบียนใช้ `samutphok registry address {body} URL` แล้วเผยแพร่ใหม่',
  },
  REGISTRY_ROLE_REFUSED: {
    en: 'Only a body-developer publishes, and only staff of a body approve. Sign in as one.',
    th: 'ผู้เผยแพร่ต้องเป็น body-developer และผู้อนุมัติต้องเป็นเจ้าหน้าที่ของหน่วยงาน โปรดลงชื่อเข้าใช้ด้วยบทบาทนั้น',
  },
  REGISTRY_BODY_REFUSED: {
    en: 'The token is not for body {body}. Publish your own body, or sign in as its developer.',
    th: 'โทเคนนี้ไม่ใช่ของหน่วยงาน {body} โปรดเผยแพร่หน่วยงานของท่าน หรือลงชื่อเข้าใช้ในนามนักพัฒนาของหน่วยงานนั้น',
  },
  REGISTRY_PUBLICATION_REFUSED: {
    en: 'Body {body} was not published: {findings} findings refuse it. The report says which line of which file, why, and what to do.',
    th: 'ไม่ได้เผยแพร่หน่วยงาน {body}: มีข้อที่ต้องแก้ {findings} ข้อ รายงานระบุแฟ้ม บรรทัด เหตุผล และวิธีแก้',
  },
  REGISTRY_APPROVER_REFUSED: {
    en: 'The yes of {bodies} is needed, from somebody who did not publish it. Ask them.',
    th: 'ต้องได้รับความยินยอมจาก {bodies} โดยผู้ที่ไม่ใช่ผู้เผยแพร่ โปรดติดต่อหน่วยงานดังกล่าว',
  },
  REGISTRY_PROPOSAL_UNKNOWN: {
    en: 'There is no such proposal. `samutphok registry approvals` shows those that wait.',
    th: 'ไม่มีข้อเสนอนี้ ดูรายการที่รออนุมัติได้ด้วย `samutphok registry approvals`',
  },
  REGISTRY_PROPOSAL_OUTDATED: {
    en: 'Body {body} published another version since. Publish the change again on top of that.',
    th: 'หน่วยงาน {body} เผยแพร่รุ่นอื่นไปแล้วหลังจากนั้น โปรดเผยแพร่การเปลี่ยนแปลงใหม่บนรุ่นนั้น',
  },
  REGISTRY_SEQUENCE_UNKNOWN: {
    en: 'There is no artefact {to} to go back to. `samutphok registry versions` shows what there is.',
    th: 'ไม่มีชุดเผยแพร่ลำดับ {to} ให้ย้อนกลับ ดูรายการได้ด้วย `samutphok registry versions`',
  },
  REGISTRY_EMPTY: {
    en: 'Nothing is published yet. Publish a body, or start with `samutphok registry seed`.',
    th: 'ยังไม่มีสิ่งที่เผยแพร่ โปรดเผยแพร่หน่วยงาน หรือเริ่มด้วย `samutphok registry seed`',
  },
  REGISTRY_BUSY: {
    en: 'Too many publications wait, or others were quicker each time. Publish again in a minute.',
    th: 'มีการเผยแพร่รออยู่มากเกินไป โปรดเผยแพร่ใหม่ในหนึ่งนาที',
  },
  REGISTRY_STORE_FAILED: {
    en: 'The registry cannot use its database: {problem}. Nothing was published; mend it and publish again.',
    th: 'ทะเบียนใช้ฐานข้อมูลไม่ได้: {problem} ยังไม่มีการเผยแพร่ โปรดแก้ไขแล้วเผยแพร่ใหม่',
  },
  REGISTRY_ARTEFACT_INVALID: {
    en: 'What the registry gave cannot be used: {problem}. The last good one goes on; ask the registry’s operator.',
    th: 'ชุดที่ได้จากทะเบียนใช้ไม่ได้: {problem} ระบบใช้ชุดล่าสุดที่ถูกต้องต่อไป โปรดแจ้งผู้ดูแลทะเบียน',
  },
  REGISTRY_ARTEFACT_OLDER: {
    en: 'The registry offers artefact {offered}, and {accepted} was accepted before. The newer one goes on; ask the registry’s operator.',
    th: 'ทะเบียนส่งชุดลำดับ {offered} แต่ระบบรับลำดับ {accepted} ไปแล้ว จึงใช้ชุดที่ใหม่กว่าต่อไป โปรดแจ้งผู้ดูแลทะเบียน',
  },
  REGISTRY_COPY_FAILED: {
    en: 'The artefact in use cannot be kept on this disk. It serves, but a restart without the registry would begin with an older one: make room, or give the gateway its data folder.',
    th: 'เก็บชุดที่ใช้อยู่ลงดิสก์ไม่ได้ ระบบยังให้บริการ แต่หากเริ่มใหม่โดยไม่มีทะเบียนจะได้ชุดเก่ากว่า โปรดเพิ่มพื้นที่หรือสิทธิในโฟลเดอร์ข้อมูล',
  },
  REGISTRY_UNREACHABLE: {
    en: 'The registry at {url} gives no answer that can be used: {problem}. Check the address, or ask its operator.',
    th: 'ทะเบียนที่ {url} ไม่ให้คำตอบที่ใช้ได้: {problem} โปรดตรวจสอบที่อยู่หรือติดต่อผู้ดูแล',
  },
  REGISTRY_KEY_INVALID: {
    en: '{file} is no file of Ed25519 public keys in PEM. Put there what `samutphok registry key` prints.',
    th: '{file} ไม่ใช่แฟ้มกุญแจสาธารณะ Ed25519 แบบ PEM โปรดใช้สิ่งที่ `samutphok registry key` แสดง',
  },
} as const satisfies Record<string, { en: string; th: string }>;
