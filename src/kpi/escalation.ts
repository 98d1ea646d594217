import { LEVELS, type Level } from '../domain/ticket.ts';
import { shareKpi } from './kpi.ts';

/** Of the stays of tickets at a technical level that began in the month, those that ended with a move to a higher one. */
export const escalation = shareKpi({
  id: 'escalation',
  counts: 'stays',
  settlesLater: true,
  better: 'lower',
  needs: ['group', 'group-history'],
  slices: () => LEVELS,
  visit: ({ ticket, context }, put) => {
    const group = context.table.history!.group!;
    const end = ticket.endOfChanges(group);
    let level: Level | null = null;
    let since = NaN;
    const leave = (to: Level | null): void => {
      if (level) put(since, to !== null && LEVELS.indexOf(to) > LEVELS.indexOf(level), LEVELS.indexOf(level));
    };
    for (let i = ticket.firstChange(group); i < end; i++) {
      const next = context.classes.level[group.word[i]!] ?? null;
      if (next === null || next === level) continue;
      leave(next);
      level = next;
      since = group.at[i]!;
    }
    leave(null);
  },
});
