import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bodyNames, type BodyName } from '../../schema/contract/bodies.ts';
import type { BodyContext, BodyDefinition, OpenBody } from '../_kit/define-subgraph.ts';
import type { HouseholdRecord } from '../_kit/record.ts';
import type { Store } from '../_kit/store.ts';

/** Bodies with real stores in a folder of their own, for tests. */
export interface OpenBodies {
  readonly bodies: ReadonlyMap<BodyName, OpenBody>;
  readonly dataDir: string;
  readonly record: (body: BodyName, houseCode: string) => Promise<HouseholdRecord | null>;
  readonly store: (body: BodyName) => Store;
  /** All rows of a table. */
  readonly rows: (body: BodyName, table: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

export const testDay = '2022-08-10';

/** Opens bodies by their folders: nothing here knows them by name. */
export async function openBodies(names: readonly BodyName[] = bodyNames): Promise<OpenBodies> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'population-'));
  const opened = await Promise.all(names.map((name) => open(name, dataDir)));
  const bodies = new Map(names.map((name, at): [BodyName, OpenBody] => [name, found(opened[at])]));
  const contextOf = (body: BodyName): BodyContext => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by the kit's defineSubgraph
    return found(bodies.get(body)).context({}) as BodyContext;
  };
  return {
    bodies,
    dataDir,
    record: (body, houseCode) => contextOf(body).records.load(houseCode),
    store: (body) => contextOf(body).store,
    rows: async (body, table) => {
      const rows: readonly Readonly<Record<string, unknown>>[] = await contextOf(body)
        .store.write.select('*')
        .from(table);
      return rows;
    },
    close: async () => {
      await Promise.all([...bodies.values()].map((body) => body.close()));
      await rm(dataDir, { recursive: true });
    },
  };
}

/** A household that fits, with whatever is given in place of its parts. */
export function extractFor(houseCode: string, parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    asOf: testDay,
    areaCode: '500406',
    household: { houseCode },
    members: [{ member: 'M1', name: 'นางตัวอย่าง ทดสอบ', sex: 'F', birthDate: '1950-05-05' }],
    ...parts,
  };
}

async function open(name: BodyName, dataDir: string): Promise<OpenBody> {
  const file = path.join(import.meta.dirname, '..', name, 'subgraph.ts');
  if (!existsSync(file)) throw new TypeError(`there is no body in the folder ${name}`);
  const module: unknown = await import(pathToFileURL(file).href);
  if (!hasSubgraph(module)) throw new TypeError(`${name}/subgraph.ts exports no subgraph`);
  return module.subgraph.open({ dataDir, today: () => testDay });
}

function hasSubgraph(module: unknown): module is { readonly subgraph: BodyDefinition } {
  return typeof module === 'object' && module !== null && 'subgraph' in module;
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('the body was not opened');
  return value;
}
