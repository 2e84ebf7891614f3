import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../schema/contract/publication.ts';
import { readSharedSchema } from '../../../subgraphs/_kit/shared-schema.ts';
import { readArtefact } from '../../registry/artefact.ts';
import { readPublicKeyFile } from '../../registry/public-keys.ts';
import { checkSaying, finding, newKey } from '../../registry/harness.ts';
import { registryFiles } from './registry-open.ts';
import { openRegistryScene, smallBody, smallGraph, type RegistryScene } from './registry-scene.ts';

async function seeded(): Promise<RegistryScene> {
  const scene = await openRegistryScene();
  await scene.registry.seed(smallGraph);
  return scene;
}

describe('a registry over HTTP', () => {
  it('publishes for the body that the token names, and says what came of it', async () => {
    const { post, tokenOf, address, dataDir } = await seeded();
    const answer = await post('/registry/publish', tokenOf('health'), smallBody('health', 'visits: Int'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ kind: 'PUBLISHED', body: 'health', version: 2, sequence: 2 });
    const artefact = await fetch(`${address}/registry/artefact`);
    expect([artefact.status, artefact.headers.get('etag')]).toEqual([200, '"2"']);
    const text = await artefact.text();
    const keys = await readPublicKeyFile(registryFiles(dataDir).publicKey);
    expect(readArtefact(text, keys).supergraph).toContain('visits: Int');
    expect(() => readArtefact(text, [newKey().publicKey])).toThrow(/signature/u);
  });

  it('checks without keeping anything on a dry run', async () => {
    const { post, tokenOf, registry } = await seeded();
    const good = await post('/registry/publish?dry-run=true', tokenOf('health'), smallBody('health', 'visits: Int'));
    expect([good.status, await good.json()]).toMatchObject([200, { kind: 'CHECKED' }]);
    const bad = await post('/registry/publish?dry-run=true', tokenOf('health'), smallBody('health', 'visits: No'));
    expect(bad.status).toBe(422);
    expect(registry.current()?.artefact.manifest.sequence).toBe(1);
  });

  describe('keeps back', () => {
    const fresh = smallBody('health', 'visits: Int');
    const types = Array.from({ length: 500 }, (_, at) => `type T${at} { a: Int }`).join('\n');

    it.each([
      ['broken SDL', { ...fresh, sdl: 'type Query {\n a Int\n}' }, 'COMPOSITION_INVALID_GRAPHQL', 2],
      ['SDL that is no GraphQL at all', { ...fresh, sdl: 'type Q {\n\n "no end\n}' }, 'SDL_SYNTAX', 3],
      ['a type that nobody has', smallBody('health', 'visits: Nobody'), 'COMPOSITION_INVALID_GRAPHQL', 9],
      [
        'a field that another body owns',
        { ...fresh, sdl: fresh.sdl.replace('houseCode: ID!', 'houseCode: ID!\n  labour: LabourRecord') + labourStub },
        'COMPOSITION_INVALID_FIELD_SHARING',
        5,
      ],
      ['an explosion of types', { ...fresh, sdl: fresh.sdl + types }, 'SDL_TOO_MANY_TYPES', null],
      [
        'deep nesting',
        { ...fresh, sdl: `type T {\n a: ${'['.repeat(9_000)}Int${']'.repeat(9_000)} }` },
        'SDL_TOO_DEEP',
        2,
      ],
      [
        'a schema of more than a mebibyte',
        { ...fresh, sdl: `"${'x'.repeat(1_100_000)}" scalar A` },
        'SDL_TOO_LARGE',
        1,
      ],
      ['programmes that are no JSON', { ...fresh, programmes: '{' }, 'PROGRAMMES_INVALID', null],
      [
        'programmes of another body',
        { ...fresh, programmes: '{"facts":[],"programmes":[{"id":"x","body":"labour"}]}' },
        'PROGRAMMES_INVALID',
        null,
      ],
    ])('%s, and says which line', async (_what, publication, code, line) => {
      const { post, tokenOf, registry } = await seeded();
      const answer = await post('/registry/publish', tokenOf('health'), publication);
      expect(answer.status).toBe(422);
      const { errors, report } = await jsonOf<Refused>(answer);
      expect(errors).toMatchObject([{ extensions: { code: 'REGISTRY_PUBLICATION_REFUSED' } }]);
      expect(report).toMatchObject({ body: 'health', verdict: 'REFUSED' });
      expect(report.findings[0]).toMatchObject({ code, level: 'ERROR', ...(line !== null && { line }) });
      expect(registry.current()?.artefact.manifest.sequence).toBe(1);
    });

    it.each([
      ['an address of its own', { ...fresh, url: 'http://169.254.169.254/' }, 400, 'REGISTRY_ADDRESS_NOT_TAKEN'],
      ['a key that nobody knows', { ...fresh, more: 1 }, 400, 'REGISTRY_PUBLICATION_INVALID'],
      ['a body whose name is a path', { ...fresh, body: '../health' }, 400, 'REGISTRY_PUBLICATION_INVALID'],
      ['a schema that is no text', { ...fresh, sdl: { a: 1 } }, 400, 'REGISTRY_PUBLICATION_INVALID'],
      ['what is no JSON', '{"body":', 400, 'REQUEST_JSON_INVALID'],
      ['what would change prototypes', '{"__proto__":{"body":"health"}}', 400, 'REQUEST_JSON_INVALID'],
      ['more than four mebibytes', { ...fresh, programmes: 'x'.repeat(5_000_000) }, 413, 'REQUEST_TOO_LARGE'],
      ['the publication of another body', smallBody('labour', 'wage: Int'), 403, 'REGISTRY_BODY_REFUSED'],
    ])('%s', async (_what, body, status, code) => {
      const { post, tokenOf, registry } = await seeded();
      const answer = await post('/registry/publish', tokenOf('health'), body);
      expect([answer.status, await answer.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
      expect(registry.current()?.artefact.manifest.sequence).toBe(1);
    });

    it('everybody who is not the body’s developer', async () => {
      const { post, tokenOf, registry, address } = await seeded();
      const officer = tokenOf('health', { role: 'body-officer' });
      const refused = { errors: [{ extensions: { code: 'REGISTRY_ROLE_REFUSED' } }] };
      expect(await (await post('/registry/publish', officer, fresh)).json()).toMatchObject(refused);
      const caseworker = tokenOf('health', { role: 'caseworker' });
      expect((await post('/registry/publish', caseworker, fresh)).status).toBe(403);
      const other = await openRegistryScene();
      const foreign = await post('/registry/publish', other.tokenOf('health'), fresh);
      expect([foreign.status, await foreign.json()]).toMatchObject([
        401,
        { errors: [{ extensions: { code: 'IDENTITY_INVALID' } }] },
      ]);
      const anonymous = await fetch(`${address}/registry/publish`, { method: 'POST', body: '{}' });
      expect(anonymous.status).toBe(401);
      for (const path of ['versions', 'approvals']) {
        expect((await fetch(`${address}/registry/${path}`)).status).toBe(401);
      }
      expect(registry.current()?.artefact.manifest.sequence).toBe(1);
    });

    it('a token that has expired', async () => {
      let now = Date.now();
      const clock = { now: () => now, after: () => () => undefined };
      const scene = await openRegistryScene({ identityClock: clock });
      await scene.registry.seed(smallGraph);
      const token = scene.tokenOf('health', { ttlMs: 60_000 });
      now += 120_000;
      const answer = await scene.post('/registry/publish', token, fresh);
      expect([answer.status, await answer.json()]).toMatchObject([
        401,
        { errors: [{ extensions: { code: 'IDENTITY_EXPIRED' } }] },
      ]);
    });
  });

  it('shows the developer’s own line where the shared schema comes before it', async () => {
    const { post, tokenOf } = await seeded();
    const sdl = `${readSharedSchema()}\ntype Household @key(fields: "houseCode") {\n houseCode ID!\n}`;
    const answer = await post('/registry/publish', tokenOf('health'), { ...smallBody('health'), sdl });
    const { report } = await jsonOf<Refused>(answer);
    expect(report.findings).toContainEqual(expect.objectContaining({ file: 'schema.graphql', line: 2 }));
  });

  it('publishes what needs the yes of another body when that body has said it', async () => {
    const check = checkSaying(finding('OVERRIDE', 'APPROVAL', ['labour']));
    const { post, tokenOf, address, registry } = await openRegistryScene({ check });
    await registry.seed(smallGraph);
    const pending = await post(
      '/registry/publish',
      tokenOf('health', { subject: 'somchai' }),
      smallBody('health', 'a: Int'),
    );
    expect(pending.status).toBe(202);
    const { proposal, waitingFor } = await jsonOf<{ proposal: string; waitingFor: string[] }>(pending);
    expect(waitingFor).toEqual(['labour']);
    const officer = tokenOf('labour', { role: 'body-officer', subject: 'somying' });
    const listed = await fetch(`${address}/registry/approvals`, { headers: { authorization: `Bearer ${officer}` } });
    expect(await listed.json()).toMatchObject([{ id: proposal, body: 'health', proposedBy: 'somchai' }]);
    const path = `/registry/approvals/${proposal}`;
    expect((await post(path, tokenOf('health'), {})).status).toBe(403);
    expect((await post(path, tokenOf('labour', { subject: 'somchai' }), {})).status).toBe(403);
    expect((await post(path, tokenOf('labour', { role: 'supervisor' }), {})).status).toBe(403);
    expect((await post('/registry/approvals/none', officer, {})).status).toBe(404);
    const published = await post(path, officer, {});
    expect([published.status, await published.json()]).toMatchObject([200, { kind: 'PUBLISHED', version: 2 }]);
    const versions = await fetch(`${address}/registry/versions?body=health`, {
      headers: { authorization: `Bearer ${officer}` },
    });
    expect(await versions.json()).toMatchObject([
      { version: 2, publishedBy: 'somchai', proposalId: proposal },
      { version: 1, publishedBy: 'seed' },
    ]);
  });

  it('lets who has the newest artefact wait, and answers at the next', async () => {
    const { post, tokenOf, address } = await seeded();
    const again = await fetch(`${address}/registry/artefact`, { headers: { 'if-none-match': '"1"' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(`${address}/registry/artefact?after=1&wait=0`)).status).toBe(304);
    const waiting = fetch(`${address}/registry/artefact?after=1&wait=25`);
    await post('/registry/publish', tokenOf('health'), smallBody('health', 'visits: Int'));
    const answer = await waiting;
    expect([answer.status, await answer.json()]).toMatchObject([200, { manifest: { sequence: 2 } }]);
    expect((await fetch(`${address}/registry/artefact?after=9&wait=25`)).status).toBe(200);
    expect((await fetch(`${address}/registry/artefact?after=x`)).status).toBe(400);
  });

  it('keeps the connection of who waits, for longer than a silent one may last', async () => {
    const { registry, address } = await openRegistryScene({ silenceMs: 100 });
    await registry.seed(smallGraph);
    expect((await fetch(`${address}/registry/artefact?after=1&wait=1`)).status).toBe(304);
  });

  it('says so when nothing is published yet', async () => {
    const { address } = await openRegistryScene();
    const answer = await fetch(`${address}/registry/artefact?wait=0`);
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'REGISTRY_EMPTY' } }] },
    ]);
  });

  it('keeps nobody waiting when it ends', async () => {
    const { address, server } = await seeded();
    const waiting = fetch(`${address}/registry/artefact?after=1&wait=25`);
    await fetch(`${address}/registry/artefact`);
    await server.close();
    expect((await waiting).status).toBe(304);
  });
});

interface Refused {
  readonly errors: readonly unknown[];
  readonly report: CheckReport;
}

async function jsonOf<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T;
}

const labourStub = '\ntype LabourRecord { found: Boolean! }';
