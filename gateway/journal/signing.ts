import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** A signed statement: up to `sequence` the chain ends in `hash`. */
export interface Checkpoint {
  readonly sequence: number;
  readonly hash: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Sequence of the checkpoint before, so that none can be taken out; 0 or the segment's last foreign sequence at first. */
  readonly previousSequence: number;
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** Ed25519, 128 hex digits. */
  readonly signature: string;
}

/** A signed statement: this segment begins with `fromSequence`, and what came before it ended in `previousHash`. */
export interface SegmentHeader {
  readonly fromSequence: number;
  readonly previousHash: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** A signed statement: the closed file has these bytes. */
export interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface Signer {
  readonly keyId: string;
  /** SPKI. */
  readonly publicKeyPem: string;
  readonly checkpoint: (statement: Omit<Checkpoint, 'keyId' | 'signature'>) => Checkpoint;
  readonly segment: (statement: Omit<SegmentHeader, 'keyId' | 'signature'>) => SegmentHeader;
  readonly fingerprint: (statement: Omit<Fingerprint, 'keyId' | 'signature'>) => Fingerprint;
}

export type PublicKeys = ReadonlyMap<string, KeyObject>;

// The first line of what is signed, so that a signature for one kind of statement is worth nothing for the other.
const checkpointLabel = 'samutphok journal checkpoint 1\n';
const segmentLabel = 'samutphok journal segment 1\n';
const fingerprintLabel = 'samutphok journal fingerprint 1\n';

/** PKCS #8 PEM of a new Ed25519 key. */
export function newSigningKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Throws JOURNAL_KEY_INVALID, naming `file`, when the PEM holds no private Ed25519 key. */
export function createSigner(pem: string, file: string): Signer {
  const privateKey = readKey(pem, file, createPrivateKey);
  const publicKey = createPublicKey(privateKey);
  const keyId = keyIdOf(publicKey);
  const signed = <T extends object>(label: string, statement: T): T & { keyId: string; signature: string } => {
    const complete = { ...statement, keyId };
    const signature = sign(null, Buffer.from(label + canonicalJson(complete)), privateKey).toString('hex');
    return { ...complete, signature };
  };
  return {
    keyId,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    checkpoint: (statement) => signed(checkpointLabel, statement),
    segment: (statement) => signed(segmentLabel, statement),
    fingerprint: (statement) => signed(fingerprintLabel, statement),
  };
}

/** By key id, from PEMs; a PEM names its file for the error JOURNAL_KEY_INVALID. */
export function readPublicKeys(pems: readonly { readonly pem: string; readonly file: string }[]): PublicKeys {
  return new Map(
    pems.map(({ pem, file }) => {
      const key = readKey(pem, file, createPublicKey);
      return [keyIdOf(key), key];
    }),
  );
}

export function isCheckpointSigned({ signature, ...statement }: Checkpoint, keys: PublicKeys): boolean {
  return isSigned(checkpointLabel, statement, signature, keys);
}

export function isSegmentSigned({ signature, ...statement }: SegmentHeader, keys: PublicKeys): boolean {
  return isSigned(segmentLabel, statement, signature, keys);
}

export function isFingerprintSigned({ signature, ...statement }: Fingerprint, keys: PublicKeys): boolean {
  return isSigned(fingerprintLabel, statement, signature, keys);
}

function isSigned(label: string, statement: { keyId: string }, signature: string, keys: PublicKeys): boolean {
  const key = keys.get(statement.keyId);
  // Hex has one spelling for each signature only when its case is fixed.
  if (key === undefined || !/^[0-9a-f]{128}$/u.test(signature)) return false;
  return verify(null, Buffer.from(label + canonicalJson(statement)), key, Buffer.from(signature, 'hex'));
}

function readKey(pem: string, file: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read(pem);
  } catch (error) {
    throw new CodedError('JOURNAL_KEY_INVALID', { file }, { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new CodedError('JOURNAL_KEY_INVALID', { file });
  return key;
}

function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}
