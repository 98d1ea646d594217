/** Hours that a service is open, and the people that this takes. `MODEL.md` §12. */
import { dayOf, weekdayOf } from '../../../domain/date.ts';
import { holidaysOf } from '../../../domain/holidays.ts';

/** Hours of a day that a service is open, Monday first: `[[9, 12], [13, 18]]`. */
export type Week = readonly (readonly (readonly [number, number])[])[];

/** Days of a year (day numbers) with their week day and whether they are a public holiday in France. */
function* daysOf(year: number): Generator<{ weekday: number; holiday: boolean; month: number }> {
  const holidays = holidaysOf('FR', year);
  const first = dayOf(year, 1, 1);
  const end = dayOf(year + 1, 1, 1);
  for (let day = first; day < end; day++)
    yield {
      weekday: weekdayOf(day),
      holiday: holidays.has(day),
      month: new Date(day * 86_400_000).getUTCMonth() + 1,
    };
}

/** Weekdays of a year that are no holidays. */
export function weekdaysWorked(year: number): number {
  return openHours(year, [1, 1, 1, 1, 1, 0, 0], true).year;
}

/** Hours that a service of so many hours by day of the week (Monday first) is open in a year, and in each of its months. */
export function openHours(
  year: number,
  week: readonly number[],
  closedOnHolidays: boolean,
): { year: number; months: number[] } {
  const months = Array.from({ length: 12 }, () => 0);
  for (const { weekday, holiday, month } of daysOf(year))
    if (!(holiday && closedOnHolidays)) months[month - 1]! += week[weekday]!;
  return { year: months.reduce((sum, hours) => sum + hours, 0), months };
}

export interface Bands {
  readonly day: number;
  readonly saturday: number;
  readonly night: number;
  readonly sunday: number;
  readonly holiday: number;
}

/** Open hours of a year by how they are paid: a holiday, a Sunday, a night, a Saturday, else by day. */
export function bandsOf(
  year: number,
  week: Week,
  closedOnHolidays: boolean,
  [from, to]: readonly [number, number],
): Bands {
  const bands = { day: 0, saturday: 0, night: 0, sunday: 0, holiday: 0 };
  /** Hours of an opening that lie in the night, which goes over midnight. */
  const atNight = (start: number, end: number): number =>
    Math.max(0, Math.min(end, to) - start) + Math.max(0, end - Math.max(start, from));
  for (const { weekday, holiday } of daysOf(year)) {
    for (const [start, end] of week[weekday]!) {
      if (holiday) {
        if (!closedOnHolidays) bands.holiday += end - start;
      } else if (weekday === 6) bands.sunday += end - start;
      else {
        const night = atNight(start, end);
        bands.night += night;
        bands[weekday === 5 ? 'saturday' : 'day'] += end - start - night;
      }
    }
  }
  return bands;
}

/** What an hour costs on average where some are paid more. */
export function surchargeFactor(bands: Bands, rates: Partial<Record<keyof Bands, number>>): number {
  const names = Object.keys(bands) as (keyof Bands)[];
  const total = names.reduce((sum, name) => sum + bands[name], 0);
  return total === 0 ? 1 : names.reduce((sum, name) => sum + bands[name] * (1 + (rates[name] ?? 0)), 0) / total;
}

export interface Presence {
  readonly daysPerYear: number;
  readonly hoursPerDay: number;
  readonly sickDays: number;
  readonly trainingDays: number;
  /** Part of the time that goes to no ticket. */
  readonly nonTicketShare: number;
}

/** Hours a year that one person works on tickets. */
export function productiveHours({
  daysPerYear,
  hoursPerDay,
  sickDays,
  trainingDays,
  nonTicketShare,
}: Presence): number {
  return (daysPerYear - sickDays - trainingDays) * hoursPerDay * (1 - nonTicketShare);
}

/** People for posts that are held while the service is open. */
export function fullTime(
  open: number,
  posts: number,
  productive: number,
  overlap: number,
  utilisation: number,
): { fte: number; headcount: number } {
  const fte = (posts * open * (1 + overlap)) / (productive * utilisation);
  return { fte, headcount: Math.ceil(fte - 1e-9) };
}

export interface OnCall {
  readonly weeks: number;
  readonly weeklyAllowance: number;
  readonly markup: number;
  readonly interventions: number;
  readonly hoursPerIntervention: number;
  readonly hourly: number;
  readonly surcharge: number;
  readonly minBilledHours: number;
}

/** What being on call costs in a year. */
export function onCallCost(of: OnCall): number {
  return (
    of.weeks * of.weeklyAllowance * of.markup +
    of.interventions * Math.max(of.hoursPerIntervention, of.minBilledHours) * of.hourly * (1 + of.surcharge)
  );
}
