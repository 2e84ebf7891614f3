import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { accessRules } from '../../schema/contract/access-rules.ts';
import { recordField, type BodyName } from '../../schema/contract/bodies.ts';
import { CodedError } from '../../schema/contract/error-codes.ts';
import type { AccessContext } from '../../schema/contract/identity.ts';
import { programmeNode, readProgrammeFile, type ProgrammeFile } from './catalogue.ts';
import { guardSchema } from './guard-schema.ts';
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
import { readerOf } from './reader.ts';
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
  /** Who asks and what for; null where the gateway runs `--no-auth`, and then everything is shown. */
  readonly access: AccessContext | null;
}

/** How a body is opened: where its data is and which day it is. */
export interface OpenOptions {
  readonly dataDir: string;
  /** Today's civil date; the demo always says the catalogue's own date. */
  readonly today: () => string;
  /** File of the catalogue that the join screens by; default schema/programmes.json. */
  readonly catalogueFile?: string;
  /** True for a service of its own that verifies its calls: a call without an access context is refused. */
  readonly requireAccess?: boolean;
}

/** What comes with a call besides its document. */
export interface CallSetting {
  /** The GraphQL request's `extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Who asks, from the gateway in the same process or from its verified call token. Default null: nobody is told apart. */
  readonly access?: AccessContext | null;
}

/** A subgraph that answers. */
export interface OpenSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** A new context for one call. Throws IDENTITY_MISSING where access is required and the call has none. */
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
  readonly registry: Registry;
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
  /** Whether who asks may open a household. Only the interior knows areas; for the other bodies the gateway asks it first. */
  readonly mayOpen?: (record: HouseholdRecord, access: AccessContext) => boolean;
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
    registry,
    open: async ({ dataDir, today, requireAccess = false }) => {
      const store = await openStore(name, dataDir, path.join(directory, 'migrations'));
      const programmes = new Map(programmeFile.programmes.map((entry) => [entry.id, programmeNode(entry)]));
      const scope = { registry, programmes, ...(parts.derive && { derive: parts.derive }) };
      return {
        name,
        schema: guardSchema(
          buildSubgraphSchema({ typeDefs, resolvers: bodyResolvers(name, parts.resolvers) }),
          accessRules(typeDefs),
        ),
        context: (call) => {
          const access = accessOf(call, requireAccess);
          const mayOpen = access !== null && parts.mayOpen ? confinedTo(access, parts.mayOpen) : {};
          return bodyContext(
            { store, sql, access },
            { ...scope, ...mayOpen, today: today(), reader: readerOf(access) },
          );
        },
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

/** Who asks, or null. Throws IDENTITY_MISSING where somebody must. */
export function accessOf({ access = null }: CallSetting, isRequired: boolean): AccessContext | null {
  if (access === null && isRequired) throw new CodedError('IDENTITY_MISSING');
  return access;
}

function confinedTo(
  access: AccessContext,
  mayOpen: NonNullable<BodyParts['mayOpen']>,
): Required<Pick<RecordScope, 'mayOpen'>> {
  return { mayOpen: (record) => mayOpen(record, access) };
}

interface CallParts {
  readonly store: Store;
  readonly sql: BodySql;
  readonly access: AccessContext | null;
}

function bodyContext({ store, sql, access }: CallParts, scope: RecordScope): BodyContext {
  const loaders = new Map<string, unknown>();
  return {
    store,
    access,
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
