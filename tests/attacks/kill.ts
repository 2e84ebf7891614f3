import { removeFolder, workedFolder } from '../support/attack-server.ts';
import { killUnderLoad } from './kill-under-load.ts';

/** `npm run kill`: fifty kills under load, or as many as the first argument says; exit status 1 when anything is lost. */
const kills = Number(process.argv[2] ?? 50);
const dataDir = await workedFolder();
const report = await killUnderLoad(dataDir, kills, (kill) => process.stderr.write(`\r${kill} of ${kills}`));
await removeFolder(dataDir);
process.stdout.write(`\n${JSON.stringify({ ...report, lost: report.lost.length })}\n`);
if (report.lost.length > 0 || report.sound < kills) process.exitCode = 1;
