/** Calendars: what holds for every calendar, and what dated ones add. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkingCalendar, type CalendarRules, type Opening } from '../../src/domain/calendar.ts';
import { dayOf } from '../../src/domain/date.ts';
import { DAY_MS, HOUR_MS, zoneOf } from '../../src/domain/zone.ts';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
];

const opening: fc.Arbitrary<Opening> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 720 }))
  .map(([start, length]) => [start, start + length] as const);
const week = fc.array(fc.array(opening, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
const rules: fc.Arbitrary<CalendarRules> = fc.record({
  weekly: fc.oneof(week, fc.constant('24x7' as const)),
  holidays: fc.record({ sets: fc.constantFrom([], ['FR' as const]), dates: fc.constant(new Set<number>()) }),
  exceptions: fc.constant(new Map<number, Opening[]>()),
});
const zone = fc.constantFrom(...ZONES);
const calendarOf = (zoneName: string, of: CalendarRules): WorkingCalendar =>
  new WorkingCalendar(zoneOf(zoneName), [{ from: null, rules: of }]);
/** Around the changes of the clocks of 2025 and anywhere in three years, to the millisecond. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) }),
  fc.integer({ min: Date.UTC(2025, 2, 29), max: Date.UTC(2025, 2, 31) }),
  fc.integer({ min: Date.UTC(2025, 9, 25), max: Date.UTC(2025, 9, 27) }),
);

describe('every calendar', () => {
  test('counts between nothing and all of the time', () => {
    fc.assert(
      fc.property(zone, rules, instant, instant, (name, of, a, b) => {
        const worked = calendarOf(name, of).workingTime(a, b);
        expect(worked).toBeGreaterThanOrEqual(0);
        expect(worked).toBeLessThanOrEqual(Math.max(0, b - a));
      }),
    );
  });

  test('is additive: a to c is a to b and b to c', () => {
    fc.assert(
      fc.property(zone, rules, instant, instant, instant, (name, of, ...instants) => {
        const [a, b, c] = instants.sort((x, y) => x - y);
        const calendar = calendarOf(name, of);
        expect(calendar.workingTime(a, b) + calendar.workingTime(b, c)).toBe(calendar.workingTime(a, c));
      }),
    );
  });

  test('the due date inverts the working time, and is the earliest that does', () => {
    fc.assert(
      fc.property(zone, rules, instant, fc.integer({ min: 1, max: 400 * HOUR_MS }), (name, of, start, target) => {
        const calendar = calendarOf(name, of);
        const due = calendar.due(start, target);
        if (due === null) {
          // Not within fifty years.
          expect(calendar.workingTime(start, start + 49 * 365 * DAY_MS)).toBeLessThan(target);
          return;
        }
        expect(calendar.workingTime(start, due)).toBe(target);
        expect(calendar.workingTime(start, due - 1)).toBe(target - 1);
      }),
    );
  });

  test('a wider calendar never counts less', () => {
    fc.assert(
      fc.property(
        zone,
        week,
        opening,
        fc.integer({ min: 0, max: 6 }),
        instant,
        instant,
        (name, weekly, extra, day, a, b) => {
          const plain = { holidays: { sets: [], dates: new Set<number>() }, exceptions: new Map<number, Opening[]>() };
          const narrow = calendarOf(name, { ...plain, weekly });
          const wide = calendarOf(name, {
            ...plain,
            weekly: weekly.map((openings, i) => (i === day ? [...openings, extra] : openings)),
          });
          expect(wide.workingTime(a, b)).toBeGreaterThanOrEqual(narrow.workingTime(a, b));
        },
      ),
    );
  });

  test('its stretches are without holes, and the open ones add up to the working time', () => {
    fc.assert(
      fc.property(zone, rules, instant, fc.integer({ min: 1, max: 20 * DAY_MS }), (name, of, from, length) => {
        const calendar = calendarOf(name, of);
        let at = from;
        let open = 0;
        for (const stretch of calendar.stretches(from, from + length)) {
          expect(stretch.from).toBe(at);
          expect(stretch.to).toBeGreaterThan(stretch.from);
          at = stretch.to;
          if (stretch.open) open += stretch.to - stretch.from;
        }
        expect(at).toBe(from + length);
        expect(open).toBe(calendar.workingTime(from, from + length));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a dated calendar', () => {
  const hours = (start: number, end: number): CalendarRules => ({
    weekly: [0, 1, 2, 3, 4].map(() => [[start * 60, end * 60] as const]),
    holidays: { sets: ['FR'], dates: new Set() },
    exceptions: new Map([[dayOf(2026, 7, 10), []]]),
  });
  const calendar = new WorkingCalendar(zoneOf('Europe/Paris'), [
    { from: dayOf(2026, 7, 1), rules: hours(8, 20) },
    { from: null, rules: hours(9, 18) },
  ]);
  const paris = (text: string): number => zoneOf('Europe/Paris').startOf(Date.parse(`${text}:00Z`));

  test('that changes in July does not move January', () => {
    expect(calendar.workingTime(paris('2026-01-12T00:00'), paris('2026-01-13T00:00'))).toBe(9 * HOUR_MS);
    expect(calendar.workingTime(paris('2026-07-07T00:00'), paris('2026-07-08T00:00'))).toBe(12 * HOUR_MS);
  });

  test('changes within a clock: 30 June closes at 18:00, 1 July opens at 8:00', () => {
    expect(calendar.workingTime(paris('2026-06-30T16:00'), paris('2026-07-01T10:00'))).toBe(4 * HOUR_MS);
  });

  test('tells why it is closed: night, week-end, which holiday, exception', () => {
    const reasons = calendar
      .stretches(paris('2026-07-10T12:00'), paris('2026-07-14T12:00'))
      .map((stretch) =>
        stretch.open ? 'open' : stretch.reason.kind === 'holiday' ? stretch.reason.holiday : stretch.reason.kind,
      );
    expect(reasons).toEqual(['exception', 'weekend', 'outside-hours', 'open', 'outside-hours', 'bastille-day']);
  });

  test('counts working days', () => {
    const day = (month: number, date: number): number => dayOf(2026, month, date);
    expect(calendar.workingDays(day(7, 8), day(7, 8))).toBe(0);
    expect(calendar.workingDays(day(7, 8), day(7, 13))).toBe(2);
    expect(calendar.workingDays(day(7, 13), day(7, 15))).toBe(1);
    expect(calendar.workingDays(day(1, 1), day(1, 31))).toBe(21);
  });

  test('is closed on dates before its first version', () => {
    const later = new WorkingCalendar(zoneOf('Europe/Paris'), [{ from: dayOf(2026, 7, 1), rules: hours(8, 20) }]);
    expect(later.workingTime(paris('2026-06-01T00:00'), paris('2026-07-01T00:00'))).toBe(0);
  });
});

describe('no answer depends on what was asked before', () => {
  const days = fc.integer({ min: dayOf(2016, 1, 1), max: dayOf(2026, 12, 31) });
  const question = fc.tuple(days, days);

  test('working days, over ten years: a fresh calendar and one that was asked anything else agree', () => {
    fc.assert(
      fc.property(zone, rules, fc.array(question, { minLength: 1, maxLength: 12 }), (name, of, questions) => {
        const asked = calendarOf(name, of);
        for (const [from, to] of questions) {
          expect(asked.workingDays(from, to)).toBe(calendarOf(name, of).workingDays(from, to));
          expect(asked.workingDays(from, to)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('working time and due dates do not either', () => {
    const far = fc.integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(zone, rules, fc.array(fc.tuple(far, far), { minLength: 1, maxLength: 8 }), (name, of, questions) => {
        const asked = calendarOf(name, of);
        for (const [a, b] of questions) {
          const fresh = calendarOf(name, of);
          expect(asked.due(b, 5 * HOUR_MS)).toBe(fresh.due(b, 5 * HOUR_MS));
          expect(asked.workingTime(a, b)).toBe(calendarOf(name, of).workingTime(a, b));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('700 days asked after one: the case that was wrong', () => {
    const of: CalendarRules = {
      weekly: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [[540, 1080] as const] : [])),
      holidays: { sets: [], dates: new Set() },
      exceptions: new Map(),
    };
    const calendar = calendarOf('Europe/Paris', of);
    const day = dayOf(2026, 1, 5);
    calendar.workingDays(day - 1, day);
    // 700 days are 100 weeks of five.
    expect(calendar.workingDays(day - 700, day)).toBe(500);
  });
});
