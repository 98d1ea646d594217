import { isDoneStatus } from '../clocks/policies.ts';
import { countKpi } from './kpi.ts';

/** Moves from a resolved or closed status to any other, in the month of the move. */
export const reopenings = countKpi({
  id: 'reopenings',
  better: 'lower',
  needs: ['status', 'history'],
  visit: ({ ticket, context }, put) => {
    const { status } = context.table.history!;
    const isDone = (i: number): boolean => isDoneStatus(context.classes.status[status.word[i]!] ?? null);
    const end = ticket.endOfChanges(status);
    for (let i = ticket.firstChange(status) + 1; i < end; i++) if (isDone(i - 1) && !isDone(i)) put(status.at[i]!);
  },
});
