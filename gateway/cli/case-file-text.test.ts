import { stripVTControlCharacters } from 'node:util';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { caseFileResponse } from './case-file-text-fixture.ts';
import { caseFileOperation, caseFileText } from './case-file-text.ts';
import { displayWidth } from './display-width.ts';

const asOf = '2022-08-10';

describe('the text of a case file', () => {
  it('is this for 120 columns, without trailing spaces', () => {
    expect(`\n${caseFileText(caseFileResponse, { asOf })}\n`).toMatchInlineSnapshot(`
      "
      สมุดพกครอบครัว / Family logbook
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        รหัสประจำบ้าน       House code     99990000044
        ที่อยู่               Address        12 หมู่ 4 อ.เชียงดาว จ.เชียงใหม่
                                         Chiang Dao, Chiang Mai
        ระดับความเปราะบาง  Vulnerability  ยังบอกไม่ได้ / cannot be known yet
        ณ วันที่             As of          10 ส.ค. 2565 · 2022-08-10
        ยังไม่ได้รับ          Not received   2 โครงการ / programmes · ฿1,000 ต่อเดือน / month · ฿5,087.50 ครั้งเดียว / once · ข้อมูลยังไม่
                                         ครบ / incomplete
        ผลคัดกรอง ไม่ใช่คำตัดสิน / A screening, never a decision.

      ใครตอบบ้าง / Who answered — 11 / 13
            หน่วยงาน                    Body                          คำตอบ Answer              สิทธิ   บริการ  ข้อมูล ณ As of    ms
                                                                                              Ent.    Svc.
         1  สำนักนายกรัฐมนตรี             Office of the Prime Minister  ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
         2  กระทรวงศึกษาธิการ            Ministry of Education         ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
         3  กระทรวงกลาโหม              Ministry of Defence           ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
         4  กระทรวงการท่องเที่ยวและกีฬา    Ministry of Tourism and       ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
                                       Sports
         5  กระทรวงมหาดไทย             Ministry of Interior          ตอบแล้ว ANSWERED             2       0  10 ส.ค. 2565    12
         6  กระทรวงการอุดมศึกษา          Ministry of Higher            ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
            วิทยาศาสตร์ วิจัยและนวัตกรรม    Education, Science, Research
                                       and Innovation
         7  กระทรวงเกษตรและสหกรณ์       Ministry of Agriculture and   ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
                                       Cooperatives
         8  กระทรวงพาณิชย์               Ministry of Commerce          ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
         9  กระทรวงวัฒนธรรม             Ministry of Culture           ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
        10  กระทรวงสาธารณสุข            Ministry of Public Health     ไม่ตอบในเวลา TIMED_OUT       —       —  —             2000
        11  กระทรวงแรงงาน              Ministry of Labour            คำตอบใช้ไม่ได้ INVALID         —       —  —                7
        12  กระทรวงการพัฒนาสังคมและความ  Ministry of Social            ตอบแล้ว ANSWERED             0       1  10 ส.ค. 2565    12
            มั่นคงของมนุษย์                Development and Human
                                       Security
        13  กรุงเทพมหานคร               Bangkok Metropolitan          ไม่มีข้อมูล NO_RECORD           0       0  10 ส.ค. 2565    12
                                       Administration
        ! กระทรวงสาธารณสุข: หน่วยงานไม่ตอบภายในเวลา / The body did not answer in time.

      สมาชิก / Members — 3
            ชื่อ Name                    เพศ Sex     เกิด พ.ศ.      Born        อายุ Age      ความสัมพันธ์ Relation
        M1  นางประภา น้ำใส              หญิง FEMALE  15 มี.ค. 2482  1940-03-15  82           หัวหน้าครัวเรือน
        M2  ด.ช.กมล น้ำใส               ชาย MALE    2555          2012        ~10          หลาน
        M3  —                          —           —             —           เสียชีวิต died  —
        M0  ทั้งครัวเรือน / the household

      สิทธิที่ขึ้นทะเบียนไว้ / Entitlements — 2
        ใคร  โครงการ              Programme                หน่วยงาน  สถานะ Status          จำนวน Amount        ตั้งแต่ Since
        Who                                                By
        M1   เบี้ยยังชีพผู้สูงอายุ        Old-age allowance        มหาดไทย  ได้รับอยู่ ACTIVE         ฿800 ต่อเดือน /       1 ต.ค. 2562
             (อปท.)               (outside Bangkok)                                       month
        M0   ใช้ไฟฟ้าฟรีไม่เกิน 50     Free electricity up to   มหาดไทย  ระงับชั่วคราว SUSPENDED  —                   — – 30 มิ.ย. 2565
             หน่วย                 50 units

      บริการ / Services — 1
        ใคร Who  โครงการ  Programme   หน่วยงาน By                     สถานะ Status     วันที่ On
        M0       เยี่ยมบ้าน  Home visit  การพัฒนาสังคมและความมั่นคงของมนุษย์  ให้แล้ว DELIVERED  2 พ.ค. 2565

      ควรได้แต่ยังไม่ได้รับ / Gaps — 2
        1.  เบี้ยความพิการ (อปท.)  Disability allowance (outside Bangkok)  ฿1,000 ต่อเดือน / month
            M2 ด.ช.กมล น้ำใส · กระทรวงมหาดไทย Ministry of Interior
            → ยื่นลงทะเบียน ENROLMENT
            ✓  M2  person.disabilityCard    isTrue            จริง / true   การพัฒนาสังคมและ    Social Development   10 ส.ค. 2565
                                                                           ความมั่นคงของมนุษย์   and Human Security
            ✓  M2  person.domicileProvince  ne 10             50           มหาดไทย           Interior             10 ส.ค. 2565
            ✗  M2  person.supports          contains          SIGN, TUTOR  ศึกษาธิการ          Education            10 ส.ค. 2565
                                            BRAILLE, CHAIR
        2.  ซ่อมบ้าน              House repair                            ≤ ฿49,500 ครั้งเดียว / once
            M0 ทั้งครัวเรือน / the household · กระทรวงมหาดไทย Ministry of Interior
            → ยื่นที่ อบต. / Apply at the local office.

      ยังบอกไม่ได้ / Cannot be told yet — 1
        1.  บริการดูแลระยะยาวสำหรับผู้ที่มีภาวะพึ่งพิง  Community long-term care  —
            M1 นางประภา น้ำใส · กระทรวงสาธารณสุข Ministry of Public Health
            ?  M1  person.adlScore            สาธารณสุข        Public Health                 ไม่ตอบในเวลา TIMED_OUT
            ?  M0  household.tpmapTargetPoor  สำนักนายกรัฐมนตรี  Office of the Prime Minister  ไม่ได้ระบุ NOT_STATED

      ควรส่งต่อให้พิจารณา / Referrals — 1
        ใคร  โครงการ                     Programme                    หน่วยงาน                   Body
        Who
        M0   สมุดพกครอบครัวและแผนพัฒนา      Family logbook and           การพัฒนาสังคมและความมั่นคง    Social Development and Human
             คุณภาพชีวิตรายครัวเรือน          household plan               ของมนุษย์                   Security

      ได้รับโดยไม่เข้าเงื่อนไข (เพื่อทบทวน) / Over-payments, for review — 1
        1.  เงินช่วยเหลือพิเศษผู้สูงอายุ  Temporary old-age top-up  ฿200 ต่อเดือน / month
            M1 นางประภา น้ำใส · กระทรวงมหาดไทย Ministry of Interior
            ✗  M2  person.receivesGovPension  isFalse  จริง / true            สำนักนายกรัฐมนตรี  Office of the Prime  10 ส.ค. 2565
                                                                                             Minister
            ?  M2  person.inCare              isFalse  ไม่ตอบในเวลา           สาธารณสุข        Public Health        —
                                                       TIMED_OUT

      โครงการที่ซ้ำซ้อนกัน (เพื่อทบทวน) / Overlaps, for review — 1
        M0 ทั้งครัวเรือน / the household · เลือกได้โครงการเดียว / They exclude each other.
          ·  ซ่อมบ้านผู้สูงอายุ  Home repair for older persons
          ·  บ้านพอเพียง     Baan Por Piang house repair

      มิติความยากจน / Dimensions of poverty
        มิติ         Dimension  ผล Finding      ตัวชี้วัด Indicators  หน่วยงาน By
        ความเป็นอยู่  LIVING     ตกเกณฑ์ fails    จปฐ. ข้อ 8         มหาดไทย
        สุขภาพ      HEALTH     ไม่ทราบ unknown                    สำนักนายกรัฐมนตรี

      ยอดรวม / Totals
                                           ควรได้ Due  ได้รับ Received  ช่องว่าง Gap
        ต่อเดือน / a month                      ฿1,800           ฿800      ฿1,000
        ต่อปี / a year                              ฿0             ฿0          ฿0
        ครั้งเดียว / once                                                ฿5,087.50
        ได้รับเกินต่อเดือน / over-paid a month                      ฿200
        ยังตอบไม่ครบทุกหน่วยงาน ยอดอาจเพิ่มขึ้น / Not every body has answered: the sums may be too low.

      หมายเหตุ / Notes
        ! BODY_TIMED_OUT: A body gave no answer. (household.health)
      "
    `);
  });

  it('is this for a terminal of 80 columns', () => {
    const text = caseFileText(caseFileResponse, { columns: 80, asOf });
    expect(`\n${text.slice(0, text.indexOf('สิทธิที่ขึ้นทะเบียนไว้'))}`).toMatchInlineSnapshot(`
      "
      สมุดพกครอบครัว / Family logbook
      ────────────────────────────────────────────────────────────────────────────────
        รหัสประจำบ้าน       House code     99990000044
        ที่อยู่               Address        12 หมู่ 4 อ.เชียงดาว จ.เชียงใหม่
                                         Chiang Dao, Chiang Mai
        ระดับความเปราะบาง  Vulnerability  ยังบอกไม่ได้ / cannot be known yet
        ณ วันที่             As of          10 ส.ค. 2565 · 2022-08-10
        ยังไม่ได้รับ          Not received   2 โครงการ / programmes · ฿1,000 ต่อเดือน /
                                         month · ฿5,087.50 ครั้งเดียว / once · ข้อมูลยังไม่
                                         ครบ / incomplete
        ผลคัดกรอง ไม่ใช่คำตัดสิน / A screening, never a decision.

      ใครตอบบ้าง / Who answered — 11 / 13
            หน่วยงาน       Body           คำตอบ         สิทธิ   บริการ  ข้อมูล ณ As of    ms
                                         Answer       Ent.    Svc.
         1  สำนักนายก      Office of the  ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            รัฐมนตรี        Prime          NO_RECORD
                          Minister
         2  กระทรวง       Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            ศึกษาธิการ      Education      NO_RECORD
         3  กระทรวง       Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            กลาโหม        Defence        NO_RECORD
         4  กระทรวงการ    Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            ท่องเที่ยวและ    Tourism and    NO_RECORD
            กีฬา           Sports
         5  กระทรวง       Ministry of    ตอบแล้ว          2       0  10 ส.ค. 2565    12
            มหาดไทย       Interior       ANSWERED
         6  กระทรวงการ    Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            อุดมศึกษา       Higher         NO_RECORD
            วิทยาศาสตร์     Education,
            วิจัยและ        Science,
            นวัตกรรม       Research and
                          Innovation
         7  กระทรวงเกษตร  Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            และสหกรณ์      Agriculture    NO_RECORD
                          and
                          Cooperatives
         8  กระทรวงพาณิชย์  Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
                          Commerce       NO_RECORD
         9  กระทรวง       Ministry of    ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
            วัฒนธรรม       Culture        NO_RECORD
        10  กระทรวง       Ministry of    ไม่ตอบใน         —       —  —             2000
            สาธารณสุข      Public Health  เวลา
                                         TIMED_OUT
        11  กระทรวง       Ministry of    คำตอบใช้ไม่       —       —  —                7
            แรงงาน        Labour         ได้
                                         INVALID
        12  กระทรวงการ    Ministry of    ตอบแล้ว          0       1  10 ส.ค. 2565    12
            พัฒนาสังคมและ   Social         ANSWERED
            ความมั่นคงของ   Development
            มนุษย์          and Human
                          Security
        13  กรุงเทพมหานคร  Bangkok        ไม่มีข้อมูล         0       0  10 ส.ค. 2565    12
                          Metropolitan   NO_RECORD
                          Administratio
                          n
        ! กระทรวงสาธารณสุข: หน่วยงานไม่ตอบภายในเวลา / The body did not answer in time.

      สมาชิก / Members — 3
            ชื่อ Name        เพศ Sex    เกิด พ.ศ.      Born        อายุ Age    ความสัมพันธ์
                                                                           Relation
        M1  นางประภา น้ำใส  หญิง        15 มี.ค. 2482  1940-03-15  82         หัวหน้าครัว
                           FEMALE                                          เรือน
        M2  ด.ช.กมล น้ำใส   ชาย MALE   2555          2012        ~10        หลาน
        M3  —              —          —             —           เสียชีวิต     —
                                                                died
        M0  ทั้งครัวเรือน /
            the household

      "
    `);
  });

  it.each([80, 100, 120, 200])('keeps every line within %i columns', (columns) => {
    const lines = caseFileText(caseFileResponse, { columns, asOf }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it('is laid out for 80 columns in a terminal that has fewer', () => {
    expect(caseFileText(caseFileResponse, { columns: 40 })).toBe(caseFileText(caseFileResponse, { columns: 80 }));
  });

  it('is coloured only when asked, and then says the same', () => {
    const plain = caseFileText(caseFileResponse, { asOf });
    const coloured = caseFileText(caseFileResponse, { asOf, colour: true });
    expect(stripVTControlCharacters(plain)).toBe(plain);
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('leaves out the day and the ages when it is not told the day', () => {
    const text = caseFileText(caseFileResponse);
    expect(text).not.toContain('2565 · 2022');
    expect(text).not.toMatch(/15 มี\.ค\. 2482 +1940-03-15 +82/u);
    expect(text).toMatch(/15 มี\.ค\. 2482 +1940-03-15/u);
  });

  it('never passes on what a terminal would obey', () => {
    const [member] = caseFileResponse.data.household.members;
    const hostile = {
      ...caseFileResponse.data.household,
      members: [{ ...member, nameTh: '\u001b[2Jนาง\u202eก\u0007' }],
    };
    const text = caseFileText({ ...caseFileResponse, data: { household: hostile } });
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    expect(text).toContain('[2Jนาง ก');
  });

  it('names the khwaeng and khet of a Bangkok address', () => {
    const address = {
      line: null,
      subdistrict: { code: '103301', nameTh: 'คลองเตย', nameEn: null },
      district: { code: '1033', nameTh: 'คลองเตย', nameEn: 'Khlong Toei' },
      province: { code: '10', nameTh: 'กรุงเทพมหานคร', nameEn: 'Bangkok' },
      postcode: '10110',
    };
    const text = caseFileText({ data: { household: { ...caseFileResponse.data.household, address } } });
    expect(text).toContain('แขวงคลองเตย เขตคลองเตย กรุงเทพมหานคร 10110');
    expect(text).toContain('Khlong Toei, Bangkok');
  });

  it('says that an address is not shown', () => {
    const text = caseFileText({ data: { household: { ...caseFileResponse.data.household, address: null } } });
    expect(text).toMatch(/Address +— \(ไม่แสดง \/ not shown\)/u);
  });

  it('tells of a household that cannot be shown by its errors and by who was asked', () => {
    const bodies = [{ code: 'INTERIOR', status: 'TIMED_OUT', tookMs: 2000.4 }];
    const text = caseFileText({
      data: { household: null },
      errors: [{ message: 'Interior gave no answer.', path: ['household'], extensions: { code: 'BODY_UNAVAILABLE' } }],
      extensions: { manifest: { complete: false, bodies } },
    });
    expect(text).toContain('No case file can be shown');
    expect(text).toMatch(/5 {2}กระทรวงมหาดไทย +Ministry of Interior +ไม่ตอบในเวลา TIMED_OUT +— +— +— +2000/u);
    expect(text.match(/NOT_ASKED/gu)).toHaveLength(bodyNames.length - 1);
    expect(text).toContain('! BODY_UNAVAILABLE: Interior gave no answer. (household)');
  });

  it('refuses the response to another operation and says where it differs', () => {
    expect(() => caseFileText({ data: { household: { houseCode: '1' } } })).toThrow(
      /not a case file at data\.household/u,
    );
    expect(() => caseFileText(null)).toThrow(TypeError);
  });
});

describe('the operation of the case file', () => {
  it('is valid against the committed supergraph', () => {
    const supergraph = path.join(import.meta.dirname, '../../schema/supergraph.graphql');
    const schema = buildSchema(readFileSync(supergraph, 'utf8'), { assumeValidSDL: true });
    expect(validate(schema, parse(caseFileOperation)).map(({ message }) => message)).toEqual([]);
  });
});
