/** The journal: what must hold whatever is bought and used. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf, balancesAt, checkLedger, keepLedger, type Movement, type Plan } from '../../src/account/ledger.ts';
import { forfaitPath } from '../../src/account/paths.ts';
import { ONE, parseQuantity, priceOf, unitsOf } from '../../src/domain/quantity.ts';

const DAYS = 60;
const quantity = fc.integer({ min: 1, max: 200_000 });
const lots = fc.array(
  fc.record({
    opens: fc.integer({ min: 0, max: DAYS }),
    life: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    quantity,
  }),
  { maxLength: 6 },
);
const settlements = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 0, max: DAYS }),
    cap: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
    debt: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
  }),
  { selector: ({ day }) => day, maxLength: 6 },
);
const movements = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: DAYS }),
    quantity: fc.oneof(quantity, fc.integer({ min: -50_000, max: 0 })),
    account: fc.constantFrom('consumed' as const, 'adjusted' as const),
  }),
  { maxLength: 40 },
);
const plans = fc.record({ lots, settlements }).map((drawn): Plan => ({
  lots: drawn.lots.map(({ opens, life, quantity: amount }, i) => ({
    id: `L${i}`,
    opens,
    closes: life === null ? null : opens + life,
    quantity: amount,
  })),
  settlements: [...drawn.settlements].sort((a, b) => a.day - b.day),
}));
const inOrder = (list: readonly Omit<Movement, 'lot'>[]): Movement[] =>
  list.map((movement) => ({ ...movement, lot: null })).sort((a, b) => a.day - b.day);

describe('any ledger', () => {
  test('balances: nothing appears, nothing is used twice, no lot is overdrawn', () => {
    fc.assert(
      fc.property(plans, movements, (plan, drawn) => {
        const list = inOrder(drawn);
        const postings = keepLedger(plan, list, DAYS, true);
        checkLedger(postings, list, 'the test');
        const end = balancesAt(postings, DAYS);
        const sum = (account: Movement['account']): number =>
          list.filter((one) => one.account === account).reduce((total, one) => total + one.quantity, 0);
        expect(end.consumed).toBe(sum('consumed') + 0);
        // What is left is what was bought and settled besides, less what was used, agreed and lost.
        expect(balanceOf(end)).toBe(0 - end.bought - end.overrun - end.adjusted - end.consumed - end.expired);
      }),
      { numRuns: 500 },
    );
  });

  test('is the same up to a day, whatever happens afterwards', () => {
    fc.assert(
      fc.property(plans, movements, fc.integer({ min: 0, max: DAYS }), (plan, drawn, day) => {
        const list = inOrder(drawn);
        const whole = keepLedger(plan, list, DAYS, true).filter((posting) => posting.day <= day);
        const known = list.filter((movement) => movement.day <= day);
        expect(keepLedger(plan, known, day, true)).toEqual(whole);
      }),
    );
  });

  test('carries no more than the cap, and owes no more than the limit', () => {
    fc.assert(
      fc.property(plans, movements, (plan, drawn) => {
        const postings = keepLedger(plan, inOrder(drawn), DAYS, true);
        for (const { day, cap, debt } of plan.settlements) {
          const balances = balancesAt(postings, day);
          if (cap !== null) expect(balances.available).toBeLessThanOrEqual(cap);
          if (debt !== null) expect(-balances.owed).toBeLessThanOrEqual(debt);
        }
      }),
    );
  });

  test('a fault of the program is told, not published', () => {
    const lot = { id: 'A', opens: 0, closes: null, quantity: 10 };
    const use: Movement = { day: 1, quantity: 4, account: 'consumed', lot: null };
    const postings = keepLedger({ lots: [lot], settlements: [] }, [use], 5, true);
    expect(() => checkLedger([...postings, postings[1]!], [use], 'x')).toThrow('is posted as 8');
    expect(() => checkLedger(postings.slice(1), [use], 'x')).toThrow('lot A is overdrawn');
  });
});

describe('smoothing', () => {
  test('never costs more than none at equal prices', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom(2, 3, 4, 6, 12),
        (work, credit, window) => {
          const overrun = (months: number): number =>
            forfaitPath(work, credit, { window: months }).overrun.reduce((sum, part) => sum + part, 0);
          expect(overrun(window)).toBeLessThanOrEqual(overrun(1));
        },
      ),
    );
  });
});

describe('exact units', () => {
  test('ten thousand entries of a tenth make a thousand', () => {
    const tenth = parseQuantity('0.1')!;
    const plan = { lots: [{ id: 'A', opens: 0, closes: null, quantity: 1000 * ONE }], settlements: [] };
    const list = Array.from({ length: 10_000 }, (): Movement => ({
      day: 1,
      quantity: tenth,
      account: 'consumed',
      lot: null,
    }));
    expect(balanceOf(balancesAt(keepLedger(plan, list, 1, true), 1))).toBe(0);
    // As they would drift otherwise.
    expect(Array.from({ length: 10_000 }, () => 0.1).reduce((sum, part) => sum + part, 0)).not.toBe(1000);
  });

  test.each([
    ['12', 120_000],
    ['0,25', 2500],
    ['-1.5', -15_000],
    [0.1, 1000],
    ['1.00001', null],
    ['1e3', null],
    ['', null],
  ])('%s is %s', (written, expected) => {
    expect(parseQuantity(written)).toBe(expected);
  });

  test.each([
    // 20 minutes of an hour, to the ten-thousandth; to a quarter upwards; to a quarter.
    [20, 60, 1, 'nearest', 3333],
    [20, 60, 2500, 'up', 5000],
    [20, 60, 2500, 'nearest', 2500],
    // A day of 7 hours; 7.8 hours.
    [210, 420, 1, 'nearest', 5000],
    [234, 468, 1, 'nearest', 5000],
    // What is given back is rounded as what is taken.
    [-20, 60, 2500, 'up', -5000],
    [0, 60, 2500, 'up', 0],
  ] as const)('%i minutes of %i, step %i %s: %i', (minutes, unit, step, rounding, expected) => {
    expect(unitsOf(minutes * 60_000, unit * 60_000, step, rounding)).toBe(expected);
  });

  test.each([
    [5000, 55_935, 27_968],
    [-5000, 55_935, -27_968],
    [3333, 100, 33],
  ])('%i ten-thousandths at %i cents: %i', (units, price, expected) => {
    expect(priceOf(units, price)).toBe(expected);
  });
});
