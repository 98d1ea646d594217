/** Every word that judges, in both languages: swapping two of them would say the contrary of what was counted. */
import { expect, test } from 'vitest';
import { wilsonInterval } from '../../src/domain/statistics.ts';
import { verdictOf } from '../../src/report/monthly.ts';
import { speak } from '../../src/texts/index.ts';

const [fr, en] = [speak('fr').t, speak('en').t];

test('commitments', () => {
  expect(fr.verdict).toEqual({
    met: 'Tenu',
    missed: 'Manqué',
    'small-sample': 'n faible',
    'nothing-due': 'Sans échéance',
    'not-known': 'Non calculable',
  });
  expect(en.verdict).toEqual({
    met: 'Met',
    missed: 'Missed',
    'small-sample': 'Small n',
    'nothing-due': 'Nothing due',
    'not-known': 'Not computable',
  });
});

test('clocks of a ticket', () => {
  expect(fr.search.state).toEqual({ missed: 'manqué', met: 'tenu', running: 'en cours' });
  expect(en.search.state).toEqual({ missed: 'missed', met: 'met', running: 'running' });
});

const GOAL = { numerator: 95, denominator: 100 };
test.each([
  [null, 'nothing-due'],
  // Of nine, no share is a verdict; of ten it is.
  [{ met: 9, total: 9 }, 'small-sample'],
  [{ met: 10, total: 10 }, 'met'],
  [{ met: 9, total: 10 }, 'missed'],
  // 95 % of 20 is 19, exactly.
  [{ met: 19, total: 20 }, 'met'],
  [{ met: 18, total: 20 }, 'missed'],
  [{ met: 949, total: 1000 }, 'missed'],
  [{ met: 950, total: 1000 }, 'met'],
] as const)('%j of a goal of 95 %% and a sample of ten at least: %s', (share, expected) => {
  expect(verdictOf(share, GOAL, 10)).toBe(expected);
});

test('an interval holds the share that it is of, its lower end below', () => {
  const { low, high } = wilsonInterval(8, 10)!;
  expect([low < 0.8, high > 0.8, low > 0.4, high < 1]).toEqual([true, true, true, true]);
});
