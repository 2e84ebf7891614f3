import type { Assets } from './assets.ts';
import type { DemoReader } from './demo-readers.ts';
import type { SavedOperation } from './saved-operations.ts';

interface PageOptions {
  readonly assets: Assets;
  readonly graphqlPath: string;
  readonly operations: readonly SavedOperation[];
  /** What the headers editor of each tab opens with. */
  readonly headers: Readonly<Record<string, string>>;
  /** Says under the title that no real person is shown. */
  readonly syntheticData: boolean;
  /** Whom the page may be, and where it gets a token for that. */
  readonly demo?: { readonly tokenPath: string; readonly readers: readonly DemoReader[] };
}

/** The page that holds GraphiQL. Scripts and styles are files: the only inline element is data, which never runs. */
export function consolePage({ assets, syntheticData, ...settings }: PageOptions): string {
  return `<!doctype html>
<html lang="th">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>สมุดพก · Samutphok — GraphiQL</title>
    <link rel="icon" type="image/svg+xml" href="${assets.icon.url}" />
    <link rel="stylesheet" href="${assets.graphiqlStyle.url}" />
    <link rel="stylesheet" href="${assets.consoleStyle.url}" />
  </head>
  <body>
    <header class="notice">
      <strong class="notice-name">สมุดพก · Samutphok</strong>${syntheticData ? syntheticNotice : ''}${settings.demo === undefined ? '' : signIn}
    </header>
    <main id="graphiql"><p class="loading">กำลังเปิด … · Loading …</p></main>
    <noscript><p class="loading">หน้านี้ต้องใช้ JavaScript · This page needs JavaScript.</p></noscript>
    <script type="application/json" id="console-settings">${inlineJson(settings)}</script>
    <script src="${assets.react.url}"></script>
    <script src="${assets.reactDom.url}"></script>
    <script src="${assets.graphiql.url}"></script>
    <script src="${assets.console.url}"></script>
  </body>
</html>
`;
}

const syntheticNotice = `
      <span lang="th">ข้อมูลทั้งหมดเป็นข้อมูลสังเคราะห์ ไม่ใช่บุคคลจริง</span>
      <span lang="en">All data are synthetic: no real person is shown here.</span>`;

const signIn = `
      <label class="sign-in"><span lang="th">สาธิต: เข้าใช้ในฐานะ</span> · <span lang="en">Demo: signed in as</span>
        <select id="demo-reader"></select></label>`;

/** JSON that cannot end the element it stands in. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
