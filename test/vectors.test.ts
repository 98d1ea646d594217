import { describe, expect, test } from 'vitest';
import { readClock } from '../src/clocks/clock.ts';
import { isoDate, parseIsoDate } from '../src/domain/date.ts';
import { easterSunday, holidaysOf, type HolidaySet } from '../src/domain/holidays.ts';
import { calendarsOf, readVectors } from './vectors.ts';

const ms = (text: string): number => Date.parse(text);
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

interface Named {
  readonly id: string;
  readonly note?: string;
}

describe('working time', () => {
  interface Case extends Named {
    calendar: string;
    from: string;
    to: string;
    expected: { workingMs: number };
  }
  const file = readVectors<Case>('workingTime.json');
  const calendars = calendarsOf(file);
  test.each(file.cases)('$id $note', ({ calendar, from, to, expected }) => {
    expect(calendars.get(calendar)!.workingTime(ms(from), ms(to))).toBe(expected.workingMs);
  });
});

describe('due dates', () => {
  interface Case extends Named {
    calendar: string;
    start: string;
    targetMs: number;
    horizon?: string;
    expected: { due: string | null };
  }
  const file = readVectors<Case>('dueDate.json');
  const calendars = calendarsOf(file);
  test.each(file.cases)('$id $note', ({ calendar, start, targetMs, horizon, expected }) => {
    const due = calendars.get(calendar)!.due(ms(start), targetMs);
    expect(iso(due !== null && horizon && due > ms(horizon) ? null : due)).toBe(expected.due);
  });
});

describe('SLA clocks', () => {
  interface Case extends Named {
    calendar: string;
    mode: 'working' | 'calendar';
    created: string;
    stops: string[];
    pauses: { from: string; to: string | null }[];
    asOf: string;
    targetMs: number;
    horizon?: string;
    expected: { stoppedAt: string | null; elapsedMs: number; status: string; due: string | null };
  }
  const file = readVectors<Case>('slaClock.json');
  const calendars = calendarsOf(file);
  test.each(file.cases)('$id $note', (input) => {
    const reading = readClock({
      calendar: input.mode === 'working' ? calendars.get(input.calendar)! : null,
      start: ms(input.created),
      stops: input.stops.map(ms),
      pauses: input.pauses.map(({ from, to }) => ({ from: ms(from), to: to === null ? null : ms(to) })),
      asOf: ms(input.asOf),
      target: input.targetMs,
    });
    const due = reading.due !== null && input.horizon && reading.due > ms(input.horizon) ? null : reading.due;
    expect({
      stoppedAt: iso(reading.stoppedAt),
      elapsedMs: reading.elapsed,
      status: reading.status,
      due: iso(due),
    }).toEqual(input.expected);
  });
});

describe('holidays', () => {
  interface Case extends Named {
    type: 'dates' | 'isHoliday' | 'easterSunday';
    set: HolidaySet;
    year: number;
    date: string;
    expected: { dates?: string[]; holiday?: boolean; date?: string };
  }
  test.each(readVectors<Case>('holidays.json').cases)('$id $type $set $year $date', (input) => {
    switch (input.type) {
      case 'dates': {
        const days = [...holidaysOf(input.set, input.year).keys()].sort((a, b) => a - b);
        expect(days.map(isoDate)).toEqual(input.expected.dates);
        break;
      }
      case 'isHoliday':
        expect(holidaysOf(input.set, Number(input.date.slice(0, 4))).has(parseIsoDate(input.date)!)).toBe(
          input.expected.holiday,
        );
        break;
      case 'easterSunday':
        expect(isoDate(easterSunday(input.year))).toBe(input.expected.date);
    }
  });
});
