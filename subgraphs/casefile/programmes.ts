import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bodyOf, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { programmeEntry, programmeNode, type ProgrammeNode } from '../_kit/catalogue.ts';
import { parseCatalogue } from '../_kit/rules/programme.ts';
import { compileCatalogue, type CompiledCatalogue } from '../_kit/rules/screen.ts';

/** The composed catalogue, ready to be asked and to be shown. */
export interface CaseCatalogue {
  readonly compiled: CompiledCatalogue;
  readonly programmes: readonly ProgrammeNode[];
  /** The programme as the graph shows it; one that the catalogue does not hold yet shows its identifier alone. */
  readonly programme: (id: string, owner: BodyName) => ProgrammeNode;
  readonly find: (id: string) => ProgrammeNode | undefined;
  /** First and last day that rules and amounts are good for. */
  readonly covers: { readonly from: string; readonly to: string };
}

const composed = z.object({
  meta: z.object({ covers: z.object({ from: z.iso.date(), to: z.iso.date() }) }),
  programmes: z.array(programmeEntry),
});

/** Reads schema/programmes.json. Throws CATALOGUE_INVALID with the first problem and its place. */
export function readCatalogue(file: string): CaseCatalogue {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const rules = parseCatalogue(json);
  if (!rules.ok) throw invalid(rules.problems[0]);
  const shown = composed.parse(json);
  const programmes = shown.programmes.map(programmeNode);
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  return {
    compiled: compileCatalogue(rules.value),
    programmes,
    find: (id) => byId.get(id),
    programme: (id, owner) => byId.get(id) ?? strangeProgramme(id, owner),
    covers: shown.meta.covers,
  };
}

/** A body may enrol somebody in a programme that was composed after this catalogue: only its identifier is known here. */
function strangeProgramme(id: string, owner: BodyName): ProgrammeNode {
  return {
    id,
    body: bodyOf(owner),
    department: null,
    nameTh: id,
    nameEn: id,
    kind: 'ENTITLEMENT',
    target: 'PERSON',
    claimType: 'OPEN_SERVICE',
    accessMode: 'REFERRAL',
    benefitForm: 'UNKNOWN',
    ruleText: '',
    legalBasis: null,
    source: [],
    confidence: 'unknown',
    conflictsWith: [],
    sensitiveFacts: [],
    effectiveFrom: null,
    effectiveTo: null,
    howToApply: '',
    ruleVersion: '000000000000',
  };
}

function invalid(problem: { readonly path: string; readonly message: string } | undefined): CodedError {
  return new CodedError('CATALOGUE_INVALID', {
    problem: `schema/programmes.json, ${problem?.path ?? ''}: ${problem?.message ?? ''}`,
  });
}
