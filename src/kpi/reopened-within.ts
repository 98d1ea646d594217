import { isDoneStatus } from '../clocks/policies.ts';
import { DAY_MS } from '../domain/zone.ts';
import { shareKpi } from './kpi.ts';

/** Of the tickets first resolved in the month, those reopened within the days that the contract gives: final once those have passed. */
export const reopenedWithin = shareKpi({
  id: 'reopened-within',
  section: 'quality',
  counts: 'tickets',
  settlesLater: true,
  better: 'lower',
  needs: ['status', 'history'],
  visit: ({ ticket, context }, put) => {
    const { status } = context.table.history!;
    const within = context.contract.policies.reopenWithinDays * DAY_MS;
    const isDone = (i: number): boolean => isDoneStatus(context.classes.status[status.word[i]!] ?? null);
    const end = ticket.endOfChanges(status);
    let doneAt = NaN;
    for (let i = ticket.firstChange(status); i < end; i++) {
      if (Number.isNaN(doneAt)) {
        if (isDone(i)) doneAt = status.at[i]!;
      } else if (!isDone(i)) {
        put(doneAt, status.at[i]! - doneAt <= within);
        return;
      }
    }
    put(doneAt, false);
  },
});
