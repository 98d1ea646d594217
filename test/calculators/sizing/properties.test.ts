/** What must hold whatever is asked: more work never costs less, more risk never buys more, an address says all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forfaitPath } from '../../../src/account/paths.ts';
import { answerTo, missedGoal, restOf } from '../../../src/calculators/sizing/model/answer.ts';
import { blockYear, carnetYear, forfaitYear, regieYear } from '../../../src/calculators/sizing/model/forms.ts';
import {
  decode,
  encode,
  FIELD_IDS,
  fieldOf,
  MOST_SCENARIOS,
  situationFault,
  USUAL,
  valueFault,
  type Situation,
} from '../../../src/calculators/sizing/model/situation.ts';
import {
  normalCdf,
  normalQuantile,
  gammaCdf,
  gammaQuantile,
  betaCdf,
} from '../../../src/calculators/sizing/model/special.ts';
import { typedHours, typedNumber, typedShare } from '../../../src/domain/typed.ts';
import { sizingTexts } from '../../../src/calculators/sizing/texts/index.ts';
import { Amounts } from '../../../src/calculators/sizing/page/amounts.ts';

const RUNS = { numRuns: 12 };
const changed = (of: Partial<Situation>): Situation => ({ ...USUAL, ...of });

describe('the answer', () => {
  const rate = fc.double({ min: 0.5, max: 60, noNaN: true });
  const smoothing = fc.constantFrom('none', 'quarter', 'year' as const);

  test('to more tickets is never a smaller volume, nor a lower price', () => {
    fc.assert(
      fc.property(rate, fc.double({ min: 1.1, max: 3, noNaN: true }), smoothing, (incidents, factor, of) => {
        const less = answerTo(changed({ incidents, smoothing: of, step: 0 }));
        const more = answerTo(changed({ incidents: incidents * factor, smoothing: of, step: 0 }));
        expect(more.volume).toBeGreaterThanOrEqual(less.volume * 0.999);
        for (const form of ['forfait', 'regie'] as const)
          expect(more.comparison.cost[form].mean).toBeGreaterThanOrEqual(less.comparison.cost[form].mean * 0.999);
      }),
      RUNS,
    );
  });

  test('to more risk is never a larger volume; smoothing never asks for more', () => {
    fc.assert(
      fc.property(rate, fc.double({ min: 0.02, max: 0.2, noNaN: true }), (incidents, risk) => {
        const bold = answerTo(changed({ incidents, risk, step: 0 }));
        const wary = answerTo(changed({ incidents, risk: risk / 2, step: 0 }));
        for (const kind of ['none', 'quarter', 'year'] as const)
          expect(wary.volumes[kind]).toBeGreaterThanOrEqual(bold.volumes[kind] * 0.999);
        expect(bold.volumes.quarter).toBeLessThanOrEqual(bold.volumes.none * 1.001);
        expect(bold.volumes.year).toBeLessThanOrEqual(bold.volumes.quarter * 1.001);
      }),
      RUNS,
    );
  });

  test('with more months to use a credit is never a larger volume', () => {
    const volume = (carry: number): number => answerTo(changed({ smoothing: 'none', carry, step: 0 })).volume;
    const [one, two, three] = [1, 2, 3].map(volume) as [number, number, number];
    expect(two).toBeLessThanOrEqual(one * 1.005);
    expect(three).toBeLessThanOrEqual(two * 1.005);
  });

  test('has one price: the headline is the work and the service of the stack', () => {
    const answer = answerTo(changed({ window: '24x7', smoothing: 'none' }));
    expect(answer.service).toBeGreaterThan(0);
    const { forfait } = answer.offers;
    const fee = 12 * forfait.credit * forfait.price;
    expect(answer.stack.total).toBeCloseTo(fee + answer.service, 6);
    expect(answer.comparison.cost.forfait.mean).toBeCloseTo(
      answer.stack.total + answer.comparison.forfait.overrun * forfait.overrunPrice,
      4,
    );
  });

  test('at no price has no number that is none', () => {
    const text = JSON.stringify(answerTo(changed({ dayRate: 0, onCall: 'yes' })));
    expect(text).not.toMatch(/null|NaN|Infinity/);
  });

  test('counts what still waits at the end of the year', () => {
    const { comparison, offers, service } = answerTo(USUAL);
    expect(comparison.regie.backlogEnd).toBeGreaterThan(0);
    expect(comparison.cost.regie.mean).toBeCloseTo(
      12 * offers.regie.capacity * offers.regie.rate + comparison.regie.backlogEnd * answerTo(USUAL).hourRate + service,
      4,
    );
  });

  test('for the work of sixty people is a team of about sixty', () => {
    const { staffing } = answerTo(changed({ incidents: 5000, incidentHours: 1.5 }));
    expect(staffing.posts).toBeGreaterThan(40);
    expect(staffing.posts).toBeLessThan(120);
    expect(staffing.missed).toBeLessThan(1);
  });

  test('misses its goal as a binomial law says, in large numbers too', () => {
    // 1 − P(X ≥ 2), X of 2 with p = 0.9; and two that vanish where one begins at nothing.
    expect(missedGoal(2, 0.9, 1)).toBeCloseTo(0.19, 12);
    expect(missedGoal(500, 0.91, 0.9)).toBeCloseTo(0.193, 2);
    expect(missedGoal(5000, 0.895, 0.9)).toBeGreaterThan(0.8);
    expect(missedGoal(10, 0, 0.9)).toBe(1);
  });

  test('knows a month without tickets from the tickets alone', () => {
    const sure = { phi: 0, effortBias: 0, incidentsLow: 1, incidentsHigh: 1, fixedHours: 0 };
    const answer = answerTo(changed({ ...sure, incidents: 2, incidentHours: 0.25, evolutions: 0, questions: 0 }));
    expect(answer.pNothing).toBeCloseTo(Math.exp(-2), 6);
  });

  test('is the same each time', () => {
    expect(answerTo(USUAL)).toEqual(answerTo(USUAL));
    expect(restOf(USUAL)).toEqual(restOf(USUAL));
  });

  test('to nothing is nothing, without a number that is none', () => {
    const answer = answerTo(changed({ incidents: 0, evolutions: 0, questions: 0, fixedHours: 0 }));
    expect(answer.empty).toBe(true);
    expect(answer.volume).toBe(0);
    const numbers = JSON.stringify(answer).match(/null|NaN|Infinity/g);
    expect(numbers).toBeNull();
  });

  test('to a service that no number of people can hold is that it cannot be met', () => {
    const { staffing } = answerTo(changed({ act: 'start', incidents: 50_000, incidentHours: 40, response: '2' }));
    expect(staffing.posts).toBeNull();
    expect(staffing.missed).toBe(1);
  });

  test('has smaller steps where the demand is sure', () => {
    const sure = answerTo(
      changed({
        phi: 0,
        effortBias: 0,
        incidentsLow: 1,
        incidentsHigh: 1,
        evolutionsLow: 1,
        evolutionsHigh: 1,
        questionsLow: 1,
        questionsHigh: 1,
      }),
    );
    expect(sure.uncertainty).toBe(0);
    expect(sure.year.p90 - sure.year.p10).toBeLessThan(answerTo(USUAL).year.p90 - answerTo(USUAL).year.p10);
  });
});

describe('the rules of a year', () => {
  const work = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 12 });

  test('of a fixed volume keep every hour, and more leeway never makes more overrun', () => {
    fc.assert(
      fc.property(
        work,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 100 }),
        (hours, credit, life, cap, overdraft) => {
          const year = forfaitYear(hours, { credit, life, cap, overdraft });
          const total = hours.reduce((sum, one) => sum + one, 0);
          expect(12 * credit + year.overrunTotal).toBeCloseTo(total + year.wasteTotal, 6);
          expect(forfaitYear(hours, { credit: credit + 10, life, cap, overdraft }).overrunTotal).toBeLessThanOrEqual(
            year.overrunTotal,
          );
          expect(forfaitYear(hours, { credit, life: life + 1, cap, overdraft }).overrunTotal).toBeLessThanOrEqual(
            year.overrunTotal,
          );
          expect(forfaitYear(hours, { credit, life, cap: cap + 10, overdraft }).overrunTotal).toBeLessThanOrEqual(
            year.overrunTotal,
          );
        },
      ),
    );
  });

  test('are those of the ledger that the reports keep', () => {
    fc.assert(
      fc.property(work, fc.integer({ min: 0, max: 300 }), fc.constantFrom(1, 2, 3, 12), (hours, credit, life) => {
        const fast = forfaitYear(hours, { credit, life });
        const kept = forfaitPath(
          hours.map((one) => one * 10_000),
          credit * 10_000,
          { life },
        );
        expect(kept.overrun.reduce((sum, one) => sum + one, 0) / 10_000).toBe(fast.overrunTotal);
        const block = blockYear(hours, credit, 3);
        const smoothed = forfaitPath(
          hours.map((one) => one * 10_000),
          credit * 10_000,
          { window: 3 },
        );
        expect(smoothed.overrun.map((one) => one / 10_000)).toEqual(block.overrun);
      }),
    );
  });

  test('of books and of reserved days keep every hour', () => {
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 12 }), (hours, size, validity) => {
        const total = hours.reduce((sum, one) => sum + one, 0);
        const { books, expired, left } = carnetYear(hours, size, validity);
        expect(books * size).toBeCloseTo(total + expired + left, 6);
        const team = regieYear(hours, size);
        expect(12 * size).toBeCloseTo(total - team.backlogEnd + team.idleTotal, 6);
      }),
    );
  });
});

describe('an address', () => {
  const situation: fc.Arbitrary<Situation> = fc
    .record(
      Object.fromEntries(
        FIELD_IDS.map((id): [string, fc.Arbitrary<unknown>] => {
          const field = fieldOf(id);
          if (field.type === 'choice') return [id, fc.constantFrom(...field.options)];
          if (field.type === 'series')
            return [id, fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 })];
          const isWhole = field.as === 'whole' || field.as === 'months';
          return [
            id,
            isWhole
              ? fc.integer({ min: field.least, max: field.most })
              : fc
                  .double({ min: field.least, max: field.most, noNaN: true, noDefaultInfinity: true })
                  .map((x) => x + 0),
          ];
        }),
      ),
    )
    .map((of) => of as unknown as Situation)
    .filter((of) => situationFault(of) === null);

  test('says all of the scenarios, and nothing that is usual', () => {
    fc.assert(
      fc.property(fc.array(situation, { minLength: 1, maxLength: MOST_SCENARIOS }), (scenarios) => {
        expect(decode(`#${encode(scenarios)}`)).toEqual(scenarios);
      }),
    );
    expect(encode([USUAL])).toBe('1/');
    expect(decode('#1/i=20&w=24x7')).toEqual([changed({ incidents: 20, window: '24x7' })]);
  });

  test('that was written by hand is read as far as it can be', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const of of decode(text) ?? []) for (const id of FIELD_IDS) expect(valueFault(id, of[id])).toBeNull();
      }),
    );
    expect(decode('#1/i=-5&w=3x3&a=%E0%A4%A')).toEqual([USUAL]);
    expect(decode('#2/i=5')).toBeNull();
    expect(decode('')).toBeNull();
  });

  test('is short enough to mail', () => {
    const far = changed({
      incidents: 37.5,
      incidentHours: 3.25,
      season: [1, 1, 1, 1, 1, 1, 0.6, 0.4, 1.2, 1.2, 1.2, 1.4],
      window: '6x10',
    });
    expect(encode([far, far, far, far]).length).toBeLessThan(500);
  });
});

describe('what people type', () => {
  test.each([
    ['1 234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['12', 12],
    ['0,5', 0.5],
    [',5', 0.5],
    ['-3', -3],
    ['1e3', 1000],
    ['450 €', 450],
    ['', NaN],
    ['douze', NaN],
    ['1,2,x', NaN],
    ['1.5.5', NaN],
    ['1.234.567,8', 1234567.8],
  ])('%s is the number %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  test.each([
    ['1h30', 1.5],
    ['1 h 30', 1.5],
    ['2 h', 2],
    ['90 min', 1.5],
    ['2 j', 14],
    ['0,5 d', 3.5],
    ['3 UO', 24],
    ['4', 4],
    ['4,25', 4.25],
    ['x', NaN],
  ])('%s is %s hours', (text, value) => {
    expect(typedHours(text, { hoursPerDay: 7, hoursPerUo: 8 })).toBe(value);
  });

  test('20 % and 20 are the same share, whatever the field holds', () => {
    expect(['20 %', '20', '1', '150 %', '-10', '0,5 %'].map((text) => typedShare(text))).toEqual([
      0.2, 0.2, 0.01, 1.5, -0.1, 0.005,
    ]);
  });

  test.each([
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['12,5', 12.5],
    ['1.234', 1.234],
    ['£450', 450],
  ])('%s is the number %s in English', (text, value) => {
    expect(typedNumber(text, 'en')).toBe(value);
  });

  test.each(['fr', 'en'] as const)('what a field shows in %s is read as what it stands for', (lang) => {
    const amounts = new Amounts(lang);
    const t = sizingTexts(lang);
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELD_IDS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('hours', 'days', 'uo' as const),
        (id, at, unit) => {
          const field = fieldOf(id);
          if (field.type !== 'number') return;
          const of = changed({ unit });
          const value = Number((field.least + at * (field.most - field.least)).toPrecision(4));
          const read = amounts.read(id, amounts.written(id, value, t, of), of) as number;
          expect(Math.abs(read - (field.as === 'whole' ? Math.round(value) : value))).toBeLessThanOrEqual(
            field.as === 'whole' ? 1 : 1e-5 * Math.max(1, of.hoursPerUo),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the special functions', () => {
  test('undo each other', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(p, fc.double({ min: 0.1, max: 500, noNaN: true }), (of, shape) => {
        expect(normalCdf(normalQuantile(of))).toBeCloseTo(of, 12);
        expect(gammaCdf(shape, gammaQuantile(shape, of))).toBeCloseTo(of, 10);
      }),
    );
  });

  test('have the values that one knows', () => {
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalCdf(-8)).toBeCloseTo(6.22096057427178e-16, 28);
    expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
    // A uniform law, and the square of it.
    expect(betaCdf(1, 1, 0.3)).toBeCloseTo(0.3, 14);
    expect(betaCdf(2, 1, 0.3)).toBeCloseTo(0.09, 14);
  });
});
