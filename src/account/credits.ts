/**
 * Units that are credited by agreement: a lot of their own, with an expiry of their own. A deduction that was wrong comes
 * back to the lot that the agreement names instead, and is none.
 */
import { isoDate } from '../domain/date.ts';
import type { Entry } from './entries.ts';
import type { Lot } from './ledger.ts';
import type { Window } from './windows.ts';

/** Whether an entry credits units. */
export function isCredit({ source, quantity, lot }: Pick<Entry, 'source' | 'quantity' | 'lot'>): boolean {
  return source === 'adjustment' && quantity < 0 && lot === null;
}

/** The id of the lot of each credit, by the place of its entry: its day, and a number where a day has several. */
export function creditIds(entries: readonly Entry[]): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  const ofDay = new Map<number, number>();
  entries.forEach((entry, i) => {
    if (!isCredit(entry)) return;
    const nth = (ofDay.get(entry.day) ?? 0) + 1;
    ofDay.set(entry.day, nth);
    ids.set(i, `avoir-${isoDate(entry.day)}${nth === 1 ? '' : `-${nth}`}`);
  });
  return ids;
}

/**
 * The lots of the credits among the entries of a ledger. Where the agreement gives no expiry they last for ever, or as
 * long as the window in which they were given.
 */
export function creditsOf(entries: readonly Entry[], windows: readonly Window[]): Lot[] {
  return [...creditIds(entries)].map(([i, id]) => {
    const { day, quantity, expires } = entries[i]!;
    const window = windows.find(({ first, last }) => first <= day && day <= last);
    return { id, opens: day, closes: expires ?? window?.last ?? null, quantity: -quantity, credited: true };
  });
}
