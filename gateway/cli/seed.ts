import { InvalidArgumentError, type Command } from 'commander';
import { seed, withStores } from '../app/stores.ts';
import { configOf, withData, type CommonOptions } from './options.ts';
import { progressBar } from './progress.ts';
import { reportImport } from './report-import.ts';

interface SeedOptions extends CommonOptions {
  readonly households: number;
  readonly area: string;
  readonly randomSeed: number;
}

export function addSeedCommand(program: Command): void {
  withData(program.command('seed'))
    .description('generate a synthetic population and load it; the same seed gives the same people')
    .requiredOption('--households <n>', 'how many households', wholeNumber(1, 900_000))
    .option('--area <code>', 'province, district or subdistrict to spread them over', '50')
    .option('--random-seed <n>', 'seed of the generator', wholeNumber(0, 2 ** 32 - 1), 2565)
    .action(async ({ households, area, randomSeed, ...options }: SeedOptions) => {
      const progress = progressBar('households', households, process.stderr);
      const result = await withStores(configOf(options), (stores) =>
        seed({ households, area, seed: randomSeed }, stores, { onProgress: ({ imported }) => progress.at(imported) }),
      );
      progress.end();
      reportImport(result);
    });
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/u.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`must be a whole number from ${min} to ${max}`);
    }
    return value;
  };
}
