import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Part } from './part.ts';

// Before anything of the vendor's is loaded; the processes started from here inherit it.
// oxlint-disable-next-line node/no-process-env -- the benchmark is a program of its own
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

/** In this order. */
const parts: Readonly<Record<string, () => Promise<Part>>> = {
  gateway: async () => (await import('./gateway-part.ts')).gatewayPart,
  access: async () => (await import('./access-part.ts')).accessPart,
  embedded: async () => (await import('./embedded-part.ts')).embeddedPart,
  household: async () => (await import('./household-part.ts')).householdPart,
  scale: async () => (await import('./scale-part.ts')).scalePart,
  swap: async () => (await import('./swap-part.ts')).swapPart,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, profile: { type: 'string' } },
});

const unknown = positionals.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exitCode = 1;
} else {
  await main(positionals.length > 0 ? positionals : Object.keys(parts));
}

async function main(names: readonly string[]): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1) ?? ''} at the start`,
  );
  console.log(
    'Medians of rounds in which the contenders take turns; in brackets the lowest and highest ratio of a round.',
  );
  for (const name of names) {
    const started = performance.now();
    const part = await parts[name]?.();
    await part?.({ full: values.full, profileTo: values.profile });
    console.log(`  (${name}: ${Math.round((performance.now() - started) / 1000)} s)`);
  }
}
