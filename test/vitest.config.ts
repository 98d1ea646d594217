import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that build sites, run the command line or read large files: the others answer in seconds. */
const WHOLE = [
  'test/node/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/calculators/what-if.test.ts',
  'test/ingest/{fuzz,hostile}.test.ts',
  'test/report/order.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Not the zone of the contracts, so that a zone taken from the machine shows.
    env: { TZ: 'America/New_York' },
    reporters: ['default', './test/tally.ts'],
    // Far beyond what they take: a machine that does other work beside fails nothing.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    projects: [
      // Pure functions leave nothing behind: the files share their modules.
      {
        extends: true,
        test: {
          name: 'code',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...WHOLE, 'test/site/**', 'test/components/**'],
        },
      },
      { extends: true, test: { name: 'whole', include: WHOLE } },
      './test/components/vitest.config.ts',
      {
        extends: true,
        test: { name: 'site', include: ['test/site/**/*.test.ts'], globalSetup: ['./test/site/build.ts'] },
      },
    ],
  },
});
