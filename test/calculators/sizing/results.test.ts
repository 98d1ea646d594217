// @vitest-environment happy-dom
/** The answer of the sizing as it is read: its sentences and tables, without a browser. */
import { describe, expect, test } from 'vitest';
import { answerTo, restOf } from '../../../src/calculators/sizing/model/answer.ts';
import { USUAL, type Situation } from '../../../src/calculators/sizing/model/situation.ts';
import { Amounts } from '../../../src/calculators/sizing/page/amounts.ts';
import { Results } from '../../../src/calculators/sizing/page/results.ts';
import { sizingTexts } from '../../../src/calculators/sizing/texts/index.ts';
import type { Child } from '../../../src/browser/dom.ts';

const elementOf = (children: readonly Child[]): HTMLElement => {
  const place = document.createElement('div');
  place.append(...children.filter((child) => child !== null && child !== false));
  return place;
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const numbersIn = (text: string): number[] =>
  [...plain(text).matchAll(/\d[\d ]*(?:,\d+)?/g)].map(([digits]) =>
    Number(digits.replaceAll(' ', '').replace(',', '.')),
  );
/** The cells of all rows of all tables. */
const rowsOf = (page: HTMLElement): string[][] =>
  [...page.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => plain(cell.textContent)));
const t = sizingTexts('fr');
const results = new Results(t, new Amounts('fr'));
const quick = (of: Situation): HTMLElement => elementOf(results.quick(of, answerTo(of)));

describe('the usual situation', () => {
  const answer = answerTo(USUAL);
  const page = quick(USUAL);

  test('says low before high, and its mean between them', () => {
    const { form } = answer.recommendation;
    const { p10, mean, p90 } = answer.comparison.cost[form];
    expect([p10 < mean, mean < p90]).toEqual([true, true]);
    const [low, high] = numbersIn(page.querySelector('.lead')!.textContent).slice(-2) as [number, number];
    // To the thousand: the answer is no more exact than that.
    expect([Math.abs(low - p10) <= 500, Math.abs(high - p90) <= 500]).toEqual([true, true]);
  });

  test('recommends the form that it names in the status', () => {
    expect(results.status(answer)).toContain(t.form[answer.recommendation.form]);
  });

  test('has a row for each month, in which low, middle and high stand in their order', () => {
    const months = rowsOf(page).filter(([name]) => t.monthNames.includes(name!));
    expect(months.map(([name]) => name)).toEqual(t.monthNames);
    answer.months.forEach(({ p10, p50, p90 }, i) => {
      const [low, middle, high] = months[i]!.slice(-3).map((cell) => numbersIn(cell)[0]!) as [number, number, number];
      const unit = p50 / middle;
      expect([low * unit, high * unit].map(Math.round)).toEqual(
        [p10, p90].map((hours): unknown => expect.closeTo(hours, -1.5)),
      );
    });
  });

  test('what moves the need is listed with less before more', () => {
    const rest = restOf(USUAL);
    const late = elementOf(results.late(USUAL, rest, answer));
    const rows = rowsOf(late);
    for (const { input, low, high } of rest.sensitivity) {
      const [, less, more] = rows
        .find(([name]) => name === plain(t.sensitive[input]))!
        .map((cell) => numbersIn(cell)[0]!);
      expect(Math.sign(more! - less!)).toBe(Math.sign(high - low));
    }
  });
});

test('no work described: one sentence, and no figure', () => {
  const nothing: Situation = { ...USUAL, incidents: 0, evolutions: 0, questions: 0, fixedHours: 0 };
  expect(answerTo(nothing).empty).toBe(true);
  expect(quick(nothing).textContent).toBe(t.answer.empty);
});
