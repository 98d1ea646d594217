/** Time that a ticket spent waiting for the client or for a third party, from its history of states. */
import type { Visit } from './kpi.ts';

/** Milliseconds of `[from, to)` in a waiting status. The table must have a history. */
export function waitingBetween({ ticket, context }: Visit, from: number, to: number): number {
  const { status, lastEvent } = context.table.history!;
  const end = ticket.endOfChanges(status);
  let total = 0;
  for (let i = ticket.firstChange(status); i < end; i++) {
    const statusClass = context.classes.status[status.word[i]!];
    if (statusClass !== 'waiting-client' && statusClass !== 'waiting-third-party') continue;
    const until = i + 1 < end ? status.at[i + 1]! : lastEvent[ticket.index]!;
    total += Math.max(0, Math.min(until, to) - Math.max(status.at[i]!, from));
  }
  return total;
}
