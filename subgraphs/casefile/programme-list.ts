import type { BodyCode } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { ProgrammeNode } from '../_kit/catalogue.ts';

const maxPageSize = 200;

export interface ProgrammeListRequest {
  readonly body: BodyCode | null;
  readonly kind: ProgrammeNode['kind'] | null;
  readonly search: string | null;
  readonly first: number;
  readonly after: string | null;
}

export interface ProgrammeList {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: ProgrammeNode }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** One page of the catalogue in its own order; a cursor is a programme's identifier. Throws INPUT_PAGE_SIZE_INVALID and INPUT_CURSOR_INVALID. */
export function listProgrammes(all: readonly ProgrammeNode[], request: ProgrammeListRequest): ProgrammeList {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw new CodedError('INPUT_PAGE_SIZE_INVALID', { max: maxPageSize });
  }
  const fitting = all.filter((programme) => fits(programme, request));
  const start = after === null ? 0 : fitting.findIndex((programme) => cursorOf(programme) === after) + 1;
  if (after !== null && start === 0) throw new CodedError('INPUT_CURSOR_INVALID');
  const edges = fitting.slice(start, start + first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    totalCount: fitting.length,
    edges,
    pageInfo: { hasNextPage: start + first < fitting.length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function fits(programme: ProgrammeNode, { body, kind, search }: ProgrammeListRequest): boolean {
  if (body !== null && programme.body.code !== body) return false;
  if (kind !== null && programme.kind !== kind) return false;
  if (search === null) return true;
  const wanted = search.normalize('NFC').toLowerCase();
  return [programme.id, programme.nameTh, programme.nameEn].some((text) => text.toLowerCase().includes(wanted));
}

function cursorOf({ id }: ProgrammeNode): string {
  return Buffer.from(id).toString('base64url');
}
