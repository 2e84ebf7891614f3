import { accessChecks } from './access-checks.ts';
import { batchChecks } from './batch-checks.ts';
import type { SceneCheck, StartCheck } from './check.ts';
import { entityChecks } from './entity-checks.ts';
import { graphqlChecks } from './graphql-checks.ts';
import { httpChecks } from './http-checks.ts';
import { recordType, samplesKnown, serviceComposes, serviceSdl } from './start-checks.ts';
import { tokenChecks } from './token-checks.ts';
import { valueChecks } from './value-checks.ts';
import { watchChecks } from './watch-checks.ts';

/** Each builds on the one before it; after a failure nothing else is tried. */
export const startChecks: readonly StartCheck[] = Object.freeze([
  serviceSdl,
  serviceComposes,
  recordType,
  samplesKnown,
]);

/**
 * In the order in which they are made: first what everything rests on, then who may see what, then what may leave the
 * subgraph in trouble, and last what looks back at every answer that came.
 */
export const sceneChecks: readonly SceneCheck[] = Object.freeze([
  ...entityChecks,
  ...graphqlChecks,
  ...valueChecks,
  ...batchChecks,
  ...tokenChecks,
  ...accessChecks,
  ...httpChecks,
  ...watchChecks,
]);
