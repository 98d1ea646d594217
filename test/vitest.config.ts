import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that build sites, run the command line or read large files: the others answer in seconds. */
const WHOLE = ['test/node/**/*.test.ts', 'test/calculators/what-if.test.ts', 'test/ingest/hostile.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Not the zone of the contracts, so that a zone taken from the machine shows.
    env: { TZ: 'America/New_York' },
    reporters: ['default', './test/tally.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'code', include: ['test/**/*.test.ts'], exclude: [...WHOLE, 'test/site/**'] } },
      { extends: true, test: { name: 'whole', include: WHOLE } },
      {
        extends: true,
        test: { name: 'site', include: ['test/site/**/*.test.ts'], globalSetup: ['./test/site/build.ts'] },
      },
    ],
  },
});
