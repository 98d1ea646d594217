/** When units come and go under each form of contract: the plan that a ledger is kept by. */
import {
  MONTHS_OF,
  type Carnet,
  type CarryOver,
  type Coverage,
  type Forfait,
  type Profile,
  type Regie,
  type Span,
} from '../contract/coverage.ts';
import type { Contract, Term } from '../contract/contract.ts';
import { dayOf, isoDate } from '../domain/date.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import { nearest, partOf, type Cents, type Quantity } from '../domain/quantity.ts';
import type { Lot, Plan, Settlement } from './ledger.ts';

/** A coverage as it was in force: from a day, inclusive, to another, exclusive; `null` still is. */
export interface Slice<Form extends Coverage = Coverage> {
  readonly from: number;
  readonly to: number | null;
  readonly coverage: Form;
  readonly term: Term;
}

/** A stretch of months within which use is set against the volume. */
export interface Window {
  /** `2026-01`, or its first and last month. */
  readonly id: string;
  readonly first: number;
  /** The last day, inclusive. */
  readonly last: number;
  readonly months: number;
  readonly volume: Quantity;
  readonly franchise: Quantity;
  /** The terms at its beginning, which rule it to its end. */
  readonly slice: Slice;
  /** What its periods cost, each on its first day. */
  readonly fees: readonly { readonly day: number; readonly last: number; readonly amount: Cents }[];
  /** The volume, by the terms that bring it. */
  readonly parts: readonly {
    readonly day: number;
    /** What it adds to the volume of the window, and its own days by themselves, each rounded. */
    readonly volume: Quantity;
    readonly own: Quantity;
    readonly slice: Slice;
  }[];
}

/** The ids of all coverages of a contract, in the order in which they came into force. */
export function coverageIds(contract: Contract): string[] {
  return [...new Set(contract.terms.flatMap(({ coverage }) => coverage.map(({ id }) => id)))];
}

/** A coverage over time; it ends where terms come without it, or with the contract. */
export function slicesOf(contract: Contract, id: string): Slice[] {
  const end = contract.ends === null ? null : contract.ends + 1;
  return contract.terms.flatMap((term, i) => {
    const coverage = term.coverage.find((candidate) => candidate.id === id);
    if (!coverage) return [];
    const from = contract.zone.dayAt(term.from);
    const next = contract.terms[i + 1];
    const until = next ? contract.zone.dayAt(next.from) : end;
    const to = end !== null && (until === null || until > end) ? end : until;
    return to !== null && to <= from ? [] : [{ from, to, coverage, term }];
  });
}

/** The month of a day number. */
export function monthOf(day: number): Month {
  return isoDate(day).slice(0, 7);
}

/** The first day of a month. */
export function firstDay(month: Month): number {
  return dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
}

/** The last day of a month. */
export function lastDay(month: Month): number {
  return firstDay(monthPlus(month, 1)) - 1;
}

/**
 * The windows of a fixed volume, up to the one that holds the day `until`. They are counted from the month in which the
 * coverage began; the volume of a period that it does not cover whole is in proportion to its days.
 */
export function windowsOf(slices: readonly Slice<Forfait>[], until: number): Window[] {
  return cut(slices, until, {
    span: ({ smoothing, per }) => smoothing ?? per,
    period: ({ per }) => per,
    volume: ({ volume }) => volume,
    franchise: ({ franchise }) => franchise,
    fee: ({ fee }) => fee ?? 0,
  });
}

/** The months of the reserved days of a profile. */
export function capacityWindows(slices: readonly Slice<Regie>[], profile: string, until: number): Window[] {
  const of = ({ capacity }: Regie): Profile | undefined => capacity.find((row) => row.profile === profile);
  return cut(slices, until, {
    span: () => 'month',
    period: () => 'month',
    volume: (coverage) => of(coverage)?.days ?? 0,
    franchise: () => 0,
    fee: () => 0,
  });
}

interface Measure<Form> {
  readonly span: (coverage: Form) => Span;
  readonly period: (coverage: Form) => Span;
  readonly volume: (coverage: Form) => Quantity;
  readonly franchise: (coverage: Form) => Quantity;
  readonly fee: (coverage: Form) => Cents;
}

function cut<Form extends Coverage>(slices: readonly Slice<Form>[], until: number, measure: Measure<Form>): Window[] {
  const windows: Window[] = [];
  if (!slices.length) return windows;
  const end = slices.at(-1)!.to;
  let first = slices[0]!.from;
  let month = monthOf(first);
  while (first <= until && (end === null || first < end)) {
    const slice = slices.findLast(({ from }) => from <= first)!;
    const months = MONTHS_OF[measure.span(slice.coverage)];
    const after = monthPlus(month, months);
    const last = Math.min(firstDay(after) - 1, end === null ? Infinity : end - 1);
    const step = MONTHS_OF[measure.period(slice.coverage)];
    const fees: Window['fees'][number][] = [];
    const parts: Window['parts'][number][] = [];
    const volume = new Sum();
    const franchise = new Sum();
    for (let period = month; period < after; period = monthPlus(period, step)) {
      const from = firstDay(period);
      const to = firstDay(monthPlus(period, step));
      for (const own of slices) {
        const { from: begins, to: ends, coverage } = own;
        const day = Math.max(from, begins, first);
        const days = Math.min(to, ends ?? Infinity, last + 1) - day;
        if (days <= 0) continue;
        // Of a year's twelfths, so that all spans have one denominator.
        const weight = (days * step * 12) / MONTHS_OF[measure.period(coverage)];
        const whole = (to - from) * 12;
        const before = volume.value;
        volume.add(measure.volume(coverage), weight, whole);
        franchise.add(measure.franchise(coverage), weight, whole);
        // Each term has its line, rounded on its own.
        const fee = nearest(BigInt(measure.fee(coverage)) * BigInt(weight), BigInt(whole));
        fees.push({ day, last: day + days - 1, amount: fee });
        const alone = nearest(BigInt(measure.volume(coverage)) * BigInt(weight), BigInt(whole));
        if (volume.value > before) parts.push({ day, volume: volume.value - before, own: alone, slice: own });
      }
    }
    windows.push({
      id: months === 1 ? month : `${month}/${monthPlus(after, -1)}`,
      first,
      last,
      months,
      volume: volume.value,
      franchise: franchise.value,
      slice,
      fees,
      parts,
    });
    month = after;
    first = last + 1;
  }
  return windows;
}

/** A sum of parts of whole numbers, which is rounded as a whole: parts that make one whole make just that. */
class Sum {
  #numerator = 0n;
  #denominator = 1n;

  add(whole: number, part: number, of: number): void {
    this.#numerator = this.#numerator * BigInt(of) + BigInt(whole) * BigInt(part) * this.#denominator;
    this.#denominator *= BigInt(of);
  }

  get value(): number {
    return nearest(this.#numerator, this.#denominator);
  }
}

/** The plan of windows: each brings a lot of its name, which goes with it unless it is carried over. */
export function planOfWindows(windows: readonly Window[], slices: readonly Slice[]): Plan {
  const end = slices.at(-1)?.to ?? null;
  const lots: Lot[] = [];
  const settlements: Settlement[] = [];
  for (const window of windows) {
    const { coverage } = window.slice;
    const carryOver = coverage.form === 'carnet' ? null : coverage.carryOver;
    lots.push({ id: window.id, opens: window.first, closes: closeOf(window, carryOver, end), quantity: window.volume });
    const ends = end !== null && window.last === end - 1;
    const share = carryOver?.share ?? null;
    const ofBought = share?.of === 'bought' ? partOf(window.volume, share.part) : null;
    const caps = [carryOver?.cap ?? null, ofBought].filter((cap) => cap !== null);
    settlements.push({
      day: window.last,
      cap: caps.length ? Math.min(...caps) : null,
      shareLeft: share?.of === 'left' ? share.part : null,
      debt: ends ? 0 : debtOf(coverage),
    });
  }
  return { lots, settlements };
}

/** How much may be owed to the next window. */
function debtOf(coverage: Coverage): Quantity | null {
  if (coverage.form !== 'forfait' || coverage.overrun.rule !== 'carried') return 0;
  return coverage.overrun.limit;
}

function closeOf({ first, last, months }: Window, carryOver: CarryOver | null, end: number | null): number | null {
  if (!carryOver) return last;
  const limit = end === null ? null : end - 1;
  if (carryOver.expiresAfter === null) return limit;
  const close = firstDay(monthPlus(monthOf(first), months * (1 + carryOver.expiresAfter))) - 1;
  return limit === null ? close : Math.min(limit, close);
}

/** What was in force on a day, or at first where nothing was yet. */
export function sliceOn<Form extends Coverage>(slices: readonly Slice<Form>[], day: number): Slice<Form> {
  return slices.findLast(({ from }) => from <= day) ?? slices[0]!;
}

/** The plan of a carnet: its lots; what is used without one waits for the next, or is settled each month. */
export function planOfLots(slices: readonly Slice<Carnet>[], until: number): Plan {
  const lots = new Map<string, Lot>();
  const end = slices.at(-1)?.to ?? null;
  for (const { coverage } of slices) {
    for (const { id, bought, expires, quantity } of coverage.lots) {
      const closes = end === null ? expires : Math.min(expires ?? Infinity, end - 1);
      lots.set(id, { id, opens: Math.max(bought, slices[0]!.from), closes, quantity });
    }
  }
  const settlements: Settlement[] = [];
  const settled = new Set<number>();
  const settle = (day: number): void => {
    if (!settled.has(day)) settlements.push({ day, cap: null, debt: 0 });
    settled.add(day);
  };
  for (const { from, to, coverage } of slices) {
    if (coverage.overrun.rule === 'next-lot') continue;
    for (
      let month = monthOf(from);
      firstDay(month) <= until && (to === null || firstDay(month) < to);
      month = monthPlus(month, 1)
    )
      settle(lastDay(month));
  }
  // What no later lot will pay is settled when the coverage ends.
  if (end !== null) settle(end - 1);
  settlements.sort((a, b) => a.day - b.day);
  return { lots: [...lots.values()], settlements };
}
