import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import { refusal, type Placer } from './findings.ts';

/** How large one subgraph's schema may be. The largest of the fourteen has 57 KB, 2,100 tokens and 72 types. */
export interface SdlLimits {
  readonly bytes: number;
  readonly tokens: number;
  readonly types: number;
  readonly fields: number;
  readonly directives: number;
  /** Open brackets of any kind, one in another. */
  readonly depth: number;
  readonly nameLength: number;
}

export const sdlLimits: SdlLimits = Object.freeze({
  bytes: 1024 * 1024,
  tokens: 60_000,
  types: 400,
  fields: 4_000,
  directives: 6_000,
  depth: 24,
  nameLength: 120,
});

/**
 * What makes an SDL too large to be parsed and composed, with the line where it passes the limit; undefined for one
 * that may be. One pass over the tokens, without recursion: the parser would follow brackets however deep they go.
 */
export function passedLimit(sdl: string, place: Placer, limits: SdlLimits = sdlLimits): Finding | undefined {
  if (Buffer.byteLength(sdl) > limits.bytes) {
    return tooMuch({ code: 'SDL_TOO_LARGE', en: 'bytes', th: 'ไบต์', max: limits.bytes }, place(sdl, 1));
  }
  const lexer = new Lexer(new Source(sdl));
  const counts = newCounts();
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      count(counts, token);
      const passed = passedBy(counts, limits);
      if (passed !== undefined) return tooMuch(passed, place(sdl, token.line));
    }
  } catch (error) {
    if (error instanceof GraphQLError) return notGraphql(error, place(sdl, error.locations?.[0]?.line ?? 1));
    throw error;
  }
  return undefined;
}

/** What cannot be parsed, with the line where the parser stopped. */
export function notGraphql(error: GraphQLError, place: ReturnType<Placer>): Finding {
  return refusal('SDL_SYNTAX', place, {
    why: `The schema is not GraphQL: ${error.message.slice(0, 200)}`,
    whyTh: `สคีมาไม่ใช่ GraphQL ที่ถูกต้อง: ${error.message.slice(0, 200)}`,
    mend: 'Correct the line; `samutphok body check` shows the same.',
    mendTh: 'แก้ไขบรรทัดนี้ แล้วตรวจซ้ำด้วย `samutphok body check`',
  });
}

interface Counts {
  tokens: number;
  types: number;
  fields: number;
  directives: number;
  depth: number;
  nameLength: number;
  /** Depth of round brackets: a colon inside them is an argument's. */
  round: number;
}

function newCounts(): Counts {
  return { tokens: 0, types: 0, fields: 0, directives: 0, depth: 0, nameLength: 0, round: 0 };
}

function count(counts: Counts, { kind, value }: Token): void {
  counts.tokens += 1;
  counts.depth += nesting.get(kind) ?? 0;
  if (kind === TokenKind.PAREN_L) counts.round += 1;
  if (kind === TokenKind.PAREN_R) counts.round -= 1;
  if (kind === TokenKind.AT) counts.directives += 1;
  if (kind === TokenKind.COLON && counts.round === 0) counts.fields += 1;
  if (kind !== TokenKind.NAME) return;
  counts.nameLength = value.length;
  if (counts.depth === 0 && definingWords.has(value)) counts.types += 1;
}

const nesting: ReadonlyMap<TokenKind, 1 | -1> = new Map([
  [TokenKind.BRACE_L, 1],
  [TokenKind.BRACKET_L, 1],
  [TokenKind.PAREN_L, 1],
  [TokenKind.BRACE_R, -1],
  [TokenKind.BRACKET_R, -1],
  [TokenKind.PAREN_R, -1],
]);

const definingWords: ReadonlySet<string> = new Set(['type', 'interface', 'union', 'enum', 'input', 'scalar']);

const passing = [
  { name: 'tokens', code: 'SDL_TOO_MANY_TOKENS', en: 'words and signs', th: 'คำและเครื่องหมาย' },
  { name: 'types', code: 'SDL_TOO_MANY_TYPES', en: 'types', th: 'ชนิด' },
  { name: 'fields', code: 'SDL_TOO_MANY_FIELDS', en: 'fields', th: 'ฟิลด์' },
  { name: 'directives', code: 'SDL_TOO_MANY_DIRECTIVES', en: 'directives', th: 'ไดเรกทีฟ' },
  { name: 'depth', code: 'SDL_TOO_DEEP', en: 'brackets one in another', th: 'ชั้นของวงเล็บ' },
  { name: 'nameLength', code: 'SDL_NAME_TOO_LONG', en: 'characters in a name', th: 'ตัวอักษรในชื่อ' },
] as const satisfies readonly { name: keyof Counts & keyof SdlLimits; code: string; en: string; th: string }[];

interface Passed {
  readonly code: string;
  /** What there is too much of. */
  readonly en: string;
  readonly th: string;
  readonly max: number;
}

function passedBy(counts: Counts, limits: SdlLimits): Passed | undefined {
  const found = passing.find(({ name }) => counts[name] > limits[name]);
  return found && { ...found, max: limits[found.name] };
}

function tooMuch({ code, en, th, max }: Passed, place: ReturnType<Placer>): Finding {
  return refusal(code, place, {
    why: `The schema has more than ${max} ${en}: every gateway would have to carry it.`,
    whyTh: `สคีมามี${th}เกิน ${max} ซึ่งทุกเกตเวย์ต้องรับภาระ`,
    mend: 'Publish what the other bodies need, and keep the rest inside.',
    mendTh: 'เผยแพร่เฉพาะส่วนที่หน่วยงานอื่นต้องใช้',
  });
}
