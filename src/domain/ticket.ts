/**
 * Tickets as columns. A million of them must pass through the figures in one pass and bounded memory, in Node and in
 * a browser's worker, so there is no object per ticket: a table of typed arrays, words as numbers into a list, and
 * one reading head, {@link TicketView}, that is moved from row to row.
 */

/** What a ticket can carry. The names are those of the contract file's `columns`. */
export const WORD_FIELDS = [
  'status',
  'priority',
  'kind',
  'application',
  'group',
  'complexity',
  'title',
  'assignee',
] as const;
export const INSTANT_FIELDS = [
  'created',
  'acknowledged',
  'workaround',
  'resolved',
  'closed',
  'updated',
  'due',
] as const;
/** Counts, and the effort in milliseconds. */
export const NUMBER_FIELDS = ['reopens', 'reassignments', 'effort'] as const;
export const FLAG_FIELDS = ['toolVerdict'] as const;

export type WordField = (typeof WORD_FIELDS)[number];
export type InstantField = (typeof INSTANT_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type FlagField = (typeof FLAG_FIELDS)[number];
export type Field = 'key' | WordField | InstantField | NumberField | FlagField;

export const FIELDS: readonly Field[] = ['key', ...WORD_FIELDS, ...INSTANT_FIELDS, ...NUMBER_FIELDS, ...FLAG_FIELDS];

/**
 * What a column of a list carries that becomes another field: the second part of a state, several labels in one cell,
 * the time from the opening to the acknowledgement.
 */
export const DERIVED_FIELDS = ['substatus', 'labels', 'acknowledgedAfter'] as const;
export type DerivedField = (typeof DERIVED_FIELDS)[number];

/** What a row of a list of events carries: the ticket, when, which of its values changed, from what to what. */
export const EVENT_FIELDS = ['key', 'at', 'change', 'from', 'to'] as const;
/** What a row of a list of time entries carries: the ticket (none for time on the project), the day of the work, when it was entered. */
export const WORK_FIELDS = ['ticket', 'date', 'booked', 'activity', 'hours', 'person'] as const;

export type EventField = (typeof EVENT_FIELDS)[number];
export type WorkField = (typeof WORK_FIELDS)[number];
/** What a column of any export can carry. */
export type RowField = Field | DerivedField | EventField | WorkField;
/** What is read only where the contract asks for it: words of people, and who they are. */
export const PRIVATE_FIELDS = ['title', 'assignee', 'person'] as const satisfies readonly RowField[];
/** Those that name people: they are known by pseudonyms. */
export const PERSON_FIELDS = ['assignee', 'person'] as const satisfies readonly RowField[];

/** What a contract keeps of them. */
export interface Keep {
  readonly titles: boolean;
  readonly people: boolean;
}
export const KEEP_NOTHING: Keep = { titles: false, people: false };

export const ROW_FIELDS: readonly RowField[] = [
  ...new Set([...FIELDS, ...DERIVED_FIELDS, ...EVENT_FIELDS, ...WORK_FIELDS]),
];

/** What a row is: a ticket, the state of a ticket at an instant, a change of one value of a ticket, or a time entry. */
export const ROW_KINDS = ['tickets', 'audit-log', 'history', 'worklog'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The languages that tools write their headings in. */
export const FILE_LANGS = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl'] as const;
export type FileLang = (typeof FILE_LANGS)[number];

/** What the labels of a ticket may tell. */
export const LABELLED_FIELDS = ['status', 'priority', 'kind', 'application', 'group', 'complexity'] as const;
export type LabelledField = (typeof LABELLED_FIELDS)[number];

/** What efforts are counted in; `words` name their unit, and in `words-or-minutes` a bare number is minutes. */
export const EFFORT_UNITS = ['hours', 'minutes', 'seconds', 'days', 'words', 'words-or-minutes'] as const;
export type EffortUnit = (typeof EFFORT_UNITS)[number];

/** The values whose changes are read. */
export const CHANGING_FIELDS = ['status', 'priority', 'group'] as const;
export type ChangingField = (typeof CHANGING_FIELDS)[number];

/** What the states of a ticketing tool mean for a contract. */
export const STATUS_CLASSES = [
  'new',
  'active',
  'waiting-client',
  'waiting-third-party',
  'resolved',
  'closed',
  'rejected',
  'cancelled',
  'merged',
] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

export const KINDS = ['corrective', 'evolutive', 'preventive', 'question'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What says when a ticket was resolved: a column of the tool that no later event rewrites, its history of states, its
 * closing where the contract accepts that, or nothing.
 */
export const RESOLUTION_ORIGINS = ['unknown', 'column', 'history', 'closing'] as const;

/** Technical levels: the client's help desk, the provider, its experts. */
export const LEVELS = ['N1', 'N2', 'N3'] as const;
export type Level = (typeof LEVELS)[number];

/** What a figure needs of the exports: a field, how states (or groups) changed, who worked when, and by which pseudonym. */
export type Need = Field | 'history' | 'group-history' | 'work' | 'people';

/** Whether the exports carry it. */
export function carries(
  { known, history, work }: Pick<TicketTable, 'known' | 'history' | 'work'>,
  need: Need,
): boolean {
  switch (need) {
    case 'history':
      return history !== null;
    case 'group-history':
      return history?.group != null;
    case 'work':
      return work !== null;
    case 'people':
      return work?.people.some((name) => name !== '') ?? false;
    default:
      return known.has(need);
  }
}

/** Word 0 of every list is "the tool said nothing". */
export const NO_WORD = 0;

/** A value that changed over the life of tickets: for ticket `i`, the entries `offsets[i]` to `offsets[i + 1]`, ascending. */
export interface Changes {
  readonly offsets: Uint32Array;
  /** When the ticket took the value. */
  readonly at: Float64Array;
  readonly word: Uint32Array;
}

/** Time entries: of ticket `i` those from `offsets[i]` to `offsets[i + 1]`, by day; after the last ticket, those on none. */
export interface Work {
  readonly offsets: Uint32Array;
  /** The first instant of the day of the work. */
  readonly at: Float64Array;
  /** When it was entered; `NaN` where the export does not say. */
  readonly booked: Float64Array;
  /** Milliseconds. */
  readonly effort: Float64Array;
  /** Numbers into `activities`; 0 for none. */
  readonly activity: Uint32Array;
  readonly activities: readonly string[];
  /** Numbers into `people`, who are pseudonyms; 0 for nobody known. */
  readonly person: Uint32Array;
  readonly people: readonly string[];
}

export interface TicketTable {
  readonly count: number;
  readonly keys: readonly string[];
  /** The distinct words of the exports, by number. */
  readonly words: Readonly<Record<WordField, readonly string[]>>;
  readonly word: Readonly<Record<WordField, Uint32Array>>;
  /** What the tool that wrote a word means by it, by the number of the word; `null` where that is not known. */
  readonly meaning: {
    readonly status: readonly (StatusClass | null)[];
    readonly kind: readonly (Kind | null)[];
  };
  /** UTC epoch milliseconds; `NaN` where the export carries the field and the ticket has none. */
  readonly instant: Readonly<Record<InstantField, Float64Array>>;
  readonly number: Readonly<Record<NumberField, Float64Array>>;
  /** What `instant.resolved` of each ticket comes from: numbers into {@link RESOLUTION_ORIGINS}. */
  readonly resolvedBy: Uint8Array;
  /** 1 yes, 0 no, 255 the tool said nothing. */
  readonly flag: Readonly<Record<FlagField, Uint8Array>>;
  /** Which fields the exports carry at all: the others are not known, rather than empty. */
  readonly known: ReadonlySet<Field>;
  /**
   * Tickets that were open and that the newest list, which should tell of them, does not: how they ended is not known.
   * `null` where there is none, or where the contract takes them for open.
   */
  readonly untold: Uint8Array | null;
  /** Present where the exports tell how values changed. */
  readonly history: {
    readonly status: Changes;
    readonly priority: Changes;
    /** `null` where the exports tell of other changes only. */
    readonly group: Changes | null;
    /** The instant of the last event of each ticket; `NaN` where it has none. */
    readonly lastEvent: Float64Array;
  } | null;
  /** Present where the exports tell who worked when. */
  readonly work: Work | null;
}

/** A reading head over a table: set `index`, read the fields. */
export class TicketView {
  index = 0;
  readonly table: TicketTable;

  constructor(table: TicketTable) {
    this.table = table;
  }

  get key(): string {
    return this.table.keys[this.index]!;
  }
  get status(): number {
    return this.table.word.status[this.index]!;
  }
  get priority(): number {
    return this.table.word.priority[this.index]!;
  }
  get kind(): number {
    return this.table.word.kind[this.index]!;
  }
  get application(): number {
    return this.table.word.application[this.index]!;
  }
  get group(): number {
    return this.table.word.group[this.index]!;
  }
  /** The title; empty where it is not kept. */
  get title(): string {
    return this.table.words.title[this.table.word.title[this.index]!]!;
  }
  get complexity(): number {
    return this.table.word.complexity[this.index]!;
  }
  get created(): number {
    return this.table.instant.created[this.index]!;
  }
  get acknowledged(): number {
    return this.table.instant.acknowledged[this.index]!;
  }
  get workaround(): number {
    return this.table.instant.workaround[this.index]!;
  }
  get resolved(): number {
    return this.table.instant.resolved[this.index]!;
  }
  get closed(): number {
    return this.table.instant.closed[this.index]!;
  }
  get due(): number {
    return this.table.instant.due[this.index]!;
  }
  get reopens(): number {
    return this.table.number.reopens[this.index]!;
  }
  get toolVerdict(): number {
    return this.table.flag.toolVerdict[this.index]!;
  }
  /** The first entry of the ticket in a list of changes, and the one after its last. */
  firstChange(changes: Changes): number {
    return changes.offsets[this.index]!;
  }
  endOfChanges(changes: Changes): number {
    return changes.offsets[this.index + 1]!;
  }
}
