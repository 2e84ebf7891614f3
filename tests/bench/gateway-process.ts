import { startContender, type ContenderSettings } from './contenders.ts';
import type { Operation } from './operations.ts';
import { cpuMs, serveParent, settingsOf } from './processes.ts';
import { startProfile, stopProfile } from './profile.ts';

export interface GatewayReady {
  readonly url: string;
}

type Variables = Operation['variables'];

export type GatewayQuestion =
  | { readonly kind: 'USAGE' }
  /** One answer, to be compared. */
  | { readonly kind: 'ANSWER'; readonly variables: Variables }
  /** Asked without a server in front: so many operations, so many at a time, with these variables in turn. */
  | RunAlone
  | { readonly kind: 'SWAP'; readonly supergraph: string }
  | { readonly kind: 'START_PROFILE' }
  | { readonly kind: 'STOP_PROFILE'; readonly file: string };

export interface RunAlone {
  readonly kind: 'ALONE';
  readonly variables: readonly Variables[];
  readonly operations: number;
  readonly clients: number;
}

/** What the process has used so far. */
export interface GatewayTold {
  readonly cpuMs: number;
  readonly rssMiB: number;
  readonly statements: number;
  readonly text?: string;
  /** Of each operation that was asked alone, in milliseconds. */
  readonly latencies?: readonly number[];
}

/** A gateway, or what stands in for one, in a process of its own, so that its processor time can be told. */
async function main(): Promise<void> {
  const { url, alone, swap, statements } = await startContender(await settingsOf<ContenderSettings>());

  function usage(): GatewayTold {
    return { cpuMs: cpuMs(), rssMiB: process.memoryUsage.rss() / 2 ** 20, statements: statements?.() ?? 0 };
  }

  async function runAlone({ operations, clients, variables }: RunAlone): Promise<number[]> {
    const latencies: number[] = [];
    let asked = 0;
    const client = async (): Promise<void> => {
      while (asked < operations) {
        const given = variables[asked % variables.length] ?? {};
        asked += 1;
        const started = performance.now();
        await alone(given);
        latencies.push(performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return latencies;
  }

  async function answer(question: GatewayQuestion): Promise<Partial<GatewayTold>> {
    switch (question.kind) {
      case 'ANSWER':
        return { text: String(await alone(question.variables)) };
      case 'ALONE':
        return { latencies: await runAlone(question) };
      case 'SWAP':
        await swap?.(question.supergraph);
        return {};
      case 'START_PROFILE':
        await startProfile();
        return {};
      case 'STOP_PROFILE':
        await stopProfile(question.file);
        return {};
      case 'USAGE':
      default:
        return {};
    }
  }

  serveParent({ url } satisfies GatewayReady, async (question) => {
    const answered = await answer(question as GatewayQuestion);
    return { ...usage(), ...answered };
  });
}

await main();
