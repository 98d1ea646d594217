/**
 * What a prospect says: one table of fields gives the form, what a field may hold, its default with the state of that
 * default, and how it travels in an address. Nothing else is known of a prospect.
 */
import type { Demand } from './demand.ts';
import type { EffortLaw } from './effort.ts';
import { normalised } from './demand.ts';
import { effortFactor, levelsOf } from './costs.ts';

/** What is known of a default: a rule of law, a common practice, or an assumption to be replaced. */
export const SOURCES = ['assumption', 'law', 'practice', 'given'] as const;
export type Source = (typeof SOURCES)[number];

interface Common {
  /** In addresses: short, and never given to another field. */
  readonly key: string;
  readonly group: Group;
  readonly source: Source;
  /** Where the default comes from, where that can be looked up. */
  readonly cite?: string;
}
export interface NumberField extends Common {
  readonly type: 'number';
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** How people write it: a count, hours, a share, an amount, whole months. */
  readonly as: 'count' | 'hours' | 'share' | 'money' | 'months' | 'whole';
}
export interface ChoiceField extends Common {
  readonly type: 'choice';
  readonly usual: string;
  readonly options: readonly string[];
}
export interface SeriesField extends Common {
  readonly type: 'series';
  readonly usual: readonly number[];
}
export type Field = NumberField | ChoiceField | SeriesField;

export const GROUPS = ['first', 'demand', 'service', 'contract', 'price', 'team'] as const;
export type Group = (typeof GROUPS)[number];

const number = (
  key: string,
  group: Group,
  as: NumberField['as'],
  usual: number,
  least: number,
  most: number,
  source: Source = 'assumption',
  cite?: string,
): NumberField => ({ type: 'number', key, group, as, usual, least, most, source, ...(cite !== undefined && { cite }) });
const choice = <const Options extends readonly string[]>(
  key: string,
  group: Group,
  options: Options,
  source: Source = 'assumption',
  cite?: string,
) => ({
  type: 'choice' as const,
  key,
  group,
  options,
  usual: options[0]! as Options[number],
  source,
  ...(cite !== undefined && { cite }),
});

const MONTHS = 12;

/** In the order of the form. */
export const FIELDS = {
  incidents: number('i', 'first', 'count', 12, 0, 100_000, 'given'),
  incidentHours: number('ih', 'first', 'hours', 4, 0, 1000, 'given'),
  evolutions: number('e', 'first', 'count', 3, 0, 100_000, 'given'),
  evolutionHours: number('eh', 'first', 'hours', 14, 0, 5000, 'given'),
  questions: number('q', 'first', 'count', 8, 0, 100_000, 'given'),
  questionHours: number('qh', 'first', 'hours', 0.75, 0, 100, 'given'),
  window: choice('w', 'first', ['5x8', '6x10', '24x7'], 'practice'),
  response: choice('r', 'first', ['2', '6', '24'], 'practice', 'HubSpot, Business & Decision, 2022'),
  risk: number('a', 'first', 'share', 0.2, 0, 0.2),
  dayRate: number('d', 'first', 'money', 450, 0, 10_000),

  incidentsLow: number('il', 'demand', 'share', 0.7, 0, 1),
  incidentsHigh: number('iu', 'demand', 'share', 1.5, 1, 10),
  evolutionsLow: number('el', 'demand', 'share', 0.7, 0, 1),
  evolutionsHigh: number('eu', 'demand', 'share', 1.5, 1, 10),
  questionsLow: number('ql', 'demand', 'share', 0.7, 0, 1),
  questionsHigh: number('qu', 'demand', 'share', 1.5, 1, 10),
  effortCv: number('cv', 'demand', 'count', 1, 0, 4),
  effortBias: number('b', 'demand', 'share', 0.1, 0, 1),
  phi: number('p', 'demand', 'count', 0.15, 0, 3),
  season: {
    type: 'series',
    key: 's',
    group: 'demand',
    usual: Array.from({ length: MONTHS }, () => 1),
    source: 'assumption',
  },
  fixedHours: number('f', 'demand', 'hours', 4, 0, 10_000),
  governance: number('g', 'demand', 'share', 0.1, 0, 1),
  environments: number('n', 'demand', 'whole', 1, 1, 20, 'given'),
  isoGap: number('o', 'demand', 'share', 0, 0, 1),
  abacus: choice('ab', 'demand', ['no', 'yes'], 'given'),
  simpleShare: number('as', 'demand', 'share', 0.5, 0, 1, 'given'),
  mediumShare: number('am', 'demand', 'share', 0.35, 0, 1, 'given'),
  simpleHours: number('a1', 'demand', 'hours', 7, 0, 5000, 'given'),
  mediumHours: number('a2', 'demand', 'hours', 21, 0, 5000, 'given'),
  complexHours: number('a3', 'demand', 'hours', 56, 0, 5000, 'given'),
  levels: choice('lv', 'demand', ['no', 'yes'], 'given'),
  stopN1: number('l1', 'demand', 'share', 0.4, 0, 1),
  stopN2: number('l2', 'demand', 'share', 0.7, 0, 1),
  hoursN1: number('h1', 'demand', 'hours', 0.5, 0, 100),
  hoursN2: number('h2', 'demand', 'hours', 4, 0, 1000),
  hoursN3: number('h3', 'demand', 'hours', 14, 0, 5000),

  urgentShare: number('us', 'service', 'share', 0.1, 0, 1),
  normalShare: number('ns', 'service', 'share', 0.4, 0, 1),
  act: choice('ac', 'service', ['acknowledge', 'start'], 'practice'),
  goal: number('go', 'service', 'share', 0.9, 0.5, 0.999, 'practice'),
  triage: number('t', 'service', 'hours', 0.25, 0, 10),
  holidays: choice('ho', 'service', ['closed', 'open'], 'practice'),
  onCall: choice('oc', 'service', ['no', 'yes'], 'given'),

  unit: choice('u', 'contract', ['hours', 'days', 'uo'], 'given'),
  hoursPerDay: number('hd', 'contract', 'hours', 7, 1, 24, 'law', 'C. trav. L3121-27'),
  hoursPerUo: number('ho2', 'contract', 'hours', 7, 0.1, 1000),
  step: number('st', 'contract', 'hours', 3.5, 0, 1000),
  smoothing: choice('sm', 'contract', ['quarter', 'none', 'year'], 'practice'),
  carry: number('ca', 'contract', 'months', 1, 1, 12, 'practice'),
  carryCap: number('cc', 'contract', 'hours', 0, 0, 100_000),
  bookHours: number('bh', 'contract', 'hours', 100, 1, 100_000),
  validity: number('v', 'contract', 'months', 12, 1, 12, 'practice'),
  perimeter: choice('pe', 'contract', ['stable', 'variable'], 'given'),

  overrunPremium: number('op', 'price', 'share', 0.2, 0, 5),
  carnetPremium: number('cp', 'price', 'share', 0.15, -0.9, 5),
  regieDiscount: number('rd', 'price', 'share', 0, -5, 0.9),
  delayCost: number('dc', 'price', 'money', 0, 0, 10_000),
  rateN1: number('r1', 'price', 'money', 300, 0, 10_000),
  rateN2: number('r2', 'price', 'money', 450, 0, 10_000),
  rateN3: number('r3', 'price', 'money', 650, 0, 10_000),
  penalty: number('pn', 'price', 'share', 0.05, 0, 1),
  transition: number('tr', 'price', 'money', 0, 0, 10_000_000, 'given'),
  reversibility: number('rv', 'price', 'money', 0, 0, 10_000_000, 'given'),
  costDay: number('cd', 'price', 'money', 330, 0, 10_000),
  aversion: number('ga', 'price', 'share', 0.3, 0, 1),

  poolShare: number('ps', 'team', 'share', 0.7, 0, 1),
  utilisation: number('ut', 'team', 'share', 0.85, 0.1, 0.95),
  daysPerYear: number('dy', 'team', 'whole', 218, 1, 365, 'law', 'C. trav. L3121-64'),
  sickDays: number('sd', 'team', 'whole', 6, 0, 200),
  trainingDays: number('td', 'team', 'whole', 4, 0, 200),
  otherShare: number('os', 'team', 'share', 0.1, 0, 0.9),
  overlap: number('ov', 'team', 'share', 0.03, 0, 1),
  allowance: number('al', 'team', 'money', 250, 0, 10_000),
  year: number('y', 'team', 'whole', 2027, 2020, 2050, 'given'),
} as const satisfies Record<string, Field>;

export type FieldId = keyof typeof FIELDS;
type ValueOf<F> = F extends { type: 'number' }
  ? number
  : F extends { type: 'choice'; options: readonly (infer O)[] }
    ? O
    : readonly number[];
export type Situation = { readonly [Id in FieldId]: ValueOf<(typeof FIELDS)[Id]> };

export const FIELD_IDS = Object.keys(FIELDS) as FieldId[];
const TABLE: Readonly<Record<FieldId, Field>> = FIELDS;

/** What stands in the form before anything is said. */
export const USUAL: Situation = Object.fromEntries(
  FIELD_IDS.map((id) => [id, TABLE[id].usual]),
) as unknown as Situation;

/** The field of an id, with its kind open. */
export function fieldOf(id: FieldId): Field {
  return TABLE[id];
}

/** Why a value cannot stand in its field; `null` where it can. */
export function valueFault(id: FieldId, value: unknown): 'number' | 'range' | 'season' | 'choice' | null {
  const field = TABLE[id];
  if (field.type === 'choice') return field.options.includes(value as string) ? null : 'choice';
  if (field.type === 'series') {
    const series = value as readonly number[];
    const isSeason =
      Array.isArray(series) &&
      series.length === MONTHS &&
      series.every((one) => Number.isFinite(one) && one >= 0) &&
      series.some((one) => one > 0);
    return isSeason ? null : 'season';
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'number';
  const isWhole = field.as !== 'whole' && field.as !== 'months' ? true : Number.isInteger(value);
  return isWhole && value >= field.least && value <= field.most ? null : 'range';
}

/** Fields that may say what the other excludes. */
export const RIVALS = {
  normalShare: ['urgentShare', 'normalShare'],
  mediumShare: ['simpleShare', 'mediumShare'],
  daysPerYear: ['daysPerYear', 'sickDays', 'trainingDays'],
} as const satisfies Partial<Record<FieldId, readonly FieldId[]>>;

/** What two fields say against each other. */
export function situationFault(of: Situation): keyof typeof RIVALS | null {
  if (of.urgentShare + of.normalShare > 1 + 1e-9) return 'normalShare';
  if (of.simpleShare + of.mediumShare > 1 + 1e-9) return 'mediumShare';
  if (of.daysPerYear <= of.sickDays + of.trainingDays) return 'daysPerYear';
  return null;
}

/** So many situations stand side by side. */
export const MOST_SCENARIOS = 4;
const VERSION = '1';

/** Situations as the part of an address after the `#`: only what differs from the usual, in the order of the table. */
export function encode(scenarios: readonly Situation[]): string {
  return [VERSION, ...scenarios.map(encodeOne)].join('/');
}

function encodeOne(of: Situation): string {
  return FIELD_IDS.flatMap((id) => {
    const value: number | string | readonly number[] = of[id];
    const usual = TABLE[id].usual;
    if (String(value) === String(usual)) return [];
    const text = Array.isArray(value) ? value.join('_') : String(value);
    return [`${TABLE[id].key}=${encodeURIComponent(text)}`];
  }).join('&');
}

/** The situations of an address; what is not known, or cannot be, is left at the usual. `null` for another version. */
export function decode(text: string): Situation[] | null {
  const [version, ...parts] = text.replace(/^#/, '').split('/');
  if (version !== VERSION || parts.length === 0) return null;
  const byKey = new Map(FIELD_IDS.map((id) => [TABLE[id].key, id]));
  return parts.slice(0, MOST_SCENARIOS).map((part) => {
    const values: Record<string, unknown> = { ...USUAL };
    for (const pair of part.split('&')) {
      const [key = '', raw = ''] = pair.split('=');
      const id = byKey.get(key);
      if (!id) continue;
      let written: string;
      try {
        written = decodeURIComponent(raw);
      } catch {
        continue;
      }
      const field = TABLE[id];
      const value =
        field.type === 'choice'
          ? written
          : field.type === 'series'
            ? written.split('_').map(Number)
            : /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(written)
              ? Number(written)
              : NaN;
      if (valueFault(id, value) === null) values[id] = value;
    }
    // What two fields say against each other is left at the usual; the others stand.
    const situation = (): Situation => values as unknown as Situation;
    for (let at = situationFault(situation()); at !== null; at = situationFault(situation()))
      for (const id of RIVALS[at]) values[id] = USUAL[id];
    return situation();
  });
}

/** PERT from shares of the likely value: mean and coefficient of variation. */
function pertRate(likely: number, low: number, high: number): { rate: number; cv: number } {
  const mean = (low + 4 + high) / 6;
  const sd = Math.sqrt(Math.max(0, ((mean - low) * (high - mean)) / 7));
  return { rate: likely * mean, cv: sd / mean };
}

function effortLaw(hours: number, cv: number): EffortLaw {
  return hours > 0 ? { kind: 'lognormal', mean: hours, cv } : { kind: 'fixed', value: 0 };
}

export interface Costing {
  readonly demand: Demand;
  /** Of an hour. */
  readonly hourRate: number;
  /** Tickets of an average month that wait for a first act. */
  readonly tickets: number;
  /** Changes of an average month. */
  readonly changes: number;
}

/** The demand that a situation describes, and what an hour costs in it. */
export function costingOf(of: Situation): Costing {
  const factor = effortFactor(of.environments, 0.05, of.isoGap);
  const withLevels = of.levels === 'yes';
  const levels = levelsOf(
    1,
    [of.stopN1, of.stopN2],
    [of.hoursN1, of.hoursN2, of.hoursN3],
    [of.rateN1, of.rateN2, of.rateN3],
    of.hoursPerDay,
  );
  const incidentHours = withLevels ? levels.hoursPerTicket : of.incidentHours;
  const parts = [
    { weight: of.simpleShare, hours: of.simpleHours },
    { weight: of.mediumShare, hours: of.mediumHours },
    { weight: Math.max(0, 1 - of.simpleShare - of.mediumShare), hours: of.complexHours },
  ];
  const withAbacus = of.abacus === 'yes';
  const evolutionHours = withAbacus
    ? parts.reduce((sum, { weight, hours }) => sum + weight * hours, 0)
    : of.evolutionHours;
  const classes = [
    { ...pertRate(of.incidents, of.incidentsLow, of.incidentsHigh), hours: incidentHours },
    { ...pertRate(of.evolutions, of.evolutionsLow, of.evolutionsHigh), hours: evolutionHours },
    { ...pertRate(of.questions, of.questionsLow, of.questionsHigh), hours: of.questionHours },
  ];
  // Levels bill what they do; evolutions and questions are billed at the usual rate.
  const work = classes.map(({ rate, hours }) => rate * hours);
  const total = work.reduce((sum, one) => sum + one, 0);
  const blended =
    withLevels && total > 0 ? (work[0]! * levels.dayRate + (total - work[0]!) * of.dayRate) / total : of.dayRate;
  return {
    demand: {
      classes: classes.map(({ rate, cv, hours }, k) => ({
        rate,
        rateCv: cv,
        effort:
          k === 1 && withAbacus
            ? {
                kind: 'mixture' as const,
                components: parts.map(({ weight, hours: own }) => ({
                  weight,
                  effort: effortLaw(own * factor, of.effortCv),
                })),
              }
            : effortLaw(hours * factor, of.effortCv),
      })),
      season: normalised(of.season),
      effortBiasCv: of.effortBias,
      phi: of.phi,
      fixed: Array.from({ length: MONTHS }, () => of.fixedHours * of.environments),
      overhead: of.governance,
    },
    hourRate: blended / of.hoursPerDay,
    tickets: classes[0]!.rate + classes[2]!.rate,
    changes: classes[1]!.rate,
  };
}
