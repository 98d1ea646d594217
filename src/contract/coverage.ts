/** What was bought: fixed volumes, prepaid lots, reserved days. See `consumption/` for what becomes of them. */
import { fold } from '../domain/fold.ts';
import { parseIsoDate } from '../domain/date.ts';
import {
  parseMoney,
  parseQuantity,
  priceOf,
  type Cents,
  type Quantity,
  type Rounding,
  ONE,
} from '../domain/quantity.ts';
import { HOUR_MS } from '../domain/zone.ts';
import { error } from '../domain/problem.ts';
import type { Kind } from '../domain/ticket.ts';
import type { NamedCalendar, Text } from './contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import { bilingual, fractionOf, type Referee } from './referee.ts';
import type { ContractFile, SPANS, UNITS } from './schema.ts';
import type { Path } from './yaml.ts';

export type Unit = (typeof UNITS)[number];
export type Span = (typeof SPANS)[number];

/** How many months a span is. */
export const MONTHS_OF: Readonly<Record<Span, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** What is deducted from a coverage; `null` does not restrict. */
export interface Scope {
  readonly kinds: ReadonlySet<Kind> | null;
  /** Folded. */
  readonly applications: ReadonlySet<string> | null;
  /** Folded. */
  readonly activities: ReadonlySet<string> | null;
  readonly withoutTicket: boolean;
}

interface Covered {
  readonly id: string;
  readonly label: Text | null;
  readonly clause: string | null;
  readonly scope: Scope;
  readonly unit: Unit;
  readonly calendar: NamedCalendar | null;
  /** Shares of use that are told, ascending. */
  readonly alerts: readonly Ratio[];
  readonly step: Quantity;
  /** Whether the contract states the step: then each entry is rounded to it. Else what is used is rounded once, in all. */
  readonly stepped: boolean;
}

export interface CarryOver {
  readonly cap: Quantity | null;
  /** A share of what the window bought, or of what is left at its end; `null` for all. */
  readonly share: { readonly part: Ratio; readonly of: 'bought' | 'left' } | null;
  /** In windows; `null` never. */
  readonly expiresAfter: number | null;
}

export interface Forfait extends Covered {
  readonly form: 'forfait';
  readonly volume: Quantity;
  readonly per: Span;
  readonly fee: Cents | null;
  readonly franchise: Quantity;
  /** Whether the franchise comes off what is above the volume, or all is billed once it is passed. */
  readonly franchiseRule: 'deductible' | 'threshold';
  readonly overrun: {
    readonly rule: 'billed' | 'carried' | 'refused';
    readonly rate: Cents | null;
    readonly limit: Quantity | null;
  };
  readonly smoothing: Span | null;
  readonly carryOver: CarryOver | null;
}

export interface CarnetLot {
  readonly id: string;
  /** Day numbers; the last one on which it can be used, `null` for ever. */
  readonly bought: number;
  readonly expires: number | null;
  readonly quantity: Quantity;
  /** Of the whole lot; `null` where the contract does not say. */
  readonly price: Cents | null;
}

export interface Carnet extends Covered {
  readonly form: 'carnet';
  readonly lots: readonly CarnetLot[];
  readonly overrun: { readonly rule: 'next-lot' | 'billed' | 'refused'; readonly rate: Cents | null };
}

export interface Profile {
  readonly profile: string;
  readonly label: Text | null;
  readonly days: Quantity;
  /** Folded; `null` takes what no other profile takes. */
  readonly activities: ReadonlySet<string> | null;
}

export interface Regie extends Covered {
  readonly form: 'regie';
  readonly capacity: readonly Profile[];
  readonly carryOver: CarryOver | null;
  readonly overrun: { readonly rule: 'billed' | 'refused'; readonly rate: Cents | null };
}

export type Coverage = Forfait | Carnet | Regie;

/** How work becomes units. */
export interface Abacus {
  readonly msPerDay: number | null;
  readonly msPerUo: number | null;
  readonly step: Quantity;
  readonly stepped: boolean;
  /** Decimals of what is used and billed, where no step is stated. */
  readonly decimals: number;
  readonly rounding: Rounding;
  readonly uo: readonly { readonly kind: Kind | null; readonly complexity: string | null; readonly uo: Quantity }[];
}

/** Where the effort comes from and when it counts. */
export interface EffortRule {
  /** `null`: the time entries where there are any. */
  readonly from: 'work' | 'tickets' | null;
  readonly dated: 'resolved' | 'closed' | 'updated';
}

/** A balance that both parties signed. */
export interface SignedBalance {
  /** A day number. */
  readonly on: number;
  readonly coverage: string;
  /** Of reserved days; `null` where there is one profile. */
  readonly profile: string | null;
  readonly balance: Quantity;
  readonly from: Text;
}

/** Units that were given back (positive) or taken by agreement. */
export interface Adjustment {
  readonly coverage: string;
  /** Day numbers. */
  readonly date: number;
  readonly booked: number;
  readonly quantity: Quantity;
  readonly lot: string | null;
  /** The last day on which units that are credited can be used; `null` where the agreement does not say. */
  readonly expires: number | null;
  readonly ticket: string | null;
  readonly reason: Text;
}

type CoverageFile = NonNullable<NonNullable<ContractFile['terms'][number]['coverage']>[number]>;

const USUAL_ALERTS = [70, 90];
/** Quantities are printed with two decimals, so that is what they are rounded to. */
const USUAL_DECIMALS = 2;

/** Reads the abacus of a contract file. */
export function abacusOf(file: ContractFile['abacus']): Abacus {
  const ms = (hours: string | number | undefined): number | null =>
    hours === undefined ? null : (parseQuantity(hours)! * HOUR_MS) / ONE;
  return {
    msPerDay: ms(file?.hoursPerDay),
    msPerUo: ms(file?.hoursPerUo),
    step: file?.step === undefined ? 1 : parseQuantity(file.step)!,
    stepped: file?.step !== undefined,
    decimals: file?.decimals ?? USUAL_DECIMALS,
    rounding: file?.rounding ?? 'nearest',
    uo: (file?.uo ?? []).map(({ kind, complexity, uo }) => ({
      kind: kind ?? null,
      complexity: complexity === undefined ? null : fold(complexity),
      uo: parseQuantity(uo)!,
    })),
  };
}

/** Reads the coverage of one set of terms; `path` is where it stands in the file. */
export function coverageOf(list: readonly CoverageFile[], abacus: Abacus, referee: Referee, path: Path): Coverage[] {
  const seen = new Set<string>();
  return list.map((file, i) => {
    const at = [...path, i];
    if (seen.has(file.id)) referee.report(error('contract-id-twice', { id: file.id }, referee.place([...at, 'id'])));
    seen.add(file.id);
    const coverage = oneOf(file, abacus, referee, at);
    refuseUnit(coverage.unit, abacus, referee, at);
    // A ticket has no activity; only its work does.
    if (coverage.scope.activities && (coverage.unit === 'tickets' || (coverage.unit === 'uo' && abacus.uo.length > 0)))
      referee.report(
        error('activities-of-tickets', { unit: coverage.unit }, referee.place([...at, 'scope', 'activities'])),
      );
    return coverage;
  });
}

function oneOf(file: CoverageFile, abacus: Abacus, referee: Referee, at: Path): Coverage {
  const covered = {
    id: file.id,
    label: file.label === undefined ? null : bilingual(file.label),
    clause: file.clause ?? null,
    scope: scopeOf(file.scope),
    calendar:
      file.calendar === undefined ? referee.firstCalendar() : referee.calendar(file.calendar, [...at, 'calendar']),
    alerts: (file.alerts ?? USUAL_ALERTS).map(fractionOf).sort((a, b) => share(a) - share(b)),
    step: file.step === undefined ? abacus.step : parseQuantity(file.step)!,
    stepped: file.step !== undefined || abacus.stepped,
  };
  switch (file.form) {
    case 'forfait': {
      const smoothing = file.smoothing === undefined || file.smoothing === 'none' ? null : file.smoothing;
      if (smoothing && MONTHS_OF[smoothing] < MONTHS_OF[file.per])
        referee.report(error('smoothing-too-short', { smoothing, per: file.per }, referee.place([...at, 'smoothing'])));
      return {
        ...covered,
        form: 'forfait',
        unit: file.unit,
        volume: parseQuantity(file.volume)!,
        per: file.per,
        fee: cents(file.fee),
        franchise: file.franchise === undefined ? 0 : parseQuantity(file.franchise)!,
        franchiseRule: file.franchiseRule ?? 'deductible',
        overrun: {
          rule: file.overrun?.rule ?? 'billed',
          rate: cents(file.overrun?.rate),
          limit: file.overrun?.limit === undefined ? null : parseQuantity(file.overrun.limit),
        },
        smoothing,
        carryOver: carryOverOf(file.carryOver),
      };
    }
    case 'carnet':
      return {
        ...covered,
        form: 'carnet',
        unit: file.unit,
        lots: lotsOf(file.lots, referee, [...at, 'lots']),
        overrun: { rule: file.overrun?.rule ?? 'next-lot', rate: cents(file.overrun?.rate) },
      };
    case 'regie':
      return {
        ...covered,
        form: 'regie',
        unit: 'days',
        capacity: file.capacity.map(({ profile, label, days, activities }) => ({
          profile,
          label: label === undefined ? null : bilingual(label),
          days: parseQuantity(days)!,
          activities: activities === undefined ? null : new Set(activities.map(fold)),
        })),
        carryOver:
          file.lost === 'carried'
            ? (carryOverOf(file.carryOver) ?? { cap: null, share: null, expiresAfter: null })
            : null,
        overrun: { rule: file.overrun?.rule ?? 'billed', rate: cents(file.overrun?.rate) },
      };
  }
}

function lotsOf(lots: Extract<CoverageFile, { form: 'carnet' }>['lots'], referee: Referee, path: Path): CarnetLot[] {
  const seen = new Set<string>();
  return lots
    .map((lot, i) => {
      const at = [...path, i];
      if (seen.has(lot.id)) referee.report(error('contract-id-twice', { id: lot.id }, referee.place([...at, 'id'])));
      seen.add(lot.id);
      const bought = parseIsoDate(lot.bought)!;
      const expires = lot.expires === undefined ? null : parseIsoDate(lot.expires)!;
      if (expires !== null && expires < bought)
        referee.report(
          error(
            'lot-expires-early',
            { lot: lot.id, bought: lot.bought, expires: lot.expires! },
            referee.place([...at, 'expires']),
          ),
        );
      if (lot.price !== undefined && lot.unitPrice !== undefined)
        referee.report(error('lot-priced-twice', { lot: lot.id }, referee.place([...at, 'unitPrice'])));
      const quantity = parseQuantity(lot.quantity)!;
      const unitPrice = cents(lot.unitPrice);
      const price = unitPrice === null ? cents(lot.price) : priceOf(quantity, unitPrice);
      return { id: lot.id, bought, expires, quantity, price };
    })
    .sort((a, b) => a.bought - b.bought);
}

/** Units that the abacus must know how to make of hours. */
function refuseUnit(unit: Unit, abacus: Abacus, referee: Referee, at: Path): void {
  const missing =
    unit === 'days' && abacus.msPerDay === null
      ? 'hoursPerDay'
      : unit === 'uo' && abacus.msPerUo === null && abacus.uo.length === 0
        ? 'hoursPerUo'
        : null;
  if (missing) referee.report(error('abacus-missing', { unit, key: missing }, referee.place(at)));
}

function scopeOf(file: CoverageFile['scope']): Scope {
  const folded = (list: readonly string[] | undefined): ReadonlySet<string> | null =>
    list === undefined ? null : new Set(list.map(fold));
  return {
    kinds: file?.kinds === undefined ? null : new Set(file.kinds),
    applications: folded(file?.applications),
    activities: folded(file?.activities),
    withoutTicket: file?.withoutTicket ?? (file?.kinds === undefined && file?.applications === undefined),
  };
}

function carryOverOf(
  file:
    | {
        cap?: string | number | undefined;
        share?: string | number | undefined;
        of?: 'bought' | 'left' | undefined;
        expiresAfter?: number | undefined;
      }
    | undefined,
): CarryOver | null {
  if (file === undefined) return null;
  return {
    cap: file.cap === undefined ? null : parseQuantity(file.cap)!,
    share: file.share === undefined ? null : { part: fractionOf(file.share), of: file.of ?? 'bought' },
    expiresAfter: file.expiresAfter ?? null,
  };
}

function cents(written: string | number | undefined): Cents | null {
  return written === undefined ? null : parseMoney(written)!;
}

function share({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}
