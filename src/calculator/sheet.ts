/** Months of indicators, as they are typed, pasted and carried in an address. */
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
      [encodeURIComponent(label).replaceAll('_', '%5F'), ...values.map(written)].join('_').replace(/_+$/, ''),
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
        label: decoded(label).slice(0, LONGEST_LABEL),
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

/** The cells of what was copied from a spreadsheet: rows by line, cells by tab. */
export function pastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}
