import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { askOnce } from '../app/ask.ts';
import { caseFileText } from './case-file-text.ts';
import { configOf, withData, type CommonOptions } from './options.ts';

interface HouseholdOptions extends CommonOptions {
  readonly json?: boolean;
}

export function addHouseholdCommand(program: Command): void {
  withData(program.command('household'))
    .description('the case file of one household: thirteen bodies, entitlements, services, gaps')
    .argument('<house-code>', '11 digits, for example 99990000011')
    .option('--as-of <date>', 'the day to screen for, within the catalogue’s fiscal year')
    .option('--json', 'the answer as JSON')
    .action(async (houseCode: string, options: HouseholdOptions) => {
      const query = await readFile(path.join(import.meta.dirname, 'case-file.graphql'), 'utf8');
      const { asOf, ...others } = options;
      const answer = await askOnce(configOf(others), query, { houseCode, asOf: asOf ?? null });
      if (options.json === true) console.log(JSON.stringify(answer, null, 2));
      else console.log(caseFileText(answer, { columns: process.stdout.columns }));
    });
}
