import { readFile } from 'node:fs/promises';
import { isBodyName, type BodyName } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';
import { personIdOf } from '../../../schema/contract/scalars.ts';
import { ExtractFault, type BodyExtract } from '../../../subgraphs/_kit/import.ts';
import { readExtractDictionary, type ExtractDictionary } from '../../../subgraphs/_population/extract-dictionary.ts';
import { parseHousehold, type HouseholdExtract } from '../../../subgraphs/_population/extract.ts';
import { readHouseholdFile } from '../../../subgraphs/_population/source.ts';
import { readSamples, SamplesFault, type FactKey, type Sample, type SamplesFile } from '../../conformance/samples.ts';

/**
 * Sample households of a file: a samples file (an object with `houses`), or a household extract, from which what the
 * body is expected to say follows. Throws CONFORMANCE_SAMPLES_INVALID, and IMPORT_FILE_UNREADABLE.
 */
export async function readSampleFile(file: string, body: string): Promise<SamplesFile> {
  const written = await readWritten(file);
  if (written !== undefined) return written;
  const samples = await extractSamples(file, body);
  if (samples.length < 2) throw new CodedError('CONFORMANCE_SAMPLES_INVALID', { file, problem: 'fewer than 2 houses' });
  return { samples, catalogue: undefined };
}

/** Undefined when the file is no samples file. */
async function readWritten(file: string): Promise<SamplesFile | undefined> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CodedError('IMPORT_FILE_UNREADABLE', { file }, { cause });
  });
  if (!/"houses"\s*:\s*\[/u.test(text)) return undefined;
  try {
    return readSamples(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SamplesFault || error instanceof SyntaxError)) throw error;
    const problem = error instanceof SamplesFault ? error.message : 'is not valid JSON';
    throw new CodedError('CONFORMANCE_SAMPLES_INVALID', { file, problem }, { cause: error });
  }
}

async function extractSamples(file: string, body: string): Promise<readonly Sample[]> {
  const dictionary = readExtractDictionary();
  const samples: Sample[] = [];
  for await (const item of readHouseholdFile(file)) {
    if ('problem' in item) throw invalid(file, `line ${item.line}: ${item.problem}`);
    samples.push(sampleOf(item.household, { body, dictionary, place: `${file}:${item.line}` }));
  }
  return samples;
}

interface Reading {
  readonly body: string;
  readonly dictionary: ExtractDictionary;
  readonly place: string;
}

function sampleOf(household: unknown, reading: Reading): Sample {
  try {
    return expectedOf(parseHousehold(household, reading.dictionary), reading);
  } catch (error) {
    if (error instanceof ExtractFault) throw invalid(reading.place, error.message);
    throw error;
  }
}

function expectedOf({ houseCode, parts }: HouseholdExtract, { body, dictionary }: Reading): Sample {
  const place = parts.get('interior')?.identity.get('M0')?.['areaCode'];
  const areaCode = typeof place === 'string' && place !== '' ? place : null;
  const part = isBodyName(body) ? parts.get(body) : undefined;
  if (part === undefined || !isBodyName(body)) return { houseCode, areaCode, persons: [], stated: [], absent: [] };
  return {
    houseCode,
    areaCode,
    persons: part.members.map((member) => personIdOf(houseCode, member)),
    stated: statedFacts(part),
    absent: part.wasRead ? absentFacts(part, body, dictionary) : [],
  };
}

function statedFacts(part: BodyExtract): Sample['stated'] {
  return [...part.facts].flatMap(([member, facts]) =>
    [...facts].map(([name, value]) => ({ name, subject: subjectOf(part, member), value })),
  );
}

/** Facts that the body keeps and the extract does not give; what follows from others may be there or not. */
function absentFacts(part: BodyExtract, body: BodyName, dictionary: ExtractDictionary): readonly FactKey[] {
  const kept = (facts: ExtractDictionary['personFacts']): readonly string[] =>
    [...facts.values()]
      .filter((fact) => fact.body === body && fact.isStored && !always.has(fact.name))
      .map(({ name }) => name);
  const lacking = (member: string, names: readonly string[]): readonly FactKey[] =>
    names
      .filter((name) => part.facts.get(member)?.has(name) !== true)
      .map((name) => ({ name, subject: subjectOf(part, member) }));
  return [
    ...lacking('M0', kept(dictionary.householdFacts)),
    ...part.members.flatMap((member) => lacking(member, kept(dictionary.personFacts))),
  ];
}

/** Every house has one; an extract gives it as its key. */
const always: ReadonlySet<string> = new Set(['household.houseCode']);

function subjectOf({ houseCode }: BodyExtract, member: string): string {
  return member === 'M0' ? houseCode : personIdOf(houseCode, member);
}

function invalid(file: string, problem: string): CodedError {
  return new CodedError('CONFORMANCE_SAMPLES_INVALID', { file, problem });
}
