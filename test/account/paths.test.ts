/** The forms of contract against the vectors of the sizing, and against the table of the worked example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { carnetPath, forfaitPath } from '../../src/account/paths.ts';
import { ONE, parseQuantity } from '../../src/domain/quantity.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: Record<string, unknown>;
  readonly expect: Record<string, unknown>;
}
const casesOf = (file: string, kind: string): Case[] =>
  (
    JSON.parse(readFileSync(join(import.meta.dirname, `../vectors/sizing/${file}.json`), 'utf8')) as { cases: Case[] }
  ).cases.filter((one) => one.kind === kind);
const units = (list: unknown): number[] => (list as number[]).map((value) => parseQuantity(value)!);
const decimals = (list: readonly number[]): number[] => list.map((value) => value / ONE);

describe('a fixed volume', () => {
  test.each(casesOf('carryover', 'forfait-path'))('$id', ({ input, expect: wanted }) => {
    const life = input['life'] === 'Infinity' ? Infinity : (input['life'] as number);
    const cap = input['cap'] === undefined ? null : parseQuantity(input['cap'] as number);
    const overdraft = input['overdraft'] === undefined ? 0 : parseQuantity(input['overdraft'] as number)!;
    const path = forfaitPath(units(input['work']), parseQuantity(input['credit'] as number)!, { life, cap, overdraft });
    expect(decimals(path.overrun)).toEqual(wanted['overrun']);
    expect(decimals(path.lost).reduce((sum, part) => sum + part, 0)).toBe(wanted['wasteTotal']);
    expect(decimals(path.lost)).toEqual(wanted['waste']);
    // The vectors state what is carried before the last month is settled.
    expect(decimals(path.carried.slice(0, -1))).toEqual((wanted['carried'] as number[]).slice(0, -1));
  });

  test.each(casesOf('carryover', 'block-path'))('smoothed: $id', ({ input, expect: wanted }) => {
    const path = forfaitPath(units(input['work']), parseQuantity(input['credit'] as number)!, {
      window: input['window'] as number,
    });
    expect([decimals(path.overrun), decimals(path.lost)]).toEqual([wanted['overrun'], wanted['waste']]);
  });
});

describe('a carnet', () => {
  test.each(casesOf('carnet', 'carnet-path'))('$id', ({ input, expect: wanted }) => {
    const path = carnetPath(
      units(input['work']),
      parseQuantity(input['bookHours'] as number)!,
      input['validityMonths'] as number,
    );
    expect({
      books: path.lots,
      expired: path.expired / ONE,
      left: path.left / ONE,
      exhaustMonth: path.exhaustMonth,
    }).toEqual(wanted);
  });
});

describe('twelve months of need at 600 €, 660 € above', () => {
  const need = units([8, 11, 9, 14, 22, 10, 7, 3, 15, 18, 12, 6]);
  const sum = (list: readonly number[]): number => list.reduce((total, part) => total + part, 0) / ONE;

  test.each([
    [11, 1, 23, 26, 96_360],
    [11, 3, 13, 16, 89_760],
    [11, 12, 0, 3, 81_180],
    [9, 1, 12, 39, 90_540],
    [9, 3, 2, 29, 83_940],
    [9, 12, 0, 27, 82_620],
    [13, 1, 38, 17, 104_820],
    [13, 3, 28, 7, 98_220],
    [13, 12, 21, 0, 93_600],
  ])('%i a month over %i months: %i lost, %i above, %i €', (capacity, window, lost, over, cost) => {
    const path = forfaitPath(need, capacity * ONE, { window });
    expect([sum(path.lost), sum(path.overrun)]).toEqual([lost, over]);
    expect(12 * capacity * 600 + sum(path.overrun) * 660).toBe(cost);
  });

  test('lots of 30 at 620 € that are good for six months: five of them, 15 left', () => {
    const path = carnetPath(need, 30 * ONE, 6);
    expect([path.lots, path.left / ONE, path.expired / ONE, path.lots * 30 * 620]).toEqual([5, 15, 0, 93_000]);
  });
});
