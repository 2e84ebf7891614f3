import { GraphQLScalarType, Kind, type GraphQLScalarTypeConfig } from 'graphql';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { parseCitizenId, parseHouseCode } from '../../schema/contract/scalars.ts';
import { isCivilDate } from './calendar.ts';

/** Resolvers of the scalars of schema/scalars.graphql. */
export const scalarResolvers = {
  Date: textScalar('Date', 'INPUT_DATE_INVALID', (text) => (isCivilDate(text) ? text : undefined)),
  DateTime: textScalar('DateTime', 'INPUT_DATE_INVALID', (text) => (Number.isNaN(Date.parse(text)) ? undefined : text)),
  HouseCode: textScalar('HouseCode', 'INPUT_HOUSE_CODE_INVALID', parseHouseCode),
  CitizenId: textScalar('CitizenId', 'INPUT_CITIZEN_ID_INVALID', parseCitizenId),
  FactValue: new GraphQLScalarType({ name: 'FactValue', serialize: (value) => value, parseValue: (value) => value }),
};

/** A scalar of text: input is parsed or refused with the code, output is handed on as it is. */
function textScalar(
  name: string,
  code: ErrorCode,
  parse: (text: string) => string | undefined,
): GraphQLScalarType<string, unknown> {
  const parsed = (value: unknown): string => {
    const accepted = typeof value === 'string' ? parse(value) : undefined;
    if (accepted === undefined) throw new CodedError(code);
    return accepted;
  };
  const config: GraphQLScalarTypeConfig<string, unknown> = {
    name,
    serialize: (value) => value,
    parseValue: parsed,
    parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
  };
  return new GraphQLScalarType(config);
}
