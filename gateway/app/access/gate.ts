import { hash } from 'node:crypto';
import { parse, type DocumentNode } from 'graphql';
import { z } from 'zod';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../../schema/contract/identity.ts';
import type { Config } from '../../config/config.ts';
import type { Engine } from '../../execute/engine.ts';
import type { BodyRequest } from '../../fetch/body-call.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Access } from './access.ts';
import type { Admit } from './admission.ts';
import { statementsFor } from './access-statement.ts';
import { createGraphPolicies } from './graph-policy.ts';
import { createPipeline, type Pipeline, type PipelineParts } from '../pipeline.ts';
import { createRecorder } from './recorder.ts';

/** What stands between a client and the engine where somebody must sign in. */
export interface Gate {
  readonly admit: Admit;
  readonly pipeline: Pipeline;
  /** Plans operations for the readers that ask most, ahead of their first request. */
  readonly warm: (documents: readonly DocumentNode[]) => Promise<void>;
}

export interface GateOptions {
  readonly access: Access;
  readonly engine: Engine;
  /** The parsed programmes.json that was composed with a supergraph. */
  readonly catalogueOf: (supergraph: string) => unknown;
  /** What goes with every call to a body. */
  readonly stamp: (access: AccessContext, hash: string) => (subgraph: string) => Partial<BodyRequest>;
  readonly clock: Clock;
  readonly config: Pick<Config, 'operationDeadlineMs'>;
  /** Told of what no client is shown. */
  readonly onFault: (fault: unknown) => void;
}

export function createGate(options: GateOptions): Gate {
  const { access, engine } = options;
  const parts = gateParts(options);
  return {
    admit: access.admit,
    pipeline: createPipeline(parts),
    warm: (documents) => {
      const { filter, read } = parts.policyOf(engine.supergraphs.current());
      return engine.warm(
        documents.flatMap((document) =>
          usualReaders.map(({ principal, ...reader }) => ({
            document,
            held: filter({ document, principal }),
            reader: read({ principal, ...reader }).reader,
          })),
        ),
      );
    },
  };
}

/** Every check that stands before the engine, wired together. */
export function gateParts({ access, engine, catalogueOf, stamp, clock, config, onFault }: GateOptions): PipelineParts {
  const { limiter, opened, breakGlass, journal } = access;
  return {
    engine,
    policyOf: createGraphPolicies(catalogueOf),
    limiter,
    opened,
    breakGlass,
    recorder: createRecorder(journal),
    statements: ({ document, operationName, variables }, asking) =>
      statementsFor({
        journal,
        document,
        operationName,
        variables,
        principal: asking.principal,
        householdArea: (houseCode) => areaOf(engine, houseCode, stamp(asking, areaHash)),
      }),
    stamp,
    clock,
    operationDeadlineMs: config.operationDeadlineMs,
    onFault,
  };
}

const areaQuery = 'query AreaOfHousehold($houseCode: HouseCode!) { household(houseCode: $houseCode) { areaCode } }';
const areaDocument = parse(areaQuery);
const areaHash = hash('sha256', areaQuery);

/** The interior says it to who asks; null for a household that it says there is none, and empty where it knows no area. */
async function areaOf(
  engine: Engine,
  houseCode: string,
  stamp: ReturnType<GateOptions['stamp']>,
): Promise<string | null> {
  const { text = 'null', errors } = await engine.execute({
    document: areaDocument,
    documentKey: areaHash,
    variables: { houseCode },
    stamp,
  });
  const { data } = areaAnswer.safeParse(JSON.parse(text));
  if (data === undefined && errors.some(({ extensions }) => extensions.code !== 'HOUSEHOLD_NOT_FOUND')) {
    throw new CodedError('BODY_UNAVAILABLE');
  }
  return data === undefined ? null : (data.household.areaCode ?? '');
}

const areaAnswer = z.object({ household: z.object({ areaCode: z.string().nullable() }) });

/** Caseworkers with every scope and with none; their supervisors see the same. */
const usualReaders: readonly AccessContext[] = [new Set(['sensitive:*']), new Set<string>()].map((scopes) => ({
  principal: { subject: '', role: 'caseworker', areas: [], body: null, scopes, expiresAt: 0 },
  purpose: null,
  caseNumber: null,
  breakGlass: null,
}));
