/** The one way in which Jauge writes CSV: for the spreadsheets of a language, where text is never a formula. */
import Papa from 'papaparse';
import type { Lang } from '../contract/contract.ts';

/**
 * Rows as CSV. French spreadsheets want semicolons and decimal commas.
 * @param cells text, numbers as they are, and `null` for an empty cell
 * @returns lines that end in CR LF, without a mark of the encoding before them
 */
export function csvOf(cells: readonly (readonly (string | number | null)[])[], lang: Lang): string {
  const [delimiter, decimal] = lang === 'fr' ? [';', ','] : [',', '.'];
  const rows = cells.map((row) =>
    row.map((cell) => {
      if (cell === null) return '';
      return typeof cell === 'number' ? String(cell).replace('.', decimal) : guarded(cell);
    }),
  );
  return `${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`;
}

/** Says that what follows is UTF-8, which spreadsheets do not find by themselves. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Text that a spreadsheet would take for a formula gets an apostrophe, which makes it text. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
