/**
 * A journal of units in double entry. Every posting takes a quantity from one account and gives it to another, so all
 * accounts together are always zero; the balance at any date is a sum of postings. The units that are nearest to their
 * expiry are used first.
 */
import type { Ratio } from '../domain/statistics.ts';
import { partOf, type Quantity } from '../domain/quantity.ts';
import { isoDate } from '../domain/date.ts';

/**
 * Where units are: not bought yet, at disposal, used, expired, used without being there (below zero), paid for besides,
 * agreed on.
 */
export const ACCOUNTS = ['bought', 'available', 'consumed', 'expired', 'owed', 'overrun', 'adjusted'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Units that come together and go together. */
export interface Lot {
  readonly id: string;
  /** Day numbers: the first and the last on which it can be used; `null` for ever. */
  readonly opens: number;
  readonly closes: number | null;
  readonly quantity: Quantity;
  /** Credited by agreement, rather than bought: the end of a window takes nothing of it. */
  readonly credited?: boolean;
}

/** The end of a window: what is left beyond the cap expires, what is owed beyond the limit is an overrun. */
export interface Settlement {
  /** The last day of the window. */
  readonly day: number;
  /** How much may go on; `null` without bound. */
  readonly cap: Quantity | null;
  /** A share of what is left that may go on; `null` for all. */
  readonly shareLeft?: Ratio | null;
  /** How much may stay owed; 0 settles all, `null` without bound. */
  readonly debt: Quantity | null;
}

/** What is taken (positive) or given back (negative) on a day. */
export interface Movement {
  readonly day: number;
  readonly quantity: Quantity;
  readonly account: 'consumed' | 'adjusted';
  /** The lot that it is about; `null` lets the expiry decide. */
  readonly lot: string | null;
}

export const POSTING_KINDS = ['bought', 'consumed', 'adjusted', 'settled', 'carried', 'expired', 'overrun'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

export interface Posting {
  readonly day: number;
  readonly kind: PostingKind;
  readonly from: Account;
  readonly to: Account;
  readonly quantity: Quantity;
  readonly lot: string | null;
  /** Index of the movement behind it; −1 for none. */
  readonly movement: number;
}

export interface Plan {
  readonly lots: readonly Lot[];
  /** Ascending. */
  readonly settlements: readonly Settlement[];
}

interface OpenLot {
  readonly lot: Lot;
  left: Quantity;
}

/**
 * Keeps the journal.
 * @param movements ascending by day
 * @param last the last day that has begun: later lots and movements are left out
 * @param ended whether it is over: else what its end would bring has not happened yet
 */
export function keepLedger(
  { lots, settlements }: Plan,
  movements: readonly Movement[],
  last: number,
  ended: boolean,
): Posting[] {
  const postings: Posting[] = [];
  const waiting = [...lots].sort((a, b) => a.opens - b.opens);
  const shelf: OpenLot[] = [];
  let owed = 0;
  let nextLot = 0;
  let nextMovement = 0;
  let nextSettlement = 0;

  const post = (
    day: number,
    kind: PostingKind,
    from: Account,
    to: Account,
    quantity: Quantity,
    lot: string | null = null,
    movement = -1,
  ): void => {
    if (quantity > 0) postings.push({ day, kind, from, to, quantity, lot, movement });
  };
  /** Takes from the shelf, the nearest expiry first (or one lot only); gives what was not there. */
  const take = (quantity: Quantity, only: string | null, each: (lot: string, taken: Quantity) => void): Quantity => {
    let rest = quantity;
    for (const item of shelf) {
      if (rest === 0) break;
      if (only !== null && item.lot.id !== only) continue;
      const taken = Math.min(item.left, rest);
      if (taken === 0) continue;
      item.left -= taken;
      rest -= taken;
      each(item.lot.id, taken);
    }
    return rest;
  };
  const settleDebt = (day: number): void => {
    owed = take(owed, null, (lot, taken) => post(day, 'settled', 'available', 'owed', taken, lot));
  };
  const openLots = (day: number): void => {
    for (; nextLot < waiting.length && waiting[nextLot]!.opens <= day; nextLot++) {
      const lot = waiting[nextLot]!;
      if (lot.credited) post(day, 'adjusted', 'adjusted', 'available', lot.quantity, lot.id);
      else post(day, 'bought', 'bought', 'available', lot.quantity, lot.id);
      put(shelf, { lot, left: lot.quantity });
      settleDebt(day);
    }
  };
  const move = (index: number): void => {
    const { day, quantity, account, lot: only } = movements[index]!;
    const kind = account === 'consumed' ? 'consumed' : 'adjusted';
    if (quantity >= 0) {
      const each = (lot: string, taken: Quantity): void => post(day, kind, 'available', account, taken, lot, index);
      // What the lot that is named does not hold, the others do.
      const beyond = only === null ? quantity : take(quantity, only, each);
      const rest = take(beyond, null, each);
      post(day, kind, 'owed', account, rest, null, index);
      owed += rest;
      return;
    }
    // What is given back pays what is owed first, then returns to the lot that is named, or to the one that is used first
    // where that one is gone; where none is open it is a lot of its own, without end.
    const paid = Math.min(owed, -quantity);
    owed -= paid;
    post(day, kind, account, 'owed', paid, null, index);
    const back = -quantity - paid;
    if (back === 0) return;
    let home = shelf.find(({ lot }) => lot.id === only) ?? shelf[0];
    if (!home) put(shelf, (home = { lot: { id: returnedOn(day), opens: day, closes: null, quantity: 0 }, left: 0 }));
    home.left += back;
    post(day, kind, account, 'available', back, home.lot.id, index);
  };
  const endDay = (day: number): void => {
    for (const item of [...shelf]) {
      if (item.lot.closes === null || item.lot.closes > day) continue;
      post(day, 'expired', 'available', 'expired', item.left, item.lot.id);
      shelf.splice(shelf.indexOf(item), 1);
    }
    while (nextSettlement < settlements.length && settlements[nextSettlement]!.day < day) nextSettlement++;
    const settlement = settlements[nextSettlement];
    if (settlement?.day !== day) return;
    nextSettlement++;
    const own = shelf.filter(({ lot }) => !lot.credited);
    const left = own.reduce((sum, item) => sum + item.left, 0);
    const allowed = settlement.shareLeft ? partOf(left, settlement.shareLeft) : left;
    let beyond = Math.max(0, left - Math.min(allowed, settlement.cap ?? left));
    for (const item of own) {
      const taken = Math.min(item.left, beyond);
      item.left -= taken;
      beyond -= taken;
      post(day, 'expired', 'available', 'expired', taken, item.lot.id);
    }
    for (const item of shelf) post(day, 'carried', 'available', 'available', item.left, item.lot.id);
    const over = settlement.debt === null ? 0 : Math.max(0, owed - settlement.debt);
    post(day, 'overrun', 'overrun', 'owed', over);
    owed -= over;
  };

  // Only days on which something can happen are visited.
  const days = new Set<number>();
  for (const lot of lots) {
    days.add(lot.opens);
    if (lot.closes !== null) days.add(lot.closes);
  }
  for (const { day } of settlements) days.add(day);
  for (const { day } of movements) days.add(day);
  for (const day of [...days].sort((a, b) => a - b)) {
    if (day > last) break;
    openLots(day);
    for (; nextMovement < movements.length && movements[nextMovement]!.day <= day; nextMovement++) move(nextMovement);
    if (day < last || ended) endDay(day);
  }
  return postings;
}

/** The lot of units that came back on a day on which no lot was open. */
export function returnedOn(day: number): string {
  return `rendu-${isoDate(day)}`;
}

/** Keeps the shelf in the order of use: by expiry, then by age. */
function put(shelf: OpenLot[], item: OpenLot): void {
  const closes = item.lot.closes ?? Infinity;
  const at = shelf.findIndex(({ lot }) => (lot.closes ?? Infinity) > closes);
  if (at < 0) shelf.push(item);
  else shelf.splice(at, 0, item);
}

/** Units of a movement, and the lot that paid them: at once, or when one came. */
export interface Payment {
  readonly movement: number;
  readonly quantity: Quantity;
  /** `null`: paid besides, as an overrun, or given back. */
  readonly lot: string | null;
  readonly by: 'lot' | 'overrun' | 'returned';
}

/**
 * Who paid what was used. What was used without a lot is owed, and the oldest debt is paid first, by the next lots, by an
 * overrun that is settled besides, or by units that are given back. What nothing has paid yet is in none.
 */
export function paymentsOf(postings: readonly Posting[]): Payment[] {
  const payments: Payment[] = [];
  const debts: { movement: number; left: Quantity }[] = [];
  const pay = (quantity: Quantity, lot: string | null, by: Payment['by']): void => {
    let rest = quantity;
    for (const debt of debts) {
      if (rest === 0) break;
      const paid = Math.min(debt.left, rest);
      if (paid === 0) continue;
      debt.left -= paid;
      rest -= paid;
      payments.push({ movement: debt.movement, quantity: paid, lot, by });
    }
  };
  for (const { kind, from, to, quantity, lot, movement } of postings) {
    if (to === 'consumed') {
      if (from === 'available') payments.push({ movement, quantity, lot, by: 'lot' });
      else debts.push({ movement, left: quantity });
    } else if (to === 'adjusted' && from === 'owed') debts.push({ movement, left: quantity });
    else if (to === 'owed')
      pay(
        quantity,
        kind === 'settled' ? lot : null,
        kind === 'settled' ? 'lot' : kind === 'overrun' ? 'overrun' : 'returned',
      );
  }
  return payments;
}

export type Balances = Readonly<Record<Account, number>>;

/** The balance of every account after the postings up to a day, inclusive. */
export function balancesAt(postings: readonly Posting[], day: number): Balances {
  const balances = Object.fromEntries(ACCOUNTS.map((account) => [account, 0])) as Record<Account, number>;
  for (const posting of postings) {
    if (posting.day > day) break;
    balances[posting.from] -= posting.quantity;
    balances[posting.to] += posting.quantity;
  }
  return balances;
}

/** What can be used, less what is owed. */
export function balanceOf({ available, owed }: Balances): Quantity {
  return available + owed;
}

/**
 * Checks the identities of a journal: nothing appears or disappears, nothing is used twice, no lot is overdrawn.
 * @throws Error where one does not hold: a fault of this program, not of the data
 */
export function checkLedger(postings: readonly Posting[], movements: readonly Movement[], name: string): void {
  const fault = (what: string): never => {
    throw new Error(`The ledger of ${name} does not balance: ${what}.`);
  };
  const balances = Object.fromEntries(ACCOUNTS.map((account) => [account, 0])) as Record<Account, number>;
  const lots = new Map<string, number>();
  const moved = new Map<number, number>();
  let day = -Infinity;
  for (const { day: at, from, to, quantity, lot, movement } of postings) {
    if (at < day) fault('a posting precedes the one before it');
    if (at > day && balances.available > 0 && balances.owed < 0) fault('units are owed while units are there');
    day = at;
    if (!Number.isSafeInteger(quantity) || quantity <= 0) fault(`a posting of ${quantity}`);
    balances[from] -= quantity;
    balances[to] += quantity;
    if (lot !== null) {
      const left = (lots.get(lot) ?? 0) + (to === 'available' ? quantity : 0) - (from === 'available' ? quantity : 0);
      if (left < 0) fault(`lot ${lot} is overdrawn`);
      lots.set(lot, left);
    }
    if (movement >= 0) {
      const sign = from === movements[movement]!.account ? -1 : 1;
      moved.set(movement, (moved.get(movement) ?? 0) + sign * quantity);
    }
  }
  if (ACCOUNTS.reduce((sum, account) => sum + balances[account], 0) !== 0) fault('the accounts do not add up to zero');
  if (balances.available < 0 || balances.owed > 0) fault('an account is on the wrong side');
  if ([...lots.values()].reduce((sum, left) => sum + left, 0) !== balances.available)
    fault('the lots are not the balance');
  for (const [index, quantity] of moved)
    if (quantity !== movements[index]!.quantity) fault(`movement ${index} is posted as ${quantity}`);
}
