/**
 * One SLA clock: from its start to its first stop, less its pauses, in working or in calendar time.
 * Pauses are intervals intersected with the openings, never a total subtracted from a total: a pause
 * over a week-end takes nothing from a clock that did not run.
 */
import type { WorkingCalendar } from '../domain/calendar.ts';
import type { Instant, Milliseconds } from '../domain/units.ts';

/** Half-open; `to` is `null` where the pause has not ended. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface ClockInput {
  /** `null` counts every millisecond. */
  readonly calendar: WorkingCalendar | null;
  readonly start: number;
  /** Stop events in any order; those before the start are ignored. */
  readonly stops: readonly number[];
  /** In any order, possibly overlapping. */
  readonly pauses: readonly Pause[];
  /** The instant at which the clock is read: what is later is not known. */
  readonly asOf: number;
  /** Milliseconds, at least 0. */
  readonly target: number;
}

export type ClockStatus = 'met' | 'breached' | 'running';

export interface ClockReading {
  readonly stoppedAt: number | null;
  /** Milliseconds counted. */
  readonly elapsed: number;
  /** Milliseconds that could be counted: as much as this is in time. */
  readonly allowed: number;
  readonly status: ClockStatus;
  /** When the allowed time is or was used up with the pauses known; `null` while an open pause keeps it from being. */
  readonly due: number | null;
  /** From when on the clock is late: the first counted instant after the due date. `null` where it is not late. */
  readonly lateFrom: number | null;
  /** The pauses that count: known, clipped to the clock's life, united, ascending. */
  readonly pauses: readonly Interval[];
  /** Whether the clock stands still at `asOf` because of a pause that has not ended. */
  readonly paused: boolean;
}

/** What is known at an instant of the life of a clock, whatever its target. */
export interface ClockLife {
  readonly stoppedAt: number | null;
  /** The stop, or the instant of reading. */
  readonly end: number;
  readonly pauses: readonly Interval[];
  /** Where a pause begins that has not ended; infinite where there is none. */
  readonly openFrom: number;
}

/** Reads a clock. The rules are those of `RULES.md` beside this file. */
export function readClock(input: ClockInput): ClockReading {
  const life = lifeOf(input);
  const { calendar, start, target } = input;
  const elapsed = activeTime(calendar, start, life.end, life.pauses);
  const due = dueDate(calendar, start, target, life);
  return {
    stoppedAt: life.stoppedAt,
    elapsed,
    allowed: target,
    status: elapsed > target ? 'breached' : life.stoppedAt !== null ? 'met' : 'running',
    due,
    lateFrom: elapsed > target && due !== null ? lateFrom(calendar, due, life) : null,
    pauses: life.pauses,
    paused: life.openFrom !== Infinity,
  };
}

/** When a clock stopped and when it stood still, as known at an instant. */
export function lifeOf({
  start,
  stops,
  pauses,
  asOf,
}: Pick<ClockInput, 'start' | 'stops' | 'pauses' | 'asOf'>): ClockLife {
  let stoppedAt: number | null = null;
  for (const stop of stops) {
    if (stop <= asOf && stop >= start && (stoppedAt === null || stop < stoppedAt)) stoppedAt = stop;
  }
  const end = stoppedAt ?? Math.max(start, asOf);
  let openFrom = Infinity;
  const clipped: { from: number; to: number }[] = [];
  for (const pause of pauses) {
    if (pause.from > asOf) continue;
    if (pause.to !== null && pause.to <= pause.from) continue;
    const known = pause.to !== null && pause.to <= asOf ? pause.to : null;
    if (known === null && stoppedAt === null) openFrom = Math.min(openFrom, Math.max(pause.from, start));
    const from = Math.max(pause.from, start);
    const to = Math.min(known ?? end, end);
    if (to > from) clipped.push({ from, to });
  }
  return { stoppedAt, end, pauses: united(clipped), openFrom };
}

/** Milliseconds between two instants in a calendar, or of all time where there is none; never negative. */
export function timeBetween(calendar: WorkingCalendar | null, from: Instant, to: Instant): Milliseconds {
  return calendar ? calendar.workingTime(from, to) : Math.max(0, to - from);
}

/** Milliseconds between two instants in a calendar, without what the pauses cover. */
export function activeTime(
  calendar: WorkingCalendar | null,
  from: Instant,
  to: Instant,
  pauses: readonly Interval[],
): Milliseconds {
  let time = timeBetween(calendar, from, to);
  for (const pause of pauses) time -= timeBetween(calendar, Math.max(pause.from, from), Math.min(pause.to, to));
  return time;
}

/** When `target` milliseconds have been counted from an instant on; `null` where an open pause comes before. */
export function dueDate(
  calendar: WorkingCalendar | null,
  from: Instant,
  target: Milliseconds,
  life: ClockLife,
): Instant | null {
  if (target <= 0) return from;
  let at = from;
  let left = target;
  for (const pause of life.pauses) {
    if (pause.from >= life.openFrom) break;
    if (pause.to <= at) continue;
    const ran = timeBetween(calendar, at, pause.from);
    if (ran >= left) break;
    left -= ran;
    at = pause.to;
  }
  const due = at >= life.openFrom ? null : calendar ? calendar.due(at, left) : at + left;
  return due !== null && due <= life.openFrom ? due : null;
}

/** The instant at which a clock that is due counts on: at the closing of a day it does so the next morning only. */
export function lateFrom(calendar: WorkingCalendar | null, due: Instant, life: ClockLife): Instant | null {
  const next = dueDate(calendar, due, 1, life);
  return next === null ? null : next - 1;
}

function united(intervals: { from: number; to: number }[]): Interval[] {
  if (intervals.length < 2) return intervals;
  intervals.sort((a, b) => a.from - b.from);
  const result = [intervals[0]!];
  for (const next of intervals) {
    const last = result.at(-1)!;
    if (next.from <= last.to) last.to = Math.max(last.to, next.to);
    else result.push(next);
  }
  return result;
}
