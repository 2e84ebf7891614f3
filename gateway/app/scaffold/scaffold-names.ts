import { isBodyName, joinName } from '../../../schema/contract/bodies.ts';
import { CodedError } from '../../../schema/contract/error-codes.ts';

/** What `samutphok body new` is told about a body. */
export interface NewBody {
  /** Its code in any spelling: FISHERIES, fisheries, MARINE_COASTAL or marine-coastal. */
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Department that its first programme belongs to. */
  readonly department?: string | undefined;
}

/** A body's name in every spelling that code, tables and graph use. */
export interface BodySpellings {
  /** `marine-coastal`: folder, subgraph and command line. */
  readonly name: string;
  /** `marine_coastal`: tables. */
  readonly snake: string;
  /** `MARINE_COASTAL`: the graph's BodyCode. */
  readonly code: string;
  /** `marineCoastal`: the field of Household, and facts. */
  readonly camel: string;
  /** `MarineCoastal`: types. */
  readonly pascal: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** The spellings in subgraphs/_template, each of which means one thing. */
const ofTemplate: BodySpellings = {
  name: 'template-body',
  snake: 'template_body',
  code: 'TEMPLATE_BODY',
  camel: 'templateBody',
  pascal: 'TemplateBody',
  nameTh: 'หน่วยงานแม่แบบ',
  nameEn: 'Template Body',
};

/** Names that GraphQL keeps for itself or that mean something else in this repository. */
const reserved: ReadonlySet<string> = new Set([joinName, 'true', 'false', 'null', 'body', 'query', 'household']);

/** Checks code and names. Throws BODY_NAME_INVALID, and CONFIG_INVALID that names the flag. */
export function spellingsOf({ code, nameTh, nameEn }: NewBody): BodySpellings {
  const name = code.toLowerCase().replaceAll('_', '-');
  if (!/^[a-z]{2,}(?:-[a-z]+)*$/u.test(name) || name.length > 30) {
    throw nameRefused(code, 'it takes 2 to 30 Latin letters, words joined by a hyphen or an underscore');
  }
  if (reserved.has(name) || (isBodyName(name) && name === ofTemplate.name)) throw nameRefused(code, 'it is reserved');
  checkText('--name-th', nameTh, /\p{Script=Thai}/u);
  checkText('--name-en', nameEn, /[A-Za-z]/u);
  const words = name.split('-');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    name,
    snake: words.join('_'),
    code: words.join('_').toUpperCase(),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    nameTh,
    nameEn,
  };
}

/** A text or path of the template in another body's name. */
export function inTheNameOf(body: BodySpellings): (text: string) => string {
  const byTemplate = new Map(
    (['name', 'snake', 'code', 'camel', 'pascal', 'nameTh', 'nameEn'] as const).map((key) => [
      ofTemplate[key],
      body[key],
    ]),
  );
  const anySpelling = new RegExp([...byTemplate.keys()].join('|'), 'gu');
  return (text) => text.replaceAll(anySpelling, (spelling) => byTemplate.get(spelling) ?? spelling);
}

export function nameRefused(code: string, problem: string): CodedError {
  return new CodedError('BODY_NAME_INVALID', { code: code.slice(0, 40), problem });
}

/** Names stand in TypeScript, GraphQL and Markdown: only what means the same in all three. */
function checkText(flag: string, text: string, script: RegExp): void {
  if (text.length <= 120 && script.test(text) && /^[\p{L}\p{M}\p{N} .,()&-]+$/u.test(text)) return;
  throw new CodedError('CONFIG_INVALID', {
    name: flag,
    problem: 'must be a name of at most 120 letters in its own script, digits, spaces and . , ( ) & -',
  });
}
