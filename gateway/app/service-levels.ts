import type { FastifyPluginAsync } from 'fastify';
import { bodyOf, isBodyName, joinName, recordField } from '../../schema/contract/bodies.ts';
import { rehearsalReason } from '../../schema/contract/rehearsal.ts';
import { statusOf } from '../execute/fetch-failure.ts';
import { manifestOrder } from '../execute/manifest.ts';
import type { BodyError, BodyReply } from '../fetch/body-call.ts';
import { composeBodyCall, type GuardedBody } from '../fetch/compose-body-call.ts';
import { reasons } from '../fetch/replies.ts';
import type { Clock } from '../kernel/clock.ts';
import { bodiesPlugin, type BodyRow } from '../levels/bodies-plugin.ts';
import type { Outcome } from '../levels/bucket.ts';
import { readExtractDates } from '../levels/extract-dates.ts';
import { sqliteLevelStore } from '../levels/level-store.ts';
import { openServiceLevels, type ServiceLevels } from '../levels/service-levels.ts';
import { faultText } from '../rehearse/fault.ts';
import type { Rehearsals } from '../rehearse/rehearsals.ts';
import type { GuardBody } from './body-calls.ts';

/** What a registry tells of a body. */
export interface Published {
  readonly version: number;
  readonly publishedAt: string;
}

export interface LevelOptions {
  readonly clock: Clock;
  /** Levels are kept here, in a file of their own. */
  readonly dataDir: string;
  readonly onFault: (fault: unknown) => void;
  /** The policies that are watched. Default: `composeBodyCall`. */
  readonly guard?: GuardBody;
  /** A body whose failure is rehearsed is not judged by it. */
  readonly rehearsals?: Pick<Rehearsals, 'affects' | 'list'>;
  /** Null where the body never published. Default: there is no registry. */
  readonly published?: (body: string) => Published | null;
}

/** The service levels of one gateway, and where they touch its other parts. */
export interface Levelling {
  /** For `CallSettings.guard`. */
  readonly guard: GuardBody;
  /** GET /bodies, for the server's pages. `bodies` are those of the graph, as they are when somebody looks. */
  readonly page: (bodies: ReadonlyMap<string, GuardedBody>) => FastifyPluginAsync;
  readonly rows: (bodies: ReadonlyMap<string, GuardedBody>) => readonly BodyRow[];
  readonly close: () => Promise<void>;
}

/** Goes on with the levels that the data folder holds. */
export async function openLevels(options: LevelOptions): Promise<Levelling> {
  const { clock, onFault } = options;
  const levels = await openServiceLevels({ clock, onFault, store: sqliteLevelStore(options.dataDir) });
  const rows: Levelling['rows'] = (bodies) => bodyRows(levels, bodies, options);
  return {
    guard: levelGuard(levels, options),
    page: (bodies) => bodiesPlugin(clock, () => rows(bodies)),
    rows,
    close: levels.close,
  };
}

/** Counts every call to a body once, as it ended for the operation that made it, and reads dates where the join is asked. */
function levelGuard(levels: ServiceLevels, { guard, rehearsals, onFault }: LevelOptions): GuardBody {
  // Of every body of the graph, also one that joined later.
  const recordFields = new Map<string, string>();
  return (subgraph, transport, options) => {
    const body = guard?.(subgraph, transport, options) ?? composeBodyCall(transport, options);
    if (subgraph === joinName) {
      return {
        ...body,
        call: (request, signal) => {
          quietly(() => readExtractDates(request.variables, recordFields, levels.onExtract), onFault);
          return body.call(request, signal);
        },
      };
    }
    recordFields.set(subgraph, recordField(subgraph));
    const count = (reply: BodyReply): void => {
      const outcome = rehearsals?.affects(subgraph) === true ? undefined : outcomeOf(reply);
      if (outcome !== undefined) levels.onCall(subgraph, outcome, reply.tookMs);
    };
    const counted = (reply: BodyReply): BodyReply => {
      quietly(() => count(reply), onFault);
      return reply;
    };
    return {
      ...body,
      call: (request, signal) => {
        const call = body.call(request, signal);
        return request.rehearsal === undefined ? call.then(counted) : call;
      },
    };
  };
}

/** Trouble with counting must not cost the answer. */
function quietly(work: () => void, onFault: (fault: unknown) => void): void {
  try {
    work();
  } catch (fault) {
    onFault(fault);
  }
}

/** Nothing where the reply says nothing of the body: another call's reply, an operation that ended, the gateway's own fault. */
function outcomeOf(reply: BodyReply): Outcome | undefined {
  if (reply.deduplicated === true) return undefined;
  if (reply.status === 'ANSWERED') return reply.errors.some(saysFailed) ? 'IN_ERROR' : 'ANSWERED';
  const isOurs: boolean = notOfBody.has(reply.reason);
  return isOurs || reply.status === 'NOT_ASKED' ? undefined : reply.status;
}

const notOfBody: ReadonlySet<string> = new Set([reasons.abandoned, reasons.callFailed, rehearsalReason]);

/** Refusing an input or a reader is an answer. */
function saysFailed(error: BodyError): boolean {
  const status = statusOf(error);
  return status !== 'ANSWERED' && status !== 'NOT_AUTHORIZED';
}

const joins: ReadonlySet<string> = new Set([joinName]);

/** In the order of the manifest. The join is no body. */
function bodyRows(
  levels: ServiceLevels,
  bodies: ReadonlyMap<string, GuardedBody>,
  { rehearsals, published }: LevelOptions,
): readonly BodyRow[] {
  const running = new Map(rehearsals?.list().map((rehearsal) => [rehearsal.body, rehearsal]));
  return manifestOrder(bodies.keys(), joins).map((name) => {
    const rehearsal = running.get(name);
    const { version = null, publishedAt = null } = published?.(name) ?? {};
    return {
      body: name,
      ...namesOf(name),
      version,
      publishedAt,
      breaker: bodies.get(name)?.breakerState() ?? 'CLOSED',
      rehearsal: rehearsal
        ? { fault: faultText(rehearsal.fault), until: new Date(rehearsal.untilMs).toISOString() }
        : null,
      ...levels.levelsOf(name),
    };
  });
}

/** A body that joined later is called by its name in the graph. */
function namesOf(name: string): Pick<BodyRow, 'nameTh' | 'nameEn'> {
  if (!isBodyName(name)) return { nameTh: name, nameEn: name };
  const { nameTh, nameEn } = bodyOf(name);
  return { nameTh, nameEn };
}
