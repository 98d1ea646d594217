import { shareKpi } from './kpi.ts';

/** Of the tickets resolved in the month, those that the tool counts at least one reopening of. */
export const reopened = shareKpi({
  id: 'reopened',
  section: 'quality',
  counts: 'tickets',
  settlesLater: true,
  better: 'lower',
  needs: ['resolved', 'reopens'],
  visit: ({ ticket }, put) => {
    if (!Number.isNaN(ticket.reopens)) put(ticket.resolved, ticket.reopens > 0);
  },
});
