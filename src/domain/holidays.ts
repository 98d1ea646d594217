/**
 * French public holidays, computed. Sources: Code du travail L3133-1 (metropolitan France), L3134-13
 * (Alsace-Moselle), L3422-2 (commemoration of the abolition of slavery, overseas departments).
 * A holiday that falls on a week-end is not moved in France.
 */
import { dayOf } from './date.ts';

export const HOLIDAY_SETS = [
  'FR',
  'FR-ALSACE-MOSELLE',
  'FR-GUADELOUPE',
  'FR-GUYANE',
  'FR-MARTINIQUE',
  'FR-MAYOTTE',
  'FR-REUNION',
] as const;
export type HolidaySet = (typeof HOLIDAY_SETS)[number];

export const HOLIDAY_IDS = [
  'new-year',
  'good-friday',
  'easter-monday',
  'labour-day',
  'victory-1945',
  'ascension',
  'whit-monday',
  'abolition-of-slavery',
  'bastille-day',
  'assumption',
  'all-saints',
  'armistice-1918',
  'christmas',
  'second-christmas-day',
] as const;
export type HolidayId = (typeof HOLIDAY_IDS)[number];

const ABOLITION: Partial<Record<HolidaySet, readonly [month: number, day: number]>> = {
  'FR-MAYOTTE': [4, 27],
  'FR-MARTINIQUE': [5, 22],
  'FR-GUADELOUPE': [5, 27],
  'FR-GUYANE': [6, 10],
  'FR-REUNION': [12, 20],
};

/** Day number of Gregorian Easter Sunday (Meeus, Jones, Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The holidays of a year, day number → which. Where two share a date (Ascension on 1 or 8 May), the fixed one names it. */
export function holidaysOf(set: HolidaySet, year: number): ReadonlyMap<number, HolidayId> {
  const easter = easterSunday(year);
  const days = new Map<number, HolidayId>([
    [easter + 1, 'easter-monday'],
    [easter + 39, 'ascension'],
    [easter + 50, 'whit-monday'],
    [dayOf(year, 1, 1), 'new-year'],
    [dayOf(year, 5, 1), 'labour-day'],
    [dayOf(year, 5, 8), 'victory-1945'],
    [dayOf(year, 7, 14), 'bastille-day'],
    [dayOf(year, 8, 15), 'assumption'],
    [dayOf(year, 11, 1), 'all-saints'],
    [dayOf(year, 11, 11), 'armistice-1918'],
    [dayOf(year, 12, 25), 'christmas'],
  ]);
  if (set === 'FR-ALSACE-MOSELLE') {
    days.set(easter - 2, 'good-friday');
    days.set(dayOf(year, 12, 26), 'second-christmas-day');
  }
  const abolition = ABOLITION[set];
  if (abolition && !days.has(dayOf(year, ...abolition))) days.set(dayOf(year, ...abolition), 'abolition-of-slavery');
  return days;
}
