import { GraphQLScalarType, Kind, type GraphQLSchema } from 'graphql';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { parseCitizenId, parseHouseCode } from '../../schema/contract/scalars.ts';

const parsers: Readonly<
  Record<string, { readonly code: ErrorCode; readonly parse: (text: string) => string | undefined }>
> = {
  HouseCode: { code: 'INPUT_HOUSE_CODE_INVALID', parse: parseHouseCode },
  CitizenId: { code: 'INPUT_CITIZEN_ID_INVALID', parse: parseCitizenId },
  Date: { code: 'INPUT_DATE_INVALID', parse: (text) => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : undefined) },
};

/**
 * Lets the gateway refuse a malformed house code, citizen number or date itself, before any body is asked. A graph
 * without HouseCode is not ours and stays as it is: its scalars may mean something else.
 */
export function applyScalars(schema: GraphQLSchema): void {
  if (schema.getType('HouseCode') === undefined) return;
  for (const [name, { code, parse }] of Object.entries(parsers)) {
    const scalar = schema.getType(name);
    if (!(scalar instanceof GraphQLScalarType)) continue;
    const parseValue = (value: unknown): string => {
      const parsed = typeof value === 'string' ? parse(value) : undefined;
      if (parsed === undefined) throw new CodedError(code);
      return parsed;
    };
    scalar.parseValue = parseValue;
    scalar.parseLiteral = (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined);
  }
}
