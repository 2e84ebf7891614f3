import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckView } from './check-view.ts';
import { finding, type PlainCode } from './finding.ts';

/** Every field says who may read it, and is as strict as its type, its interface, what it leads to and the fact it shows. */
export function checkClassification({ input, candidate, programmes, at }: CheckView): readonly Finding[] {
  return input.tools
    .classify(candidate.document, programmes.gathered)
    .map(({ coordinate, text }) => finding(codeOf(text), at(coordinate), { problem: text }));
}

/** By the words of subgraphs/_kit/classification.ts. */
const codes: readonly (readonly [begins: string, code: PlainCode])[] = [
  ['has no @open', 'FIELD_UNCLASSIFIED'],
  ['must allow null', 'FIELD_MUST_ALLOW_NULL'],
  ['is a citizen number', 'CITIZEN_NUMBER_UNMASKED'],
  ['is of an unknown category', 'CATEGORY_UNKNOWN'],
  ['is stricter than its fact', 'FIELD_STRICTER_THAN_FACT'],
  ['has no typed field', 'FACT_WITHOUT_FIELD'],
];

function codeOf(text: string): PlainCode {
  return codes.find(([begins]) => text.startsWith(begins))?.[1] ?? 'FIELD_LESS_STRICT';
}
