import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isCodedError } from '../../../schema/contract/error-codes.ts';
import { systemClock } from '../../kernel/clock.ts';
import type { Artefact } from '../../registry/artefact.ts';
import { newFolder } from '../../registry/harness.ts';
import type { Follower } from '../../registry/follower.ts';
import { openRegistryFollower } from './registry-follower.ts';
import { registryFiles } from './registry-open.ts';
import { openRegistryScene, smallBody, smallGraph, type RegistryScene } from './registry-scene.ts';

interface Gateway {
  readonly follower: Follower;
  readonly taken: readonly Artefact[];
  readonly warnings: readonly string[];
  readonly dataDir: string;
}

async function gatewayAt(address: string, publicKeyFile: string, dataDir?: string): Promise<Gateway> {
  const folder = dataDir ?? (await newFolder());
  const taken: Artefact[] = [];
  const warnings: string[] = [];
  const follower = await openRegistryFollower({
    registry: address,
    publicKeyFile,
    dataDir: folder,
    clock: systemClock,
    random: Math.random,
    log: { warn: (fields: { readonly code: string }) => warnings.push(fields.code) },
  });
  onTestFinished(() => follower.close());
  follower.follow(async (artefact) => {
    taken.push(artefact);
  });
  return { follower, taken, warnings, dataDir: folder };
}

function sequenceOf({ manifest }: Artefact): number {
  return manifest.sequence;
}

/** The markers of the two bodies that take turns, and the versions that the manifest says they have. */
function contentOf({ supergraph, manifest }: Artefact): Readonly<Record<string, string | number | undefined>> {
  const marker = (body: string): string | undefined =>
    new RegExp(`${body}_(?<count>\\d+): Int`, 'u').exec(supergraph)?.groups?.['count'];
  const version = (body: string): number | undefined => manifest.bodies.find((each) => each.body === body)?.version;
  return {
    health: marker('health'),
    labour: marker('labour'),
    healthVersion: version('health'),
    labourVersion: version('labour'),
  };
}

async function seeded(): Promise<RegistryScene> {
  const scene = await openRegistryScene({ watchMs: 50 });
  await scene.registry.seed(smallGraph);
  return scene;
}

describe('gateways that follow a registry over HTTP', () => {
  it('see a hundred publications and rollbacks in order, none of them mixed', { timeout: 240_000 }, async () => {
    const scene = await seeded();
    const { publicKey } = registryFiles(scene.dataDir);
    const [one, other] = [await gatewayAt(scene.address, publicKey), await gatewayAt(scene.address, publicKey)];
    const wanted = new Map<number, object>();
    for (let count = 1; count <= 100; count += 1) {
      if (count % 4 === 0) {
        const artefact = await scene.registry.rollBack({});
        wanted.set(sequenceOf(artefact), contentOf(artefact));
        continue;
      }
      const body = count % 2 === 0 ? 'health' : 'labour';
      const publication = smallBody(body, `${body}_${count}: Int`);
      const answer = await scene.post('/registry/publish', scene.tokenOf(body), publication);
      expect(answer.status).toBe(200);
      const artefact = scene.registry.current()?.artefact;
      if (artefact !== undefined) wanted.set(sequenceOf(artefact), contentOf(artefact));
    }
    expect(wanted.size).toBe(100);
    for (const { taken, warnings } of [one, other]) {
      await expect.poll(() => taken.at(-1)?.manifest.sequence, { timeout: 5_000 }).toBe(101);
      const sequences = taken.map(sequenceOf);
      expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
      for (const artefact of taken) expect(contentOf(artefact)).toEqual(wanted.get(sequenceOf(artefact)));
      expect(warnings).toEqual([]);
    }
  });

  it('have a publication within two seconds, and a rollback of another process too', async () => {
    const scene = await seeded();
    const gateway = await gatewayAt(scene.address, registryFiles(scene.dataDir).publicKey);
    const other = await openRegistryScene({ dataDir: scene.dataDir });
    await other.registry.registerAddress('health', 'http://127.0.0.1:4110/graphql');
    const began = performance.now();
    await expect.poll(() => gateway.taken.length, { interval: 5 }).toBe(1);
    await other.registry.rollBack({ to: 1 });
    await expect.poll(() => gateway.taken.length, { interval: 5 }).toBe(2);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(gateway.taken.at(-1)?.manifest).toMatchObject({ sequence: 3, rolledBackTo: 1 });
  });

  it('go on, and start, while the registry is down, and follow it when it is back', { timeout: 60_000 }, async () => {
    const scene = await seeded();
    const { publicKey } = registryFiles(scene.dataDir);
    const running = await gatewayAt(scene.address, publicKey);
    await scene.close();
    await expect.poll(() => running.warnings, { timeout: 5_000 }).toEqual(['REGISTRY_UNREACHABLE']);
    const started = await gatewayAt(scene.address, publicKey, running.dataDir);
    expect(started.follower.first.manifest.sequence).toBe(1);
    const port = Number(new URL(scene.address).port);
    const back = await openRegistryScene({ dataDir: scene.dataDir, port });
    await back.post('/registry/publish', back.tokenOf('health'), smallBody('health', 'health_1: Int'));
    for (const { taken } of [running, started]) {
      await expect.poll(() => taken.map(sequenceOf), { timeout: 15_000 }).toEqual([2]);
    }
    const kept = path.join(running.dataDir, 'registry-artefact.json');
    await expect.poll(async () => JSON.parse(await readFile(kept, 'utf8')).manifest.sequence).toBe(2);
  });

  it('do not start without a registry, a last good artefact or the registry’s key', async () => {
    const scene = await seeded();
    const { publicKey } = registryFiles(scene.dataDir);
    await expect(gatewayAt(scene.address, path.join(scene.dataDir, 'no-such.pem'))).rejects.toMatchObject({
      code: 'REGISTRY_KEY_INVALID',
    });
    await expect(gatewayAt('file:///etc/passwd', publicKey)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    const empty = await openRegistryScene();
    const refused = await gatewayAt(empty.address, publicKey).catch((error: unknown) => error);
    expect(isCodedError(refused) && refused.code).toBe('REGISTRY_UNREACHABLE');
    const impostor = await openRegistryScene();
    await impostor.registry.seed(smallGraph);
    await expect(gatewayAt(impostor.address, publicKey)).rejects.toMatchObject({ code: 'REGISTRY_ARTEFACT_INVALID' });
  });
});
