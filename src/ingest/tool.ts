/** What a ticketing tool writes, as data: how its file is recognised, and what its columns and words mean. */
import type {
  ChangingField,
  DerivedField,
  EffortUnit,
  EventField,
  Field,
  FileLang,
  Kind,
  RowField,
  StatusClass,
  WorkField,
} from '../domain/ticket.ts';

/** How cells are quoted: quotes doubled (RFC 4180), as PHP's `fputcsv` with its backslash does it, or not at all. */
export type Quoting = 'doubled' | 'backslash' | 'none';

/** Headings by language; `any` for those that are the same in all, such as field names of a database. */
export type Headings = Partial<Readonly<Record<FileLang | 'any', readonly string[]>>>;

/** An export of a tool that is not a list of tickets. */
interface Log<Name extends RowField> {
  readonly signatures: readonly (readonly string[])[];
  readonly columns: Partial<Readonly<Record<Name, Headings>>>;
}

export interface EventLog extends Log<EventField | 'hours' | 'person'> {
  /** How the column `change` names the values that are read; without that column every row is a change of the status. */
  readonly changes?: Readonly<Record<ChangingField, readonly string[]>>;
  /** Where one cell tells what was and what became: the groups `from` and `to`, for each value that changes. */
  readonly within?: Partial<Readonly<Record<ChangingField, RegExp>>>;
  /** What a time entry among the events is counted in. */
  readonly unit?: EffortUnit;
}

export interface WorkLog extends Log<WorkField> {
  readonly unit?: EffortUnit;
  /** Where the cell holds more than the ticket's key: the first group is the key. */
  readonly ticketIn?: RegExp;
}

/** An export from which nothing can be made: times summed up over tickets and months, or without the day of the work. */
export interface Unusable {
  readonly signatures: readonly (readonly string[])[];
  readonly why: 'totals' | 'undated';
}

export interface Tool {
  readonly id: string;
  readonly name: string;
  /** Headings that only this tool has together: the file is its own where all of one list are there. Written as in the file. */
  readonly signatures: readonly (readonly string[])[];
  /** Field → headings that carry it, the best first. Case, accents, apostrophes and spaces do not matter. */
  readonly columns: Partial<Readonly<Record<Field | DerivedField, Headings>>>;
  /** Headings whose presence says that each row is the state of a ticket at an instant, not a ticket. */
  readonly auditLog?: readonly (readonly string[])[];
  readonly history?: readonly EventLog[];
  readonly worklog?: readonly WorkLog[];
  readonly unusable?: readonly Unusable[];
  /** Headings of columns that hold the time entries of a ticket, one a cell: `comment;date;author;seconds`. */
  readonly logWork?: readonly string[];
  /** Headings of the day and the hours of a time entry in the row of its ticket, one entry a row. */
  readonly subWork?: { readonly date: readonly string[]; readonly hours: readonly string[] };
  readonly quoting?: Quoting;
  /** Rows without a key go on with the ticket above: the second and further values of a field that has several. */
  readonly continued?: boolean;
  /** A delimiter in a heading is not escaped: the heading of a custom field may look like two, and the rows are narrower. */
  readonly headingsUnescaped?: boolean;
  /** The order of day and month where the cells do not show it. */
  readonly dates?: Partial<Readonly<Record<FileLang, 'day-first' | 'month-first'>>>;
  /** Cells that say nothing, besides the empty one. */
  readonly missing?: readonly string[];
  /** `UTC`, or the zone is that of the user who exported and must be stated. */
  readonly zone: 'UTC' | 'stated';
  /** What effort is counted in; hours unless said. */
  readonly effort?: EffortUnit;
  /** The date of resolution is written again when a ticket is closed or withdrawn: it is that of the closing. */
  readonly rewritten?: boolean;
  /** The instants that outlive a reopening: to be believed only where the state says so. */
  readonly stale?: readonly ('resolved' | 'closed')[];
  readonly statuses: Partial<Readonly<Record<StatusClass, readonly string[]>>>;
  readonly kinds: Partial<Readonly<Record<Kind, readonly string[]>>>;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Exports of exactly so many rows were probably cut. */
  readonly limits?: readonly number[];
}
