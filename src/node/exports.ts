/** Files for spreadsheets beside the pages, in both languages: numbers are numbers, and text is never a formula. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { LANGS, type Lang } from '../contract/contract.ts';
import { drawCard } from '../charts/card.ts';
import { zoneOf, HOUR_MS } from '../domain/zone.ts';
import { MONTH_TABLES } from '../report/month-tables.ts';
import { monthTable, statementSheets, type Cell, type Sheet } from '../presenters/tables.ts';
import { BYTE_ORDER_MARK, csvOf } from '../presenters/csv.ts';
import type { Account, Statement } from '../report/account-schema.ts';
import type { MonthlyReport } from '../report/schema.ts';
import { cardFile, folderOf, monthFile, statementFile } from '../site.ts';
import { ONE } from '../domain/quantity.ts';

/** Workbooks allow so many characters, and none of these. */
const NAME_LENGTH = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
/** What stands in every workbook, so that the same input gives the same bytes: archives hold the clock on the wall of the machine. */
const NO_INSTANT = new Date(1980, 0, 1, 12);

/** Writes a statement as CSV and as a workbook, in each language. */
export async function writeStatement(site: string, account: Account, statement: Statement): Promise<void> {
  for (const lang of LANGS) {
    const route = { page: 'statement', contract: account.contract.id, month: statement.month } as const;
    const folder = join(site, folderOf(lang, route));
    const sheets = statementSheets(account, statement, lang);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, statementFile(lang, statement.month, 'csv')), sheetsAsCsv(sheets, lang, true));
    writeFileSync(join(folder, statementFile(lang, statement.month, 'xlsx')), await workbookOf(sheets, lang));
  }
}

/** Writes the tables of a month: each as CSV, all in one workbook, in each language; and a card for each clock. */
export async function writeMonth(site: string, report: MonthlyReport): Promise<void> {
  for (const lang of LANGS) {
    const route = { page: 'month', contract: report.contract.id, month: report.month } as const;
    const folder = join(site, folderOf(lang, route));
    mkdirSync(folder, { recursive: true });
    const sheets = MONTH_TABLES.map((table) => monthTable(report, table, lang));
    MONTH_TABLES.forEach((table, i) =>
      writeFileSync(join(folder, monthFile(lang, report.month, table)), sheetsAsCsv([sheets[i]!], lang, false)),
    );
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    if (filled.length)
      writeFileSync(join(folder, monthFile(lang, report.month, 'workbook')), await workbookOf(filled, lang));
    for (const { clock, priority } of report.commitments)
      if (priority === null) writeFileSync(join(folder, cardFile(lang, clock)), drawCard(report, clock, lang));
  }
}

/** One table; where sheets are named, their name is the first column. */
function sheetsAsCsv(sheets: readonly Sheet[], lang: Lang, named: boolean): string {
  const plain = (cell: Cell): string | number | null => {
    if (cell === null || typeof cell === 'string') return cell;
    if ('day' in cell) return cell.day;
    if ('instant' in cell) return wallOf(cell).toISOString().slice(0, 16).replace('T', ' ');
    if ('count' in cell) return cell.count;
    return 'units' in cell ? cell.units / ONE : 'hours' in cell ? cell.hours / HOUR_MS : cell.share;
  };
  const tables = sheets.map(({ name, headings, rows }) =>
    csvOf(
      named
        ? [['', ...headings], ...rows.map((row) => [name, ...row.map(plain)])]
        : [headings, ...rows.map((row) => row.map(plain))],
      lang,
    ),
  );
  return BYTE_ORDER_MARK + tables.join('\r\n');
}

async function workbookOf(sheets: readonly Sheet[], lang: Lang): Promise<Uint8Array> {
  const names = new Set<string>();
  const bytes = await writeWorkbook(
    sheets.map(({ name, headings, rows }) => ({
      sheet: nameOf(name, names),
      stickyRowsCount: 1,
      columns: headings.map((heading, i) => ({
        width: Math.min(40, Math.max(heading.length, ...rows.map((row) => widthOf(row[i] ?? null))) + 2),
      })),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((cell) => cellOf(cell, lang))),
      ],
    })),
  ).toBuffer();
  return zipSync(unzipSync(new Uint8Array(bytes)), { mtime: NO_INSTANT });
}

function cellOf(cell: Cell, lang: Lang) {
  if (cell === null) return null;
  // A text cell of a workbook is text, whatever it begins with.
  if (typeof cell === 'string') return { value: cell, type: String };
  if ('day' in cell)
    return {
      value: new Date(`${cell.day}T00:00:00Z`),
      type: Date,
      format: lang === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd',
    };
  if ('instant' in cell)
    return { value: wallOf(cell), type: Date, format: lang === 'fr' ? 'dd/mm/yyyy hh:mm' : 'yyyy-mm-dd hh:mm' };
  if ('count' in cell) return { value: cell.count, type: Number, format: '#,##0' };
  if ('share' in cell) return { value: cell.share, type: Number, format: '0.0%' };
  return 'units' in cell
    ? { value: cell.units / ONE, type: Number, format: '#,##0.00##' }
    : { value: cell.hours / HOUR_MS, type: Number, format: '#,##0.00' };
}

/** What the clock on the wall shows, as spreadsheets know no zones. */
function wallOf({ instant, zone }: { instant: string; zone: string }): Date {
  return new Date(zoneOf(zone).wallAt(Date.parse(instant)));
}

function widthOf(cell: Cell): number {
  return cell === null ? 0 : typeof cell === 'string' ? cell.length : 'instant' in cell ? 16 : 10;
}

/** A name that a sheet may have, and that no other has. */
function nameOf(name: string, taken: Set<string>): string {
  const plain = name.replace(NOT_IN_NAMES, ' ').slice(0, NAME_LENGTH) || 'Jauge';
  let unique = plain;
  for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${plain.slice(0, NAME_LENGTH - 3)} ${n}`;
  taken.add(unique.toLowerCase());
  return unique;
}
