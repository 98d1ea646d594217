import { countKpi } from './kpi.ts';

/** Tickets resolved in the month. */
export const outflow = countKpi({
  id: 'outflow',
  better: null,
  needs: ['resolved'],
  visit: ({ ticket }, put) => put(ticket.resolved),
});
