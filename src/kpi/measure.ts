/** One pass over the tickets: every KPI sees each of them once. */
import { classesOf, CommitmentReader, type Outcome } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import { MonthIndex, type Month } from '../domain/months.ts';
import { distributionOf, kaplanMeierMedian, type Distribution } from '../domain/statistics.ts';
import {
  carries,
  KINDS,
  LEVELS,
  TicketView,
  type Kind,
  type Level,
  type Need,
  type TicketTable,
} from '../domain/ticket.ts';
import { grown } from '../domain/growth.ts';
import { KPIS, type KpiId } from './index.ts';
import type { ExclusionReason, Kpi, KpiContext, Visit } from './kpi.ts';

/** Which cells of a figure are wanted; what is left out is added up. */
export interface Cut {
  readonly month?: Month;
  /** Index into the contract's priorities; −1 for tickets whose priority is unknown. */
  readonly priority?: number;
  /** `null` for tickets whose kind, or level, is unknown. */
  readonly kind?: Kind | null;
  readonly level?: Level | null;
  readonly slice?: string;
}

/**
 * A figure: a value; `not-applicable`, there is nothing to measure; or `not-known`, the exports do not carry what it
 * takes. None of the last two is a zero.
 */
export type Figure =
  | { readonly state: 'count'; readonly value: number }
  | { readonly state: 'share'; readonly met: number; readonly total: number }
  | ({ readonly state: 'duration' } & Distribution)
  /** Of `n` tickets `open` are not resolved; `median` is `null` where less than half are. */
  | { readonly state: 'survival'; readonly n: number; readonly open: number; readonly median: number | null }
  | { readonly state: 'not-applicable' }
  | { readonly state: 'not-known'; readonly missing: readonly Need[] };

const NOT_APPLICABLE: Figure = { state: 'not-applicable' };

/** All figures of a contract, each looked up by its KPI and its cut. */
export class Measures {
  readonly context: KpiContext;
  readonly #tallies: ReadonlyMap<string, Tally>;

  constructor(context: KpiContext, tallies: ReadonlyMap<string, Tally>) {
    this.context = context;
    this.#tallies = tallies;
  }

  figure(kpi: KpiId, cut: Cut = {}): Figure {
    const tally = this.#tallies.get(kpi)!;
    if (tally.kpi.measure !== 'quotient') return tally.figure(cut);
    if (tally.missing.length) return { state: 'not-known', missing: tally.missing };
    const of = this.#tallies.get(tally.kpi.of)!.figure(cut);
    const over = this.#tallies.get(tally.kpi.over)!.figure(cut);
    return of.state === 'count' && over.state === 'count' && over.value > 0
      ? { state: 'share', met: of.value, total: over.value }
      : NOT_APPLICABLE;
  }

  /** Tickets that a slice of a KPI left out, with the reason: in a month, or in all. */
  exclusions(kpi: KpiId, cut: Pick<Cut, 'month' | 'slice'> = {}): ReadonlyMap<ExclusionReason, number> {
    return this.#tallies.get(kpi)!.exclusionsIn(cut);
  }

  /** The slices of a KPI: clocks, statuses. */
  slices(kpi: KpiId): readonly string[] {
    return this.#tallies.get(kpi)!.slices;
  }
}

/** A ticket and how its clocks stand, as {@link measure} shows it to who wants to keep some of them. */
export type Witness = (visit: Visit) => void;

/**
 * Measures all KPIs.
 * @param asOf what is known, up to this instant; nothing in the table is later
 * @param witness sees each ticket once, in the order of the table
 * @param kpis those that are measured; no other may then be asked for
 */
export function measure(
  table: TicketTable,
  contract: Contract,
  asOf: number,
  witness?: Witness,
  kpis: readonly Kpi[] = KPIS,
): Measures {
  const classes = classesOf(table, contract);
  const reader = new CommitmentReader(contract, table, classes, asOf);
  // Work may be done before the first ticket that the exports have was opened.
  const least = (at: Float64Array | undefined, than: number): number =>
    at?.reduce((earliest, instant) => Math.min(earliest, instant), than) ?? than;
  const first = least(table.work?.at, least(table.instant.created, asOf));
  const months = new MonthIndex(first, asOf, contract.zone);
  const missing = reader.clocks.map((clock) => reader.missingFor(clock));
  const context: KpiContext = { contract, table, classes, months, asOf, clocks: reader.clocks, missing };
  const tallies = kpis.map((kpi) => new Tally(kpi, context));
  const active = tallies.filter((tally) => tally.missing.length === 0 && tally.kpi.measure !== 'quotient');
  const ticket = new TicketView(table);
  const outcomes: Outcome[] = [];
  const visit: Visit = { ticket, outcomes, context };
  for (let index = 0; index < table.count; index++) {
    ticket.index = index;
    for (let clock = 0; clock < context.clocks.length; clock++)
      outcomes[clock] = reader.read(ticket, context.clocks[clock]!);
    for (const tally of active) tally.visit(visit);
    witness?.(visit);
  }
  for (const tally of active) tally.takeLoose();
  return new Measures(context, new Map(tallies.map((tally) => [tally.kpi.id, tally])));
}

/** Unknown priority, unknown kind and unknown level have a cell of their own, the last. */
class Tally {
  readonly kpi: Kpi;
  readonly missing: readonly Need[];
  readonly slices: readonly string[];
  /** Reason → tickets by slice and month. */
  readonly #exclusions = new Map<ExclusionReason, Float64Array>();
  readonly #context: KpiContext;
  readonly #priorities: number;
  readonly #kinds = KINDS.length + 1;
  readonly #levels = LEVELS.length + 1;
  /** count and share: events; stock: what the stock changes by; survival: durations that ended. */
  readonly #totals: Float64Array;
  readonly #met: Float64Array;
  #durations = new Float64Array(0);
  #cells = new Uint32Array(0);
  #count = 0;
  /** Of what ages: the month in which it ends, `months.count` for none. */
  readonly #ends: number[] = [];
  #starts: Uint32Array | null = null;
  /** The cell of the ticket at hand without its slice and month. */
  #rest = 0;
  readonly #run: (visit: Visit) => void;

  constructor(kpi: Kpi, context: KpiContext) {
    this.kpi = kpi;
    this.#context = context;
    this.missing = kpi.needs.filter((need) => !carries(context.table, need));
    this.slices = kpi.slices?.(context) ?? [''];
    this.#priorities = context.contract.priorities.length + 1;
    const cells = this.slices.length * this.#months * this.#priorities * this.#kinds * this.#levels;
    this.#totals = new Float64Array(cells);
    this.#met = new Float64Array(kpi.measure === 'share' ? cells : 0);
    this.#run = this.#runner(kpi);
  }

  visit(visit: Visit): void {
    const { classes } = this.#context;
    const priority = classes.priority[visit.ticket.priority]!;
    const kind = classes.kind[visit.ticket.kind]!;
    const level = classes.level[visit.ticket.group] ?? null;
    const priorityCell = priority < 0 ? this.#priorities - 1 : priority;
    const kindCell = kind < 0 ? this.#kinds - 1 : kind;
    this.#rest =
      (priorityCell * this.#kinds + kindCell) * this.#levels +
      (level === null ? this.#levels - 1 : LEVELS.indexOf(level));
    this.#run(visit);
  }

  /** What belongs to no ticket counts under no priority, kind or level. */
  takeLoose(): void {
    const { kpi } = this;
    if (kpi.measure !== 'duration' || !kpi.loose) return;
    this.#rest = this.#priorities * this.#kinds * this.#levels - 1;
    kpi.loose(this.#context, (at, duration, slice = 0) => this.#put(at, duration, slice));
  }

  figure(cut: Cut): Figure {
    const missing = this.#missingFor(cut);
    if (missing.length) return { state: 'not-known', missing };
    const cells = this.#select(cut);
    const sum = (array: Float64Array): number => cells.reduce((total, cell) => total + array[cell]!, 0);
    switch (this.kpi.measure) {
      case 'count':
        return { state: 'count', value: sum(this.#totals) };
      case 'stock':
        return this.#stock(cut);
      case 'share': {
        const total = sum(this.#totals);
        return total ? { state: 'share', met: sum(this.#met), total } : NOT_APPLICABLE;
      }
      case 'survival':
        return this.#survival(cells);
      case 'quotient':
        return NOT_APPLICABLE;
      case 'age': {
        const distribution = distributionOf(this.#ages(cut));
        return distribution ? { state: 'duration', ...distribution } : NOT_APPLICABLE;
      }
      case 'duration': {
        const distribution = distributionOf(this.#collected(cells));
        return distribution ? { state: 'duration', ...distribution } : NOT_APPLICABLE;
      }
    }
  }

  /** What the exports lack for a figure: of a clock where one is asked for, of the KPI itself in any case. */
  #missingFor({ slice }: Cut): readonly Need[] {
    if (this.missing.length || !this.kpi.readsClocks || slice === undefined) return this.missing;
    return this.#context.missing[this.slices.indexOf(slice)] ?? [];
  }

  exclusionsIn({ month, slice }: Pick<Cut, 'month' | 'slice'>): Map<ExclusionReason, number> {
    const { names } = this.#context.months;
    const isWanted = (cell: number): boolean =>
      (month === undefined || names[cell % this.#months] === month) &&
      (slice === undefined || this.slices[Math.floor(cell / this.#months)] === slice);
    const counts = [...this.#exclusions].map(
      ([reason, cells]) => [reason, cells.reduce((sum, count, i) => (isWanted(i) ? sum + count : sum), 0)] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }

  get #months(): number {
    return this.#context.months.count;
  }

  #runner(kpi: Kpi): (visit: Visit) => void {
    const { months } = this.#context;
    const block = this.#priorities * this.#kinds * this.#levels;
    const cell = (slice: number, month: number): number => (slice * months.count + month) * block + this.#rest;
    const exclude = (reason: ExclusionReason, at: number, slice = 0): void => {
      const month = months.of(at);
      if (month < 0 || month >= months.count) return;
      let counts = this.#exclusions.get(reason);
      if (!counts) this.#exclusions.set(reason, (counts = new Float64Array(this.slices.length * months.count)));
      counts[slice * months.count + month]!++;
    };
    switch (kpi.measure) {
      case 'count': {
        const put = (at: number, times = 1, slice = 0): void => {
          const month = months.of(at);
          if (month >= 0 && month < months.count) this.#totals[cell(slice, month)]! += times;
        };
        return (visit) => kpi.visit(visit, put);
      }
      case 'stock': {
        const put = (from: number, to: number, slice = 0): void => {
          const first = Math.max(0, months.of(from));
          const last = Number.isNaN(to) ? months.count : months.of(to);
          if (last <= first || first >= months.count) return;
          this.#totals[cell(slice, first)]!++;
          if (last < months.count) this.#totals[cell(slice, last)]!--;
        };
        return (visit) => kpi.visit(visit, put, exclude);
      }
      case 'share': {
        const put = (at: number, met: boolean, slice = 0): void => {
          const month = months.of(at);
          if (month < 0 || month >= months.count) return;
          const index = cell(slice, month);
          this.#totals[index]!++;
          if (met) this.#met[index]!++;
        };
        return (visit) => kpi.visit(visit, put, exclude);
      }
      case 'age': {
        const put = (from: number, to: number, slice = 0): void => {
          const first = Math.max(0, months.of(from));
          const last = Number.isNaN(to) ? months.count : months.of(to);
          if (last <= first || first >= months.count) return;
          // Kept once, in the cell of the month it begins in, however many months it lasts.
          this.#keep(from, cell(slice, first));
          this.#ends.push(Math.min(last, months.count));
        };
        return (visit) => kpi.visit(visit, put);
      }
      case 'quotient':
        return () => undefined;
      case 'survival': {
        // A duration that has not ended is kept as a negative number: none is below 0.
        const put = (at: number, duration: number, ended: boolean, slice = 0): void => {
          const month = months.of(at);
          if (month >= 0 && month < months.count) this.#keep(ended ? duration : -1 - duration, cell(slice, month));
        };
        return (visit) => kpi.visit(visit, put);
      }
      case 'duration': {
        const put = (at: number, duration: number, slice = 0): void => this.#put(at, duration, slice);
        return (visit) => kpi.visit(visit, put, exclude);
      }
    }
  }

  #put(at: number, duration: number, slice: number): void {
    const { months } = this.#context;
    const month = months.of(at);
    const block = this.#priorities * this.#kinds * this.#levels;
    if (month >= 0 && month < months.count) this.#keep(duration, (slice * months.count + month) * block + this.#rest);
  }

  #keep(value: number, cell: number): void {
    if (!Number.isFinite(value)) throw new Error(`${this.kpi.id} measured ${value}.`);
    if (this.#count === this.#durations.length) {
      // Most of these KPIs put one duration a ticket.
      const length = Math.max(this.#count + 1024, this.kpi.measure === 'age' ? 0 : this.#context.table.count);
      this.#durations = grown(this.#durations, length);
      this.#cells = grown(this.#cells, length);
    }
    this.#durations[this.#count] = value;
    this.#cells[this.#count++] = cell;
  }

  /** The ages at the end of the months of the cut, or at the cut-off if that is earlier. */
  #ages({ month, ...rest }: Cut): Float64Array {
    const { months, asOf } = this.#context;
    const wanted = new Uint8Array(this.#totals.length);
    for (const cell of this.#select(rest)) wanted[cell] = 1;
    const block = this.#priorities * this.#kinds * this.#levels;
    const ages: number[] = [];
    const reported = month === undefined ? [...months.names.keys()] : [months.names.indexOf(month)];
    for (const index of reported) {
      const end = Math.min(months.bounds[index + 1]!, asOf);
      for (let i = 0; i < this.#count; i++) {
        const first = Math.floor(this.#cells[i]! / block) % months.count;
        if (first <= index && index < this.#ends[i]! && wanted[this.#cells[i]!])
          ages.push(Math.max(0, end - this.#durations[i]!));
      }
    }
    return Float64Array.from(ages);
  }

  #survival(cells: readonly number[]): Figure {
    const values = this.#collected(cells);
    if (values.length === 0) return NOT_APPLICABLE;
    const ended = values.filter((value) => value >= 0);
    const running = values.filter((value) => value < 0).map((value) => -1 - value);
    return { state: 'survival', n: values.length, open: running.length, median: kaplanMeierMedian(ended, running) };
  }

  /** The stock at the end of the month of the cut (of the last month without one). */
  #stock(cut: Cut): Figure {
    const { month, ...rest } = cut;
    const last = month === undefined ? this.#months - 1 : this.#context.months.names.indexOf(month);
    const value = this.#context.months.names
      .slice(0, last + 1)
      .reduce(
        (stock, name) =>
          stock + this.#select({ ...rest, month: name }).reduce((sum, cell) => sum + this.#totals[cell]!, 0),
        0,
      );
    return { state: 'count', value };
  }

  #select(cut: Cut): number[] {
    const only = (wanted: number | undefined, count: number): number[] =>
      wanted === undefined ? Array.from({ length: count }, (_, i) => i) : wanted >= 0 && wanted < count ? [wanted] : [];
    const slices = only(cut.slice === undefined ? undefined : this.slices.indexOf(cut.slice), this.slices.length);
    const months = only(
      cut.month === undefined ? undefined : this.#context.months.names.indexOf(cut.month),
      this.#months,
    );
    const unknown = this.#priorities - 1;
    const priorities = only(
      cut.priority === undefined ? undefined : cut.priority < 0 ? unknown : cut.priority,
      this.#priorities,
    );
    const kinds = only(
      cut.kind === undefined ? undefined : cut.kind === null ? KINDS.length : KINDS.indexOf(cut.kind),
      this.#kinds,
    );
    const levels = only(
      cut.level === undefined ? undefined : cut.level === null ? LEVELS.length : LEVELS.indexOf(cut.level),
      this.#levels,
    );
    const cells: number[] = [];
    for (const slice of slices) {
      for (const month of months) {
        for (const priority of priorities) {
          for (const kind of kinds) {
            const row = ((slice * this.#months + month) * this.#priorities + priority) * this.#kinds + kind;
            for (const level of levels) cells.push(row * this.#levels + level);
          }
        }
      }
    }
    return cells;
  }

  /** The durations of some cells, in an array of their own. */
  #collected(cells: readonly number[]): Float64Array {
    const starts = (this.#starts ??= this.#group());
    const length = cells.reduce((sum, cell) => sum + starts[cell + 1]! - starts[cell]!, 0);
    const values = new Float64Array(length);
    let at = 0;
    for (const cell of cells) {
      const part = this.#durations.subarray(starts[cell], starts[cell + 1]);
      values.set(part, at);
      at += part.length;
    }
    return values;
  }

  /** Brings the durations of each cell together; gives where each cell starts. */
  #group(): Uint32Array {
    const starts = new Uint32Array(this.#totals.length + 1);
    for (let i = 0; i < this.#count; i++) starts[this.#cells[i]! + 1]!++;
    for (let cell = 0; cell < this.#totals.length; cell++) starts[cell + 1]! += starts[cell]!;
    const next = starts.slice();
    const grouped = new Float64Array(this.#count);
    for (let i = 0; i < this.#count; i++) grouped[next[this.#cells[i]!]!++] = this.#durations[i]!;
    this.#durations = grouped;
    this.#cells = new Uint32Array(0);
    return starts;
  }
}
