import { Command, CommanderError } from 'commander';
import { isCodedError } from '../../schema/contract/error-codes.ts';
import { addBodiesCommand } from './bodies.ts';
import { addBodyCommands } from './body.ts';
import { addComposeCommand } from './compose.ts';
import { addHouseholdCommand } from './household.ts';
import { addImportCommand } from './import.ts';
import { addJournalCommand } from './journal.ts';
import { addRegistryCommand } from './registry.ts';
import { addRehearseCommand } from './rehearse.ts';
import { addSeedCommand } from './seed.ts';
import { addServeCommands } from './serve.ts';
import { addTokenCommand } from './token.ts';

/** Exit status: 0 done, 1 it could not be done, 2 the command line was not understood. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('samutphok')
    .description(
      'Samutphok: one question about one household, thirteen answers / สมุดพก: หนึ่งคำถามต่อหนึ่งครัวเรือน สิบสามคำตอบ',
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, 'samutphok: ')) })
    .showHelpAfterError('(samutphok --help shows what there is)');
  for (const add of [
    addServeCommands,
    addComposeCommand,
    addSeedCommand,
    addImportCommand,
    addHouseholdCommand,
    addTokenCommand,
    addJournalCommand,
    addBodyCommands,
    addBodiesCommand,
    addRehearseCommand,
    addRegistryCommand,
  ])
    add(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 1;
    console.error(oneLine(error));
  }
}

/** One line that says what to do, in English and Thai. What is not ours is shown by its kind alone. */
function oneLine(error: unknown): string {
  if (isCodedError(error)) return `samutphok: ${error.code}: ${error.message} / ${error.extensions.messageTh}`;
  const kind = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}` : 'unknown fault';
  return `samutphok: INTERNAL_ERROR: ${kind}`;
}
