import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

const sha256Hex = z.string().regex(/^[\da-f]{64}$/u);

const manifestShape = z.strictObject({
  sequence: z.int().min(1),
  createdAt: z.iso.datetime(),
  composer: z.string().max(100),
  supergraphSha256: sha256Hex,
  policySha256: sha256Hex,
  catalogueSha256: sha256Hex,
  bodies: z.array(
    z.strictObject({
      body: z.string().max(60),
      version: z.int().min(1),
      sha256: sha256Hex,
      publishedAt: z.iso.datetime(),
      /** Null for a subgraph in the gateway's own process. */
      address: z.string().max(500).nullable(),
    }),
  ),
  rolledBackTo: z.int().min(1).nullable(),
});

const artefactShape = z.strictObject({
  manifest: manifestShape,
  keyId: z.string().max(100),
  signature: z.string().regex(/^[\w-]{86}$/u),
  supergraph: z.string(),
  catalogue: z.string(),
});

/** What is signed: which supergraph, which rules of access, which programmes, out of which versions. */
export type Manifest = Readonly<z.infer<typeof manifestShape>>;

/** What a gateway runs. `supergraph` and `catalogue` are the texts whose digests the signed manifest holds. */
export type Artefact = Readonly<z.infer<typeof artefactShape>>;

/** The registry's Ed25519 key. */
export interface RegistryKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** The parts of an artefact that its sequence, time and digests are added to. */
export interface ArtefactParts {
  readonly manifest: Omit<Manifest, 'supergraphSha256' | 'catalogueSha256'>;
  readonly supergraph: string;
  readonly catalogue: string;
}

export function signArtefact({ manifest, supergraph, catalogue }: ArtefactParts, key: RegistryKey): Artefact {
  const whole = { ...manifest, supergraphSha256: sha256(supergraph), catalogueSha256: sha256(catalogue) };
  const signature = sign(null, signedBytes(whole), key.privateKey).toString('base64url');
  return { manifest: whole, keyId: key.kid, signature, supergraph, catalogue };
}

/**
 * The artefact in a text, when one of the keys signed it and its texts are the signed ones. Throws
 * REGISTRY_ARTEFACT_INVALID; nothing of such a text may be used.
 */
export function readArtefact(text: string, publicKeys: readonly KeyObject[]): Artefact {
  const artefact = parseArtefact(text);
  const { manifest, signature, supergraph, catalogue } = artefact;
  const bytes = signedBytes(manifest);
  const isSigned = publicKeys.some((key) => verify(null, bytes, key, Buffer.from(signature, 'base64url')));
  if (!isSigned) throw invalid('its signature is of no key that is trusted here');
  if (sha256(supergraph) !== manifest.supergraphSha256) throw invalid('its supergraph is not the one that was signed');
  if (sha256(catalogue) !== manifest.catalogueSha256) throw invalid('its programmes are not those that were signed');
  if (!manifest.composer.startsWith('@apollo/composition 2.')) throw invalid('its composer is not of Federation 2');
  return artefact;
}

/** Lower-case hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseArtefact(text: string): Artefact {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid('it is not JSON', error);
  }
  const parsed = artefactShape.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalid(`it has not the shape of one at ${parsed.error.issues[0]?.path.join('.') ?? ''}`, parsed.error);
}

/** The key signs more than artefacts one day: the first line says what this is. */
function signedBytes(manifest: Manifest): Buffer {
  return Buffer.from(`samutphok registry artefact 1\n${canonicalJson(manifest)}`);
}

function invalid(problem: string, cause?: unknown): CodedError {
  return new CodedError('REGISTRY_ARTEFACT_INVALID', { problem }, { cause });
}
