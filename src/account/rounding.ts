/**
 * What is used, rounded once. Hours of many entries are summed exactly and the sum is rounded to the decimals of the
 * contract; each entry shows what it adds to the rounded sum, so that what is printed adds up to what is billed.
 */
import { nearest, ONE, type Quantity } from '../domain/quantity.ts';
import type { Entry } from './entries.ts';

/**
 * The entries of a ledger with quantities whose sum is the exact sum, rounded. Entries that the contract rounds one by one
 * stay as they are.
 * @param entries ascending by day
 * @param starts days, ascending, at which what is used is counted anew: the first days of the windows
 */
export function roundedOnce(entries: readonly Entry[], starts: readonly number[], decimals: number): Entry[] {
  const unit = ONE / 10 ** decimals;
  let next = 0;
  /** Milliseconds by the milliseconds of a unit, since the start at hand, and what was given of them. */
  let sums = new Map<number, bigint>();
  let given = new Map<number, Quantity>();
  return entries.map((entry) => {
    for (; next < starts.length && starts[next]! <= entry.day; next++) {
      sums = new Map();
      given = new Map();
    }
    const { msPerUnit, effort } = entry;
    if (msPerUnit === null || effort === null) return entry;
    const sum = (sums.get(msPerUnit) ?? 0n) + BigInt(effort);
    sums.set(msPerUnit, sum);
    const rounded = nearest(sum * BigInt(10 ** decimals), BigInt(msPerUnit)) * unit;
    const quantity = rounded - (given.get(msPerUnit) ?? 0);
    given.set(msPerUnit, rounded);
    return { ...entry, quantity };
  });
}
