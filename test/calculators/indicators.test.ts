/** Each indicator against figures that a hand can compute; sheets and addresses; what an export fills. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computed,
  INDICATOR_IDS,
  INDICATORS,
  indicatorOf,
  inputsOf,
  limitsOf,
  weightOf,
  type IndicatorId,
  type Values,
} from '../../src/calculators/indicators/model/indicators.ts';
import { fromTickets } from '../../src/calculators/indicators/model/from-tickets.ts';
import {
  decodeSheets,
  emptySheet,
  encodeSheets,
  groupsThousands,
  labelOf,
  MOST_ROWS,
  pastedCells,
  pastedColumn,
  type Sheet,
} from '../../src/calculators/indicators/model/sheet.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { calculatorTexts } from '../../src/calculators/indicators/texts/index.ts';
import { outcomeText, sureness } from '../../src/calculators/indicators/texts/indicator-text.ts';
import { exampleFolder } from '../believed.ts';
import { contractOfFile } from '../../src/calculators/what-if/model/change.ts';
import { plainFile } from '../../src/calculators/what-if/model/usual.ts';
import { publicationOf } from '../../src/report/publication.ts';

const valueOf = (id: IndicatorId, values: Values, choices = emptySheet(id).choices): number => {
  const reading = computed(indicatorOf(id), values, choices);
  if (reading.state !== 'read') throw new Error(`${id}: ${reading.fault} ${reading.input}`);
  return reading.outcome.value;
};
const faultOf = (id: IndicatorId, values: Values): unknown => {
  const reading = computed(indicatorOf(id), values, emptySheet(id).choices);
  return reading.state === 'fault' ? [reading.fault, reading.input] : reading.outcome;
};

describe('by hand', () => {
  test.each<[IndicatorId, Values, number]>([
    ['nps', [50, 30, 20], 30],
    ['nps', [0, 0, 4], -100],
    ['csat', [45, 50], 0.9],
    ['ces', [0, 0, 0, 0, 0, 1, 1], 6.5],
    ['ces', [1, null, null, null, null, null, 1], 4],
    ['cac', [10_000, 40], 250],
    ['clv', [100, 4, 3, 0.25], 300],
    ['clv-cac', [300, 250], 1.2],
    ['retention', [100, 105, 15], 0.9],
    ['revenue-churn', [50_000, 2500, null], 0.05],
    ['revenue-churn', [50_000, 2500, 5000], -0.05],
    ['first-contact', [30, 40], 0.75],
    ['resolution-time', [480, 32], 15],
    ['response-time', [24, 48], 0.5],
    ['sla', [19, 20], 0.95],
    ['backlog', [40, 120, 112], 48],
    ['reopen', [3, 60], 0.05],
    ['escalation', [12, 80], 0.15],
    ['ticket-cost', [9000, 120], 75],
    ['tickets-per-person', [120, 2.5], 48],
    ['occupancy', [300, 400], 0.75],
    ['unit-use', [62, 80], 0.775],
    ['burn-rate', [62, 8], 7.75],
    // 18 left at 7.75 a month.
    ['exhaustion', [80, 62, 8], 18 / 7.75],
    ['exhaustion', [80, 90, 8], 0],
  ])('%s of %j is %d', (id, values, expected) => {
    expect(valueOf(id, values)).toBeCloseTo(expected, 12);
  });

  test('a sample says how sure it is', () => {
    const reading = computed(indicatorOf('csat'), [3, 3], emptySheet('csat').choices);
    if (reading.state !== 'read') throw new Error('not read');
    // Wilson for 3 of 3: 1 / (1 + 1.96² / 3).
    expect(reading.outcome.interval!.low).toBeCloseTo(1 / (1 + 1.959963984540054 ** 2 / 3), 12);
    expect(reading.outcome.interval!.high).toBeCloseTo(1, 12);
    expect(weightOf(reading.outcome)).toBe('none');
    const [told, weight] = sureness(reading.outcome, weightOf(reading.outcome), 'fr');
    expect(told).toContain('43,9');
    expect(weight).toMatch(/^Trop peu pour conclure.: moins de dix\.$/);
    const interval = (id: IndicatorId, values: Values) => {
      const read = computed(indicatorOf(id), values, emptySheet(id).choices);
      return read.state === 'read' ? read.outcome.interval! : null;
    };
    // Of ±1 evenly: deviation nearly 1, so a bit less than 19.6 points of 100 answers.
    expect(interval('nps', [50, 0, 50])!.high).toBeGreaterThan(18.5);
    expect(interval('nps', [50, 0, 50])!.high).toBeLessThan(19.6);
    // All agree, and still nobody knows.
    expect(interval('nps', [3, 0, 0])!.low).toBeLessThan(60);
    expect(interval('nps', [0, 5, 0])!.high).toBeGreaterThan(10);
    expect(interval('ces', [0, 0, 0, 0, 0, 0, 5])!.low).toBeLessThan(6.5);
    expect(interval('ces', [0, 0, 0, 0, 0, 0, 500])!.low).toBeGreaterThan(6.98);
  });

  test('what cannot be is said, and of which number', () => {
    expect(faultOf('csat', [])).toEqual(['empty', null]);
    expect(faultOf('csat', [3, null])).toEqual(['missing', 'answers']);
    expect(faultOf('csat', [5, 3])).toEqual(['part', 'satisfied']);
    expect(faultOf('csat', [0, 0])).toEqual(['zero', 'answers']);
    expect(faultOf('csat', [1.5, 3])).toEqual(['whole', 'satisfied']);
    expect(faultOf('csat', [NaN, 3])).toEqual(['number', 'satisfied']);
    expect(faultOf('cac', [-1, 3])).toEqual(['negative', 'spend']);
    expect(faultOf('nps', [0, 0, 0])).toEqual(['zero', null]);
    expect(faultOf('retention', [100, 150, 20])).toEqual(['part', 'end']);
    expect(faultOf('backlog', [1, 1, 5])).toEqual(['part', 'closed']);
    expect(faultOf('exhaustion', [80, 0, 8])).toEqual(['zero', 'used']);
    expect(faultOf('clv', [120, 4, 3, 4])).toEqual(['large', 'margin']);
    expect(faultOf('csat', [1e13, 2e13])).toEqual(['large', 'satisfied']);
  });

  test('a series that stands still is never out of its limits, and limits are within what can be', () => {
    const of = indicatorOf('occupancy');
    const outcome = computed(of, [62, 80], {});
    if (outcome.state !== 'read') throw new Error('not read');
    const still = Array.from({ length: 12 }, () => outcome.outcome);
    expect(limitsOf(of, still, {})!.outside).toEqual([]);
    // What gathers has none.
    expect(limitsOf(indicatorOf('backlog'), still, {})).toBeNull();
    const csat = indicatorOf('csat');
    const shares = [45, 40, 48, 41, 49, 42, 10].map((met) => {
      const reading = computed(csat, [met, 50], {});
      if (reading.state !== 'read') throw new Error('not read');
      return reading.outcome;
    });
    const limits = limitsOf(csat, shares, {})!;
    expect(limits.high).toBe(1);
    expect(limits.low).toBeGreaterThanOrEqual(0);
    expect(limitsOf(csat, shares.slice(0, 5), {})).toBeNull();
  });

  test('a scale of five has five scores, and an effort scale is told from an ease scale', () => {
    const five = { scale: 'five', direction: 'effort' };
    expect(inputsOf(indicatorOf('ces'), five)).toHaveLength(5);
    const ten = { scale: 'ten', direction: 'ease' };
    expect(inputsOf(indicatorOf('ces'), ten).map(({ id }) => id)).toEqual(
      Array.from({ length: 11 }, (_, score) => `score${score}`),
    );
    // One 0 and one 10.
    expect(valueOf('ces', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], ten)).toBe(5);
    expect(valueOf('ces', [0, 0, 0, 1, 1, 9, 9], five)).toBe(4.5);
  });
});

describe('any numbers', () => {
  test('give a number or a reason, in words of both languages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...INDICATOR_IDS),
        fc.array(fc.option(fc.oneof(fc.double({ noDefaultInfinity: false }), fc.nat(500))), { maxLength: 8 }),
        (id, values) => {
          const reading = computed(indicatorOf(id), values, emptySheet(id).choices);
          for (const lang of ['fr', 'en'] as const) {
            const t = calculatorTexts(lang);
            if (reading.state === 'read') {
              expect(Number.isFinite(reading.outcome.value)).toBe(true);
              expect(outcomeText(reading.outcome, lang)).not.toMatch(/NaN|undefined/);
              const { interval, value } = reading.outcome;
              if (interval) {
                expect(interval.low).toBeLessThanOrEqual(value + 1e-9);
                expect(interval.high).toBeGreaterThanOrEqual(value - 1e-9);
              }
            } else
              expect(t.fault[reading.fault](reading.input === null ? '' : t.input[reading.input])).not.toContain(
                'undefined',
              );
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('a worked example of each indicator can be computed', () => {
    for (const of of INDICATORS) {
      const { choices } = emptySheet(of.id);
      const example = computed(
        of,
        inputsOf(of, choices).map((input) => input.example),
        choices,
      );
      expect(example.state, of.id).toBe('read');
    }
    expect(new Set(INDICATOR_IDS).size).toBe(INDICATORS.length);
  });
});

describe('a sheet', () => {
  const sheetOf = (id: IndicatorId): fc.Arbitrary<Sheet> => {
    const { choices } = indicatorOf(id);
    return fc
      .record({
        choices: fc.record(
          Object.fromEntries(choices.map((choice) => [choice.id, fc.constantFrom(...choice.options)])),
        ),
        rows: fc.array(
          fc.record({
            label: fc.string({ maxLength: 18, unit: 'grapheme' }).map((text) => labelOf(`a${text}`)),
            values: fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
      })
      .map(({ choices: chosen, rows }) => {
        const width = inputsOf(indicatorOf(id), chosen).length;
        return {
          choices: chosen,
          rows: rows.map(({ label, values }) => {
            const cut = values.slice(0, width).map((value) => (value === null ? null : value + 0));
            while (cut.length && cut.at(-1) === null) cut.pop();
            return { label, values: cut };
          }),
        };
      });
  };

  test('comes back from its address', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...INDICATOR_IDS).chain((id) => fc.tuple(fc.constant(id), sheetOf(id))),
        ([id, sheet]) => {
          const sheets = new Map([[id, sheet]]);
          expect(decodeSheets(`#${encodeSheets(sheets)}`)).toEqual(sheets);
        },
      ),
    );
    expect(encodeSheets(new Map([['csat', emptySheet('csat')]]))).toBe('');
  });

  test('of an address that was written by hand is read as far as it can be', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeSheets(text)));
    fc.assert(fc.property(fc.string(), (text) => void decodeSheets(`#1/csat=${text}`)));
    expect(decodeSheets('#2/csat=five;a_1_2').size).toBe(0);
    expect(decodeSheets('#1/other=1&csat=six;2026-09_4_x_9;%E0%A4%A_1').get('csat')).toEqual({
      choices: { scale: 'five' },
      rows: [
        { label: '2026-09', values: [4, null] },
        { label: '', values: [1] },
      ],
    });
    expect(decodeSheets(`#1/csat=five${';a_1_2'.repeat(500)}`).get('csat')!.rows).toHaveLength(MOST_ROWS);
  });

  test('takes what was copied from a spreadsheet', () => {
    expect(pastedCells('2026-09\t41\t50\r\n2026-10\t 38 \t47\r\n')).toEqual([
      ['2026-09', '41', '50'],
      ['2026-10', '38', '47'],
    ]);
    expect(pastedCells('1\n2\n3')).toEqual([['1'], ['2'], ['3']]);
    expect(pastedCells('Mois\tSatisfaits\n2026-09\t41')).toEqual([['2026-09', '41']]);
    expect(pastedCells('Mois\tNote 1\tNote 2\n2026-09\t4\t5')).toEqual([['2026-09', '4', '5']]);
    expect(pastedCells('2026-01\n2026-02')).toEqual([['2026-01'], ['2026-02']]);
    expect(pastedColumn([['1440 h', '90']], 0, 2)).toBe(0);
    // Labels and values, values alone, wherever they are pasted.
    expect(pastedColumn([['2026-09', '41', '50']], 0, 2)).toBe(-1);
    expect(pastedColumn([['sept. 2026', '41', '50']], -1, 2)).toBe(-1);
    expect(pastedColumn([['41', '50']], -1, 2)).toBe(0);
    expect(pastedColumn([['41'], ['42']], 1, 2)).toBe(1);
    expect(groupsThousands(['24,000', '1,500'], true)).toBe(true);
    expect(groupsThousands(['24,000.50', '1,500'], false)).toBe(true);
    expect(groupsThousands(['24,000', '1,500'], false)).toBe(false);
    expect(groupsThousands(['24,5', '1,500'], true)).toBe(false);
    // Whole characters, and halves of none.
    expect(labelOf(`${'a'.repeat(19)}😀b`)).toBe('a'.repeat(19));
    const odd = new Map([['csat' as const, { ...emptySheet('csat'), rows: [{ label: 'a\ud83d', values: [1, 2] }] }]]);
    expect(decodeSheets(`#${encodeSheets(odd)}`).get('csat')!.rows[0]!.values).toEqual([1, 2]);
  });
});

describe('an export', () => {
  test('fills what it can with the figures of the reports, and says what it lacks', async () => {
    const { contract, reading } = await exampleFolder('mutuelle-estuaire');
    const { table, asOf } = reading;
    const { months } = publicationOf(contract, reading);
    const plain = contractOfFile(plainFile(table, zoneOf('Europe/Paris'))).contract;
    const { filled, lacking } = fromTickets(table, plain, asOf);
    const october = months.find(({ month }) => month === '2026-10')!;
    const rowOf = (id: IndicatorId): Values => filled.get(id)!.find(({ label }) => label === '2026-10')!.values;
    const [before, opened, closed] = rowOf('backlog') as [number, number, number];
    expect(opened).toBe(october.summary.opened);
    expect(before + opened - closed).toBe(october.series.counts['backlog']!.at(-1));
    const figure = october.figures.find(({ kpi, priority }) => kpi === 'resolution-time' && priority === null)!;
    expect(rowOf('resolution-time')[1]).toBe((figure.value as { n: number }).n);
    expect(filled.get('backlog')).toHaveLength(12);
    expect(lacking.get('sla')).toEqual(['toolVerdict']);
    expect([...filled.keys(), ...lacking.keys()].every((id) => INDICATOR_IDS.includes(id))).toBe(true);
  });
});
