/** Months of indicators, as they are typed, pasted and carried in an address. */
import Papa from 'papaparse';
import { typedNumber } from '../../../domain/typed.ts';
import { indicatorOf, INDICATOR_IDS, inputsOf, type IndicatorId, type Values } from './indicators.ts';

export interface Row {
  /** What the reader calls it: `2026-09`, `T3`. */
  readonly label: string;
  readonly values: Values;
}

/** One indicator: its choices, and a row for each month. */
export interface Sheet {
  readonly choices: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}
/** By the id of the indicator, in the order in which they were chosen. */
export type Sheets = ReadonlyMap<IndicatorId, Sheet>;

export const MOST_ROWS = 36;
const LONGEST_LABEL = 20;

/** A label cut to what an address carries; half a character is none. */
export function labelOf(text: string): string {
  return text
    .trim()
    .slice(0, LONGEST_LABEL)
    .toWellFormed()
    .replace(/\ufffd/g, '')
    .trim();
}
const VERSION = '1';

/** The sheet with nothing in it. */
export function emptySheet(id: IndicatorId): Sheet {
  return {
    choices: Object.fromEntries(indicatorOf(id).choices.map((choice) => [choice.id, choice.options[0]!])),
    rows: [{ label: '', values: [] }],
  };
}

/** What follows `#`: `1/csat=five;2026-09_41_50;2026-10_38_47`; empty for none. */
export function encodeSheets(sheets: Sheets): string {
  const parts = [...sheets].flatMap(([id, { choices, rows }]) => {
    const filled = rows.filter(({ label, values }) => label !== '' || values.some((value) => value !== null));
    if (!filled.length) return [];
    const chosen = indicatorOf(id)
      .choices.map((choice) => choices[choice.id] ?? choice.options[0]!)
      .join('.');
    const cells = filled.map(({ label, values }) =>
      [encodeURIComponent(labelOf(label)).replaceAll('_', '%5F'), ...values.map(written)].join('_').replace(/_+$/, ''),
    );
    return [`${id}=${[chosen, ...cells].join(';')}`];
  });
  return parts.length ? `${VERSION}/${parts.join('&')}` : '';
}

function written(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '' : String(value);
}

/** The sheets of an address; what is not known, or is no number, is left out. */
export function decodeSheets(hash: string): Sheets {
  const [version, body = ''] = hash.replace(/^#/, '').split('/');
  const sheets = new Map<IndicatorId, Sheet>();
  if (version !== VERSION) return sheets;
  for (const part of body.split('&')) {
    const [name, text = ''] = part.split('=');
    const id = INDICATOR_IDS.find((one) => one === name);
    if (!id) continue;
    const [chosen = '', ...cells] = text.split(';');
    const { choices } = indicatorOf(id);
    const options = chosen.split('.');
    const choice = Object.fromEntries(
      choices.map(({ id: key, options: known }, i) => [key, known.find((one) => one === options[i]) ?? known[0]!]),
    );
    const width = inputsOf(indicatorOf(id), choice).length;
    const rows = cells.slice(0, MOST_ROWS).map((cell): Row => {
      const [label = '', ...values] = cell.split('_');
      return {
        label: labelOf(decoded(label)),
        values: values.slice(0, width).map((value) => {
          const number = value === '' ? NaN : Number(value);
          return Number.isFinite(number) ? number : null;
        }),
      };
    });
    sheets.set(id, { choices: choice, rows: rows.length ? rows : emptySheet(id).rows });
  }
  return sheets;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The cells of what was copied from a spreadsheet: rows by line, cells by tab; a row of headings is none of them. */
export function pastedCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''), { delimiter: '\t' });
  const cells = data.length ? data.map((line) => line.map((cell) => cell.trim())) : [['']];
  const [first = [], second = []] = cells;
  const isNumber = (cell: string): boolean => !Number.isNaN(typedNumber(cell));
  // Words over numbers are headings; of a lone column they hold no digit either, as months do.
  const isHeading =
    cells.length > 1 &&
    (first.length > 1
      ? !first.slice(1).some(isNumber) && second.slice(1).some(isNumber)
      : !/\d/.test(first[0]!) && first[0] !== '');
  return isHeading ? cells.slice(1) : cells;
}

/** A number with its unit is no month. */
const WITH_UNIT = /^[\d\s.,\u00a0\u202f]+(h|j|d|k|uo|eur|usd|%|€|\$)$/iu;
/** Months as people write them: `2026-09`, `09/2026`, `sept. 2026`, `T3`. */
const MONTH_LIKE = /^(\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{2,4}|.*\p{L}.*)$/u;

/**
 * The column of the first pasted cell: −1 for the label. Where the first cells are months it is the label, where they are
 * numbers and all columns are there the first value, whatever cell they are pasted into.
 */
export function pastedColumn(cells: readonly (readonly string[])[], column: number, inputs: number): number {
  const firsts = cells.map(([first = '']) => first);
  const areMonths =
    firsts.every((first) => first === '' || (MONTH_LIKE.test(first) && !WITH_UNIT.test(first))) &&
    firsts.some((first) => first !== '');
  const width = Math.max(...cells.map((line) => line.length));
  if (areMonths && width > 1) return -1;
  return column === -1 && !areMonths && width >= inputs ? 0 : column;
}

/** Whether the commas of a column group thousands: all stand before three digits, and it holds whole things or a point too. */
export function groupsThousands(column: readonly string[], whole: boolean): boolean {
  const commas = column.filter((cell) => cell.includes(','));
  return (
    commas.length > 0 &&
    commas.every((cell) => /^\D*\d{1,3}(,\d{3})+(\.\d+)?\D*$/.test(cell)) &&
    (whole || commas.some((cell) => /,\d{3}(,|\.)/.test(cell)))
  );
}
