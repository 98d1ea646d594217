/** The terms of a contract that can be put otherwise, one field each, as the file words them now. */
import type { ContractFile } from '../../../contract/schema.ts';
import { DAY_MS } from '../../../domain/zone.ts';

type FileTerm = ContractFile['terms'][number];
export type FileCommitment = NonNullable<FileTerm['commitments']>[number];
export type FileCoverage = NonNullable<FileTerm['coverage']>[number];
export type FilePenalty = NonNullable<FileTerm['penalties']>[number];
export type FileCalendar = ContractFile['calendars'][string];

/** A term with nothing left out: what an amendment does not say is as before. */
export interface WholeTerm extends Omit<FileTerm, 'commitments' | 'coverage' | 'prices' | 'penalties'> {
  readonly commitments: readonly FileCommitment[];
  readonly coverage: readonly FileCoverage[];
  readonly prices: NonNullable<FileTerm['prices']>;
  readonly penalties: readonly FilePenalty[];
}

export type FieldKind = 'target' | 'percentage' | 'openings' | 'quantity' | 'money' | 'factor' | 'ceiling' | 'choice';

/** Where in the form a field stands: with a clock, a coverage, a penalty, or alone. */
export type FieldGroup = 'commitments' | 'hours' | 'coverage' | 'prices' | 'penalties' | 'questions';

export interface TermField {
  /** Parts joined by points: what it is, then of what. */
  readonly id: string;
  readonly group: FieldGroup;
  /** The clock, coverage, profile or penalty; empty for what all share. */
  readonly of: string;
  /** What it is of that: `goal`, `target`, `volume` … */
  readonly what: FieldName;
  /** The priority, or the row, of a target. */
  readonly place: string;
  readonly kind: FieldKind;
  /** As the contract says it; empty where it says nothing, or not the same under all of its terms. */
  readonly value: string;
  /** As its terms say it one after the other; more than one where an amendment changed it. */
  readonly inForce: readonly string[];
  /** It belongs to a form that the contract does not have: about what the present one comes to. */
  readonly estimated: boolean;
  readonly options: readonly string[];
  /** The form of coverage that it belongs to. */
  readonly form: FileCoverage['form'] | null;
}

export const FIELD_NAMES = [
  'target',
  'goal',
  'days',
  'openings',
  'holidays',
  'pauses',
  'form',
  'volume',
  'per',
  'fee',
  'franchise',
  'overrun',
  'rate',
  'smoothing',
  'carry',
  'lots',
  'unitPrice',
  'reserved',
  'dayRate',
  'kept',
  'scale',
  'capPerMonth',
  'threshold',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

export const SAME = 'same';
export const DAYS = [SAME, 'weekdays', 'six-days', 'every-day', '24x7'] as const;
export const HOLIDAYS = [SAME, 'closed', 'open'] as const;
export const PAUSES = [SAME, 'none', 'client', 'all-waits'] as const;
export const SMOOTHINGS = ['none', 'month', 'quarter', 'half-year', 'year'] as const;
export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export const OVERRUNS = ['billed', 'carried', 'refused'] as const;
export const MONTHS_OF: Readonly<Record<(typeof PERIODS)[number], number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** All terms in the order in which they come into force, each whole. */
export function wholeTerms(file: ContractFile): WholeTerm[] {
  const whole: WholeTerm[] = [];
  for (const term of [...file.terms].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = whole.at(-1);
    whole.push({
      ...term,
      commitments: term.commitments ?? before?.commitments ?? [],
      coverage: term.coverage ?? before?.coverage ?? [],
      prices: term.prices ?? before?.prices ?? [],
      penalties: term.penalties ?? before?.penalties ?? [],
      questions: term.questions ?? before?.questions,
    });
  }
  return whole;
}

/** The fields of the terms that are in force last, with what the terms before said. */
export function fieldsOf(file: ContractFile): TermField[] {
  const all = wholeTerms(file);
  const before = all.slice(0, -1).map((term) => new Map(fieldsIn(file, term).map(({ id, value }) => [id, value])));
  return fieldsIn(file, all.at(-1)!).map((field) => {
    if (field.estimated) return field;
    const said = [...before.flatMap((values) => values.get(field.id) ?? []), field.value];
    const inForce = said.filter((value, i) => value !== said[i - 1]);
    if (inForce.length === 1) return field;
    return field.kind === 'choice'
      ? { ...field, value: SAME, options: [SAME, ...field.options], inForce }
      : { ...field, value: '', inForce };
  });
}

function fieldsIn(file: ContractFile, term: WholeTerm): TermField[] {
  return [
    ...term.commitments.flatMap(ofCommitment),
    ...hoursOf(file),
    ...term.coverage.flatMap((coverage) => ofCoverage(coverage, term, file.abacus?.hoursPerDay !== undefined)),
    ...term.prices.map(({ profile, dayRate }) => field('prices', profile, 'dayRate', 'money', String(dayRate))),
    ...term.penalties.flatMap((penalty) => [
      choice('penalties', penalty.id, 'kept', ['yes', 'no'], 'yes'),
      field('penalties', penalty.id, 'scale', 'factor', '100 %'),
      field('penalties', penalty.id, 'capPerMonth', 'ceiling', String(penalty.capPerMonth ?? '')),
    ]),
    ...(term.questions ? [field('questions', '', 'threshold', 'percentage', percent(term.questions.threshold))] : []),
  ];
}

/** What a row of targets applies to, as a name. */
export function placeOf(row: Exclude<FileCommitment['targets'], Record<string, string>>[number]): string {
  const { priority, kind, level, application, complexity } = row;
  return [priority, kind, level, application, complexity].flat().filter(Boolean).join(' ') || '*';
}

function ofCommitment({ clock, goal, targets }: FileCommitment): TermField[] {
  const entries: [string, string][] = Array.isArray(targets)
    ? targets.map((row) => [placeOf(row), row.target])
    : Object.entries(targets);
  return [
    field('commitments', clock, 'goal', 'percentage', percent(goal)),
    ...entries.map(([place, target]) => ({ ...field('commitments', clock, 'target', 'target', target, null, place) })),
  ];
}

function hoursOf({ calendars }: ContractFile): TermField[] {
  const [first] = Object.values(calendars);
  return [
    choice('hours', '', 'days', DAYS, SAME),
    field('hours', '', 'openings', 'openings', first ? openingsOf(first) : ''),
    choice('hours', '', 'holidays', HOLIDAYS, SAME),
    choice('hours', '', 'pauses', PAUSES, SAME),
  ];
}

/** The openings of the first day that has any: `09:00-12:30, 13:30-18:00`; empty for `24x7`. */
export function openingsOf(calendar: FileCalendar): string {
  const { weekly } = 'versions' in calendar ? calendar.versions.at(-1)! : calendar;
  if (weekly === '24x7') return '';
  const day = WEEK.find((name) => weekly[name]?.length);
  return day ? weekly[day]!.join(', ') : '';
}

function ofCoverage(coverage: FileCoverage, term: WholeTerm, knowsDays: boolean): TermField[] {
  const { id, form } = coverage;
  const worth = worthOf(coverage, term);
  const unit = form === 'regie' ? 'days' : coverage.unit;
  // Reserved days are days: the abacus must say what one is.
  const canReserve = form === 'regie' || (knowsDays && (unit === 'hours' || unit === 'days'));
  const of = (
    what: FieldName,
    kind: FieldKind,
    value: string,
    within: FileCoverage['form'],
    options: readonly string[] = [],
  ): TermField => ({ ...field('coverage', id, what, kind, value, within), options, estimated: within !== form });
  const overrun = 'overrun' in coverage ? coverage.overrun : undefined;
  return [
    choice('coverage', id, 'form', canReserve ? ['forfait', 'carnet', 'regie'] : ['forfait', 'carnet'], form),
    of('volume', 'quantity', form === 'forfait' ? String(coverage.volume) : worth.monthly, 'forfait'),
    of('per', 'choice', form === 'forfait' ? coverage.per : 'month', 'forfait', PERIODS),
    of('fee', 'money', form === 'forfait' ? String(coverage.fee ?? '') : worth.monthlyPrice, 'forfait'),
    of('franchise', 'quantity', form === 'forfait' ? String(coverage.franchise ?? 0) : '0', 'forfait'),
    of('smoothing', 'choice', form === 'forfait' ? (coverage.smoothing ?? 'none') : 'none', 'forfait', SMOOTHINGS),
    of(
      'carry',
      'quantity',
      form === 'forfait' ? (coverage.carryOver ? String(coverage.carryOver.cap ?? '') : '0') : '0',
      'forfait',
    ),
    of('overrun', 'choice', form === 'forfait' ? (overrun?.rule ?? 'billed') : 'billed', 'forfait', OVERRUNS),
    of('rate', 'money', form === 'forfait' ? String(overrun?.rate ?? '') : worth.unitPrice, 'forfait'),
    ...(form === 'carnet'
      ? [of('scale', 'factor', '100 %', 'carnet'), of('unitPrice', 'money', '', 'carnet')]
      : [of('lots', 'quantity', worth.yearly, 'carnet'), of('unitPrice', 'money', worth.unitPrice, 'carnet')]),
    ...(form === 'regie'
      ? coverage.capacity.map(({ profile, days }) => ({
          ...of('reserved', 'quantity', String(days), 'regie'),
          id: `coverage.${id}.reserved.${profile}`,
          place: profile,
        }))
      : canReserve
        ? [of('reserved', 'quantity', worth.days, 'regie'), of('dayRate', 'money', worth.dayPrice, 'regie')]
        : []),
  ];
}

/** About what a coverage gives a month, and at what price: where another form starts from. */
function worthOf(
  coverage: FileCoverage,
  { prices }: WholeTerm,
): { monthly: string; yearly: string; monthlyPrice: string; unitPrice: string; days: string; dayPrice: string } {
  const HOURS_PER_DAY = 7;
  const number = (written: string | number | undefined): number =>
    written === undefined ? NaN : Number(String(written).replace(',', '.'));
  let [monthly, unitPrice] = [NaN, NaN];
  let perDay = 1;
  if (coverage.form === 'forfait') {
    monthly = number(coverage.volume) / MONTHS_OF[coverage.per];
    unitPrice = number(coverage.fee) / number(coverage.volume);
    perDay = coverage.unit === 'hours' ? HOURS_PER_DAY : 1;
  } else if (coverage.form === 'carnet') {
    const days = (date: string): number => Date.parse(date) / DAY_MS;
    const first = Math.min(...coverage.lots.map(({ bought }) => days(bought)));
    const last = Math.max(
      ...coverage.lots.map(({ bought, expires }) => (expires ? days(expires) : days(bought) + 365)),
    );
    const total = coverage.lots.reduce((sum, { quantity }) => sum + number(quantity), 0);
    const spent = coverage.lots.reduce(
      (sum, { quantity, price, unitPrice: each }) =>
        sum + (each === undefined ? number(price) : number(each) * number(quantity)),
      0,
    );
    monthly = total / Math.max(1, (last - first) / 30.4375);
    unitPrice = spent / total;
    perDay = coverage.unit === 'hours' ? HOURS_PER_DAY : 1;
  } else {
    monthly = coverage.capacity.reduce((sum, { days }) => sum + number(days), 0);
    // Of all profiles, by their days.
    const rateOf = (profile: string): number => number(prices.find((price) => price.profile === profile)?.dayRate);
    unitPrice = coverage.capacity.reduce((sum, { profile, days }) => sum + number(days) * rateOf(profile), 0) / monthly;
  }
  const shown = (value: number, decimals: number): string =>
    Number.isFinite(value) ? String(Math.round(value * 10 ** decimals) / 10 ** decimals) : '';
  return {
    monthly: shown(monthly, 2),
    yearly: shown(12 * monthly, 1),
    monthlyPrice: shown(monthly * unitPrice, 2),
    unitPrice: shown(unitPrice, 2),
    days: shown(monthly / perDay, 2),
    dayPrice: shown(unitPrice * perDay, 2),
  };
}

function field(
  group: FieldGroup,
  of: string,
  what: FieldName,
  kind: FieldKind,
  value: string,
  form: TermField['form'] = null,
  place = '',
): TermField {
  const id = [group, ...(of ? [of] : []), what, ...(place ? [place] : [])].join('.');
  return { id, group, of, what, place, kind, value, inForce: [value], estimated: false, options: [], form };
}

function choice(group: FieldGroup, of: string, what: FieldName, options: readonly string[], value: string): TermField {
  return { ...field(group, of, what, 'choice', value), options };
}

function percent(written: string | number): string {
  return typeof written === 'number' ? `${written} %` : written;
}
