/** Reads the calendar vectors: the folder is `VECTORS_DIR`, by default the one that ships with the project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isHolidaySet,
  parseOpening,
  WorkingCalendar,
  type CalendarRules,
  type Opening,
} from '../src/domain/calendar.ts';
import { parseIsoDate } from '../src/domain/date.ts';
import { zoneOf } from '../src/domain/zone.ts';

type Pairs = readonly (readonly [string, string])[];

interface VectorCalendar {
  readonly zone: string;
  readonly weekly: '24x7' | Readonly<Record<string, Pairs>>;
  /** `none`, the name of a set, or dates. */
  readonly holidays: string | readonly string[];
  readonly exceptions: Readonly<Record<string, Pairs>>;
}

export interface VectorFile<Case> {
  readonly calendars: Readonly<Record<string, VectorCalendar>>;
  readonly cases: readonly Case[];
}

export const vectorsFolder = process.env['VECTORS_DIR'] ?? join(import.meta.dirname, 'vectors');

/** A file of vectors, looked for in `calendar/` below the folder and in the folder itself. */
export function readVectors<Case>(name: string): VectorFile<Case> {
  const nested = join(vectorsFolder, 'calendar', name);
  const path = existsSync(nested) ? nested : join(vectorsFolder, name);
  return JSON.parse(readFileSync(path, 'utf8')) as VectorFile<Case>;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Builds each calendar of a file once. */
export function calendarsOf(file: VectorFile<unknown>): Map<string, WorkingCalendar> {
  return new Map(
    Object.entries(file.calendars).map(([name, calendar]) => [
      name,
      new WorkingCalendar(zoneOf(calendar.zone), [{ from: null, rules: rulesOf(calendar) }]),
    ]),
  );
}

export function rulesOf(calendar: VectorCalendar): CalendarRules {
  const { weekly, holidays } = calendar;
  const listed = typeof holidays === 'string' ? [] : holidays;
  return {
    weekly: weekly === '24x7' ? weekly : DAYS.map((day) => openings(weekly[day] ?? [])),
    holidays: {
      sets: typeof holidays === 'string' && isHolidaySet(holidays) ? [holidays] : [],
      dates: new Set(listed.map((date) => parseIsoDate(date)!)),
    },
    exceptions: new Map(
      Object.entries(calendar.exceptions).map(([date, pairs]) => [parseIsoDate(date)!, openings(pairs)]),
    ),
  };
}

function openings(pairs: Pairs): Opening[] {
  return pairs.map(([start, end]) => parseOpening(start, end)!);
}
