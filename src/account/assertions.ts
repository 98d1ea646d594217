/** Balances that both parties signed, against those of the ledgers. */
import type { Contract, Text } from '../contract/contract.ts';
import type { Quantity } from '../domain/quantity.ts';
import { balancesKnownOn, type Book } from './books.ts';
import { balanceOf, balancesAt } from './ledger.ts';

export interface Assertion {
  /** The id of the ledger. */
  readonly book: string;
  /** The day at whose end it was so. */
  readonly on: number;
  readonly stated: Quantity;
  /** As the ledger has it now, and as it had it on that day. */
  readonly found: Quantity;
  readonly then: Quantity;
  readonly from: Text;
  /** The last day before it on which a signed balance agrees: what differs came after; `null` where there is none. */
  readonly since: number | null;
}

/** The signed balances up to the day at hand, by ledger and day. */
export function assertionsOf(contract: Contract, books: readonly Book[]): Assertion[] {
  return books.flatMap((book) => {
    let since: number | null = null;
    return contract.statements
      .filter(
        ({ coverage, profile, on }) =>
          coverage === book.coverage && (profile === null || profile === book.profile) && on < book.open,
      )
      .sort((a, b) => a.on - b.on)
      .map(({ on, balance, from }) => {
        const found = balanceOf(balancesAt(book.postings, on));
        const assertion = {
          book: book.id,
          on,
          stated: balance,
          found,
          then: balanceOf(balancesKnownOn(book, on)),
          from,
          since,
        };
        if (found === balance) since = on;
        return assertion;
      });
  });
}
