/**
 * From what was read to what is published: the one way out, for the command line, the browser and the tests.
 *
 *   bytes → rows → tickets      `readExports`, in `ingest/read.ts`
 *   tickets → clocks → KPIs     `measuredMonths`, one pass over the table
 *   KPIs → reports              each month, and from the months: account, topics, other chapters, proofs, years
 *
 * Nothing here touches a disk, and the pages compute nothing more.
 */
import type { Contract, Text } from '../contract/contract.ts';
import type { Month } from '../domain/months.ts';
import type { Problem } from '../domain/problem.ts';
import type { Read } from '../ingest/read.ts';
import { accountOf } from './account.ts';
import type { Account, Statement } from './account-schema.ts';
import { chaptersReport, type ChaptersReport } from './chapters.ts';
import { explorerSeries, type ExplorerSeries } from './explorer.ts';
import { measuredMonths } from './monthly.ts';
import { overviewOf, type ContractOverview } from './overview.ts';
import type { MonthlyReport } from './schema.ts';
import { restatementOf, type Seal } from './seal.ts';
import { Slugs } from './slugs.ts';
import { ticketProofs, withCauses, type TicketProof } from './tickets.ts';
import { topicsOf } from './topics.ts';
import { yearlyReports, type YearReport } from './yearly.ts';

/** What people say beside the data. */
export interface Remarks {
  /** Month → the manager's own words, as HTML. */
  readonly comments: ReadonlyMap<Month, Text>;
  /** Month → its figures as they were presented. */
  readonly seals: ReadonlyMap<Month, Seal>;
  /** What the checks found, for the page of the data. */
  readonly warnings: readonly Problem[];
}

/** All that is published of a contract, as plain data. */
export interface Publication {
  readonly overview: ContractOverview;
  /** One for each month, ascending. */
  readonly months: readonly MonthlyReport[];
  /** One for each calendar year, ascending. */
  readonly years: readonly YearReport[];
  /** `null` where the contract says nothing of what was bought, of penalties or of questions. */
  readonly account: Account | null;
  /** One for each month of the ledgers, ascending. */
  readonly statements: readonly Statement[];
  /** The tickets that something published names, in the order of the table. */
  readonly proofs: readonly TicketProof[];
  /** `null` where the contract says nothing of releases, availability, security or reversibility. */
  readonly chapters: ChaptersReport | null;
  /** Every figure of every month, for the explorer. */
  readonly series: readonly ExplorerSeries[];
}

const NO_REMARKS: Remarks = { comments: new Map(), seals: new Map(), warnings: [] };

/** Computes all that is published of a contract. The same reading and remarks give the same publication. */
export function publicationOf(contract: Contract, reading: Read, remarks = NO_REMARKS): Publication {
  const { table, asOf } = reading;
  // Folders of tickets are named in the order in which something first names them.
  const slugs = new Slugs();
  const { reports, service, measures } = measuredMonths({ contract, ...reading }, slugs);
  const account = accountOf(contract, table, asOf, service, slugs);
  const remarked = reports.map((report) => {
    const comment = remarks.comments.get(report.month) ?? null;
    const restated = restatementOf(report, remarks.seals.get(report.month));
    const told = { ...report, comment, restated };
    return { ...told, topics: topicsOf(told, account?.account ?? null) };
  });
  const named = new Set(account?.tickets);
  const chapters = chaptersReport(contract, table, asOf, (key) => {
    named.add(key);
    return slugs.of(key);
  });
  const proofs = ticketProofs(contract, table, asOf, remarked, slugs, account, named);
  const proofOf = new Map(proofs.map((proof) => [proof.key, proof]));
  const months = remarked.map((report) => withCauses(report, proofOf));
  return {
    overview: overviewOf(contract, asOf, months, remarks.warnings),
    months,
    years: yearlyReports(months, account?.account ?? null, contract.policies.minimumSample),
    account: account?.account ?? null,
    statements: account?.statements ?? [],
    proofs,
    chapters,
    series: explorerSeries(measures),
  };
}
