/** The kinds of `statistics/`. Semantics: `test/vectors/README-contract.md`. */
import { rolling, tallyOf } from '../../src/account/pace.ts';
import {
  binomialChances,
  chanceOutside,
  falseAlarmRate,
  laneyLimits,
  limitsOf,
  predictiveLimits,
} from '../../src/domain/limits.ts';
import { kaplanMeierMedian, survivalSteps, wilsonInterval } from '../../src/domain/statistics.ts';
import type { Adapter } from './kinds.ts';

/** The reference method that the vectors foretell by: their README states it; the reports use another. */
function reference(series: readonly number[], alpha: number, floor: number, ahead: number) {
  let level = series[0]!;
  let squares = 0;
  for (const value of series.slice(1)) {
    squares += (Math.log(Math.max(value, floor)) - Math.log(Math.max(level, floor))) ** 2;
    level = alpha * value + (1 - alpha) * level;
  }
  const sigma = series.length > 1 ? Math.sqrt(squares / (series.length - 1)) : 0;
  const reach = Math.exp(1.2815515655446004 * sigma * Math.sqrt(1 + (ahead - 1) * alpha ** 2));
  return { low: Math.max(level, floor) / reach, high: Math.max(level, floor) * reach };
}

export const statistics: Readonly<Record<string, Adapter>> = {
  wilson: ({ met, total }) => wilsonInterval(met, total) ?? { low: null, high: null },

  'kaplan-meier': ({ ended, running }) => ({
    steps: survivalSteps(ended, running).map(({ survival, ...step }) => ({
      ...step,
      survival: `${survival.numerator}/${survival.denominator}`,
    })),
    median: kaplanMeierMedian(Float64Array.from(ended), Float64Array.from(running)),
  }),

  'binomial-limits': ({ p, n, alpha }) => {
    const list = binomialChances(n, Number(p));
    const limits = limitsOf(list, Number(alpha));
    return { ...limits, falseAlarm: chanceOutside(list, limits) };
  },

  'predictive-limits': ({ met, total, n, alpha }) => predictiveLimits({ met, total }, n, Number(alpha)),

  'laney-limits': ({ history, n, atLeastOne }) =>
    laneyLimits(history, n, atLeastOne) ?? { centre: null, sigmaZ: null, low: null, high: null },

  'false-alarm': ({ p, months, n, method, alpha }) => ({
    rate: falseAlarmRate(Number(p), months, n, method, Number(alpha)),
  }),

  backtest: ({ rows }) => {
    const { interval, ...tally } = tallyOf(rows);
    return { ...tally, low: interval?.low ?? null, high: interval?.high ?? null };
  },

  'rolling-backtest': ({ series, alpha, floor, least, horizon }) => ({
    horizons: Array.from({ length: horizon }, (_, i) => {
      const ahead = i + 1;
      const rows = rolling(series, least, ahead, (origin) => reference(series.slice(0, origin), alpha, floor, ahead));
      const { inside, total } = tallyOf(rows);
      return { ahead, inside, total };
    }),
  }),
};
