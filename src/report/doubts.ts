/** What a contract promises and its exports do not let anyone read. */
import { classesOf, CommitmentReader } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import { warning, type Place, type Problem } from '../domain/problem.ts';
import type { TicketTable } from '../domain/ticket.ts';
import { accountDoubts } from './account.ts';

/**
 * Doubts about the account and the clocks of a contract.
 * @param place that of the contract file
 */
export function contractDoubts(contract: Contract, table: TicketTable, asOf: number, place: Place): Problem[] {
  const clocks = new CommitmentReader(contract, table, classesOf(table, contract), asOf);
  return [
    ...accountDoubts(contract, table, asOf, place),
    ...clocks.clocks.flatMap((clock) => {
      const missing = clocks.missingFor(clock);
      return missing.length ? [warning('clock-not-computable', { clock, missing }, place)] : [];
    }),
  ];
}
