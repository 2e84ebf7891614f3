import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** Imports that the tree forbids; the linter must name each. */
const forbidden: readonly (readonly [file: string, code: string])[] = [
  ['gateway/kernel/canary.ts', `export { readConfig } from '../config/config.ts';\n`],
  ['gateway/merge/canary.ts', `export { composeBodyCall } from '../fetch/compose-body-call.ts';\n`],
  ['gateway/fetch/canary.ts', `export { default } from 'knex';\n`],
  ['gateway/http/canary.ts', `export { QueryPlanner } from '@apollo/query-planner';\n`],
  ['subgraphs/health/canary.ts', `export { registry } from '../labour/data.ts';\n`],
  ['subgraphs/labour/canary.ts', `export { readConfig } from '../../gateway/config/config.ts';\n`],
  ['subgraphs/_kit/canary.ts', `export { registry } from '../health/data.ts';\n`],
  ['schema/contract/canary.ts', `export { systemClock } from '../../gateway/kernel/clock.ts';\n`],
];

const planted = new Set<string>();

afterEach(() => {
  for (const file of planted) rmSync(file, { force: true });
  planted.clear();
});

function lint(file: string, code: string): string {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  planted.add(place);
  writeFileSync(place, code);
  return spawnSync(path.join(root, 'node_modules/.bin/oxlint'), [file], { cwd: root, encoding: 'utf8' }).stdout;
}

describe('the dependency rules', () => {
  it.each(forbidden)('refuse a planted import in %s', (file, code) => {
    expect(lint(file, code)).toContain('boundaries');
  });

  it('allow what the tree allows', () => {
    expect(lint('gateway/fetch/canary.ts', `export { systemClock } from '../kernel/clock.ts';\n`)).not.toContain(
      'boundaries',
    );
  });
});
