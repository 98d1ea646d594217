/**
 * What a contract says of the cases that tools decide in silence. Each is one function and one choice in the contract
 * file, with the default that the trade uses; `test/cases/policies/` has the cases of each.
 */
import type { StatusClass } from '../domain/ticket.ts';
import { DAY_MS } from '../domain/zone.ts';

/** The states of a ticket over its life, oldest first; `null` where the contract does not class a state. */
export interface StatusEntry {
  readonly at: number;
  readonly status: StatusClass | null;
}

/** `total`: all active cycles count, the gaps between them do not (default). `first`: the first resolution stops the clock. */
export const REOPEN_POLICIES = ['total', 'first'] as const;
export type ReopenPolicy = (typeof REOPEN_POLICIES)[number];

/** `excluded-unless-late`: withdrawn before the deadline it is no commitment, after it it is a breach (default). */
export const WITHDRAWAL_POLICIES = ['excluded-unless-late', 'excluded', 'counted'] as const;
export type WithdrawalPolicy = (typeof WITHDRAWAL_POLICIES)[number];

/** `none`: a workaround does not stop the resolution (default). `stops-resolve`: it does. */
export const WORKAROUND_POLICIES = ['none', 'stops-resolve'] as const;
export type WorkaroundPolicy = (typeof WORKAROUND_POLICIES)[number];

export const WITHDRAWN = ['cancelled', 'rejected', 'merged'] as const satisfies readonly StatusClass[];
export type Withdrawal = (typeof WITHDRAWN)[number];

const isDone = (status: StatusClass | null): boolean => status === 'resolved' || status === 'closed';

/**
 * Reopening: when the resolution that counts happened.
 * @param resolved the tool's resolution instant, which is that of the last resolution; `NaN` for none
 * @param entries empty where the exports carry no history: then the tool's instant is all there is
 * @param withinDays a reopening later than this after the resolution is another matter, and the clock stopped before it
 */
export function resolutionAfterReopening(
  resolved: number,
  entries: readonly StatusEntry[],
  policy: ReopenPolicy,
  withinDays: number,
): number {
  let doneAt = NaN;
  for (const { at, status } of entries) {
    if (isDone(status)) {
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
export function countsThoughWithdrawn(policy: WithdrawalPolicy, breachedBefore: boolean): boolean {
  return policy === 'counted' || (policy === 'excluded-unless-late' && breachedBefore);
}

/** Acknowledgement: a ticket that was resolved has been taken in hand, whatever its acknowledgement says (or does not). */
export function acknowledgedByResolution(acknowledged: number, resolved: number): number {
  if (Number.isNaN(acknowledged)) return resolved;
  return Number.isNaN(resolved) ? acknowledged : Math.min(acknowledged, resolved);
}

/** Workaround: the instant that stops the resolution, where the contract credits a workaround. */
export function resolutionWithWorkaround(policy: WorkaroundPolicy, resolved: number, workaround: number): number {
  if (policy === 'none' || Number.isNaN(workaround)) return resolved;
  return Number.isNaN(resolved) ? workaround : Math.min(resolved, workaround);
}
