import { durationKpi } from './kpi.ts';

/**
 * How long tickets stay in each status: one duration for each stay, in the month in which it began. The status of the
 * last event lasts until that event, since the log says nothing of what came after.
 */
export const timeInStatus = durationKpi({
  id: 'time-in-status',
  counts: 'stays',
  settlesLater: true,
  unit: 'calendar-time',
  better: null,
  needs: ['status', 'history'],
  slices: ({ table }) => table.words.status,
  visit: ({ ticket, context }, put) => {
    const { status, lastEvent } = context.table.history!;
    const end = ticket.endOfChanges(status);
    for (let i = ticket.firstChange(status); i < end; i++) {
      const until = i + 1 < end ? status.at[i + 1]! : lastEvent[ticket.index]!;
      // Of a ticket that no event tells of, nothing says how long it has been as it is.
      if (until >= status.at[i]!) put(status.at[i]!, until - status.at[i]!, status.word[i]);
    }
  },
});
