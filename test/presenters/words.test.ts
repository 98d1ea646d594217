/** A figure in one line: its number, what it is of, and in what that is counted. */
import { expect, test } from 'vitest';
import { countedBy, countedText, figureText } from '../../src/presenters/words.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const H = 3_600_000;
const times = {
  state: 'duration',
  n: 12,
  sum: 60 * H,
  min: H,
  max: 9 * H,
  mean: 5 * H,
  median: 4 * H,
  p90: 8 * H,
} as const;

test.each([
  ['deadlines', 1, '1 échéance', '1 deadline'],
  ['deadlines', 1234, '1 234 échéances', '1,234 deadlines'],
  ['tickets', 0, '0 ticket', '0 tickets'],
  ['stops', 2, '2 arrêts', '2 stops'],
  ['stays', 2, '2 séjours', '2 stays'],
  ['entries', 1, '1 saisie', '1 entry'],
  ['entries', 3, '3 saisies', '3 entries'],
] as const)('%s, %d', (what, n, french, english) => {
  expect(plain(countedText(what, n, 'fr'))).toBe(french);
  expect(countedText(what, n, 'en').replace(/\u00a0/g, ' ')).toBe(english);
});

test('each figure is counted in its own unit', () => {
  expect(
    (
      [
        'compliance',
        'compliance-at-stop',
        'compliance-opened',
        'escalation',
        'time-in-status',
        'work',
        'clearance',
      ] as const
    ).map(countedBy),
  ).toEqual(['deadlines', 'stops', 'tickets', 'stays', 'stays', 'entries', 'tickets']);
});

test('shares and times say what they are of', () => {
  expect(plain(figureText('compliance', { state: 'share', met: 37, total: 38 }, 'fr'))).toBe(
    '97,4 % (37 / 38 échéances)',
  );
  expect(plain(figureText('escalation', { state: 'share', met: 1, total: 4 }, 'en'))).toBe('25.0% (1 / 4 stays)');
  expect(plain(figureText('clock-time', times, 'fr'))).toBe('4 h (90 % en moins de 8 h, 12 arrêts)');
  expect(plain(figureText('clock-time', { ...times, n: 1 }, 'fr'))).toBe('4 h (1 arrêt)');
  expect(plain(figureText('inflow', { state: 'count', value: 38 }, 'fr'))).toBe('38');
  expect(figureText('inflow', null, 'fr')).toBe('—');
});
