/** Other terms: the contract file with some of its fields put otherwise, in all of its terms. */
import { parseOpening } from '../../../domain/calendar.ts';
import { isoDate, parseIsoDate } from '../../../domain/date.ts';
import { parseMoney, parseQuantity } from '../../../domain/quantity.ts';
import { typedNumber } from '../../../domain/typed.ts';
import { hasErrors, type Problem } from '../../../domain/problem.ts';
import { buildContract } from '../../../contract/build.ts';
import { CLOCKS, isBuiltInClock } from '../../../contract/clocks.ts';
import type { Contract } from '../../../contract/contract.ts';
import type { ContractFile } from '../../../contract/schema.ts';
import { parseTarget } from '../../../contract/target.ts';
import {
  fieldsOf,
  MONTHS_OF,
  placeOf,
  SAME,
  wholeTerms,
  type FieldKind,
  type FileCalendar,
  type FileCommitment,
  type FileCoverage,
  type FilePenalty,
  type TermField,
  type WholeTerm,
} from './fields.ts';

/** Field → what is put in its place; fields that stay are not in it. */
export type Changes = ReadonlyMap<string, string>;

/** A value that its field cannot take, by the kind that it should be of. */
export type Faults = ReadonlyMap<string, FieldKind | 'smoothing'>;

type Rules = Exclude<FileCalendar, { versions: unknown }>;

const NO_PLACE = { value: () => ({ file: '', line: 0, column: 0 }), key: () => ({ file: '', line: 0, column: 0 }) };
const EVERY_OPEN = '08:00-20:00';

/** A contract of a file that was read before: it has no text, so its problems have no place. */
export function contractOfFile(file: ContractFile): { contract: Contract; problems: readonly Problem[] } {
  return buildContract(file, NO_PLACE, []);
}

/** What of a choice differs from the contract, in the spelling of the file; faults for what cannot be. */
export function changesOf(
  fields: readonly TermField[],
  typed: ReadonlyMap<string, string>,
  lang: 'fr' | 'en' = 'fr',
): { readonly changes: Changes; readonly faults: Faults } {
  const changes = new Map<string, string>();
  const faults = new Map<string, FieldKind | 'smoothing'>();
  for (const { id, what, kind, value, options } of fields) {
    const written = typed.get(id)?.trim();
    if (written === undefined || written === value) continue;
    const canBeEmpty =
      value === '' ||
      kind === 'ceiling' ||
      what === 'fee' ||
      what === 'rate' ||
      what === 'unitPrice' ||
      what === 'carry';
    const read = readField(kind, written, options, canBeEmpty, lang);
    if (read === null) faults.set(id, kind);
    else if (read !== value) changes.set(id, read);
  }
  // Fields of a form that is not chosen change nothing.
  for (const { id, of, form } of fields) {
    if (form === null) continue;
    const chosen = fields.find((one) => one.id === `coverage.${of}.form`);
    if ((changes.get(chosen?.id ?? '') ?? chosen?.value) === form) continue;
    changes.delete(id);
    faults.delete(id);
  }
  for (const { id, of, what } of fields) {
    if (what !== 'smoothing') continue;
    const now = (name: string): string => {
      const other = fields.find((one) => one.of === of && one.what === name && one.group === 'coverage');
      return changes.get(other?.id ?? '') ?? other?.inForce.at(-1) ?? '';
    };
    const [smoothing, per] = [now('smoothing'), now('per')] as [
      keyof typeof MONTHS_OF | 'none',
      keyof typeof MONTHS_OF,
    ];
    if (smoothing !== 'none' && MONTHS_OF[smoothing] < MONTHS_OF[per]) faults.set(id, 'smoothing');
  }
  return { changes, faults };
}

/** A value as the contract file writes it; `null` where it is none. */
function readField(
  kind: FieldKind,
  written: string,
  options: readonly string[],
  canBeEmpty: boolean,
  lang: 'fr' | 'en',
): string | null {
  const plain = written.replace(/[\u00a0\u202f]/g, ' ').trim();
  // As the file writes numbers: `1 234,5`, `1,234.5` are 1234.5.
  const digits = String(typedNumber(plain, lang));
  if (plain === '') return canBeEmpty ? '' : null;
  switch (kind) {
    case 'choice':
      return options.includes(plain) ? plain : null;
    case 'target': {
      // A bare number is hours; parts of an hour are minutes.
      const [, whole, part] = /^(\d+)(?:[.,](\d+))?(?:\s*h)?$/i.exec(plain) ?? [];
      const minutes = part === undefined ? 0 : Math.round(Number(`0.${part}`) * 60);
      const worded =
        whole === undefined || (part === undefined && /h/i.test(plain))
          ? plain
          : minutes === 0
            ? `${whole} h`
            : `${whole} h ${minutes}`;
      return parseTarget(worded) === null ? null : worded;
    }
    case 'percentage': {
      const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(plain);
      return match && Number(match[1]!.replace(',', '.')) <= 100 ? `${match[1]} %` : null;
    }
    case 'factor': {
      const match = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*%?$/.exec(plain);
      return match && Number(match[1]!.replace(',', '.')) > 0 ? `${match[1]} %` : null;
    }
    case 'openings':
      return openingsIn(plain) ? plain : null;
    case 'quantity':
      return (parseQuantity(digits) ?? -1) >= 0 ? digits : null;
    case 'money':
      return (parseMoney(digits) ?? -1) >= 0 ? digits : null;
    case 'ceiling': {
      if (/^(100|\d{1,2})([.,]\d+)?\s*%$/.test(plain)) return plain;
      return (parseMoney(digits) ?? -1) >= 0 ? digits : null;
    }
  }
}

/** `09:00-12:30, 13:30-18:00` as openings; `null` where one cannot be read. */
function openingsIn(text: string): string[] | null {
  const parts = text.split(/\s*[,;]\s*/).map((part) => part.replace(/\s*[-–]\s*/, '-'));
  return parts.every((part) => {
    const [from, to, more] = part.split('-');
    return from !== undefined && to !== undefined && more === undefined && parseOpening(from, to) !== null;
  })
    ? parts
    : null;
}

/** The contract file under the changes. */
export function changedFile(file: ContractFile, changes: Changes): ContractFile {
  if (changes.size === 0) return file;
  const fields = new Map(fieldsOf(file).map((field) => [field.id, field]));
  const put = (group: string, of: string, what: string, place = ''): string | undefined =>
    changes.get([group, ...(of ? [of] : []), what, ...(place ? [place] : [])].join('.'));
  const terms = wholeTerms(file).map((term): ContractFile['terms'][number] => ({
    ...term,
    commitments: term.commitments.map((commitment) => changedCommitment(commitment, put)),
    coverage: term.coverage.map((coverage) => changedCoverage(coverage, file, fields, put)),
    prices: [
      ...term.prices.map((price) => ({ ...price, dayRate: put('prices', price.profile, 'dayRate') ?? price.dayRate })),
      ...newPrices(term, fields, put),
    ],
    penalties: term.penalties.flatMap((penalty) => changedPenalty(penalty, put)),
    ...(term.questions && {
      questions: { ...term.questions, threshold: put('questions', '', 'threshold') ?? term.questions.threshold },
    }),
  }));
  return {
    ...file,
    calendars: changedCalendars(file.calendars, put),
    clocks: changedClocks(file, put('hours', '', 'pauses') ?? SAME),
    terms: terms.map(withoutGaps),
    adjustments: file.adjustments?.map((adjustment) =>
      formOf(adjustment.coverage, put) === undefined ? adjustment : { ...adjustment, lot: undefined },
    ),
  };
}

type Put = (group: string, of: string, what: string, place?: string) => string | undefined;

function formOf(coverage: string, put: Put): string | undefined {
  return put('coverage', coverage, 'form');
}

/** Sections without anything in them are left out. */
function withoutGaps(term: ContractFile['terms'][number]): ContractFile['terms'][number] {
  return Object.fromEntries(
    Object.entries(term).filter(([, value]) => value !== undefined),
  ) as ContractFile['terms'][number];
}

function changedCommitment(commitment: FileCommitment, put: Put): FileCommitment {
  const { clock, goal, targets } = commitment;
  const to = (place: string, target: string): string => put('commitments', clock, 'target', place) ?? target;
  return {
    ...commitment,
    goal: put('commitments', clock, 'goal') ?? goal,
    targets: Array.isArray(targets)
      ? targets.map((row) => ({ ...row, target: to(placeOf(row), row.target) }))
      : Object.fromEntries(Object.entries(targets).map(([place, target]) => [place, to(place, target)])),
  };
}

function changedCalendars(calendars: ContractFile['calendars'], put: Put): ContractFile['calendars'] {
  const days = put('hours', '', 'days') ?? SAME;
  const openings = put('hours', '', 'openings');
  const holidays = put('hours', '', 'holidays') ?? SAME;
  const changed = (rules: Rules): Rules => ({
    ...rules,
    weekly: weeklyOf(rules.weekly, days, openings),
    holidays: holidays === SAME ? rules.holidays : holidays === 'open' ? 'none' : closedOn(rules.holidays),
  });
  return Object.fromEntries(
    Object.entries(calendars).map(([id, calendar]) => [
      id,
      'versions' in calendar
        ? { ...calendar, versions: calendar.versions.map((version) => ({ ...version, ...changed(version) })) }
        : changed(calendar),
    ]),
  );
}

function closedOn(holidays: Rules['holidays']): Rules['holidays'] {
  return holidays === 'none' || (Array.isArray(holidays) && holidays.length === 0) ? 'FR' : holidays;
}

const OPEN_DAYS = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  'six-days': ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  'every-day': ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
} as const;

function weeklyOf(weekly: Rules['weekly'], days: string, openings: string | undefined): Rules['weekly'] {
  if (days === '24x7') return '24x7';
  const first =
    weekly === '24x7'
      ? undefined
      : OPEN_DAYS['every-day'].map((day) => weekly[day]).find((list) => list !== undefined && list.length > 0);
  const hours = (openings === undefined || openings === '' ? undefined : openingsIn(openings)) ?? first ?? [EVERY_OPEN];
  if (days !== SAME) {
    // A day that is open keeps its own hours, unless others are said.
    const own = (day: (typeof OPEN_DAYS)['every-day'][number]): string[] | undefined =>
      weekly === '24x7' || openings !== undefined ? undefined : weekly[day];
    return Object.fromEntries(
      OPEN_DAYS[days as keyof typeof OPEN_DAYS].map((day) => [day, own(day)?.length ? own(day)! : [...hours]]),
    );
  }
  if (openings === undefined || weekly === '24x7') return weekly;
  return Object.fromEntries(OPEN_DAYS['every-day'].flatMap((day) => (weekly[day]?.length ? [[day, [...hours]]] : [])));
}

const WAITS = {
  none: [],
  client: ['waiting-client'],
  'all-waits': ['waiting-client', 'waiting-third-party'],
} as const;

/** What suspends each clock that something may suspend: not the acknowledgement. */
function changedClocks(file: ContractFile, pauses: string): ContractFile['clocks'] {
  if (pauses === SAME) return file.clocks;
  const used = new Set(file.terms.flatMap(({ commitments }) => (commitments ?? []).map(({ clock }) => clock)));
  const clocks: Record<string, NonNullable<ContractFile['clocks']>[string]> = { ...file.clocks };
  for (const id of used) {
    if (id === 'acknowledge') continue;
    // The time between a resolution and a reopening is no wait: it stays as it is.
    const own = isBuiltInClock(id) ? CLOCKS[id].pauses : [];
    const done = own.flatMap((pause) =>
      'class' in pause && (pause.class === 'resolved' || pause.class === 'closed') ? [pause.class] : [],
    );
    clocks[id] = { ...clocks[id], pauses: [...WAITS[pauses as keyof typeof WAITS], ...done] };
  }
  return clocks;
}

function changedCoverage(
  coverage: FileCoverage,
  file: ContractFile,
  fields: ReadonlyMap<string, TermField>,
  put: Put,
): FileCoverage {
  const { id } = coverage;
  const of = (what: string, place = ''): string | undefined => put('coverage', id, what, place);
  const form = of('form');
  if (form === undefined) return changedSameForm(coverage, of);
  /** What is typed, or what stands in the field at first. */
  const now = (what: string): string => of(what) ?? fields.get(`coverage.${id}.${what}`)?.value ?? '';
  const { label, clause, scope, calendar, alerts } = coverage;
  const common = { id, label, clause, scope, calendar, alerts };
  const unit = coverage.form === 'regie' ? 'days' : coverage.unit;
  if (form === 'regie')
    return { ...common, form, capacity: [{ profile: profileOf(id), days: now('reserved') || '0' }] };
  if (form === 'carnet') return { ...common, form, unit, lots: yearlyLots(file, now('lots'), now('unitPrice')) };
  return { ...common, form: 'forfait', unit, ...forfaitOf(now) };
}

function forfaitOf(
  now: (what: string) => string,
): Omit<Extract<FileCoverage, { form: 'forfait' }>, 'form' | 'id' | 'unit'> {
  const [fee, rate, carry] = [now('fee'), now('rate'), now('carry')];
  return {
    volume: now('volume') || '0',
    per: now('per') as 'month',
    ...(fee !== '' && { fee }),
    franchise: now('franchise') || '0',
    smoothing: now('smoothing') as 'none',
    overrun: { rule: now('overrun') as 'billed', ...(rate !== '' && { rate }) },
    ...carryOf(carry),
  };
}

/** Nothing is carried for 0, anything for no number; for as long as before, or for one window. */
function carryOf(
  cap: string,
  before?: Extract<FileCoverage, { form: 'forfait' }>['carryOver'],
): { carryOver?: { cap?: string; expiresAfter?: number } } {
  if (cap !== '' && parseQuantity(cap) === 0) return {};
  const expires = before === undefined ? { expiresAfter: 1 } : optional('expiresAfter', before.expiresAfter);
  return { carryOver: { ...(cap !== '' && { cap }), ...expires } };
}

/** The profile of days that were reserved in the place of something else. */
function profileOf(coverage: string): string {
  return `${coverage}-jours`;
}

function newPrices(term: WholeTerm, fields: ReadonlyMap<string, TermField>, put: Put): WholeTerm['prices'] {
  return term.coverage.flatMap(({ id }) => {
    if (formOf(id, put) !== 'regie') return [];
    const dayRate = put('coverage', id, 'dayRate') ?? fields.get(`coverage.${id}.dayRate`)?.value ?? '';
    return dayRate === '' ? [] : [{ profile: profileOf(id), dayRate }];
  });
}

function changedSameForm(
  coverage: FileCoverage,
  of: (what: string, place?: string) => string | undefined,
): FileCoverage {
  switch (coverage.form) {
    case 'forfait': {
      const { carryOver, overrun, ...rest } = coverage;
      const [fee, carry, rate] = [of('fee'), of('carry'), of('rate')];
      return {
        ...rest,
        volume: of('volume') ?? coverage.volume,
        per: (of('per') as 'month' | undefined) ?? coverage.per,
        ...(fee === undefined ? {} : fee === '' ? { fee: undefined } : { fee }),
        ...optional('franchise', of('franchise') ?? coverage.franchise),
        ...optional('smoothing', (of('smoothing') as 'none' | undefined) ?? coverage.smoothing),
        ...(carry === undefined ? optional('carryOver', carryOver) : carryOf(carry, carryOver)),
        ...(of('overrun') === undefined && rate === undefined
          ? optional('overrun', overrun)
          : {
              overrun: {
                ...overrun,
                rule: (of('overrun') as 'billed' | undefined) ?? overrun?.rule ?? 'billed',
                ...(rate === undefined ? {} : { rate: rate === '' ? undefined : rate }),
              },
            }),
      };
    }
    case 'carnet': {
      const scale = share(of('scale'));
      const unitPrice = of('unitPrice');
      return {
        ...coverage,
        lots: coverage.lots.map((lot) => {
          const quantity = scaled(lot.quantity, scale, 4);
          if (unitPrice !== undefined && unitPrice !== '')
            return { id: lot.id, bought: lot.bought, ...optional('expires', lot.expires), quantity, unitPrice };
          return lot.price === undefined
            ? { ...lot, quantity }
            : { ...lot, quantity, price: scaled(lot.price, scale, 2) };
        }),
      };
    }
    case 'regie':
      return {
        ...coverage,
        capacity: coverage.capacity.map((one) => ({ ...one, days: of('reserved', one.profile) ?? one.days })),
      };
  }
}

function optional<Key extends string, Value>(key: Key, value: Value): Record<Key, NonNullable<Value>> | object {
  return value === undefined ? {} : { [key]: value };
}

/** `120 %` as a number; 1 for nothing. */
function share(text: string | undefined): number {
  return text === undefined ? 1 : Number(text.replace('%', '').replace(',', '.').trim()) / 100;
}

/** A written number times a factor, to so many decimals. */
function scaled(written: string | number, factor: number, decimals: number): string | number {
  if (factor === 1) return written;
  const value = Number(String(written).replace(',', '.')) * factor;
  return String(Math.round(value * 10 ** decimals) / 10 ** decimals);
}

/** A lot a year from the start of the contract until after its data, each used within its year. */
function yearlyLots(
  file: ContractFile,
  quantity: string,
  unitPrice: string,
): Extract<FileCoverage, { form: 'carnet' }>['lots'] {
  const first = [...file.terms].map(({ from }) => from.slice(0, 10)).sort()[0]!;
  const last = file.ends ?? file.cutoff?.slice(0, 10) ?? isoDate(parseIsoDate(first)! + 365);
  const lots: Extract<FileCoverage, { form: 'carnet' }>['lots'] = [];
  const plusYears = (years: number): string => {
    const day = `${Number(first.slice(0, 4)) + years}${first.slice(4)}`;
    return parseIsoDate(day) === null ? `${day.slice(0, 8)}28` : day;
  };
  for (let year = 0; plusYears(year) <= last || year === 0; year++)
    lots.push({
      id: `A${year + 1}`,
      bought: plusYears(year),
      quantity: parseQuantity(quantity) ? quantity : '0.0001',
      expires: isoDate(parseIsoDate(plusYears(year + 1))! - 1),
      ...(unitPrice !== '' && { unitPrice }),
    });
  return lots;
}

function changedPenalty(penalty: FilePenalty, put: Put): FilePenalty[] {
  if (put('penalties', penalty.id, 'kept') === 'no') return [];
  const factor = share(put('penalties', penalty.id, 'scale'));
  const cap = put('penalties', penalty.id, 'capPerMonth');
  const times = (list: Readonly<Record<string, string | number>>): Record<string, string | number> =>
    Object.fromEntries(Object.entries(list).map(([key, value]) => [key, scaled(value, factor, 2)]));
  const rate = (text: string | number): string => {
    const value = typeof text === 'number' ? text : Number(text.replace('%', '').replace(',', '.').trim());
    return `${Math.min(100, Math.round(value * factor * 100) / 100)} %`;
  };
  const capped = {
    ...penalty,
    ...(cap === undefined ? {} : { capPerMonth: cap === '' ? undefined : cap }),
  };
  if (factor === 1) return [capped];
  switch (capped.rule) {
    case 'per-hour':
      return [{ ...capped, rates: times(capped.rates) }];
    case 'points':
      return [{ ...capped, perPoint: scaled(capped.perPoint, factor, 2) }];
    case 'ccag-tic':
      return [
        {
          ...capped,
          value: typeof capped.value === 'object' ? times(capped.value) : scaled(capped.value, factor, 2),
        },
      ];
    case 'steps':
      return [
        {
          ...capped,
          steps: capped.steps.map((step) => ({ ...step, rate: rate(step.rate) })),
          ...(capped.bonus && { bonus: capped.bonus.map((step) => ({ ...step, rate: rate(step.rate) })) }),
        },
      ];
  }
}

/** The contract under changes; `null` with the problems where its terms contradict each other. */
export function changedContract(
  file: ContractFile,
  changes: Changes,
): { readonly contract: Contract | null; readonly problems: readonly Problem[] } {
  const { contract, problems } = contractOfFile(changedFile(file, changes));
  return { contract: hasErrors(problems) ? null : contract, problems };
}
