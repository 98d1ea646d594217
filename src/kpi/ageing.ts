import { AGE_BANDS, bandOf, workingAgeAt } from './age.ts';
import { countKpi } from './kpi.ts';

/** Tickets open at the end of each month by how many working days they have been open. */
export const ageing = countKpi({
  id: 'ageing',
  better: null,
  needs: ['created', 'resolved'],
  slices: () => AGE_BANDS.map(({ name }) => name),
  visit: ({ ticket, context }, put) => {
    const { months } = context;
    const done = Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved;
    const last = Number.isNaN(done) ? months.count : months.of(done);
    for (let month = Math.max(0, months.of(ticket.created)); month < last && month < months.count; month++) {
      const end = months.bounds[month + 1]!;
      put(end - 1, 1, bandOf(workingAgeAt(context, ticket.created, Math.min(end, context.asOf))));
    }
  },
});
