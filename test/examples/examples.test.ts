/** The examples in `data/` are those that the generator makes, and tell their stories. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFolder } from '../believed.ts';
import { publicationOf } from '../../src/report/publication.ts';
import { exampleFiles } from './generate.ts';

const data = join(import.meta.dirname, '../../data');

async function accountIn(id: string) {
  const { contract, reading, problems } = await exampleFolder(id);
  expect(problems).toEqual([]);
  return publicationOf(contract, reading).account!;
}

test('the generator gives the files that are committed', () => {
  for (const [path, text] of exampleFiles()) expect(readFileSync(join(data, path), 'utf8') === text, path).toBe(true);
});

test('the insurer: a breached month, an amendment, an overrun that is billed, a bonus', async () => {
  const account = await accountIn('mutuelle-estuaire');
  const [volume, changes] = account.books;
  expect([volume!.form, changes!.form, changes!.unit]).toEqual(['forfait', 'carnet', 'uo']);
  expect(volume!.terms).toHaveLength(2);
  expect(volume!.windows.some(({ billed }) => billed > 0)).toBe(true);
  expect(account.penalties.find(({ month }) => month === '2026-10')).toMatchObject({ agreed: false });
  expect(account.penalties.find(({ month }) => month === '2026-10')!.net).toBeGreaterThan(0);
  expect(account.penalties.some(({ bonus }) => bonus > 0)).toBe(true);
  expect(account.revisions).toHaveLength(1);
});

test('the shops: a lot that expires half used, top-ups, units given back', async () => {
  const { books } = await accountIn('ateliers-lumen');
  expect(books[0]!.lots.filter(({ expired }) => expired > 0)).toHaveLength(1);
  // Four that were bought, and the units given back, which have a lot of their own.
  expect(books[0]!.lots.map(({ credited }) => credited)).toEqual([false, false, false, false, true]);
  expect(books[0]!.months.some(({ adjusted }) => adjusted > 0)).toBe(true);
  expect(books[0]!.forecast.balance).toBeGreaterThan(0);
});

test('the town: days lost in August, days above in autumn, March entered in April', async () => {
  const { books, bookings } = await accountIn('ville-de-kerlann');
  const development = books.find(({ profile }) => profile?.id === 'developpement')!;
  const of = (month: string) => development.months.find((one) => one.month === month)!;
  expect(bookings).toBe(true);
  expect(of('2026-08').expired).toBeGreaterThan(0);
  expect(of('2026-10').overrun).toBeGreaterThan(0);
  expect(of('2026-03').late).toBeGreaterThan(0);
});
