/** A history of tickets as the fits want it, and the situation that it describes. */
import { MonthIndex, type Month } from '../../../domain/months.ts';
import { HOUR_MS, type Zone } from '../../../domain/zone.ts';
import type { Kind, TicketTable } from '../../../domain/ticket.ts';
import { effortFit, fitOf, type EffortFit, type Fit } from './calibration.ts';
import { fieldOf, FIELDS, type FieldId, type Situation } from './situation.ts';

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
  /** Covered months are fewer than this gives a rate: the rates stay as they are. */
  readonly tooShort: boolean;
  readonly total: Fit;
  readonly kinds: Readonly<Record<HistoryKind, KindFit>>;
}

/** A history of less than this says nothing of a month. */
const LEAST_MONTHS = 1;
/** Gaps between tickets are seldom longer than so many mean ones. */
const USUAL_GAPS = 3;

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
  // Where the export begins or ends nobody says: a month with no longer gap at its edge than tickets leave is whole.
  const gap = (USUAL_GAPS * (end - first)) / tickets;
  const exposure = months.names.map((_, i) => {
    const [from, to] = [months.bounds[i]!, months.bounds[i + 1]!];
    const begin = i === 0 && first - from > gap ? first : from;
    const stop = i === months.count - 1 && to - end > gap ? Math.max(end, from + 1) : to;
    return Math.max(0, stop - begin) / (to - from);
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
    tooShort: exposure.reduce((sum, part) => sum + part, 0) < LEAST_MONTHS,
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

/**
 * Shares of the likely value with the mean and the coefficient of variation of a fit (PERT): symmetric where that leaves
 * the low one above 0, else from 0 up. `likely` times the mean of the fit is the likely value.
 */
function pertOf(cv: number, most: number): { likely: number; low: number; high: number } {
  const half = cv * Math.sqrt(7);
  if (half <= 1) return { likely: 1, low: 1 - half, high: 1 + half };
  // Low 0: mean (4 + high) / 6, variance mean (high − mean) / 7.
  const spread = 7 * cv * cv;
  const mean = 4 / (5 - Math.min(spread, 4.9));
  const high = Math.min(most, mean * (spread + 1));
  return { likely: 6 / (4 + high), low: 0, high };
}

/** What a history says of a situation: the fields that it fills. Where it cannot say, a field is left out. */
export function fromHistory({ kinds, total, tooShort }: HistoryReading): Partial<Situation> {
  const next: Record<string, number | string | readonly number[]> = { levels: 'no', abacus: 'no' };
  const put = (id: FieldId, value: number | null): void => {
    const field = fieldOf(id);
    if (value === null || !Number.isFinite(value) || field.type !== 'number') return;
    next[id] = Math.min(field.most, Math.max(field.least, short(value)));
  };
  for (const [kind, hours, low, high] of [
    ['incidents', 'incidentHours', 'incidentsLow', 'incidentsHigh'],
    ['evolutions', 'evolutionHours', 'evolutionsLow', 'evolutionsHigh'],
    ['questions', 'questionHours', 'questionsLow', 'questionsHigh'],
  ] as const) {
    const { fit, effort, tickets } = kinds[kind];
    put(hours, effort.mean);
    if (tooShort) continue;
    const shares = pertOf(fit.cv, FIELDS[high].most);
    put(kind, tickets === 0 ? 0 : fit.projectedRate * shares.likely);
    // How sure one is of tickets that never came it does not say.
    if (tickets === 0) continue;
    put(low, shares.low);
    put(high, shares.high);
  }
  const { effort } = kinds.incidents;
  if (effort.mean !== null) {
    put('effortCv', effort.cv);
    put('effortBias', effort.meanCv ?? 0);
  }
  if (!tooShort) {
    put('phi', total.phi);
    next['season'] = total.seasonUsed ? total.season.map(short) : FIELDS.season.usual;
  }
  return next;
}

/** A situation with what a history says of it. */
export function withHistory(of: Situation, reading: HistoryReading): Situation {
  return { ...of, ...fromHistory(reading) };
}
