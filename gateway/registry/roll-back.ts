import { CodedError } from '../../schema/contract/error-codes.ts';
import { contentOf, issue, readPublished, sequenceOf, untilFirst, type Desk, type Published } from './desk.ts';
import type { Artefact, Manifest } from './artefact.ts';

/** See Registry.rollBack. Nothing is composed: old artefacts are kept whole, and get today's addresses. */
export function rollBack(
  desk: Desk,
  { to, above = 0 }: { readonly to?: number; readonly above?: number },
): Promise<Artefact> {
  return untilFirst(async () => {
    const published = await readPublished(desk);
    const target = to ?? (await contentBefore(desk, published));
    const old = await desk.store.artefact(target);
    if (old === undefined) throw new CodedError('REGISTRY_SEQUENCE_UNKNOWN', { to: target });
    return issue(desk, {
      content: { ...contentOf(old), rolledBackTo: target },
      addresses: published.addresses,
      after: Math.max(above, sequenceOf(published)),
    });
  });
}

/** The last artefact whose versions differ from the current ones, looking back from where the current ones come from. */
async function contentBefore({ store }: Desk, { artefact }: Published): Promise<number> {
  if (artefact === undefined) throw new CodedError('REGISTRY_EMPTY');
  let from = artefact.manifest;
  for (;;) {
    const origin = from.rolledBackTo ?? from.sequence;
    // oxlint-disable-next-line no-await-in-loop -- each step begins where the last one ended
    const older = await store.manifests(origin, pageSize);
    const different = older.find((each) => versionsOf(each) !== versionsOf(artefact.manifest));
    if (different !== undefined) return different.rolledBackTo ?? different.sequence;
    const last = older.at(-1);
    if (last === undefined) throw new CodedError('REGISTRY_SEQUENCE_UNKNOWN', { to: 'before this one' });
    from = last;
  }
}

const pageSize = 100;

function versionsOf({ bodies }: Manifest): string {
  return bodies.map(({ body, version }) => `${body} ${version}`).join(',');
}
