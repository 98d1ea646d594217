/** Durations and efforts as the tools print them, in milliseconds; `NaN` where the text is none. */
import { fold } from '../domain/fold.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/zone.ts';
import type { EffortUnit } from '../domain/ticket.ts';

/** An effort in the unit that a tool counts it in, in milliseconds. */
export function effortOf(text: string, unit: EffortUnit): number {
  switch (unit) {
    case 'hours':
      return hoursOf(text);
    case 'minutes':
      return /^\d+([.,]\d+)?$/.test(text) ? bounded(Math.round(Number(text.replace(',', '.')) * MINUTE_MS)) : NaN;
    case 'seconds':
      return secondsOf(text);
    case 'days':
      return /^\d+([.,]\d+)?$/.test(text) ? bounded(Math.round(Number(text.replace(',', '.')) * DAY_MS)) : NaN;
    case 'words':
      return severalOf(text, (one) => wordsOf(one));
    case 'words-or-minutes':
      return /^\d+$/.test(text) ? bounded(Number(text) * MINUTE_MS) : wordsOf(text);
  }
}

/** No ticket takes more than this: 100,000 hours are eleven years of days and nights. */
const MOST = 100_000 * HOUR_MS;

function bounded(ms: number): number {
  return ms <= MOST ? ms : NaN;
}

/** The sum of a cell that holds several durations, one a line. */
function severalOf(text: string, read: (one: string) => number): number {
  const parts = text.split(/<br ?\/?>|#LBBR#|[\r\n]+/).filter((part) => part.trim() !== '');
  return bounded(parts.reduce((sum, part) => sum + read(part.trim()), 0));
}

/** Hours with a decimal comma or point, or as hours and minutes: `1,50`, `1.5`, `1:30`, `1h30`. */
function hoursOf(text: string): number {
  const clock = /^(\d+)\s*(?:h|:)\s*(\d{1,2})?(?::(\d{2}))?$/.exec(text);
  if (clock && Number(clock[2] ?? 0) < 60 && Number(clock[3] ?? 0) < 60)
    return bounded(Number(clock[1]) * HOUR_MS + Number(clock[2] ?? 0) * MINUTE_MS + Number(clock[3] ?? 0) * 1000);
  return /^\d+([.,]\d+)?$/.test(text) ? bounded(Math.round(Number(text.replace(',', '.')) * HOUR_MS)) : NaN;
}

/** Whole seconds. */
function secondsOf(text: string): number {
  return /^\d+$/.test(text) ? bounded(Number(text) * 1000) : NaN;
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
  tag: DAY_MS,
  tage: DAY_MS,
  dia: DAY_MS,
  dias: DAY_MS,
  giorno: DAY_MS,
  giorni: DAY_MS,
  dag: DAY_MS,
  dagen: DAY_MS,
  stunde: HOUR_MS,
  stunden: HOUR_MS,
  hora: HOUR_MS,
  horas: HOUR_MS,
  ora: HOUR_MS,
  ore: HOUR_MS,
  uur: HOUR_MS,
  uren: HOUR_MS,
  minuten: MINUTE_MS,
  minuut: MINUTE_MS,
  minuto: MINUTE_MS,
  minutos: MINUTE_MS,
  minuti: MINUTE_MS,
  sekunde: 1000,
  sekunden: 1000,
  segundo: 1000,
  segundos: 1000,
  secondo: 1000,
  secondi: 1000,
  seconden: 1000,
};

/**
 * Words: `2 jours 3 heures 20 minutes`, `45 minutes`, `1h 5min 0s`. Request Tracker adds the exact minutes to its rounded
 * hours, `2.75 hours (165 minutes)`: those count. Else as hours.
 */
function wordsOf(text: string): number {
  const plain = fold(text);
  const exact = /\(([\d .,]+) minutes?\)/.exec(plain);
  if (exact) return bounded(Number(exact[1]!.replace(/[ .,]/g, '')) * MINUTE_MS);
  let total = 0;
  const rest = plain.replace(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/g, (_, number: string, unit: string) => {
    total += Number(number.replace(',', '.')) * (UNITS[unit] ?? NaN);
    return '';
  });
  if (rest.trim() !== '' || rest === plain) return hoursOf(text);
  return bounded(Math.round(total));
}
