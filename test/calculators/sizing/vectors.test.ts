/** The cases of the sizing model, computed by a slow reference and checked by independent methods. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/date.ts';
import { holidaysOf } from '../../../src/domain/holidays.ts';
import { effortFit, fitOf, rateOf, trendOf } from '../../../src/calculators/sizing/model/calibration.ts';
import {
  breakEven,
  compare,
  cornishFisher,
  effortFactor,
  levelsOf,
  priceStack,
  recommend,
  yearsOf,
  type Choice,
  type Offers,
} from '../../../src/calculators/sizing/model/costs.ts';
import { faultOf, momentsOf, needOf, type Demand, type Moments } from '../../../src/calculators/sizing/model/demand.ts';
import {
  billed,
  deviation,
  effortOf,
  lognormalFrom,
  type EffortLaw,
} from '../../../src/calculators/sizing/model/effort.ts';
import {
  exhaustedBy,
  exhaustionOf,
  exhaustionQuantile,
  expectedLoss,
} from '../../../src/calculators/sizing/model/exhaustion.ts';
import { blockYear, carnetYear, forfaitYear, regieYear } from '../../../src/calculators/sizing/model/forms.ts';
import { simulateDesk, type DeskClass } from '../../../src/calculators/sizing/model/helpdesk.ts';
import { gaussGamma } from '../../../src/calculators/sizing/model/quadrature.ts';
import {
  erlangC,
  fewestServers,
  meanWait,
  priorityWaits,
  singleAgentMeans,
  topClassTail,
  waitTail,
} from '../../../src/calculators/sizing/model/queue.ts';
import { scenariosOf } from '../../../src/calculators/sizing/model/scenarios.ts';
import {
  bandsOf,
  fullTime,
  onCallCost,
  openHours,
  productiveHours,
  surchargeFactor,
  weekdaysWorked,
  type OnCall,
  type Presence,
  type Week,
} from '../../../src/calculators/sizing/model/staffing.ts';
import { logGamma } from '../../../src/calculators/sizing/model/special.ts';
import {
  averageMonth,
  cheapest,
  criticalRatio,
  distributionsOf,
  eachMonth,
  riskOf,
  roundedUp,
  wholeYear,
  windowed,
} from '../../../src/calculators/sizing/model/volume.ts';
import { workFrom } from '../../../src/calculators/sizing/model/work.ts';
import { vectorsFolder } from '../../vectors.ts';

interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}
type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: Record<string, never>;
  readonly expect: Record<string, Value>;
  readonly tol: Tolerance;
  readonly tolBy?: Record<string, Tolerance>;
}

/** Words that stand for numbers that JSON has not. */
function revive(_key: string, value: unknown): unknown {
  return value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value === 'NaN' ? NaN : value;
}

function close(got: unknown, wanted: Value, tol: Tolerance, path: string): void {
  if (typeof wanted === 'number') {
    if (!Number.isFinite(wanted)) expect(got, path).toBe(wanted);
    else
      expect(Math.abs((got as number) - wanted), `${path}: ${String(got)} for ${wanted}`).toBeLessThanOrEqual(
        tol.abs + tol.rel * Math.abs(wanted),
      );
  } else if (Array.isArray(wanted)) {
    expect((got as unknown[]).length, path).toBe(wanted.length);
    (wanted as readonly Value[]).forEach((value, i) => close((got as unknown[])[i], value, tol, `${path}[${i}]`));
  } else if (wanted !== null && typeof wanted === 'object') {
    for (const [name, value] of Object.entries(wanted))
      close((got as Record<string, unknown>)[name], value, tol, `${path}.${name}`);
  } else expect(got, path).toBe(wanted);
}

const quantiles = (of: (p: number) => number, wanted: Value): Record<string, number> =>
  Object.fromEntries(Object.keys(wanted as object).map((p) => [p, of(Number(p))]));

/** Kind → what the project gives for an input. */
const KINDS: Record<string, (input: never, wanted: Record<string, Value>) => Record<string, unknown>> = {
  effort: ({ effort, x }: { effort: EffortLaw; x: number[] }) => {
    const of = effortOf(effort);
    return { mean: of.moments[0], sd: deviation(of), cdf: x.map(of.cdf), lev: x.map(of.limited) };
  },
  'billing-step': ({ effort, step, minimum }: { effort: EffortLaw; step: number; minimum: number }) => {
    const of = effortOf(effort);
    const { mean, sd } = billed(of, step, minimum);
    return { baseMean: of.moments[0], billedMean: mean, billedSd: sd };
  },
  'lognormal-from-quantiles': ({ p50, p90 }: { p50: number; p90: number }) => lognormalFrom(p50, p90),
  nb: ({ mean, mixVar, n }: { mean: number; mixVar: number; n: number[] }, wanted) => {
    // The count is the work of tickets of one hour each.
    const one = { efforts: [effortOf({ kind: 'fixed', value: 1 })], factor: 1 };
    const moments: Moments = {
      counts: [mean],
      fixed: 0,
      work: mean,
      mean,
      sd: Math.sqrt(mean + mixVar * mean * mean),
      year: mixVar,
      month: 0,
    };
    const [work] = workFrom(one, [moments], 1024);
    return {
      var: mean + mixVar * mean * mean,
      pmf: n.map((k) => work!.mass[k] ?? 0),
      cdf: n.map((k) => 1 - work!.exceeds(k)),
      quantile: quantiles((p) => Math.round(work!.quantile(p)), wanted['quantile']!),
    };
  },
  'mixing-variance': ({ u, phi, months }: { u: number; phi: number; months: number }) => {
    const of = (count: number): number => {
      const need = needOf({
        months,
        classes: [{ rate: 1, effort: { kind: 'fixed', value: 1 } }],
        u,
        phi,
      });
      const { year, month } = momentsOf(need, [...Array(count).keys()]);
      return (1 + year) * (1 + month) - 1;
    };
    return { month: of(1), yearEqualMonths: of(months) };
  },
  'gauss-gamma': ({ variance, nodes }: { variance: number; nodes: number }) => {
    const rule = gaussGamma(variance, nodes);
    return { x: rule.nodes, w: rule.weights };
  },
  'erlang-c': ({ servers, offered }: { servers: number; offered: number }) => ({ pWait: erlangC(servers, offered) }),
  'mmc-mean-wait': (of: { arrivalRate: number; meanService: number; servers: number }) => ({
    meanWait: meanWait(of.arrivalRate, of.meanService, of.servers),
  }),
  'mmc-tail': (of: { arrivalRate: number; meanService: number; servers: number; t: number[] }) => ({
    pWaitGt: of.t.map((t) => waitTail(of.arrivalRate, of.meanService, of.servers, t)),
  }),
  'mgc-tail-approx': (of: {
    arrivalRate: number;
    meanService: number;
    cvService: number;
    servers: number;
    t: number;
  }) => ({
    pWaitGt: waitTail(of.arrivalRate, of.meanService, of.servers, of.t, of.cvService),
  }),
  'priority-mmc': (of: { arrivalRates: number[]; meanService: number; servers: number; targets: number[] }) => {
    const waits = priorityWaits(of.arrivalRates, of.meanService, of.servers, of.targets);
    return { meanWait: waits.map(({ mean }) => mean), pWithin: waits.map(({ within }) => within) };
  },
  'min-servers': (of: { arrivalRates: number[]; meanService: number; targets: number[]; goals: number[] }) => ({
    servers: fewestServers(of.arrivalRates, of.meanService, of.targets, of.goals),
  }),
  'mg1-priority-means': (of: { arrivalRates: number[]; efforts: EffortLaw[] }) => ({
    meanWait: singleAgentMeans(of.arrivalRates, of.efforts.map(effortOf)),
  }),
  'top-class-tail-approx': (of: { arrivalRates: number[]; efforts: EffortLaw[]; servers: number; t: number }) => ({
    pWaitGt: topClassTail(of.arrivalRates, of.efforts.map(effortOf), of.servers, of.t),
  }),
  helpdesk: (of: { window: '5x8' | '6x10' | '24x7'; agents: number; profile: number[]; classes: DeskClass[] }) => {
    const WINDOWS = { '5x8': [9, 17, 5], '6x10': [8, 18, 6], '24x7': [0, 24, 7] } as const;
    const [from, to, days] = WINDOWS[of.window];
    return { ...simulateDesk({ ...of, open: [from, to], days }, 400) };
  },
  compound: (of: { mean: number; mixVar: number; effort: EffortLaw; d: number[] }, wanted) => {
    const effort = effortOf(of.effort);
    const mean = of.mean * effort.moments[0];
    const sd = Math.sqrt(of.mean * effort.moments[1] + of.mixVar * mean * mean);
    const moments: Moments = { counts: [of.mean], fixed: 0, work: mean, mean, sd, year: of.mixVar, month: 0 };
    const [work] = workFrom({ efforts: [effort], factor: 1 }, [moments], 2048);
    return {
      mean: work!.mean,
      sd: work!.sd,
      p0: work!.nothing,
      quantile: quantiles((p) => work!.quantile(p), wanted['quantile']!),
      stopLoss: of.d.map((d) => work!.beyond(d)),
    };
  },
  demand: ({ demand, months, x }: { demand: Demand; months: number[]; x: number[] }, wanted) => {
    const need = needOf(demand);
    const set = months.map((month) => month - 1);
    const moments = momentsOf(need, set);
    const [work] = workFrom(need, [moments], set.length === 1 ? 1024 : 2048);
    return {
      u: need.u,
      mean: moments.mean,
      sd: moments.sd,
      quantile: quantiles((p) => work!.quantile(p), wanted['quantile']!),
      pExceed: x.map((hours) => work!.exceeds(hours)),
    };
  },
  volume: ({ demand, alpha, roundStep }: { demand: Demand; alpha: number; roundStep: number }) => {
    const need = needOf(demand);
    const of = distributionsOf(need);
    const year = wholeYear(of, alpha);
    return {
      eachMonth: eachMonth(of, alpha),
      averageMonth: averageMonth(of, alpha),
      year,
      quarter: windowed(need, 3, alpha),
      yearRoundedUp: roundedUp(year, roundStep),
    };
  },
  newsvendor: (of: { demand: Demand; priceForfait: number; priceOverrun: number; salvage: number }) => {
    const best = cheapest(distributionsOf(needOf(of.demand)), of.priceForfait, of.priceOverrun, of.salvage);
    return {
      criticalRatio: best.ratio,
      monthlyFlat: best.monthly,
      yearCostMonthly: best.monthlyCost,
      yearVolume: best.yearly,
      yearCostYearly: best.yearlyCost,
    };
  },
  'newsvendor-ratio': (of: { priceForfait: number; priceOverrun: number; salvage: number }) => ({
    criticalRatio: criticalRatio(of.priceForfait, of.priceOverrun, of.salvage),
  }),
  'forfait-path': (of: { work: number[]; credit: number; life: number; cap?: number; overdraft?: number }) => {
    const { overrun, waste, carried, ...rest } = forfaitYear(of.work, of);
    return { overrun: [...overrun], waste: [...waste], carried: [...carried], ...rest };
  },
  'block-path': (of: { work: number[]; credit: number; window: number }) => blockYear(of.work, of.credit, of.window),
  'forfait-year': (of: { demand: Demand; credit: number; life: number; cap?: number; overdraft?: number }) => {
    const { forfait } = compare(
      yearsOf(scenariosOf(needOf(of.demand))),
      offersWith({ kind: 'carry', ...of }, of.credit),
    );
    return {
      meanOverrun: forfait.overrun,
      meanWaste: forfait.waste,
      pOverrun: forfait.pOverrun,
      overrunP90: forfait.overrunP90,
      meanOverrunMonths: forfait.overrunMonths,
    };
  },
  'block-year': (of: { demand: Demand; credit: number; window: number }) => {
    const { forfait } = compare(
      yearsOf(scenariosOf(needOf(of.demand))),
      offersWith({ kind: 'block', window: of.window }, of.credit),
    );
    return { meanOverrun: forfait.overrun, meanWaste: forfait.waste, pOverrun: forfait.pOverrun };
  },
  'carnet-path': (of: { work: number[]; bookHours: number; validityMonths: number }) => ({
    ...carnetYear(of.work, of.bookHours, of.validityMonths),
  }),
  exhaustion: (of: { demand: Demand; bookHours: number; quantiles: number[]; validities: number[] }) => {
    const exhaustion = exhaustionOf(needOf(of.demand), of.bookHours);
    return {
      cdf: exhaustion.cdf,
      quantile: of.quantiles.map((p) => exhaustionQuantile(exhaustion, p)),
      meanWaste: of.validities.map((months) => expectedLoss(exhaustion, of.bookHours, months)),
    };
  },
  'exhaustion-at': (of: { demand: Demand; bookHours: number; t: number[] }) => ({
    p: of.t.map((months) => exhaustedBy(needOf(of.demand), of.bookHours, months)),
  }),
  'regie-path': (of: { work: number[]; capacity: number }) => regieYear(of.work, of.capacity),
  'regie-year': (of: { demand: Demand; capacity: number }) => {
    let [idle, end, some, waited, n] = [0, 0, 0, 0, 0];
    for (const work of yearsOf(scenariosOf(needOf(of.demand)))) {
      const year = regieYear(work, of.capacity);
      idle += year.idleTotal;
      end += year.backlogEnd;
      if (year.backlogEnd > 1e-9) some++;
      waited += year.backlog.reduce((sum, hours) => sum + hours, 0);
      n++;
    }
    return { meanIdle: idle / n, meanBacklogEnd: end / n, pBacklogEnd: some / n, meanBacklogHourMonths: waited / n };
  },
  holidays: ({ year }: { year: number }) => ({
    holidays: [...holidaysOf('FR', year).keys()].sort((a, b) => a - b).map(isoDate),
    weekdaysWorked: weekdaysWorked(year),
  }),
  'open-hours': (of: { year: number; week: number[]; excludeHolidays: boolean }) => {
    const { year, months } = openHours(of.year, of.week, of.excludeHolidays);
    return { openHours: year, july: months[6] };
  },
  fte: (of: { openHours: number; posts: number; productiveHours: number; overlap: number; utilisation: number }) =>
    fullTime(of.openHours, of.posts, of.productiveHours, of.overlap, of.utilisation),
  'productive-hours': (of: Presence) => ({ hours: productiveHours(of) }),
  bands: (of: {
    year: number;
    intervals: Week;
    excludeHolidays: boolean;
    night: [number, number];
    rates: Record<string, number>;
  }) => {
    const bands = bandsOf(of.year, of.intervals, of.excludeHolidays, of.night);
    return { bands, factor: surchargeFactor(bands, of.rates) };
  },
  oncall: (of: OnCall) => ({ cost: onCallCost(of) }),
  rate: (of: { counts: number[]; exposure: number[]; priorShape: number; priorRate: number; level: number }) => ({
    ...rateOf(of.counts, of.exposure, of),
  }),
  pipeline: (of: { counts: number[]; calendarMonth: number[]; exposure: number[] }) => {
    const fit = fitOf(of);
    return { ...fit, warnings: fit.warnings.length };
  },
  trend: (of: { counts: number[]; priorYearlySd: number }) => ({ ...trendOf(of.counts, undefined, of.priorYearlySd) }),
  'effort-fit': (of: { efforts: number[]; priorCv: number; priorDf: number }) => ({
    ...effortFit(of.efforts, of.priorCv, of.priorDf),
  }),
  'three-forms': (of: { paths: number[][] } & Offers) => {
    const { cost, spent, forfait, carnet, regie } = compare(of.paths, of);
    return {
      ...cost,
      tm: spent,
      meanOverrun: forfait.overrun,
      meanWaste: forfait.waste,
      meanBooks: carnet.books,
      meanLost: carnet.lost,
      meanBacklogEnd: regie.backlogEnd,
      meanIdle: regie.idle,
    };
  },
  'break-even': (of: {
    credit: number;
    priceForfait: number;
    priceOverrun: number;
    priceCarnet: number;
    meanMonthlyWork: number;
    range: [number, number];
  }) => ({
    multipliers: breakEven(of.credit, of.priceForfait, of.priceOverrun, of.priceCarnet, of.meanMonthlyWork, of.range),
  }),
  levels: (of: { tickets: number; stopAt: number[]; hours: number[]; dayRates: number[]; hoursPerDay: number }) => ({
    ...levelsOf(of.tickets, of.stopAt, of.hours, of.dayRates, of.hoursPerDay),
  }),
  'effort-factor': (of: { environments: number; perExtraEnv: number; isoGap: number }) => ({
    factor: effortFactor(of.environments, of.perExtraEnv, of.isoGap),
  }),
  'price-stack': (of: Parameters<typeof priceStack>[0]) => ({ ...priceStack(of) }),
  'cornish-fisher': (of: { meanCount: number; effort: EffortLaw; varZ: number; varT: number; p: number }) => ({
    ...cornishFisher(of.meanCount, effortOf(of.effort), of.varZ, of.varT, of.p),
  }),
  recommend: (of: Choice) => ({ ...recommend(of) }),
  validation: ({ demand }: { demand: Demand }) => {
    const field = faultOf(demand);
    return { accepted: field === null, field };
  },
  alpha: ({ alpha }: { alpha: number }) => {
    const used = riskOf(alpha);
    return { accepted: used !== null, usedAlpha: used };
  },
};

function offersWith(rule: Offers['forfait']['rule'], credit: number): Offers {
  return {
    forfait: { credit, price: 1, overrunPrice: 1, rule },
    carnet: { bookHours: 100, bookPrice: 1, validityMonths: 12, residual: 0 },
    regie: { capacity: 100, rate: 1, delayCost: 0 },
  };
}

/** `sizing/` below the folder that is named, or that folder; where it holds other vectors, those of the project. */
const folder = [join(vectorsFolder, 'sizing'), vectorsFolder, join(import.meta.dirname, '../../vectors/sizing')].find(
  (path) => existsSync(join(path, 'erlang.json')),
)!;

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const file = JSON.parse(readFileSync(join(folder, name), 'utf8'), revive) as { cases: Case[] };
  test.each(file.cases)('$id', ({ kind, input, expect: wanted, tol, tolBy }) => {
    const got = KINDS[kind]!(input as never, wanted);
    for (const [field, value] of Object.entries(wanted)) close(got[field], value, tolBy?.[field] ?? tol, field);
  });
});

test('the logarithm of Γ at whole and half numbers', () => {
  let factorial = 1;
  for (let n = 1; n < 20; n++) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});
