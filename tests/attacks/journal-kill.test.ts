import { expect, it, onTestFinished } from 'vitest';
import { removeFolder, workedFolder } from '../support/attack-server.ts';
import { killUnderLoad } from './kill-under-load.ts';

/* `npm run kill` does it fifty times. */
const kills = 10;

it('ten kills under load lose no record of an answer that has left, and break no chain', async () => {
  const dataDir = await workedFolder();
  onTestFinished(() => removeFolder(dataDir));
  const report = await killUnderLoad(dataDir, kills);
  expect(report.lost).toEqual([]);
  expect(report.sound).toBe(kills);
  expect(report.answered).toBeGreaterThan(kills * 20);
  expect(report.records).toBeGreaterThanOrEqual(report.answered);
}, 600_000);
