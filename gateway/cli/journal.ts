import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  exportJournal,
  reportLines,
  rotateJournal,
  statementLines,
  verifyTarget,
  type Language,
  type VerifyRequest,
} from '../app/access/journal-desk.ts';
import { configOf, withData, type CommonOptions } from './options.ts';
import { progressBar } from './progress.ts';

interface VerifyOptions extends CommonOptions {
  readonly key: readonly string[];
  readonly head: NonNullable<VerifyRequest['heads']>;
  readonly checkpoints?: string;
  readonly lang: Language;
}

export function addJournalCommand(program: Command): void {
  const journal = program.command('journal').description('the access journal: who saw what of whom, and why');

  withLanguage(withData(journal.command('verify')), 'en')
    .description('find any record that was changed, removed, inserted or moved; exit status 1 when there is one')
    .argument('[journal]', 'folder, journal file, exported file or postgres:// address; default: the data folder’s')
    .option('--key <file>', 'public key in PEM, as often as there are keys; default: those beside it', collect, [])
    .option('--head <sequence:hash>', 'a head that was kept elsewhere, as often as you like', collectHead, [])
    .option('--checkpoints <file>', 'checkpoints that were kept elsewhere, one as JSON on each line')
    .action(async (target: string | undefined, { key, head, checkpoints, lang, ...options }: VerifyOptions) => {
      const report = await withProgress((onProgress) =>
        verifyTarget(configOf(options), {
          target,
          publicKeyFiles: key,
          heads: head,
          ...(checkpoints !== undefined && { anchorFile: checkpoints }),
          onProgress,
        }),
      );
      printLines(reportLines(report, lang));
      if (!report.isIntact) process.exitCode = 1;
    });

  withLanguage(withData(journal.command('statement')), 'th')
    .description('what a family may be shown of who looked at its data; exit status 1 when it cannot be verified')
    .argument('<house-code>', '11 digits, for example 99990000011')
    .action(async (houseCode: string, { lang, ...options }: CommonOptions & { readonly lang: Language }) => {
      const { lines, verified } = await withProgress((onProgress) =>
        statementLines(configOf(options), houseCode, { language: lang, onProgress }),
      );
      printLines(lines);
      if (!verified) process.exitCode = 1;
    });

  withData(journal.command('export'))
    .description('the living segment as NDJSON with its hashes, signed to its end')
    .argument('<file>', 'a new file')
    .action(async (file: string, options: CommonOptions) => {
      await exportJournal(configOf(options), file);
      console.log(`${file} written`);
    });

  withData(journal.command('rotate'))
    .description('put the segment away and begin the next; with SQLite, stop the gateway first')
    .action(async (options: CommonOptions) => {
      const name = await rotateJournal(configOf(options));
      console.log(name === undefined ? 'nothing to put away: the segment holds no record' : `put away as ${name}`);
    });
}

function withLanguage(command: Command, language: Language): Command {
  return command.addOption(
    new Option('--lang <language>', 'language of the text').choices(['th', 'en']).default(language),
  );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function collectHead(value: string, before: VerifyOptions['head']): VerifyOptions['head'] {
  const found = /^(?<sequence>[1-9]\d{0,14}):(?<hash>[0-9a-f]{64})$/u.exec(value)?.groups;
  if (found === undefined) throw new InvalidArgumentError('must be SEQUENCE:HASH as `journal verify` printed it');
  return [...before, { sequence: Number(found['sequence']), hash: found['hash'] ?? '' }];
}

/** A long verification shows on a terminal that it goes on. */
async function withProgress<T>(work: (onProgress: (records: number) => void) => Promise<T>): Promise<T> {
  const progress = progressBar('records verified', 0, process.stderr);
  try {
    return await work(progress.at);
  } finally {
    progress.end();
  }
}

function printLines(lines: readonly string[]): void {
  console.log(lines.join('\n'));
}
