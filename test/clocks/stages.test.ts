/** Clocks of several targets: what holds under every policy. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClock, type Pause } from '../../src/clocks/clock.ts';
import { readStages, type Stage } from '../../src/clocks/stages.ts';
import { POLICY_CHOICES } from '../../src/contract/policies.ts';
import { WorkingCalendar } from '../../src/domain/calendar.ts';
import { HOUR_MS, zoneOf } from '../../src/domain/zone.ts';

const office = new WorkingCalendar(zoneOf('Europe/Paris'), [
  {
    from: null,
    rules: {
      weekly: [0, 1, 2, 3, 4].map(() => [[540, 1080] as const]),
      holidays: { sets: ['FR'], dates: new Set() },
      exceptions: new Map(),
    },
  },
]);
const START = Date.UTC(2026, 1, 9, 8);
const soon = fc.integer({ min: 0, max: 14 * 24 * HOUR_MS }).map((after) => START + after);
const pause: fc.Arbitrary<Pause> = fc.tuple(soon, fc.option(soon, { nil: null })).map(([from, to]) => ({ from, to }));
const target = fc.integer({ min: 1, max: 40 }).map((hours) => hours * HOUR_MS);
const input = fc.record({
  start: fc.constant(START),
  stops: fc.array(soon, { maxLength: 2 }),
  pauses: fc.array(pause, { maxLength: 4 }),
  asOf: soon,
});
const stages: fc.Arbitrary<Stage[]> = fc
  .tuple(target, fc.array(fc.tuple(soon, target, fc.boolean()), { maxLength: 3 }))
  .map(([first, changes]) =>
    [
      { from: START, target: first, targetFromHere: first, calendar: office },
      ...changes
        .sort(([a], [b]) => a - b)
        .map(([from, ms, working]) => ({ from, target: ms, targetFromHere: ms, calendar: working ? office : null })),
    ].filter((stage, i, all) => i === 0 || stage.from > all[i - 1]!.from),
  );
const policy = fc.constantFrom(...POLICY_CHOICES.priorityChange);

describe('a clock', () => {
  test('does not depend on the order of its stops and pauses', () => {
    fc.assert(
      fc.property(input, target, (of, ms) => {
        const one = readClock({ ...of, calendar: office, target: ms });
        const other = readClock({
          ...of,
          stops: [...of.stops].reverse(),
          pauses: [...of.pauses].reverse(),
          calendar: office,
          target: ms,
        });
        expect(other).toEqual(one);
      }),
    );
  });

  test('with one target is the same under every policy', () => {
    fc.assert(
      fc.property(input, target, policy, (of, ms, how) => {
        const stage = { from: START, target: ms, targetFromHere: ms, calendar: office };
        expect(readStages(of, [stage], how)).toEqual(readClock({ ...of, calendar: office, target: ms }));
        // A change to the very same target changes nothing, but where the change resets the clock.
        const again = { ...stage, from: START + 5 * HOUR_MS };
        if (how !== 'reset')
          expect(readStages(of, [stage, again], how)).toEqual(readClock({ ...of, calendar: office, target: ms }));
      }),
    );
  });

  test('is late exactly when more is counted than allowed, and was due before', () => {
    fc.assert(
      fc.property(input, stages, policy, (of, all, how) => {
        const { elapsed, allowed, status, due, lateFrom, stoppedAt } = readStages(of, all, how);
        expect(elapsed).toBeGreaterThanOrEqual(0);
        expect(status === 'breached').toBe(elapsed > allowed);
        if (status === 'breached') {
          const end = stoppedAt ?? Math.max(START, of.asOf);
          expect(due).not.toBeNull();
          expect(due!).toBeLessThan(end);
          expect(lateFrom!).toBeGreaterThanOrEqual(due!);
          expect(lateFrom!).toBeLessThan(end);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never loses a breach that had happened: reading later never makes it better', () => {
    fc.assert(
      fc.property(input, stages, policy, soon, (of, all, how, later) => {
        const asOf = Math.min(of.asOf, later);
        const before = readStages(
          { ...of, asOf },
          all.filter((stage, i) => i === 0 || stage.from < asOf),
          how,
        );
        const after = readStages({ ...of, asOf: Math.max(of.asOf, later) }, all, how);
        if (before.status === 'breached') expect(after.status).toBe('breached');
      }),
      { numRuns: 500 },
    );
  });
});
