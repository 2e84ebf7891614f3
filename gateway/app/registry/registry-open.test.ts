import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyNames } from '../../../schema/contract/bodies.ts';
import type { Publication } from '../../../schema/contract/publication.ts';
import { systemClock } from '../../kernel/clock.ts';
import { newFolder, staff } from '../../registry/harness.ts';
import type { Registry } from '../../registry/registry.ts';
import { publicationOfFolder } from '../check/check-publications.ts';
import { openEmbeddedRegistry } from './registry-open.ts';

async function embedded(dataDir: string): Promise<Registry> {
  const log = { error: () => undefined };
  const registry = await openEmbeddedRegistry(dataDir, {
    clock: systemClock,
    log,
    addresses: { allowPrivate: true },
  });
  onTestFinished(() => registry.close());
  return registry;
}

/** Health's publication with one line put before another of its schema. */
async function healthWith(line: string, before = '  "Main health coverage'): Promise<Publication> {
  const health = await publicationOfFolder('health');
  expect(health.sdl).toContain(before);
  return { ...health, sdl: health.sdl.replace(before, `${line}\n${before}`) };
}

describe('the registry inside `samutphok start`', { timeout: 120_000 }, () => {
  it('begins with the subgraphs of this repository as their first versions, and with nothing new the next time', async () => {
    const dataDir = await newFolder();
    const first = await embedded(dataDir);
    const { manifest, supergraph, catalogue } = first.current()?.artefact ?? {};
    expect(manifest?.bodies.map(({ body }) => body)).toEqual([...bodyNames, 'casefile'].toSorted());
    expect(manifest?.bodies.every(({ version, address }) => version === 1 && address === null)).toBe(true);
    expect(supergraph).toContain('@join__graph(name: "health", url: "")');
    expect(JSON.parse(catalogue ?? '').programmes.length).toBeGreaterThan(100);
    await first.close();
    const second = await embedded(dataDir);
    expect(second.current()?.artefact.manifest.sequence).toBe(1);
  });

  it('publishes one body’s new schema after the whole check, and keeps it over a restart', async () => {
    const dataDir = await newFolder();
    const registry = await embedded(dataDir);
    const added = '  "Beds of the ward. / จำนวนเตียง"\n  wardBeds: Int @personal';
    const outcome = await registry.publish(await healthWith(added), staff('health'));
    expect(outcome).toMatchObject({ kind: 'PUBLISHED', version: 2, sequence: 2 });
    expect(registry.current()?.artefact.supergraph).toContain('wardBeds: Int');
    await registry.close();
    const again = await embedded(dataDir);
    expect(again.current()?.artefact.supergraph).toContain('wardBeds: Int');
    expect((await again.rollBack({})).supergraph).not.toContain('wardBeds');
  });

  it('refuses what the check refuses, with the line of the body’s own file', async () => {
    const registry = await embedded(await newFolder());
    const undescribed = await registry.publish(await healthWith('  secret: String'), staff('health'));
    expect(undescribed).toMatchObject({ kind: 'REFUSED', report: { verdict: 'REFUSED' } });
    const own = await publicationOfFolder('health');
    const file = own.sdl.slice(own.sdl.indexOf('type Household @key(fields: "houseCode") @personal(kind: STATUS) {'));
    const line = file.slice(0, file.indexOf('  "Main health coverage')).split('\n').length;
    const found = undescribed.kind === 'REFUSED' ? undescribed.report.findings : [];
    expect(found).toContainEqual(
      expect.objectContaining({ level: 'ERROR', file: 'schema.graphql', line, coordinate: 'HealthRecord.secret' }),
    );
    expect(registry.current()?.artefact.manifest.sequence).toBe(1);
  });
});
