import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCallKey, type CallKey } from './call-key.ts';
import { samplesFile } from './fisheries.ts';
import { startPlainSubgraph, type PlainSubgraph } from './plain-subgraph.ts';

const bin = path.join(import.meta.dirname, '../../gateway/cli/bin.js');

let key: CallKey;
let sound: PlainSubgraph;
let broken: PlainSubgraph;

beforeAll(async () => {
  key = await makeCallKey();
  sound = await startPlainSubgraph(key.jwks);
  broken = await startPlainSubgraph(key.jwks, { entities: (entities) => entities.toReversed() });
});

afterAll(() => Promise.all([sound.close(), broken.close(), key.close()]));

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function samutphok(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [bin, 'body', 'conformance', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [[status], out, error] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { status: Number(status), out, error };
}

function about({ url }: PlainSubgraph): readonly string[] {
  return [url.href, '--body', 'FISHERIES', '--samples', samplesFile, '--key', key.file, '--deadline', '10000'];
}

describe('samutphok body conformance', () => {
  it('ends with 0 for a certified subgraph, and writes the report as JSON and as a page', async () => {
    const folder = path.dirname(key.file);
    const [json, html] = [path.join(folder, 'report.json'), path.join(folder, 'report.html')];
    const { status, out } = await samutphok(...about(sound), '--json', json, '--html', html);
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('\nCERTIFIED. ') });
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ body: 'fisheries', certified: true });
    expect(await readFile(html, 'utf8')).toContain('Certified / ผ่านการรับรอง');
  });

  it('ends with 1 for one that is not, and says why in the language that is asked for', async () => {
    const { status, out } = await samutphok(...about(broken), '--lang', 'th');
    expect(status).toBe(1);
    expect(out).toMatch(/✗ ENTITIES_ORDER +เอนทิตีเรียงตามลำดับคีย์/u);
    expect(out).toContain('ไม่ผ่านการรับรอง. การตรวจที่บังคับไม่ผ่าน: ENTITIES_ORDER');
  });

  it.each([
    [2, 'It must be an http address', () => ['ftp://127.0.0.1/graphql']],
    [2, 'It must be a whole number above 0', () => ['http://127.0.0.1/graphql', '--deadline', 'soon']],
    [1, 'CONFORMANCE_REPORT_UNWRITABLE', () => [...about(sound), '--json', '/nowhere/report.json']],
  ])('ends with %i and one line that says %s', async (wanted, told, args) => {
    const { status, error } = await samutphok(...args());
    expect({ status, error }).toEqual({ status: wanted, error: expect.stringContaining(told) });
  });
});
