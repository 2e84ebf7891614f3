import { describe, expect, it } from 'vitest';
import { readArtefact, signArtefact, type Artefact, type ArtefactParts } from './artefact.ts';
import { newKey, testKey } from './harness.ts';

const parts: ArtefactParts = {
  manifest: {
    sequence: 7,
    createdAt: '2022-08-10T03:00:00.000Z',
    composer: '@apollo/composition 2.14.4',
    policySha256: '0'.repeat(64),
    bodies: [
      {
        body: 'health',
        version: 3,
        sha256: '1'.repeat(64),
        publishedAt: '2022-08-09T00:00:00.000Z',
        address: 'https://health.example/graphql',
      },
    ],
    rolledBackTo: null,
  },
  supergraph: 'type Query { สุขภาพ: String }',
  catalogue: '{"programmes":[]}',
};

const artefact = signArtefact(parts, testKey);
const keys = [testKey.publicKey];

function refusing(problem: RegExp): { readonly code: string; readonly message: RegExp } {
  return expect.objectContaining({
    code: 'REGISTRY_ARTEFACT_INVALID',
    message: expect.stringMatching(problem),
  });
}

describe('an artefact', () => {
  it('is read as it was signed, whatever the order of its keys on the way', () => {
    const { manifest, ...rest } = artefact;
    const shuffled = { ...rest, manifest: Object.fromEntries(Object.entries(manifest).toReversed()) };
    expect(readArtefact(JSON.stringify(shuffled), keys)).toEqual(artefact);
  });

  it('is read with any of the keys that are trusted while a key is being changed', () => {
    expect(readArtefact(JSON.stringify(artefact), [newKey().publicKey, testKey.publicKey])).toEqual(artefact);
  });

  it('is refused with another key', () => {
    expect(() => readArtefact(JSON.stringify(artefact), [newKey().publicKey])).toThrow(refusing(/signature/u));
    expect(() => readArtefact(JSON.stringify(artefact), [])).toThrow(refusing(/signature/u));
  });

  const changed: readonly (readonly [what: string, change: (whole: Artefact) => unknown, problem: RegExp])[] = [
    ['its supergraph', (whole) => ({ ...whole, supergraph: `${whole.supergraph} ` }), /supergraph/u],
    ['its programmes', (whole) => ({ ...whole, catalogue: '{}' }), /programmes/u],
    ['its sequence', (whole) => withManifest(whole, { sequence: 8 }), /signature/u],
    ['its rules of access', (whole) => withManifest(whole, { policySha256: 'f'.repeat(64) }), /signature/u],
    ['a version', (whole) => withManifest(whole, { bodies: [] }), /signature/u],
    ['its signature', (whole) => ({ ...whole, signature: 'A'.repeat(86) }), /signature/u],
    ['a key that nobody knows', (whole) => ({ ...whole, more: 1 }), /shape/u],
    ['a sequence of nothing', (whole) => withManifest(whole, { sequence: 0 }), /shape.*manifest\.sequence/u],
    ['its composer', () => signArtefact(withComposer('some-composer 9'), testKey), /Federation 2/u],
  ];

  it.each(changed)('is refused when somebody changed %s', (_what, change, problem) => {
    expect(() => readArtefact(JSON.stringify(change(artefact)), keys)).toThrow(refusing(problem));
  });

  it.each(['', 'null', '[]', '{"manifest":', '<html>'])('is refused when it is %s', (text) => {
    expect(() => readArtefact(text, keys)).toThrow(refusing(/JSON|shape/u));
  });
});

function withManifest(whole: Artefact, change: Partial<Artefact['manifest']>): unknown {
  return { ...whole, manifest: { ...whole.manifest, ...change } };
}

function withComposer(composer: string): ArtefactParts {
  return { ...parts, manifest: { ...parts.manifest, composer } };
}
