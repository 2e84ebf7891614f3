import type { CheckResult, ConformanceReport } from './report.ts';
import type { Text } from './text.ts';

/** The report as one page in both languages that needs nothing beside it and runs nothing. */
export function reportHtml(report: ConformanceReport): string {
  const { body, address, startedAt, tookMs, edition, certified, reason, checks } = report;
  const verdict = certified ? 'Certified / ผ่านการรับรอง' : 'Not certified / ไม่ผ่านการรับรอง';
  return `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${body}: ${verdict}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>Conformance of ${escape(body)} / ผลการตรวจมาตรฐาน</h1>
<p class="verdict ${certified ? 'good' : 'bad'}">${escape(verdict)}</p>
${paragraphs(reason)}
<p class="small">${escape(address)} · ${escape(startedAt)} · ${(tookMs / 1000).toFixed(1)} s · edition ${edition}</p>
${tally(checks)}
${checks.map(checkPart).join('\n')}
</body>
</html>
`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}.verdict{font-size:1.25rem;font-weight:700;padding:.5rem 1rem;border-left:.5rem solid}
.good{border-color:#0a6b3d}.bad{border-color:#a8071a}.small{color:#555;font-size:.875rem}
details{border-top:1px solid #ccc;padding:.5rem 0}summary{cursor:pointer}code{overflow-wrap:anywhere}
dt{font-weight:700}dd{margin:0 0 .5rem}table{border-collapse:collapse}td,th{padding:.2rem .8rem;border:1px solid #ccc;text-align:left}`;

const statusWords: Readonly<Record<CheckResult['status'], string>> = {
  PASSED: '✓ passed / ผ่าน',
  FAILED: '✗ failed / ไม่ผ่าน',
  NOT_APPLICABLE: '– nothing to try it on / ไม่มีสิ่งที่จะตรวจ',
  NOT_REACHED: '? not made / ยังไม่ได้ตรวจ',
};

const levelWords: Readonly<Record<CheckResult['level'], string>> = {
  REQUIRED: 'required / บังคับ',
  RECOMMENDED: 'recommended / แนะนำ',
};

function tally(checks: readonly CheckResult[]): string {
  const rows = (['REQUIRED', 'RECOMMENDED'] as const).map((level) => {
    const of = checks.filter((check) => check.level === level);
    const cells = statuses.map((status) => `<td>${of.filter((check) => check.status === status).length}</td>`);
    return `<tr><th>${levelWords[level]}</th>${cells.join('')}</tr>`;
  });
  return `<table><tr><th></th>${statuses.map((status) => `<th>${statusWords[status]}</th>`).join('')}</tr>${rows.join('')}</table>`;
}

const statuses = ['PASSED', 'FAILED', 'NOT_APPLICABLE', 'NOT_REACHED'] as const;

function checkPart({ id, level, status, title, sent, expected, came, why, mend, tookMs }: CheckResult): string {
  const both = (text: Text): string => `${escape(text.en)}<br>${escape(text.th)}`;
  return `<details${status === 'FAILED' ? ' open' : ''}>
<summary>${statusWords[status]} · <code>${escape(id)}</code> · ${escape(title.en)} / ${escape(title.th)} · ${levelWords[level]}</summary>
<dl><dt>sent / ส่ง</dt><dd><code>${escape(sent)}</code></dd>
<dt>expected / คาดหมาย</dt><dd>${both(expected)}</dd>
<dt>came / ได้รับ</dt><dd><code>${escape(came)}</code> (${Math.round(tookMs)} ms)</dd>
<dt>why it matters / เหตุผล</dt><dd>${both(why)}</dd>
<dt>what to do / วิธีแก้</dt><dd>${both(mend)}</dd></dl>
</details>`;
}

function paragraphs({ en, th }: Text): string {
  return `<p>${escape(en)}<br>${escape(th)}</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');
}
