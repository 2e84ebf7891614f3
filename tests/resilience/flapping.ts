import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bodyNames, bodyOf, recordField, type BodyName } from '../../schema/contract/bodies.ts';
import type { BodyFault } from '../support/faulty-body.ts';
import type { Json, Response, TestGateway } from '../support/gateway.ts';

/** What is asked while bodies flap: every record, every verdict, and the list of gaps. */
export const flappingQuery = `query Flapping($houseCode: HouseCode!) { household(houseCode: $houseCode) {
  houseCode members { personId nameTh }
  answers { body { code } status }
  ${bodyNames.map((name) => `${recordField(name)} { found facts { name subject value } }`).join('\n  ')}
  gaps { complete items { programme { id } person { personId } } }
} }`;

/** The order in which a flapping body changes, a moment of health between any two. */
export const flappingFaults: readonly BodyFault[] = [
  'RESET',
  'STATUS_500',
  'HTML',
  'TRUNCATED',
  'REFUSED',
  'SILENCE',
  'NULL_ENTITY',
  'PARTIAL_ERRORS',
  'PROTO_KEY',
  'HUGE',
];

/** Bodies that flap; the interior is not among them, since without it there is nothing to lose. */
export const flappingBodies: readonly BodyName[] = ['health', 'labour', 'social-welfare'];

const steady = bodyNames.filter((name) => !flappingBodies.includes(name));

/** What is wrong with an answer besides what the flapping bodies owe; nothing when all is well. */
export function complaintsAbout(response: Response, healthy: Response): string[] {
  const { status, data, errors, manifest } = response;
  if (status !== 200 || data?.household == null)
    return [
      `status ${status}, ${JSON.stringify(errors.map((e) => [e.path, e.extensions.code, e.extensions.body])).slice(0, 900)}`,
    ];
  const codes = new Set<string>(flappingBodies.map((name) => bodyOf(name).code));
  const strange = errors.filter(({ extensions }) => !codes.has(extensions.body ?? ''));
  const rows = new Map(manifest.bodies.map(({ code, status: answer }) => [code, answer]));
  return [
    ...strange.map(({ extensions }) => `error of ${extensions.body}: ${extensions.code}`),
    ...(manifest.bodies.length === bodyNames.length ? [] : [`${manifest.bodies.length} rows`]),
    ...steady.flatMap((name) => complaintsAboutBody(name, rows.get(bodyOf(name).code), data, healthy.data)),
  ];
}

function complaintsAboutBody(name: BodyName, status: string | undefined, data: Json, healthy: Json): string[] {
  const field = recordField(name);
  if (status !== 'ANSWERED') return [`${name} is ${status}`];
  const isWhole = JSON.stringify(data.household[field]) === JSON.stringify(healthy.household[field]);
  return isWhole ? [] : [`the record of ${name} is another`];
}

/** Remembers in which states the breakers were seen, in their order. */
export function watchBreakers({ bodies }: Pick<TestGateway, 'bodies'>): {
  readonly look: () => void;
  readonly seen: (name: string) => readonly string[];
} {
  const histories = new Map([...bodies.keys()].map((name) => [name, ['CLOSED']]));
  return {
    look: () => {
      for (const [name, body] of bodies) {
        const history = histories.get(name) ?? [];
        const state = body.breakerState();
        if (history.at(-1) !== state) history.push(state);
      }
    },
    seen: (name) => histories.get(name) ?? [],
  };
}

/** Subgraphs whose breaker must never have moved. */
export const steadySubgraphs: readonly string[] = [...steady, 'casefile'];

/** Bytes of the heap that are in use after everything unreachable is gone. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
