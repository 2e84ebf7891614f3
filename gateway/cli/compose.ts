import type { Command } from 'commander';
import { checkComposed, compose, writeComposed } from '../app/compose.ts';
import { discoverSubgraphs } from '../app/subgraphs.ts';

export function addComposeCommand(program: Command): void {
  program
    .command('compose')
    .description('write schema/supergraph.graphql and schema/programmes.json from the subgraphs’ folders')
    .option('--check', 'write nothing; fail when they are stale')
    .action(async ({ check }: { check?: boolean }) => {
      const composed = await compose(await discoverSubgraphs());
      if (check === true) await checkComposed(composed);
      else await writeComposed(composed);
      console.log(
        check === true ? 'schema/ is up to date' : 'schema/supergraph.graphql and schema/programmes.json written',
      );
    });
}
