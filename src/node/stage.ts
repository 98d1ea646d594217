/** What the build hands to the pages: the published JSON itself, in a folder that an environment variable names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Statement } from '../report/account-schema.ts';
import type { ChaptersReport } from '../report/chapters.ts';
import type { ExplorerSeries } from '../report/explorer.ts';
import type { ContractOverview } from '../report/overview.ts';
import type { MonthlyReport } from '../report/schema.ts';
import type { YearReport } from '../report/yearly.ts';
import type { TicketProof } from '../report/tickets.ts';
import { answerTo, type Answer } from '../sizing/answer.ts';
import { USUAL } from '../sizing/situation.ts';
import { folderOf, type Route } from '../site.ts';

export const STAGE_VARIABLE = 'JAUGE_STAGE';
export const OVERVIEW_FILE = 'contract.json';
export const REPORT_FILE = 'report.json';
/** All proofs of a contract in one file beside its folder: they are published one by one. */
export const TICKETS_SUFFIX = '.tickets.json';
export const TICKET_FILE = 'ticket.json';
export const ACCOUNT_FILE = 'account.json';
export const STATEMENT_FILE = 'statement.json';
export const CHAPTERS_FILE = 'chapters.json';
export const YEAR_FILE = 'year.json';
export const SERIES_FILE = 'series.json';

export interface StagedContract {
  readonly overview: ContractOverview;
  /** One for each month, ascending. */
  readonly reports: readonly MonthlyReport[];
  readonly account: Account | null;
  readonly statements: readonly Statement[];
  readonly chapters: ChaptersReport | null;
  /** One for each calendar year, ascending. */
  readonly years: readonly YearReport[];
}

/** The tickets of a contract that have a page. */
export function stagedTickets(contract: string): TicketProof[] {
  return JSON.parse(readFileSync(join(stageFolder(), `${contract}${TICKETS_SUFFIX}`), 'utf8')) as TicketProof[];
}

/** The series of a contract that its explorer draws. */
export function stagedSeries(contract: string): ExplorerSeries[] {
  return JSON.parse(readFileSync(join(stageFolder(), contract, SERIES_FILE), 'utf8')) as ExplorerSeries[];
}

/** The account of a contract and its statements, ascending; `null` where it has none. */
function stagedAccount(contract: string): { account: Account; statements: readonly Statement[] } | null {
  const read = (route: Route, file: string): unknown =>
    JSON.parse(readFileSync(join(stageFolder(), folderOf('fr', route), file), 'utf8'));
  const path = join(stageFolder(), folderOf('fr', { page: 'consumption', contract }));
  if (!existsSync(path)) return null;
  const months = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return {
    account: read({ page: 'consumption', contract }, ACCOUNT_FILE) as Account,
    statements: months.map((month) => read({ page: 'statement', contract, month }, STATEMENT_FILE) as Statement),
  };
}

/** The other chapters of a contract; `null` where it has none. */
function stagedChapters(contract: string): ChaptersReport | null {
  const path = join(stageFolder(), folderOf('fr', { page: 'chapters', contract }), CHAPTERS_FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ChaptersReport) : null;
}

/** The answer to the situation that stands in the calculator's form: a phone shows it before it has computed anything. */
export function usualAnswer(): Answer {
  return answerTo(USUAL);
}

/** All contracts of the site, in the order of their ids. */
export function stagedContracts(): StagedContract[] {
  const folder = stageFolder();
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((id) => {
      const overview = read(id, OVERVIEW_FILE) as ContractOverview;
      const account = stagedAccount(id);
      return {
        overview,
        reports: overview.months.map((month) => read(id, month, REPORT_FILE) as MonthlyReport),
        account: account?.account ?? null,
        statements: account?.statements ?? [],
        chapters: stagedChapters(id),
        years: [...new Set(overview.months.map((month) => month.slice(0, 4)))].map(
          (year) => read(id, year, YEAR_FILE) as YearReport,
        ),
      };
    });
}

function stageFolder(): string {
  const folder = process.env[STAGE_VARIABLE];
  if (!folder) throw new Error('The pages are built by "npm run build", which reads the data first.');
  return folder;
}
