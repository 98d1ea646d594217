import { KINDS } from '../domain/ticket.ts';
import { shareKpi } from './kpi.ts';

/** Corrective, evolutive, preventive, questions: the part of each among the tickets opened in the month whose kind is known. */
export const mix = shareKpi({
  id: 'mix',
  counts: 'tickets',
  better: null,
  needs: ['created', 'kind'],
  slices: () => KINDS,
  visit: ({ ticket, context }, put) => {
    const kind = context.classes.kind[ticket.kind]!;
    if (kind >= 0) KINDS.forEach((_, slice) => put(ticket.created, kind === slice, slice));
  },
});
