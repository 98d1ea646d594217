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

/** How a forecast has fared: months that were foretold, and those that lay inside. */
export interface Record {
  readonly ahead: number;
  readonly inside: number;
  readonly total: number;
  /** Of the last ten. */
  readonly recentInside: number;
  readonly recentTotal: number;
  /** Wilson's 95 % interval of the share inside; `null` where nothing was foretold. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const RECENT = 10;

/** Foretells every month from those before it alone, and counts how often it lay inside. */
export function backtest(months: readonly FullMonth[], ahead: number): Record {
  const hits: boolean[] = [];
  for (let origin = LEAST_MONTHS; origin + ahead <= months.length; origin++) {
    const model = paceModel(months.slice(0, origin));
    const actual = months[origin + ahead - 1]!;
    if (!model || actual.days === 0) continue;
    const { low, high } = monthAhead(model, actual, ahead);
    // What was used is known to a ten-thousandth; an end that is met is met.
    const slack = 1e-9 * Math.max(1, Math.abs(high));
    hits.push(actual.used >= low - slack && actual.used <= high + slack);
  }
  const recent = hits.slice(-RECENT);
  const count = (list: readonly boolean[]): number => list.filter(Boolean).length;
  return {
    ahead,
    inside: count(hits),
    total: hits.length,
    recentInside: count(recent),
    recentTotal: recent.length,
    interval: wilsonInterval(count(hits), hits.length),
  };
}
