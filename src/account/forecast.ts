/**
 * How long units will last: what may be used until the end of the window, or of the lots, told as an interval with its
 * chance, beside the pace of the last two months and the record of the method on this very ledger.
 */
import type { WorkingCalendar } from '../domain/calendar.ts';
import { normalQuantile } from '../domain/limits.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Ratio } from '../domain/statistics.ts';
import type { Book, MonthStatement } from './books.ts';
import { balanceOf, balancesAt } from './ledger.ts';
import {
  backtest,
  LEAST_MONTHS,
  monthOfYear,
  paceModel,
  SMOOTHING,
  type FullMonth,
  type PaceModel,
  type Record,
} from './pace.ts';
import { firstDay, lastDay, monthOf, sliceOn, type Window } from './windows.ts';

const YEAR = 12;
/** Months of the present pace. */
const PRESENT = 2;
/** Nothing is foreseen beyond this many days. */
const HORIZON_DAYS = 3 * 366;
/** Courses that the months to come may take, drawn from fixed numbers: the same ledger is always foreseen alike. */
export const COURSES = 1000;
/** Horizons whose record is kept, in months. */
const RECORDED = [1, 2, 3];

/** Three ways to read the same months. */
export interface Pace {
  /** The mean of the last three full months; `null` where there are fewer. */
  readonly recent: Ratio | null;
  /** The same months by working day, times the working days of the month at hand. */
  readonly byWorkingDay: Ratio | null;
  /** The same month a year before; `null` where it is not in the data. */
  readonly seasonal: Quantity | null;
  readonly fullMonths: number;
}

/** Little, middling and much use: a tenth of the courses lies below the first, a tenth above the last. */
export type Interval<Value> = { readonly slow: Value; readonly central: Value; readonly fast: Value };

/** What comes of using on as in the last two full months. */
export interface Present {
  /** By month, of as many working days as the month at hand has. */
  readonly perMonth: Quantity;
  readonly exhaustion: number | null;
  /** Of a window. */
  readonly projected: Quantity | null;
  readonly over: Quantity | null;
}

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
  /** Of what is used: owed from before the last purchase, which paid it. */
  readonly debt: Quantity;
  /** Of a window: what would be used by now at an even pace over its working days. */
  readonly due: Quantity | null;
  /** The day by which it must last: the end of the window, or the last expiry; `null` for ever. */
  readonly until: number | null;
  /** `null` where the months are too few. */
  readonly exhaustion: Interval<number | null> | null;
  /** Of {@link COURSES}, those in which nothing is left before the end; `null` where the months are too few. */
  readonly exhausted: number | null;
  /** Use by the end of the window, and what it is above (positive) or below what is at disposal. */
  readonly projected: Interval<Quantity> | null;
  readonly over: Interval<Quantity> | null;
  /** `null` for fewer than two full months. */
  readonly present: Present | null;
  /** How the method has fared on this ledger, a month and more ahead. */
  readonly records: readonly Record[];
  /** What expired since the last purchase or the start of the window. */
  readonly expired: Quantity;
  /** The last day of the coverage, where it is over. */
  readonly ended: number | null;
  /** The balance at the end of the month at hand and of those that follow. */
  readonly ahead: readonly { readonly month: Month; readonly slow: Quantity; readonly fast: Quantity }[];
  /** Lots, and what is likely to expire of them unused. */
  readonly expiring: readonly {
    readonly lot: string;
    readonly closes: number;
    readonly left: Quantity;
    readonly lost: Quantity | null;
  }[];
  /** For each share that is told: the day on which it was reached, `null` if it is not. */
  readonly alerts: readonly { readonly share: Ratio; readonly reached: number | null }[];
}

/**
 * Foresees a ledger at the day at hand.
 * @param calendar whose working days work is done on
 */
export function forecastOf(book: Book, months: readonly MonthStatement[], calendar: WorkingCalendar): Forecast {
  const { open } = book;
  const first = book.slices[0]!.from;
  // A month that the coverage did not hold whole is no measure of a month.
  const full = months
    .filter(({ month, complete }) => complete && firstDay(month) >= first)
    .map(({ month, consumed }): FullMonth => ({ month, used: consumed, days: workingDaysIn(calendar, month) }));
  const window = book.windows.findLast((one) => one.first <= open && open <= one.last) ?? null;
  const begun = window === null || window.first <= book.last;
  const lots = lotsLeft(book);
  const balance = balanceOf(balancesAt(book.postings, open)) + (begun ? 0 : window.volume);
  const until = window ? window.last : lastClose(lots);
  const end = book.slices.at(-1)!.to;
  // What is over is not foreseen.
  const isOver = end !== null && end <= open;
  const model = isOver ? null : paceModel(full);
  const stretches = stretchesOf(lots, open, until, calendar);
  const runs =
    model && coursesOf(model, stretches).map((paces) => run(lots, balance, paces, stretches, open, calendar));
  const recent = useSince(book);
  const { total, used, debt, since } = begun ? recent : { total: balance, used: 0, debt: 0, since: open };
  const toCome = runs && window ? runs.map(({ used: more }) => more).sort((a, b) => a - b) : null;
  const projected = toCome && intervalOf(toCome, (more) => Math.round(used + more));
  const presentPace = isOver ? null : presentOf(full);
  const present =
    presentPace === null
      ? null
      : run(
          lots,
          balance,
          stretches.map(() => presentPace),
          stretches,
          open,
          calendar,
        );
  return {
    pace: paceOf(full, calendar, monthOf(open)),
    window,
    begun,
    balance,
    total,
    used,
    debt,
    due: window && evenUse(window, calendar, open),
    until,
    exhaustion: runs && exhaustionOf(runs),
    exhausted: runs && runs.filter(({ exhausted }) => exhausted !== null).length,
    projected,
    over: toCome && intervalOf(toCome, (more) => Math.round(more - balance)),
    present: present && {
      perMonth: Math.round(presentPace! * workingDaysIn(calendar, monthOf(open))),
      exhaustion: present.exhausted,
      projected: window && Math.round(used + present.used),
      over: window && Math.round(present.used - balance),
    },
    records: RECORDED.map((ahead) => backtest(full, ahead)),
    expired: sum(book.postings, ({ day, kind }) => kind === 'expired' && day >= since && begun),
    ended: isOver ? end - 1 : null,
    ahead: runs ? aheadOf(runs, stretches) : [],
    expiring: lots
      .filter(({ closes }) => closes !== null)
      .map(({ lot, closes, left }) => ({
        lot,
        closes: closes!,
        left,
        lost: runs ? Math.round(middle(runs.map(({ lost }) => lost.get(lot) ?? 0))) : null,
      })),
    // Where the next window has not begun, of the one that has just ended.
    alerts: sliceOn(book.slices, book.last).coverage.alerts.map((share) => ({
      share,
      reached: reachedOn(book, recent, share),
    })),
  };
}

function paceOf(full: readonly FullMonth[], calendar: WorkingCalendar, month: Month): Pace {
  const last = full.slice(-LEAST_MONTHS);
  const used = last.reduce((total, one) => total + one.used, 0);
  const days = last.reduce((total, one) => total + one.days, 0);
  const enough = last.length === LEAST_MONTHS;
  const before = full.find((one) => one.month === monthPlus(month, -YEAR));
  return {
    recent: enough ? { numerator: used, denominator: LEAST_MONTHS } : null,
    byWorkingDay: enough && days > 0 ? { numerator: used * workingDaysIn(calendar, month), denominator: days } : null,
    seasonal: before?.used ?? null,
    fullMonths: full.length,
  };
}

/** Ten-thousandths by working day over the last two full months; `null` where there are not so many. */
function presentOf(full: readonly FullMonth[]): number | null {
  const last = full.slice(-PRESENT);
  const days = last.reduce((total, one) => total + one.days, 0);
  return last.length < PRESENT || days === 0 ? null : last.reduce((total, one) => total + one.used, 0) / days;
}

function workingDaysIn(calendar: WorkingCalendar, month: Month): number {
  return calendar.workingDays(firstDay(month) - 1, lastDay(month));
}

/** The values at a tenth, a half and nine tenths of a list in ascending order. */
function intervalOf<To>(sorted: readonly number[], map: (value: number) => To): Interval<To> {
  return { slow: map(at(sorted, 0.1)), central: map(at(sorted, 0.5)), fast: map(at(sorted, 0.9)) };
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.round((sorted.length - 1) * part)]!;
}

function middle(values: number[]): number {
  return at(
    values.sort((a, b) => a - b),
    0.5,
  );
}

/** Much use exhausts early: the fast end is the earliest. */
function exhaustionOf(runs: readonly Run[]): Interval<number | null> {
  const days = runs.map(({ exhausted }) => exhausted ?? Infinity).sort((a, b) => a - b);
  const day = (part: number): number | null => {
    const value = at(days, part);
    return value === Infinity ? null : value;
  };
  return { slow: day(0.9), central: day(0.5), fast: day(0.1) };
}

/** Days between which nothing changes but by use: to the end of a month, of a lot, or of the window. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly month: Month;
  /** Months from the last full one. */
  readonly ahead: number;
  readonly days: number;
}

function stretchesOf(
  lots: readonly LotLeft[],
  open: number,
  until: number | null,
  calendar: WorkingCalendar,
): Stretch[] {
  const end = until ?? open + HORIZON_DAYS;
  const cuts = new Set([end]);
  for (let month = monthOf(open); firstDay(month) <= end; month = monthPlus(month, 1)) cuts.add(lastDay(month));
  for (const { closes } of lots) if (closes !== null) cuts.add(closes);
  const stretches: Stretch[] = [];
  let first = open;
  let ahead = 1;
  for (const last of [...cuts].filter((day) => day >= open && day <= end).sort((a, b) => a - b)) {
    const month = monthOf(first);
    const before = stretches.at(-1);
    if (before && before.month !== month) ahead++;
    stretches.push({ first, last, month, ahead, days: calendar.workingDays(first - 1, last) });
    first = last + 1;
  }
  return stretches;
}

/** For each course, the use by working day in each stretch. */
function coursesOf(model: PaceModel, stretches: readonly Stretch[]): number[][] {
  const draw = draws();
  return Array.from({ length: COURSES }, () => {
    // How far months stray is itself known from few of them.
    let squares = 0;
    for (let i = 0; i < model.degrees; i++) squares += draw() ** 2;
    const sigma = model.sigma * Math.sqrt(model.degrees / Math.max(squares, 1e-6));
    let { level } = model;
    let ahead = 0;
    let pace = 0;
    return stretches.map((stretch) => {
      for (; ahead < stretch.ahead; ahead++) {
        const stray = sigma * draw();
        pace = Math.max(0, level + model.season[monthOfYear(stretch.month)]! + stray) ** 2;
        level += SMOOTHING * stray;
      }
      return pace;
    });
  });
}

/** Normal numbers, the same each time (a linear congruential generator, Numerical Recipes). */
function draws(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return normalQuantile((state + 0.5) / 4_294_967_296);
  };
}

interface LotLeft {
  readonly lot: string;
  readonly closes: number | null;
  readonly left: Quantity;
}

/** The lots that are open and not used up, in the order of their use. */
function lotsLeft({ plan, postings, last, open }: Book): LotLeft[] {
  const planned = new Set(plan.lots.map(({ id }) => id));
  const left = new Map<string, number>();
  for (const { from, to, lot, quantity } of postings) {
    if (lot === null) continue;
    if (to === 'available') left.set(lot, (left.get(lot) ?? 0) + quantity);
    if (from === 'available') left.set(lot, left.get(lot)! - quantity);
  }
  const returned = [...left].filter(([id]) => !planned.has(id));
  return [...plan.lots, ...returned.map(([id, quantity]) => ({ id, opens: last, closes: null, quantity }))]
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
  /** By the end of the last stretch, whether or not it was there. */
  readonly used: number;
  readonly lost: ReadonlyMap<string, number>;
  /** What is left at the end of each stretch. */
  readonly ends: readonly number[];
}

/** So many months are foreseen for the eye. */
const AHEAD = 12;

function aheadOf(runs: readonly Run[], stretches: readonly Stretch[]): Forecast['ahead'] {
  const ahead: Forecast['ahead'][number][] = [];
  stretches.forEach(({ month }, i) => {
    if (stretches[i + 1]?.month === month || ahead.length === AHEAD) return;
    const left = runs.map(({ ends }) => ends[i]!).sort((a, b) => a - b);
    ahead.push({ month, slow: Math.round(at(left, 0.9)), fast: Math.round(at(left, 0.1)) });
  });
  // What is gone under little use already is drawn once.
  const gone = ahead.findIndex(({ slow }) => slow <= 0);
  return gone < 0 ? ahead : ahead.slice(0, gone + 1);
}

/** Uses the lots stretch by stretch: the first day on which they do not suffice, and what expires of them. */
function run(
  lots: readonly LotLeft[],
  balance: Quantity,
  paces: readonly number[],
  stretches: readonly Stretch[],
  open: number,
  calendar: WorkingCalendar,
): Run {
  const shelf = lots.map(({ lot, closes, left }) => ({ lot, closes, left }));
  const lost = new Map<string, number>();
  const ends: number[] = [];
  let exhausted = balance <= 0 ? open : null;
  let used = 0;
  stretches.forEach(({ first, last, days }, i) => {
    const wanted = paces[i]! * days;
    used += wanted;
    let rest = wanted;
    for (const lot of shelf) {
      const taken = Math.min(lot.left, rest);
      lot.left -= taken;
      rest -= taken;
    }
    // What is left of a ten-thousandth is the error of the division.
    if (rest > 1 && exhausted === null)
      exhausted = nthWorkingDay(first, last, Math.ceil((wanted - rest) / paces[i]! + 1e-9), calendar);
    for (const lot of shelf) {
      if (lot.closes === null || lot.closes > last || lot.left < 1) continue;
      lost.set(lot.lot, lot.left);
      lot.left = 0;
    }
    ends.push(shelf.reduce((left, lot) => left + lot.left, 0));
  });
  return { exhausted, used, lost, ends };
}

/** The n-th working day of a stretch, from 1; its last day where it has no so many. */
function nthWorkingDay(first: number, last: number, n: number, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = first; day <= last; day++) if (calendar.isWorkingDay(day) && ++count >= n) return day;
  return last;
}

/**
 * What was at disposal after the last purchase, and what was used of it since. What was owed before is paid by it, and
 * counts as used of it.
 */
function useSince({ postings, open }: Book): { total: Quantity; used: Quantity; debt: Quantity; since: number } {
  const since = postings.findLast(({ kind, day }) => kind === 'bought' && day <= open)?.day ?? open;
  const before = balanceOf(balancesAt(postings, since - 1));
  const bought = sum(postings, (posting) => posting.kind === 'bought' && posting.day === since);
  const used = sum(postings, ({ day, to }) => day >= since && to === 'consumed');
  const debt = Math.max(0, -before);
  return { total: Math.max(0, before) + bought, used: used + debt, debt, since };
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
  { since, total, debt }: ReturnType<typeof useSince>,
  { numerator, denominator }: Ratio,
): number | null {
  if (total <= 0 || debt * denominator >= total * numerator) return since;
  let used = debt;
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
