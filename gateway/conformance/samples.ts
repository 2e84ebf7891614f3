import { z } from 'zod';

/** One household that the subgraph under test is expected to know, and what it is expected to say. */
export interface Sample {
  readonly houseCode: string;
  /** Where it is; null: not known, and then areas are not tried on it. */
  readonly areaCode: string | null;
  readonly persons: readonly string[];
  /** Facts that the registry states; null: it was read and has no value. */
  readonly stated: readonly StatedFact[];
  /** Facts that it cannot state. */
  readonly absent: readonly FactKey[];
}

export interface FactKey {
  /** In the dictionary, for example `person.adlScore`. */
  readonly name: string;
  /** personId, or the house code. */
  readonly subject: string;
}

export interface StatedFact extends FactKey {
  readonly value: unknown;
}

/** A samples file. */
export interface SamplesFile {
  readonly samples: readonly Sample[];
  /** The body's dictionary and programmes in the shape of its programmes.json, where the file brings one. */
  readonly catalogue: unknown;
}

const factKey = z.object({ name: z.string().min(1), subject: z.string().min(1) });

const samplesFile = z.object({
  catalogue: z.unknown().optional(),
  houses: z
    .array(
      z.object({
        houseCode: z.string().regex(/^\d{11}$/u, 'must have 11 digits'),
        areaCode: z
          .string()
          .regex(/^\d{2,6}$/u, 'must have 2, 4 or 6 digits')
          .nullable()
          .default(null),
        persons: z.array(z.string().min(1)).default([]),
        facts: z.array(factKey.extend({ value: z.json() })).default([]),
        absent: z.array(factKey).default([]),
      }),
    )
    .min(2, 'must hold at least two houses'),
});

/** Why the text is no samples file: where and what. */
export class SamplesFault extends Error {}

/**
 * Reads `{ houses: [{ houseCode, areaCode?, persons?, facts?: [{ name, subject, value }], absent?: [{ name, subject }] }],
 * catalogue? }`. Throws SamplesFault.
 */
export function readSamples(json: unknown): SamplesFile {
  const parsed = samplesFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SamplesFault(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`);
  }
  const { houses, catalogue } = parsed.data;
  return { samples: houses.map(({ facts, ...house }) => ({ ...house, stated: facts })), catalogue };
}
