/** Time entries inside the row of a ticket: one cell each, `comment;date;author;seconds`, in columns of one heading. */
import type { Zone } from '../domain/zone.ts';
import { readDate, readNamedDate, swapDayAndMonth, type DateOrder, type DateReading } from './dates.ts';

export interface LoggedWork {
  readonly date: DateReading;
  /** Milliseconds. */
  readonly effort: number;
  readonly author: string;
}

/** Reads such a cell, whose comment may hold anything; `null` where it is none. */
export function readLogWork(cell: string): LoggedWork | null {
  const [, when, author, seconds] = /;([^;]*);([^;]*);(\d+)$/.exec(cell) ?? [];
  if (when === undefined || author === undefined || seconds === undefined) return null;
  const bytes = new TextEncoder().encode(when.trim());
  const plain = readDate(bytes, 0, bytes.length);
  const date = { ...(Number.isNaN(plain.value) ? readNamedDate(when.trim()) : plain) };
  return Number.isNaN(date.value) ? null : { date, effort: Number(seconds) * 1000, author: author.trim() };
}

/** The instant of an entry, where day and month are in the order given and local times are those of a zone, the first of two. */
export function instantOf({ date }: LoggedWork, order: DateOrder | null, zone: Zone): number {
  const swapped = order === 'month-first' && date.order === 'either';
  if (date.kind === 'instant') return swapped ? swapDayAndMonth(date.value + date.offset) - date.offset : date.value;
  return zone.startOf(swapped ? swapDayAndMonth(date.value) : date.value);
}
