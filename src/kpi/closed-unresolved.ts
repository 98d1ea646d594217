import { countKpi } from './kpi.ts';

/** Tickets closed in the month without a resolution date: they leave the backlog all the same. */
export const closedUnresolved = countKpi({
  id: 'closed-unresolved',
  better: 'lower',
  needs: ['resolved', 'closed'],
  visit: ({ ticket }, put) => {
    if (Number.isNaN(ticket.resolved)) put(ticket.closed);
  },
});
