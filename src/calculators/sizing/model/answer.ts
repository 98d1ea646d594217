/** What a situation comes to: one function for the figures that follow each keystroke, one for those that may take longer. */
import {
  breakEven,
  compare,
  crossings,
  meanMonth,
  priceStack,
  recommend,
  spreadOf,
  totalsOf,
  yearsOf,
  FORMS,
  type Comparison,
  type Form,
  type Offers,
  type Recommendation,
  type SmoothingRule,
  type Spread,
  type Stack,
} from './costs.ts';
import { clampsOf, faultOf, needOf, type Need } from './demand.ts';
import { exhaustedAfter, exhaustionOf, expectedLoss } from './exhaustion.ts';
import { carnetYear, forfaitTotals } from './forms.ts';
import { priorityWaits } from './queue.ts';
import { scenariosOf, yearOf, type Scenarios } from './scenarios.ts';
import { costingOf, type Costing, type Situation } from './situation.ts';
import { bandsOf, fullTime, onCallCost, openHours, productiveHours, surchargeFactor, type Week } from './staffing.ts';
import {
  cheapest,
  distributionsOf,
  eachMonth,
  riskOf,
  roundedUp,
  wholeYear,
  windowed,
  type Distributions,
} from './volume.ts';
import { logGamma } from './special.ts';
import { noTicket, type Work } from './work.ts';

const MONTHS = 12;
const QUARTER = 3;
/** The most people that are tried. */
const MOST_POSTS = 2000;
const SURCHARGES = { saturday: 0.25, night: 0.25, sunday: 1, holiday: 1 } as const;
const NIGHT = [22, 5] as const;
const ON_CALL = { weeks: 52, markup: 1.6, hours: 1.5, surcharge: 0.5, least: 2 } as const;
/** Arrivals by hour of the week: in the office, at its edges, at night, at the week-end. */
const PROFILE = { office: 1, shoulder: 0.25, night: 0.03, weekend: 0.1 } as const;

export interface Band {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface Staffing {
  /** Agents present; `null` where no number meets the commitments. */
  readonly posts: number | null;
  /** P(first act within its target), by urgency: urgent, normal, low. */
  readonly within: readonly number[];
  readonly targets: readonly number[];
  readonly fte: number | null;
  readonly headcount: number | null;
  readonly openHours: number;
  /** Work over the time present. */
  readonly load: number;
  /** P(the goal is missed in a month), of the class that fares worst. */
  readonly missed: number;
}

/** What follows each keystroke. Hours, cents nowhere: amounts are whole currency units, before VAT. */
export interface Answer {
  readonly clamps: readonly ('u' | 'phi' | 'cv')[];
  readonly riskUsed: number;
  /** Nothing is described. */
  readonly empty: boolean;
  readonly hourRate: number;
  readonly months: readonly Band[];
  readonly year: Band;
  readonly calm: number;
  readonly busy: number;
  readonly pNothing: number;
  readonly uncertainty: number;
  /** Hours a month for the accepted risk, by how months are set against each other. */
  readonly volumes: {
    readonly none: number;
    readonly quarter: number;
    readonly year: number;
  };
  /** What the contract buys: that of its own rule, up to its step. */
  readonly volume: number;
  readonly rule: SmoothingRule;
  readonly offers: Offers;
  /** With what the service costs besides the work: hours that cost more, presence, on call. */
  readonly comparison: Comparison;
  readonly recommendation: Recommendation;
  readonly staffing: Staffing;
  readonly stack: Stack;
  /** Of a year, in the price of each form: all of the stack but the work. */
  readonly service: number;
  readonly oneOff: number;
  readonly penalties: number;
  /** Of the provider, by form: what remains of the price. */
  readonly margin: Readonly<Record<Form, Spread>>;
}

/** What may take longer. */
export interface Rest {
  readonly exhaustion: {
    readonly p10: number | null;
    readonly p50: number | null;
    readonly p90: number | null;
    readonly lost: number;
    readonly cdf: readonly number[];
  };
  /** Cheapest volume, without a word on risk. */
  readonly cheapest: { readonly ratio: number; readonly monthly: number; readonly yearly: number };
  /** Multiples of the expected demand at which the order of two forms turns. */
  readonly turns: readonly { readonly a: Form; readonly b: Form; readonly at: number }[];
  readonly simpleTurns: readonly number[];
  readonly sensitivity: readonly { readonly input: Sensitive; readonly low: number; readonly high: number }[];
  /** A year's price by service hours and response. */
  readonly services: readonly {
    readonly window: Situation['window'];
    readonly response: Situation['response'];
    readonly posts: number | null;
    readonly total: number;
  }[];
}

export const SENSITIVE = [
  'incidents',
  'evolutions',
  'questions',
  'effort',
  'effortCv',
  'uncertainty',
  'phi',
  'risk',
] as const;
export type Sensitive = (typeof SENSITIVE)[number];

interface Prepared {
  readonly situation: Situation;
  readonly costing: Costing;
  readonly need: Need;
  readonly alpha: number;
  readonly distributions: Distributions;
  readonly scenarios: Scenarios;
}

/** The answer to a situation that has no fault. */
export function answerTo(situation: Situation): Answer {
  return answerOf(prepare(situation));
}

function prepare(situation: Situation): Prepared {
  const costing = costingOf(situation);
  const fault = faultOf(costing.demand);
  if (fault) throw new RangeError(`The demand has a fault: ${fault}.`);
  const need = needOf(costing.demand);
  return {
    situation,
    costing,
    need,
    alpha: riskOf(situation.risk) ?? 1,
    distributions: distributionsOf(need),
    scenarios: scenariosOf(need),
  };
}

function answerOf(of: Prepared): Answer {
  const { situation, costing, need, alpha, distributions, scenarios } = of;
  const { months, year } = distributions;
  const volumes = {
    none: eachMonth(distributions, alpha),
    quarter: windowed(need, QUARTER, alpha, 512),
    year: wholeYear(distributions, alpha),
  };
  const rule = ruleOf(situation);
  const bought =
    rule.kind === 'carry' ? carriedVolume(scenarios, rule, alpha, volumes.none) : volumes[situation.smoothing];
  const volume = roundedUp(bought, situation.step);
  const offers = offersOf(situation, costing.hourRate, volume, rule);
  const monthly = meanMonth(need);
  const staffing = staffingOf(situation, costing, monthly);
  const stack = stackOf(situation, costing, volume, staffing);
  const service = stack.total - stack.work;
  const comparison = withService(compare(yearsOf(scenarios), offers), service);
  const means = months.map(({ mean }) => mean);
  const fee = volume * costing.hourRate;
  return {
    clamps: clampsOf(costing.demand),
    riskUsed: alpha,
    empty: year.mean === 0,
    hourRate: costing.hourRate,
    months: months.map(bandOf),
    year: bandOf(year),
    calm: means.indexOf(Math.min(...means)),
    busy: means.indexOf(Math.max(...means)),
    pNothing: noTicket(need),
    uncertainty: need.u,
    volumes,
    volume,
    rule,
    offers,
    comparison,
    recommendation: recommend({
      perimeter: situation.perimeter,
      tightestTargetHours: Number(situation.response),
      offHours: situation.window !== '5x8',
      meanDaysPerMonth: monthly / situation.hoursPerDay,
      gamma: situation.aversion,
      costs: comparison.cost,
    }),
    staffing,
    stack,
    service,
    oneOff: situation.transition + situation.reversibility,
    penalties: MONTHS * staffing.missed * situation.penalty * fee,
    margin: marginsOf(
      scenarios,
      offers,
      situation,
      costing.hourRate > 0 ? service * (1 - hourCostOf(situation) / costing.hourRate) : service,
    ),
  };
}

function bandOf(work: Work): Band {
  return { mean: work.mean, p10: work.quantile(0.1), p50: work.quantile(0.5), p90: work.quantile(0.9) };
}

function ruleOf({ smoothing, carry, carryCap }: Situation): SmoothingRule {
  if (smoothing === 'quarter') return { kind: 'block', window: QUARTER };
  if (smoothing === 'year') return { kind: 'block', window: MONTHS };
  return carry > 1 ? { kind: 'carry', life: carry, ...(carryCap > 0 && { cap: carryCap }) } : { kind: 'none' };
}

/** The same figures with an amount of each year in the price of each form. */
function withService(comparison: Comparison, service: number): Comparison {
  const add = ({ mean, p10, p50, p90, cvar90 }: Spread): Spread => ({
    mean: mean + service,
    p10: p10 + service,
    p50: p50 + service,
    p90: p90 + service,
    cvar90: cvar90 + service,
  });
  const { forfait, carnet, regie } = comparison.cost;
  return { ...comparison, cost: { forfait: add(forfait), carnet: add(carnet), regie: add(regie) } };
}

/** The smallest credit that at most `alpha` of all months are above: the first one has nothing carried over yet. */
function carriedVolume(
  scenarios: Scenarios,
  rule: Extract<SmoothingRule, { kind: 'carry' }>,
  alpha: number,
  upper: number,
): number {
  // Every sixteenth year places the answer; all of them would take too long for each keystroke.
  const share = (credit: number): number => {
    let hits = 0;
    let n = 0;
    for (let i = 0; i < scenarios.years; i += 16, n++)
      hits += forfaitTotals(yearOf(scenarios, i), { ...rule, credit }).hits;
    return hits / (n * MONTHS);
  };
  // A month more to use a credit never makes an overrun: without carry-over it takes the most.
  let [low, high] = [0, upper];
  if (share(0) <= alpha) return 0;
  for (let i = 0; i < 16; i++) {
    const middle = (low + high) / 2;
    if (share(middle) <= alpha) high = middle;
    else low = middle;
  }
  return high;
}

function offersOf(situation: Situation, hourRate: number, volume: number, rule: SmoothingRule): Offers {
  return {
    forfait: { credit: volume, price: hourRate, overrunPrice: hourRate * (1 + situation.overrunPremium), rule },
    carnet: {
      bookHours: situation.bookHours,
      bookPrice: situation.bookHours * hourRate * (1 + situation.carnetPremium),
      validityMonths: situation.validity,
      residual: 0,
    },
    regie: {
      capacity: volume,
      rate: hourRate * (1 - situation.regieDiscount),
      delayCost: situation.delayCost,
      backlogPrice: hourRate,
    },
  };
}

/** What the provider keeps of each form: its price less the hours that it works, or holds ready. */
function marginsOf(
  scenarios: Scenarios,
  { forfait, carnet, regie }: Offers,
  situation: Situation,
  /** What remains of the price of the service. */
  service: number,
): Record<Form, Spread> {
  const hourCost = hourCostOf(situation);
  const margins: Record<Form, number[]> = { forfait: [], carnet: [], regie: [] };
  for (let i = 0; i < scenarios.years; i += 4) {
    const work = yearOf(scenarios, i);
    let total = 0;
    for (const hours of work) total += hours;
    const { overrun } = totalsOf(work, forfait.credit, forfait.rule);
    margins.forfait.push(
      service + MONTHS * forfait.credit * forfait.price + overrun * forfait.overrunPrice - total * hourCost,
    );
    const { books } = carnetYear(work, carnet.bookHours, carnet.validityMonths);
    margins.carnet.push(service + books * carnet.bookPrice - total * hourCost);
    margins.regie.push(service + MONTHS * regie.capacity * (regie.rate - hourCost));
  }
  return { forfait: spreadOf(margins.forfait), carnet: spreadOf(margins.carnet), regie: spreadOf(margins.regie) };
}

function hourCostOf({ costDay, hoursPerDay }: Situation): number {
  return costDay / hoursPerDay;
}

const WEEKS: Readonly<
  Record<Situation['window'], { readonly days: number; readonly open: readonly [number, number] }>
> = {
  '5x8': { days: 5, open: [9, 17] },
  '6x10': { days: 6, open: [8, 18] },
  '24x7': { days: 7, open: [0, 24] },
};

function weekOf(window: Situation['window']): Week {
  const { days, open } = WEEKS[window];
  return Array.from({ length: 7 }, (_, day) => (day < days ? [open] : []));
}

function hoursOpen({ window, holidays, year }: Pick<Situation, 'window' | 'holidays' | 'year'>): number {
  const { days, open } = WEEKS[window];
  const week = Array.from({ length: 7 }, (_, day) => (day < days ? open[1] - open[0] : 0));
  return openHours(year, week, holidays === 'closed').year;
}

/** People present for the first act within its target, and people in all. */
function staffingOf(situation: Situation, costing: Costing, monthlyHours: number): Staffing {
  const open = hoursOpen(situation);
  const perHour = (costing.tickets * MONTHS) / open;
  const { urgentShare, normalShare, goal } = situation;
  const shares = [urgentShare, normalShare, Math.max(0, 1 - urgentShare - normalShare)];
  const isStart = situation.act === 'start';
  const changes = isStart ? (costing.changes * MONTHS) / open : 0;
  // Changes wait behind all tickets, and whoever does one is busy with it.
  const arrivals = shares.map((share, k) => share * perHour + (k === 2 ? changes : 0));
  const response = Number(situation.response);
  const targets = [response, Math.max(6, response), 24];
  // A first look interrupts other work; the start of the work itself waits for someone to be free.
  const { mean, cv } = isStart ? effortOfAll(costing) : { mean: situation.triage, cv: 1 };
  // Efforts that differ more than exponential ones make all wait longer: by (1 + cv²) / 2 (Lee and Longton).
  const service = mean;
  const reach = targets.map((target) => target / Math.max(1, (1 + cv * cv) / 2));
  const load = (monthlyHours * MONTHS) / (open * situation.utilisation);
  let posts: number | null = null;
  let within: number[] = shares.map(() => 0);
  for (let c = Math.max(1, Math.ceil(load - 1e-9)); c <= MOST_POSTS; c++) {
    within =
      service > 0 && perHour > 0
        ? priorityWaits(arrivals, service, c, reach).map((wait) => wait.within)
        : shares.map(() => 1);
    if (within.every((p, k) => shares[k] === 0 || p >= goal)) {
      posts = c;
      break;
    }
  }
  const productive = productiveHours({
    daysPerYear: situation.daysPerYear,
    hoursPerDay: situation.hoursPerDay,
    sickDays: situation.sickDays,
    trainingDays: situation.trainingDays,
    nonTicketShare: situation.otherShare,
  });
  const people = posts === null ? null : fullTime(open, posts, productive, situation.overlap, 1);
  return {
    posts,
    within,
    targets,
    fte: people?.fte ?? null,
    headcount: people?.headcount ?? null,
    openHours: open,
    load: (monthlyHours * MONTHS) / open,
    missed:
      posts === null
        ? 1
        : Math.max(0, ...shares.map((share, k) => missedGoal(share * costing.tickets, within[k]!, goal))),
  };
}

/** Mean of the effort of tickets and changes together, and its deviation over its mean. */
function effortOfAll({ demand }: Costing): { mean: number; cv: number } {
  const { rates, efforts } = needOf(demand);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  if (total === 0) return { mean: 0, cv: 1 };
  const moment = (i: 0 | 1): number => rates.reduce((sum, rate, k) => sum + (rate / total) * efforts[k]!.moments[i], 0);
  const mean = moment(0);
  return { mean, cv: mean > 0 ? Math.sqrt(Math.max(0, moment(1) / (mean * mean) - 1)) : 1 };
}

/** P(less than the goal is met in a month) of tickets that are each met with probability `p`. */
export function missedGoal(tickets: number, p: number, goal: number): number {
  const n = Math.round(tickets);
  if (n === 0 || p >= 1) return 0;
  const needed = Math.ceil(goal * n - 1e-9);
  if (p <= 0) return needed > 0 ? 1 : 0;
  // From the likeliest number below the goal both ways: from 0 the first terms would vanish.
  const start = Math.min(needed - 1, Math.floor((n + 1) * p));
  if (start < 0) return 0;
  const first = Math.exp(
    logGamma(n + 1) -
      logGamma(start + 1) -
      logGamma(n - start + 1) +
      start * Math.log(p) +
      (n - start) * Math.log1p(-p),
  );
  let sum = first;
  for (let k = start, mass = first; k > 0 && mass > sum * 1e-17; k--) sum += mass *= (k / (n - k + 1)) * ((1 - p) / p);
  for (let k = start, mass = first; k + 1 < needed && mass > sum * 1e-17; k++)
    sum += mass *= ((n - k) / (k + 1)) * (p / (1 - p));
  return Math.min(1, sum);
}

/** Parts of the arrivals and of the hours of a week that lie outside the office. */
function offShare(window: Situation['window']): number {
  const { days, open } = WEEKS[window];
  let [inside, office] = [0, 0];
  for (let day = 0; day < 7; day++) {
    for (let hour = 0; hour < 24; hour++) {
      const isOffice = day < 5 && hour >= 9 && hour < 17;
      const weight =
        day >= 5
          ? PROFILE.weekend
          : isOffice
            ? PROFILE.office
            : (hour >= 7 && hour < 9) || (hour >= 17 && hour < 20)
              ? PROFILE.shoulder
              : PROFILE.night;
      if (day < days && hour >= open[0] && hour < open[1]) inside += weight;
      if (isOffice) office += weight;
    }
  }
  return inside > 0 ? Math.max(0, 1 - office / inside) : 0;
}

function stackOf(
  situation: Situation,
  { hourRate, tickets }: Costing,
  volume: number,
  { posts, openHours: open }: Staffing,
): Stack {
  const off = offShare(situation.window);
  const bands = bandsOf(situation.year, weekOf(situation.window), situation.holidays === 'closed', NIGHT);
  const outside = { ...bands, day: Math.max(0, bands.day - 5 * 8 * 52) };
  // Where the service is always open nothing is outside its hours.
  const isOnCall = situation.onCall === 'yes' && situation.window !== '24x7';
  return priceStack({
    volume,
    hourRate,
    posts: posts ?? 0,
    openHoursMonth: open / MONTHS,
    poolShare: situation.poolShare,
    surchargeFactor: surchargeFactor(outside, SURCHARGES),
    offShare: off,
    oncallYear: isOnCall
      ? onCallCost({
          weeks: ON_CALL.weeks,
          weeklyAllowance: situation.allowance,
          markup: ON_CALL.markup,
          interventions: MONTHS * tickets * situation.urgentShare * offShare('24x7'),
          hoursPerIntervention: ON_CALL.hours,
          hourly: hourRate,
          surcharge: ON_CALL.surcharge,
          minBilledHours: ON_CALL.least,
        })
      : 0,
  });
}

/** The costlier figures of a situation. */
export function restOf(situation: Situation): Rest {
  const prepared = prepare(situation);
  const { need, costing, distributions, alpha } = prepared;
  const answer = answerOf(prepared);
  const { bookHours, validity } = situation;
  const exhaustion = exhaustionOf(need, bookHours, 512);
  const { forfait } = answer.offers;
  const best = cheapest(distributions, forfait.price, forfait.overrunPrice, 0);
  return {
    exhaustion: {
      p10: exhaustedAfter(need, bookHours, exhaustion, 0.1),
      p50: exhaustedAfter(need, bookHours, exhaustion, 0.5),
      p90: exhaustedAfter(need, bookHours, exhaustion, 0.9),
      lost: expectedLoss(exhaustion, bookHours, validity),
      cdf: exhaustion.cdf,
    },
    cheapest: { ratio: best.ratio, monthly: best.monthly, yearly: best.yearly },
    turns: turnsOf(need, answer.offers),
    simpleTurns: breakEven(
      forfait.credit,
      forfait.price,
      forfait.overrunPrice,
      answer.offers.carnet.bookPrice / bookHours,
      meanMonth(need),
      [0.4, 1.6],
    ),
    sensitivity: sensitivityOf(situation, need, alpha),
    services: servicesOf(situation, costing, answer.volume, meanMonth(need)),
  };
}

/** Where the expected cost of two forms crosses as the demand grows or shrinks. */
function turnsOf(need: Need, offers: Offers): Rest['turns'] {
  const points = Array.from({ length: 13 }, (_, i) => 0.4 + i * 0.1);
  const costs = points.map((x) => {
    const scaled = scenariosOf({ ...need, rates: need.rates.map((rate) => rate * x) });
    return compare(sampled(scaled), offers).cost;
  });
  return FORMS.flatMap((a, i) =>
    FORMS.slice(i + 1).flatMap((b) =>
      crossings(
        points,
        costs.map((cost) => cost[a].mean),
        costs.map((cost) => cost[b].mean),
      ).map((at) => ({ a, b, at })),
    ),
  );
}

function* sampled(scenarios: Scenarios): Generator<Float64Array> {
  for (let i = 0; i < scenarios.years; i += 8) yield yearOf(scenarios, i);
}

/** The yearly volume with each input at its low and high bound, the widest first. */
function sensitivityOf(situation: Situation, need: Need, alpha: number): Rest['sensitivity'] {
  const volume = (changed: Partial<Need>, risk = alpha): number => {
    const of = { ...need, ...changed };
    return wholeYear(distributionsOf(of, 64, 1024), risk);
  };
  const withRate = (k: number, factor: number): Partial<Need> => ({
    rates: need.rates.map((rate, i) => (i === k ? rate * factor : rate)),
  });
  const resized = (mean: number, cv: number): Partial<Need> => ({
    efforts: needOf({
      ...costingOf({
        ...situation,
        incidentHours: situation.incidentHours * mean,
        evolutionHours: situation.evolutionHours * mean,
        questionHours: situation.questionHours * mean,
        simpleHours: situation.simpleHours * mean,
        mediumHours: situation.mediumHours * mean,
        complexHours: situation.complexHours * mean,
        hoursN1: situation.hoursN1 * mean,
        hoursN2: situation.hoursN2 * mean,
        hoursN3: situation.hoursN3 * mean,
        effortCv: Math.min(4, situation.effortCv * cv),
      }).demand,
    }).efforts,
  });
  const bounds: Record<Sensitive, readonly [Partial<Need>, Partial<Need>, number?, number?]> = {
    incidents: [withRate(0, situation.incidentsLow), withRate(0, situation.incidentsHigh)],
    evolutions: [withRate(1, situation.evolutionsLow), withRate(1, situation.evolutionsHigh)],
    questions: [withRate(2, situation.questionsLow), withRate(2, situation.questionsHigh)],
    effort: [resized(0.75, 1), resized(1.25, 1)],
    effortCv: [resized(1, 0.5), resized(1, 1.5)],
    uncertainty: [{ u: 0 }, { u: Math.min(1, need.u * 2) }],
    phi: [{ phi: 0 }, { phi: Math.min(3, need.phi * 2) }],
    risk: [{}, {}, Math.min(0.5, alpha * 2), Math.max(1e-4, alpha / 2)],
  };
  return SENSITIVE.map((input) => {
    const [low, high, lowRisk, highRisk] = bounds[input];
    return { input, low: volume(low, lowRisk), high: volume(high, highRisk) };
  }).sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

/** What shorter response times and wider hours cost, all else as it is. */
function servicesOf(situation: Situation, costing: Costing, volume: number, monthly: number): Rest['services'] {
  return (['5x8', '6x10', '24x7'] as const).flatMap((window) =>
    (['24', '6', '2'] as const).map((response) => {
      const other: Situation = { ...situation, window, response };
      const staffing = staffingOf(other, costing, monthly);
      return { window, response, posts: staffing.posts, total: stackOf(other, costing, volume, staffing).total };
    }),
  );
}
