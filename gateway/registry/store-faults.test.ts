import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import knex from 'knex';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  hasPostgres,
  markersOf,
  newFolder,
  postgresAddress,
  publicationOf,
  registryAt,
  sqlite,
  staff,
  type Place,
} from './harness.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import type { Registry } from './registry.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

describe('a registry whose file', () => {
  test('is read-only publishes nothing, says so, serves what there is, and publishes again when it may', async () => {
    const { registry, file } = await published();
    await chmod(file, 0o444);
    await expect(publish(registry, 'v2')).rejects.toMatchObject(failing('the file is read-only'));
    expect(await registry.versions('health')).toHaveLength(1);
    serves(registry, 'v1');
    await chmod(file, 0o600);
    await publish(registry, 'v2');
    serves(registry, 'v2');
  });

  test('may not grow any more publishes nothing more, and keeps everything that it receipted', async () => {
    const folder = await newFolder();
    const file = path.join(folder, 'registry.sqlite');
    const registry = await registryAt({
      dataDir: folder,
      newDatabase: () => openSqliteDatabase({ file, maxPages: 60 }),
    });
    const { last, refusal } = await publishUntilRefused(registry);
    expect(refusal).toMatchObject(failing('the disk is full'));
    expect(last).toBeGreaterThan(0);
    await registry.close();
    const again = await registryAt(placeOf(file));
    expect(await again.versions('health')).toHaveLength(last);
    expect(again.current()?.artefact.manifest.sequence).toBe(last);
  });

  test('is on a full disk publishes again when there is room', async (context) => {
    const folder = mountedFolder(context.skip);
    const ballast = path.join(folder, 'ballast');
    await writeFile(ballast, Buffer.alloc(500_000));
    const registry = await registryAt(placeOf(path.join(folder, 'registry.sqlite')));
    const { last, refusal } = await publishUntilRefused(registry);
    expect(refusal).toMatchObject(failing('the disk'));
    expect(registry.current()?.artefact.manifest.sequence).toBe(last);
    await rm(ballast);
    expect(await publish(registry, 'room again')).toMatchObject({ kind: 'PUBLISHED', sequence: last + 1 });
  });

  test.each([
    { what: 'was deleted', names: [''] },
    { what: 'has lost its log', names: ['-wal'] },
    { what: 'was deleted with its log and index', names: ['', '-wal', '-shm'] },
  ])('$what has lost nothing: the next publication brings it back', async ({ names }) => {
    const { registry, file } = await published();
    for (const name of names) await rm(`${file}${name}`);
    await publish(registry, 'v2');
    // Seen from outside, as after a crash of this process.
    const other = await registryAt(placeOf(file));
    expect(await other.versions('health')).toHaveLength(2);
    serves(other, 'v2');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await publish(registry, 'v3');
    serves(registry, 'v3');
  });

  test('is deleted while it is written has lost nothing', async () => {
    const { file } = await published();
    const database = openSqliteDatabase({ file });
    const address = { body: 'culture', revision: 1, url: 'http://127.0.0.1/', registered_by: 'operator', at: '' };
    const isWritten = await database.write(async (transaction) => {
      await transaction('registry_address').insert(address);
      await rm(file);
      return true;
    });
    expect(isWritten).toBe(true);
    // Seen from outside, as after a crash of this process.
    const other = await registryAt(placeOf(file));
    expect(await other.publish(publicationOf('culture'), staff('culture'))).toMatchObject({ sequence: 2 });
    await database.close();
  });

  test('was replaced by an older one takes nothing, and goes on serving', async () => {
    const { registry, file } = await published();
    const older = path.join(await newFolder(), 'older.sqlite');
    await (await registryAt(placeOf(older))).close();
    await rename(older, file);
    await expect(publish(registry, 'v2')).rejects.toMatchObject(failing('the file was replaced'));
    serves(registry, 'v1');
  });

  test('is no database is neither overwritten nor opened', async () => {
    const file = path.join(await newFolder(), 'registry.sqlite');
    await writeFile(file, 'a shopping list, and long enough to look like something'.repeat(100));
    await expect(registryAt(placeOf(file))).rejects.toMatchObject(failing('the file is not a database'));
    expect((await stat(file)).size).toBe(5_500);
  });

  test('lies in a folder that is a file is not opened', async () => {
    const folder = await newFolder();
    await writeFile(path.join(folder, 'taken'), '');
    const opening = registryAt(placeOf(path.join(folder, 'taken', 'registry.sqlite')));
    await expect(opening).rejects.toMatchObject({ code: 'REGISTRY_STORE_FAILED' });
  });

  test('is locked by another process publishes nothing while it is', async () => {
    const { registry, file } = await published();
    const other = knex({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true });
    onTestFinished(() => other.destroy());
    await other.raw('begin immediate');
    await expect(publish(registry, 'v2')).rejects.toMatchObject(failing('another process keeps the file locked'));
    await other.raw('rollback');
    await publish(registry, 'v2');
    serves(registry, 'v2');
  });
});

describe.runIf(hasPostgres)('a registry whose PostgreSQL', () => {
  test('cannot be reached is not opened', async () => {
    const place: Place = {
      dataDir: '',
      newDatabase: () => openPostgresDatabase({ connection: 'postgres://postgres@127.0.0.1:1/test', timeoutMs: 500 }),
    };
    await expect(registryAt(place)).rejects.toMatchObject(failing('the database server cannot be reached'));
  });

  test('has lost the tables, and got them back, serves what there is and then publishes again', async () => {
    const schema = `registry_test_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const db = knex({ client: 'pg', connection: postgresAddress });
    onTestFinished(async () => {
      await db.raw(`drop schema if exists ${schema} cascade`);
      await db.destroy();
    });
    const registry = await registryAt({
      dataDir: '',
      newDatabase: () => openPostgresDatabase({ connection: postgresAddress, schema }),
    });
    await publish(registry, 'v1');
    await db.raw(`alter schema ${schema} rename to ${schema}_away`);
    await expect(publish(registry, 'v2')).rejects.toMatchObject(failing('have gone'));
    serves(registry, 'v1');
    await db.raw(`alter schema ${schema}_away rename to ${schema}`);
    await publish(registry, 'v2');
    serves(registry, 'v2');
  });

  test('ends every connection publishes with the next one', async () => {
    const schema = `registry_test_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const db = knex({ client: 'pg', connection: postgresAddress });
    onTestFinished(async () => {
      await db.raw(`drop schema if exists ${schema} cascade`);
      await db.destroy();
    });
    const registry = await registryAt({
      dataDir: '',
      newDatabase: () => openPostgresDatabase({ connection: postgresAddress, schema }),
    });
    await publish(registry, 'v1');
    const { rows } = await db.raw('select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?', [
      schema,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    // The pool may hand out one of the ended connections before it has noticed.
    await expect.poll(() => publish(registry, 'v3').catch(() => undefined)).toMatchObject({ sequence: 2 });
    serves(registry, 'v3');
  });
});

function failing(problem: string): object {
  return { code: 'REGISTRY_STORE_FAILED', message: expect.stringContaining(problem) };
}

function placeOf(file: string): Place {
  return { dataDir: path.dirname(file), newDatabase: () => openSqliteDatabase({ file, lockTimeoutMs: 100 }) };
}

async function published(): Promise<{ readonly registry: Registry; readonly file: string }> {
  const { dataDir } = await sqlite.newPlace();
  const file = path.join(dataDir, 'registry.sqlite');
  await mkdir(dataDir, { recursive: true });
  const registry = await registryAt(placeOf(file));
  await publish(registry, 'v1');
  return { registry, file };
}

function publish(registry: Registry, marker: string): ReturnType<Registry['publish']> {
  return registry.publish(publicationOf('health', marker), staff('health'));
}

function serves(registry: Registry, marker: string): void {
  const artefact = registry.current()?.artefact;
  expect(artefact && markersOf(artefact)).toEqual({ health: marker });
}

/** The sequence that was receipted last, and why the next one was not. */
async function publishUntilRefused(registry: Registry): Promise<{ readonly last: number; readonly refusal: unknown }> {
  for (let last = 0; last < 500; last += 1) {
    const long = { ...publicationOf('health'), programmes: `"${String(last).repeat(8_000)}"` };
    const outcome = await registry.publish(long, staff('health')).catch((error: unknown) => error);
    if (outcome instanceof Error) return { last, refusal: outcome };
  }
  throw new Error('it never filled up');
}

/** A file system of one megabyte; only root may mount one, so the test is skipped for others. */
function mountedFolder(skip: (note: string) => never): string {
  const folder = path.join('/tmp', `samutphok-registry-small-${crypto.randomUUID()}`);
  try {
    execFileSync('mkdir', [folder]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return skip('SKIPPED: only root can mount a small file system to fill');
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
    execFileSync('rmdir', [folder]);
  });
  return folder;
}
