import { describe, expect, it } from 'vitest';
import { bodiesReport, bodiesText, type BodiesReport } from './bodies-text.ts';
import { displayWidth } from './display-width.ts';

const idle = { answers: 0, failures: {}, availability: null, p50Ms: null, p99Ms: null };
const busy = {
  answers: 9_999,
  failures: { TIMED_OUT: 1, UNAVAILABLE: 0, INVALID: 0, IN_ERROR: 0 },
  availability: 0.9999,
  p50Ms: 3.11,
  p99Ms: 41.2,
};

type Row = BodiesReport['bodies'][number];

function aRow(changes: Partial<Row> = {}): Row {
  return {
    body: 'health',
    nameTh: 'กระทรวงสาธารณสุข',
    nameEn: 'Ministry of Public Health',
    version: 12,
    publishedAt: '2022-08-09T18:00:00Z',
    breaker: 'CLOSED',
    rehearsal: null,
    freshAsOf: { oldest: '2022-07-31T18:00:00Z', newest: '2022-08-10T00:00:00Z' },
    hour: busy,
    day: busy,
    month: { ...busy, availability: 0.99999 },
    ...changes,
  };
}

const labour = aRow({
  body: 'labour',
  nameTh: 'กระทรวงแรงงาน',
  nameEn: 'Ministry of Labour',
  version: null,
  publishedAt: null,
  freshAsOf: null,
  breaker: 'OPEN',
  hour: idle,
  day: idle,
  month: { ...busy, availability: 1, failures: {} },
});

function shown(rows: readonly Row[], language: 'th' | 'en', width = 160): string {
  return bodiesText({ at: '2022-08-10T05:00:00Z', bodies: [...rows] }, language, { width, colour: false });
}

describe('the table of bodies', () => {
  it('has a line for the hour, the day and the month of each body', () => {
    expect(`\n${shown([aRow(), labour], 'en')}\n`).toMatchInlineSnapshot(`
      "
      Service levels of the bodies at 2022-08-10 12:00

      Body                              Published        Extract of               State      Last     Answers  Failures  Avail. %  p50 ms  p99 ms
      Ministry of Public Health health  12 · 2022-08-10  2022-08-01 – 2022-08-10  in use     hour        9999         1     99.99     3.1      41
                                                                                             day         9999         1     99.99     3.1      41
                                                                                             30 days     9999         1     99.99     3.1      41
      Ministry of Labour labour                                                   not asked  hour           0         0         —       —       —
                                                                                             day            0         0         —       —       —
                                                                                             30 days     9999         0       100     3.1      41

      p50 and p99 are off by 5 % at most. Times when a failure is rehearsed do not count.
      "
    `);
  });

  it('speaks Thai, with Buddhist years', () => {
    expect(`\n${shown([aRow(), labour], 'th')}\n`).toMatchInlineSnapshot(`
      "
      ระดับบริการของหน่วยงาน ณ 10 ส.ค. 2565 12:00

      หน่วยงาน                 รุ่นที่เผยแพร่          ข้อมูลทะเบียน ณ                สถานะ      ช่วง     ตอบ  ไม่ตอบ  พร้อม %  p50 ms  p99 ms
      กระทรวงสาธารณสุข health  12 · 10 ส.ค. 2565  1 ส.ค. 2565 – 10 ส.ค. 2565  ใช้ได้       1 ชม.  9999      1   99.99     3.1      41
                                                                                        1 วัน   9999      1   99.99     3.1      41
                                                                                        30 วัน  9999      1   99.99     3.1      41
      กระทรวงแรงงาน labour                                                   พักการเรียก  1 ชม.     0      0       —       —       —
                                                                                        1 วัน      0      0       —       —       —
                                                                                        30 วัน  9999      0     100     3.1      41

      p50 และ p99 คลาดเคลื่อนไม่เกิน 5 % ช่วงที่ซ้อมเหตุขัดข้องไม่นับ
      "
    `);
  });

  it('says which failure is rehearsed, and until when', () => {
    const rehearsal = { fault: 'latency=2000', until: '2022-08-10T05:05:00.000Z' };
    expect(shown([aRow({ rehearsal })], 'en')).toContain('rehearses latency=2000 → 12:05');
    expect(shown([aRow({ rehearsal })], 'th')).toContain('ซ้อม latency=2000 → 12:05');
  });

  it.each(['th', 'en'] as const)('fits a terminal of 100 columns in %s', (language) => {
    const widths = shown([aRow(), labour], language, 100).split('\n').map(displayWidth);
    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
  });

  it('leaves out columns that no body has anything for', () => {
    const text = shown([labour], 'en');
    expect(text).not.toContain('Published');
    expect(text).not.toContain('Extract of');
  });

  it('lets no text of a gateway move the cursor', () => {
    expect(shown([aRow({ nameEn: 'Minis\u001b[2Jtry' })], 'en')).not.toContain('\u001b');
  });

  it('is made of nothing else than what GET /bodies answers', () => {
    expect(bodiesReport.safeParse({ at: 'now', bodies: [{ body: 'health' }] }).success).toBe(false);
  });
});
