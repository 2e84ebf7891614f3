import { describe, expect, it } from 'vitest';
import { readArtefact } from './artefact.ts';
import {
  checkSaying,
  databases,
  finding,
  markersOf,
  operator,
  passing,
  publicationOf,
  registryAt,
  staff,
  testKey,
} from './harness.ts';
import { createSqlStore } from './sql-store.ts';
import type { Registry, RegistryOptions } from './registry.ts';
import type { Outcome } from './publish.ts';

describe.each(databases)('a registry in $name', ({ newPlace }) => {
  async function opened(options: Partial<RegistryOptions> = {}): Promise<Registry> {
    return registryAt(await newPlace(), options);
  }

  it('publishes a version and an artefact that the key has signed', async () => {
    const registry = await opened();
    expect(registry.current()).toBeUndefined();
    const outcome = await registry.publish(publicationOf('health'), staff('health'));
    expect(outcome).toMatchObject({ kind: 'PUBLISHED', body: 'health', version: 1, sequence: 1 });
    const announced = registry.current();
    const artefact = readArtefact(announced?.text ?? '', [testKey.publicKey]);
    expect(markersOf(artefact)).toEqual({ health: 'v1' });
    expect(artefact.manifest).toMatchObject({
      sequence: 1,
      rolledBackTo: null,
      bodies: [{ body: 'health', version: 1 }],
    });
    expect(await registry.versions('health')).toMatchObject([
      {
        body: 'health',
        version: 1,
        publishedBy: 'developer-of-health',
        report: { verdict: 'PASSED' },
        proposalId: null,
      },
    ]);
  });

  it('gives the same content no second version', async () => {
    const registry = await opened();
    await registry.publish(publicationOf('health'), staff('health'));
    const again = await registry.publish(publicationOf('health'), staff('health', 'somebody-else'));
    expect(again).toEqual({ kind: 'UNCHANGED', body: 'health', version: 1, sequence: 1 });
    expect(await registry.versions(null)).toHaveLength(1);
  });

  it('publishes nothing that another body’s token brings', async () => {
    const registry = await opened();
    await expect(registry.publish(publicationOf('health'), staff('labour'))).rejects.toMatchObject({
      code: 'REGISTRY_BODY_REFUSED',
    });
    expect(registry.current()).toBeUndefined();
  });

  it('publishes nothing that the check refuses, that does not compose, or that is too large to look at', async () => {
    const registry = await opened({
      check: (publication, current) => {
        const level = publication.sdl.includes('unwanted') ? 'ERROR' : 'NOTE';
        return checkSaying(finding('UNWANTED', level))(publication, current);
      },
    });
    await registry.publish(publicationOf('health'), staff('health'));
    const refused = async (marker: string): Promise<Outcome> =>
      registry.publish(publicationOf('health', marker), staff('health'));
    expect(await refused('unwanted')).toMatchObject({ kind: 'REFUSED', report: { findings: [{ code: 'UNWANTED' }] } });
    expect(await refused('broken')).toMatchObject({ kind: 'REFUSED', report: { findings: [{ code: 'BROKEN' }, {}] } });
    const deep = { ...publicationOf('health'), sdl: `type T { a: ${'['.repeat(100)}` };
    expect(await registry.publish(deep, staff('health'))).toMatchObject({
      kind: 'REFUSED',
      report: { verdict: 'REFUSED', findings: [{ code: 'SDL_TOO_DEEP' }] },
    });
    const long = { ...publicationOf('health'), programmes: ' '.repeat(2 * 1024 * 1024) };
    expect(await registry.publish(long, staff('health'))).toMatchObject({
      report: { findings: [{ code: 'PROGRAMMES_TOO_LARGE', file: 'programmes.json' }] },
    });
    expect(registry.current()?.artefact.manifest.sequence).toBe(1);
    expect(await registry.versions(null)).toHaveLength(1);
  });

  it('keeps nothing of a dry run', async () => {
    const registry = await opened();
    expect(await registry.publish(publicationOf('culture'), staff('culture'), true)).toMatchObject({ kind: 'CHECKED' });
    expect(await registry.publish(publicationOf('culture', 'broken'), staff('culture'), true)).toMatchObject({
      kind: 'REFUSED',
    });
    expect(await registry.versions(null)).toEqual([]);
  });

  it('asks for the address of a body that is new', async () => {
    const registry = await opened();
    const published = registry.publish(publicationOf('culture'), staff('culture'));
    await expect(published).rejects.toMatchObject({ code: 'REGISTRY_ADDRESS_MISSING' });
    expect(await registry.registerAddress('culture', 'http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000/');
    await registry.publish(publicationOf('culture'), staff('culture'));
    await registry.publish(publicationOf('culture', 'v2'), staff('culture'));
    expect(registry.current()?.artefact.supergraph).toContain('(name: "culture", url: "http://127.0.0.1:4000/")');
  });

  it('tells gateways of a new address at once, and of the same address nothing', async () => {
    const registry = await opened();
    await registry.publish(publicationOf('health'), staff('health'));
    await registry.registerAddress('health', 'https://one.example/graphql');
    await registry.registerAddress('health', 'https://two.example/graphql');
    await registry.registerAddress('health', 'https://two.example/graphql');
    const { manifest, supergraph } = registry.current()?.artefact ?? {};
    expect(manifest).toMatchObject({ sequence: 3, bodies: [{ version: 1, address: 'https://two.example/graphql' }] });
    expect(supergraph).toContain('https://two.example/graphql');
  });

  describe('a publication that needs the yes of others', () => {
    const asking = checkSaying(finding('OVERRIDE', 'APPROVAL', ['labour', 'interior']));

    it('waits for all of them, and none of the yeses is the publisher’s', async () => {
      const registry = await opened({ check: asking });
      const pending = await registry.publish(publicationOf('health'), staff('health', 'somchai'));
      expect(pending).toMatchObject({ kind: 'PENDING', waitingFor: ['interior', 'labour'] });
      const id = proposalOf(pending);
      expect(registry.current()).toBeUndefined();
      const refused = { code: 'REGISTRY_APPROVER_REFUSED' };
      await expect(registry.approve(id, staff('health', 'somying'))).rejects.toMatchObject(refused);
      await expect(registry.approve(id, staff('labour', 'somchai'))).rejects.toMatchObject(refused);
      await expect(registry.approve(id, operator)).rejects.toMatchObject(refused);
      expect(await registry.approve(id, staff('labour'))).toMatchObject({ kind: 'PENDING', waitingFor: ['interior'] });
      expect(await registry.approve(id, staff('labour'))).toMatchObject({ kind: 'PENDING', waitingFor: ['interior'] });
      expect(await registry.proposals()).toMatchObject([{ id, approvals: [{ body: 'labour' }] }]);
      expect(await registry.approve(id, staff('interior'))).toMatchObject({ kind: 'PUBLISHED', version: 1 });
      expect(await registry.proposals()).toEqual([]);
      expect(await registry.versions('health')).toMatchObject([{ publishedBy: 'somchai', proposalId: id }]);
      await expect(registry.approve(id, staff('interior'))).rejects.toMatchObject({
        code: 'REGISTRY_PROPOSAL_UNKNOWN',
      });
    });

    it('is one proposal however often it is sent', async () => {
      const registry = await opened({ check: asking });
      const first = await registry.publish(publicationOf('health'), staff('health'));
      await registry.approve(proposalOf(first), staff('labour'));
      const second = await registry.publish(publicationOf('health'), staff('health'));
      expect(second).toMatchObject({ kind: 'PENDING', proposal: proposalOf(first), waitingFor: ['interior'] });
      expect(await registry.proposals()).toHaveLength(1);
    });

    it('needs a second person of the body itself when the finding names nobody', async () => {
      const registry = await opened({ check: checkSaying(finding('WEAKER', 'APPROVAL')) });
      const id = proposalOf(await registry.publish(publicationOf('health'), staff('health', 'somchai')));
      await expect(registry.approve(id, staff('health', 'somchai'))).rejects.toMatchObject({
        code: 'REGISTRY_APPROVER_REFUSED',
      });
      expect(await registry.approve(id, staff('health', 'somying'))).toMatchObject({ kind: 'PUBLISHED' });
    });

    it('is judged anew when the last yes comes', async () => {
      let isUnwanted = false;
      const check: RegistryOptions['check'] = (publication, current) =>
        (isUnwanted ? checkSaying(finding('REMOVED_IN_USE', 'ERROR')) : asking)(publication, current);
      const registry = await opened({ check });
      const id = proposalOf(await registry.publish(publicationOf('health'), staff('health')));
      await registry.approve(id, staff('labour'));
      isUnwanted = true;
      expect(await registry.approve(id, staff('interior'))).toMatchObject({ kind: 'REFUSED' });
      expect(registry.current()).toBeUndefined();
    });

    it('cannot be published any more when the body has published something else since', async () => {
      let check = asking;
      const registry = await opened({ check: (publication, current) => check(publication, current) });
      const id = proposalOf(await registry.publish(publicationOf('health', 'v1'), staff('health')));
      check = passing;
      await registry.publish(publicationOf('health', 'v2'), staff('health'));
      await expect(registry.approve(id, staff('labour'))).rejects.toMatchObject({ code: 'REGISTRY_PROPOSAL_OUTDATED' });
      await expect(registry.approve('no-such', staff('labour'))).rejects.toMatchObject({
        code: 'REGISTRY_PROPOSAL_UNKNOWN',
      });
    });
  });

  describe('a rollback', () => {
    it('is a new artefact with the content before', async () => {
      const registry = await withThree(await opened());
      const artefact = await registry.rollBack({});
      expect(artefact.manifest).toMatchObject({ sequence: 4, rolledBackTo: 2, bodies: [{ version: 2 }] });
      expect(registry.current()?.artefact).toEqual(artefact);
      expect(markersOf(artefact)).toEqual({ health: 'v2' });
    });

    it('goes back further each time, never forward to what was rolled back', async () => {
      const registry = await withThree(await opened());
      await registry.rollBack({});
      expect(markersOf(await registry.rollBack({}))).toEqual({ health: 'v1' });
      await expect(registry.rollBack({})).rejects.toMatchObject({ code: 'REGISTRY_SEQUENCE_UNKNOWN' });
    });

    it('never goes to what an earlier one has left', async () => {
      const registry = await opened();
      await registry.publish(publicationOf('health', 'v1'), staff('health'));
      await registry.publish(publicationOf('health', 'bad'), staff('health'));
      await registry.rollBack({});
      await registry.publish(publicationOf('health', 'bad too'), staff('health'));
      expect(markersOf(await registry.rollBack({}))).toEqual({ health: 'v1' });
      await expect(registry.rollBack({})).rejects.toMatchObject({ code: 'REGISTRY_SEQUENCE_UNKNOWN' });
    });

    it('goes to any artefact that is named', async () => {
      const registry = await withThree(await opened());
      await registry.rollBack({ to: 1 });
      expect(markersOf(await registry.rollBack({ to: 3 }))).toEqual({ health: 'v3' });
      await expect(registry.rollBack({ to: 99 })).rejects.toMatchObject({ code: 'REGISTRY_SEQUENCE_UNKNOWN' });
    });

    it('brings the old graph with today’s addresses', async () => {
      const registry = await withThree(await opened());
      await registry.registerAddress('health', 'https://new.example/graphql');
      const { manifest, supergraph } = await registry.rollBack({ to: 1 });
      expect(manifest.bodies).toMatchObject([{ version: 1, address: 'https://new.example/graphql' }]);
      expect(supergraph).toContain('https://new.example/graphql');
    });

    it('passes over artefacts that differ by an address alone', async () => {
      const registry = await withThree(await opened());
      await registry.registerAddress('health', 'https://new.example/graphql');
      expect(markersOf(await registry.rollBack({}))).toEqual({ health: 'v2' });
    });

    it('is what the next publication builds on, with a version number of its own', async () => {
      const registry = await withThree(await opened());
      await registry.publish(publicationOf('labour'), staff('labour'));
      await registry.rollBack({ to: 1 });
      const outcome = await registry.publish(publicationOf('health', 'v4'), staff('health'));
      expect(outcome).toMatchObject({ version: 4, sequence: 6 });
      expect(registry.current()?.artefact.manifest.bodies).toMatchObject([{ body: 'health', version: 4 }]);
    });

    it('takes a sequence above what gateways have seen, after a backup was put back', async () => {
      const registry = await withThree(await opened());
      expect((await registry.rollBack({ to: 3, above: 50 })).manifest.sequence).toBe(51);
      expect(await registry.publish(publicationOf('labour'), staff('labour'))).toMatchObject({ sequence: 52 });
    });

    it('needs something to go back to', async () => {
      const registry = await opened();
      await expect(registry.rollBack({})).rejects.toMatchObject({ code: 'REGISTRY_EMPTY' });
    });
  });

  describe('a seed', () => {
    const all = ['health', 'labour', 'interior'].map((body) => publicationOf(body));

    it('makes one artefact of all, and none when nothing has changed', async () => {
      const registry = await opened();
      await registry.seed(all);
      await registry.seed(all);
      expect(registry.current()?.artefact.manifest).toMatchObject({ sequence: 1, bodies: [{}, {}, {}] });
    });

    it('brings its own bodies up to date, and leaves what a developer has published', async () => {
      const registry = await opened();
      await registry.seed(all);
      await registry.publish(publicationOf('health', 'by hand'), staff('health'));
      await registry.seed([publicationOf('health', 'v2'), publicationOf('labour', 'v2'), publicationOf('interior')]);
      const artefact = registry.current()?.artefact;
      expect(artefact && markersOf(artefact)).toEqual({ health: 'by hand', labour: 'v2', interior: 'v1' });
      expect(artefact?.manifest.bodies.map(({ version }) => version)).toEqual([2, 1, 2]);
    });

    it('says why it does not compose', async () => {
      const registry = await opened();
      await expect(registry.seed([publicationOf('health', 'broken')])).rejects.toMatchObject({
        code: 'COMPOSITION_FAILED',
      });
    });
  });

  it('takes publications of several processes at once, each made of all that came before', async () => {
    const place = await newPlace();
    const [one, other] = await Promise.all([registryAt(place), registryAt(place)]);
    const outcomes = await Promise.all(
      [...Array(12).keys()].map((at) => {
        const body = ['health', 'labour', 'interior'][at % 3] ?? '';
        return (at % 2 === 0 ? one : other).publish(publicationOf(body, `n${at}`), staff(body));
      }),
    );
    const sequences = outcomes.map((outcome) => (outcome.kind === 'PUBLISHED' ? outcome.sequence : 0));
    expect(sequences.toSorted((a, b) => a - b)).toEqual([...Array(12).keys()].map((at) => at + 1));
    const store = createSqlStore(place.newDatabase());
    let before: Readonly<Record<string, string>> = {};
    for (let sequence = 1; sequence <= 12; sequence += 1) {
      const artefact = await store.artefact(sequence);
      const markers = artefact === undefined ? {} : markersOf(artefact);
      const changed = Object.keys(markers).filter((body) => markers[body] !== before[body]);
      expect(changed).toHaveLength(1);
      expect(markers).toMatchObject(Object.fromEntries(Object.entries(before).filter(([body]) => body !== changed[0])));
      before = markers;
    }
    await store.close();
  });

  it('notices what another process has published or rolled back, and tells who waits', async () => {
    const place = await newPlace();
    const [serving, other] = await Promise.all([registryAt(place, { watchMs: 20 }), registryAt(place)]);
    const waiting = serving.other(0, 30_000, new AbortController().signal);
    await other.publish(publicationOf('health'), staff('health'));
    expect((await waiting)?.artefact.manifest.sequence).toBe(1);
    const again = serving.other(1, 30_000, new AbortController().signal);
    await other.rollBack({ to: 1 });
    expect((await again)?.artefact.manifest).toMatchObject({ sequence: 2, rolledBackTo: 1 });
  });

  it('gives nobody an answer who waits for what does not come, or who has gone', async () => {
    const registry = await opened();
    await registry.publish(publicationOf('health'), staff('health'));
    const gone = new AbortController();
    const waiting = registry.other(1, 60_000, gone.signal);
    gone.abort();
    expect(await waiting).toBeUndefined();
    expect(await registry.other(1, 10, new AbortController().signal)).toBeUndefined();
    expect((await registry.other(5, 60_000, new AbortController().signal))?.artefact.manifest.sequence).toBe(1);
  });

  it('changes and removes nothing that is published', async () => {
    const place = await newPlace();
    const registry = await registryAt(place);
    await registry.publish(publicationOf('health'), staff('health'));
    const database = place.newDatabase();
    const statements = [
      'update registry_artefact set manifest = manifest',
      'delete from registry_artefact',
      "update registry_version set published_by = 'nobody'",
      'delete from registry_content',
      'insert into registry_artefact select 1, manifest, key_id, signature, supergraph_sha256, catalogue_sha256 from registry_artefact',
      'insert into registry_artefact select 0, manifest, key_id, signature, supergraph_sha256, catalogue_sha256 from registry_artefact',
    ];
    for (const statement of statements) {
      const changed = await database
        .write((transaction) => transaction.raw(statement))
        .then(
          (done) => done,
          () => undefined,
        );
      expect(changed).toBeUndefined();
    }
    await database.close();
    expect(await registry.versions(null)).toMatchObject([{ publishedBy: 'developer-of-health' }]);
    expect((await registry.rollBack({ to: 1 })).manifest.sequence).toBe(2);
  });
});

/** Three versions of one body. */
async function withThree(registry: Registry): Promise<Registry> {
  for (const marker of ['v1', 'v2', 'v3']) await registry.publish(publicationOf('health', marker), staff('health'));
  return registry;
}

function proposalOf(outcome: Outcome): string {
  return outcome.kind === 'PENDING' ? outcome.proposal : '';
}
