/**
 * Indicators that a person computes from a few totals: those of customer service and those of maintenance. Each is one
 * entry: what goes in, what comes out, how sure it is. Their words are in `i18n/`.
 */
import { LEAST_FOR_LIMITS, predictiveLimits } from '../../../domain/limits.ts';
import { wilsonInterval } from '../../../domain/statistics.ts';

/** How a number is written. */
export type Unit =
  'count' | 'money' | 'hours' | 'percent' | 'points' | 'ratio' | 'months' | 'units' | 'score' | 'number';

export const INPUT_IDS = [
  'promoters',
  'passives',
  'detractors',
  'satisfied',
  'answers',
  'score0',
  'score1',
  'score2',
  'score3',
  'score4',
  'score5',
  'score6',
  'score7',
  'score8',
  'score9',
  'score10',
  'spend',
  'newCustomers',
  'basket',
  'frequency',
  'lifetime',
  'margin',
  'clv',
  'cac',
  'start',
  'end',
  'newcomers',
  'revenue',
  'lost',
  'expansion',
  'atFirst',
  'resolved',
  'hours',
  'answered',
  'met',
  'due',
  'before',
  'opened',
  'closed',
  'reopened',
  'escalated',
  'handled',
  'cost',
  'people',
  'worked',
  'present',
  'used',
  'bought',
  'months',
] as const;
export type InputId = (typeof INPUT_IDS)[number];

export interface Input {
  readonly id: InputId;
  readonly unit: Unit;
  /** Whole, and of things that can be counted. */
  readonly whole?: true;
  /** It may be left out; then it is this. */
  readonly usual?: number;
  /** It cannot be more. */
  readonly most?: number;
  /** Of a worked example. */
  readonly example: number;
}

export type ChoiceOption = 'five' | 'seven' | 'ten' | 'yes' | 'ease' | 'effort';

export interface Choice {
  readonly id: 'scale' | 'direction';
  readonly options: readonly ChoiceOption[];
}

/** What comes out. Shares are between 0 and 1. */
export interface Outcome {
  readonly value: number;
  readonly unit: Unit;
  /** 95 %; `null` where the figure is no sample. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Answers or tickets that it is a sample of; `null` where it is none. */
  readonly n: number | null;
}

/** Why there is nothing. */
export type Fault = 'empty' | 'missing' | 'number' | 'whole' | 'large' | 'negative' | 'zero' | 'part';

export interface Indicator<Id extends string = string> {
  readonly id: Id;
  readonly group: 'satisfaction' | 'commercial' | 'service' | 'team' | 'consumption';
  readonly better: 'higher' | 'lower' | null;
  readonly inputs: readonly Input[];
  readonly choices: readonly Choice[];
  /** Pairs of inputs of which the first is a part of the second. */
  readonly parts: readonly (readonly [InputId, InputId])[];
  /** Inputs of which one is divided by. */
  readonly over: readonly InputId[];
  /** It is what has gathered: a month is much like the one before, and limits of noise do not hold. */
  readonly gathers: boolean;
  /**
   * Values of all inputs, none negative, none in `over` zero. `null` where there is nothing to measure; an input where it
   * is more than it can be.
   */
  readonly compute: (
    of: Readonly<Record<string, number>>,
    choices: Readonly<Record<string, string>>,
  ) => Outcome | InputId | null;
}

const Z = 1.959963984540054;
/** More than this is a slip of the hand. */
const MOST = 1e12;

const count = (id: InputId, example: number): Input => ({ id, unit: 'count', whole: true, example });
const amount = (id: InputId, unit: Unit, example: number): Input => ({ id, unit, example });

function indicator<const Id extends string>(
  id: Id,
  group: Indicator['group'],
  better: Indicator['better'],
  inputs: readonly Input[],
  rest: Partial<Pick<Indicator, 'choices' | 'parts' | 'over' | 'gathers'>> & Pick<Indicator, 'compute'>,
): Indicator<Id> {
  return { id, group, better, inputs, choices: [], parts: [], over: [], gathers: false, ...rest };
}

/** A share of a sample, with Wilson's interval. */
function sampled(met: number, total: number): Outcome {
  return { value: met / total, unit: 'percent', interval: wilsonInterval(met, total), n: total };
}

/** A figure that is what it is: no sample of anything. */
function plain(value: number, unit: Unit): Outcome {
  return { value, unit, interval: null, n: null };
}

/** A share of counted things. */
function shareOf<const Id extends string>(
  id: Id,
  group: Indicator['group'],
  better: Indicator['better'],
  [part, whole]: readonly [Input, Input],
  choices: readonly Choice[] = [],
): Indicator<Id> {
  return indicator(id, group, better, [part, whole], {
    choices,
    parts: [[part.id, whole.id]],
    over: [whole.id],
    compute: (of) => sampled(of[part.id]!, of[whole.id]!),
  });
}

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** The least and the most score of each scale of effort. */
const SCALES: Readonly<Record<string, readonly [number, number]>> = { five: [1, 5], seven: [1, 7], ten: [0, 10] };

/** In the order of the page. */
export const INDICATORS = [
  indicator('nps', 'satisfaction', 'higher', [count('promoters', 46), count('passives', 31), count('detractors', 23)], {
    compute: ({ promoters = 0, passives = 0, detractors = 0 }) => {
      const n = promoters + passives + detractors;
      if (n === 0) return null;
      const value = (promoters - detractors) / n;
      // Of draws of +1, 0, −1, with three answers more that nobody gave: few that agree do not prove that all do.
      const [p, d, more] = [promoters + 0.75, detractors + 0.75, n + 3];
      const centre = (p - d) / more;
      const spread = Z * Math.sqrt(((p + d) / more - centre * centre) / more);
      return {
        value: 100 * value,
        unit: 'points',
        interval: {
          low: 100 * Math.max(-1, Math.min(value, centre - spread)),
          high: 100 * Math.min(1, Math.max(value, centre + spread)),
        },
        n,
      };
    },
  }),
  shareOf(
    'csat',
    'satisfaction',
    'higher',
    [count('satisfied', 82), count('answers', 100)],
    [{ id: 'scale', options: ['five', 'seven', 'ten', 'yes'] }],
  ),
  indicator(
    'ces',
    'satisfaction',
    null,
    SCORES.map((score) => ({ ...count(`score${score}`, [0, 2, 3, 5, 10, 20, 35, 25, 0, 0, 0][score]!), usual: 0 })),
    {
      choices: [
        { id: 'scale', options: ['seven', 'five', 'ten'] },
        { id: 'direction', options: ['ease', 'effort'] },
      ],
      compute: (of, { scale }) => {
        const [least, most] = SCALES[scale ?? 'seven']!;
        const scores = SCORES.slice(least, most + 1);
        const counts = scores.map((score) => of[`score${score}`]!);
        const n = counts.reduce((sum, one) => sum + one, 0);
        if (n === 0) return null;
        const mean = scores.reduce<number>((sum, score, i) => sum + score * counts[i]!, 0) / n;
        const squares = scores.reduce<number>((sum, score, i) => sum + (score - mean) ** 2 * counts[i]!, 0);
        // With one answer more that could be any: few that agree do not prove that all do. Student’s quantile, nearly.
        const any = (scores.length ** 2 - 1) / 12;
        const spread = (Z + (Z ** 3 + Z) / (4 * n)) * Math.sqrt((squares + any) / n / n);
        return {
          value: mean,
          unit: 'score',
          interval: { low: Math.max(least, mean - spread), high: Math.min(most, mean + spread) },
          n,
        };
      },
    },
  ),
  indicator('cac', 'commercial', 'lower', [amount('spend', 'money', 24_000), count('newCustomers', 60)], {
    over: ['newCustomers'],
    compute: ({ spend = 0, newCustomers = 0 }) => plain(spend / newCustomers, 'money'),
  }),
  indicator(
    'clv',
    'commercial',
    'higher',
    [
      amount('basket', 'money', 120),
      amount('frequency', 'number', 4),
      amount('lifetime', 'number', 3),
      { ...amount('margin', 'percent', 0.4), most: 1 },
    ],
    {
      compute: ({ basket = 0, frequency = 0, lifetime = 0, margin = 0 }) =>
        plain(basket * frequency * lifetime * margin, 'money'),
    },
  ),
  indicator('clv-cac', 'commercial', 'higher', [amount('clv', 'money', 576), amount('cac', 'money', 400)], {
    over: ['cac'],
    compute: ({ clv = 0, cac = 0 }) => plain(clv / cac, 'ratio'),
  }),
  indicator('retention', 'commercial', 'higher', [count('start', 200), count('end', 210), count('newcomers', 30)], {
    parts: [['newcomers', 'end']],
    over: ['start'],
    // Those who are there at the end and were at the start.
    compute: ({ start = 0, end = 0, newcomers = 0 }) =>
      end - newcomers > start ? 'end' : sampled(end - newcomers, start),
  }),
  indicator(
    'revenue-churn',
    'commercial',
    'lower',
    [
      amount('revenue', 'money', 50_000),
      amount('lost', 'money', 2500),
      { ...amount('expansion', 'money', 0), usual: 0 },
    ],
    {
      parts: [['lost', 'revenue']],
      over: ['revenue'],
      compute: ({ revenue = 0, lost = 0, expansion = 0 }) => plain((lost - expansion) / revenue, 'percent'),
    },
  ),
  shareOf('first-contact', 'service', 'higher', [count('atFirst', 132), count('resolved', 200)]),
  indicator('resolution-time', 'service', 'lower', [amount('hours', 'hours', 1440), count('resolved', 90)], {
    over: ['resolved'],
    compute: ({ hours = 0, resolved = 0 }) => ({ value: hours / resolved, unit: 'hours', interval: null, n: resolved }),
  }),
  indicator('response-time', 'service', 'lower', [amount('hours', 'hours', 110), count('answered', 95)], {
    over: ['answered'],
    compute: ({ hours = 0, answered = 0 }) => ({ value: hours / answered, unit: 'hours', interval: null, n: answered }),
  }),
  shareOf('sla', 'service', 'higher', [count('met', 171), count('due', 180)]),
  indicator('backlog', 'service', 'lower', [count('before', 40), count('opened', 120), count('closed', 112)], {
    gathers: true,
    compute: ({ before = 0, opened = 0, closed = 0 }) =>
      closed > before + opened ? 'closed' : plain(before + opened - closed, 'count'),
  }),
  shareOf('reopen', 'service', 'lower', [count('reopened', 9), count('resolved', 180)]),
  shareOf('escalation', 'service', null, [count('escalated', 24), count('handled', 160)]),
  indicator('ticket-cost', 'team', 'lower', [amount('cost', 'money', 18_000), count('resolved', 180)], {
    over: ['resolved'],
    compute: ({ cost = 0, resolved = 0 }) => plain(cost / resolved, 'money'),
  }),
  indicator('tickets-per-person', 'team', null, [count('resolved', 180), amount('people', 'number', 3)], {
    over: ['people'],
    compute: ({ resolved = 0, people = 0 }) => plain(resolved / people, 'number'),
  }),
  indicator('occupancy', 'team', null, [amount('worked', 'hours', 340), amount('present', 'hours', 420)], {
    over: ['present'],
    compute: ({ worked = 0, present = 0 }) => plain(worked / present, 'percent'),
  }),
  indicator('unit-use', 'consumption', null, [amount('used', 'units', 62), amount('bought', 'units', 80)], {
    gathers: true,
    over: ['bought'],
    compute: ({ used = 0, bought = 0 }) => plain(used / bought, 'percent'),
  }),
  indicator('burn-rate', 'consumption', null, [amount('used', 'units', 62), amount('months', 'months', 8)], {
    over: ['months'],
    compute: ({ used = 0, months = 0 }) => plain(used / months, 'units'),
  }),
  indicator(
    'exhaustion',
    'consumption',
    null,
    [amount('bought', 'units', 80), amount('used', 'units', 62), amount('months', 'months', 8)],
    {
      over: ['used', 'months'],
      gathers: true,
      compute: ({ bought = 0, used = 0, months = 0 }) => plain((Math.max(0, bought - used) * months) / used, 'months'),
    },
  ),
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof INDICATORS)[number]['id'];
export const INDICATOR_IDS: readonly IndicatorId[] = INDICATORS.map(({ id }) => id);

/** The indicator of an id. */
export function indicatorOf(id: IndicatorId): Indicator<IndicatorId> {
  return INDICATORS.find((one) => one.id === id)!;
}

/** The inputs that a choice leaves. */
export function inputsOf({ id, inputs }: Indicator, choices: Readonly<Record<string, string>>): readonly Input[] {
  if (id !== 'ces') return inputs;
  const [least, most] = SCALES[choices['scale'] ?? 'seven']!;
  return inputs.slice(least, most + 1);
}

/** A row of values, `null` for a cell that is empty, `NaN` for one that is no number. */
export type Values = readonly (number | null)[];

export type Reading =
  | { readonly state: 'read'; readonly outcome: Outcome }
  | { readonly state: 'fault'; readonly fault: Fault; /** The input at fault. */ readonly input: InputId | null };

/** Computes an indicator from a row of values, in the order of its inputs. */
export function computed(of: Indicator, values: Values, choices: Readonly<Record<string, string>>): Reading {
  const inputs = inputsOf(of, choices);
  const fault = (kind: Fault, input: InputId | null = null): Reading => ({ state: 'fault', fault: kind, input });
  if (inputs.every((_, i) => (values[i] ?? null) === null)) return fault('empty');
  const named: Record<string, number> = {};
  for (const [i, input] of inputs.entries()) {
    const value = values[i] ?? input.usual ?? null;
    if (value === null) return fault('missing', input.id);
    if (!Number.isFinite(value)) return fault('number', input.id);
    if (value < 0) return fault('negative', input.id);
    if (value > (input.most ?? MOST)) return fault('large', input.id);
    if (input.whole && !Number.isInteger(value)) return fault('whole', input.id);
    named[input.id] = value;
  }
  for (const id of of.over) if (named[id] === 0) return fault('zero', id);
  for (const [part, whole] of of.parts) if (named[part]! > named[whole]!) return fault('part', part);
  const outcome = of.compute(named, choices);
  if (typeof outcome === 'string') return fault('part', outcome);
  if (outcome && !Number.isFinite(outcome.value)) return fault('large', inputs[0]!.id);
  return outcome ? { state: 'read', outcome } : fault('zero');
}

/** What a result can be at all: limits beyond it would mean nothing. */
function boundsOf(
  { id }: Indicator,
  { unit, interval }: Outcome,
  scores: readonly [number, number],
): readonly [number, number] {
  if (unit === 'points') return [-100, 100];
  if (unit === 'score') return scores;
  if (unit === 'percent') return interval ? [0, 1] : [id === 'revenue-churn' ? -Infinity : 0, Infinity];
  return [0, Infinity];
}

export interface Limits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Indexes of the results that lie outside. */
  readonly outside: readonly number[];
}

/** Natural limits of a series of results, within what they can be; `null` for fewer than six. */
export function limitsOf(
  of: Indicator,
  outcomes: readonly Outcome[],
  choices: Readonly<Record<string, string>>,
): Limits | null {
  if (of.gathers) return null;
  const shares = sharesOf(outcomes);
  if (shares) return shareLimits(shares);
  const values = outcomes.map(({ value }) => value);
  const limits = naturalLimits(values);
  if (!limits) return null;
  const [least, most] = boundsOf(of, outcomes.at(-1)!, SCALES[choices['scale'] ?? 'seven'] ?? [-Infinity, Infinity]);
  // A series that stands still has limits as wide as the rounding of its mean.
  const slack = 1e-9 * Math.max(1, Math.abs(limits.mean));
  return {
    mean: limits.mean,
    low: Math.max(least, limits.low),
    high: Math.min(most, limits.high),
    outside: values.flatMap((value, i) => (value < limits.low - slack || value > limits.high + slack ? [i] : [])),
  };
}

/**
 * Natural process limits of a series (Shewhart's chart of individual values, XmR): its mean, and 2.66 mean moving ranges
 * on either side. `null` for fewer than six values.
 */
function naturalLimits(values: readonly number[]): { mean: number; low: number; high: number } | null {
  if (values.length < LEAST_FOR_LIMITS) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let moved = 0;
  for (let i = 1; i < values.length; i++) moved += Math.abs(values[i]! - values[i - 1]!);
  const reach = (2.66 * moved) / (values.length - 1);
  return { mean, low: mean - reach, high: mean + reach };
}

/** What was met, of how many, where results are shares of samples; `null` where they are not. */
function sharesOf(outcomes: readonly Outcome[]): { met: number; total: number }[] | null {
  const isShare = outcomes.every(
    ({ unit, n, value }) => unit === 'percent' && n !== null && n > 0 && value >= 0 && value <= 1,
  );
  return isShare ? outcomes.map(({ value, n }) => ({ met: Math.round(value * n!), total: n! })) : null;
}

/** Limits of shares: each result among what the others let one expect of its number; the lines are those of the last. */
function shareLimits(shares: readonly { met: number; total: number }[]): Limits | null {
  if (shares.length < LEAST_FOR_LIMITS) return null;
  const all = shares.reduce((sum, one) => ({ met: sum.met + one.met, total: sum.total + one.total }));
  const limits = shares.map(({ met, total }) =>
    predictiveLimits({ met: all.met - met, total: all.total - total }, total),
  );
  const last = shares.at(-1)!.total;
  return {
    mean: all.met / all.total,
    low: limits.at(-1)!.low / last,
    high: limits.at(-1)!.high / last,
    outside: shares.flatMap(({ met }, i) => (met < limits[i]!.low || met > limits[i]!.high ? [i] : [])),
  };
}

/** How far a sample carries: fewer than 10 say nothing, fewer than 30 little. */
export function weightOf({ n }: Outcome): 'none' | 'little' | 'enough' | null {
  return n === null ? null : n < 10 ? 'none' : n < 30 ? 'little' : 'enough';
}
