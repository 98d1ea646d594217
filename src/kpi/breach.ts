/** A commitment that was missed: one shape for reports, penalties and "what if". */
import type { Outcome } from '../clocks/commitments.ts';
import type { Instant, Milliseconds } from '../domain/units.ts';
import type { Visit } from './kpi.ts';

export interface Breach {
  /** Of the ticket. */
  readonly key: string;
  readonly clock: string;
  /** The id of its priority; `null` where the contract does not know it. */
  readonly priority: string | null;
  readonly opened: Instant;
  readonly due: Instant;
  /** `null` where it is still open. */
  readonly stopped: Instant | null;
  /** Of the clock. */
  readonly target: Milliseconds;
  readonly elapsed: Milliseconds;
}

/** The breach that a clock comes to; `null` where it was met, still runs in time, or cannot be read. */
export function breachOf({ ticket, context }: Visit, outcome: Outcome, clock: string): Breach | null {
  if (outcome.state !== 'read' || outcome.reading.status !== 'breached' || outcome.reading.due === null) return null;
  const { due, stoppedAt, allowed, elapsed } = outcome.reading;
  const priority = context.classes.priority[ticket.priority]!;
  return {
    key: ticket.key,
    clock,
    priority: context.contract.priorities[priority]?.id ?? null,
    opened: outcome.start,
    due,
    stopped: stoppedAt,
    target: allowed,
    elapsed,
  };
}

/** The most overrun first. */
export function byOverrun(
  a: Pick<Breach, 'key' | 'elapsed' | 'target'>,
  b: Pick<Breach, 'key' | 'elapsed' | 'target'>,
): number {
  return b.elapsed - b.target - (a.elapsed - a.target) || (a.key < b.key ? -1 : 1);
}
