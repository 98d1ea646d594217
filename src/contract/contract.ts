/** What was agreed, ready to be used: calendars built, texts in both languages, terms in the order of their instants. */
import type { Ratio } from '../domain/statistics.ts';
import type { Committee } from './committee.ts';
import type { WorkingCalendar } from '../domain/calendar.ts';
import type { EffortUnit, Keep, Kind, LabelledField, Level, RowField, RowKind, StatusClass } from '../domain/ticket.ts';
import type { Zone } from '../domain/zone.ts';
import type { Chapters } from './chapters.ts';
import type { Abacus, Adjustment, Coverage, EffortRule, SignedBalance } from './coverage.ts';
import type { PolicyChoices } from './policies.ts';
import type { DayRate, Penalty, PriceIndex, QuestionRule, Revision } from './pricing.ts';
import type { Target } from './target.ts';

/** The languages of the site, the first one at its root. */
export const LANGS = ['fr', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export type Text = Readonly<Record<Lang, string>>;

export interface NamedCalendar {
  readonly id: string;
  readonly label: Text | null;
  readonly working: WorkingCalendar;
}

export interface Priority {
  readonly id: string;
  readonly label: Text;
}

/** The first time that something happens to a ticket. */
export type ClockEvent =
  | { readonly on: 'column'; readonly column: 'created' | 'acknowledged' | 'workaround' | 'resolved' | 'closed' }
  | { readonly on: 'enters' | 'leaves'; readonly statuses: StatusMatch };

/** Statuses, as a class of them or as folded words of the tool. */
export type StatusMatch = { readonly class: StatusClass } | { readonly words: ReadonlySet<string> };

export interface Clock {
  readonly id: string;
  /** `null` for a built-in clock, whose texts are in `i18n/`. */
  readonly label: Text | null;
  readonly start: ClockEvent;
  readonly stops: readonly ClockEvent[];
  readonly pauses: readonly StatusMatch[];
  readonly time: 'working' | 'calendar';
  readonly calendar: string | null;
}

export interface TargetRow {
  /** Indexes into the contract's priorities; `null` for all. */
  readonly priorities: ReadonlySet<number> | null;
  readonly kind: Kind | null;
  readonly level: Level | null;
  readonly application: string | null;
  readonly complexity: string | null;
  readonly target: Target;
  /** The target as the contract words it. */
  readonly wording: string;
  readonly goal: Ratio;
  /** `null` counts all time. */
  readonly calendar: NamedCalendar | null;
}

export interface Commitment {
  readonly clock: Clock;
  readonly clause: string | null;
  readonly goal: Ratio;
  /** The first row that matches a ticket applies. */
  readonly rows: readonly TargetRow[];
}

export interface Term {
  /** In force from this instant, inclusive, to the start of the next term. */
  readonly from: number;
  readonly label: Text | null;
  readonly applies: 'opened-after' | 'all-running';
  /** These and the following: what an amendment leaves out stays as it was. */
  readonly commitments: readonly Commitment[];
  readonly coverage: readonly Coverage[];
  readonly prices: readonly DayRate[];
  readonly penalties: readonly Penalty[];
  readonly questions: QuestionRule | null;
}

export interface Source {
  /** Matches the names of drops, relative to the contract's folder; `null` all. */
  readonly files: string | null;
  readonly tool: string | null;
  readonly zone: string | null;
  readonly dates: 'day-first' | 'month-first' | null;
  /** A format of its own: tokens, `epoch-s` or `epoch-ms`. */
  readonly dateFormat: string | null;
  readonly unit: EffortUnit | null;
  /** Words of a kept and of a missed target; empty where the tool's own hold. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** What labels tell: a field, and the prefix of its labels or their list. */
  readonly labels: ReadonlyMap<LabelledField, string | readonly string[]>;
  readonly rows: RowKind | null;
  readonly missing: readonly string[];
  readonly columns: ReadonlyMap<RowField, string>;
  readonly attribution: Text | null;
}

/** What the contract says of the cases that tools decide in silence; see `clocks/policies.ts` and `clocks/stages.ts`. */
export interface Policies extends PolicyChoices {
  readonly minimumSample: number;
  readonly reopenWithinDays: number;
}

export interface Contract {
  readonly id: string;
  readonly name: Text;
  readonly client: string;
  readonly provider: string;
  readonly note: Text | null;
  readonly confidentiality: Text | null;
  /** `#rrggbb`; `null` for the colour of Jauge. */
  readonly accent: string | null;
  /** The name of a file in the folder of the contract. */
  readonly logo: string | null;
  readonly committee: Committee;
  readonly zone: Zone;
  readonly cutoff: number | null;
  /** Whether the closing of a ticket stands for its resolution where nothing else tells it. */
  readonly resolution: 'closed' | null;
  /** What open tickets are that the newest list does not tell of any more. */
  readonly untold: 'open' | 'left-out';
  /** Instants that are true though far from the others, half-open; `null` where the contract does not say. */
  readonly plausible: { readonly from: number; readonly to: number } | null;
  readonly sources: readonly Source[];
  readonly toleratedRows: number;
  readonly keep: Keep;
  readonly calendars: ReadonlyMap<string, NamedCalendar>;
  readonly priorities: readonly Priority[];
  /** Folded word → index into the priorities. */
  readonly priorityOf: ReadonlyMap<string, number>;
  /** Folded word → class, where the contract says so; else what the tool means by the word holds. */
  readonly statusOf: ReadonlyMap<string, StatusClass>;
  readonly kindOf: ReadonlyMap<string, Kind>;
  /** Folded name of a group → the level that it works at. */
  readonly levelOf: ReadonlyMap<string, Level>;
  /** Key of a ticket → why its figures are contested. */
  readonly contested: ReadonlyMap<string, Text>;
  readonly terms: readonly Term[];
  readonly policies: Policies;
  readonly currency: string;
  /** The day number of the last day; `null` where the contract does not say. */
  readonly ends: number | null;
  readonly vat: Ratio;
  readonly bonus: 'taxed' | 'untaxed';
  readonly abacus: Abacus;
  readonly effort: EffortRule;
  readonly adjustments: readonly Adjustment[];
  readonly statements: readonly SignedBalance[];
  readonly indices: readonly PriceIndex[];
  readonly revision: Revision | null;
  /** Months whose penalties both parties agreed on. */
  readonly penaltiesAgreed: ReadonlySet<string>;
  readonly chapters: Chapters;
}
