import { Kind, visit } from 'graphql';
import type { Finding } from '../../schema/contract/publication.ts';
import type { CheckInput } from './check-input.ts';
import type { CheckView } from './check-view.ts';
import { finding, type Place } from './finding.ts';
import { lineOf } from './subgraph-document.ts';

/** Several times what the largest of the fourteen has. */
const limits = {
  bytes: 256 * 1024,
  programmesBytes: 1024 * 1024,
  programmesDepth: 64,
  bracketDepth: 16,
  tokens: 40_000,
  types: 300,
  fields: 3_000,
  fieldsOfOneType: 200,
  arguments: 20,
  listDepth: 2,
} as const;

/** Before the parser, which recurses into brackets: bytes, brackets and, roughly, tokens of both texts. */
export function checkText({ candidate, tools }: CheckInput): readonly Finding[] {
  const { sdl, programmes } = candidate;
  const start = { file: 'schema.graphql', line: 1 };
  const bytes = Buffer.byteLength(sdl);
  if (bytes > limits.bytes) return [tooLarge(start, bytes, 'bytes', limits.bytes)];
  const inProgrammes = programmes === null ? [] : checkProgrammeText(programmes);
  if (inProgrammes.length > 0) return inProgrammes;
  const { depth, depthLine, tokens } = scan(sdl);
  if (depth > limits.bracketDepth) {
    return [finding('SCHEMA_TOO_DEEP', tools.locate(depthLine), { found: depth, max: limits.bracketDepth })];
  }
  return tokens > limits.tokens ? [tooLarge(start, tokens, 'tokens', limits.tokens)] : [];
}

function checkProgrammeText(text: string): readonly Finding[] {
  const bytes = Buffer.byteLength(text);
  const file = 'programmes.json';
  if (bytes > limits.programmesBytes) {
    return [finding('PROGRAMMES_TOO_LARGE', { file, line: 1 }, { found: bytes, max: limits.programmesBytes })];
  }
  const { depth, depthLine } = scan(text);
  if (depth <= limits.programmesDepth) return [];
  return [finding('PROGRAMMES_TOO_DEEP', { file, line: depthLine }, { found: depth, max: limits.programmesDepth })];
}

/** What the parsed schema is made of: an explosion of types, fields, arguments or lists in lists. */
export function checkShape({ candidate, atLine, at }: CheckView): readonly Finding[] {
  const found: Finding[] = [];
  const types = [...candidate.types.values()];
  const last = types[limits.types];
  if (last !== undefined) found.push(tooLarge(atLine(last.line, last.name), types.length, 'types', limits.types));
  const fields = types.reduce((sum, type) => sum + type.fields.size + type.values.size, 0);
  if (fields > limits.fields) found.push(tooLarge(atLine(1), fields, 'fields', limits.fields));
  for (const { name, line, fields: own, values } of types) {
    const size = own.size + values.size;
    if (size > limits.fieldsOfOneType) found.push(tooLarge(atLine(line, name), size, 'fields', limits.fieldsOfOneType));
  }
  visit(candidate.document, {
    FieldDefinition: ({ name, arguments: all = [] }) => {
      if (all.length <= limits.arguments) return;
      found.push(tooLarge(atLine(lineOf(name), name.value), all.length, 'arguments', limits.arguments));
    },
    ListType: (node) => {
      let depth = 0;
      for (let type = node.type; type.kind !== Kind.NAMED_TYPE; type = type.type) {
        if (type.kind === Kind.LIST_TYPE) depth += 1;
      }
      if (depth < limits.listDepth) return;
      found.push(finding('SCHEMA_TOO_DEEP', atLine(lineOf(node)), { found: depth + 1, max: limits.listDepth }));
    },
  });
  const sensible = candidate.types.size > 0;
  return sensible ? found : [...found, finding('SCHEMA_SYNTAX', at('Query'), { problem: 'it defines no type' })];
}

function tooLarge(place: Place, found: number, unit: string, max: number): Finding {
  return finding('SCHEMA_TOO_LARGE', place, { found, unit, max });
}

interface Scan {
  readonly depth: number;
  readonly depthLine: number;
  readonly tokens: number;
}

/** One pass without recursion. Texts and comments count as one token and hold no brackets. */
function scan(sdl: string): Scan {
  let depth = 0;
  let deepest = 0;
  let depthLine = 1;
  let line = 1;
  let tokens = 0;
  for (const [token] of sdl.matchAll(
    /"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|#[^\n]*|\n|[[\]{}()]|[^\s"#[\]{}()]+/gu,
  )) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    tokens += 1;
    if ('[{('.includes(token)) depth += 1;
    else if (']})'.includes(token)) depth -= 1;
    else if (token.startsWith('"""')) line += token.split('\n').length - 1;
    if (depth > deepest) {
      deepest = depth;
      depthLine = line;
    }
  }
  return { depth: deepest, depthLine, tokens };
}
