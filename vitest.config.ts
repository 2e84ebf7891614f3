import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Apollo's packages load graphql through CommonJS, ours through ESM. graphql refuses schemas of a second copy,
// so every import is pointed at the one CommonJS file.
const graphqlPath = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/u, replacement: graphqlPath }] },
  test: {
    include: ['gateway/**/*.test.ts', 'schema/**/*.test.ts', 'subgraphs/**/*.test.ts', 'tests/**/*.test.ts'],
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
