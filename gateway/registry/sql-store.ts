import type { Knex } from 'knex';
import { z } from 'zod';
import type { CheckReport, Publication } from '../../schema/contract/publication.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256, type Artefact, type Manifest } from './artefact.ts';
import type { Database } from './database.ts';
import {
  StoreProblem,
  type Approval,
  type RegisteredAddress,
  type RegistryStore,
  type StoredProposal,
  type VersionRecord,
} from './store.ts';

/** The registry's tables, in either database. */
export function createSqlStore(database: Database): RegistryStore {
  const { read, write } = database;
  return {
    sequence: () => read(readSequence),
    artefact: (sequence) => read((db) => readArtefactRow(db, sequence)),
    manifests: (below, limit) => read((db) => readManifests(db, below, limit)),
    publication: (body, version) => read((db) => readPublication(db, body, version)),
    lastVersion: (body) => read((db) => readLastVersion(db, body)),
    version: (body, version) => read((db) => readVersion(db, body, version)),
    versions: (body, limit) => read((db) => readVersions(db, body, limit)),
    addresses: () => read(readAddresses),
    add: async ({ versions = [], address, artefact }) => {
      const isAdded = await write(async (transaction) => {
        for (const { record, publication } of versions) {
          // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
          await addVersion(transaction, record, publication);
        }
        if (address !== undefined) await addAddress(transaction, address);
        if (artefact !== undefined) await addArtefact(transaction, artefact);
        return true;
      });
      return isAdded ?? false;
    },
    propose: async ({ id, body, baseVersion, sha256: digest, proposedBy, at, report }, publication) => {
      await write(async (transaction) => {
        const contents = await addContents(transaction, publication);
        await transaction('registry_proposal').insert({
          id,
          body,
          base_version: baseVersion,
          ...contents,
          sha256: digest,
          proposed_by: proposedBy,
          at,
          report: JSON.stringify(report),
        });
      });
    },
    proposal: (id) => read(async (db) => (await readProposals(db, (query) => query.where('p.id', id)))[0]),
    proposals: () => read((db) => readProposals(db, (query) => query.whereNull('v.version').limit(500))),
    approve: async ({ proposalId, body, approvedBy, at }) => {
      await write(async (transaction) => {
        await transaction('registry_approval')
          .insert({ proposal_id: proposalId, body, approved_by: approvedBy, at })
          .onConflict(['proposal_id', 'body'])
          .ignore();
      });
    },
    close: () => database.close(),
  };
}

async function readSequence(db: Knex): Promise<number> {
  const row = await db('registry_artefact').max<{ last: number | null }>('sequence as last').first();
  return row?.last ?? 0;
}

interface ArtefactRow {
  readonly manifest: string;
  readonly key_id: string;
  readonly signature: string;
  readonly supergraph: string;
  readonly catalogue: string;
}

async function readArtefactRow(db: Knex, sequence: number): Promise<Artefact | undefined> {
  const row = await db('registry_artefact as a')
    .join('registry_content as s', 's.sha256', 'a.supergraph_sha256')
    .join('registry_content as c', 'c.sha256', 'a.catalogue_sha256')
    .where('a.sequence', sequence)
    .first<ArtefactRow | undefined>('a.manifest', 'a.key_id', 'a.signature', {
      supergraph: 's.content',
      catalogue: 'c.content',
    });
  if (row === undefined) return undefined;
  const { manifest, key_id: keyId, signature, supergraph, catalogue } = row;
  return { manifest: manifestOf(manifest), keyId, signature, supergraph, catalogue };
}

async function readManifests(db: Knex, below: number, limit: number): Promise<readonly Manifest[]> {
  const rows = await db('registry_artefact')
    .where('sequence', '<', below)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .select<{ manifest: string }[]>('manifest');
  return rows.map(({ manifest }) => manifestOf(manifest));
}

function manifestOf(text: string): Manifest {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by addArtefact, and read by gateways under its signature
  return JSON.parse(text) as Manifest;
}

interface PublicationRow {
  readonly sdl: string;
  readonly programmes: string | null;
}

async function readPublication(db: Knex, body: string, version: number): Promise<Publication | undefined> {
  const row = await db('registry_version as v')
    .join('registry_content as s', 's.sha256', 'v.sdl_sha256')
    .leftJoin('registry_content as p', 'p.sha256', 'v.programmes_sha256')
    .where({ 'v.body': body, 'v.version': version })
    .first<PublicationRow | undefined>({ sdl: 's.content', programmes: 'p.content' });
  return row && { body, sdl: row.sdl, programmes: row.programmes };
}

async function readLastVersion(db: Knex, body: string): Promise<number> {
  const row = await db('registry_version').where({ body }).max<{ last: number | null }>('version as last').first();
  return row?.last ?? 0;
}

async function readVersion(db: Knex, body: string, version: number): Promise<VersionRecord | undefined> {
  const rows = await db('registry_version').where({ body, version }).select('*');
  return z.array(versionRow).parse(rows)[0];
}

async function readVersions(db: Knex, body: string | null, limit: number): Promise<readonly VersionRecord[]> {
  const query = db('registry_version').orderBy('at', 'desc').orderBy('version', 'desc').orderBy('body').limit(limit);
  if (body !== null) query.where({ body });
  const rows = await query.select('*');
  return z.array(versionRow).parse(rows);
}

const versionRow = z
  .object({
    body: z.string(),
    version: z.number(),
    sha256: z.string(),
    published_by: z.string(),
    at: z.string(),
    report: z.string(),
    proposal_id: z.string().nullable(),
  })
  .transform(({ published_by: publishedBy, proposal_id: proposalId, report, ...row }) => ({
    ...row,
    publishedBy,
    proposalId,
    report: reportOf(report),
  }));

function reportOf(text: string): CheckReport {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this module from a CheckReport
  return JSON.parse(text) as CheckReport;
}

async function readAddresses(db: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await db('registry_address').orderBy('revision').select<{ body: string; url: string }[]>('body', 'url');
  return new Map(rows.map(({ body, url }) => [body, url]));
}

async function addVersion(db: Knex, record: VersionRecord, publication: Publication): Promise<void> {
  const { body, version, sha256: digest, publishedBy, at, report, proposalId } = record;
  await db('registry_version').insert({
    body,
    version,
    ...(await addContents(db, publication)),
    sha256: digest,
    published_by: publishedBy,
    at,
    report: JSON.stringify(report),
    proposal_id: proposalId,
  });
}

async function addContents(
  db: Knex,
  { sdl, programmes }: Publication,
): Promise<{ sdl_sha256: string; programmes_sha256: string | null }> {
  const sdlDigest = await addContent(db, sdl);
  return { sdl_sha256: sdlDigest, programmes_sha256: programmes === null ? null : await addContent(db, programmes) };
}

async function addContent(db: Knex, content: string): Promise<string> {
  const digest = sha256(content);
  await db('registry_content').insert({ sha256: digest, content }).onConflict('sha256').ignore();
  return digest;
}

/** In one statement: a transaction of SQLite that reads before it writes is refused when another has written meanwhile. */
async function addAddress(db: Knex, { body, url, registeredBy, at }: RegisteredAddress): Promise<void> {
  await db.raw(
    `insert into registry_address (body, revision, url, registered_by, at)
     select cast(? as text), coalesce(max(revision), 0) + 1, cast(? as text), cast(? as text), cast(? as text)
     from registry_address where body = ?`,
    [body, url, registeredBy, at, body],
  );
}

async function addArtefact(db: Knex, { manifest, keyId, signature, supergraph, catalogue }: Artefact): Promise<void> {
  const supergraphDigest = await addContent(db, supergraph);
  const catalogueDigest = await addContent(db, catalogue);
  if (supergraphDigest !== manifest.supergraphSha256 || catalogueDigest !== manifest.catalogueSha256) {
    throw new StoreProblem('the artefact does not hold what its manifest says');
  }
  await db('registry_artefact').insert({
    sequence: manifest.sequence,
    manifest: canonicalJson(manifest),
    key_id: keyId,
    signature,
    supergraph_sha256: supergraphDigest,
    catalogue_sha256: catalogueDigest,
  });
}

async function readProposals(
  db: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<readonly StoredProposal[]> {
  const query = db('registry_proposal as p')
    .join('registry_content as s', 's.sha256', 'p.sdl_sha256')
    .leftJoin('registry_content as c', 'c.sha256', 'p.programmes_sha256')
    .leftJoin('registry_version as v', 'v.proposal_id', 'p.id')
    .orderBy('p.at', 'desc')
    .select('p.*', { sdl: 's.content', programmes: 'c.content', publishedVersion: 'v.version' });
  const rows = z.array(proposalRow).parse(await narrow(query));
  const approvals = await readApprovals(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, approvals: approvals.filter(({ proposalId }) => proposalId === row.id) }));
}

const proposalRow = z
  .object({
    id: z.string(),
    body: z.string(),
    base_version: z.number(),
    sha256: z.string(),
    proposed_by: z.string(),
    at: z.string(),
    report: z.string(),
    sdl: z.string(),
    programmes: z.string().nullable(),
    publishedVersion: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    body: row.body,
    baseVersion: row.base_version,
    sha256: row.sha256,
    proposedBy: row.proposed_by,
    at: row.at,
    report: reportOf(row.report),
    publication: { body: row.body, sdl: row.sdl, programmes: row.programmes },
    isPublished: row.publishedVersion !== null,
  }));

async function readApprovals(db: Knex, proposalIds: readonly string[]): Promise<readonly Approval[]> {
  const rows = await db('registry_approval').whereIn('proposal_id', proposalIds).orderBy('at').select('*');
  return z.array(approvalRow).parse(rows);
}

const approvalRow = z
  .object({ proposal_id: z.string(), body: z.string(), approved_by: z.string(), at: z.string() })
  .transform(({ proposal_id: proposalId, approved_by: approvedBy, ...row }) => ({ ...row, proposalId, approvedBy }));
