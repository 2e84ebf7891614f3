import { readFileSync } from 'node:fs';
import path from 'node:path';

const directory = path.join(import.meta.dirname, '../../schema');

/** The part of every subgraph's schema that is the same for all: federation link, scalars and value types. */
export function readSharedSchema(): string {
  return ['directives.graphql', 'scalars.graphql', 'shared.graphql']
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n');
}
