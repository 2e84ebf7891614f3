import { GraphQLError } from 'graphql';
import type { CheckReport, Finding, Publication } from '../../schema/contract/publication.ts';
import { checkAccess } from './access.ts';
import { checkAccessDirectives } from './access-directives.ts';
import { checkChanges } from './changes.ts';
import type { CheckInput, CheckTools } from './check-input.ts';
import { createView, readSchema, type CheckView, type PublishedSchema } from './check-view.ts';
import { checkClassification } from './classification.ts';
import { checkComposition } from './composition.ts';
import { checkDescriptions } from './descriptions.ts';
import { finding, reportOf } from './finding.ts';
import { checkFacts } from './facts.ts';
import { checkSensitiveNames } from './sensitive-names.ts';
import { checkLinks } from './known-links.ts';
import { checkLists } from './lists.ts';
import { checkNames } from './names.ts';
import { checkOwnership } from './ownership.ts';
import { checkPlans } from './plans.ts';
import { checkProgrammes } from './programme-rules.ts';
import { checkRecord } from './record.ts';
import { checkShape, checkText } from './limits.ts';
import { checkTypeNames } from './type-names.ts';
import { checkVerdicts } from './verdicts.ts';

type Rule = (view: CheckView) => readonly Finding[];

/** Each looks at one thing and says all that is wrong with it; none rests on what another found. */
const rules: readonly Rule[] = Object.freeze([
  // What the schema is made of.
  checkLinks,
  checkRecord,
  checkNames,
  checkTypeNames,
  checkDescriptions,
  checkLists,
  // Who may see what, and whose it is.
  checkAccessDirectives,
  checkClassification,
  checkAccess,
  checkSensitiveNames,
  checkOwnership,
  // What becomes of the graph and of those who read it.
  checkComposition,
  checkChanges,
  checkPlans,
  // What becomes of families.
  checkProgrammes,
  checkFacts,
  checkVerdicts,
]);

/**
 * Everything that there is to say of a publication before gateways see it. Looks at nothing but its input: the same
 * input gives the same report. A text that is too large or too deep is not read any further. Throws COMPOSITION_FAILED
 * where it is another body's schema that cannot be read.
 */
export function checkPublication(input: CheckInput): CheckReport {
  const { candidate, tools } = input;
  const early = checkText(input);
  if (early.length > 0) return reportOf(candidate.body, early);
  const read = parsed(candidate);
  if (read instanceof GraphQLError) return reportOf(candidate.body, [syntaxFinding(tools, read)]);
  const view = createView(input, read);
  const shape = checkShape(view);
  return reportOf(candidate.body, shape.length > 0 ? shape : rules.flatMap((rule) => rule(view)));
}

function parsed(candidate: Publication): PublishedSchema | GraphQLError {
  try {
    return readSchema(candidate);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function syntaxFinding({ locate }: CheckTools, { locations, message }: GraphQLError): Finding {
  const line = locations?.[0]?.line ?? 1;
  return finding('SCHEMA_SYNTAX', locate(line), { problem: message.replace(/^Syntax Error: /u, '') });
}
