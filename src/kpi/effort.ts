import { KINDS } from '../domain/ticket.ts';
import { durationKpi } from './kpi.ts';

/** Effort spent on the tickets resolved in the month, by kind of work. */
export const effort = durationKpi({
  id: 'effort',
  counts: 'tickets',
  unit: 'working-time',
  better: null,
  needs: ['resolved', 'kind', 'effort'],
  slices: () => KINDS,
  visit: ({ ticket, context }, put) => {
    const kind = context.classes.kind[ticket.kind]!;
    const spent = context.table.number.effort[ticket.index]!;
    if (kind >= 0 && spent >= 0) put(ticket.resolved, spent, kind);
  },
});
