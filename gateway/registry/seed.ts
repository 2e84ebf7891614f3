import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Publication } from '../../schema/contract/publication.ts';
import { choiceOf, digestOf, issue, readPublished, sequenceOf, untilFirst, type Desk, type Published } from './desk.ts';
import type { VersionRecord } from './store.ts';

/** See Registry.seed. */
export async function seed(desk: Desk, publications: readonly Publication[]): Promise<void> {
  await untilFirst(async () => {
    const published = await readPublished(desk);
    const wanted = await ownPublications(desk, published, publications);
    if (wanted.length === 0) return true;
    const bodies = new Set(wanted.map(({ body }) => body));
    const kept = published.publications.filter(({ body }) => !bodies.has(body));
    const composition = await desk.compose([...kept, ...wanted], '');
    if (composition.kind === 'REFUSED') {
      throw new CodedError('COMPOSITION_FAILED', { problem: composition.findings.map(({ why }) => why).join('; ') });
    }
    const versions = await Promise.all(wanted.map((publication) => newVersion(desk, publication)));
    const keptVersions = (published.artefact?.manifest.bodies ?? []).filter(({ body }) => !bodies.has(body));
    return issue(desk, {
      versions,
      content: { ...composition, versions: [...keptVersions, ...versions.map(({ record }) => choiceOf(record))] },
      addresses: published.addresses,
      after: sequenceOf(published),
    });
  });
}

/** Those that differ from the current version, which is the operator's own or missing. */
async function ownPublications(
  { store }: Desk,
  { artefact }: Published,
  publications: readonly Publication[],
): Promise<readonly Publication[]> {
  const changed = await Promise.all(
    publications.map(async (publication) => {
      const current = artefact?.manifest.bodies.find(({ body }) => body === publication.body);
      if (current === undefined) return [publication];
      if (current.sha256 === digestOf(publication)) return [];
      const record = await store.version(current.body, current.version);
      return record?.publishedBy === seeder ? [publication] : [];
    }),
  );
  return changed.flat();
}

const seeder = 'seed';

async function newVersion(
  { store, now }: Desk,
  publication: Publication,
): Promise<{ readonly record: VersionRecord; readonly publication: Publication }> {
  const { body } = publication;
  const version = (await store.lastVersion(body)) + 1;
  const report = { body, verdict: 'PASSED', findings: [] } as const;
  const digest = digestOf(publication);
  const record = { body, version, sha256: digest, publishedBy: seeder, at: now(), report, proposalId: null };
  return { record, publication };
}
