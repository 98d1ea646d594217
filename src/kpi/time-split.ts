import { timeBetween } from '../clocks/clock.ts';
import { isDoneStatus } from '../clocks/policies.ts';
import type { StatusClass } from '../domain/ticket.ts';
import { durationKpi } from './kpi.ts';

/** Whose the time of a ticket was. The parts of a ticket add up to the time from its opening to its resolution. */
const PARTS = ['provider', 'client', 'third-party', 'done', 'outside-hours'] as const;
export type TimePart = (typeof PARTS)[number];

/**
 * The time from opening to resolution, of the tickets resolved in the month, split by who held it: waiting for the
 * client, for a third party, resolved and reopened later, and of the rest what lay in the hours of the resolution clock
 * (the provider's) and what did not.
 * @throws Error where the parts of a ticket do not add up: a fault of this program, not of the data
 */
export const timeSplit = durationKpi({
  id: 'time-split',
  counts: 'tickets',
  unit: 'calendar-time',
  better: null,
  needs: ['created', 'resolved', 'status', 'history'],
  slices: () => PARTS,
  visit: ({ ticket, outcomes, context }, put) => {
    const { created, resolved } = ticket;
    if (!(resolved >= created)) return;
    const outcome = outcomes[Math.max(0, context.clocks.indexOf('resolve'))];
    const calendar = outcome?.state === 'read' ? outcome.stages[0]!.calendar : null;
    const parts: Record<TimePart, number> = { provider: 0, client: 0, 'third-party': 0, done: 0, 'outside-hours': 0 };
    const share = (part: TimePart | 'worked', from: number, to: number): void => {
      if (to <= from) return;
      if (part !== 'worked') {
        parts[part] += to - from;
        return;
      }
      const worked = timeBetween(calendar, from, to);
      parts.provider += worked;
      parts['outside-hours'] += to - from - worked;
    };
    const { status } = context.table.history!;
    const end = ticket.endOfChanges(status);
    let at = created;
    for (let i = ticket.firstChange(status); i < end; i++) {
      const from = Math.min(Math.max(status.at[i]!, at), resolved);
      const to = Math.min(i + 1 < end ? Math.max(status.at[i + 1]!, from) : resolved, resolved);
      share('worked', at, from);
      share(partOf(context.classes.status[status.word[i]!]!), from, to);
      at = Math.max(at, to);
    }
    share('worked', at, resolved);
    const total = PARTS.reduce((sum, part) => sum + parts[part], 0);
    if (total !== resolved - created)
      throw new Error(`The parts of ticket ${ticket.key} make ${total}, not ${resolved - created} ms.`);
    PARTS.forEach((part, slice) => {
      if (parts[part] > 0) put(resolved, parts[part], slice);
    });
  },
});

function partOf(status: StatusClass | null): TimePart | 'worked' {
  if (status === 'waiting-client') return 'client';
  if (status === 'waiting-third-party') return 'third-party';
  return isDoneStatus(status) ? 'done' : 'worked';
}
