import { shareKpi } from './kpi.ts';

/** Of the tickets resolved in the month, those resolved without being handed on and without being reopened. */
export const firstContact = shareKpi({
  id: 'first-contact',
  section: 'quality',
  counts: 'tickets',
  settlesLater: true,
  better: 'higher',
  needs: ['resolved', 'reassignments', 'reopens'],
  visit: ({ ticket, context }, put) => {
    const handed = context.table.number.reassignments[ticket.index]!;
    if (Number.isNaN(handed) || Number.isNaN(ticket.reopens)) return;
    put(ticket.resolved, handed === 0 && ticket.reopens === 0);
  },
});
