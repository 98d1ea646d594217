/** The forms of contract over a plain series of months: what the sizing compares, kept by the same ledger. */
import type { Quantity } from '../domain/quantity.ts';
import { balanceOf, balancesAt, keepLedger, type Lot, type Movement, type Plan, type Posting } from './ledger.ts';

export interface Path {
  /** By window. */
  readonly overrun: readonly Quantity[];
  readonly lost: readonly Quantity[];
  /** At the end of each month: what is left, negative where it is owed. */
  readonly carried: readonly Quantity[];
}

/**
 * A fixed volume.
 * @param work by month
 * @param life how many windows the units of one are good for; `Infinity` for ever
 * @param cap how much may be carried; `null` without bound
 * @param overdraft how much may be owed to the next window
 * @param window months that are set against each other
 */
export function forfaitPath(
  work: readonly Quantity[],
  credit: Quantity,
  {
    life = 1,
    cap = null,
    overdraft = 0,
    window = 1,
  }: { life?: number; cap?: Quantity | null; overdraft?: Quantity; window?: number },
): Path {
  const windows = Math.ceil(work.length / window);
  const plan: Plan = {
    // A day stands for a month.
    lots: Array.from({ length: windows }, (_, i) => ({
      id: String(i),
      opens: i * window,
      closes: Math.min((i + life) * window, work.length) - 1,
      quantity: credit * Math.min(window, work.length - i * window),
    })),
    settlements: Array.from({ length: windows }, (_, i) => ({
      day: Math.min((i + 1) * window, work.length) - 1,
      cap,
      debt: overdraft,
    })),
  };
  const postings = keepLedger(plan, movementsOf(work), work.length, true);
  const inWindow = (kind: Posting['kind']): Quantity[] =>
    Array.from({ length: windows }, (_, i) =>
      total(postings, (posting) => posting.kind === kind && Math.floor(posting.day / window) === i),
    );
  return {
    overrun: inWindow('overrun'),
    lost: inWindow('expired'),
    carried: work.map((_, month) => balanceOf(balancesAt(postings, month))),
  };
}

/** Lots that are bought when the one before does not suffice. */
export function carnetPath(
  work: readonly Quantity[],
  size: Quantity,
  validityMonths: number,
): { lots: number; expired: Quantity; left: Quantity; exhaustMonth: number | null } {
  const lots: Lot[] = [];
  const buy = (month: number): void => {
    lots.push({ id: String(lots.length), opens: month, closes: month + validityMonths - 1, quantity: size });
  };
  buy(0);
  const movements = movementsOf(work);
  let postings: Posting[] = [];
  for (let month = 0; month < work.length; month++) {
    const known = movements.slice(0, month + 1);
    for (;;) {
      postings = keepLedger({ lots, settlements: [] }, known, month, false);
      if (balancesAt(postings, month).owed === 0) break;
      buy(month);
    }
  }
  postings = keepLedger({ lots, settlements: [] }, movements, work.length, true);
  const first = postings.filter(({ lot, from, to }) => lot === '0' && from === 'available' && to !== 'expired');
  const used = total(first, () => true);
  return {
    lots: lots.length,
    expired: total(postings, ({ kind }) => kind === 'expired'),
    left: balancesAt(postings, work.length).available,
    exhaustMonth: used === size && firstIsExceeded(work, size) ? first.at(-1)!.day + 1 : null,
  };
}

/** Whether the work goes beyond the first lot, rather than ending with it. */
function firstIsExceeded(work: readonly Quantity[], size: Quantity): boolean {
  return work.reduce((sum, quantity) => sum + quantity, 0) >= size;
}

function movementsOf(work: readonly Quantity[]): Movement[] {
  return work.map((quantity, day) => ({ day, quantity, account: 'consumed', lot: null }));
}

function total(postings: readonly Posting[], takes: (posting: Posting) => boolean): Quantity {
  return postings.reduce((sum, posting) => sum + (takes(posting) ? posting.quantity : 0), 0);
}
