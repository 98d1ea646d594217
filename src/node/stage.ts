/** What the build hands to the pages: the published JSON itself, in a folder that an environment variable names. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractOverview } from '../report/overview.ts';
import type { MonthlyReport } from '../report/schema.ts';

export const STAGE_VARIABLE = 'JAUGE_STAGE';
export const OVERVIEW_FILE = 'contract.json';
export const REPORT_FILE = 'report.json';

export interface StagedContract {
  readonly overview: ContractOverview;
  /** One for each month, ascending. */
  readonly reports: readonly MonthlyReport[];
}

/** All contracts of the site, in the order of their ids. */
export function stagedContracts(): StagedContract[] {
  const folder = process.env[STAGE_VARIABLE];
  if (!folder) throw new Error('The pages are built by "npm run build", which reads the data first.');
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  return readdirSync(folder)
    .sort()
    .map((id) => {
      const overview = read(id, OVERVIEW_FILE) as ContractOverview;
      return { overview, reports: overview.months.map((month) => read(id, month, REPORT_FILE) as MonthlyReport) };
    });
}
