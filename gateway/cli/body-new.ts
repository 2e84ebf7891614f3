import type { Command } from 'commander';
import { scaffoldBody, type Scaffolded } from '../app/scaffold/scaffold.ts';

interface NewOptions {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly department?: string;
}

export function addBodyNew(body: Command): void {
  body
    .command('new')
    .description('make a body out of subgraphs/_template, and a row for it in the contract')
    .argument('<code>', 'for example FISHERIES or marine-coastal')
    .requiredOption('--name-th <name>', 'its official Thai name')
    .requiredOption('--name-en <name>', 'its official English name')
    .option('--department <code>', 'department that its first programme belongs to')
    .action(async (code: string, options: NewOptions) => {
      console.log(report(await scaffoldBody({ code, ...options })));
    });
}

function report({ name, files }: Scaffolded): string {
  const own = files.filter((file) => file.startsWith(`subgraphs/${name}/`));
  const others = files.filter((file) => !own.includes(file) && !file.endsWith('generated.ts'));
  const next: readonly (readonly [command: string, does: string])[] = [
    [`npx vitest run subgraphs/${name}`, 'test it'],
    [`npx samutphok body dev ${name}`, 'see it in the whole graph while you change it'],
    ['npm run codegen && npm run compose', 'after each change of schema.graphql or programmes.json'],
    [`npx samutphok body check ${name}`, 'before you publish'],
  ];
  const width = Math.max(...next.map(([command]) => command.length));
  return `subgraphs/${name}: ${own.length} files; also changed: ${others.join(', ')}

Next / ขั้นต่อไป (subgraphs/README.md):

${next.map(([command, does]) => `  ${command.padEnd(width)}  ${does}`).join('\n')}`;
}
