/**
 * One SLA clock: from its start to its first stop, less its pauses, in working or in calendar time.
 * Pauses are intervals intersected with the openings, never a total subtracted from a total: a pause
 * over a week-end takes nothing from a clock that did not run.
 */
import type { WorkingCalendar } from '../domain/calendar.ts';

/** Half-open; `to` is `null` where the pause has not ended. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
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
  /** Milliseconds counted; equal to the target is in time. */
  readonly elapsed: number;
  readonly status: ClockStatus;
  /** When the target is or was reached with the pauses known; `null` while an open pause keeps it from being reached. */
  readonly due: number | null;
  /** The pauses that count: known, clipped to the clock's life, united, ascending. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  /** Whether the clock stands still at `asOf` because of a pause that has not ended. */
  readonly paused: boolean;
}

/** Reads a clock. The rules are those of `test/vectors/calendar/README.md`, section 6. */
export function readClock(input: ClockInput): ClockReading {
  const { calendar, start, asOf, target } = input;
  let stoppedAt: number | null = null;
  for (const stop of input.stops) {
    if (stop <= asOf && stop >= start && (stoppedAt === null || stop < stoppedAt)) stoppedAt = stop;
  }
  const end = stoppedAt ?? Math.max(start, asOf);
  let openFrom = Infinity;
  const clipped: { from: number; to: number }[] = [];
  for (const pause of input.pauses) {
    if (pause.from > asOf) continue;
    if (pause.to !== null && pause.to <= pause.from) continue;
    const known = pause.to !== null && pause.to <= asOf ? pause.to : null;
    if (known === null && stoppedAt === null) openFrom = Math.min(openFrom, Math.max(pause.from, start));
    const from = Math.max(pause.from, start);
    const to = Math.min(known ?? end, end);
    if (to > from) clipped.push({ from, to });
  }
  const pauses = united(clipped);
  let elapsed = timeBetween(calendar, start, end);
  for (const pause of pauses) elapsed -= timeBetween(calendar, pause.from, pause.to);
  return {
    stoppedAt,
    elapsed,
    status: elapsed > target ? 'breached' : stoppedAt !== null ? 'met' : 'running',
    due: dueWithPauses(calendar, start, target, pauses, openFrom),
    pauses,
    paused: openFrom !== Infinity,
  };
}

/** Milliseconds between two instants in a calendar, or of all time where there is none; never negative. */
export function timeBetween(calendar: WorkingCalendar | null, from: number, to: number): number {
  return calendar ? calendar.workingTime(from, to) : Math.max(0, to - from);
}

function dueWithPauses(
  calendar: WorkingCalendar | null,
  start: number,
  target: number,
  pauses: readonly { from: number; to: number }[],
  openFrom: number,
): number | null {
  if (target === 0) return start;
  let at = start;
  let left = target;
  for (const pause of pauses) {
    if (pause.from >= openFrom) break;
    const ran = timeBetween(calendar, at, pause.from);
    if (ran >= left) break;
    left -= ran;
    at = pause.to;
  }
  const due = at >= openFrom ? null : calendar ? calendar.due(at, left) : at + left;
  return due !== null && due <= openFrom ? due : null;
}

function united(intervals: { from: number; to: number }[]): { from: number; to: number }[] {
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
