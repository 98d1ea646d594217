import { fileURLToPath } from 'node:url';
import { getViteConfig } from 'astro/config';

/** Components as strings, by Astro's own container: no site is built, no browser started. */
export default getViteConfig(
  {
    test: {
      name: 'components',
      root: fileURLToPath(new URL('../..', import.meta.url)),
      include: ['test/components/**/*.test.ts'],
      env: { TZ: 'America/New_York' },
      testTimeout: 300_000,
      isolate: false,
      maxWorkers: 2,
    },
  },
  { root: fileURLToPath(new URL('../..', import.meta.url)), logLevel: 'error' },
);
