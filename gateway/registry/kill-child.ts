import { writeSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { systemClock } from '../kernel/clock.ts';
import { sha256 } from './artefact.ts';
import { createPlacer } from './findings.ts';
import { openRegistry } from './registry.ts';
import { createSqlStore } from './sql-store.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

/**
 * `node kill-child.ts <data folder>`: publishes, and rolls back now and then, until the process is killed; each receipt
 * is on standard output before anything else happens. For kill.test.ts.
 */
const registry = await openRegistry({
  store: createSqlStore(openSqliteDatabase({ file: path.join(process.argv[2] ?? '', 'registry.sqlite') })),
  key: { kid: 'kill', privateKey: generateKeyPairSync('ed25519').privateKey },
  clock: systemClock,
  compose: (publications) =>
    Promise.resolve({
      kind: 'COMPOSED',
      supergraph: publications.map(({ sdl }) => sdl).join('\n'),
      policySha256: sha256(''),
      catalogue: '{}',
      composer: '@apollo/composition 2.0.0-test',
    }),
  check: ({ body }) => Promise.resolve({ body, verdict: 'PASSED', findings: [] }),
  place: createPlacer(''),
  addresses: { allowPrivate: true },
});
await registry.registerAddress('health', 'http://127.0.0.1:4110/graphql');

for (let count = 0; ; count += 1) {
  const sdl = `type Query { a: Int } # ${process.pid} ${count}`;
  // oxlint-disable-next-line no-await-in-loop -- one publication after another, each receipted
  const outcome = await registry.publish({ body: 'health', sdl, programmes: null }, { kind: 'OPERATOR' });
  if (outcome.kind === 'PUBLISHED') writeSync(1, `${outcome.sequence} ${outcome.version} ${sha256(sdl)}\n`);
  // oxlint-disable-next-line no-await-in-loop -- as above
  if (count % 5 === 4) writeSync(1, `${(await registry.rollBack({})).manifest.sequence} 0 0\n`);
}
