/**
 * What can be wrong with the input, as data: a code, a place and the figures that a sentence needs.
 * The sentences are in `i18n/`; every code has its French and its English wording or the project does not compile.
 */
import type { EffortUnit, Field, Need, RowField, RowKind } from './ticket.ts';

/** Code → what its sentence needs to know. */
export interface ProblemParams {
  // The data folder
  'data-folder-missing': { folder: string };
  'data-folder-empty': { folder: string };
  'contract-file-missing': { folder: string };
  'contract-id-duplicate': { id: string; other: string };
  'contract-id-reserved': { id: string; reserved: readonly string[] };
  'contract-not-found': { id: string; known: readonly string[] };
  'drops-missing': { folder: string };
  'months-missing': { months: readonly string[] };
  'output-not-ours': { folder: string };
  'file-not-in-tickets': { name: string };
  'file-not-read': { name: string };
  'file-unreadable': { reason: string };
  // The contract file
  'yaml-invalid': { reason: string };
  'contract-key-unknown': { key: string; known: readonly string[] };
  'contract-key-missing': { path: string; key: string };
  'contract-value-invalid': { path: string; found: string; expected: string; options: readonly string[] };
  'contract-reference-unknown': { path: string; found: string; kind: string; known: readonly string[] };
  'contract-clock-twice': { clock: string };
  'contract-goals-differ': { clock: string; priority: string; goals: readonly [string, string] };
  'contract-word-twice': { word: string; other: string };
  'contract-term-twice': { date: string };
  'contract-without-calendar': { path: string };
  'contract-id-twice': { id: string };
  'coverage-changes-form': { id: string; before: string; after: string };
  'smoothing-too-short': { smoothing: string; per: string };
  'lot-expires-early': { lot: string; bought: string; expires: string };
  'lot-outside': { lot: string; from: string; to: string | null };
  'adjustment-outside': { coverage: string; date: string };
  'activities-of-tickets': { unit: string };
  'lot-priced-twice': { lot: string };
  'penalty-base-unnamed': { id: string };
  'penalty-coverage-unnamed': { id: string; known: readonly string[] };
  /** Quantities in units. */
  'statement-differs': { book: string; on: string; stated: number; found: number; since: string | null };
  'abacus-missing': { unit: string; key: string };
  'survey-impossible': { month: string; asked: number; answered: number; satisfied: number };
  'logo-unusable': { logo: string; why: 'missing' | 'outside' | 'format' | 'script' | 'size' };
  'comment-name-unknown': { name: string };
  'seal-month-not-complete': { month: string; complete: readonly string[] };
  'page-not-built': { site: string; page: string };
  'seal-exists': { month: string };
  'seal-unreadable': { reason: string };
  'consumption-not-known': { coverage: string; missing: readonly Need[] };
  'work-without-units': { entries: number; example: string };
  'index-value-missing': { index: string; month: string };
  'clock-not-computable': { clock: string; missing: readonly Need[] };
  // A drop as bytes
  'gzip-truncated': { bytes: number };
  'gzip-invalid': { reason: string };
  'gzip-too-dense': { bytes: number; size: number };
  'file-empty': Record<string, never>;
  'file-not-text': { format: string };
  'quote-unclosed': { opened: number };
  'record-too-long': { bytes: number };
  'encoding-repaired': { encoding: string; sequences: number };
  // A drop as a table
  'export-unusable': { tool: string; why: 'totals' | 'undated' };
  'columns-too-many': { count: number; limit: number };
  'header-unknown': { found: readonly string[]; tools: readonly string[] };
  'tool-other': { stated: string; found: string };
  'column-unknown': { field: string; column: string; found: readonly string[] };
  'column-missing': { field: string; names: readonly string[]; found: readonly string[] };
  'rows-missing': { rows: RowKind };
  'dates-relative': { column: string };
  'export-cut': { rows: number; tool: string };
  'date-order-undecided': { column: string; example: string; other: string };
  'date-order-mixed': {
    column: string;
    dayFirst: string;
    dayFirstLine: number;
    monthFirst: string;
    monthFirstLine: number;
  };
  'local-times-ambiguous': { column: string; zone: string; repeated: number; missing: number };
  // A row
  'cells-unexpected': { found: number; expected: number };
  'quote-misplaced': Record<string, never>;
  'key-missing': { column: string };
  'key-implausible': { column: string };
  'date-unreadable': { column: string; found: string; expected: string };
  'date-missing': { column: string; field: RowField };
  'number-unreadable': { column: string; found: string; effort: boolean };
  'key-in-conflict': {
    key: string;
    column: string;
    found: string;
    other: string;
    otherFile: string;
    otherLine: number;
  };
  'log-work-unreadable': { cells: number };
  'events-without-ticket': { events: number; example: string };
  'history-incomplete': { tickets: number; key: string };
  'work-unconfirmed': { entries: number; example: string; later: string };
  'change-column-unknown': { headings: readonly string[] };
  'open-tickets-untold': { tickets: number; keys: readonly string[]; since: string };
  'opening-is-first-event': { tickets: number };
  'openings-differ': { tickets: number; key: string };
  'resolution-not-known': { closed: boolean; history: boolean };
  'resolution-is-closing': { tickets: number };
  'resolution-untold': { tickets: number; key: string };
  'effort-implausible': { tickets: number; efforts: number; median: number; unit: EffortUnit; assumed: boolean };
  'zone-assumed': { zone: string; column: string; line: number; shown: string; read: string };
  'work-without-ticket': { entries: number; tickets: number; example: string };
  'correction-twice': { ticket: string; field: Field };
  'correction-without-ticket': { ticket: string };
  'correction-not-expected': { ticket: string; field: Field; expected: string; found: string };
  // Words of the file that the contract does not classify
  'terms-after-tickets': { tickets: number; from: string; first: string };
  /** `hidden` words are not quoted: seen once, or like a name. */
  'status-unknown': { words: readonly string[]; hidden: number };
  'priority-missing': Record<string, never>;
  'priority-unknown': { words: readonly string[]; hidden: number; empty: number; tickets: number };
  'instant-implausible': { tickets: number; key: string; instant: string; usual: string };
  'status-too-many': { count: number };
  'instants-out-of-order': { tickets: number; key: string; created: string; stopped: string };
  'cutoff-before-data': { cutoff: string; last: string };
}

export type ProblemCode = keyof ProblemParams;
/** `note`: nothing is wrong, and whoever reads the figures should know it. */
export type Severity = 'error' | 'warning' | 'note';

export interface Place {
  /** As the reader knows the file: relative to the data folder. */
  readonly file?: string;
  /** 1-based line of the file. */
  readonly line?: number;
  /** 1-based: the character in a YAML file, the cell in a table. */
  readonly column?: number;
}

export type Problem = {
  readonly [Code in ProblemCode]: Place & {
    readonly code: Code;
    readonly severity: Severity;
    readonly params: ProblemParams[Code];
  };
}[ProblemCode];

/** An error: what stands there cannot be used. */
export function error<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], place: Place = {}): Problem {
  return { code, severity: 'error', params, ...place } as unknown as Problem;
}

/** A warning: it was used, and the reader of the report should know. */
export function warning<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], place: Place = {}): Problem {
  return { code, severity: 'warning', params, ...place } as unknown as Problem;
}

/** A note: nothing is wrong, and a reader should know. */
export function note<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], place: Place = {}): Problem {
  return { code, severity: 'note', params, ...place } as unknown as Problem;
}

/** The same problem, as a warning. */
export function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
