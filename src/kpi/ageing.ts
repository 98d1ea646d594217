import { AGE_BANDS, bandOf, workingAgeAt } from './age.ts';
import { countKpi } from './kpi.ts';
import { endOf } from './life.ts';

/** Tickets open at the end of each month by how many working days they have been open. */
export const ageing = countKpi({
  id: 'ageing',
  better: null,
  needs: ['created', 'resolved'],
  slices: () => AGE_BANDS.map(({ name }) => name),
  visit: (visit, put) => {
    const { ticket, context } = visit;
    const { months } = context;
    const end = endOf(visit);
    if (end === null) return;
    const last = Number.isNaN(end) ? months.count : months.of(end);
    for (let month = Math.max(0, months.of(ticket.created)); month < last && month < months.count; month++) {
      const close = months.bounds[month + 1]!;
      put(close - 1, 1, bandOf(workingAgeAt(context, ticket.created, Math.min(close, context.asOf))));
    }
  },
});
