/**
 * The pace at which units are used, as a model of the months: a level that follows them, a season where two years show
 * one, and how far months stray from it. It looks at full months alone, by working day, on the scale of square roots, on
 * which what is used strays alike whether it is little or much.
 */
import { studentQuantile } from '../domain/limits.ts';
import type { Month } from '../domain/months.ts';
import { wilsonInterval } from '../domain/statistics.ts';

/** A full month: what was used, in any unit, and its working days. */
export interface FullMonth {
  readonly month: Month;
  readonly used: number;
  readonly days: number;
}

/** Fewer full months than this say nothing of a pace. */
export const LEAST_MONTHS = 3;
/**
 * How much of the newest month the level takes on. The customary value for series that are short and may shift (Brown,
 * 1959; the usual range is 0.1 to 0.3); it is not fitted to any data.
 */
export const SMOOTHING = 0.3;
/** The share of months that an interval is to hold: a tenth lies below it, a tenth above. */
export const COVERAGE = 0.8;
/** Months that show a season: two years. */
const SEASON_MONTHS = 24;

/** What is known of a pace. */
export interface PaceModel {
  /** On the scale of square roots, by working day. */
  readonly level: number;
  readonly sigma: number;
  /** One-step errors that `sigma` is made of. */
  readonly degrees: number;
  /** What the month of the year adds, on the same scale; zeros where two years do not show it. */
  readonly season: readonly number[];
}

/** Fits the model to full months, oldest first; `null` for too few. */
export function paceModel(months: readonly FullMonth[]): PaceModel | null {
  const counted = months.filter(({ days }) => days > 0);
  if (counted.length < LEAST_MONTHS) return null;
  const paces = counted.map(({ used, days }) => Math.sqrt(Math.max(0, used) / days));
  const season = seasonOf(counted, paces);
  const plain = paces.map((pace, i) => pace - season[monthOfYear(counted[i]!.month)]!);
  let level = plain[0]!;
  let squares = 0;
  for (const value of plain.slice(1)) {
    squares += (value - level) ** 2;
    level += SMOOTHING * (value - level);
  }
  const degrees = plain.length - 1;
  return { level, sigma: Math.sqrt(squares / degrees), degrees, season };
}

/** The month of the year, from 0. */
export function monthOfYear(month: Month): number {
  return Number(month.slice(5)) - 1;
}

/** How each month of the year strays from the twelve around it, half believed: two years show a season roughly. */
function seasonOf(months: readonly FullMonth[], paces: readonly number[]): number[] {
  const season = Array.from({ length: 12 }, () => 0);
  if (paces.length < SEASON_MONTHS) return season;
  const strays = season.map((): number[] => []);
  paces.forEach((pace, i) => {
    const around = paces.slice(Math.max(0, i - 6), i + 6);
    if (around.length < 12) return;
    strays[monthOfYear(months[i]!.month)]!.push(pace - mean(around));
  });
  const raw = strays.map((list) => (list.length ? mean(list) / 2 : 0));
  const centre = mean(raw);
  return raw.map((value) => value - centre);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How far a month strays that lies so many months ahead: its own stray, and what the level may have moved by then. */
export function strayAhead({ sigma }: Pick<PaceModel, 'sigma'>, ahead: number): number {
  return sigma * Math.sqrt(1 + (ahead - 1) * SMOOTHING ** 2);
}

/** What is used in a month ahead: its middle, and the interval that holds it four times in five. */
export function monthAhead(
  model: PaceModel,
  { month, days }: Pick<FullMonth, 'month' | 'days'>,
  ahead: number,
): { low: number; middle: number; high: number } {
  const centre = model.level + model.season[monthOfYear(month)]!;
  const reach = studentQuantile((1 + COVERAGE) / 2, model.degrees) * strayAhead(model, ahead);
  const used = (scaled: number): number => Math.max(0, scaled) ** 2 * days;
  return { low: used(centre - reach), middle: used(centre), high: used(centre + reach) };
}

/** A month that was foretold, and what it came to; `null` where that is not known. */
export interface Foretold {
  readonly low: number;
  readonly high: number;
  readonly actual: number | null;
}

/** How forecasts have fared. */
export interface Tally {
  readonly inside: number;
  readonly total: number;
  readonly below: number;
  readonly above: number;
  /** Of the last ten. */
  readonly recentInside: number;
  readonly recentTotal: number;
  /** Wilson's 95 % interval of the share inside; `null` where nothing was foretold. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whether between 70 and 90 % lay inside; `null` where nothing was foretold. */
  readonly calibrated: boolean | null;
}

const RECENT = 10;

/** Counts how often a month lay inside what was foretold of it; ends that are met within a billionth are met. */
export function tallyOf(rows: readonly Foretold[]): Tally {
  const known = rows.flatMap(({ actual, low, high }) => (actual === null ? [] : [{ actual, low, high }]));
  const slack = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));
  const isBelow = ({ actual, low }: (typeof known)[number]): boolean => actual < low - slack(low);
  const isAbove = ({ actual, high }: (typeof known)[number]): boolean => actual > high + slack(high);
  const isInside = (row: (typeof known)[number]): boolean => !isBelow(row) && !isAbove(row);
  const inside = known.filter(isInside).length;
  const recent = known.slice(-RECENT);
  const total = known.length;
  return {
    inside,
    total,
    below: known.filter(isBelow).length,
    above: known.filter(isAbove).length,
    recentInside: recent.filter(isInside).length,
    recentTotal: recent.length,
    interval: wilsonInterval(inside, total),
    calibrated: total === 0 ? null : inside * 10 >= total * 7 && inside * 10 <= total * 9,
  };
}

/**
 * Foretells every month of a series from those before it alone.
 * @param least months that a forecast needs
 * @param ahead how many months ahead it looks
 * @param foretell the interval of the month `origin + ahead - 1`, from the first `origin` months; `null` for none
 */
export function rolling(
  actuals: readonly number[],
  least: number,
  ahead: number,
  foretell: (origin: number) => { readonly low: number; readonly high: number } | null,
): Foretold[] {
  const rows: Foretold[] = [];
  for (let origin = least; origin + ahead <= actuals.length; origin++) {
    const interval = foretell(origin);
    if (interval) rows.push({ low: interval.low, high: interval.high, actual: actuals[origin + ahead - 1]! });
  }
  return rows;
}

/** How the method would have fared on a ledger, so many months ahead. */
export interface Record extends Omit<Tally, 'calibrated' | 'below' | 'above'> {
  readonly ahead: number;
}

/** The record of the method on the months of a ledger. */
export function backtest(months: readonly FullMonth[], ahead: number): Record {
  const counted = months.filter(({ days }) => days > 0);
  const rows = rolling(
    counted.map(({ used }) => used),
    LEAST_MONTHS,
    ahead,
    (origin) => {
      const model = paceModel(counted.slice(0, origin));
      return model && monthAhead(model, counted[origin + ahead - 1]!, ahead);
    },
  );
  const { inside, total, recentInside, recentTotal, interval } = tallyOf(rows);
  return { ahead, inside, total, recentInside, recentTotal, interval };
}
