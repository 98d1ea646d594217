/** What a kind of vectors asks of the code: plain input in, plain answer out. */
import type { WorkingCalendar } from '../../src/domain/calendar.ts';

/** A part of a kind that the code does not do yet. */
export const NOT_YET = Symbol('not yet');

export type Adapter = (
  // Each kind has an input of its own, which its README states.
  input: any,
  calendars: ReadonlyMap<string, WorkingCalendar>,
) => unknown;
