/** How the budget of a contract stands in a month: what is used beyond what was bought, and what the service level owes. */
import type { Account, AccountBook } from './account-schema.ts';

export interface Budget {
  /** Volumes that a window which ended in the month went beyond, or that the window at hand has. */
  readonly beyond: readonly { readonly book: AccountBook; readonly used: number; readonly volume: number }[];
  /** Lots that are used up: units that no lot holds. */
  readonly owed: readonly { readonly book: AccountBook; readonly quantity: number }[];
  /** Net penalties of the month; `null` for none. */
  readonly penalties: { readonly amount: number; readonly agreed: boolean } | null;
}

/** The budget of a month, as it stood at its end. */
export function budgetOf(account: Account, month: string): Budget {
  const told = account.books.filter(({ missing }) => missing.length === 0);
  const owing = told.flatMap((book) => {
    const statement = book.months.find((one) => one.month === month);
    return statement && statement.closing < 0 ? [{ book, quantity: -statement.closing }] : [];
  });
  const penalties = account.penalties.filter((line) => line.month === month);
  const amount = penalties.reduce((sum, { net }) => sum + net, 0);
  return {
    beyond: told.flatMap((book) => {
      if (book.form === 'carnet') return [];
      const ended = book.windows.find(({ last }) => last.startsWith(month));
      if (ended) return ended.overrun > 0 ? [{ book, used: ended.consumed, volume: ended.volume }] : [];
      const owed = owing.find((one) => one.book === book);
      const { total, window } = book.forecast;
      return owed && window && window.first.slice(0, 7) <= month && window.last.slice(0, 7) >= month
        ? [{ book, used: total + owed.quantity, volume: total }]
        : [];
    }),
    owed: owing.filter(({ book }) => book.form === 'carnet'),
    penalties: amount > 0 ? { amount, agreed: penalties.every(({ agreed }) => agreed) } : null,
  };
}
