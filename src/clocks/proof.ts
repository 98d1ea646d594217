/**
 * The proof of a clock: every interval of its life, counted, paused or closed, and why; the targets in force; the due
 * date and each time that it moved. It is made from the same facts as the figure, so it cannot tell another story.
 */
import type { ClosedReason } from '../domain/calendar.ts';
import type { StatusClass } from '../domain/ticket.ts';
import type { ClockFacts, CommitmentReader, StageInForce } from './commitments.ts';
import type { ClockReading } from './clock.ts';

/** A piece of the life of a clock, half-open. */
export type ProofInterval = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'counted' }
  | { readonly kind: 'paused'; readonly status: StatusClass | null; readonly word: string }
  | { readonly kind: 'closed'; readonly reason: ClosedReason }
);

/** The due date as it was known from an instant on. */
export interface DueMove {
  readonly at: number;
  /** `null` while a pause keeps it open. */
  readonly due: number | null;
  readonly cause: 'opened' | 'priority' | 'term' | 'paused' | 'resumed';
}

export interface Proof {
  readonly reading: ClockReading;
  readonly start: number;
  readonly stages: readonly StageInForce[];
  readonly intervals: readonly ProofInterval[];
  readonly dues: readonly DueMove[];
}

/** Proves a clock as it stands at an instant. The counted intervals add up to the elapsed time under the stages lived. */
export function proofOf(reader: CommitmentReader, facts: ClockFacts, asOf: number): Proof {
  const reading = reader.readFacts(facts, asOf);
  const end = reading.stoppedAt ?? Math.max(facts.start, asOf);
  return {
    reading,
    start: facts.start,
    stages: facts.stages.filter((stage, i) => i === 0 || stage.from < end),
    intervals: intervalsOf(facts, reading, end),
    dues: duesOf(reader, facts, end),
  };
}

function intervalsOf(facts: ClockFacts, { pauses }: ClockReading, end: number): ProofInterval[] {
  const intervals: ProofInterval[] = [];
  let at = facts.start;
  for (const pause of pauses) {
    run(facts, at, pause.from, intervals);
    // Pauses that follow one another without a break are one in the reading, and told apart here.
    for (let from = pause.from; from < pause.to;) {
      const cause = facts.pauses.find((candidate) => candidate.from <= from && (candidate.to ?? Infinity) > from);
      const to = Math.min(pause.to, cause?.to ?? Infinity);
      intervals.push({ from, to, kind: 'paused', status: cause?.status ?? null, word: cause?.word ?? '' });
      from = to;
    }
    at = pause.to;
  }
  run(facts, at, end, intervals);
  return intervals;
}

/** A stretch without a pause, cut where its stage changes and where its calendar opens and closes. */
function run(facts: ClockFacts, from: number, to: number, intervals: ProofInterval[]): void {
  facts.stages.forEach((stage, i) => {
    const start = i === 0 ? from : Math.max(from, stage.from);
    const end = Math.min(to, facts.stages[i + 1]?.from ?? to);
    if (end <= start) return;
    if (!stage.calendar) {
      intervals.push({ from: start, to: end, kind: 'counted' });
      return;
    }
    for (const stretch of stage.calendar.stretches(start, end)) {
      intervals.push(
        stretch.open
          ? { from: stretch.from, to: stretch.to, kind: 'counted' }
          : { from: stretch.from, to: stretch.to, kind: 'closed', reason: stretch.reason },
      );
    }
  });
}

/** The due date as one knew it at the start, and after each event that may have moved it. */
function duesOf(reader: CommitmentReader, facts: ClockFacts, end: number): DueMove[] {
  const events: { at: number; cause: DueMove['cause'] }[] = [{ at: facts.start, cause: 'opened' }];
  facts.stages.slice(1).forEach(({ from, cause }) => events.push({ at: from, cause }));
  for (const pause of facts.pauses) {
    events.push({ at: pause.from, cause: 'paused' });
    if (pause.to !== null) events.push({ at: pause.to, cause: 'resumed' });
  }
  const moves: DueMove[] = [];
  for (const { at, cause } of events.sort((a, b) => a.at - b.at)) {
    if (at < facts.start || at >= end) continue;
    // As known then: what comes later has not happened, a change of target at that very instant has.
    const known = { ...facts, stages: facts.stages.filter((stage, i) => i === 0 || stage.from <= at) };
    const { due } = reader.readFacts(known, at + 1);
    const last = moves.at(-1);
    if (last && (last.due === due || (last.due !== null && last.due <= at))) continue;
    moves.push({ at, due, cause });
  }
  return moves;
}
