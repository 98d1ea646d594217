/** Targets as contracts word them. */
import { HOUR_MS, MINUTE_MS } from '../domain/zone.ts';

/** The three things that "two working days" is taken to mean; a contract must say which. */
export const DAY_READINGS = ['same-time', 'end-of-day', 'opening-hours'] as const;
export type DayReading = (typeof DAY_READINGS)[number];

export type Target =
  | { readonly unit: 'time'; readonly ms: number }
  | { readonly unit: 'working-days'; readonly days: number; readonly reading: DayReading }
  /** Until the due date that the ticket itself carries. */
  | { readonly unit: 'due' };

/** Reads `30 min`, `4 h`, `1 h 30`, `1h30`, `2 d end-of-day`, `due`; `null` where it is none of these. */
export function parseTarget(text: string): Target | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'due') return { unit: 'due' };
  const days = /^(\d+)\s*(?:d|j|days?|jours?)\s+([a-z-]+)$/.exec(plain);
  if (days) {
    const reading = DAY_READINGS.find((candidate) => candidate === days[2]);
    return reading && Number(days[1]) > 0 ? { unit: 'working-days', days: Number(days[1]), reading } : null;
  }
  const time = /^(?:(\d+)\s*h(?:ours?|eures?)?)?\s*(?:(\d+)\s*(?:m(?:in(?:utes?)?)?)?)?$/.exec(plain);
  if (!time || (time[1] === undefined && !/m/.test(plain))) return null;
  if (time[1] !== undefined && time[2] !== undefined && Number(time[2]) > 59) return null;
  const ms = Number(time[1] ?? 0) * HOUR_MS + Number(time[2] ?? 0) * MINUTE_MS;
  return { unit: 'time', ms };
}
