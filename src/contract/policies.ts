/**
 * The cases that tools decide in silence, and what a contract may choose for each; the first choice is the default,
 * which is what the trade uses. What a choice does is in `clocks/policies.ts` and `clocks/stages.ts`.
 */
export const POLICY_CHOICES = {
  /** A target that changes while the clock runs. */
  priorityChange: ['forward', 'retroactive', 'reset'],
  reopened: ['total', 'first'],
  /** A wait that nothing ended but the resolution. */
  resolvedWhilePaused: ['credited', 'counted'],
  acknowledgedAfterResolved: ['resolution', 'acknowledgement'],
  /** Cancelled, rejected, merged. */
  withdrawal: ['excluded-unless-late', 'excluded', 'counted'],
  workaround: ['none', 'stops-resolve'],
} as const;

export type PolicyId = keyof typeof POLICY_CHOICES;
export type PolicyChoices = { readonly [Id in PolicyId]: (typeof POLICY_CHOICES)[Id][number] };

export const POLICY_IDS = Object.keys(POLICY_CHOICES) as PolicyId[];
