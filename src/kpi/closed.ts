import { countKpi } from './kpi.ts';

/** Tickets closed in the month: an administrative act, some days after the resolution in most tools. */
export const closed = countKpi({
  id: 'closed',
  better: null,
  needs: ['closed'],
  visit: ({ ticket }, put) => put(ticket.closed),
});
