import type { Bench } from './bench.ts';
import type { Scene } from './scene.ts';
import type { Start } from './start.ts';
import type { Text } from './text.ts';

/** Without a required one no subgraph is certified; a recommended one is said and no more. */
export type Level = 'REQUIRED' | 'RECOMMENDED';

/** What a check is about. It is the same whoever is tested. */
export interface CheckText {
  /** AREA_WHAT, for example `ENTITIES_ORDER`. */
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  readonly expected: Text;
  readonly why: Text;
  readonly mend: Text;
}

/** What one subgraph made of a check. `sent` and `came` hold no values of a registry: places, counts and names alone. */
export interface Outcome {
  readonly status: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
  readonly sent: string;
  readonly came: string;
}

/** Made of the first answers alone; when one of them fails there is nothing to build the others on. */
export interface StartCheck extends CheckText {
  readonly run: (start: Start) => Outcome;
}

/** Made with a subgraph that answers and knows the samples. */
export interface SceneCheck extends CheckText {
  readonly run: (scene: Scene, bench: Bench) => Outcome | Promise<Outcome>;
}

export function passed(sent: string, came: string): Outcome {
  return { status: 'PASSED', sent, came };
}

export function failed(sent: string, came: string): Outcome {
  return { status: 'FAILED', sent, came };
}

/** There is nothing to try it on, which is no fault. */
export function notApplicable(came: string): Outcome {
  return { status: 'NOT_APPLICABLE', sent: '', came };
}

/** Passed when nothing is wrong. The first few faults are told, all are counted. */
export function judged(sent: string, faults: readonly string[], whenSound: string): Outcome {
  if (faults.length === 0) return passed(sent, whenSound);
  const told = [...new Set(faults)].slice(0, 6).join('; ');
  return failed(sent, faults.length > 6 ? `${told}; ${faults.length} in all` : told);
}
