import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A file as the console serves it. */
export interface Asset {
  /** Holds a digest of the content, so it may be cached for ever. */
  readonly url: string;
  readonly contentType: string;
  /** Strong, quoted. */
  readonly etag: string;
  readonly body: Buffer;
}

type AssetName = (typeof sources)[number]['name'];

export type Assets = Readonly<Record<AssetName, Asset>>;

const assetsPath = '/graphiql/assets';

/** A source without `npm` lies in web/. The npm packages have no bundler-free entry point, so their files are named here. */
const sources = [
  { name: 'react', npm: 'react', file: 'umd/react.production.min.js' },
  { name: 'reactDom', npm: 'react-dom', file: 'umd/react-dom.production.min.js' },
  { name: 'graphiql', npm: 'graphiql', file: 'graphiql.min.js' },
  { name: 'graphiqlStyle', npm: 'graphiql', file: 'graphiql.min.css' },
  { name: 'console', npm: null, file: 'console.js' },
  { name: 'consoleStyle', npm: null, file: 'console.css' },
  { name: 'icon', npm: null, file: 'icon.svg' },
] as const;

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads every file of the console into memory (1.5 MB). Throws when a package is not installed. */
export function loadAssets(): Assets {
  const entries = sources.map(({ name, npm, file }) => [name, loadAsset(npm, file)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry per name of `sources`
  return Object.freeze(Object.fromEntries(entries)) as Assets;
}

/** A strong entity tag of the content. */
export function etagOf(body: Buffer): string {
  return `"${digest(body)}"`;
}

function loadAsset(npm: string | null, file: string): Asset {
  const directory = npm === null ? path.join(import.meta.dirname, 'web') : packageDirectory(npm);
  const body = withoutSourceMap(readFileSync(path.join(directory, file)));
  const { base, ext } = path.parse(file);
  const stem = base.slice(0, base.indexOf('.'));
  return {
    url: `${assetsPath}/${stem}.${digest(body).slice(0, 12)}${ext}`,
    contentType: contentTypes[ext] ?? 'application/octet-stream',
    etag: etagOf(body),
    body,
  };
}

function packageDirectory(npm: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${npm}/package.json`));
}

/** The maps are not served, and a browser with open developer tools would ask for them. */
function withoutSourceMap(body: Buffer): Buffer {
  return Buffer.from(body.toString('utf8').replaceAll(/^\/\/# sourceMappingURL=\S*$/gmu, ''));
}

function digest(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32);
}
