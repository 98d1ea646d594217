import { countKpi } from './kpi.ts';

/** The tool's own count of reopenings, in the month in which the ticket was closed or, failing that, resolved. */
export const reopensReported = countKpi({
  id: 'reopens-reported',
  better: 'lower',
  needs: ['reopens'],
  visit: ({ ticket }, put) => {
    if (ticket.reopens > 0) put(Number.isNaN(ticket.closed) ? ticket.resolved : ticket.closed, ticket.reopens);
  },
});
