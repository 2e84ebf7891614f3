import { startContender, type ContenderSettings } from './contenders.ts';
import type { Operation } from './operations.ts';
import { cpuMs, serveParent, settingsOf } from './processes.ts';
import { startProfile, stopProfile } from './profile.ts';

export interface GatewayReady {
  readonly url: string;
}

/** Asked without a server in front: so many operations, so many at a time. */
export interface RunAlone {
  readonly kind: 'ALONE';
  readonly variables: Operation['variables'];
  readonly operations: number;
  readonly clients: number;
}

export type GatewayQuestion =
  | RunAlone
  | { readonly kind: 'CPU' }
  | { readonly kind: 'ANSWER'; readonly variables: Operation['variables'] }
  | { readonly kind: 'START_PROFILE' }
  | { readonly kind: 'STOP_PROFILE'; readonly file: string };

export interface GatewayTold {
  /** Processor time of the process so far. */
  readonly cpuMs: number;
  readonly text?: string;
}

/** A gateway, or what stands in for one, in a process of its own, so that its processor time can be told. */
async function main(): Promise<void> {
  const { url, alone } = await startContender(await settingsOf<ContenderSettings>());

  async function runAlone({ operations, clients, variables }: RunAlone): Promise<void> {
    let left = operations;
    const client = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await alone(variables);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  serveParent({ url } satisfies GatewayReady, async (asked): Promise<GatewayTold> => {
    const question = asked as GatewayQuestion;
    switch (question.kind) {
      case 'CPU':
        break;
      case 'ANSWER':
        return { cpuMs: cpuMs(), text: await alone(question.variables) };
      case 'ALONE':
        await runAlone(question);
        break;
      case 'START_PROFILE':
        await startProfile();
        break;
      case 'STOP_PROFILE':
        await stopProfile(question.file);
        break;
    }
    return { cpuMs: cpuMs() };
  });
}

await main();
