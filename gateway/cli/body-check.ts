import { Option, type Command } from 'commander';
import { checkBody } from '../app/check/check-body.ts';
import { checkText, type Language } from './body-check-text.ts';
import { configOf } from './options.ts';

interface CheckOptions {
  readonly json?: boolean;
  readonly lang: Language;
  readonly url?: string;
  readonly schema?: string;
  readonly programmes?: string;
  readonly against?: string;
  readonly data?: string;
}

/** Exit status: 0 it may be published, 1 it would be refused or needs approval, 2 the command line was not understood. */
export function addBodyCheck(body: Command): void {
  body
    .command('check')
    .description('what publishing a body would do to the graph, to its readers and to families')
    .argument('<body>', 'for example labour')
    .option('--json', 'the report as JSON')
    .addOption(new Option('--lang <language>', 'language of the text').choices(['en', 'th']).default('en'))
    .addOption(
      new Option('--url <address>', 'a running subgraph that gives its schema by _service').conflicts('schema'),
    )
    .option('--schema <file>', 'its schema, in place of subgraphs/<body>/schema.graphql')
    .option('--programmes <file>', 'its programmes, in place of subgraphs/<body>/programmes.json')
    .option(
      '--against <path>',
      'what it publishes now: a supergraph, its SDL, or a folder (default: schema/supergraph.graphql)',
    )
    .option('--data <dir>', 'data folder of a gateway, whose record says what readers ran')
    .action(async (name: string, { json = false, lang, data, ...given }: CheckOptions) => {
      const report = await checkBody({
        body: name,
        ...given,
        dataDir: configOf({ ...(data !== undefined && { data }) }).dataDir,
      });
      console.log(json ? JSON.stringify(report, null, 2) : checkText(report, lang));
      if (report.verdict !== 'PASSED') process.exitCode = 1;
    });
}
