/** How long a ticket is in the backlog: from its opening to its resolution, or to the closing that came without one. */
import type { Visit } from './kpi.ts';
import { RESOLUTION_ORIGINS } from '../domain/ticket.ts';
import { isDoneStatus, isWithdrawn } from '../clocks/policies.ts';

const UNKNOWN = RESOLUTION_ORIGINS.indexOf('unknown');

/**
 * When a ticket leaves the backlog; `NaN` while it is in it, `null` where it has left it and nothing tells when.
 */
export function endOf({ ticket, context }: Visit): number | null {
  const { resolved, closed } = ticket;
  const { table, classes } = context;
  if (table.untold?.[ticket.index] === 1) return null;
  if (!Number.isNaN(resolved)) return resolved;
  if (table.resolvedBy[ticket.index] !== UNKNOWN) return closed;
  const status = classes.status[ticket.status] ?? null;
  const hasEnded = isDoneStatus(status) || isWithdrawn(status);
  return hasEnded ? null : closed;
}
