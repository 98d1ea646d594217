/** What a month costs: fees, units above the volume, lots, reserved days, questions. Amounts are without VAT. */
import type { Contract, Text } from '../contract/contract.ts';
import type { Forfait, Regie } from '../contract/coverage.ts';
import { nearest, priceOf, type Cents, type Quantity } from '../domain/quantity.ts';
import type { Month } from '../domain/months.ts';
import { settledWindows, type Book } from '../consumption/books.ts';
import { monthOf, type Slice } from '../consumption/windows.ts';
import { revised, type Revisions } from './prices.ts';

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
  const term = contract.terms.findLast(({ from }) => contract.zone.dayAt(from) <= day);
  return term?.prices.find((row) => row.profile === profile)?.dayRate ?? null;
}

/**
 * What a month is worth: its share of the fees, its reserved days, and what is used of lots at the price of each. The
 * rates of penalties are shares of it. `null` where the contract does not say one of these prices.
 */
export function monthlyBase(
  books: readonly Book[],
  lines: readonly InvoiceLine[],
  revisions: Revisions,
  month: Month,
): Cents | null {
  let base = 0;
  for (const { month: of, kind, amount } of lines) {
    if (kind !== 'capacity' || of !== month) continue;
    if (amount === null) return null;
    base += amount;
  }
  for (const book of books) {
    for (const { fees, first, last } of book.windows) {
      if (book.form !== 'forfait' || month < monthOf(first) || month > monthOf(last)) continue;
      if (book.slices.some(({ coverage }) => coverage.form === 'forfait' && coverage.fee === null)) return null;
      for (const { day, last: end, amount } of fees) {
        const [from, to] = [monthOf(day), monthOf(end)];
        if (month < from || month > to) continue;
        base += nearest(BigInt(revised(amount, revisions, day)), BigInt(1 + monthsBetween(from, to)));
      }
    }
    if (book.form !== 'carnet') continue;
    const lots = new Map(
      book.slices.flatMap(({ coverage }) =>
        coverage.form === 'carnet' ? coverage.lots.map((lot) => [lot.id, lot] as const) : [],
      ),
    );
    for (const { day, lot, quantity, to } of book.postings) {
      const of = lot === null ? undefined : lots.get(lot);
      if (to !== 'consumed' || monthOf(day) !== month || !of) continue;
      if (of.price === null) return null;
      base += nearest(BigInt(of.price) * BigInt(quantity), BigInt(of.quantity));
    }
  }
  return base;
}

function monthsBetween(first: Month, last: Month): number {
  const index = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(last) - index(first);
}
