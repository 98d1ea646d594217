import { stockKpi } from './kpi.ts';

/** Tickets opened and not resolved at the end of the month; one that was closed without being resolved ends at its closing. */
export const backlog = stockKpi({
  id: 'backlog',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket }, put) => put(ticket.created, Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved),
});
