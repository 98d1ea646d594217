/** What a history of tickets says of a demand: rate, dispersion, season, trend, effort. `MODEL.md` §14. */
import { gammaQuantile, gammaTail, logGamma } from './special.ts';

/** Dispersions that are weighed, at the middle of each step, and the mean of what is expected before seeing any. */
const PHI = { step: 0.01, count: 300, prior: 0.15 } as const;
/** How far seasons differ before seeing any. */
const SEASON_SD = 0.25;
const LEAST = { months: 6, tickets: 30, trend: 12, season: 24 } as const;
const YEARLY_TREND_SD = 0.2;
const FACTOR_BOUNDS = [0.5, 2] as const;
/** A share of the tickets in one month that bends the rest. */
const DOMINANT = 0.3;

export interface Rate {
  readonly shape: number;
  readonly rate: number;
  readonly mean: number;
  readonly cvPoisson: number;
  readonly lowPoisson: number;
  readonly highPoisson: number;
  readonly phiMean: number;
  readonly phiLow: number;
  readonly phiHigh: number;
  readonly cv: number;
  readonly low: number;
  readonly high: number;
  readonly dispersionIndex: number;
  readonly dispersionP: number;
}

/**
 * Tickets a month.
 * @param counts by month
 * @param exposure part of each month that the history covers, times its season
 */
export function rateOf(
  counts: readonly number[],
  exposure: readonly number[],
  { priorShape = 0.5, priorRate = 0, level = 0.9 } = {},
): Rate {
  const total = sum(counts);
  const covered = sum(exposure);
  const shape = priorShape + total;
  const rate = priorRate + covered;
  const mean = shape / rate;
  const tail = (1 - level) / 2;
  const phi = dispersionOf(counts, exposure, tail);
  const cv = Math.sqrt(1 / shape + (phi.mean * sum(exposure.map((e) => e * e))) / covered ** 2);
  const expected = exposure.map((e) => (total * e) / covered);
  const x2 = sum(counts.map((n, t) => (expected[t]! > 0 ? (n - expected[t]!) ** 2 / expected[t]! : 0)));
  const freedom = counts.length - 1;
  return {
    shape,
    rate,
    mean,
    cvPoisson: 1 / Math.sqrt(shape),
    lowPoisson: gammaQuantile(shape, tail) / rate,
    highPoisson: gammaQuantile(shape, 1 - tail) / rate,
    phiMean: phi.mean,
    phiLow: phi.low,
    phiHigh: phi.high,
    cv,
    low: gammaQuantile(1 / cv ** 2, tail) * cv ** 2 * mean,
    high: gammaQuantile(1 / cv ** 2, 1 - tail) * cv ** 2 * mean,
    dispersionIndex: freedom > 0 ? x2 / freedom : NaN,
    dispersionP: freedom > 0 ? gammaTail(freedom / 2, x2 / 2) : NaN,
  };
}

/** Posterior of the dispersion on a grid: how the counts share out their total (Mosimann). */
function dispersionOf(
  counts: readonly number[],
  exposure: readonly number[],
  tail: number,
): { mean: number; low: number; high: number } {
  const used = exposure.flatMap((e, t) => (e > 0 ? [t] : []));
  const values = Array.from({ length: PHI.count }, (_, i) => (i + 0.5) * PHI.step);
  const total = sum(used.map((t) => counts[t]!));
  const logs = values.map((phi) => {
    const alphas = used.map((t) => exposure[t]! / phi);
    const whole = sum(alphas);
    let log = -phi / PHI.prior + logGamma(whole) - logGamma(whole + total);
    used.forEach((t, i) => {
      if (counts[t]! > 0) log += logGamma(alphas[i]! + counts[t]!) - logGamma(alphas[i]!);
    });
    return log;
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const mass = sum(weights);
  const at = (p: number): number => {
    let below = 0;
    for (let i = 0; i < weights.length; i++) {
      below += weights[i]! / mass;
      if (below >= p) return values[i]!;
    }
    return values.at(-1)!;
  };
  return { mean: sum(values.map((phi, i) => phi * weights[i]!)) / mass, low: at(tail), high: at(1 - tail) };
}

export interface Trend {
  /** Of the logarithm, a month. */
  readonly slope: number;
  readonly se: number;
  /** Drawn to none as far as the history leaves room. */
  readonly shrunk: number;
  readonly yearly: number;
  /** From the middle of the history to the middle of the coming year. */
  readonly factor: number;
}

/** A log-linear trend (Poisson, quasi standard error); `exposure` is what each month counts for. */
export function trendOf(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
  priorYearlySd = YEARLY_TREND_SD,
): Trend {
  const n = counts.length;
  const total = sum(counts);
  if (n < 3 || total === 0) return { slope: 0, se: Infinity, shrunk: 0, yearly: 0, factor: 1 };
  const middle = (n - 1) / 2;
  const times = counts.map((_, t) => t - middle);
  let [level, slope] = [Math.log(total / sum(exposure)), 0];
  let information = 0;
  const means = (): number[] => times.map((t, i) => exposure[i]! * Math.exp(level + slope * t));
  for (let step = 0; step < 50; step++) {
    const mu = means();
    const a = sum(mu);
    const b = sum(mu.map((m, i) => m * times[i]!));
    const c = sum(mu.map((m, i) => m * times[i]! ** 2));
    const g0 = sum(counts.map((count, i) => count - mu[i]!));
    const g1 = sum(counts.map((count, i) => (count - mu[i]!) * times[i]!));
    const det = a * c - b * b;
    const [d0, d1] = [(c * g0 - b * g1) / det, (a * g1 - b * g0) / det];
    level += d0;
    slope += d1;
    information = det / a;
    if (Math.abs(d0) + Math.abs(d1) < 1e-14) break;
  }
  const mu = means();
  const x2 = sum(counts.map((count, i) => (mu[i]! > 0 ? (count - mu[i]!) ** 2 / mu[i]! : 0)));
  const se = Math.sqrt(Math.max(1, x2 / (n - 2)) / information);
  const prior = (Math.log1p(priorYearlySd) / 12) ** 2;
  const shrunk = (slope * prior) / (prior + se * se);
  const factor = Math.exp(shrunk * (middle + 6.5));
  return {
    slope,
    se,
    shrunk,
    yearly: Math.expm1(12 * shrunk),
    factor: Math.min(FACTOR_BOUNDS[1], Math.max(FACTOR_BOUNDS[0], factor)),
  };
}

/** What weakens a fit. */
export type HistoryWarning = 'few-months' | 'few-tickets' | 'no-trend' | 'no-season' | 'dominant-month';

export interface History {
  /** Tickets by month. */
  readonly counts: readonly number[];
  /** 1 to 12. */
  readonly calendarMonth: readonly number[];
  /** Part of each month that is covered, 0 to 1. */
  readonly exposure: readonly number[];
}

export interface Fit {
  /** Covered. */
  readonly months: number;
  readonly seasonUsed: boolean;
  /** January first, mean 1. */
  readonly season: readonly number[];
  readonly phi: number;
  readonly mean: number;
  readonly cv: number;
  readonly low: number;
  readonly high: number;
  readonly trendPerMonth: number;
  readonly trendFactor: number;
  readonly projectedRate: number;
  readonly warnings: readonly HistoryWarning[];
  /** Index of a month that dominates; `null` for none. */
  readonly dominant: number | null;
}

/** All of it: rate, season where two years are there, trend where one is. */
export function fitOf({ counts, calendarMonth, exposure }: History): Fit {
  const months = sum(exposure);
  const total = sum(counts);
  const flat = Array.from({ length: 12 }, () => 1);
  const seasonUsed = months >= LEAST.season;
  const first = rateOf(counts, exposure);
  const season = seasonUsed ? seasonOf(counts, calendarMonth, exposure, first.phiMean) : flat;
  const weighted = exposure.map((e, t) => e * season[calendarMonth[t]! - 1]!);
  const rate = seasonUsed ? rateOf(counts, weighted) : first;
  const trend = months >= LEAST.trend && total > 0 ? trendOf(counts, weighted) : { shrunk: 0, factor: 1 };
  const most = Math.max(0, ...counts);
  const dominant =
    counts.length > 2 && total >= LEAST.tickets && most > DOMINANT * total && most > (3 * total) / months;
  return {
    months,
    seasonUsed,
    season,
    phi: rate.phiMean,
    mean: rate.mean,
    cv: rate.cv,
    low: rate.low,
    high: rate.high,
    trendPerMonth: trend.shrunk,
    trendFactor: trend.factor,
    projectedRate: rate.mean * trend.factor,
    warnings: [
      ...(months < LEAST.months ? ['few-months' as const] : []),
      ...(total < LEAST.tickets ? ['few-tickets' as const] : []),
      ...(months < LEAST.trend ? ['no-trend' as const] : []),
      ...(seasonUsed ? [] : ['no-season' as const]),
      ...(dominant ? ['dominant-month' as const] : []),
    ],
    dominant: dominant ? counts.indexOf(most) : null,
  };
}

/** Seasons drawn to none as far as they are noise (Bühlmann). */
function seasonOf(
  counts: readonly number[],
  calendarMonth: readonly number[],
  exposure: readonly number[],
  phi: number,
): number[] {
  const total = sum(counts);
  const covered = sum(exposure);
  const season = Array.from({ length: 12 }, (_, i) => {
    const of = calendarMonth.flatMap((month, t) => (month === i + 1 ? [t] : []));
    const years = sum(of.map((t) => exposure[t]!));
    if (years === 0 || total === 0) return 1;
    const expected = (total * years) / covered;
    const ratio = sum(of.map((t) => counts[t]!)) / expected;
    const variance = 1 / expected + phi / years;
    return 1 + (SEASON_SD ** 2 / (SEASON_SD ** 2 + variance)) * (ratio - 1);
  });
  const mean = sum(season) / 12;
  return season.map((value) => value / mean);
}

export interface EffortFit {
  readonly n: number;
  readonly dropped: number;
  /** `null` where there is none. */
  readonly mean: number | null;
  readonly cv: number;
  /** Of the mean. */
  readonly meanCv: number | null;
}

/** The effort of the tickets that tell it: its mean, and its spread drawn to what is usual. */
export function effortFit(efforts: readonly number[], priorCv = 1, priorDf = 4): EffortFit {
  const used = efforts.filter((hours) => hours > 0);
  const n = used.length;
  const dropped = efforts.length - n;
  if (n === 0) return { n, dropped, mean: null, cv: priorCv, meanCv: null };
  const logs = used.map(Math.log);
  const middle = sum(logs) / n;
  const squares = sum(logs.map((log) => (log - middle) ** 2));
  const s2 = (priorDf * Math.log1p(priorCv ** 2) + squares) / (n + priorDf - 1);
  const cv = Math.sqrt(Math.expm1(s2));
  return { n, dropped, mean: sum(used) / n, cv, meanCv: cv / Math.sqrt(n) };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
