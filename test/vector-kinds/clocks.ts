/** The kinds of `clocks2/` that the clocks of a contract can say. Semantics: `test/vectors/README-contract.md`. */
import { readClock } from '../../src/clocks/clock.ts';
import { stopAfterReopening } from '../../src/clocks/policies.ts';
import { readStages } from '../../src/clocks/stages.ts';
import type { StatusClass } from '../../src/domain/ticket.ts';
import { MINUTE_MS } from '../../src/domain/zone.ts';
import { NOT_YET, type Adapter } from './kinds.ts';

const ms = (text: string): number => Date.parse(text);
const minutes = (time: number): number => time / MINUTE_MS;
/** With the offset of Paris, as the vectors print instants. */
function iso(instant: number | null): string | null {
  if (instant === null) return null;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const wall = `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
  const offset = Math.round((Date.parse(`${wall}Z`) - instant) / 3_600_000);
  return `${wall}+0${offset}:00`;
}

export const clocks: Readonly<Record<string, Adapter>> = {
  reopened: ({ calendar, opened, history, done, waiting, reopened, withinDays, asOf, targetMinutes }, calendars) => {
    const classOf = (status: string): StatusClass =>
      done.includes(status) ? (status === 'closed' ? 'closed' : 'resolved') : 'active';
    const known = history.filter(({ at }: { at: string }) => ms(at) <= ms(asOf));
    const entries = known.map(({ at, status }: { at: string; status: string }) => ({
      at: ms(at),
      status: classOf(status),
    }));
    const isDone = ({ status }: { status: StatusClass | null }): boolean => status !== 'active';
    const { at, gaps } = stopAfterReopening(entries, isDone, reopened, withinDays);
    // Under `first` nothing after the stop counts, but reopenings are told all the same.
    const { gaps: told } = stopAfterReopening(entries, isDone, 'total', withinDays);
    const waits = known.flatMap(({ at: from, status }: { at: string; status: string }, i: number) =>
      waiting.includes(status) ? [{ from: ms(from), to: known[i + 1] ? ms(known[i + 1].at) : null }] : [],
    );
    const reading = readClock({
      calendar: calendars.get(calendar)!,
      start: ms(opened),
      stops: Number.isNaN(at) ? [] : [at],
      pauses: [...waits, ...gaps],
      asOf: ms(asOf),
      target: targetMinutes * MINUTE_MS,
    });
    return {
      reopenings: told.length,
      stopped: iso(reading.stoppedAt),
      elapsedMinutes: minutes(reading.elapsed),
      due: iso(reading.due),
      status: reading.status,
    };
  },

  'amended-target': ({ calendar, opened, stopped, pauses, asOf, terms, reading }, calendars) => {
    if (reading === 'deadline') return NOT_YET;
    const working = calendars.get(calendar)!;
    const start = ms(opened);
    const first = Math.max(
      0,
      terms.findLastIndex(({ from }: { from: string }) => ms(from) <= start),
    );
    const used = reading === 'opening' ? [terms[first]] : terms.slice(first);
    const stages = used.map(({ from, minutes: target }: { from: string; minutes: number }, i: number) => ({
      from: i === 0 ? start : ms(from),
      target: target * MINUTE_MS,
      targetFromHere: target * MINUTE_MS,
      calendar: working,
    }));
    const input = {
      start,
      stops: stopped === null ? [] : [ms(stopped)],
      pauses: pauses.map(({ from, to }: { from: string; to: string | null }) => ({
        from: ms(from),
        to: to === null ? null : ms(to),
      })),
      asOf: ms(asOf),
    };
    const read = readStages(input, stages, 'retroactive');
    // Two terms can allow the same time: the one that judges is the last in force before the end.
    const end = read.stoppedAt ?? input.asOf;
    const at = stages.findLastIndex(
      ({ target, from }: { target: number; from: number }) => target === read.allowed && from <= end,
    );
    return {
      term: used[at]?.from,
      targetMinutes: minutes(read.allowed),
      due: iso(read.due),
      elapsedMinutes: minutes(read.elapsed),
      lateMinutes: minutes(Math.max(0, read.elapsed - read.allowed)),
      status: read.status,
    };
  },
};
