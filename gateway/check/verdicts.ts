import type { Finding } from '../../schema/contract/publication.ts';
import type { SampleVerdict } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { textOf } from './programmes.ts';

/** What the candidate's programmes and facts change for the worked households, programme by programme. */
export function checkVerdicts({ input, programmes, candidate }: CheckView): readonly Finding[] {
  const { own, published } = programmes;
  const before = published === null ? null : input.tools.verdicts(programmes.gatheredBefore);
  const after = own === null ? null : input.tools.verdicts(programmes.gathered);
  if (before === null || after === null || own === null) return [];
  const was = new Map(before.map((each) => [keyOf(each), each.verdict]));
  const changed = after.filter((each) => was.has(keyOf(each)) && was.get(keyOf(each)) !== each.verdict);
  return [...Map.groupBy(changed, ({ programme }) => programme)].map(([programme, all]) => {
    const changes = all.map((each) => `${was.get(keyOf(each)) ?? ''} → ${each.verdict}`);
    const entry = own.programmes.find((each) => textOf(each, 'id') === programme);
    const place = programmes.at(entry === undefined ? 'facts' : `programmes[${entry.index}].id`, programme);
    const isLost = all.some((each) => was.get(keyOf(each)) === 'LIKELY_ELIGIBLE');
    const details = { count: all.length, changes: counted(changes), body: candidate.body };
    return finding(isLost ? 'VERDICTS_LOST' : 'VERDICTS_CHANGED', place, details);
  });
}

function keyOf({ programme, subject }: SampleVerdict): string {
  return `${programme} ${subject}`;
}

/** `2 × LIKELY_ELIGIBLE → NOT_ELIGIBLE, 1 × …`, the most frequent first. */
function counted(changes: readonly string[]): string {
  return [...Map.groupBy(changes, (each) => each)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([change, all]) => `${all.length} × ${change}`)
    .join(', ');
}
