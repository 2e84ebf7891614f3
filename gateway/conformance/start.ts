import type { Bench } from './bench.ts';
import type { Dictionary } from './dictionary.ts';
import { isObject, member, type JsonObject } from './json.ts';
import { entitiesOf, type Reply } from './reply.ts';
import type { Sample } from './samples.ts';
import { commonSelection, entitiesQuery } from './selections.ts';
import { readSubgraphSchema, type RecordPlace, type SubgraphSchema } from './subgraph-schema.ts';

/** What is tested, and against what. */
export interface Subject {
  /** The subgraph's name, for example `health`. */
  readonly body: string;
  readonly samples: readonly Sample[];
  readonly dictionary: Dictionary;
  /** Why the SDL does not compose with nothing beside it; null: it does. */
  readonly composeAlone: (sdl: string) => string | null;
  /** The gateway waits this long for a call. */
  readonly deadlineMs: number;
}

/** The first answers: what the subgraph says of itself, and each sample asked for by itself. */
export interface Start {
  readonly subject: Subject;
  readonly service: Reply;
  /** Null when there was no SDL or it does not parse. */
  readonly schema: SubgraphSchema | null;
  /** Empty without a schema that has a record. */
  readonly answers: readonly SampleAnswer[];
}

export interface SampleAnswer {
  readonly sample: Sample;
  readonly reply: Reply;
  /** The household as it came; null: none. */
  readonly entity: JsonObject | null;
  readonly record: JsonObject | null;
}

export async function makeStart(subject: Subject, bench: Bench): Promise<Start> {
  const service = await bench.ask({ query: '{ _service { sdl } }' });
  const sdl = member(member(service.data, '_service'), 'sdl');
  const schema = typeof sdl === 'string' ? schemaOf(sdl) : null;
  const answers: SampleAnswer[] = [];
  for (const sample of schema?.record ? subject.samples : []) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that what is compared with these is not yet at play
    if (schema?.record) answers.push(await askOne(sample, schema.record, bench));
  }
  return { subject, service, schema, answers };
}

function schemaOf(sdl: string): SubgraphSchema | null {
  try {
    return readSubgraphSchema(sdl);
  } catch {
    return null;
  }
}

async function askOne(sample: Sample, record: RecordPlace, bench: Bench): Promise<SampleAnswer> {
  const reply = await bench.ask({
    query: entitiesQuery({ Household: `houseCode ${commonSelection(record)}` }),
    variables: { keys: [{ __typename: 'Household', houseCode: sample.houseCode }] },
  });
  const entity = entitiesOf(reply)?.[0];
  const found = member(entity, record.field);
  return {
    sample,
    reply,
    entity: isObject(entity) ? entity : null,
    record: isObject(found) ? found : null,
  };
}
