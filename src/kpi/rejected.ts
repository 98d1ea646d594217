import { shareKpi } from './kpi.ts';

/** Of the tickets opened in the month, those that the provider rejected: out of scope, not reproducible, a duplicate. */
export const rejected = shareKpi({
  id: 'rejected',
  section: 'quality',
  counts: 'tickets',
  better: null,
  needs: ['created', 'status'],
  visit: ({ ticket, context }, put) => {
    const status = context.classes.status[ticket.status];
    put(ticket.created, status === 'rejected' || status === 'merged');
  },
});
