import { CodedError } from '../../schema/contract/error-codes.ts';
import { readPublished, untilFirst, type Desk } from './desk.ts';
import { addVersion, approversOf, judge, nameOf, type Outcome } from './publish.ts';
import type { Actor } from './registry.ts';
import type { StoredProposal } from './store.ts';

/** See Registry.approve. The proposal is judged anew: what others published since may have changed what it does. */
export async function approve(desk: Desk, proposalId: string, actor: Actor): Promise<Outcome> {
  const proposal = await readWaiting(desk, proposalId);
  const saidYes = await sayYes(desk, proposal, actor);
  const { body, publication, proposedBy } = proposal;
  return untilFirst(async () => {
    const published = await readPublished(desk);
    const current = published.artefact?.manifest.bodies.find((each) => each.body === body)?.version ?? 0;
    if (current !== proposal.baseVersion) throw new CodedError('REGISTRY_PROPOSAL_OUTDATED', { body });
    const { report, graph } = await judge(desk, publication, published);
    if (graph === undefined || report.verdict === 'REFUSED') return { kind: 'REFUSED', body, report };
    const waitingFor = approversOf(report).filter((each) => !saidYes.has(each));
    if (waitingFor.length > 0) return { kind: 'PENDING', body, proposal: proposalId, waitingFor, report };
    return addVersion(desk, { publication, published, report, graph, publishedBy: proposedBy, proposalId });
  });
}

async function readWaiting({ store }: Desk, id: string): Promise<StoredProposal> {
  const proposal = await store.proposal(id);
  if (proposal === undefined || proposal.isPublished) throw new CodedError('REGISTRY_PROPOSAL_UNKNOWN');
  return proposal;
}

/** The yes counts for the body that it comes from; the operator of the registry speaks for none. */
async function sayYes(desk: Desk, proposal: StoredProposal, actor: Actor): Promise<ReadonlySet<string>> {
  const asked = approversOf(proposal.report);
  const said = new Set(proposal.approvals.map(({ body }) => body));
  const isAsked = actor.kind === 'STAFF' && asked.includes(actor.body) && actor.subject !== proposal.proposedBy;
  if (!isAsked) throw new CodedError('REGISTRY_APPROVER_REFUSED', { bodies: asked.join(', ') });
  await desk.store.approve({ proposalId: proposal.id, body: actor.body, approvedBy: nameOf(actor), at: desk.now() });
  return said.add(actor.body);
}
