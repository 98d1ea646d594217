/** What the build hands to the pages: the published JSON itself, in a folder that an environment variable names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../report/publication.ts';
import { folderOf, type Route } from '../site.ts';

export const STAGE_VARIABLE = 'JAUGE_STAGE';
/** Counts how often what lies in the folder was replaced. */
export const GENERATION_VARIABLE = 'JAUGE_STAGE_GENERATION';
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

/** All publications of the site, in the order of the ids of their contracts. */
export function stagedPublications(): readonly Publication[] {
  const folder = process.env[STAGE_VARIABLE];
  if (!folder) throw new Error('The pages are made by "npm run build" and "npm run dev", which read the data first.');
  const generation = process.env[GENERATION_VARIABLE] ?? '';
  if (kept?.folder !== folder || kept.generation !== generation)
    kept = { folder, generation, publications: publicationsIn(folder) };
  return kept.publications;
}

/** What was read last: while one works on a view, the data stay as they are. */
let kept: { folder: string; generation: string; publications: readonly Publication[] } | null = null;

function publicationsIn(folder: string): Publication[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((id) => publicationIn(folder, id));
}

/** The build wrote these files a moment ago from the same types, so that they are not checked again. */
function publicationIn(folder: string, contract: string): Publication {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const of = (route: Route, file: string): unknown => read(folderOf('fr', route), file);
  const has = (route: Route, file: string): boolean => existsSync(join(folder, folderOf('fr', route), file));
  const overview = read(contract, OVERVIEW_FILE) as Publication['overview'];
  const [consumption, chapters]: [Route, Route] = [
    { page: 'consumption', contract },
    { page: 'chapters', contract },
  ];
  const account = has(consumption, ACCOUNT_FILE) ? (of(consumption, ACCOUNT_FILE) as Publication['account']) : null;
  const statements = account
    ? readdirSync(join(folder, folderOf('fr', consumption)), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  return {
    overview,
    months: overview.months.map((month) => read(contract, month, REPORT_FILE) as Publication['months'][number]),
    years: [...new Set(overview.months.map((month) => month.slice(0, 4)))].map(
      (year) => read(contract, year, YEAR_FILE) as Publication['years'][number],
    ),
    account,
    statements: statements.map(
      (month) => of({ page: 'statement', contract, month }, STATEMENT_FILE) as Publication['statements'][number],
    ),
    proofs: read(`${contract}${TICKETS_SUFFIX}`) as Publication['proofs'],
    chapters: has(chapters, CHAPTERS_FILE) ? (of(chapters, CHAPTERS_FILE) as Publication['chapters']) : null,
    series: read(contract, SERIES_FILE) as Publication['series'],
  };
}
