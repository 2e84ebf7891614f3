import { Option, type Command } from 'commander';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { bodiesReport, bodiesText, type BodiesReport, type Language } from './bodies-text.ts';
import { askGateway, withGateway, type GatewayOptions } from './gateway-request.ts';

interface BodiesOptions extends GatewayOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

const widthOfFile = 160;

export function addBodiesCommand(program: Command): void {
  withGateway(program.command('bodies'))
    .description('how every body fared: answers, failures and times of an hour, a day and a month')
    .option('--json', 'the answer as JSON')
    .addOption(new Option('--lang <language>', 'language of the table').choices(['th', 'en']).default('th'))
    .action(async ({ json = false, lang, ...options }: BodiesOptions) => {
      const answer = await askGateway(options, { path: '/bodies' });
      const { columns, isTTY } = process.stdout;
      const layout = { width: isTTY ? columns : widthOfFile, colour: isTTY };
      console.log(json ? JSON.stringify(answer, null, 2) : bodiesText(reportIn(answer, options), lang, layout));
    });
}

function reportIn(answer: unknown, { url }: GatewayOptions): BodiesReport {
  const parsed = bodiesReport.safeParse(answer);
  if (!parsed.success) throw new CodedError('GATEWAY_ANSWER_INVALID', { url });
  return parsed.data;
}
