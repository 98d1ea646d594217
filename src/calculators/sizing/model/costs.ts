/** What each form costs on the same years, where they cross, and which to choose. `MODEL.md` §10 and §13. */
import type { Need } from './demand.ts';
import { blockTotals, carnetYear, forfaitTotals, type ForfaitRule, type YearTotals } from './forms.ts';
import { normalQuantile } from './special.ts';
import { yearOf, type Scenarios } from './scenarios.ts';
import type { Effort } from './effort.ts';

export const FORMS = ['forfait', 'carnet', 'regie'] as const;
export type Form = (typeof FORMS)[number];

export interface Spread {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Mean of the worst tenth. */
  readonly cvar90: number;
}

export type SmoothingRule =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'carry' } & Omit<ForfaitRule, 'credit'>)
  | { readonly kind: 'block'; readonly window: number };

export interface Offers {
  readonly forfait: {
    readonly credit: number;
    readonly price: number;
    readonly overrunPrice: number;
    readonly rule: SmoothingRule;
  };
  readonly carnet: {
    readonly bookHours: number;
    readonly bookPrice: number;
    readonly validityMonths: number;
    /** What an hour that is left at the end is worth. */
    readonly residual: number;
  };
  readonly regie: {
    readonly capacity: number;
    readonly rate: number;
    readonly delayCost: number;
    /** What an hour that still waits at the end of the year is worth; default nothing. */
    readonly backlogPrice?: number;
  };
}

export interface Comparison {
  readonly cost: Readonly<Record<Form, Spread>>;
  /** Time and material, as a yardstick. */
  readonly spent: number;
  readonly forfait: {
    readonly overrun: number;
    readonly waste: number;
    readonly pOverrun: number;
    readonly overrunP90: number;
    readonly overrunMonths: number;
    /** The largest overrun that is settled at once in a year, on average. */
    readonly worst: number;
  };
  /** `most`: books bought in the month of a year that takes the most, on average. */
  readonly carnet: { readonly books: number; readonly lost: number; readonly most: number };
  readonly regie: { readonly backlogEnd: number; readonly idle: number; readonly worstBacklog: number };
}

/** A year under a fixed volume, whatever its rule. */
export function totalsOf(work: ArrayLike<number>, credit: number, rule: SmoothingRule): YearTotals {
  return rule.kind === 'block'
    ? blockTotals(work, credit, rule.window)
    : forfaitTotals(work, rule.kind === 'carry' ? { ...rule, credit } : { life: 1, credit });
}

/** Yearly figures of the three forms over the same years. */
export function compare(years: Iterable<ArrayLike<number>>, { forfait, carnet, regie }: Offers): Comparison {
  const costs: Record<Form, number[]> = { forfait: [], carnet: [], regie: [] };
  const overruns: number[] = [];
  let [spent, waste, hits, overMonths, books, lost, backlogEnd, idle, worst] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [worstOverrun, mostBooks] = [0, 0];
  for (const work of years) {
    const months = work.length;
    const path = totalsOf(work, forfait.credit, forfait.rule);
    overruns.push(path.overrun);
    waste += path.waste;
    if (path.overrun > 1e-9) hits++;
    overMonths += path.hits;
    worstOverrun += path.worst;
    costs.forfait.push(months * forfait.credit * forfait.price + forfait.overrunPrice * path.overrun);
    const book = carnetYear(work, carnet.bookHours, carnet.validityMonths);
    books += book.books;
    lost += book.expired + book.left;
    mostBooks += book.most;
    costs.carnet.push(book.books * carnet.bookPrice - carnet.residual * book.left);
    let [waiting, waited, most] = [0, 0, 0];
    for (let m = 0; m < months; m++) {
      const over = waiting + work[m]! - regie.capacity;
      if (over < 0) idle -= over;
      waiting = Math.max(0, over);
      waited += waiting;
      if (waiting > most) most = waiting;
    }
    backlogEnd += waiting;
    worst += most;
    costs.regie.push(
      months * regie.capacity * regie.rate + regie.delayCost * waited + (regie.backlogPrice ?? 0) * waiting,
    );
    for (let m = 0; m < months; m++) spent += work[m]!;
  }
  const n = overruns.length;
  const sorted = Float64Array.from(overruns).sort();
  return {
    cost: { forfait: spreadOf(costs.forfait), carnet: spreadOf(costs.carnet), regie: spreadOf(costs.regie) },
    spent: (forfait.overrunPrice * spent) / n,
    forfait: {
      overrun: sorted.reduce((sum, one) => sum + one, 0) / n,
      waste: waste / n,
      pOverrun: hits / n,
      overrunP90: sorted[Math.floor(0.9 * n)]!,
      overrunMonths: overMonths / n,
      worst: worstOverrun / n,
    },
    carnet: { books: books / n, lost: lost / n, most: mostBooks / n },
    regie: { backlogEnd: backlogEnd / n, idle: idle / n, worstBacklog: worst / n },
  };
}

/** All years of the scenarios. */
export function* yearsOf(scenarios: Scenarios): Generator<Float64Array> {
  for (let i = 0; i < scenarios.years; i++) yield yearOf(scenarios, i);
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const at = (p: number): number => sorted[Math.floor(p * n)]!;
  const tail = sorted.subarray(Math.floor(0.9 * n));
  return {
    mean: sorted.reduce((sum, one) => sum + one, 0) / n,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    cvar90: tail.reduce((sum, one) => sum + one, 0) / tail.length,
  };
}

/** Where a fixed volume and a book cost the same, as a multiple of the expected work, without risk; ascending, within a range. */
export function breakEven(
  credit: number,
  price: number,
  overrun: number,
  carnet: number,
  monthlyWork: number,
  [low, high]: readonly [number, number],
): number[] {
  if (!(monthlyWork > 0)) return [];
  const found: number[] = [];
  if (carnet >= price) found.push((credit * price) / (carnet * monthlyWork));
  if (overrun > carnet) {
    const second = ((overrun - price) * credit) / ((overrun - carnet) * monthlyWork);
    if (second * monthlyWork >= credit) found.push(second);
  }
  return [...new Set(found)].filter((x) => x >= low && x <= high).sort((a, b) => a - b);
}

/** Where two curves over the same points cross, by lines between the points. */
export function crossings(x: readonly number[], a: readonly number[], b: readonly number[]): number[] {
  const found: number[] = [];
  for (let i = 1; i < x.length; i++) {
    const before = a[i - 1]! - b[i - 1]!;
    const here = a[i]! - b[i]!;
    if (before === 0 || before * here >= 0) continue;
    found.push(x[i - 1]! + ((x[i]! - x[i - 1]!) * before) / (before - here));
  }
  return found;
}

export interface Choice {
  readonly perimeter: 'stable' | 'variable';
  /** Of the tightest commitment, in service hours. */
  readonly tightestTargetHours: number;
  readonly offHours: boolean;
  readonly meanDaysPerMonth: number;
  /** Aversion to risk, 0 to 1. */
  readonly gamma: number;
  readonly costs: Readonly<Record<Form, Pick<Spread, 'mean' | 'cvar90'>>>;
}

/** Why a form is not proposed. */
export type Gate = 'variable-perimeter' | 'tight-target' | 'too-few-days';

export interface Recommendation {
  readonly form: Form;
  readonly eligible: readonly Form[];
  readonly gates: Partial<Record<Form, Gate>>;
  /** No form passed: all are compared. */
  readonly relaxed: boolean;
  readonly scores: Partial<Record<Form, number>>;
  /** Others that cost about the same. */
  readonly equivalent: readonly Form[];
}

/** Thresholds of the choice: assumptions, shown on the page. */
export const CHOICE = { tightHours: 8, fewestDays: 4, equivalent: 0.05, smallDays: 5 } as const;

/** The form to choose. */
export function recommend(choice: Choice): Recommendation {
  const { perimeter, tightestTargetHours, offHours, meanDaysPerMonth, gamma, costs } = choice;
  const gates: Partial<Record<Form, Gate>> = {};
  if (perimeter === 'variable') gates.forfait = 'variable-perimeter';
  if (tightestTargetHours < CHOICE.tightHours || offHours) gates.carnet = 'tight-target';
  if (meanDaysPerMonth < CHOICE.fewestDays) gates.regie = 'too-few-days';
  const passing = FORMS.filter((form) => !(form in gates));
  const relaxed = passing.length === 0;
  const eligible = relaxed ? [...FORMS] : passing;
  const scores = Object.fromEntries(
    eligible.map((form) => [form, (1 - gamma) * costs[form].mean + gamma * costs[form].cvar90]),
  ) as Partial<Record<Form, number>>;
  const best = Math.min(...eligible.map((form) => scores[form]!));
  const near = eligible.filter((form) => scores[form]! <= best * (1 + CHOICE.equivalent));
  const order: readonly Form[] =
    meanDaysPerMonth < CHOICE.smallDays
      ? ['carnet', 'forfait', 'regie']
      : perimeter === 'stable'
        ? ['forfait', 'regie', 'carnet']
        : ['regie', 'forfait', 'carnet'];
  const form = order.find((one) => near.includes(one))!;
  return { form, eligible, gates, relaxed, scores, equivalent: near.filter((one) => one !== form) };
}

/** Work by technical level, and what an hour costs on average. */
export function levelsOf(
  tickets: number,
  stopAt: readonly number[],
  hours: readonly number[],
  dayRates: readonly number[],
  hoursPerDay: number,
): { reach: number[]; work: number[]; share: number[]; hoursPerTicket: number; dayRate: number; hourRate: number } {
  const reach = [tickets];
  for (const part of stopAt) reach.push(reach.at(-1)! * (1 - part));
  const work = reach.map((count, i) => count * hours[i]!);
  const total = work.reduce((sum, one) => sum + one, 0);
  const share = work.map((one) => (total > 0 ? one / total : 0));
  const dayRate = share.reduce((sum, part, i) => sum + part * dayRates[i]!, 0);
  return {
    reach,
    work,
    share,
    hoursPerTicket: tickets > 0 ? total / tickets : 0,
    dayRate,
    hourRate: dayRate / hoursPerDay,
  };
}

/** What more environments, and copies that differ from production, add to the effort. */
export function effortFactor(environments: number, perExtra: number, isoGap: number): number {
  return (1 + perExtra * (environments - 1)) * (1 + isoGap);
}

export interface Stack {
  readonly work: number;
  readonly surcharge: number;
  readonly presence: number;
  readonly oncall: number;
  readonly total: number;
}

/** A year's price before VAT, part by part; a short delay is paid as presence that is idle. */
export function priceStack(of: {
  /** Hours a month. */
  readonly volume: number;
  readonly hourRate: number;
  readonly posts: number;
  readonly openHoursMonth: number;
  /** Part of the presence that serves other clients. */
  readonly poolShare: number;
  readonly surchargeFactor: number;
  /** Part of the work that is done at hours that cost more. */
  readonly offShare: number;
  readonly oncallYear: number;
}): Stack {
  const work = 12 * of.volume * of.hourRate;
  const surcharge = work * of.offShare * (of.surchargeFactor - 1);
  const presence = 12 * (1 - of.poolShare) * Math.max(0, of.posts * of.openHoursMonth - of.volume) * of.hourRate;
  return { work, surcharge, presence, oncall: of.oncallYear, total: work + surcharge + presence + of.oncallYear };
}

/** A quick quantile from three moments, for volumes that no grid holds (Cornish and Fisher). */
export function cornishFisher(
  count: number,
  { moments: [m1, m2, m3] }: Effort,
  varZ: number,
  varT: number,
  p: number,
): { mean: number; sd: number; skew: number; quantile: number } {
  const v = (1 + varZ) * (1 + varT) - 1;
  const third = (1 + varZ) * (1 + 2 * varZ) * (1 + varT) * (1 + 2 * varT);
  const second = (1 + varZ) * (1 + varT);
  const mu3 = third - 3 * second + 2;
  const mean = count * m1;
  const sd = Math.sqrt(count * m2 + v * mean * mean);
  const skew = (count * m3 + 3 * v * count * count * m1 * m2 + mu3 * mean ** 3) / sd ** 3;
  const z = normalQuantile(p);
  return { mean, sd, skew, quantile: mean + sd * (z + (skew * (z * z - 1)) / 6) };
}

/** Expected hours a month. */
export function meanMonth(need: Need): number {
  const variable = need.rates.reduce((sum, rate, k) => sum + rate * need.efforts[k]!.moments[0], 0) * need.factor;
  return variable + need.fixed.reduce((sum, hours) => sum + hours, 0) / need.months;
}
