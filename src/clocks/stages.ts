/**
 * A clock whose target changes while it runs: the priority was raised, or an amendment took over all running tickets.
 * What the change does to the time already counted is a term of the contract, and one function here for each choice.
 * Under every choice a breach that had happened stays: a change never erases it.
 */
import type { PolicyChoices } from '../contract/policies.ts';
import type { WorkingCalendar } from '../domain/calendar.ts';
import {
  activeTime,
  dueDate,
  lateFrom,
  lifeOf,
  readClock,
  type ClockInput,
  type ClockLife,
  type ClockReading,
} from './clock.ts';

type ChangePolicy = PolicyChoices['priorityChange'];

/** A stretch of a clock's life under one target. */
export interface Stage {
  /** From this instant on; the first one from the start of the clock. */
  readonly from: number;
  /** The whole target in milliseconds, counted from the start of the clock. */
  readonly target: number;
  /** The whole target in milliseconds, counted from `from`: what a reset gives. */
  readonly targetFromHere: number;
  readonly calendar: WorkingCalendar | null;
}

type StagedInput = Omit<ClockInput, 'calendar' | 'target'>;

/** Reads a clock of one or more stages, given in the order of their instants. Those after the end of its life do not count. */
export function readStages(input: StagedInput, stages: readonly Stage[], policy: ChangePolicy): ClockReading {
  const [first] = stages;
  if (stages.length === 1) return readClock({ ...input, calendar: first!.calendar, target: first!.target });
  const life = lifeOf(input);
  const lived = stages.filter((stage, i) => i === 0 || stage.from < life.end);
  if (lived.length === 1) return readClock({ ...input, calendar: first!.calendar, target: first!.target });
  switch (policy) {
    case 'retroactive':
      return retroactive(input, lived, life);
    case 'reset':
      return piecewise(input.start, lived, life, ({ targetFromHere }) => targetFromHere);
    case 'forward':
      return piecewise(input.start, lived, life, forwardAllowance);
  }
}

/** `retroactive`: the last target and calendar count as if they had held from the start. */
function retroactive(input: StagedInput, stages: readonly Stage[], life: ClockLife): ClockReading {
  const breachedIn = stages.find((stage, i) => {
    const next = stages[i + 1];
    if (!next) return false;
    const due = dueDate(stage.calendar, input.start, stage.target, life);
    return due !== null && due < next.from && activeTime(stage.calendar, due, next.from, life.pauses) > 0;
  });
  const { calendar, target } = breachedIn ?? stages.at(-1)!;
  return readClock({ ...input, calendar, target });
}

/** `forward`: what was used of the old target counts as the same fraction of the new one. Rounded to the millisecond. */
function forwardAllowance(stage: Stage, before: { stage: Stage; left: number } | null): number {
  if (!before) return stage.target;
  return before.stage.target > 0 ? Math.round((before.left * stage.target) / before.stage.target) : 0;
}

/** Reads stage by stage: each counts in its own calendar and says how much it has to give from its start on. */
function piecewise(
  start: number,
  stages: readonly Stage[],
  life: ClockLife,
  allowanceOf: (stage: Stage, before: { stage: Stage; left: number } | null) => number,
): ClockReading {
  const endOf = (i: number): number => stages[i + 1]?.from ?? life.end;
  const active = (from: number, to: number): number =>
    stages.reduce((sum, stage, i) => {
      const a = Math.max(from, i === 0 ? start : stage.from);
      const b = Math.min(to, endOf(i));
      return b > a ? sum + activeTime(stage.calendar, a, b, life.pauses) : sum;
    }, 0);
  let before: { stage: Stage; left: number } | null = null;
  let due: number | null = null;
  let left = 0;
  for (let i = 0; i < stages.length; i++) {
    const stage = stages[i]!;
    const from = i === 0 ? start : stage.from;
    left = allowanceOf(stage, before);
    due = dueDate(stage.calendar, from, left, life);
    const isLast = i === stages.length - 1;
    if (isLast || (due !== null && due < endOf(i) && activeTime(stage.calendar, due, endOf(i), life.pauses) > 0)) break;
    left -= activeTime(stage.calendar, from, endOf(i), life.pauses);
    before = { stage, left };
  }
  const elapsed = active(start, life.end);
  const over = due !== null && due < life.end ? active(due, life.end) : 0;
  const lastFrom = stages.at(-1)!.from;
  const allowed = over > 0 ? elapsed - over : elapsed + left - active(Math.max(start, lastFrom), life.end);
  return {
    stoppedAt: life.stoppedAt,
    elapsed,
    allowed,
    status: over > 0 ? 'breached' : life.stoppedAt !== null ? 'met' : 'running',
    due,
    lateFrom: over > 0 && due !== null ? lateFrom(stageAt(stages, due).calendar, due, life) : null,
    pauses: life.pauses,
    paused: life.openFrom !== Infinity,
  };
}

function stageAt(stages: readonly Stage[], at: number): Stage {
  return stages.findLast((stage, i) => i === 0 || stage.from <= at)!;
}
