import type { FastifyPluginAsync } from 'fastify';
import { joinName } from '../../schema/contract/bodies.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import { rehearsalReason, type RehearsedFault } from '../../schema/contract/rehearsal.ts';
import type { BodyCall, BodyReply, BodyRequest } from '../fetch/body-call.ts';
import { composeBodyCall, type ComposeOptions } from '../fetch/compose-body-call.ts';
import { reasons } from '../fetch/replies.ts';
import type { Clock } from '../kernel/clock.ts';
import { readRehearsal } from '../rehearse/rehearsal-header.ts';
import { rehearsalPlugin, type RehearsalPluginParts } from '../rehearse/rehearsal-plugin.ts';
import { createRehearsals, type RehearsalEvent, type Rehearsals } from '../rehearse/rehearsals.ts';
import { stageFault } from '../rehearse/stage-fault.ts';
import type { GuardBody } from './body-calls.ts';

export interface RehearsalOptions {
  readonly clock: Clock;
  /** The graph's subgraphs, as they are now. */
  readonly subgraphs: () => Iterable<string>;
  /** Tokens come from a real issuer: then failures are rehearsed only where `allowRehearsal` says so. */
  readonly hasRealIssuer: boolean;
  readonly allowRehearsal: boolean;
  /** Told of every start, end, and operation with faults of its own, for journal and log. */
  readonly onRehearsal: (event: RehearsalEvent) => void;
}

/** The rehearsals of one gateway, and where they touch its other parts. */
export interface Rehearsing {
  readonly rehearsals: Rehearsals;
  /** For `CallSettings.guard`. */
  readonly guard: GuardBody;
  /** Routes for rehearsals, for the server's pages. */
  readonly page: (authorise: RehearsalPluginParts['authorise']) => FastifyPluginAsync;
  /**
   * The stamp of an operation whose headers rehearse failures; empty for one without. Throws an error of the catalogue
   * when the header cannot be read, or the principal may not.
   */
  readonly stampOf: (rawHeaders: readonly string[], principal: Principal) => RehearsalStamp;
  readonly close: () => void;
}

export type RehearsalStamp = (subgraph: string) => Pick<BodyRequest, 'rehearsal'>;

export function createRehearsing(options: RehearsalOptions): Rehearsing {
  const { clock, onRehearsal } = options;
  const rules = { ...options, bodies: () => [...options.subgraphs()].filter((name) => name !== joinName) };
  const rehearsals = createRehearsals({ ...rules, clock, onRehearsal });
  return {
    rehearsals,
    guard: rehearsalGuard(rehearsals, clock),
    page: (authorise) => rehearsalPlugin({ rehearsals, authorise }),
    stampOf: (rawHeaders, principal) => {
      const faults = readRehearsal(rawHeaders, principal, rules);
      if (faults.size > 0) onRehearsal({ kind: 'OPERATION', faults, principal });
      return (subgraph) => rehearsalOf(faults.get(subgraph));
    },
    close: rehearsals.close,
  };
}

function rehearsalOf(rehearsal: RehearsedFault | undefined): Pick<BodyRequest, 'rehearsal'> {
  return rehearsal === undefined ? {} : { rehearsal };
}

/**
 * The policies of every body around a transport in which failures can be staged. A call that brings a fault of its own
 * goes another way, with policies that no other call meets.
 */
function rehearsalGuard(rehearsals: Rehearsals, clock: Clock): GuardBody {
  return (subgraph, transport, options) => {
    const staged = stageFault(transport, { clock, faultOf: () => rehearsals.faultOf(subgraph) });
    const body = composeBodyCall(staged, options);
    let apart: BodyCall | undefined;
    return {
      ...body,
      call: (request, signal) => {
        if (request.rehearsal !== undefined) return (apart ??= callsApart(transport, options))(request, signal);
        const call = body.call(request, signal);
        return rehearsals.faultOf(subgraph) === undefined ? call : call.then(withReason);
      },
    };
  };
}

/** The breaker that a rehearsal opened answers for the rehearsal. */
function withReason(reply: BodyReply): BodyReply {
  const isRefusal = reply.status === 'UNAVAILABLE' && reply.reason === reasons.breakerOpen;
  return isRefusal ? { ...reply, reason: rehearsalReason } : reply;
}

/**
 * Calls of single operations with faults of their own: the same policies, but no other call shares them, nobody counts
 * them, and no breaker opens, so that the fault asked for is the fault met.
 */
function callsApart(transport: BodyCall, { clock, random, fetch }: ComposeOptions): BodyCall {
  const staged = stageFault(transport, { clock, faultOf: ({ rehearsal }: BodyRequest) => rehearsal });
  const { call } = composeBodyCall(staged, { clock, random, fetch: { ...fetch, breakerMinimumCalls: 1_000_000 } });
  let made = 0;
  // Calls with the same key would share one: another fault may be another operation's.
  return (request, signal) => call({ ...request, principalKey: `apart ${(made += 1)}` }, signal);
}
