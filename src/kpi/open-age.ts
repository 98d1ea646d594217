import { durationKpi } from './kpi.ts';

/** How long the tickets open at the end of each month have been open, all time. */
export const openAge = durationKpi({
  id: 'open-age',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket, context }, put) => {
    const { months } = context;
    const done = Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved;
    const last = Number.isNaN(done) ? months.count : months.of(done);
    for (let month = Math.max(0, months.of(ticket.created)); month < last && month < months.count; month++) {
      const end = months.bounds[month + 1]!;
      put(end - 1, Math.max(0, Math.min(end, context.asOf) - ticket.created));
    }
  },
});
