import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createLruCache } from '../kernel/lru-cache.ts';
import type { LruCache } from '../kernel/lru-cache.ts';
import type { Supergraph } from '../plan/supergraph.ts';
import { compilePlan } from './compile-plan.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { compileOperation } from './compiled-operation.ts';
import type { CompiledOperation, OperationSource, PlanFor } from './compiled-operation.ts';
import { copiedPlaces } from './copied-fields.ts';
import { createPlanContext } from './plan-context.ts';
import { prepareReader } from './row-reader.ts';
import type { PreparedReader, ReaderRules } from './row-reader.ts';

/** Compiled operations over one supergraph. */
export interface OperationCache {
  /**
   * Compiles once for each document, operation name, variant of what is held back, and reader; those who ask meanwhile
   * wait for the same compilation.
   * `documentKey`, where the caller has one, identifies the document's text and saves printing it.
   */
  readonly get: (source: OperationSource, documentKey?: string) => Promise<CompiledOperation>;
  /** The most used first. */
  readonly mostUsed: (count: number) => OperationSource[];
  /** Operations that are kept now. */
  readonly size: () => number;
}

/** How often an operation was there already, and how often it had to be compiled. */
interface Lookups {
  hits: number;
  misses: number;
}

/** Compiled operations: how many are kept for a supergraph, and how often one was there already, whatever supergraph. */
export type PlanCache = Readonly<Lookups> & { readonly size: number };

/** The caches of one engine. */
export interface OperationCaches {
  readonly of: (supergraph: Supergraph) => OperationCache;
  readonly counts: (supergraph: Supergraph) => PlanCache;
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

export function createOperationCaches(options: OperationCacheOptions): OperationCaches {
  const caches = new WeakMap<Supergraph, OperationCache>();
  const lookups: Lookups = { hits: 0, misses: 0 };
  function cacheOf(supergraph: Supergraph): OperationCache {
    const cache = caches.get(supergraph) ?? createOperationCache(supergraph, options, lookups);
    caches.set(supergraph, cache);
    return cache;
  }
  return { of: cacheOf, counts: (supergraph) => ({ ...lookups, size: cacheOf(supergraph).size() }) };
}

function createOperationCache(
  supergraph: Supergraph,
  { joins, maxOperations, passText }: OperationCacheOptions,
  lookups: Lookups,
): OperationCache {
  const context = createPlanContext(supergraph, joins);
  const byDocument = new WeakMap<DocumentNode, LruCache<string, Entry>>();
  const entries = createLruCache<string, Entry>(maxOperations);
  const plans = createLruCache<string, Promise<CompiledPlan>>(maxOperations);
  const prepare = createReaders(supergraph);

  const planFor: PlanFor = (internal, shown) => {
    const key = passText ? `${internal.text}\n${copiedPlaces(shown)}` : internal.text;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const compiled = supergraph.plan(internal).then((plan) => compilePlan(plan, context, passText ? shown : undefined));
    plans.set(key, compiled);
    compiled.catch(() => plans.delete(key));
    return compiled;
  };

  async function compile(source: OperationSource): Promise<CompiledOperation> {
    return compileOperation(supergraph, source, planFor, source.reader && prepare(source.reader));
  }

  function entryFor(source: OperationSource, documentKey: string | undefined): Entry {
    const key = `${documentKey ?? print(source.document)} ${nameOf(source)}`;
    const known = entries.get(key);
    if (known !== undefined) return known;
    lookups.misses += 1;
    const entry: Entry = { source: kept(source), compiled: compile(source), uses: 0 };
    entries.set(key, entry);
    entry.compiled.catch(() => entries.delete(key));
    return entry;
  }

  return {
    size: entries.size,
    get: (source, documentKey) => {
      const { misses } = lookups;
      const name = nameOf(source);
      const byName = byDocument.get(source.document) ?? createLruCache<string, Entry>(maxOfDocument);
      let entry = byName.get(name);
      if (entry === undefined) {
        entry = entryFor(source, documentKey);
        byName.set(name, entry);
        byDocument.set(source.document, byName);
        entry.compiled.catch(() => byName.delete(name));
      }
      entry.uses += 1;
      if (lookups.misses === misses) lookups.hits += 1;
      return entry.compiled;
    },
    mostUsed: (count) => mostUsedOf(entries, count),
  };
}

/** Of one document, by operation, variant and reader. The others are found by the document's text. */
const maxOfDocument = 64;

const maxReaders = 256;

function createReaders({ apiSchema }: Supergraph): (reader: ReaderRules) => PreparedReader {
  const readers = createLruCache<string, PreparedReader>(maxReaders);
  return (reader) => {
    const prepared = readers.get(reader.key) ?? prepareReader(apiSchema, reader);
    readers.set(reader.key, prepared);
    return prepared;
  };
}

/** What is asked of a document: an operation, and where there are such, the variant and the reader. */
function nameOf({ document, operationName, held, reader }: OperationSource): string {
  const name = operationName ?? '';
  const isWhole = held === undefined || (held.document === document && held.shape === document);
  return isWhole && reader === undefined ? name : JSON.stringify([name, isWhole ? '' : held.variant, reader?.key]);
}

/** A reader's look belongs to one request, and is not kept. */
function kept({ reader, ...source }: OperationSource): OperationSource {
  return reader === undefined
    ? source
    : { ...source, reader: { key: reader.key, guards: reader.guards, masks: reader.masks } };
}

function mostUsedOf(entries: LruCache<string, Entry>, count: number): OperationSource[] {
  return entries
    .keys()
    .flatMap((key) => entries.get(key) ?? [])
    .toSorted((a, b) => b.uses - a.uses)
    .slice(0, count)
    .map(({ source }) => source);
}
