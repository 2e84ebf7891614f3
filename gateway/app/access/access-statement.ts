import { CodedError, isCodedError } from '../../../schema/contract/error-codes.ts';
import { mayEnterArea, type Principal } from '../../../schema/contract/identity.ts';
import type { StatementReplies, StatementReply } from '../../../subgraphs/casefile/access-statement.ts';
import type { Journal } from '../../journal/journal.ts';
import { housesAsked, type AskedOperation, type SentVariables } from './asked-houses.ts';

export interface StatementsQuestion extends AskedOperation {
  readonly journal: Pick<Journal, 'statement'>;
  readonly variables: SentVariables;
  /** Whose role may ask at all: gateway/policy/decide-operation.ts has let it pass. */
  readonly principal: Principal;
  /** The interior's word to this reader where the house is, empty when it knows no area; null where it shows no house. */
  readonly householdArea: (houseCode: string) => Promise<string | null>;
}

export interface Statements {
  /** For `extensions.accessStatements` of the calls to the join. */
  readonly extension: StatementReplies;
  /** Houses of which a statement is shown, by house code with their areas: they are seen, as in any other answer. */
  readonly households: ReadonlyMap<string, string | null>;
}

/**
 * The statements that an operation asks for by `accessStatement`; undefined where it asks for none. A supervisor gets
 * those of households of its areas, an auditor of any household what was recorded in its areas. Rejects with
 * JOURNAL_UNAVAILABLE when the journal cannot be read.
 */
export async function statementsFor(question: StatementsQuestion): Promise<Statements | undefined> {
  const houses = housesAsked(question, question.variables, ['accessStatement']);
  if (houses.length === 0) return undefined;
  const households = new Map<string, string | null>();
  const replies = await Promise.all(
    houses.map(async (houseCode) => [houseCode, await replyOf(question, houseCode, households)] as const),
  );
  return { extension: Object.fromEntries(replies), households };
}

async function replyOf(
  question: StatementsQuestion,
  houseCode: string,
  households: Map<string, string | null>,
): Promise<StatementReply> {
  const { principal } = question;
  // An auditor sees no household, so nobody can tell it where one is: what was recorded tells.
  const isAuditor = principal.role === 'auditor';
  const area = isAuditor ? null : await question.householdArea(houseCode);
  const mayOpen = isAuditor || (area !== null && mayEnterArea(principal, area));
  if (!mayOpen) return { kind: 'REFUSED', code: 'HOUSEHOLD_NOT_FOUND' };
  const { areaCode, entries, verified } = await read(question.journal, {
    houseCode,
    ...(isAuditor && { areas: principal.areas }),
  });
  // Where the interior knows no area, the journal may.
  if (!isAuditor || entries.length > 0) households.set(houseCode, area === null || area === '' ? areaCode : area);
  return { kind: 'SHOWN', statement: { houseCode, entries, verified } };
}

async function read(
  journal: Pick<Journal, 'statement'>,
  request: Parameters<Journal['statement']>[0],
): ReturnType<Journal['statement']> {
  try {
    return await journal.statement(request);
  } catch (error) {
    throw isCodedError(error) ? error : new CodedError('JOURNAL_UNAVAILABLE', {}, { cause: error });
  }
}
