/** What it costs: prices and how they are revised, penalties and bonuses, questions. See `money/` for what is made of them. */
import { parseIsoDate } from '../domain/date.ts';
import type { Month } from '../domain/months.ts';
import { error, warning } from '../domain/problem.ts';
import { parseMoney, type Cents } from '../domain/quantity.ts';
import type { Text } from './contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import { bilingual, decimalOf, fractionOf, type Referee } from './referee.ts';
import type { ContractFile } from './schema.ts';
import type { Path } from './yaml.ts';

export interface DayRate {
  readonly profile: string;
  readonly label: Text | null;
  readonly dayRate: Cents;
}

/** The published values of an index. */
export interface PriceIndex {
  readonly id: string;
  readonly label: Text;
  readonly source: string | null;
  readonly values: ReadonlyMap<Month, { readonly value: Ratio; readonly written: string }>;
  readonly junction: { readonly from: Month; readonly coefficient: Ratio; readonly written: string } | null;
}

export interface Revision {
  readonly index: PriceIndex;
  readonly base: Month;
  /** Day numbers, ascending; `null` each year on the day on which the first terms began. */
  readonly on: readonly number[] | null;
  readonly reading: 'month-of' | 'last-known';
  readonly lagMonths: number;
  readonly fixedPart: Ratio;
  readonly least: Ratio | null;
  readonly most: Ratio | null;
  /** Of the coefficient; `null` keeps it exact. */
  readonly decimals: number | null;
  readonly clause: string | null;
}

export type Ceiling = { readonly amount: Cents } | { readonly share: Ratio };

interface Sanction {
  readonly id: string;
  readonly label: Text | null;
  readonly clause: string | null;
  readonly clock: string;
  readonly capPerMonth: Ceiling | null;
  readonly capPerYear: Ceiling | null;
  readonly suspendAbove: number | null;
  readonly settled: 'invoice' | 'credit' | 'units';
  readonly unitPrice: Cents | null;
  /** Units: what they are credited to. */
  readonly coverage: string | null;
  /** What ceilings that are shares are of. */
  readonly shareOf: BaseKind;
}

/** What a month comes to, as rates and caps are shares of it: what it is invoiced, or what was done in it is worth. */
export type BaseKind = 'invoiced' | 'worth';

/** By index of the priority. */
export type ByPriority = ReadonlyMap<number, number>;

export type Penalty = Sanction &
  (
    | {
        readonly rule: 'ccag-tic';
        /** Of one ticket: one value for all, or by priority. */
        readonly value: Cents | ByPriority;
        readonly divisor: number;
        readonly days: 'dates' | 'begun';
        readonly amount: Cents;
        readonly cap: Ratio;
        readonly exoneration: Cents;
      }
    | {
        readonly rule: 'steps';
        readonly base: BaseKind | { readonly amount: Cents };
        /** The lowest first: the first step that the share is below of applies. */
        readonly steps: readonly { readonly below: Ratio; readonly rate: Ratio }[];
        /** The highest first. */
        readonly bonus: readonly { readonly from: Ratio; readonly rate: Ratio }[];
      }
    | {
        readonly rule: 'per-hour';
        readonly rates: ByPriority;
        readonly hours: 'begun' | 'exact';
        readonly capPerTicket: Cents | null;
      }
    | {
        readonly rule: 'points';
        readonly points: ByPriority;
        readonly perHour: ByPriority;
        readonly perPoint: Cents;
        readonly franchise: number;
      }
  );

export interface QuestionRule {
  readonly threshold: Ratio;
  readonly above: 'billed' | 'rejected';
  readonly rate: Cents | null;
  readonly clause: string | null;
}

type Term = ContractFile['terms'][number];
type PenaltyFile = NonNullable<Term['penalties']>[number];

const USUAL_CAP = 10;

/** Reads the prices of one set of terms. */
export function pricesOf(list: NonNullable<Term['prices']>, referee: Referee, path: Path): DayRate[] {
  refuseTwice(
    list.map(({ profile }) => profile),
    'profile',
    referee,
    path,
  );
  return list.map(({ profile, label, dayRate }) => ({
    profile,
    label: label === undefined ? null : bilingual(label),
    dayRate: parseMoney(dayRate)!,
  }));
}

/** Reads the penalties of one set of terms. */
export function penaltiesOf(list: readonly PenaltyFile[], referee: Referee, path: Path): Penalty[] {
  refuseTwice(
    list.map(({ id }) => id),
    'id',
    referee,
    path,
  );
  return list.map((file, i) => {
    const at = [...path, i];
    referee.clock(file.clock, [...at, 'clock']);
    const byPriority = (name: string, record: Readonly<Record<string, number>>): ByPriority =>
      new Map(Object.entries(record).map(([id, value]) => [referee.priority(id, [...at, name, id]), value]));
    const moneyBy = (name: string, record: Readonly<Record<string, string | number>>): ByPriority =>
      byPriority(name, Object.fromEntries(Object.entries(record).map(([id, value]) => [id, parseMoney(value)!])));
    const sanction: Sanction = {
      id: file.id,
      label: file.label === undefined ? null : bilingual(file.label),
      clause: file.clause ?? null,
      clock: file.clock,
      capPerMonth: ceilingOf(file.capPerMonth),
      capPerYear: ceilingOf(file.capPerYear),
      suspendAbove: file.suspendAbove ?? null,
      settled: file.settled ?? 'invoice',
      unitPrice: file.unitPrice === undefined ? null : parseMoney(file.unitPrice)!,
      coverage: file.coverage ?? null,
      shareOf: file.shareOf ?? (file.rule === 'steps' && file.base !== 'amount' ? baseOf(file.base) : 'worth'),
    };
    if (sanction.settled === 'units' && !sanction.unitPrice)
      referee.report(
        error('contract-key-missing', { path: [...at, 'unitPrice'].join('.'), key: 'unitPrice' }, referee.place(at)),
      );
    switch (file.rule) {
      case 'ccag-tic':
        return {
          ...sanction,
          rule: 'ccag-tic',
          value: typeof file.value === 'object' ? moneyBy('value', file.value) : parseMoney(file.value)!,
          divisor: file.divisor ?? 1000,
          days: file.days ?? 'dates',
          amount: parseMoney(file.amount)!,
          cap: fractionOf(file.cap ?? USUAL_CAP),
          exoneration: file.exoneration === undefined ? 0 : parseMoney(file.exoneration)!,
        };
      case 'steps':
        if (file.base === 'month')
          referee.report(warning('penalty-base-unnamed', { id: file.id }, referee.place([...at, 'base'])));
        if (file.base === 'amount' && file.amount === undefined)
          referee.report(
            error('contract-key-missing', { path: [...at, 'amount'].join('.'), key: 'amount' }, referee.place(at)),
          );
        return {
          ...sanction,
          rule: 'steps',
          base:
            file.base === 'amount'
              ? { amount: file.amount === undefined ? 0 : parseMoney(file.amount)! }
              : baseOf(file.base),
          steps: file.steps
            .map(({ below, rate }) => ({ below: fractionOf(below), rate: fractionOf(rate) }))
            .sort((a, b) => share(a.below) - share(b.below)),
          bonus: (file.bonus ?? [])
            .map(({ from, rate }) => ({ from: fractionOf(from), rate: fractionOf(rate) }))
            .sort((a, b) => share(b.from) - share(a.from)),
        };
      case 'per-hour':
        return {
          ...sanction,
          rule: 'per-hour',
          rates: moneyBy('rates', file.rates),
          hours: file.hours ?? 'begun',
          capPerTicket: file.capPerTicket === undefined ? null : parseMoney(file.capPerTicket)!,
        };
      case 'points':
        return {
          ...sanction,
          rule: 'points',
          points: byPriority('points', file.points),
          perHour: byPriority('perHour', file.perHour ?? {}),
          perPoint: parseMoney(file.perPoint)!,
          franchise: file.franchise ?? 0,
        };
    }
  });
}

/** Reads what a contract says of questions. */
export function questionsOf(
  { threshold, above, rate, clause }: NonNullable<Term['questions']>,
  referee: Referee,
  path: Path,
): QuestionRule {
  if (above === 'billed' && rate === undefined)
    referee.report(
      error('contract-key-missing', { path: [...path, 'rate'].join('.'), key: 'rate' }, referee.place(path)),
    );
  return {
    threshold: fractionOf(threshold),
    above,
    rate: rate === undefined ? null : parseMoney(rate)!,
    clause: clause ?? null,
  };
}

/** Reads the index tables. */
export function indicesOf(file: NonNullable<ContractFile['indices']>): Map<string, PriceIndex> {
  return new Map(
    Object.entries(file).map(([id, { label, source, values, junction }]) => [
      id,
      {
        id,
        label: bilingual(label),
        source: source ?? null,
        values: new Map(
          Object.entries(values)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([month, value]) => [month, { value: decimalOf(value), written: String(value) }]),
        ),
        junction: junction
          ? { from: junction.from, coefficient: decimalOf(junction.coefficient), written: junction.coefficient }
          : null,
      },
    ]),
  );
}

/** Reads how prices follow an index; `null`, and a problem, where the index or its base is not there. */
export function revisionOf(
  file: NonNullable<ContractFile['revision']>,
  indices: ReadonlyMap<string, PriceIndex>,
  referee: Referee,
): Revision | null {
  const index = indices.get(file.index);
  if (!index) {
    const params = { path: 'revision.index', found: file.index, kind: 'index', known: [...indices.keys()] };
    referee.report(error('contract-reference-unknown', params, referee.place(['revision', 'index'])));
    return null;
  }
  if (!index.values.has(file.base)) {
    const params = { index: index.id, month: file.base };
    referee.report(error('index-value-missing', params, referee.place(['revision', 'base'])));
    return null;
  }
  return {
    index,
    base: file.base,
    on: file.on === 'anniversary' ? null : file.on.map((day) => parseIsoDate(day)!).sort((a, b) => a - b),
    reading: file.reading ?? 'last-known',
    lagMonths: file.lagMonths ?? 0,
    fixedPart: file.fixedPart === undefined ? { numerator: 0, denominator: 1 } : decimalOf(file.fixedPart),
    least: file.least === undefined ? null : decimalOf(file.least),
    most: file.most === undefined ? null : decimalOf(file.most),
    decimals: file.decimals ?? null,
    clause: file.clause ?? null,
  };
}

function refuseTwice(ids: readonly string[], key: string, referee: Referee, path: Path): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i) referee.report(error('contract-id-twice', { id }, referee.place([...path, i, key])));
  });
}

/** `month` was documented as the first and computed as the second: it goes on as it was computed. */
function baseOf(written: 'invoiced' | 'worth' | 'month'): BaseKind {
  return written === 'month' ? 'worth' : written;
}

function ceilingOf(written: string | number | undefined): Ceiling | null {
  if (written === undefined) return null;
  return String(written).includes('%') ? { share: fractionOf(written) } : { amount: parseMoney(written)! };
}

function share({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}
