#!/usr/bin/env node
// The one JavaScript file: it runs on whatever Node the host has, and hands over to the Node 24 that npm brought.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

// Composition and planning packages must never report to their vendor.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  const node = packagedNode();
  const child = spawn(node, [import.meta.filename ?? new URL(import.meta.url).pathname, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128 + 15)));
}

/** Ends the process when there is none. */
function packagedNode() {
  let file = '';
  try {
    file = createRequire(import.meta.url).resolve('node/package.json');
  } catch {
    console.error(
      'samutphok: the packages are not installed. Run `npm ci` first. / ยังไม่ได้ติดตั้งแพ็กเกจ โปรดรัน `npm ci` ก่อน',
    );
    process.exit(1);
  }
  return path.join(path.dirname(file), 'bin/node');
}
