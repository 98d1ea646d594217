/** Which terms are in force. */
import type { Contract, Term } from './contract.ts';
import { DAY_MS } from '../domain/zone.ts';

/** The terms that a month is settled by: those in force at the end of its first day; `null` before the first terms. */
export function termOn({ terms, zone }: Pick<Contract, 'terms' | 'zone'>, month: string): Term | null {
  const firstDay = zone.startOf(Date.parse(`${month}-01T00:00:00Z`) + DAY_MS - 1);
  return terms.findLast(({ from }) => from <= firstDay) ?? null;
}
