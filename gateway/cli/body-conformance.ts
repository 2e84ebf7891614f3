import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { callKeyFile } from '../app/access/access.ts';
import { testConformance } from '../app/conformance/conformance.ts';
import { configOf, withData, type CommonOptions } from './options.ts';
import { progressBar } from './progress.ts';

interface ConformanceOptions extends CommonOptions {
  readonly body?: string;
  readonly samples?: string;
  readonly key?: string;
  readonly deadline: number;
  readonly json?: string;
  readonly html?: string;
  readonly maxSeconds: number;
  readonly lang: 'en' | 'th';
}

export function addBodyConformance(body: Command): void {
  withData(body.command('conformance'))
    .description('try a subgraph in any language by every check of the kit: certified or not, and why')
    .argument('<url>', 'its GraphQL address, for example http://127.0.0.1:4110/graphql', httpUrl)
    .option('--body <code>', 'its name, for example health; without it the subgraph is asked')
    .option(
      '--samples <file>',
      'households that it knows: an extract, or { "houses": […] } (default: the worked cases)',
    )
    .option(
      '--key <file>',
      'private key of the gateway that it trusts (default: identity/call-key.pem of the data folder)',
    )
    .option('--deadline <ms>', 'how long the gateway waits for a call', positive, 800)
    .option('--max-seconds <s>', 'the whole takes no longer', positive, 120)
    .option('--json <file>', 'write the report as JSON')
    .option('--html <file>', 'write the report as one HTML page')
    .addOption(new Option('--lang <code>', 'language of the report here').choices(['en', 'th']).default('en'))
    .action(async (url: URL, options: ConformanceOptions) => {
      const { body: name, samples, key, deadline, maxSeconds, json, html, lang, ...common } = options;
      const progress = progressBar('checks', 0, process.stderr);
      const result = await testConformance({
        url,
        ...(name !== undefined && { body: name.toLowerCase().replaceAll('_', '-') }),
        ...(samples !== undefined && { samples }),
        keyFile: key ?? callKeyFile(configOf(common).dataDir),
        deadlineMs: deadline,
        maxMs: maxSeconds * 1000,
        language: lang,
        onCheck: (done) => progress.at(done),
      });
      progress.end();
      if (json !== undefined) await writeReport(json, result.json);
      if (html !== undefined) await writeReport(html, result.html);
      console.log(result.text);
      process.exitCode = result.certified ? 0 : 1;
    });
}

function httpUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol)) throw new InvalidArgumentError('It must be an http address.');
  if (url.username !== '' || url.password !== '') throw new InvalidArgumentError('It must not hold a password.');
  return url;
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new CodedError('CONFORMANCE_REPORT_UNWRITABLE', { file }, { cause });
  }
}
