import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBody } from '../../gateway/app/check/check-body.ts';
import { publishedBefore } from '../../gateway/app/check/check-published.ts';
import { supergraphFile } from '../../gateway/app/compose.ts';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { publicationOf } from './check-case.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'check-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const labour = publicationOf('labour');

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('what a body publishes now, from the supergraph', () => {
  it.each(bodyNames)('asks of the readers of %s what its folder asks', async (body) => {
    const published = await publishedBefore(body);
    const folderRules = accessRules(publicationOf(body).sdl);
    const rules = accessRules(published?.sdl ?? '');
    expect([...rules.keys()].length).toBeGreaterThan(40);
    expect(
      [...rules].filter(([coordinate, rule]) => JSON.stringify(rule) !== JSON.stringify(folderRules.get(coordinate))),
    ).toEqual([]);
  });

  it('has the programmes of the catalogue', async () => {
    const { programmes } = JSON.parse((await publishedBefore('labour'))?.programmes ?? '') as {
      programmes: { id: string }[];
    };
    expect(programmes.map(({ id }) => id)).toContain('lab-sso-medical');
    expect(programmes).toHaveLength(
      (JSON.parse(labour.programmes ?? '') as { programmes: unknown[] }).programmes.length,
    );
  });

  it('is nothing for a body that has not joined', async () => {
    expect(await publishedBefore('fisheries')).toBeNull();
  });
});

describe('the check of one body', () => {
  it.each(['interior', 'health', 'casefile'])('passes the folder of %s against the supergraph', async (body) => {
    expect(await checkBody({ body })).toEqual({ body, verdict: 'PASSED', findings: [] });
  });

  it('holds a file against the supergraph', async () => {
    const schema = await fileOf(
      'labour.graphql',
      labour.sdl.replace('homeWorkers: [HomeWorker!]', 'homeWorkersNow: [HomeWorker!]'),
    );
    const programmes = await fileOf('labour.json', labour.programmes ?? '');
    const { verdict, findings } = await checkBody({ body: 'labour', schema, programmes });
    expect(verdict).toBe('REFUSED');
    expect(findings.map(({ code, coordinate }) => [code, coordinate])).toEqual([
      ['FIELD_REMOVED_UNPROVEN', 'LabourRecord.homeWorkers'],
    ]);
  });

  it.each(['SDL', 'FOLDER', 'SUPERGRAPH'] as const)('holds a folder against another %s', async (kind) => {
    const older = labour.sdl.replace('homeWorkers: [HomeWorker!]', 'homeWorkers: [HomeWorker!]!');
    const own = older.slice(older.indexOf('type Household @key'));
    const supergraph = (await readFile(supergraphFile, 'utf8')).replace(
      'homeWorkers: [HomeWorker!]',
      'homeWorkers: [HomeWorker!]!',
    );
    const against = {
      SDL: await fileOf('older.graphql', older),
      FOLDER: path.dirname(await fileOf('schema.graphql', own)),
      SUPERGRAPH: await fileOf('supergraph.graphql', supergraph),
    };
    await writeFile(
      path.join(folder, 'programmes.json'),
      kind === 'SUPERGRAPH' ? catalogue : (labour.programmes ?? ''),
    );
    const { findings } = await checkBody({ body: 'labour', against: against[kind] });
    expect(findings.map(({ code, coordinate }) => [code, coordinate])).toEqual([
      ['FIELD_NULLABILITY_CHANGED_UNPROVEN', 'LabourRecord.homeWorkers'],
    ]);
  });

  it('holds a folder against what a registry says that all publish', async () => {
    const older = { ...labour, sdl: labour.sdl.replace('hours: Int!', 'hours: Int! minutes: Int') };
    const current = ['interior', 'health', 'social-welfare', 'prime-minister'].map(publicationOf);
    const { findings } = await checkBody({ body: 'labour', current: [...current, older] });
    expect(
      findings.filter(({ file }) => file === 'schema.graphql').map(({ code, coordinate }) => [code, coordinate]),
    ).toEqual([['FIELD_REMOVED_UNPROVEN', 'SkillTraining.minutes']]);
  });

  it('takes the schema of a running subgraph', async () => {
    const { server, url } = await serve(
      JSON.stringify({ data: { _service: { sdl: labour.sdl.replace('type JobStatus @personal', 'type JobStatus') } } }),
    );
    const { findings } = await checkBody({ body: 'labour', url });
    server.close();
    expect(findings.map(({ code }) => code)).toContain('ACCESS_DROPPED');
  });

  it.each([
    ['no JSON', 'sorry'],
    ['no schema', '{"data":{}}'],
    ['an error', '{"errors":[{"message":"no"}]}'],
  ])('says that a subgraph gives %s', async (_, reply) => {
    const { server, url } = await serve(reply);
    await expect(checkBody({ body: 'labour', url })).rejects.toMatchObject({ code: 'CHECK_SUBGRAPH_SILENT' });
    server.close();
    await expect(checkBody({ body: 'labour', url })).rejects.toMatchObject({ code: 'CHECK_SUBGRAPH_SILENT' });
  });

  it('says that it could not look at the columns of a folder that cannot be loaded', async () => {
    expect(await checkBody({ body: 'labour' }, { discover: discoverNothing })).toMatchObject({
      verdict: 'PASSED',
      findings: [{ code: 'FOLDER_NOT_LOADED', level: 'WARNING', why: expect.stringContaining('no such column') }],
    });
  });

  it('blames nobody for another body’s broken schema', async () => {
    const current = [publicationOf('interior'), { body: 'health', sdl: 'type Query {', programmes: null }];
    await expect(checkBody({ body: 'labour', current })).rejects.toMatchObject({
      code: 'COMPOSITION_FAILED',
      message: expect.stringContaining('[health]'),
    });
  });

  it('says which file cannot be read', async () => {
    await expect(checkBody({ body: 'labour', schema: '/nowhere.graphql' })).rejects.toMatchObject({
      code: 'CHECK_FILE_UNREADABLE',
    });
    await expect(checkBody({ body: 'nobody' })).rejects.toMatchObject({ code: 'CHECK_FILE_UNREADABLE' });
  });
});

function discoverNothing(): Promise<never> {
  return Promise.reject(new Error('data.ts: no such column'));
}

const catalogue = await readFile(path.join(path.dirname(supergraphFile), 'programmes.json'), 'utf8');

async function serve(reply: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_, response) => response.end(reply));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql` };
}

describe('samutphok body check', { timeout: 120_000 }, () => {
  const run = promisify(execFile);
  const bin = path.join(import.meta.dirname, '../../gateway/cli/bin.js');

  async function cli(
    ...args: readonly string[]
  ): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
    try {
      const { stdout, stderr } = await run(process.execPath, [bin, 'body', 'check', ...args]);
      return { status: 0, out: stdout, err: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, out: stdout, err: stderr };
    }
  }

  it('says in a line that a body may be published', async () => {
    expect(await cli('culture')).toEqual({ status: 0, out: 'culture: may be published\n', err: '' });
  });

  it('gives the report as JSON, and a status that CI understands', async () => {
    const schema = await fileOf(
      'bad.graphql',
      labour.sdl.replace('jobStatus: [JobStatus!]', 'jobStatus: [JobStatus!]!'),
    );
    const programmes = await fileOf('bad.json', labour.programmes ?? '');
    const { status, out } = await cli('labour', '--schema', schema, '--programmes', programmes, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      body: 'labour',
      verdict: 'REFUSED',
      findings: [{ code: 'FIELD_MUST_ALLOW_NULL', file: 'schema.graphql', line: 26 }],
    });
  });

  it('does not understand other languages', async () => {
    expect((await cli('labour', '--lang', 'fr')).status).toBe(2);
    expect((await cli()).status).toBe(2);
  });

  it('says which file cannot be read', async () => {
    const { status, err } = await cli('labour', '--schema', '/nowhere.graphql');
    expect([status, err.startsWith('samutphok: CHECK_FILE_UNREADABLE:')]).toEqual([1, true]);
  });
});
