/**
 * The shape of a KPI. A KPI says, for one ticket, what it adds to which month; the collector behind `put` keeps the
 * cells (slice × month × priority × kind). All KPIs see each ticket once, so the cost is one pass over the table
 * whatever the number of months, and the memory is that of the durations collected.
 */
import type { Classes, Outcome } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import type { MonthIndex } from '../domain/months.ts';
import type { Need, TicketTable, TicketView } from '../domain/ticket.ts';

export interface KpiContext {
  readonly contract: Contract;
  readonly table: TicketTable;
  readonly classes: Classes;
  readonly months: MonthIndex;
  /** What is known, up to this instant. */
  readonly asOf: number;
  /** The clocks that the contract promises something about. */
  readonly clocks: readonly string[];
  /** For each clock what the exports lack to read it; empty where it can be read. */
  readonly missing: readonly (readonly Need[])[];
}

/** One ticket as a KPI sees it. `outcomes[i]` is the clock `context.clocks[i]`. */
export interface Visit {
  readonly ticket: TicketView;
  readonly outcomes: readonly Outcome[];
  readonly context: KpiContext;
}

/** Where a month shows a figure besides the table of all figures, the method, the explorer and the files. */
export type Section = 'times' | 'quality';

interface Common<Id extends string> {
  readonly id: Id;
  /** Left out for the table of all figures alone. Figures of clocks stand among the times once for each clock. */
  readonly section?: Section;
  /** Which way is good; `null` where neither is. */
  readonly better: 'higher' | 'lower' | null;
  readonly needs: readonly Need[];
  /** The parts that the figure is also given for, besides month, priority and kind: clocks, statuses. */
  readonly slices?: (context: KpiContext) => readonly string[];
  /** It follows tickets beyond the month, so that the figure of a month moves until all of them are done. */
  readonly settlesLater?: true;
  /** Its slices are clocks, and one that the exports do not let one read has no figure. */
  readonly readsClocks?: true;
}

/** What the number beside a figure counts: a ticket may have several deadlines, stops of clocks, stays and time entries. */
export const COUNTED = ['tickets', 'deadlines', 'stops', 'stays', 'entries'] as const;
export type Counted = (typeof COUNTED)[number];

interface Sampled {
  readonly counts: Counted;
}

/** Tickets (or events) counted in the month of an instant. */
interface CountKpi<Id extends string = string> extends Common<Id> {
  readonly measure: 'count';
  readonly visit: (visit: Visit, put: (at: number, times?: number, slice?: number) => void) => void;
}

/** Tickets that are in a state at the end of each month: from an instant (inclusive) to another (exclusive; `NaN` for never). */
interface StockKpi<Id extends string = string> extends Common<Id> {
  readonly measure: 'stock';
  readonly visit: (
    visit: Visit,
    put: (from: number, to: number, slice?: number) => void,
    exclude: (reason: ExclusionReason, at: number, slice?: number) => void,
  ) => void;
}

/** How a measured number is to be read: all time, the contract's own time, or hundredths of a percent. */
export type Unit = 'calendar-time' | 'working-time' | 'basis-points';

/** Tickets that pass a test, of those that it is put to, in the month of an instant. */
interface ShareKpi<Id extends string = string> extends Common<Id>, Sampled {
  readonly measure: 'share';
  readonly visit: (
    visit: Visit,
    put: (at: number, met: boolean, slice?: number) => void,
    exclude: (reason: ExclusionReason, at: number, slice?: number) => void,
  ) => void;
}

/** Durations in whole milliseconds (or other whole numbers), in the month of an instant. */
interface DurationKpi<Id extends string = string> extends Common<Id>, Sampled {
  readonly measure: 'duration';
  readonly unit: Unit;
  /** What belongs to no ticket. */
  readonly loose?: (context: KpiContext, put: (at: number, duration: number, slice?: number) => void) => void;
  readonly visit: (
    visit: Visit,
    put: (at: number, duration: number, slice?: number) => void,
    exclude: (reason: ExclusionReason, at: number, slice?: number) => void,
  ) => void;
}

/** How old, at the end of each month, what is in a state is: from an instant (inclusive) to another (exclusive; `NaN` for never). */
interface AgeKpi<Id extends string = string> extends Common<Id> {
  readonly measure: 'age';
  readonly unit: Unit;
  readonly visit: (visit: Visit, put: (from: number, to: number, slice?: number) => void) => void;
}

/** How long until an end that some tickets have not reached yet: those count for as long as they have lasted. */
interface SurvivalKpi<Id extends string = string> extends Common<Id>, Sampled {
  readonly measure: 'survival';
  readonly visit: (visit: Visit, put: (at: number, duration: number, ended: boolean, slice?: number) => void) => void;
}

/** One KPI over another: a share that may exceed the whole. */
interface QuotientKpi<Id extends string = string> extends Common<Id>, Sampled {
  readonly measure: 'quotient';
  readonly of: string;
  readonly over: string;
}

export type Kpi<Id extends string = string> =
  CountKpi<Id> | StockKpi<Id> | ShareKpi<Id> | DurationKpi<Id> | AgeKpi<Id> | SurvivalKpi<Id> | QuotientKpi<Id>;

/** Why a ticket that could have counted did not. */
export const EXCLUSION_REASONS = [
  'negative-duration',
  'cancelled',
  'rejected',
  'merged',
  'stop-unknown',
  'not-computable',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** The constructors keep the id of a KPI as a literal type, from which the list of all texts is derived. */
export function countKpi<const Id extends string>(kpi: Omit<CountKpi<Id>, 'measure'>): CountKpi<Id> {
  return { measure: 'count', ...kpi };
}
export function stockKpi<const Id extends string>(kpi: Omit<StockKpi<Id>, 'measure'>): StockKpi<Id> {
  return { measure: 'stock', ...kpi };
}
export function shareKpi<const Id extends string>(kpi: Omit<ShareKpi<Id>, 'measure'>): ShareKpi<Id> {
  return { measure: 'share', ...kpi };
}
export function durationKpi<const Id extends string>(kpi: Omit<DurationKpi<Id>, 'measure'>): DurationKpi<Id> {
  return { measure: 'duration', ...kpi };
}
export function ageKpi<const Id extends string>(kpi: Omit<AgeKpi<Id>, 'measure'>): AgeKpi<Id> {
  return { measure: 'age', ...kpi };
}
export function survivalKpi<const Id extends string>(kpi: Omit<SurvivalKpi<Id>, 'measure'>): SurvivalKpi<Id> {
  return { measure: 'survival', ...kpi };
}
export function quotientKpi<const Id extends string>(kpi: Omit<QuotientKpi<Id>, 'measure'>): QuotientKpi<Id> {
  return { measure: 'quotient', ...kpi };
}
