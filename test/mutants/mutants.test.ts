/** The list of planted bugs is one of the present code: each changes one place that is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';

// Where one is planted it is not there to be found.
test.skipIf(process.env['PLANTED']).each(MUTANTS)('$name', ({ file, find, replace }) => {
  const text = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8');
  expect(text.split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
});
