/** Tables as they leave the site: what CSV files and workbooks hold, with its headings in a language. */
import type { Lang } from '../contract/contract.ts';
import type { Account, Statement } from '../report/account-schema.ts';
import { speak } from './index.ts';
import { bookLabel, movementName } from './words.ts';

/** A cell: words, a day, a number of units with up to four decimals, or hours. */
export type Cell = string | { readonly day: string } | { readonly units: number } | { readonly hours: number } | null;

export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The statement of a month, one sheet for each ledger and one for what is out of scope. */
export function statementSheets(account: Account, { month, books, outOfScope }: Statement, lang: Lang): Sheet[] {
  const { t, format } = speak(lang);
  const { statement: texts } = t.account;
  const sheets: Sheet[] = books.map(({ id, lines, months }) => {
    const book = account.books.find((candidate) => candidate.id === id)!;
    const unit = t.account.unitName[book.unit];
    return {
      name: bookLabel(book, lang),
      headings: [
        texts.date,
        texts.movement,
        texts.ticket,
        texts.titleOf,
        texts.workKind,
        texts.application,
        texts.activity,
        `${texts.effort} (h)`,
        `${t.account.quantity} (${unit})`,
        `${t.account.balance} (${unit})`,
        t.account.lot,
        texts.booked,
        texts.reason,
      ],
      rows: [
        [{ day: `${month}-01` }, texts.openingLine, ...blank(7), { units: months.opening }, ...blank(3)],
        ...lines.map((line): Cell[] => [
          { day: line.day },
          movementName(line, lang),
          line.ticket?.key ?? null,
          line.ticket?.title ?? null,
          line.workKind && t.kind[line.workKind],
          line.application,
          line.activity,
          line.effort === null ? null : { hours: line.effort },
          { units: line.quantity },
          { units: line.balance },
          line.lots.join(', ') || null,
          line.booked && { day: line.booked },
          line.reason?.[lang] ?? null,
        ]),
        [null, texts.closingLine, ...blank(7), { units: months.closing }, ...blank(3)],
      ],
    };
  });
  if (outOfScope.length) {
    sheets.push({
      name: texts.outOfScopeCaption,
      headings: [
        texts.date,
        texts.ticket,
        texts.workKind,
        texts.application,
        texts.activity,
        `${texts.effort} (h)`,
        texts.reason,
      ],
      rows: outOfScope.map(({ day, key, workKind, application, activity, effort, because }) => [
        { day },
        key ?? texts.noTicket,
        workKind && t.kind[workKind],
        application,
        activity,
        { hours: effort },
        texts.because[because],
      ]),
    });
  }
  return sheets.length ? sheets : [{ name: format.month(month), headings: [texts.nothing], rows: [] }];
}

function blank(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
