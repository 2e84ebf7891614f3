import { createHash } from 'node:crypto';
import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';

/** One line for each operation: nothing of its text, its variables or its answer. */
export interface OperationLine {
  /** First 16 hex digits of the SHA-256 of the document. */
  readonly operation: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly tookMs: number;
  readonly errors: readonly string[];
  readonly complete: boolean | null;
  readonly notAnswered: readonly string[];
}

/** Tells `onOperation` of every operation when its answer is ready. */
export function operationLog(now: () => number, onOperation: (line: OperationLine) => void): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      const startedMs = now();
      return Promise.resolve({
        willSendResponse: (context) => {
          onOperation({ ...lineOf(context), tookMs: Math.round((now() - startedMs) * 10) / 10 });
          return Promise.resolve();
        },
      });
    },
  };
}

function lineOf(context: GraphQLRequestContextWillSendResponse<BaseContext>): Omit<OperationLine, 'tookMs'> {
  const { operationName, operation, response } = context;
  const { errors = [], extensions } = response.body.kind === 'single' ? response.body.singleResult : {};
  const manifest = manifestOf(extensions?.['manifest']);
  return {
    operation: hashOf(context).slice(0, 16),
    name: operationName?.slice(0, 100) ?? null,
    kind: operation?.operation ?? null,
    errors: [...new Set(errors.map((error) => String(error.extensions?.['code'])))],
    complete: manifest?.complete ?? null,
    notAnswered: silentBodies(manifest),
  };
}

/** Apollo hashes the text of every operation that it could read. */
function hashOf({ queryHash, source }: { readonly queryHash?: string; readonly source?: string }): string {
  return (
    queryHash ??
    createHash('sha256')
      .update(source ?? '')
      .digest('hex')
  );
}

function silentBodies(manifest: ManifestShape | undefined): readonly string[] {
  return manifest?.bodies.filter(isSilent).map(({ code, status }) => `${code}:${status}`) ?? [];
}

interface ManifestShape {
  readonly complete: boolean;
  readonly bodies: readonly { readonly code: string; readonly status: string }[];
}

function manifestOf(value: unknown): ManifestShape | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built by the execute stage
  return typeof value === 'object' && value !== null && 'bodies' in value ? (value as ManifestShape) : undefined;
}

function isSilent({ status }: { readonly status: string }): boolean {
  return status !== 'ANSWERED' && status !== 'NO_RECORD';
}
