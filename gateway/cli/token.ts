import { InvalidArgumentError, Option, type Command } from 'commander';
import { bodyNames, type BodyName } from '../../schema/contract/bodies.ts';
import { roles, type Role } from '../../schema/contract/identity.ts';
import { issueDemoToken } from '../app/access/demo-token.ts';
import { configOf, withData, type CommonOptions } from './options.ts';

interface TokenOptions extends CommonOptions {
  readonly role: Role;
  readonly area: readonly string[];
  readonly body?: BodyName;
  readonly scope: readonly string[];
  readonly subject?: string;
  readonly ttl: number;
}

export function addTokenCommand(program: Command): void {
  withData(program.command('token'))
    .description('a token of the demo identity provider; it is good for gateways over the same data folder alone')
    .addOption(new Option('--role <role>', 'what the holder is').choices(roles).makeOptionMandatory())
    .option('--area <code>', '2, 4 or 6 digits, or * for the country; may be given more than once', gathered, [])
    .addOption(new Option('--body <body>', 'the body that the holder works for').choices(bodyNames))
    .option(
      '--scope <scope>',
      'for example sensitive:health, sensitive:*, identity:full; may be given more than once',
      gathered,
      [],
    )
    .option('--subject <name>', 'who it is, as the journal will name it (default: demo-ROLE)')
    .option('--ttl <time>', 'how long it is good for: 30m, 8h', milliseconds, 28_800_000)
    .action(async ({ role, area, body, scope, subject, ttl, ...others }: TokenOptions) => {
      const token = await issueDemoToken(configOf(others), {
        role,
        areas: area,
        scopes: scope,
        ttlMs: ttl,
        ...(body !== undefined && { body }),
        ...(subject !== undefined && { subject }),
      });
      console.log(token);
    });
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

export function milliseconds(text: string): number {
  const { amount, unit } = /^(?<amount>\d{1,5})(?<unit>[smh])$/u.exec(text)?.groups ?? {};
  const factor = unitMs[unit ?? ''];
  if (amount === undefined || factor === undefined) throw new InvalidArgumentError('Give a time like 30m or 8h.');
  return Number(amount) * factor;
}
