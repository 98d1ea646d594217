/**
 * What a contract says of the cases that tools decide in silence: one function for each choice of
 * `contract/policies.ts`; `test/cases/policies/` has the cases of each.
 */
import type { StatusMatch } from '../contract/contract.ts';
import type { PolicyChoices } from '../contract/policies.ts';
import type { StatusClass } from '../domain/ticket.ts';
import { DAY_MS } from '../domain/zone.ts';

/** The states of a ticket over its life, oldest first; `null` where the contract does not class a state. */
export interface StatusEntry {
  readonly at: number;
  readonly status: StatusClass | null;
}

export const WITHDRAWN = ['cancelled', 'rejected', 'merged'] as const satisfies readonly StatusClass[];
export type Withdrawal = (typeof WITHDRAWN)[number];

/** Whether nothing of a ticket in this state is owed any more. */
export const isWithdrawn = (status: StatusClass | null): status is Withdrawal =>
  WITHDRAWN.some((withdrawn) => withdrawn === status);

export const isDoneStatus = (status: StatusClass | null): boolean => status === 'resolved' || status === 'closed';

/** When a clock stopped, and the gaps between a stop and the reopening that undid it, half-open. */
export interface ReopenedStop {
  /** `NaN` where it has not stopped, or its last stop was undone. */
  readonly at: number;
  /** Whether it counts whatever came after it: the policy takes the first, or what reopened the ticket is another matter. */
  readonly isFinal: boolean;
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Reopening: which of several stops counts. Leaving the states that are done within so many days undoes a stop; a later
 * reopening is another matter, and the clock stopped before it.
 * @param entries the states of the ticket, oldest first
 * @param isStop which of them stop the clock; they are done states
 * @param withinDays days of 24 h, inclusive
 */
export function stopAfterReopening<Entry extends StatusEntry>(
  entries: readonly Entry[],
  isStop: (entry: Entry) => boolean,
  policy: PolicyChoices['reopened'],
  withinDays: number,
): ReopenedStop {
  const gaps: { from: number; to: number }[] = [];
  let stop = NaN;
  for (const entry of entries) {
    if (Number.isNaN(stop)) {
      if (!isStop(entry)) continue;
      stop = entry.at;
      if (policy === 'first') return { at: stop, isFinal: true, gaps };
    } else if (!isDoneStatus(entry.status)) {
      if (entry.at - stop > withinDays * DAY_MS) return { at: stop, isFinal: true, gaps };
      gaps.push({ from: stop, to: entry.at });
      stop = NaN;
    }
  }
  return { at: stop, isFinal: false, gaps };
}

/**
 * Reopening: when the resolution that counts happened.
 * @param resolved what the table says, which is the last resolution; `NaN` for none
 * @param entries empty where the exports carry no history: then the table's instant is all there is
 */
export function resolutionAfterReopening(
  resolved: number,
  entries: readonly StatusEntry[],
  policy: PolicyChoices['reopened'],
  withinDays: number,
): number {
  const { at, isFinal } = stopAfterReopening(entries, ({ status }) => isDoneStatus(status), policy, withinDays);
  return isFinal ? at : resolved;
}

/** Withdrawal: how and when a ticket was cancelled, rejected or merged; `null` where it was not, `NaN` where the instant is not known. */
export function withdrawalOf(
  status: StatusClass | null,
  entries: readonly StatusEntry[],
  closed: number,
): { readonly as: Withdrawal; readonly at: number } | null {
  const as = WITHDRAWN.find((candidate) => candidate === status);
  if (!as) return null;
  const entry = entries.findLast((candidate, i) => candidate.status === as && entries[i - 1]?.status !== as);
  return { as, at: entry ? entry.at : closed };
}

/** Withdrawal: whether a withdrawn ticket is still a commitment. */
export function countsThoughWithdrawn(policy: PolicyChoices['withdrawal'], breachedBefore: boolean): boolean {
  return policy === 'counted' || (policy === 'excluded-unless-late' && breachedBefore);
}

/**
 * Acknowledgement: the first act. Without an acknowledgement it is the resolution; where both are known and the
 * acknowledgement came later, the contract says which.
 */
export function firstAct(
  policy: PolicyChoices['acknowledgedAfterResolved'],
  acknowledged: number,
  resolved: number,
): number {
  if (Number.isNaN(acknowledged)) return resolved;
  if (Number.isNaN(resolved) || policy === 'acknowledgement') return acknowledged;
  return Math.min(acknowledged, resolved);
}

/**
 * Resolved while paused: whether a wait is taken off the clock.
 * @param endedBy the state after it; `null` where the history ends with the wait
 * @param isDone whether the ticket was resolved or closed after it began
 */
export function creditsWait(
  policy: PolicyChoices['resolvedWhilePaused'],
  endedBy: { readonly status: StatusClass | null } | null,
  isDone: boolean,
): boolean {
  if (policy === 'credited') return true;
  return endedBy ? !isDoneStatus(endedBy.status) : !isDone;
}

/** Workaround: the instant that stops the resolution, where the contract credits a workaround. */
export function resolutionWithWorkaround(
  policy: PolicyChoices['workaround'],
  resolved: number,
  workaround: number,
): number {
  if (policy === 'none' || Number.isNaN(workaround)) return resolved;
  return Number.isNaN(resolved) ? workaround : Math.min(resolved, workaround);
}

/** Whether a pause is a wait during the life of a ticket, rather than the gap before a reopening. */
export function isOwnWait(match: StatusMatch): boolean {
  return !('class' in match) || match.class === 'waiting-client' || match.class === 'waiting-third-party';
}
