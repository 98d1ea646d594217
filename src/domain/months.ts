/** Months of a contract: half-open stretches of instants, cut at midnight in the contract's zone. */
import { dayOf } from './date.ts';
import { DAY_MS, type Zone } from './zone.ts';

/** `YYYY-MM`. */
export type Month = string;

/** The month after (or, with a negative number, before) another. */
export function monthPlus(month: Month, months: number): Month {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** The month of an instant in a zone. */
export function monthAt(instant: number, zone: Zone): Month {
  return new Date(zone.wallAt(instant)).toISOString().slice(0, 7);
}

/** The first instant of a month in a zone. */
export function startOfMonth(month: Month, zone: Zone): number {
  return zone.startOf(dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1) * DAY_MS);
}

/** Consecutive months, and which of them an instant lies in. */
export class MonthIndex {
  readonly names: readonly Month[];
  /** First instants: month `i` is `[bounds[i], bounds[i + 1])`. */
  readonly bounds: Float64Array;
  readonly #slots: Int16Array;
  readonly #slotBase: number;

  /** All months from the one of `first` to the one of `last`, both instants included. */
  constructor(first: number, last: number, zone: Zone) {
    const names: Month[] = [];
    const end = monthAt(Math.max(first, last), zone);
    for (let month = monthAt(first, zone); month <= end; month = monthPlus(month, 1)) names.push(month);
    this.names = names;
    this.bounds = Float64Array.from([...names, monthPlus(end, 1)], (month) => startOfMonth(month, zone));
    this.#slotBase = Math.floor(this.bounds[0]! / DAY_MS);
    this.#slots = new Int16Array(Math.floor(this.bounds.at(-1)! / DAY_MS) - this.#slotBase + 2);
    for (let day = 0, month = -1; day < this.#slots.length; day++) {
      const start = (this.#slotBase + day) * DAY_MS;
      while (month < names.length && this.bounds[month + 1]! <= start) month++;
      this.#slots[day] = month;
    }
  }

  get count(): number {
    return this.names.length;
  }

  /** Index of the month of an instant; −1 before the first, `count` after the last, −1 for `NaN`. */
  of(instant: number): number {
    if (!(instant >= this.bounds[0]!)) return -1;
    if (instant >= this.bounds[this.count]!) return this.count;
    let month = this.#slots[Math.floor(instant / DAY_MS) - this.#slotBase]!;
    if (month + 1 <= this.count && instant >= this.bounds[month + 1]!) month++;
    return month;
  }
}
