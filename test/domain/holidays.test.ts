/** Our holidays against `date-holidays`, which serves as the judge: its legal holidays, not its observances. */
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/date.ts';
import { holidaysOf, type HolidaySet } from '../../src/domain/holidays.ts';

const YEARS = Array.from({ length: 111 }, (_, i) => 1990 + i);

const ours = (set: HolidaySet, year: number): string[] => [...holidaysOf(set, year).keys()].map(isoDate).sort();

function theirs(state: string | null, year: number): string[] {
  const judge =
    state === null ? new Holidays('FR', { types: ['public'] }) : new Holidays('FR', state, { types: ['public'] });
  return [...new Set(judge.getHolidays(year).map(({ date }) => date.slice(0, 10)))].sort();
}

describe('holidays', () => {
  test('metropolitan France, 1990 to 2100', () => {
    for (const year of YEARS) expect(ours('FR', year)).toEqual(theirs(null, year));
  });

  test.each(['57', '67', '68'])('Alsace-Moselle, department %s, 1990 to 2100', (department) => {
    for (const year of YEARS) expect(ours('FR-ALSACE-MOSELLE', year)).toEqual(theirs(department, year));
  });

  test.each([
    ['FR-GUADELOUPE', 'GP', '05-27'],
    ['FR-GUYANE', 'GF', '06-10'],
    ['FR-MARTINIQUE', 'MQ', '05-22'],
    ['FR-MAYOTTE', 'YT', '04-27'],
    ['FR-REUNION', 'RE', '12-20'],
  ] as const)('%s has the eleven and its own day, which the judge knows too', (set, state, own) => {
    for (const year of YEARS) {
      const days = ours(set, year);
      expect(days).toEqual([...new Set([...ours('FR', year), `${year}-${own}`])].sort());
      // The judge adds customary days that the law does not list (Good Friday in the Antilles).
      expect(theirs(state, year)).toEqual(expect.arrayContaining(days));
    }
  });
});
