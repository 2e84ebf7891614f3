import type { Command } from 'commander';
import { addBodyConformance } from './body-conformance.ts';
import { addBodyCheck } from './body-check.ts';
import { addBodyDev } from './body-dev.ts';
import { addBodyNew } from './body-new.ts';

/** `samutphok body …`: what an agency developer does with one body. */
export function addBodyCommands(program: Command): void {
  const body = program.command('body').description('make, develop, check and certify one body’s subgraph');
  for (const add of [addBodyNew, addBodyDev, addBodyConformance, addBodyCheck]) add(body);
}
