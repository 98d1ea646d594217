/** What a contract will ask for: tickets a month by class, their effort, their season, and how sure one is of it. */
import { effortOf, type Effort, type EffortLaw } from './effort.ts';

export interface DemandClass {
  /** Tickets of an average month. */
  readonly rate: number;
  readonly effort: EffortLaw;
  readonly season?: readonly number[];
  /** How unsure the rate is: its standard deviation over its mean. */
  readonly rateCv?: number;
}

/** `MODEL.md` §1. Hours, and tickets a month. */
export interface Demand {
  readonly months?: number;
  readonly classes: readonly DemandClass[];
  readonly season?: readonly number[];
  /** Forecast error of the year: one draw for all months. */
  readonly u?: number;
  readonly correlation?: 'common' | 'independent';
  readonly effortBiasCv?: number;
  /** Variance of the months: releases, batches. */
  readonly phi?: number;
  /** Hours that come without tickets, by month. */
  readonly fixed?: readonly number[];
  /** Part that governance adds to the work of tickets. */
  readonly overhead?: number;
}

/** A demand that has been checked, ready for the sums. */
export interface Need {
  readonly months: number;
  readonly efforts: readonly Effort[];
  /** Tickets by class, of an average month. */
  readonly rates: readonly number[];
  /** By class, by month, mean 1. */
  readonly seasons: readonly (readonly number[])[];
  readonly u: number;
  readonly phi: number;
  readonly fixed: readonly number[];
  /** 1 + overhead. */
  readonly factor: number;
}

export const MOST_CLASSES = 24;
const MOST = { u: 1, phi: 3, cv: 4 } as const;

/** The field at fault of a demand, or `null` where it can be sized. */
export function faultOf(demand: Demand): string | null {
  const { classes, season, fixed, months = 12 } = demand;
  if (!Number.isInteger(months) || months < 1 || months > 24) return 'months';
  if (!classes.length || classes.length > MOST_CLASSES) return 'classes';
  const seasonFails = (values: readonly number[] | undefined): boolean =>
    values !== undefined &&
    (values.length !== months ||
      values.some((value) => !isAmount(value)) ||
      values.reduce((sum, value) => sum + value, 0) <= 0);
  if (seasonFails(season)) return 'season';
  for (const { rate, effort, season: own, rateCv } of classes) {
    if (!isAmount(rate)) return 'rate';
    if (rateCv !== undefined && !isAmount(rateCv)) return 'rateCv';
    if (seasonFails(own)) return 'season';
    const fault = effortFault(effort);
    if (fault) return fault;
  }
  if (fixed && (fixed.length !== months || fixed.some((value) => !isAmount(value)))) return 'fixed';
  for (const field of ['u', 'phi', 'overhead', 'effortBiasCv'] as const)
    if (demand[field] !== undefined && !isAmount(demand[field])) return field;
  return null;
}

function effortFault(law: EffortLaw): string | null {
  switch (law.kind) {
    case 'fixed':
      return isAmount(law.value) ? null : 'effort.value';
    case 'lognormal':
    case 'gamma':
      if (!isAmount(law.mean)) return 'effort.mean';
      if (!isAmount(law.cv)) return 'effort.cv';
      return law.mean === 0 && law.cv > 0 ? 'effort.mean' : null;
    case 'pert':
      return isAmount(law.low) && law.low <= law.mode && law.mode <= law.high && isAmount(law.high) ? null : 'effort';
    case 'mixture':
      if (
        law.components.some(({ weight }) => !isAmount(weight)) ||
        law.components.reduce((sum, { weight }) => sum + weight, 0) <= 0
      )
        return 'effort.weight';
      return law.components.map(({ effort }) => effortFault(effort)).find((fault) => fault !== null) ?? null;
  }
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

/** Makes a demand ready; it has no fault. What is meaningful but too large is clamped, as {@link clampsOf} says. */
export function needOf(demand: Demand): Need {
  const { classes, season, months = 12, fixed, overhead = 0 } = demand;
  const flat = Array.from({ length: months }, () => 1);
  const efforts = classes.map(({ effort }) => effortOf(clampedLaw(effort)));
  const rates = classes.map(({ rate }) => rate);
  const work = workByClass(demand);
  return {
    months,
    efforts,
    rates,
    seasons: classes.map((one) => normalised(one.season ?? season ?? flat)),
    u: Math.min(MOST.u, uncertaintyOf(demand, work)),
    phi: Math.min(MOST.phi, demand.phi ?? 0),
    fixed: fixed ?? flat.map(() => 0),
    factor: 1 + overhead,
  };
}

/** Which inputs of a demand are used smaller than they are. */
export function clampsOf(demand: Demand): ('u' | 'phi' | 'cv')[] {
  const cvs = demand.classes.flatMap(({ effort }) => ('cv' in effort ? [effort.cv] : []));
  return [
    ...(uncertaintyOf(demand, workByClass(demand)) > MOST.u ? ['u' as const] : []),
    ...((demand.phi ?? 0) > MOST.phi ? ['phi' as const] : []),
    ...(cvs.some((cv) => cv > MOST.cv) ? ['cv' as const] : []),
  ];
}

/** Expected hours of an average month by class. */
function workByClass({ classes }: Demand): number[] {
  return classes.map(({ rate, effort }) => rate * effortOf(clampedLaw(effort)).moments[0]);
}

function clampedLaw(law: EffortLaw): EffortLaw {
  return 'cv' in law && law.cv > MOST.cv ? { ...law, cv: MOST.cv } : law;
}

/** One forecast error for the contract, from those of its classes by their share of the work, and that of the abacus. */
function uncertaintyOf(
  { u, classes, correlation = 'common', effortBiasCv = 0 }: Demand,
  work: readonly number[],
): number {
  if (u !== undefined) return u;
  const total = work.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const parts = classes.map(({ rateCv = 0 }, k) => (work[k]! / total) * rateCv);
  const rates =
    correlation === 'common'
      ? parts.reduce((sum, part) => sum + part, 0)
      : Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));
  return Math.sqrt((1 + rates * rates) * (1 + effortBiasCv * effortBiasCv) - 1);
}

/** A season with mean 1. */
export function normalised(season: readonly number[]): number[] {
  const mean = season.reduce((sum, value) => sum + value, 0) / season.length;
  return season.map((value) => value / mean);
}

/** Mean and variance of the work of a set of months, exactly, and what mixes it. */
export interface Moments {
  /** Expected tickets by class. */
  readonly counts: readonly number[];
  readonly fixed: number;
  /** Of the work of tickets, without what is fixed. */
  readonly work: number;
  readonly mean: number;
  readonly sd: number;
  /** Variances of the two factors: of the year, and of its months together. */
  readonly year: number;
  readonly month: number;
}

/** The moments of the months named by index; `MODEL.md` §1. */
export function momentsOf(need: Need, months: readonly number[]): Moments {
  const { efforts, rates, seasons, factor, u, phi } = need;
  const counts = rates.map((rate, k) => months.reduce((sum, m) => sum + rate * seasons[k]![m]!, 0));
  const byMonth = months.map((m) =>
    rates.reduce((sum, rate, k) => sum + rate * seasons[k]![m]! * efforts[k]!.moments[0], 0),
  );
  const variable = byMonth.reduce((sum, one) => sum + one, 0);
  const month = variable > 0 ? phi * byMonth.reduce((sum, one) => sum + (one / variable) ** 2, 0) : 0;
  const work = factor * variable;
  const fixed = months.reduce((sum, m) => sum + need.fixed[m]!, 0);
  const mixing = (1 + u * u) * (1 + month) - 1;
  const own = counts.reduce((sum, count, k) => sum + count * efforts[k]!.moments[1], 0);
  return {
    counts,
    fixed,
    work,
    mean: fixed + work,
    sd: Math.sqrt(factor * factor * own + mixing * work * work),
    year: u * u,
    month,
  };
}
