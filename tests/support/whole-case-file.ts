import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { bodyNames, recordField, type BodyName } from '../../schema/contract/bodies.ts';

/** What the join makes of the thirteen records, with everything that a verdict rests on. */
export const joinedSelection = `
  answers { body { code nameTh } status reason asOf tookMs entitlementCount serviceCount }
  entitlements { id programme { id nameTh } person { personId nameTh } status money { thb maxThb period } body { code } asOf recordRef }
  services { id programme { id nameTh } person { personId nameTh } status deliveredOn body { code } }
  screening {
    programme { id claimType effectiveFrom effectiveTo body { code } }
    person { personId nameTh } verdict ruleHolds receiving money { thb maxThb period }
    missingFacts { fact subject body { code } reason }
  }
  gaps {
    items { ...Found } unknown { ...Found } referrals { ...Found } overPayments { ...Found }
    monthlyThb yearlyThb oneOffThb complete
    totals { monthlyDue monthlyReceived yearlyDue yearlyReceived oneOffUnpaid overPaidMonthly }
  }
  overlaps { programmes { id } person { personId } reason }
  vulnerabilityLevel
  dimensions { dimension failed indicators body { code } asOf }`;

const foundFragment = `fragment Found on Screening { programme { id } person { personId } }`;

/** Everything of a household: thirteen records with all their typed detail, and the join over them. */
export function wholeCaseFile(schema: GraphQLSchema): string {
  return `query Whole($houseCode: HouseCode!) { household(houseCode: $houseCode) {
    houseCode members { personId nameTh citizenId birthDate sex relation }
    address { line province { code nameTh } }
    ${recordSelections(schema)}
    ${joinedSelection}
  } } ${foundFragment}`;
}

/** Every field of every record, however deep, that takes no required argument. */
export function recordSelections(schema: GraphQLSchema, names: readonly BodyName[] = bodyNames): string {
  const household = schema.getType('Household');
  if (!isObjectType(household)) throw new TypeError('the graph has no Household');
  const fields = household.getFields();
  return names
    .map((name) => {
      const type = getNamedType(fields[recordField(name)]?.type);
      if (!isObjectType(type)) throw new TypeError(`Household has no record of ${name}`);
      return `${recordField(name)} ${selectionOf(type, 5)}`;
    })
    .join('\n');
}

/** Persons are named by their key alone: their names are one body's, the interior's. */
const keysOnly: Readonly<Record<string, string>> = { Person: '{ personId }', Household: '{ houseCode }' };

function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, type: fieldType, args }) => {
    if (args.some((arg) => arg.type.toString().endsWith('!') && arg.defaultValue === undefined)) return [];
    const named = getNamedType(fieldType);
    if (isLeafType(named)) return [name];
    if (!isCompositeType(named) || depth === 0) return [];
    const keys = keysOnly[named.name];
    if (keys !== undefined) return [`${name} ${keys}`];
    return isObjectType(named) ? [`${name} ${selectionOf(named, depth - 1)}`] : [`${name} { __typename }`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}
