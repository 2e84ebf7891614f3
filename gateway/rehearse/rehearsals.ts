import { CodedError } from '../../schema/contract/error-codes.ts';
import type { Principal } from '../../schema/contract/identity.ts';
import type { RehearsedFault } from '../../schema/contract/rehearsal.ts';
import type { Clock } from '../kernel/clock.ts';
import { checkRehearsal, type RehearsalRules } from './rules.ts';

/** A body's failure that is staged for everybody until a moment. */
export interface Rehearsal {
  readonly body: string;
  readonly fault: RehearsedFault;
  readonly startedMs: number;
  readonly untilMs: number;
  readonly startedBy: Principal;
}

export interface RehearsalRequest {
  readonly body: string;
  readonly fault: RehearsedFault;
  readonly forMs: number;
}

/** For the journal and the log. */
export type RehearsalEvent =
  | { readonly kind: 'STARTED'; readonly rehearsal: Rehearsal; readonly principal: Principal }
  /** `principal` is null when its time was over. */
  | { readonly kind: 'ENDED'; readonly rehearsal: Rehearsal; readonly principal: Principal | null }
  /** Faults by body for one operation alone. */
  | {
      readonly kind: 'OPERATION';
      readonly faults: ReadonlyMap<string, RehearsedFault>;
      readonly principal: Principal;
    };

export interface RehearsalsOptions extends RehearsalRules {
  readonly clock: Clock;
  readonly onRehearsal: (event: RehearsalEvent) => void;
}

export interface Rehearsals {
  /**
   * Stages a failure, in place of the body's rehearsal that may be running. Throws REHEARSAL_OFF, REHEARSAL_REFUSED,
   * BODY_UNKNOWN or REHEARSAL_TIME_INVALID.
   */
  readonly start: (request: RehearsalRequest, principal: Principal) => Rehearsal;
  /** Throws REHEARSAL_OFF, REHEARSAL_REFUSED, BODY_UNKNOWN or REHEARSAL_NOT_RUNNING. */
  readonly stop: (body: string, principal: Principal) => void;
  /** Those that run, in the order of their start. */
  readonly list: () => readonly Rehearsal[];
  /** What a call to the body meets now. */
  readonly faultOf: (body: string) => RehearsedFault | undefined;
  /** A rehearsal shapes, or may have shaped, how the body fares now: a breaker that it opened outlasts it. */
  readonly affects: (body: string) => boolean;
  /** Ends all of them, as if their time were over. */
  readonly close: () => void;
}

const maxRehearsalMs = 1_800_000;
const minRehearsalMs = 1_000;
/** A breaker forgets what it counted after ten seconds, and opens for five at most. */
const aftermathMs = 15_000;

/** The rehearsals of one gateway. They end with its process. */
export function createRehearsals(options: RehearsalsOptions): Rehearsals {
  const { clock, onRehearsal } = options;
  const running = new Map<string, { readonly rehearsal: Rehearsal; readonly cancelTimer: () => void }>();
  const endedMs = new Map<string, number>();

  function end(body: string, principal: Principal | null): boolean {
    const found = running.get(body);
    if (found === undefined) return false;
    found.cancelTimer();
    running.delete(body);
    endedMs.set(body, clock.now());
    onRehearsal({ kind: 'ENDED', rehearsal: found.rehearsal, principal });
    return true;
  }

  return {
    start: ({ body, fault, forMs }, principal) => {
      checkRehearsal(options, principal, body);
      if (!(forMs >= minRehearsalMs && forMs <= maxRehearsalMs)) throw new CodedError('REHEARSAL_TIME_INVALID');
      end(body, principal);
      const startedMs = clock.now();
      const rehearsal = { body, fault, startedMs, untilMs: startedMs + forMs, startedBy: principal };
      running.set(body, { rehearsal, cancelTimer: clock.after(forMs, () => end(body, null)) });
      onRehearsal({ kind: 'STARTED', rehearsal, principal });
      return rehearsal;
    },
    stop: (body, principal) => {
      checkRehearsal(options, principal, body);
      if (!end(body, principal)) throw new CodedError('REHEARSAL_NOT_RUNNING', { body });
    },
    list: () => [...running.values()].map(({ rehearsal }) => rehearsal),
    faultOf: (body) => running.get(body)?.rehearsal.fault,
    affects: (body) => running.has(body) || clock.now() - (endedMs.get(body) ?? -Infinity) < aftermathMs,
    close: () => {
      for (const body of running.keys()) end(body, null);
    },
  };
}
