/** The clocks that French contracts name, as they are understood unless the contract file says otherwise. */
import type { Clock } from './contract.ts';

export const BUILT_IN_CLOCKS = ['acknowledge', 'workaround', 'restore', 'resolve', 'estimate', 'deliver'] as const;
export type BuiltInClock = (typeof BUILT_IN_CLOCKS)[number];

const WAITING_CLIENT = { class: 'waiting-client' } as const;
const WAITING_OTHERS = { class: 'waiting-third-party' } as const;
/** A ticket that was resolved and reopened: the time in between was not the provider's. */
const REOPEN_GAP = [{ class: 'resolved' }, { class: 'closed' }] as const;

const clock = (id: BuiltInClock, stops: Clock['stops'], pauses: Clock['pauses']): Clock => ({
  id,
  label: null,
  start: { on: 'column', column: 'created' },
  stops,
  pauses,
  time: 'working',
  calendar: null,
});

export const CLOCKS: Readonly<Record<BuiltInClock, Clock>> = {
  // GTI: to the first human act; nothing suspends it.
  acknowledge: clock('acknowledge', [{ on: 'column', column: 'acknowledged' }], []),
  workaround: clock('workaround', [{ on: 'column', column: 'workaround' }], [WAITING_CLIENT]),
  // GTR: service is back by a workaround or a fix, whichever comes first.
  restore: clock(
    'restore',
    [
      { on: 'column', column: 'workaround' },
      { on: 'column', column: 'resolved' },
    ],
    [WAITING_CLIENT, ...REOPEN_GAP],
  ),
  resolve: clock('resolve', [{ on: 'column', column: 'resolved' }], [WAITING_CLIENT, WAITING_OTHERS, ...REOPEN_GAP]),
  estimate: clock('estimate', [{ on: 'column', column: 'acknowledged' }], [WAITING_CLIENT]),
  deliver: clock('deliver', [{ on: 'column', column: 'resolved' }], [WAITING_CLIENT, ...REOPEN_GAP]),
};

export function isBuiltInClock(id: string): id is BuiltInClock {
  return (BUILT_IN_CLOCKS as readonly string[]).includes(id);
}
