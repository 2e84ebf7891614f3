import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createLruCache } from '../kernel/lru-cache.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import { compilePlan } from './compile-plan.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { compileOperation } from './compiled-operation.ts';
import type { CompiledOperation, OperationSource } from './compiled-operation.ts';
import { copiedPlaces } from './copied-fields.ts';
import { createPlanContext } from './plan-context.ts';

/** Compiled operations over one supergraph. */
export interface OperationCache {
  /**
   * Compiles once for each document and operation name; those who ask meanwhile wait for the same compilation.
   * `documentKey`, where the caller has one, identifies the document's text and saves printing it.
   */
  readonly get: (source: OperationSource, documentKey?: string) => Promise<CompiledOperation>;
  /** The most used first. */
  readonly mostUsed: (count: number) => OperationSource[];
}

interface Entry {
  readonly source: OperationSource;
  readonly compiled: Promise<CompiledOperation>;
  uses: number;
}

export interface OperationCacheOptions {
  readonly joins: ReadonlySet<string>;
  readonly maxOperations: number;
  /** Values that need not be looked into stay JSON text. */
  readonly passText: boolean;
}

export function createOperationCache(supergraph: Supergraph, options: OperationCacheOptions): OperationCache {
  const { joins, maxOperations, passText } = options;
  const context = createPlanContext(supergraph, joins);
  const byDocument = new WeakMap<DocumentNode, Map<string, Entry>>();
  const entries = createLruCache<string, Entry>(maxOperations);
  const plans = createLruCache<string, Promise<CompiledPlan>>(maxOperations);

  function compile(source: OperationSource): Promise<CompiledOperation> {
    return compileOperation(supergraph, source, (internal, shown) => {
      const key = passText ? `${internal.text}\n${copiedPlaces(shown)}` : internal.text;
      const known = plans.get(key);
      if (known !== undefined) return known;
      const compiled = supergraph
        .plan(internal)
        .then((plan) => compilePlan(plan, context, passText ? shown : undefined));
      plans.set(key, compiled);
      compiled.catch(() => plans.delete(key));
      return compiled;
    });
  }

  function entryFor(source: OperationSource, documentKey: string | undefined): Entry {
    const key = `${documentKey ?? print(source.document)} ${source.operationName ?? ''}`;
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { source, compiled: compile(source), uses: 0 };
    entries.set(key, entry);
    entry.compiled.catch(() => entries.delete(key));
    return entry;
  }

  return {
    get: (source, documentKey) => {
      const name = source.operationName ?? '';
      const byName = byDocument.get(source.document) ?? new Map<string, Entry>();
      let entry = byName.get(name);
      if (entry === undefined) {
        entry = entryFor(source, documentKey);
        byName.set(name, entry);
        byDocument.set(source.document, byName);
        entry.compiled.catch(() => byName.delete(name));
      }
      entry.uses += 1;
      return entry.compiled;
    },
    mostUsed: (count) =>
      entries
        .keys()
        .flatMap((key) => entries.get(key) ?? [])
        .toSorted((a, b) => b.uses - a.uses)
        .slice(0, count)
        .map(({ source }) => source),
  };
}
