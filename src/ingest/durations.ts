/** Durations and efforts as the tools print them, in milliseconds; `NaN` where the text is none. */
import { fold } from '../domain/fold.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/zone.ts';
import type { EffortUnit } from './tool.ts';

/** An effort in the unit that a tool counts it in, in milliseconds. */
export function effortOf(text: string, unit: EffortUnit): number {
  switch (unit) {
    case 'hours':
      return hoursOf(text);
    case 'minutes':
      return /^\d+$/.test(text) ? Number(text) * MINUTE_MS : NaN;
    case 'seconds':
      return secondsOf(text);
    case 'words':
      return wordsOf(text);
  }
}

/** Hours with a decimal comma or point, or as hours and minutes: `1,50`, `1.5`, `1:30`, `1h30`. */
function hoursOf(text: string): number {
  const clock = /^(\d+)\s*(?:h|:)\s*(\d{1,2})?(?::(\d{2}))?$/.exec(text);
  if (clock) return Number(clock[1]) * HOUR_MS + Number(clock[2] ?? 0) * MINUTE_MS + Number(clock[3] ?? 0) * 1000;
  return /^\d+([.,]\d+)?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * HOUR_MS) : NaN;
}

/** Whole seconds. */
function secondsOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : NaN;
}

const UNITS: Readonly<Record<string, number>> = {
  j: DAY_MS,
  jour: DAY_MS,
  jours: DAY_MS,
  d: DAY_MS,
  day: DAY_MS,
  days: DAY_MS,
  h: HOUR_MS,
  heure: HOUR_MS,
  heures: HOUR_MS,
  hour: HOUR_MS,
  hours: HOUR_MS,
  m: MINUTE_MS,
  min: MINUTE_MS,
  minute: MINUTE_MS,
  minutes: MINUTE_MS,
  s: 1000,
  seconde: 1000,
  secondes: 1000,
  second: 1000,
  seconds: 1000,
};

/**
 * Words: `2 jours 3 heures 20 minutes`, `45 minutes`, `1h 5min 0s`. Request Tracker adds the exact minutes to its rounded
 * hours, `2.75 hours (165 minutes)`: those count. Else as hours.
 */
function wordsOf(text: string): number {
  const plain = fold(text);
  const exact = /\(([\d .,]+) minutes?\)/.exec(plain);
  if (exact) return Number(exact[1]!.replace(/[ .,]/g, '')) * MINUTE_MS;
  let total = 0;
  const rest = plain.replace(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/g, (_, number: string, unit: string) => {
    total += Number(number.replace(',', '.')) * (UNITS[unit] ?? NaN);
    return '';
  });
  if (rest.trim() !== '' || rest === plain) return hoursOf(text);
  return Math.round(total);
}
