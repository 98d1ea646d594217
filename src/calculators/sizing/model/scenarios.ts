/** Years that stand for all years: a lattice rule, without chance, for rules that depend on the order of the months. `MODEL.md` §6. */
import type { Moments, Need } from './demand.ts';
import { gammaQuantile, normalCdf, normalQuantile } from './special.ts';
import { workFrom, type Work } from './work.ts';

/** Points of the lattice, and its generating vector (component by component, criterion P2). */
export const YEARS = 4096;
const GENERATOR = [
  1, 1557, 1087, 701, 1163, 321, 1649, 207, 1827, 1203, 1935, 1869, 433, 299, 735, 1735, 1675, 1279, 551, 2015, 1799,
  531, 1427, 793, 559,
];
/** Normal scores at which the laws are kept. */
const SCORES = Float64Array.from({ length: 137 }, (_, i) => -4.25 + i / 16);
const SCORE_STEP = 1 / 16;
const CUMULATED = SCORES.map(normalCdf);
/** Intensities at which the law of a month is kept. */
const INTENSITIES = 10;
const INTENSITIES_OF_MIX = 5;
const EDGE = 1e-4;

let lattice: { readonly dimensions: number; readonly scores: Float64Array } | null = null;

/** Normal scores of the lattice, by dimension. */
function latticeScores(dimensions: number): Float64Array {
  if (lattice && lattice.dimensions >= dimensions) return lattice.scores;
  // The points of each dimension are the same set in another order.
  const sorted = Float64Array.from({ length: YEARS }, (_, i) => normalQuantile((i + 0.5) / YEARS));
  const scores = new Float64Array(dimensions * YEARS);
  for (let d = 0; d < dimensions; d++)
    for (let i = 0; i < YEARS; i++) scores[d * YEARS + i] = sorted[(i * GENERATOR[d]!) % YEARS]!;
  lattice = { dimensions, scores };
  return scores;
}

/** Work in hours, by year and month: `hours[year × months + month]`. */
export interface Scenarios {
  readonly months: number;
  readonly years: number;
  readonly hours: Float64Array;
}

/** The scenarios of a need. */
export function scenariosOf(need: Need): Scenarios {
  const { months, u } = need;
  const scores = latticeScores(months + 1);
  const hours = new Float64Array(YEARS * months);
  const factorAt = u * u < 1e-8 ? () => 1 : gammaTable(1 / (u * u));
  const factors = Float64Array.from({ length: YEARS }, (_, i) => factorAt(scores[i]!));
  const range: [number, number] =
    u * u < 1e-8 ? [1, 1] : [gammaQuantile(1 / (u * u), EDGE) * u * u, gammaQuantile(1 / (u * u), 1 - EDGE) * u * u];
  const laws = lawsOf(need, range);
  for (let m = 0; m < months; m++) {
    const { law, scale } = laws[m]!;
    const offset = (m + 1) * YEARS;
    const fixed = need.fixed[m]!;
    for (let i = 0; i < YEARS; i++)
      hours[i * months + m] = fixed + (law ? law(factors[i]! * scale, scores[offset + i]!) : 0);
  }
  return { months, years: YEARS, hours };
}

/** The hours of one year. */
export function yearOf({ hours, months }: Scenarios, year: number): Float64Array {
  return hours.subarray(year * months, (year + 1) * months);
}

type Law = (intensity: number, score: number) => number;

/** Months that differ by one factor share a law. */
function lawsOf(need: Need, [low, high]: readonly [number, number]): { law: Law | null; scale: number }[] {
  const { seasons, months, rates } = need;
  const used = rates.flatMap((rate, k) => (rate > 0 ? [k] : []));
  const isCommon = used.every((k) => seasons[k]!.every((value, m) => value === seasons[used[0]!]![m]));
  if (!used.length) return Array.from({ length: months }, () => ({ law: null, scale: 0 }));
  if (isCommon) {
    const season = seasons[used[0]!]!;
    const positive = season.filter((value) => value > 0);
    const law = lawBetween(need, rates, low * Math.min(...positive), high * Math.max(...positive), INTENSITIES);
    return season.map((scale) => ({ law: scale > 0 ? law : null, scale }));
  }
  const known = new Map<string, Law>();
  return Array.from({ length: months }, (_, m) => {
    const mix = rates.map((rate, k) => rate * seasons[k]![m]!);
    if (mix.every((rate) => rate === 0)) return { law: null, scale: 0 };
    const key = mix.join();
    let law = known.get(key);
    if (!law) known.set(key, (law = lawBetween(need, mix, low, high, INTENSITIES_OF_MIX)));
    return { law, scale: 1 };
  });
}

/** The law of a month of given rates for intensities between two bounds: standardised quantiles, interpolated. */
function lawBetween(need: Need, rates: readonly number[], low: number, high: number, count: number): Law {
  const { efforts, factor, phi } = need;
  const isOne = high / low < 1 + 1e-9;
  const steps = isOne ? 1 : count;
  const logLow = Math.log(low);
  const logStep = isOne ? 1 : (Math.log(high) - logLow) / (steps - 1);
  const first = factor * rates.reduce((sum, rate, k) => sum + rate * efforts[k]!.moments[0], 0);
  const second = factor * factor * rates.reduce((sum, rate, k) => sum + rate * efforts[k]!.moments[1], 0);
  if (first === 0) return () => 0;
  const moments = Array.from({ length: steps }, (_, i): Moments => {
    const x = Math.exp(logLow + i * logStep);
    const mean = x * first;
    return {
      counts: rates.map((rate) => rate * x),
      fixed: 0,
      work: mean,
      mean,
      sd: Math.sqrt(x * second + phi * mean * mean),
      year: 0,
      month: phi,
    };
  });
  // Laws of like size share a grid: each is fine enough, and the efforts are put on few.
  const works: Work[] = [];
  const size = Math.ceil(steps / 2);
  for (let start = 0; start < steps; start += size)
    works.push(...workFrom({ efforts, factor }, moments.slice(start, start + size), 1024));
  const table = new Float64Array(steps * SCORES.length);
  works.forEach((work, i) => {
    CUMULATED.forEach((p, j) => {
      table[i * SCORES.length + j] = (work.quantile(p) - work.mean) / work.sd;
    });
  });
  const last = SCORES.length - 1;
  return (x, score) => {
    const at = Math.min(last - 1e-9, Math.max(0, (score - SCORES[0]!) / SCORE_STEP));
    const j = Math.floor(at);
    const part = at - j;
    const level = isOne ? 0 : Math.min(steps - 1 - 1e-9, Math.max(0, (Math.log(x) - logLow) / logStep));
    const i = Math.floor(level);
    const share = level - i;
    const row = i * SCORES.length + j;
    const lower = table[row]! + part * (table[row + 1]! - table[row]!);
    let value = lower;
    if (share > 0) {
      const next = row + SCORES.length;
      const upper = table[next]! + part * (table[next + 1]! - table[next]!);
      value += share * (upper - lower);
    }
    const mean = x * first;
    return Math.max(0, mean + value * Math.sqrt(x * second + phi * mean * mean));
  };
}

/** A gamma of mean 1 by its normal score. */
function gammaTable(shape: number): (score: number) => number {
  const values = CUMULATED.map((p) => gammaQuantile(shape, p) / shape);
  return (score) => {
    const at = Math.min(SCORES.length - 1 - 1e-9, Math.max(0, (score - SCORES[0]!) / SCORE_STEP));
    const j = Math.floor(at);
    return values[j]! + (at - j) * (values[j + 1]! - values[j]!);
  };
}
