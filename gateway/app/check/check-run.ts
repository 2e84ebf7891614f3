import type { CheckReport, Publication } from '../../../schema/contract/publication.ts';
import type { Registry } from '../../../subgraphs/_kit/registry.ts';
import type { UsageRecord } from '../../check/check-input.ts';
import { checkPublication } from '../../check/check-publication.ts';
import { findingCodes } from '../../check/finding.ts';
import { savedOperations } from '../../console/saved-operations.ts';
import { createCheckTools } from './check-tools.ts';

/** What is checked, as data: it crosses to the checking thread by structured clone. */
export interface CheckRequest {
  readonly candidate: Publication;
  readonly others: readonly Publication[];
  readonly published: Publication | null;
  readonly usage: UsageRecord;
}

/** Checks on the caller's thread. `registry` says which column of a body of this repository shows which fact. */
export function runCheck(request: CheckRequest, registry?: Registry): CheckReport {
  return checkPublication({
    ...request,
    savedOperations: savedOperations(),
    tools: createCheckTools(request.candidate, registry),
  });
}

/** Every code that a report may hold. */
export const knownCodes: readonly string[] = findingCodes;
