import { stockKpi } from './kpi.ts';

/** Tickets opened and not closed at the end of the month: the other backlog, which counts what awaits its confirmation. */
export const notClosed = stockKpi({
  id: 'not-closed',
  better: 'lower',
  needs: ['created', 'closed'],
  visit: ({ ticket }, put) => put(ticket.created, ticket.closed),
});
