/** A year of each form of contract against figures that one works out by hand: `test/cases/consumption/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ONE } from '../../src/domain/quantity.ts';
import { accountAt, contractOf, LIST } from './account.ts';

interface Case {
  readonly contract: string;
  readonly work: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, readonly [number, number, number, number, number, number]>>;
  readonly money: Readonly<Record<string, number>>;
}
const folder = join(import.meta.dirname, '../cases/consumption');
const cases = readdirSync(folder).map((file) => ({
  file,
  ...(parse(readFileSync(join(folder, file), 'utf8')) as Case),
}));
const named = (months: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(months).map(([month, value]) => [`2026-${month.padStart(2, '0')}`, value]));

describe('a year by hand', () => {
  test.each(cases)('$file', async ({ contract, work, months, money }) => {
    const log = Object.entries(work)
      .filter(([, hours]) => hours > 0)
      .map(([month, hours]) => `1;2026-${month.padStart(2, '0')}-15;${hours}\n`);
    const { account, statements } = await accountAt(
      contractOf(contract),
      { 'list.csv': LIST, 'work.csv': `key;date;hours\n${log.join('')}` },
      '2026-12-31',
    );
    const [book] = account.books;
    const units = (quantity: number): number => quantity / ONE;
    expect(
      Object.fromEntries(
        book!.months.map(({ month, opening, bought, consumed, expired, overrun, closing }) => [
          month,
          [opening, bought, consumed, expired, overrun, closing].map(units),
        ]),
      ),
    ).toEqual(named(months));
    expect(Object.fromEntries(account.months.map(({ month, total }) => [month, total]))).toEqual(named(money));
    // The statement of each month begins and ends with the same balances, and its lines lead from one to the other.
    for (const { month, books } of statements) {
      const [{ lines, months: sums }] = books as [(typeof books)[number]];
      expect([month, sums.opening + lines.reduce((sum, { quantity }) => sum + quantity, 0)]).toEqual([
        month,
        sums.closing,
      ]);
      expect(lines.at(-1)?.balance ?? sums.opening).toBe(sums.closing);
    }
  });
});
