import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { programmeNode, readProgrammeFile, type ProgrammeFile } from './catalogue.ts';
import { rowsOf, type BodyExtract, type TableRows } from './import.ts';
import {
  detailLoader,
  detailSql,
  recordLoader,
  recordSql,
  type DetailLoader,
  type RecordLoader,
} from './record-loader.ts';
import type { Fact, HouseholdKey, HouseholdRecord, RecordScope } from './record.ts';
import type { Columns, Detail, Registry } from './registry.ts';
import { asResolverMap, type ResolverMap } from './resolver-map.ts';
import { scalarResolvers } from './scalars.ts';
import { openStore, type ConstantSql, type Store } from './store.ts';
import { readSharedSchema } from './shared-schema.ts';
import { beginWriting, type StoreWriting } from './write.ts';

/** What every resolver of a body gets; made anew for each call of the gateway. */
export interface BodyContext {
  /** This body's record by house code; null when it has never heard of the house. */
  readonly records: RecordLoader;
  /** Rows of one detail by house code, read only when asked for. */
  readonly detail: <C extends Columns>(detail: Detail<C>) => DetailLoader<C>;
  readonly store: Store;
  /** The date that counted facts are given for. */
  readonly today: string;
}

/** How a body is opened: where its data is and which day it is. */
export interface OpenOptions {
  readonly dataDir: string;
  /** Today's civil date; the demo always says the catalogue's own date. */
  readonly today: () => string;
}

/** What comes with a call besides its document. */
export interface CallSetting {
  /** The GraphQL request's `extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A subgraph that answers. */
export interface OpenSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** A new context for one call. */
  readonly context: (call: CallSetting) => object;
  /** Statements its database has run so far; the join has no database. */
  readonly statementCount: () => number;
  readonly close: () => Promise<void>;
}

/** One body's way into its own store, for the import of household extracts. */
export interface BodyImporter {
  readonly rowsOf: (extract: BodyExtract) => TableRows;
  readonly begin: () => Promise<StoreWriting>;
}

export interface OpenBody extends OpenSubgraph {
  readonly importer: BodyImporter;
}

/** One of the fourteen subgraphs, not opened yet. */
export interface SubgraphDefinition<Opened extends OpenSubgraph = OpenSubgraph> {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly open: (options: OpenOptions) => Promise<Opened>;
}

export interface BodyDefinition extends SubgraphDefinition<OpenBody> {
  readonly name: BodyName;
  readonly programmeFile: ProgrammeFile;
}

/** Resolvers by type; codegen's types say what a body must give. */
export interface BodyResolvers {
  readonly Household?: object;
}

/** What a body writes itself; everything else is the same for all thirteen. */
export interface BodyParts {
  readonly registry: Registry;
  /** The body's folder, `import.meta.dirname`. */
  readonly directory: string;
  /** Resolvers of its typed detail. `Household` and the common fields of its record are there already. */
  readonly resolvers: BodyResolvers;
  /** Facts that follow from stated ones. */
  readonly derive?: (record: HouseholdRecord) => readonly Fact[];
  /** Its part of an extract -> its rows; the default takes every register and detail as it stands. */
  readonly importExtract?: (extract: BodyExtract) => TableRows;
}

/** The one wiring of a body. Throws CATALOGUE_INVALID for a programme file that does not fit. */
export function defineSubgraph(parts: BodyParts): BodyDefinition {
  const { registry, directory } = parts;
  const name = registry.body;
  const programmeFile = readProgrammeFile(name, directory);
  const typeDefs = parse(`${readSharedSchema()}\n${readFileSync(path.join(directory, 'schema.graphql'), 'utf8')}`);
  const sql = {
    record: recordSql(registry),
    details: new Map(registry.details.map((part) => [part.table, detailSql(part)])),
  };
  return {
    name,
    typeDefs,
    programmeFile,
    open: async ({ dataDir, today }) => {
      const store = await openStore(name, dataDir, path.join(directory, 'migrations'));
      const programmes = new Map(programmeFile.programmes.map((entry) => [entry.id, programmeNode(entry)]));
      const scope = { registry, programmes, ...(parts.derive && { derive: parts.derive }) };
      return {
        name,
        schema: buildSubgraphSchema({ typeDefs, resolvers: bodyResolvers(name, parts.resolvers) }),
        context: () => bodyContext(store, sql, { ...scope, today: today() }),
        statementCount: store.statementCount,
        importer: {
          rowsOf: parts.importExtract ?? ((extract) => rowsOf(registry, extract)),
          begin: () => beginWriting(store, registry),
        },
        close: store.close,
      };
    },
  };
}

interface BodySql {
  readonly record: ConstantSql;
  readonly details: ReadonlyMap<string, ConstantSql>;
}

function bodyContext(store: Store, sql: BodySql, scope: RecordScope): BodyContext {
  const loaders = new Map<string, unknown>();
  return {
    store,
    today: scope.today,
    records: recordLoader(store, sql.record, scope),
    detail: <C extends Columns>(part: Detail<C>) => {
      const text = sql.details.get(part.table);
      if (text === undefined) throw new TypeError(`${part.table} is not a detail of this body`);
      if (!loaders.has(part.table)) loaders.set(part.table, detailLoader(store, text, part));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under its own table's name
      return loaders.get(part.table) as DetailLoader<C>;
    },
  };
}

/** `Household` with this body's record, the scalars, and the body's own resolvers over them. */
function bodyResolvers(name: BodyName, own: BodyResolvers): ResolverMap {
  const household = {
    __resolveReference: (key: HouseholdKey) => key,
    [recordField(name)]: async ({ houseCode }: HouseholdKey, _: unknown, { records }: BodyContext) => {
      const record = await records.load(houseCode);
      return record?.wasRead === true ? record : null;
    },
  };
  return asResolverMap({ ...scalarResolvers, ...own, Household: { ...household, ...own.Household } });
}
