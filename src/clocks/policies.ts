/**
 * What a contract says of the cases that tools decide in silence: one function for each choice of
 * `contract/policies.ts`; `test/cases/policies/` has the cases of each.
 */
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

export const isDoneStatus = (status: StatusClass | null): boolean => status === 'resolved' || status === 'closed';

/**
 * Reopening: when the resolution that counts happened.
 * @param resolved the tool's resolution instant, which is that of the last resolution; `NaN` for none
 * @param entries empty where the exports carry no history: then the tool's instant is all there is
 * @param withinDays a reopening later than this after the resolution is another matter, and the clock stopped before it
 */
export function resolutionAfterReopening(
  resolved: number,
  entries: readonly StatusEntry[],
  policy: PolicyChoices['reopened'],
  withinDays: number,
): number {
  let doneAt = NaN;
  for (const { at, status } of entries) {
    if (isDoneStatus(status)) {
      if (!Number.isNaN(doneAt)) continue;
      if (policy === 'first') return at;
      doneAt = at;
    } else if (!Number.isNaN(doneAt)) {
      if (at - doneAt > withinDays * DAY_MS) return doneAt;
      doneAt = NaN;
    }
  }
  return resolved;
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
