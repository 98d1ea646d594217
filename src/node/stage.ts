/** What the build hands to the pages: the published JSON itself, in a folder that an environment variable names. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractOverview } from '../report/overview.ts';
import type { MonthlyReport } from '../report/schema.ts';
import type { TicketProof } from '../report/tickets.ts';

export const STAGE_VARIABLE = 'JAUGE_STAGE';
export const OVERVIEW_FILE = 'contract.json';
export const REPORT_FILE = 'report.json';
/** All proofs of a contract in one file beside its folder: they are published one by one. */
export const TICKETS_SUFFIX = '.tickets.json';
export const TICKET_FILE = 'ticket.json';

export interface StagedContract {
  readonly overview: ContractOverview;
  /** One for each month, ascending. */
  readonly reports: readonly MonthlyReport[];
}

/** The tickets of a contract that have a page. */
export function stagedTickets(contract: string): TicketProof[] {
  return JSON.parse(readFileSync(join(stageFolder(), `${contract}${TICKETS_SUFFIX}`), 'utf8')) as TicketProof[];
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
      return { overview, reports: overview.months.map((month) => read(id, month, REPORT_FILE) as MonthlyReport) };
    });
}

function stageFolder(): string {
  const folder = process.env[STAGE_VARIABLE];
  if (!folder) throw new Error('The pages are built by "npm run build", which reads the data first.');
  return folder;
}
