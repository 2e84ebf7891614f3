import { access } from 'node:fs/promises';
import { CodedError } from '../../schema/contract/error-codes.ts';
import { connect } from './sqlite.ts';
import { dayOf, type CoordinateUsage, type Usage } from './usage.ts';
import { usageFile } from './usage-store.ts';

/**
 * What readers ran in the last days, by coordinate, from the record of a data folder: while a gateway writes it, and
 * after. A folder without a record covers no day. Rejects with USAGE_UNREADABLE.
 */
export async function readUsage(dataDir: string, now: number, days = 30): Promise<Usage> {
  const file = usageFile(dataDir);
  if (!(await exists(file))) return { days, coveredDays: 0, byCoordinate: new Map() };
  try {
    return await read(file, now, days);
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CodedError('USAGE_UNREADABLE', { problem }, { cause: error });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

const dayMs = 86_400_000;

async function read(file: string, now: number, days: number): Promise<Usage> {
  const connection = await connect(file, 'READ');
  try {
    await connection.exec('pragma busy_timeout = 2000');
    const from = dayOf(now - days * dayMs);
    const [first] = await connection.all('select min(day) as day from covered_day', []);
    const rows = await connection.all(runsByCoordinate, [from]);
    return { days, coveredDays: coveredDays(first?.['day'], now, days), byCoordinate: byCoordinate(rows) };
  } finally {
    await connection.close();
  }
}

const runsByCoordinate = `
  select coordinate.value as coordinate, usage.hash, usage.client, sum(usage.count) as count, max(usage.day) as day
  from usage join operation on operation.hash = usage.hash, json_each(operation.coordinates) as coordinate
  where usage.day >= ?
  group by coordinate.value, usage.hash, usage.client`;

/** Since its first day the record has gaps only where no gateway ran, and then nobody read. */
function coveredDays(first: unknown, now: number, days: number): number {
  if (typeof first !== 'string') return 0;
  return Math.min(days, Math.floor((now - Date.parse(first)) / dayMs));
}

function byCoordinate(rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, CoordinateUsage> {
  return new Map(
    [...Map.groupBy(rows, ({ coordinate }) => String(coordinate))].map(([coordinate, all]) => [
      coordinate,
      {
        operations: [...new Set(all.map(({ hash }) => String(hash)))].toSorted(),
        clients: [...new Set(all.map(({ client }) => String(client)))].toSorted(),
        count: all.reduce((sum, { count }) => sum + Number(count), 0),
        lastDay:
          all
            .map(({ day }) => String(day))
            .toSorted()
            .at(-1) ?? '',
      },
    ]),
  );
}
