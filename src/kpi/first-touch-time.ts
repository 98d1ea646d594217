import { durationKpi } from './kpi.ts';

/** All time from the opening to the first event in which the ticket is no longer new, in the month of that event. */
export const firstTouchTime = durationKpi({
  id: 'first-touch-time',
  section: 'times',
  counts: 'tickets',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'status', 'history'],
  visit: ({ ticket, context }, put, exclude) => {
    const { status } = context.table.history!;
    const end = ticket.endOfChanges(status);
    for (let i = ticket.firstChange(status); i < end; i++) {
      if (context.classes.status[status.word[i]!] === 'new') continue;
      const duration = status.at[i]! - ticket.created;
      if (duration < 0) exclude('negative-duration', status.at[i]!);
      else put(status.at[i]!, duration);
      return;
    }
  },
});
