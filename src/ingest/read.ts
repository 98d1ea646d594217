/**
 * From exports to tickets: the one way in, for the command line, the browser and the tests. Bytes become rows, rows become
 * tickets, known mistakes are corrected, what happened after the cut-off is left out, and every ticket gets its resolution.
 */
import type { Contract, Source } from '../contract/contract.ts';
import type { Correction } from '../contract/corrections.ts';
import { asWarning, error, hasErrors, warning, type Place, type Problem } from '../domain/problem.ts';
import { KEEP_NOTHING, type Field, type TicketTable } from '../domain/ticket.ts';
import { knownUpTo, ticketsUpTo } from './as-of.ts';
import { ticketsBeforeTerms, unclassifiedWords } from './classify.ts';
import { correct } from './correct.ts';
import { draftFor } from './draft.ts';
import { doubts, effortDoubts, implausible } from './plausibility.ts';
import { withheld } from './quotable.ts';
import { resolutionDoubts, withResolution, type ResolutionRule } from './resolution.ts';
import { readDrop, type Rejected, type Rows } from './rows.ts';
import { ticketsOf, type Accounting } from './tickets.ts';
import { zoneNotes } from './zone-notes.ts';

/** One export. */
export interface ExportFile {
  /** How problems name it. */
  readonly name: string;
  /** What the contract says of it; `null` for nothing. */
  readonly source: Source | null;
  /** Its bytes, in any pieces; asked for again where a mapping is drafted. Throws {@link Unreadable} where there is a reason to tell. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file whose bytes cannot be had, and why. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Exports that are believed. */
export interface Read {
  readonly state: 'read';
  readonly table: TicketTable;
  /** What is known, up to this instant. */
  readonly asOf: number;
  readonly accounting: readonly Accounting[];
  /** What was read otherwise than the exports say. */
  readonly corrections: readonly Correction[];
  readonly rejected: readonly Rejected[];
  readonly problems: readonly Problem[];
}

/** Exports that something keeps from being believed: the problems say what. */
export interface Unread {
  readonly state: 'unread';
  readonly rejected: readonly Rejected[];
  readonly problems: readonly Problem[];
}

/** What is known of tickets that have a contract. */
export type Reading = Read | Unread;

/** Where problems of the tickets and of the contract stand. */
export interface Places {
  readonly tickets: Place;
  readonly contract: Place;
}

/**
 * Reads the exports of a contract, in the order of the drops. No instant is later than `asOf`, which is the cut-off of the
 * contract or the last instant that the exports know.
 * @param corrections read from the file beside the contract
 */
export async function readExports(
  files: Iterable<ExportFile>,
  contract: Contract,
  corrections: readonly Correction[],
  places: Places,
): Promise<Reading> {
  const problems: Problem[] = [];
  const rejected: Rejected[] = [];
  const rows: Rows[] = [];
  const unread = (): Unread => ({ state: 'unread', rejected, problems });
  for (const file of files) {
    const read = await rowsOf(file, file.source, contract.zone.name, contract.keep);
    problems.push(...read.problems);
    if (!read.rows) continue;
    rows.push(read.rows);
    // Not one by one: a call takes only so many arguments.
    for (const reject of read.rows.rejected) rejected.push(reject);
    // More unreadable rows than the contract tolerates stop the build; so many are told and counted.
    const tolerated = read.rows.rejected.length <= contract.toleratedRows;
    for (const { problem } of read.rows.rejected) problems.push(tolerated ? asWarning(problem) : problem);
  }
  if (hasErrors(problems)) return unread();
  problems.push(...zoneNotes(rows));
  const folded = ticketsOf(rows, contract.statusOf, (table) =>
    correct(
      table,
      corrections,
      contract.zone,
      rows.map(({ layout }) => layout.vocabulary),
    ),
  );
  rejected.push(...folded.rejected);
  problems.push(...folded.problems, ...implausible(folded.table, contract, places.tickets));
  if (folded.table.count === 0) problems.push(error('rows-missing', { rows: 'tickets' }, places.tickets));
  if (hasErrors(problems)) return unread();
  const last = knownUpTo(folded.table);
  if (contract.cutoff !== null && contract.cutoff < last)
    problems.push(warning('cutoff-before-data', { cutoff: iso(contract.cutoff), last: iso(last) }, places.contract));
  // What happens at the cut-off is not known yet: a month that is cut off at its end does not begin the next.
  const asOf = contract.cutoff === null ? last : contract.cutoff - 1;
  const known = knownTable(folded.table, contract, asOf);
  const table = withheld(known, contract);
  problems.push(...doubts(table, contract.zone, asOf, places.tickets));
  problems.push(...resolutionDoubts(table, contract, places.tickets));
  problems.push(...effortDoubts(table, rows, places.tickets));
  problems.push(...unclassifiedWords(known, contract, places.contract));
  problems.push(...ticketsBeforeTerms(table, contract, places.contract));
  return { state: 'read', table, asOf, accounting: folded.accounting, corrections, rejected, problems };
}

/** What was known of tickets at an instant, under the rules of a contract. */
export function knownTable(
  table: TicketTable,
  contract: ResolutionRule & Pick<Contract, 'untold'>,
  asOf: number,
): TicketTable {
  const cut = ticketsUpTo(table, asOf);
  return withResolution(contract.untold === 'open' ? { ...cut, untold: null } : cut, contract);
}

/** Tickets that come without a contract, such as a file dropped into a page. */
export interface FreeReading {
  /** `null` where nothing could be read. */
  readonly table: TicketTable | null;
  readonly asOf: number;
  readonly accounting: readonly Accounting[];
  /** Rejected rows are among them. */
  readonly problems: readonly Problem[];
  /** Headings that a mapping was drafted from, where no tool is known to write the file. */
  readonly drafted: readonly string[];
}

/** Reads exports without a contract. A file of no known tool is read by what its headings seem to say. */
export async function readFreely(
  files: Iterable<ExportFile>,
  zone: string,
  contract: Contract | null = null,
): Promise<FreeReading> {
  const problems: Problem[] = [];
  const rows: Rows[] = [];
  const drafted: string[] = [];
  for (const file of files) {
    const read = await readRows(file, zone);
    for (const problem of read.problems) problems.push(problem);
    for (const { problem } of read.rows?.rejected ?? []) problems.push(problem);
    if (!read.rows) continue;
    rows.push(read.rows);
    if (read.draft) drafted.push(...read.draft.values());
  }
  if (!rows.length) return { table: null, asOf: -Infinity, accounting: [], problems, drafted };
  const folded = ticketsOf(rows, contract?.statusOf);
  problems.push(...folded.problems);
  const last = knownUpTo(folded.table);
  const asOf = contract?.cutoff == null ? last : contract.cutoff - 1;
  const table = knownTable(folded.table, contract ?? PLAIN, asOf);
  return { table, asOf, accounting: folded.accounting, problems, drafted };
}

/**
 * The rows of one export that comes without a contract. Where no tool is known to write it, a mapping is drafted from its
 * headings and used.
 * @returns the rows, `null` where they cannot be read even so, and the mapping, `null` where none was needed
 */
export async function readRows(
  file: ExportFile,
  zone: string,
): Promise<{
  readonly rows: Rows | null;
  readonly problems: readonly Problem[];
  readonly draft: ReadonlyMap<Field, string> | null;
}> {
  const first = await rowsOf(file, file.source, zone);
  const draft = draftFor(first.problems);
  const { rows, problems } = draft?.source ? await rowsOf(file, draft.source, zone) : first;
  return { rows, problems, draft: draft?.columns ?? null };
}

/** What holds of tickets where no contract says otherwise: the last resolution counts, a closing is none. */
const PLAIN: ResolutionRule & Pick<Contract, 'untold'> = {
  statusOf: new Map(),
  resolution: null,
  untold: 'open',
  policies: { reopened: 'total' },
};

async function rowsOf(
  file: ExportFile,
  source: Source | null,
  zone: string,
  keep = KEEP_NOTHING,
): Promise<{ rows: Rows | null; problems: readonly Problem[] }> {
  try {
    return await readDrop(file.name, file.chunks(), source, zone, keep);
  } catch (cause) {
    if (cause instanceof Unreadable) return { rows: null, problems: [cause.problem] };
    throw cause;
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
