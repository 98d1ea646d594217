/** A missed commitment as reports list it. */
import type { Outcome } from '../clocks/commitments.ts';
import type { Visit } from '../kpi/kpi.ts';
import type { ReportBreach } from './schema.ts';
import type { Slugs } from './slugs.ts';

/** The breach of a clock that was read and missed; its cause is found with its proof. */
export function breachOf(
  { ticket, context }: Visit,
  { reading, start }: Extract<Outcome, { state: 'read' }>,
  clock: string,
  slugs: Pick<Slugs, 'of'>,
): ReportBreach {
  const { contract, classes } = context;
  const iso = (instant: number): string => new Date(instant).toISOString();
  return {
    key: ticket.key,
    title: ticket.title || null,
    slug: slugs.of(ticket.key),
    clock,
    priority: contract.priorities[classes.priority[ticket.priority]!]?.id ?? null,
    opened: iso(start),
    due: iso(reading.due!),
    stopped: reading.stoppedAt === null ? null : iso(reading.stoppedAt),
    target: reading.allowed,
    elapsed: reading.elapsed,
    contested: contract.contested.has(ticket.key),
    cause: null,
  };
}

/** The most overrun first. */
export function byOverrun<Breach extends Pick<ReportBreach, 'key' | 'elapsed' | 'target'>>(
  a: Breach,
  b: Breach,
): number {
  return b.elapsed - b.target - (a.elapsed - a.target) || (a.key < b.key ? -1 : 1);
}
