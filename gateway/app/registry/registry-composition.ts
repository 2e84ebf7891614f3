import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { accessRules } from '../../../schema/contract/access-rules.ts';
import { bodyNames, isBodyName } from '../../../schema/contract/bodies.ts';
import type { Finding, Publication } from '../../../schema/contract/publication.ts';
import { parseCatalogue } from '../../../subgraphs/_kit/rules/programme.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { tryToCompose, type CompositionProblem } from '../../plan/compose.ts';
import { sha256 } from '../../registry/artefact.ts';
import type { Composition } from '../../registry/composer.ts';
import { createPlacer, refusal } from '../../registry/findings.ts';
import { subgraphsDirectory } from '../subgraphs.ts';

export interface CompositionRequest {
  readonly publications: readonly Publication[];
  /** The body whose lines the findings name. */
  readonly blamed: string;
  /** The part of the schema that is the same for all bodies. */
  readonly sharedSchema: string;
}

/** Composes what is published into one graph and one catalogue. */
export function composePublications({ publications, blamed, sharedSchema }: CompositionRequest): Composition {
  const composed = tryToCompose(publications.map(({ body, sdl }) => ({ name: body, typeDefs: sdl })));
  if (!composed.ok) {
    const sdl = publications.find(({ body }) => body === blamed)?.sdl ?? '';
    const line = ({ places }: CompositionProblem): number => places.find(({ body }) => body === blamed)?.line ?? 1;
    const place = createPlacer(sharedSchema);
    const findings = composed.problems.map((problem) => notComposable(problem, place(sdl, line(problem))));
    return { kind: 'REFUSED', findings: findings.slice(0, maxFindings) };
  }
  const gathered = gatherCatalogue(publications);
  if (gathered.problem !== undefined) return { kind: 'REFUSED', findings: [notInCatalogue(gathered.problem)] };
  const { supergraph } = composed;
  return {
    kind: 'COMPOSED',
    supergraph: `${supergraph.trimEnd()}\n`,
    policySha256: sha256(canonicalJson(Object.fromEntries(accessRules(supergraph)))),
    catalogue: gathered.catalogue,
    composer,
  };
}

const maxFindings = 50;

const composerPackage = z
  .object({ name: z.string(), version: z.string() })
  .parse(createRequire(import.meta.url)('@apollo/composition/package.json'));

const composer = `${composerPackage.name} ${composerPackage.version}`;

function notComposable(
  { code, message }: CompositionProblem,
  place: ReturnType<ReturnType<typeof createPlacer>>,
): Finding {
  return refusal(`COMPOSITION_${code}`, place, {
    why: `It does not compose with what the other bodies publish: ${message.slice(0, 1_000)}`,
    whyTh: `รวมกับกราฟที่หน่วยงานอื่นเผยแพร่ไม่ได้: ${message.slice(0, 1_000)}`,
    mend: 'Change the line so that both fit, or agree with the body that is named.',
    mendTh: 'แก้ไขบรรทัดนี้ให้เข้ากัน หรือตกลงกับหน่วยงานที่ระบุ',
  });
}

function notInCatalogue(problem: string): Finding {
  return refusal(
    'PROGRAMMES_INVALID',
    { file: 'programmes.json', line: null },
    {
      why: `The programmes do not fit the catalogue: ${problem}`,
      whyTh: `โครงการไม่เข้ากับบัญชีสิทธิ: ${problem}`,
      mend: 'Correct the entry; `samutphok body check` says which line it is.',
      mendTh: 'แก้ไขรายการนี้ คำสั่ง `samutphok body check` จะระบุบรรทัด',
    },
  );
}

const programmeFile = z.object({
  facts: z.array(z.looseObject({ ownerBody: z.string() })),
  programmes: z.array(z.looseObject({ body: z.string() })),
});

interface Gathered {
  readonly catalogue: string;
  readonly problem?: string;
}

/** All programmes in the order of the memorandum, every key as its body wrote it. */
function gatherCatalogue(publications: readonly Publication[]): Gathered {
  const files = publications
    .toSorted((one, other) => rankOf(one.body) - rankOf(other.body))
    .flatMap(({ body, programmes }) => (programmes === null ? [] : [{ body, file: readProgrammes(programmes) }]));
  for (const { body, file } of files) {
    const owners = [
      ...(file?.facts ?? []).map(({ ownerBody }) => ownerBody),
      ...(file?.programmes ?? []).map((one) => one.body),
    ];
    if (file === undefined || owners.some((owner) => owner !== body)) {
      return { catalogue: '', problem: `${body} states no programmes, or those of another body` };
    }
  }
  const catalogue = {
    meta: JSON.parse(readFileSync(path.join(subgraphsDirectory, '_kit/catalogue-meta.json'), 'utf8')) as unknown,
    facts: files.flatMap(({ file }) => file?.facts ?? []),
    programmes: files.flatMap(({ file }) => file?.programmes ?? []),
  };
  const checked = parseCatalogue(catalogue);
  const text = `${JSON.stringify(catalogue, null, 1)}\n`;
  if (checked.ok) return { catalogue: text };
  return {
    catalogue: '',
    problem: checked.problems
      .slice(0, 5)
      .map(({ path: at, message }) => `${at}: ${message}`)
      .join('; '),
  };
}

function rankOf(body: string): number {
  return isBodyName(body) ? bodyNames.indexOf(body) : bodyNames.length;
}

function readProgrammes(text: string): z.infer<typeof programmeFile> | undefined {
  try {
    return programmeFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
