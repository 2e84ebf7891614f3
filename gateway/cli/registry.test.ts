import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bodyNames } from '../../schema/contract/bodies.ts';
import { openRegistryScene, smallBody, smallGraph } from '../app/registry/registry-scene.ts';
import { main } from './main.ts';

describe('samutphok registry', { timeout: 120_000 }, () => {
  it('seeds, addresses, publishes and rolls back on the data folder, as its operator', async () => {
    const data = ['--data', await newFolder()];
    expect(await samutphok('registry', 'versions', ...data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Nothing is published yet'),
    });
    expect(await samutphok('registry', 'seed', ...data)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        new RegExp(`^artefact 1: ${bodyNames.length + 1} subgraphs\\nwithout an address[^\\n]*health`, 'u'),
      ),
    });
    expect((await samutphok('registry', 'key', ...data)).stdout).toMatch(/^-----BEGIN PUBLIC KEY-----\n/u);
    expect(await samutphok('registry', 'address', 'health', 'https://169.254.169.254/', ...data)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^samutphok: REGISTRY_ADDRESS_REFUSED: [^\n]*\n$/u),
    });
    expect(await samutphok('registry', 'address', 'health', 'http://127.0.0.1:4110/graphql', ...data)).toMatchObject({
      status: 1,
    });
    const allowed = ['http://127.0.0.1:4110/graphql', '--allow-private', ...data];
    expect(await samutphok('registry', 'address', 'health', ...allowed)).toMatchObject({
      status: 0,
      stdout: 'health: http://127.0.0.1:4110/graphql\n',
    });
    expect(await samutphok('registry', 'publish', 'health', ...data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('has this content already'),
    });
    const schema = path.join(await newFolder(), 'schema.graphql');
    await writeFile(schema, 'type Query {\n  health Int\n}\n');
    expect(await samutphok('registry', 'publish', 'health', '--schema', schema, ...data)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/schema\.graphql:2 {2}ERROR[\s\S]*health is not published/u),
    });
    expect(await samutphok('registry', 'rollback', '--to', '1', ...data)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^artefact 3 is artefact 1 again: agriculture 1, bangkok 1/u),
    });
    expect(await samutphok('registry', 'rollback', ...data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('REGISTRY_SEQUENCE_UNKNOWN'),
    });
    expect((await samutphok('registry', 'versions', 'health', ...data)).stdout).toMatch(
      /^health 1 {2}\S+ {2}seed {2}PASSED/u,
    );
  });

  it('publishes and shows versions at a registry elsewhere, with a token', async () => {
    const { registry, address, tokenOf } = await openRegistryScene();
    await registry.seed(smallGraph);
    const folder = await newFolder();
    const [schema, programmes, token] = ['schema', 'programmes', 'token'].map((name) => path.join(folder, name));
    const { sdl, programmes: text } = smallBody('health', 'visits: Int');
    await writeFile(schema ?? '', sdl);
    await writeFile(programmes ?? '', text ?? '');
    await writeFile(token ?? '', `${tokenOf('health')}\n`);
    const remote = ['--registry', address, '--token-file', token ?? ''];
    const files = ['--schema', schema ?? '', '--programmes', programmes ?? ''];
    expect(await samutphok('registry', 'publish', 'health', ...files, ...remote, '--dry-run')).toMatchObject({
      status: 0,
      stdout: 'health would be published. Nothing was kept.\n',
    });
    expect(await samutphok('registry', 'publish', 'health', ...files, ...remote, '--lang', 'th')).toMatchObject({
      status: 0,
      stdout: 'เผยแพร่ health รุ่น 2 แล้ว ชุดลำดับ 2\n',
    });
    expect((await samutphok('registry', 'versions', 'health', ...remote)).stdout).toMatch(
      /^health 2 .* demo-body-developer .*\nhealth 1 .* seed /u,
    );
    expect((await samutphok('registry', 'approvals', ...remote)).stdout).toContain('Nothing waits');
    expect(await samutphok('registry', 'publish', 'labour', ...files, ...remote)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^samutphok: REGISTRY_BODY_REFUSED: The token is not for body labour/u),
    });
    expect(await samutphok('registry', 'approve', 'none', ...remote)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('REGISTRY_PROPOSAL_UNKNOWN'),
    });
  });

  it.each([
    [['approve', 'x'], 'CONFIG_INVALID: --registry'],
    [['approve', 'x', '--registry', 'http://127.0.0.1:1'], 'CONFIG_INVALID: --token-file'],
    [['publish', 'health', '--registry', 'http://127.0.0.1:1', '--token', 'x'], 'REGISTRY_UNREACHABLE'],
    [['publish', 'nobody'], 'CHECK_FILE_UNREADABLE'],
  ])('says what is missing for %j', async (words, problem) => {
    const { status, stderr } = await samutphok('registry', ...words);
    expect([status, stderr]).toEqual([1, expect.stringContaining(problem)]);
  });

  it.each([['rollback', '--to', 'x'], ['publish'], ['shred']])('ends with status 2 for %s %s', async (...words) => {
    expect(await samutphok('registry', ...words)).toMatchObject({ status: 2, stdout: '' });
  });
});

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function samutphok(...args: readonly string[]): Promise<Ran> {
  const texts = { stdout: '', stderr: '' };
  const told =
    (name: 'stdout' | 'stderr', end = '') =>
    (text: unknown) => {
      texts[name] += `${String(text)}${end}`;
      return true;
    };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(told('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(told('stderr', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(told('stdout')),
    vi.spyOn(process.stderr, 'write').mockImplementation(told('stderr')),
  ];
  try {
    await main(args);
    return { status: Number(process.exitCode ?? 0), ...texts };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samutphok-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
