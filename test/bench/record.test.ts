/** The record that is shown is the one of the code, and the forecast holds what it promises. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { record } from './record.ts';

test('record.md is what the code says, and each horizon, pooled, holds 70 to 90 % of the months', async () => {
  const text = await record();
  expect(readFileSync(join(import.meta.dirname, 'record.md'), 'utf8')).toBe(text);
  const pooled = text.split('\n').filter((line) => line.includes('**pooled**'));
  expect(pooled).toHaveLength(2);
  const shares = pooled.flatMap((line) => [...line.matchAll(/: (\d+) %/g)].map(([, share]) => Number(share)));
  expect(shares).toHaveLength(6);
  for (const share of shares) {
    expect(share).toBeGreaterThanOrEqual(70);
    expect(share).toBeLessThanOrEqual(90);
  }
});
