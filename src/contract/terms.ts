/**
 * Which terms are in force. A term holds from the beginning of its first day to the beginning of that of the next; what is
 * asked of a month names the day of it:
 *
 * - commitments, as the report of a month prints them: the last terms of the month;
 * - penalties, bonuses and the threshold of questions: those of its first day, by which the whole month is settled;
 * - work, purchases and invoices: those of their own day;
 * - the clock of a ticket: `applies` says whether its opening decides or each instant of its life (`clocks/stages.ts`).
 */
import type { Day, Instant } from '../domain/units.ts';
import type { Contract, Term } from './contract.ts';

/** The terms in force on a day; `null` before the first ones. */
export function termOn({ terms, zone }: Pick<Contract, 'terms' | 'zone'>, day: Day): Term | null {
  return terms.findLast(({ from }) => zone.dayAt(from) <= day) ?? null;
}

/** The terms that are in force at some instant of `[from, to)`, in order. */
export function termsBetween({ terms }: Pick<Contract, 'terms'>, from: Instant, to: Instant): Term[] {
  return terms.filter((term, i) => term.from < to && (terms[i + 1]?.from ?? Infinity) > from);
}
