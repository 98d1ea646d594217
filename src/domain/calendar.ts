/**
 * Working time. A calendar is turned once into a table of openings with running totals; after that, the
 * working time between two instants is two look-ups and a due date one binary search, with no zone library.
 */
import { HOLIDAY_SETS, holidaysOf, type HolidayId, type HolidaySet } from './holidays.ts';
import { weekdayOf } from './date.ts';
import { DAY_MS, FIRST_YEAR, LAST_YEAR, MINUTE_MS, type Zone } from './zone.ts';
import type { Day, Instant, Milliseconds } from './units.ts';

/** Minutes from 00:00 of the date on which the opening starts, half-open; an end past 1440 lies on the next date. */
export type Opening = readonly [start: number, end: number];

/** What is open, by the first rule that applies: exception, holiday, week. */
export interface CalendarRules {
  /** `24x7`, or the openings of Monday (0) to Sunday (6). */
  readonly weekly: '24x7' | readonly (readonly Opening[])[];
  readonly holidays: { readonly sets: readonly HolidaySet[]; readonly dates: ReadonlySet<number> };
  /** Day number → exactly these openings; none means closed. */
  readonly exceptions: ReadonlyMap<number, readonly Opening[]>;
}

/** Rules in force for the dates from `from` (a day number) on; `null` since ever. */
export interface CalendarVersion {
  readonly from: number | null;
  readonly rules: CalendarRules;
}

/** Why nothing is open at some time of a date. */
export type ClosedReason =
  | { readonly kind: 'outside-hours' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'closed-weekday' }
  | { readonly kind: 'exception' }
  | { readonly kind: 'holiday'; readonly holiday: HolidayId | 'listed' };

/** A stretch of time, half-open, wholly open or wholly closed for one reason. */
export type Stretch = { readonly from: number; readonly to: number } & (
  { readonly open: true } | { readonly open: false; readonly reason: ClosedReason }
);

/** No due date is looked for further than this after its start. */
const HORIZON_YEARS = 50;

/** Days counted on either side of what is asked, so that neighbouring questions need no new count. */
const COUNTED_AROUND = 400;

/** The opening of two wall times `HH:MM`; an end at or before the start lies on the next date. `null` where unreadable. */
export function parseOpening(start: string, end: string): Opening | null {
  const from = parseWallTime(start);
  const to = parseWallTime(end);
  if (from === null || to === null || from === 1440 || from === to) return null;
  return [from, to > from ? to : to + 1440];
}

function parseWallTime(text: string): number | null {
  const match = /^([01]?\d|2[0-4])(?::|h)([0-5]\d)?$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes > 1440 ? null : minutes;
}

export class WorkingCalendar {
  readonly zone: Zone;
  /** Ascending by the date from which they hold. */
  readonly versions: readonly CalendarVersion[];
  readonly #holidays = new Map<string, ReadonlyMap<number, HolidayId>>();

  #firstYear = 0;
  #lastYear = -1;
  #validFrom = 0;
  #validTo = 0;
  #starts = new Float64Array(0);
  #ends = new Float64Array(0);
  /** Working time of all openings before the i-th; one entry more than there are openings. */
  #before = new Float64Array(1);
  #slotBase = 0;
  /** For each UTC day: the last opening that starts at or before the day's start (−1 where none does). */
  #slots = new Int32Array(0);
  #dayCounts: Int32Array | null = null;
  #firstCounted = 0;

  /**
   * @param versions in any order; where none is in force on a date, nothing is open on it.
   */
  constructor(zone: Zone, versions: readonly CalendarVersion[]) {
    this.zone = zone;
    this.versions = [...versions].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  }

  /** Milliseconds of `[from, to)` inside openings; 0 where `to` is not after `from`. */
  workingTime(from: Instant, to: Instant): Milliseconds {
    if (!(to > from)) return 0;
    if (from < this.#validFrom || to > this.#validTo) this.#cover(from, to);
    return this.#until(to) - this.#until(from);
  }

  /**
   * The earliest instant `t >= start` at which the working time of `[start, t)` is `target` milliseconds.
   * `start` itself for a target of 0; a target reached at a closing instant gives that instant.
   * `null` where the calendar does not open long enough within 50 years.
   */
  due(start: Instant, target: Milliseconds): Instant | null {
    if (target <= 0) return start;
    if (start < this.#validFrom || start >= this.#validTo) this.#cover(start, start);
    const startYear = new Date(start).getUTCFullYear();
    for (;;) {
      const goal = this.#until(start) + target;
      const count = this.#starts.length;
      // The last opening may be cut by the end of the table, so an answer must lie inside the valid part.
      if (this.#before[count]! >= goal) {
        let low = 0;
        let high = count - 1;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (this.#before[middle + 1]! >= goal) high = middle;
          else low = middle + 1;
        }
        const due = this.#starts[low]! + (goal - this.#before[low]!);
        if (due <= this.#validTo) return due;
      }
      const reach = this.#lastYear - startYear;
      if (reach >= HORIZON_YEARS || this.#lastYear >= LAST_YEAR) return null;
      this.#build(this.#firstYear, Math.min(LAST_YEAR, this.#lastYear + Math.max(1, reach + 1)));
    }
  }

  /** Whether the calendar is open at an instant. */
  isOpen(instant: Instant): boolean {
    return this.workingTime(instant, instant + 1) === 1;
  }

  /**
   * `[from, to)` cut into open and closed stretches, ascending, without holes; a closed stretch is cut where its
   * reason changes, and neighbours with the same reason are one.
   */
  stretches(from: Instant, to: Instant): Stretch[] {
    if (!(to > from)) return [];
    if (from < this.#validFrom || to > this.#validTo) this.#cover(from, to);
    const result: Stretch[] = [];
    let at = from;
    let i = Math.max(0, this.#openingAt(from));
    while (at < to) {
      while (i < this.#starts.length && this.#ends[i]! <= at) i++;
      const start = i < this.#starts.length ? this.#starts[i]! : Infinity;
      if (start > at) {
        const end = Math.min(start, to);
        this.#closed(at, end, result);
        at = end;
      } else {
        const end = Math.min(this.#ends[i]!, to);
        result.push({ from: at, to: end, open: true });
        at = end;
      }
    }
    return result;
  }

  /** What rules say of a date (a day number): its openings, and why it is closed where it has none. */
  dateRule(day: number): { openings: '24x7' | readonly Opening[]; closed: ClosedReason | null } {
    const rules = this.#rulesOn(day);
    if (!rules || !this.zone.hasDate(day)) return { openings: [], closed: { kind: 'exception' } };
    const exception = rules.exceptions.get(day);
    if (exception) return { openings: exception, closed: exception.length ? null : { kind: 'exception' } };
    const holiday = this.#holidayOn(rules, day);
    if (holiday) return { openings: [], closed: { kind: 'holiday', holiday } };
    if (rules.weekly === '24x7') return { openings: '24x7', closed: null };
    const weekday = weekdayOf(day);
    const openings = rules.weekly[weekday] ?? [];
    if (openings.length) return { openings, closed: null };
    return { openings, closed: { kind: weekday >= 5 ? 'weekend' : 'closed-weekday' } };
  }

  /** Whether a date is a working day: something opens on it. */
  isWorkingDay(day: Day): boolean {
    const { openings } = this.dateRule(day);
    return openings === '24x7' || openings.length > 0;
  }

  /** Working days among the dates after `from` up to and including `to` (day numbers); 0 where `to` is not after `from`. */
  workingDays(from: Day, to: Day): number {
    if (to <= from) return 0;
    const counts = this.#countsOver(from, to);
    return counts[to - this.#firstCounted]! - counts[from - this.#firstCounted]!;
  }

  /**
   * For each day of the counted range, the working days from its first day up to and including it. The range grows to
   * hold both days before either is read: growing moves the day from which all are counted.
   */
  #countsOver(from: number, to: number): Int32Array {
    const counted = this.#dayCounts;
    if (counted && from >= this.#firstCounted && to < this.#firstCounted + counted.length) return counted;
    const first = Math.min(from, counted ? this.#firstCounted : from) - COUNTED_AROUND;
    const last = Math.max(to, counted ? this.#firstCounted + counted.length : to) + COUNTED_AROUND;
    const counts = new Int32Array(last - first);
    for (let i = 0; i < counts.length; i++) counts[i] = (counts[i - 1] ?? 0) + (this.isWorkingDay(first + i) ? 1 : 0);
    this.#dayCounts = counts;
    this.#firstCounted = first;
    return counts;
  }

  #closed(from: number, to: number, result: Stretch[]): void {
    let at = from;
    while (at < to) {
      const day = this.zone.dayAt(at);
      const spans = this.zone.spansOfDate(day);
      const span = spans.find((candidate) => at >= candidate.start && at < candidate.end);
      const end = Math.min(to, span ? span.end : to);
      const reason = this.dateRule(day).closed ?? { kind: 'outside-hours' as const };
      const last = result.at(-1);
      if (last && !last.open && last.to === at && sameReason(last.reason, reason)) {
        result[result.length - 1] = { ...last, to: end };
      } else {
        result.push({ from: at, to: end, open: false, reason });
      }
      at = end;
    }
  }

  /** Index of the last opening that starts at or before the instant, or −1. The instant must be covered. */
  #openingAt(instant: number): number {
    let i = this.#slots[Math.floor(instant / DAY_MS) - this.#slotBase]!;
    while (i + 1 < this.#starts.length && this.#starts[i + 1]! <= instant) i++;
    return i;
  }

  /** Working time from the start of the table to the instant. */
  #until(instant: number): number {
    const i = this.#openingAt(instant);
    if (i < 0) return 0;
    const start = this.#starts[i]!;
    const end = this.#ends[i]!;
    return this.#before[i]! + (instant < end ? instant : end) - start;
  }

  #rulesOn(day: number): CalendarRules | null {
    let rules: CalendarRules | null = null;
    for (const version of this.versions) {
      if (version.from !== null && version.from > day) break;
      rules = version.rules;
    }
    return rules;
  }

  #holidayOn(rules: CalendarRules, day: number): HolidayId | 'listed' | null {
    if (rules.holidays.dates.has(day)) return 'listed';
    for (const set of rules.holidays.sets) {
      const year = new Date(day * DAY_MS).getUTCFullYear();
      const key = `${set} ${year}`;
      let days = this.#holidays.get(key);
      if (!days) this.#holidays.set(key, (days = holidaysOf(set, year)));
      const holiday = days.get(day);
      if (holiday) return holiday;
    }
    return null;
  }

  /** Makes the table cover `[from, to]`, keeping what it covers. */
  #cover(from: number, to: number): void {
    const years = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear() + 1];
    if (this.#lastYear >= this.#firstYear) years.push(this.#firstYear, this.#lastYear);
    const first = Math.min(...years);
    const last = Math.max(...years);
    if (!(first >= FIRST_YEAR && last <= LAST_YEAR)) {
      throw new RangeError(`Instants must lie between the years ${FIRST_YEAR} and ${LAST_YEAR - 1}.`);
    }
    this.#build(first, last);
  }

  #build(firstYear: number, lastYear: number): void {
    this.#firstYear = firstYear;
    this.#lastYear = lastYear;
    this.#validFrom = Date.UTC(firstYear, 0, 1);
    this.#validTo = Date.UTC(lastYear + 1, 0, 1);
    const spans: { start: number; end: number }[] = [];
    // An opening runs into the next date, and no zone is further than a day and a bit from UTC.
    const firstDay = this.#validFrom / DAY_MS - 4;
    const lastDay = this.#validTo / DAY_MS + 4;
    for (let day = firstDay; day <= lastDay; day++) this.#pushOpenings(day, spans);
    spans.sort((a, b) => a.start - b.start);
    const merged: { start: number; end: number }[] = [];
    for (const span of spans) {
      const last = merged.at(-1);
      if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
      else merged.push({ ...span });
    }
    this.#starts = Float64Array.from(merged, (span) => span.start);
    this.#ends = Float64Array.from(merged, (span) => span.end);
    this.#before = new Float64Array(merged.length + 1);
    merged.forEach((span, i) => {
      this.#before[i + 1] = this.#before[i]! + span.end - span.start;
    });
    this.#slotBase = this.#validFrom / DAY_MS;
    this.#slots = new Int32Array(this.#validTo / DAY_MS - this.#slotBase + 1);
    for (let slot = 0, i = -1; slot < this.#slots.length; slot++) {
      const dayStart = (this.#slotBase + slot) * DAY_MS;
      while (i + 1 < merged.length && merged[i + 1]!.start <= dayStart) i++;
      this.#slots[slot] = i;
    }
  }

  #pushOpenings(day: number, spans: { start: number; end: number }[]): void {
    if (!this.zone.hasDate(day)) return;
    const { openings } = this.dateRule(day);
    if (openings === '24x7') {
      spans.push(...this.zone.spansOfDate(day));
      return;
    }
    const midnight = day * DAY_MS;
    for (const [from, to] of openings) {
      const start = this.zone.startOf(midnight + from * MINUTE_MS);
      const end = this.zone.endOf(midnight + to * MINUTE_MS);
      if (end > start) spans.push({ start, end });
    }
  }
}

/** Whether a text names a set of public holidays that can be computed. */
export function isHolidaySet(text: string): text is HolidaySet {
  return (HOLIDAY_SETS as readonly string[]).includes(text);
}

function sameReason(a: ClosedReason, b: ClosedReason): boolean {
  return a.kind === b.kind && (a.kind !== 'holiday' || (b.kind === 'holiday' && a.holiday === b.holiday));
}
