/** What a month costs: fees, units above the volume, lots, reserved days, questions. Amounts are without VAT. */
import type { Contract, Text } from '../contract/contract.ts';
import type { Forfait, Regie } from '../contract/coverage.ts';
import { nearest, ONE, priceOf, type Cents, type Quantity } from '../domain/quantity.ts';
import type { Month } from '../domain/months.ts';
import type { BaseKind } from '../contract/pricing.ts';
import { settledWindows, type Book } from './books.ts';
import { paymentsOf } from './ledger.ts';
import { monthOf, type Slice } from './windows.ts';
import { revised, type Revisions } from './prices.ts';
import { termOn } from '../contract/terms.ts';

export const LINE_KINDS = ['fee', 'lot', 'capacity', 'overrun', 'beyond-capacity', 'questions'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface InvoiceLine {
  readonly month: Month;
  /** The day on which it falls due. */
  readonly day: number;
  readonly kind: LineKind;
  /** The id of the ledger; empty for questions. */
  readonly book: string;
  readonly label: Text | null;
  readonly clause: string | null;
  /** The lot or the window that it is for. */
  readonly of: string;
  readonly quantity: Quantity | null;
  /** Revised. */
  readonly unitPrice: Cents | null;
  /** `null` where the contract does not say the price. */
  readonly amount: Cents | null;
}

/** The lines that a ledger brings, in the order of their days. */
export function linesOf(contract: Contract, book: Book, revisions: Revisions): InvoiceLine[] {
  const lines: InvoiceLine[] = [];
  const add = (
    day: number,
    kind: LineKind,
    { coverage }: Slice,
    line: Pick<InvoiceLine, 'of' | 'quantity' | 'unitPrice' | 'amount'>,
  ): void => {
    if (day > book.last) return;
    lines.push({ month: monthOf(day), day, kind, book: book.id, label: book.label, clause: coverage.clause, ...line });
  };
  if (book.form === 'carnet') {
    const seen = new Set<string>();
    for (const slice of book.slices) {
      if (slice.coverage.form !== 'carnet') continue;
      for (const { id, bought, quantity, price } of slice.coverage.lots) {
        if (seen.has(id)) continue;
        seen.add(id);
        add(Math.max(bought, book.slices[0]!.from), 'lot', slice, { of: id, quantity, unitPrice: null, amount: price });
      }
    }
    for (const { day, kind, quantity } of book.postings) {
      const slice = book.slices.findLast(({ from }) => from <= day)!;
      if (kind !== 'overrun' || slice.coverage.form !== 'carnet' || slice.coverage.overrun.rule === 'refused') continue;
      add(day, 'overrun', slice, priced(quantity, slice.coverage.overrun.rate, monthOf(day), day, revisions));
    }
    return lines;
  }
  for (const window of book.windows) {
    const { slice } = window;
    if (slice.coverage.form === 'forfait') {
      const priceless = book.slices.some(({ coverage }) => coverage.form === 'forfait' && coverage.fee === null);
      for (const { day, amount } of window.fees)
        add(day, 'fee', slice, {
          of: window.id,
          quantity: null,
          unitPrice: null,
          amount: priceless ? null : revised(amount, revisions, day),
        });
    } else {
      // Terms that change within the month have each their days and their rate.
      for (const { day, volume, slice: own } of window.parts)
        add(day, 'capacity', own, priced(volume, dayRateOf(contract, book.profile!, day), window.id, day, revisions));
    }
  }
  for (const { window, billed } of settledWindows(book)) {
    if (billed === 0) continue;
    const coverage = window.slice.coverage as Forfait | Regie;
    const rate =
      coverage.form === 'regie'
        ? (coverage.overrun.rate ?? dayRateOf(contract, book.profile!, window.last))
        : coverage.overrun.rate;
    const kind = coverage.form === 'regie' ? 'beyond-capacity' : 'overrun';
    add(window.last, kind, window.slice, priced(billed, rate, window.id, window.last, revisions));
  }
  return lines.sort((a, b) => a.day - b.day);
}

function priced(
  quantity: Quantity,
  rate: Cents | null,
  of: string,
  day: number,
  revisions: Revisions,
): Pick<InvoiceLine, 'of' | 'quantity' | 'unitPrice' | 'amount'> {
  const unitPrice = rate === null ? null : revised(rate, revisions, day);
  return { of, quantity, unitPrice, amount: unitPrice === null ? null : priceOf(quantity, unitPrice) };
}

/** The day rate of a profile on a day, as the terms have it; `null` where they do not say. */
export function dayRateOf(contract: Contract, profile: string, day: number): Cents | null {
  const term = termOn(contract, day);
  return term?.prices.find((row) => row.profile === profile)?.dayRate ?? null;
}

/** What a month comes to, of which rates and caps are shares; `null` where the contract does not say one of its prices. */
export type Bases = Readonly<Record<BaseKind, Cents | null>>;

/**
 * Both bases of a month. `invoiced`: all its lines. `worth`: its share of the fees, its reserved days, and the units
 * worked in it at the price of what paid them, were it later; what nothing has paid yet is in none. Credited units cost
 * nothing. The sum is exact and rounded once.
 */
export function basesOf(
  books: readonly Book[],
  lines: readonly InvoiceLine[],
  revisions: Revisions,
  month: Month,
): Bases {
  const own = lines.filter((line) => line.month === month);
  const total = (of: readonly InvoiceLine[]): Cents | null =>
    of.some(({ amount }) => amount === null) ? null : of.reduce((sum, { amount }) => sum + amount!, 0);
  const invoiced = total(own);
  const reserved = total(own.filter(({ kind }) => kind === 'capacity'));
  if (reserved === null) return { invoiced, worth: null };
  const worth = new ExactSum();
  worth.add(BigInt(reserved), 1n);
  for (const book of books) {
    for (const { fees, first, last } of book.windows) {
      if (book.form !== 'forfait' || month < monthOf(first) || month > monthOf(last)) continue;
      if (book.slices.some(({ coverage }) => coverage.form === 'forfait' && coverage.fee === null))
        return { invoiced, worth: null };
      for (const { day, last: end, amount } of fees) {
        const [from, to] = [monthOf(day), monthOf(end)];
        if (month < from || month > to) continue;
        worth.add(BigInt(revised(amount, revisions, day)), BigInt(1 + monthsBetween(from, to)));
      }
    }
    if (book.form === 'carnet' && !addUnits(book, revisions, month, worth)) return { invoiced, worth: null };
  }
  return { invoiced, worth: worth.value };
}

/** Adds the units of a carnet that were worked in a month, at the price of what paid them; false where one has no price. */
function addUnits(book: Book, revisions: Revisions, month: Month, worth: ExactSum): boolean {
  const lots = new Map(
    book.slices.flatMap(({ coverage }) =>
      coverage.form === 'carnet' ? coverage.lots.map((lot) => [lot.id, lot] as const) : [],
    ),
  );
  for (const { movement, quantity, lot, by } of paymentsOf(book.postings)) {
    const { day, source } = book.entries[movement]!;
    if (source === 'adjustment' || monthOf(day) !== month || by === 'returned') continue;
    if (by === 'overrun') {
      const { coverage } = book.slices.findLast(({ from }) => from <= day)!;
      const rate = coverage.form === 'carnet' ? coverage.overrun.rate : null;
      if (rate === null) return false;
      worth.add(BigInt(revised(rate, revisions, day)) * BigInt(quantity), BigInt(ONE));
      continue;
    }
    const paid = lot === null ? undefined : lots.get(lot);
    // Units that were credited are no lot of the contract, and cost nothing.
    if (!paid) continue;
    if (paid.price === null) return false;
    worth.add(BigInt(paid.price) * BigInt(quantity), BigInt(paid.quantity));
  }
  return true;
}

/** A sum of fractions, rounded as a whole. */
class ExactSum {
  #numerator = 0n;
  #denominator = 1n;

  add(numerator: bigint, denominator: bigint): void {
    this.#numerator = this.#numerator * denominator + numerator * this.#denominator;
    this.#denominator *= denominator;
    const common = gcd(this.#numerator < 0n ? -this.#numerator : this.#numerator, this.#denominator);
    this.#numerator /= common;
    this.#denominator /= common;
  }

  get value(): number {
    return nearest(this.#numerator, this.#denominator);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : gcd(b, a % b);
}

function monthsBetween(first: Month, last: Month): number {
  const index = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(last) - index(first);
}
