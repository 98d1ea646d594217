import { KINDS } from '../domain/ticket.ts';
import { shareKpi } from './kpi.ts';

/** Functional questions among the tickets opened in the month whose kind is known. */
export const questions = shareKpi({
  id: 'questions',
  section: 'quality',
  counts: 'tickets',
  better: 'lower',
  needs: ['created', 'kind'],
  visit: ({ ticket, context }, put) => {
    const kind = context.classes.kind[ticket.kind]!;
    if (kind >= 0) put(ticket.created, KINDS[kind] === 'question');
  },
});
