import type { Command } from 'commander';
import { importFile, withStores } from '../app/stores.ts';
import { configOf, withData, type CommonOptions } from './options.ts';
import { progressBar } from './progress.ts';
import { reportImport } from './report-import.ts';

export function addImportCommand(program: Command): void {
  withData(program.command('import'))
    .description('load household extracts (JSON with `scenarios`, or one household per line) into the bodies’ stores')
    .argument('<file>', 'the extract')
    .action(async (file: string, options: CommonOptions) => {
      const progress = progressBar('households', 0, process.stderr);
      const result = await withStores(configOf(options), (stores) =>
        importFile(file, stores, { onProgress: ({ imported }) => progress.at(imported) }),
      );
      progress.end();
      reportImport(result);
    });
}
