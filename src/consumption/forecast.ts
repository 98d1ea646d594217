/** How long units will last: readings of the pace, an interval rather than a date, and what cannot be known yet. */
import type { WorkingCalendar } from '../domain/calendar.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import type { Quantity } from '../domain/quantity.ts';
import { quantile, type Ratio } from '../domain/statistics.ts';
import type { Fraction } from '../contract/contract.ts';
import type { Book, MonthStatement } from './books.ts';
import { balanceOf, balancesAt, GIVEN } from './ledger.ts';
import { firstDay, lastDay, monthOf, sliceOn, type Window } from './windows.ts';

/** Fewer full months than this say nothing of a pace. */
export const LEAST_MONTHS = 3;
const YEAR = 12;
/** Nothing is foreseen beyond this many days. */
const HORIZON_DAYS = 3 * 366;

/** Three ways to read the same months; none of them knows better, so all are shown. */
export interface Pace {
  /** The mean of the last three full months; `null` where there are fewer. */
  readonly recent: Ratio | null;
  /** The same months by working day, times the working days of the month at hand. */
  readonly byWorkingDay: Ratio | null;
  /** The same month a year before; `null` where it is not in the data. */
  readonly seasonal: Quantity | null;
  readonly fullMonths: number;
}

/** Slow, central and fast: quartiles of the use by working day over the last twelve full months. */
export type Interval<Value> = { readonly slow: Value; readonly central: Value; readonly fast: Value };

export interface Forecast {
  readonly pace: Pace;
  /** The window at hand, or `null` for lots. */
  readonly window: Window | null;
  /** Whether it has begun: where the data end with a window, the next one is foreseen. */
  readonly begun: boolean;
  /** What is there, less what is owed. */
  readonly balance: Quantity;
  /** What was at disposal since the last purchase or the start of the window, and how much of it is used. */
  readonly total: Quantity;
  readonly used: Quantity;
  /** Of a window: what would be used by now at an even pace over its working days. */
  readonly due: Quantity | null;
  /** The day by which it must last: the end of the window, or the last expiry; `null` for ever. */
  readonly until: number | null;
  /** `null` where the months are too few. */
  readonly exhaustion: Interval<number | null> | null;
  /** Use by the end of the window, and what it is above (positive) or below what is at disposal. */
  readonly projected: Interval<Quantity> | null;
  readonly over: Interval<Quantity> | null;
  /** What expired since the last purchase or the start of the window. */
  readonly expired: Quantity;
  /** The last day of the coverage, where it is over. */
  readonly ended: number | null;
  /** The balance at the end of the month at hand and of those that follow, until nothing is left. */
  readonly ahead: readonly { readonly month: Month; readonly slow: Quantity; readonly fast: Quantity }[];
  /** Lots, and what is likely to expire of them unused. */
  readonly expiring: readonly {
    readonly lot: string;
    readonly closes: number;
    readonly left: Quantity;
    readonly lost: Quantity | null;
  }[];
  /** For each share that is told: the day on which it was reached, `null` if it is not. */
  readonly alerts: readonly { readonly share: Fraction; readonly reached: number | null }[];
}

/**
 * Foresees a ledger at the day at hand.
 * @param calendar whose working days work is done on
 */
export function forecastOf(book: Book, months: readonly MonthStatement[], calendar: WorkingCalendar): Forecast {
  const { open } = book;
  const first = book.slices[0]!.from;
  // A month that the coverage did not hold whole is no measure of a month.
  const full = months.filter(({ month, complete }) => complete && firstDay(month) >= first);
  const window = book.windows.findLast((one) => one.first <= open && open <= one.last) ?? null;
  const begun = window === null || window.first <= book.last;
  const lots = lotsLeft(book);
  const balance = balanceOf(balancesAt(book.postings, open)) + (begun ? 0 : window.volume);
  const until = window ? window.last : lastClose(lots);
  const end = book.slices.at(-1)!.to;
  // What is over is not foreseen.
  const paces = end !== null && end <= open ? null : paceInterval(full, calendar);
  const runs = paces && mapInterval(paces, (pace) => run(lots, balance, pace, calendar, open, until));
  const recent = useSince(book);
  const { total, used, since } = begun ? recent : { total: balance, used: 0, since: open };
  const toCome =
    paces && window && mapInterval(paces, (pace) => Math.round(pace * calendar.workingDays(open - 1, window.last)));
  return {
    pace: paceOf(full, calendar, monthOf(open)),
    window,
    begun,
    balance,
    total,
    used,
    due: window && evenUse(window, calendar, open),
    until,
    exhaustion: runs && mapInterval(runs, ({ exhausted }) => exhausted),
    projected: toCome && mapInterval(toCome, (more) => used + more),
    over: toCome && mapInterval(toCome, (more) => more - balance),
    expired: sum(book.postings, ({ day, kind }) => kind === 'expired' && day >= since && begun),
    ended: end !== null && end <= open ? end - 1 : null,
    ahead: runs ? aheadOf(runs, monthOf(open)) : [],
    expiring: lots
      .filter(({ closes }) => closes !== null)
      .map(({ lot, closes, left }) => ({
        lot,
        closes: closes!,
        left,
        lost: runs ? (runs.central.lost.get(lot) ?? 0) : null,
      })),
    // Where the next window has not begun, of the one that has just ended.
    alerts: sliceOn(book.slices, book.last).coverage.alerts.map((share) => ({
      share,
      reached: reachedOn(book, recent.since, recent.total, share),
    })),
  };
}

function paceOf(full: readonly MonthStatement[], calendar: WorkingCalendar, month: Month): Pace {
  const last = full.slice(-LEAST_MONTHS);
  const sum = last.reduce((total, { consumed }) => total + consumed, 0);
  const days = last.reduce((total, { month: one }) => total + workingDaysIn(calendar, one), 0);
  const enough = last.length === LEAST_MONTHS;
  const before = full.find((statement) => statement.month === monthPlus(month, -YEAR));
  return {
    recent: enough ? { numerator: sum, denominator: LEAST_MONTHS } : null,
    byWorkingDay: enough && days > 0 ? { numerator: sum * workingDaysIn(calendar, month), denominator: days } : null,
    seasonal: before?.consumed ?? null,
    fullMonths: full.length,
  };
}

/** Ten-thousandths by working day. */
function paceInterval(full: readonly MonthStatement[], calendar: WorkingCalendar): Interval<number> | null {
  if (full.length < LEAST_MONTHS) return null;
  const paces = Float64Array.from(
    full.slice(-YEAR).flatMap(({ month, consumed }) => {
      const days = workingDaysIn(calendar, month);
      return days ? [consumed / days] : [];
    }),
  ).sort();
  if (!paces.length) return null;
  const at = (numerator: number): number => {
    const ratio = quantile(paces, { numerator, denominator: 4 });
    return ratio.numerator / ratio.denominator;
  };
  return { slow: at(1), central: at(2), fast: at(3) };
}

function mapInterval<From, To>({ slow, central, fast }: Interval<From>, map: (value: From) => To): Interval<To> {
  return { slow: map(slow), central: map(central), fast: map(fast) };
}

function workingDaysIn(calendar: WorkingCalendar, month: Month): number {
  return calendar.workingDays(firstDay(month) - 1, lastDay(month));
}

interface LotLeft {
  readonly lot: string;
  readonly closes: number | null;
  readonly left: Quantity;
}

/** The lots that are open and not used up, in the order of their use. */
function lotsLeft({ plan, postings, last, open }: Book): LotLeft[] {
  const left = new Map<string, number>();
  for (const { from, to, lot, quantity } of postings) {
    if (lot === null) continue;
    if (to === 'available') left.set(lot, (left.get(lot) ?? 0) + quantity);
    if (from === 'available') left.set(lot, left.get(lot)! - quantity);
  }
  const given = left.get(GIVEN) ?? 0;
  return [...plan.lots, ...(given > 0 ? [{ id: GIVEN, opens: last, closes: null, quantity: given }] : [])]
    .filter((lot) => lot.opens <= open && (left.get(lot.id) ?? (lot.opens > last ? lot.quantity : 0)) > 0)
    .map((lot) => ({ lot: lot.id, closes: lot.closes, left: left.get(lot.id) ?? lot.quantity }))
    .sort((a, b) => (a.closes ?? Infinity) - (b.closes ?? Infinity));
}

function lastClose(lots: readonly LotLeft[]): number | null {
  if (!lots.length || lots.some(({ closes }) => closes === null)) return null;
  return Math.max(...lots.map(({ closes }) => closes!));
}

interface Run {
  readonly exhausted: number | null;
  readonly lost: ReadonlyMap<string, Quantity>;
  /** What is left at the end of each month. */
  readonly ends: ReadonlyMap<Month, Quantity>;
}

/** So many months are foreseen for the eye. */
const AHEAD = 12;

function aheadOf({ slow, fast }: Interval<Run>, month: Month): Forecast['ahead'] {
  const ahead: Forecast['ahead'][number][] = [];
  for (let at = month; ahead.length < AHEAD && slow.ends.has(at); at = monthPlus(at, 1))
    ahead.push({ month: at, slow: slow.ends.get(at)!, fast: fast.ends.get(at) ?? 0 });
  return ahead;
}

/** Uses the lots at a pace, working day by working day: the first on which they do not suffice, and what expires. */
function run(
  lots: readonly LotLeft[],
  balance: Quantity,
  pace: number,
  calendar: WorkingCalendar,
  open: number,
  until: number | null,
): Run {
  const ends = new Map<Month, Quantity>();
  const lost = new Map<string, Quantity>();
  if (balance <= 0) return { exhausted: open, lost, ends };
  const shelf = lots.map((lot) => ({ ...lot }));
  const end = until ?? open + HORIZON_DAYS;
  for (let day = open; day <= end; day++) {
    if (calendar.isWorkingDay(day)) {
      let rest = pace;
      for (const lot of shelf) {
        const taken = Math.min(lot.left, rest);
        lot.left -= taken;
        rest -= taken;
      }
      // What is left of a ten-thousandth is the error of the division.
      if (rest > 1) {
        ends.set(monthOf(day), 0);
        return { exhausted: day, lost, ends };
      }
    }
    for (const lot of shelf) {
      if (lot.closes !== day || lot.left < 1) continue;
      lost.set(lot.lot, Math.round(lot.left));
      lot.left = 0;
    }
    if (monthOf(day + 1) !== monthOf(day) || day === end)
      ends.set(monthOf(day), Math.round(shelf.reduce((sum, { left }) => sum + left, 0)));
  }
  return { exhausted: null, lost, ends };
}

/** What was at disposal after the last purchase, and what was used of it since. */
function useSince({ postings, open }: Book): { total: Quantity; used: Quantity; since: number } {
  const since = postings.findLast(({ kind, day }) => kind === 'bought' && day <= open)?.day ?? open;
  const before = balanceOf(balancesAt(postings, since - 1));
  const bought = sum(postings, (posting) => posting.kind === 'bought' && posting.day === since);
  const used = sum(postings, ({ day, to }) => day >= since && to === 'consumed');
  return { total: before + bought, used, since };
}

function sum(postings: Book['postings'], takes: (posting: Book['postings'][number]) => boolean): Quantity {
  return postings.reduce((total, posting) => total + (takes(posting) ? posting.quantity : 0), 0);
}

function evenUse({ first, last, volume }: Window, calendar: WorkingCalendar, open: number): Quantity {
  const days = calendar.workingDays(first - 1, last);
  return days ? Math.round((volume * calendar.workingDays(first - 1, Math.min(open - 1, last))) / days) : 0;
}

/** The day on which a share of what was at disposal was used. */
function reachedOn(
  { postings }: Book,
  since: number,
  total: Quantity,
  { numerator, denominator }: Fraction,
): number | null {
  if (total <= 0) return since;
  let used = 0;
  for (const { day, to, quantity } of postings) {
    if (day < since || to !== 'consumed') continue;
    used += quantity;
    if (used * denominator >= total * numerator) return day;
  }
  return null;
}

/** A pace as a quantity, to the nearest ten-thousandth: for who shows it. */
export function quantityOf({ numerator, denominator }: Ratio): Quantity {
  return Math.round(numerator / denominator);
}
