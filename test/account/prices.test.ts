/** Price revision: the formulas of the field, to the cent. */
import { describe, expect, test } from 'vitest';
import { revised, revisionsOf } from '../../src/account/prices.ts';
import { dayOf } from '../../src/domain/date.ts';
import { contractOf } from './account.ts';

const contract = (revision: string, values = "2024-01: '310.5', 2025-01: '315.2'", more = '') =>
  contractOf(`id: test
name: Test
client: Client
provider: Prestataire
zone: Europe/Paris
calendars: { office: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }]
indices: { syntec: { label: Syntec, values: { ${values} }${more} } }
revision: { index: syntec, ${revision} }
terms: [{ from: 2024-01-01, commitments: [] }]
`);
const after = dayOf(2025, 6, 1);
const priceIn = (of: ReturnType<typeof contract>, price: number, day = after): number =>
  revised(price, revisionsOf(of, day), day);

describe('500 € of January 2024, a year later', () => {
  test('by the Syntec formula: 507.57 €', () => {
    const of = contract('base: 2024-01, on: anniversary');
    expect(priceIn(of, 50_000)).toBe(50_757);
    expect(priceIn(of, 50_000, dayOf(2024, 12, 31))).toBe(50_000);
    expect(priceIn(of, 50_000, dayOf(2025, 1, 1))).toBe(50_757);
  });

  test('by the public formula with a fixed part of 15 %: 506.43 €', () => {
    expect(priceIn(contract("base: 2024-01, on: anniversary, fixedPart: '0.15'"), 50_000)).toBe(50_643);
  });

  test('at least 5 %: 525 €; at most 1 %: 505 €', () => {
    expect(priceIn(contract("base: 2024-01, on: anniversary, least: '1.05'"), 50_000)).toBe(52_500);
    const of = contract("base: 2024-01, on: anniversary, most: '1.01'");
    expect(priceIn(of, 50_000)).toBe(50_500);
    expect(revisionsOf(of, after).coefficients[0]!.bound).toBe('most');
  });

  test('with a coefficient of four decimals, 1.0151: 507.55 €', () => {
    expect(priceIn(contract('base: 2024-01, on: anniversary, decimals: 4'), 50_000)).toBe(50_755);
  });
});

describe('which value is read', () => {
  test('an older base is joined to the new index: 314.8 × 0.97975 ÷ 280.6 makes 549.58 €', () => {
    const junction = ", junction: { from: 2022-08, coefficient: '0.97975' }";
    const of = contract('base: 2022-07, on: [2025-01-01]', "2022-07: '280.6', 2024-12: '314.8'", junction);
    expect(priceIn(of, 50_000)).toBe(54_958);
    // A base on the new index is not.
    const newer = contract('base: 2024-01, on: [2025-01-01]', "2024-01: '310.5', 2024-12: '314.8'", junction);
    expect(priceIn(newer, 50_000)).toBe(50_692);
  });

  test('the last known, so many months before, or that of the month itself, whose absence is told', () => {
    const values = '2024-01: 100, 2024-09: 103, 2024-12: 104';
    expect(priceIn(contract('base: 2024-01, on: [2025-01-01]', values), 10_000)).toBe(10_400);
    expect(priceIn(contract('base: 2024-01, on: [2025-01-01], lagMonths: 2', values), 10_000)).toBe(10_300);
    const strict = contract('base: 2024-01, on: [2025-01-01], reading: month-of', values);
    expect(priceIn(strict, 10_000)).toBe(10_000);
    expect(revisionsOf(strict, after).missing).toEqual([{ index: 'syntec', month: '2025-01' }]);
  });

  test('each revision is of the first price, not of the one before', () => {
    const of = contract('base: 2024-01, on: [2024-07-01, 2025-01-01]', '2024-01: 100, 2024-07: 110, 2025-01: 105');
    expect(priceIn(of, 10_000, dayOf(2024, 8, 1))).toBe(11_000);
    expect(priceIn(of, 10_000)).toBe(10_500);
  });
});
