/** What the same months would have cost with another smoothing: the term that moves the price most. */
import { MONTHS_OF, type Forfait, type Span } from '../contract/coverage.ts';
import { priceOf, type Cents, type Quantity } from '../domain/quantity.ts';
import { movementOf, settledWindows, type Book } from './books.ts';
import { creditsOf } from './credits.ts';
import { keepLedger } from './ledger.ts';
import { firstDay, monthOf, planOfWindows, sliceOn, windowsOf, type Slice } from './windows.ts';

export interface Smoothed {
  /** `null`: each period by itself. */
  readonly smoothing: Span | null;
  /** Whether the contract says so. */
  readonly agreed: boolean;
  readonly lost: Quantity;
  readonly overrun: Quantity;
  readonly billed: Quantity;
  /** Fees and what is billed besides, at the prices of the contract; `null` where it does not say them. */
  readonly cost: Cents | null;
}

/** The full months of a fixed volume under each smoothing, settled as if they ended the contract. */
export function smoothings(book: Book): Smoothed[] {
  const slices = book.slices as readonly Slice<Forfait>[];
  const end = firstDay(monthOf(book.open));
  if (book.form !== 'forfait' || end <= slices[0]!.from) return [];
  const current = sliceOn(slices, book.last).coverage;
  const spans: (Span | null)[] = [null, 'quarter', 'half-year', 'year'];
  return spans
    .filter((span) => span === null || MONTHS_OF[span] > MONTHS_OF[current.per])
    .map((smoothing) => {
      const cut = slices
        .filter(({ from }) => from < end)
        .map((slice, i, all) => ({
          ...slice,
          to: i === all.length - 1 ? Math.min(end, slice.to ?? end) : slice.to,
          coverage: { ...slice.coverage, smoothing },
        }));
      const windows = windowsOf(cut, end - 1);
      const bare = planOfWindows(windows, cut);
      const entries = book.entries.filter(({ day }) => day < end);
      const plan = { ...bare, lots: [...bare.lots, ...creditsOf(entries, windows)] };
      const movements = entries.map(movementOf);
      const settled = settledWindows({
        ...book,
        slices: cut,
        windows,
        plan,
        last: end - 1,
        open: end,
        postings: keepLedger(plan, movements, end - 1, true),
      });
      const total = (of: (one: (typeof settled)[number]) => number): number =>
        settled.reduce((sum, one) => sum + of(one), 0);
      const priced =
        cut.every(({ coverage }) => coverage.fee !== null) &&
        settled.every(({ billed, window }) => billed === 0 || rateOf(window.slice.coverage as Forfait) !== null);
      return {
        smoothing,
        agreed: smoothing === current.smoothing,
        lost: total(({ expired }) => expired),
        overrun: total(({ overrun }) => overrun),
        billed: total(({ billed }) => billed),
        cost: priced
          ? total(
              ({ window, billed }) =>
                window.fees.reduce((sum, { amount }) => sum + amount, 0) +
                priceOf(billed, rateOf(window.slice.coverage as Forfait) ?? 0),
            )
          : null,
      };
    });
}

function rateOf({ overrun }: Forfait): Cents | null {
  return overrun.rate;
}
