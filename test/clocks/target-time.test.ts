/** Targets in working days, in each of their three readings. */
import { describe, expect, test } from 'vitest';
import { targetTime } from '../../src/clocks/commitments.ts';
import { parseTarget } from '../../src/contract/target.ts';
import { WorkingCalendar, type Opening } from '../../src/domain/calendar.ts';
import { HOUR_MS, zoneOf } from '../../src/domain/zone.ts';

const NINE_TO_SIX: Opening = [540, 1080];

function calendarOf(weekday: readonly Opening[]): WorkingCalendar {
  const rules = {
    weekly: [0, 1, 2, 3, 4].map(() => weekday),
    holidays: { sets: ['FR' as const], dates: new Set<number>() },
    exceptions: new Map(),
  };
  return new WorkingCalendar(zoneOf('Europe/Paris'), [{ from: null, rules }]);
}

const office = calendarOf([NINE_TO_SIX]);
/** Thursday 30 April 2026, 15:00 in Paris; Friday is a holiday, so Monday is the next working day. */
const THURSDAY = Date.UTC(2026, 3, 30, 13);
const hours = (target: string, start = THURSDAY, calendar = office): number =>
  targetTime(parseTarget(target)!, start, calendar)! / HOUR_MS;

describe('a target in working days', () => {
  test('same-time: Monday 4 May, 15:00', () => {
    expect(hours('1 d same-time')).toBe(3 + 6);
  });

  test('end-of-day: Monday 4 May, 18:00', () => {
    expect(hours('1 d end-of-day')).toBe(3 + 9);
  });

  test('opening-hours: nine hours a day', () => {
    expect(hours('2 d opening-hours')).toBe(18);
  });

  test('that starts outside the hours counts from the next opening', () => {
    const evening = THURSDAY + 5 * HOUR_MS;
    expect(hours('1 d same-time', evening)).toBe(9);
    expect(hours('1 d end-of-day', evening)).toBe(18);
    expect(hours('1 d opening-hours', evening)).toBe(9);
  });

  test('opening-hours counts once what two openings share', () => {
    // 8:00 to 13:00 and 12:00 to 18:00 are ten hours, and a lunch inside the day adds nothing.
    expect(
      hours(
        '1 d opening-hours',
        THURSDAY,
        calendarOf([
          [480, 780],
          [720, 1080],
        ]),
      ),
    ).toBe(10);
    expect(
      hours(
        '1 d opening-hours',
        THURSDAY,
        calendarOf([
          [480, 1080],
          [720, 780],
        ]),
      ),
    ).toBe(10);
  });

  test('in calendar time is so many times twenty-four hours; in a calendar that never opens there is none', () => {
    expect(targetTime(parseTarget('2 d end-of-day')!, THURSDAY, null)).toBe(48 * HOUR_MS);
    expect(targetTime(parseTarget('1 d same-time')!, THURSDAY, calendarOf([]))).toBeNull();
  });
});
