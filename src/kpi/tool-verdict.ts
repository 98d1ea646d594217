import { shareKpi } from './kpi.ts';

/** The tool's own flag "within its SLA", as it stands in the newest row of the ticket, by three months: opening, resolution, closing. */
export const toolVerdict = shareKpi({
  id: 'tool-verdict',
  counts: 'tickets',
  better: 'higher',
  needs: ['toolVerdict'],
  slices: () => ['opened', 'resolved', 'closed'],
  visit: ({ ticket }, put) => {
    if (ticket.toolVerdict > 1) return;
    const met = ticket.toolVerdict === 1;
    put(ticket.created, met, 0);
    put(ticket.resolved, met, 1);
    put(ticket.closed, met, 2);
  },
});
