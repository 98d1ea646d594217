/** The volume to buy: the smallest for an accepted risk, and the cheapest. `MODEL.md` §5. */
import type { Need } from './demand.ts';
import { workOf, type Work } from './work.ts';

/** No finite volume is without risk: this much is left. */
export const LEAST_RISK = 1e-4;

/** The risk that is used for one that is asked for; `null` where it is none. */
export function riskOf(alpha: number): number | null {
  return alpha >= 0 && alpha <= 1 ? Math.max(LEAST_RISK, alpha) : null;
}

/** The distributions that the volumes are read from. */
export interface Distributions {
  readonly months: readonly Work[];
  readonly year: Work;
}

export function distributionsOf(need: Need, monthCells = 1024, yearCells = 2048): Distributions {
  const all = [...Array(need.months).keys()];
  return {
    months: workOf(
      need,
      all.map((month) => [month]),
      monthCells,
    ),
    year: workOf(need, [all], yearCells)[0]!,
  };
}

/** Hours a month that each single month stays within but with probability `alpha`: the worst one decides. */
export function eachMonth({ months }: Distributions, alpha: number): number {
  return Math.max(...months.map((work) => work.quantile(1 - alpha)));
}

/** Hours a month that are exceeded in `alpha` of the months on average. */
export function averageMonth({ months }: Distributions, alpha: number): number {
  const share = (hours: number): number => months.reduce((sum, work) => sum + work.exceeds(hours), 0) / months.length;
  return smallest(share, alpha, Math.max(...months.map(({ offset, mass, step }) => offset + mass.length * step)));
}

/** Hours a month where months are set against each other in windows. */
export function windowed(need: Need, window: number, alpha: number, cells = 1024): number {
  const blocks = blocksOf(need.months, window);
  return Math.max(...workOf(need, blocks, cells).map((work, i) => work.quantile(1 - alpha) / blocks[i]!.length));
}

/** Hours a month where all months are set against each other. */
export function wholeYear({ year, months }: Distributions, alpha: number): number {
  return year.quantile(1 - alpha) / months.length;
}

/** The months of a contract in windows; the last may be shorter. */
export function blocksOf(months: number, window: number): number[][] {
  return Array.from({ length: Math.ceil(months / window) }, (_, i) =>
    Array.from({ length: Math.min(window, months - i * window) }, (_none, j) => i * window + j),
  );
}

/** Up to the step of the contract. */
export function roundedUp(hours: number, step: number): number {
  return step > 0 ? Math.max(0, Math.ceil(hours / step - 1e-9)) * step : hours;
}

/** The share of cases in which the cheapest volume suffices (Arrow, Harris and Marschak). */
export function criticalRatio(price: number, overrun: number, salvage: number): number {
  if (overrun <= price) return 0;
  return Math.min(1, (overrun - price) / (overrun - salvage));
}

export interface Cheapest {
  readonly ratio: number;
  /** Hours a month, and what a year costs. */
  readonly monthly: number;
  readonly monthlyCost: number;
  /** Hours a year, and what it costs. */
  readonly yearly: number;
  readonly yearlyCost: number;
}

/** The volumes of the least expected cost: without smoothing, and over the year. */
export function cheapest(of: Distributions, price: number, overrun: number, salvage: number): Cheapest {
  const { months, year } = of;
  const ratio = criticalRatio(price, overrun, salvage);
  const isNone = ratio === 0;
  const used = Math.min(ratio, 1 - LEAST_RISK);
  const cost = (work: Work, hours: number): number => {
    const beyond = work.beyond(hours);
    return price * hours + overrun * beyond - salvage * (hours - work.mean + beyond);
  };
  const monthly = isNone ? 0 : averageMonth(of, 1 - used);
  const yearly = isNone ? 0 : year.quantile(used);
  return {
    ratio,
    monthly,
    monthlyCost: months.reduce((sum, work) => sum + cost(work, monthly), 0),
    yearly,
    yearlyCost: cost(year, yearly),
  };
}

/** The smallest value at which a falling function is at most `most`. */
export function smallest(falling: (value: number) => number, most: number, upper: number): number {
  let [low, high] = [0, upper];
  if (falling(0) <= most) return 0;
  for (let i = 0; i < 60 && high - low > 1e-9 * high; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) <= most) high = middle;
    else low = middle;
  }
  return high;
}
