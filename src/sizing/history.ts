/** A history of tickets as the fits want it, and the situation that it describes. */
import { MonthIndex, type Month } from '../domain/months.ts';
import { HOUR_MS, type Zone } from '../domain/zone.ts';
import type { Kind, TicketTable } from '../domain/ticket.ts';
import { effortFit, fitOf, type EffortFit, type Fit } from './calibration.ts';
import { FIELDS, type Situation } from './situation.ts';

export const HISTORY_KINDS = ['incidents', 'evolutions', 'questions'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface KindFit {
  readonly tickets: number;
  readonly fit: Fit;
  readonly effort: EffortFit;
}

export interface HistoryReading {
  readonly tickets: number;
  readonly months: readonly Month[];
  readonly total: Fit;
  readonly kinds: Readonly<Record<HistoryKind, KindFit>>;
}

/** What is not of another kind counts as an incident. */
const KIND_OF: Partial<Record<Kind, HistoryKind>> = { evolutive: 'evolutions', question: 'questions' };

/** Reads a table of tickets; `null` where no ticket has an opening. */
export function readHistory(table: TicketTable, zone: Zone, knownUpTo: number): HistoryReading | null {
  const { created } = table.instant;
  let [first, last, tickets] = [Infinity, -Infinity, 0];
  for (const at of created) {
    if (Number.isNaN(at)) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
    tickets++;
  }
  if (tickets === 0) return null;
  const end = Math.max(last, Math.min(knownUpTo, last + 31 * 24 * HOUR_MS));
  const months = new MonthIndex(first, end, zone);
  const exposure = months.names.map((_, i) => {
    const [from, to] = [months.bounds[i]!, months.bounds[i + 1]!];
    // A month that begins before the first ticket, or is not over at the last, is covered in part.
    return (
      (Math.min(to, i === months.count - 1 ? Math.max(end, from + 1) : to) - Math.max(from, i === 0 ? first : from)) /
      (to - from)
    );
  });
  const calendarMonth = months.names.map((name) => Number(name.slice(5)));
  const counts = Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, months.names.map(() => 0)])) as Record<
    HistoryKind,
    number[]
  >;
  const efforts: Record<HistoryKind, number[]> = { incidents: [], evolutions: [], questions: [] };
  const { effort } = table.number;
  for (let i = 0; i < table.count; i++) {
    const at = created[i]!;
    if (Number.isNaN(at)) continue;
    const kind = KIND_OF[table.meaning.kind[table.word.kind[i]!] ?? 'corrective'] ?? 'incidents';
    counts[kind][months.of(at)]!++;
    const own = effort[i]!;
    if (table.known.has('effort') && !Number.isNaN(own)) efforts[kind].push(own / HOUR_MS);
  }
  const of = (kind: HistoryKind): KindFit => ({
    tickets: counts[kind].reduce((sum, one) => sum + one, 0),
    fit: fitOf({ counts: counts[kind], calendarMonth, exposure }),
    effort: effortFit(efforts[kind]),
  });
  return {
    tickets,
    months: months.names,
    total: fitOf({
      counts: months.names.map((_, i) => HISTORY_KINDS.reduce((sum, kind) => sum + counts[kind][i]!, 0)),
      calendarMonth,
      exposure,
    }),
    kinds: { incidents: of('incidents'), evolutions: of('evolutions'), questions: of('questions') },
  };
}

/** Three digits say all that a fit knows, and keep the address short. */
function short(value: number): number {
  return Number(value.toPrecision(3));
}

/** A situation with what a history says of it. */
export function withHistory(of: Situation, { kinds, total }: HistoryReading): Situation {
  const next: Record<string, number | string | readonly number[]> = { ...of };
  const bounded = (id: 'incidents' | 'incidentHours' | 'effortCv' | 'effortBias' | 'phi', value: number): number =>
    Math.min(FIELDS[id].most, Math.max(FIELDS[id].least, short(value)));
  for (const [kind, hours, low, high] of [
    ['incidents', 'incidentHours', 'incidentsLow', 'incidentsHigh'],
    ['evolutions', 'evolutionHours', 'evolutionsLow', 'evolutionsHigh'],
    ['questions', 'questionHours', 'questionsLow', 'questionsHigh'],
  ] as const) {
    const { fit, effort, tickets } = kinds[kind];
    next[kind] = tickets === 0 ? 0 : bounded('incidents', fit.projectedRate);
    // A symmetric PERT has a deviation of its half width over √7.
    const half = fit.cv * Math.sqrt(7);
    next[low] = short(Math.max(0, 1 - half));
    next[high] = short(Math.min(FIELDS[high].most, 1 + half));
    if (effort.mean !== null) next[hours] = bounded('incidentHours', effort.mean);
  }
  const { effort } = kinds.incidents;
  if (effort.mean !== null) {
    next['effortCv'] = bounded('effortCv', effort.cv);
    next['effortBias'] = bounded('effortBias', effort.meanCv ?? 0);
  }
  next['phi'] = bounded('phi', total.phi);
  next['season'] = total.seasonUsed ? total.season.map(short) : FIELDS.season.usual;
  next['levels'] = 'no';
  next['abacus'] = 'no';
  return next as unknown as Situation;
}
