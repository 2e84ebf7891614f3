import { Kind } from 'graphql';
import { joinName, recordField } from '../../schema/contract/bodies.ts';
import type { Finding } from '../../schema/contract/publication.ts';
import { federationDirectives, recordTypeName, type CheckView } from './check-view.ts';
import { finding } from './finding.ts';
import { lineOf, namedType, textArgument } from './subgraph-document.ts';

/** What every body answers about a household: `Household.<body>: <Body>Record`, which implements BodyRecord. */
export function checkRecord(view: CheckView): readonly Finding[] {
  const { candidate, atLine } = view;
  const { body } = candidate;
  if (body === joinName) return [];
  const household = candidate.types.get('Household');
  const type = recordTypeName(body);
  const field = household?.fields.get(recordField(body));
  if (household === undefined || field === undefined || namedType(field.type) !== type) {
    const line = field === undefined ? (household?.line ?? 1) : lineOf(field.name);
    const details = { field: recordField(body), type };
    return [finding('RECORD_MISSING', atLine(line, `Household.${recordField(body)}`), details)];
  }
  const keys = federationDirectives(candidate, household, 'key').map((key) => textArgument(key, 'fields')?.trim());
  const demands = field.type.kind === Kind.NON_NULL_TYPE;
  return [
    ...(keys.includes('houseCode') ? [] : [finding('HOUSEHOLD_KEY_MISSING', atLine(household.line, 'Household'))]),
    ...(demands
      ? [finding('RECORD_DEMANDS_AN_ANSWER', atLine(lineOf(field.name), `Household.${recordField(body)}`))]
      : []),
    ...checkInterface(view, type, lineOf(field.name)),
  ];
}

function checkInterface({ candidate, atLine }: CheckView, name: string, fieldLine: number): readonly Finding[] {
  const record = candidate.types.get(name);
  if (record?.interfaces.includes('BodyRecord') === true) return [];
  return [finding('RECORD_NOT_A_BODY_RECORD', atLine(record?.line ?? fieldLine, name))];
}
