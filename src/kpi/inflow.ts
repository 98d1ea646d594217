import { countKpi } from './kpi.ts';

/** Tickets opened in the month. */
export const inflow = countKpi({
  id: 'inflow',
  better: null,
  needs: ['created'],
  visit: ({ ticket }, put) => put(ticket.created),
});
