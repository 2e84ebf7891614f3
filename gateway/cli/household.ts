import { Option, type Command } from 'commander';
import { purposes, type Purpose } from '../../schema/contract/identity.ts';
import { askOnce } from '../app/ask.ts';
import { caseFileOperation, caseFileText } from './case-file-text.ts';
import { configOf, withData, type CommonOptions } from './options.ts';

interface HouseholdOptions extends CommonOptions {
  readonly json?: boolean;
  readonly token?: string;
  readonly purpose: Purpose;
}

export function addHouseholdCommand(program: Command): void {
  withData(program.command('household'))
    .description('the case file of one household: thirteen bodies, entitlements, services, gaps')
    .argument('<house-code>', '11 digits, for example 99990000011')
    .option('--as-of <date>', 'the day to screen for, within the catalogue’s fiscal year')
    .option('--json', 'the answer as JSON')
    .option('--token <token>', 'who asks (default: a caseworker of the demo, who may see everything)')
    .addOption(
      new Option('--purpose <purpose>', 'what for; goes into the journal').choices(purposes).default('CASE_REVIEW'),
    )
    .action(async (houseCode: string, options: HouseholdOptions) => {
      const { asOf: wanted, json = false, token, purpose, ...others } = options;
      const config = configOf(others);
      const asOf = wanted ?? config.today();
      const answer = await askOnce(config, {
        query: caseFileOperation,
        variables: { houseCode, asOf },
        purpose,
        ...(token !== undefined && { token }),
      });
      const { columns, isTTY } = process.stdout;
      console.log(json ? JSON.stringify(answer, null, 2) : caseFileText(answer, { columns, asOf, colour: isTTY }));
    });
}
