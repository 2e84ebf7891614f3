import type { Principal } from '../../schema/contract/identity.ts';
import { fakeClock, type FakeClock } from '../kernel/test-clock.ts';
import { createRehearsals, type RehearsalEvent, type Rehearsals } from './rehearsals.ts';
import type { RehearsalRules } from './rules.ts';

// For this folder's tests: people, and rehearsals that write down what they tell.

export const noon: number = Date.UTC(2022, 7, 10, 5);

export function aPrincipal(changes: Partial<Principal> = {}): Principal {
  return {
    subject: 'somboon@welfare.example',
    role: 'supervisor',
    areas: ['50'],
    body: null,
    scopes: new Set(),
    expiresAt: 0,
    ...changes,
  };
}

export const demoRules: RehearsalRules = {
  bodies: () => ['health', 'labour'],
  hasRealIssuer: false,
  allowRehearsal: false,
};

export interface Stage {
  readonly rehearsals: Rehearsals;
  readonly clock: FakeClock;
  readonly events: RehearsalEvent[];
}

export function aStage(rules: Partial<RehearsalRules> = {}): Stage {
  const clock = fakeClock(noon);
  const events: RehearsalEvent[] = [];
  const onRehearsal = (event: RehearsalEvent): void => void events.push(event);
  return { rehearsals: createRehearsals({ ...demoRules, ...rules, clock, onRehearsal }), clock, events };
}
