import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';

interface NamedMigration extends Knex.Migration {
  readonly name: string;
}

/** Migrations `<timestamp>_<what>.ts` of one folder, in the order of their names. */
export async function loadMigrations(directory: string): Promise<Knex.MigrationSource<NamedMigration>> {
  const files = (await readdir(directory)).filter((file) => /^\d{14}_[\w-]+\.ts$/u.test(file)).toSorted();
  const migrations = await Promise.all(files.map((file) => loadMigration(path.join(directory, file))));
  return {
    getMigrations: () => Promise.resolve(migrations),
    getMigrationName: (migration) => migration.name,
    getMigration: (migration) => Promise.resolve(migration),
  };
}

async function loadMigration(file: string): Promise<NamedMigration> {
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isMigration(module)) throw new TypeError(`${path.basename(file)} must export up and down`);
  return { name: path.basename(file), up: module.up, down: module.down };
}

function isMigration(module: unknown): module is Required<Knex.Migration> {
  return typeof module === 'object' && module !== null && 'up' in module && 'down' in module;
}
