import { defineKpi, type CountKpi } from './kpi.ts';

/** The tool's own count of reopenings, in the month in which the ticket was closed or, failing that, resolved. */
export const reopensReported = defineKpi({
  id: 'reopens-reported',
  measure: 'count',
  better: 'lower',
  needs: ['reopens'],
  visit: ({ ticket }, put) => {
    if (ticket.reopens > 0) put(Number.isNaN(ticket.closed) ? ticket.resolved : ticket.closed, ticket.reopens);
  },
} satisfies CountKpi);
