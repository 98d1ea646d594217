/** How numbers, durations and dates are written, in both languages: what a reader sees, character by character. */
import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/domain/quantity.ts';
import { formatOf } from '../../src/texts/format.ts';

const [fr, en] = [formatOf('fr'), formatOf('en')];
/** Spaces that do not break are written as plain ones here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const H = 3_600_000;

describe('percentages', () => {
  test.each([
    // met, total, goal, French, English
    [37, 38, undefined, '97,4 %', '97.4%'],
    [1, 3, undefined, '33,3 %', '33.3%'],
    [2, 3, undefined, '66,7 %', '66.7%'],
    [0, 5, undefined, '0,0 %', '0.0%'],
    [5, 5, undefined, '100,0 %', '100.0%'],
    // Never rounded up to a hundred …
    [9999, 10_000, undefined, '99,9 %', '99.9%'],
    [1999, 2000, undefined, '99,9 %', '99.9%'],
    // … nor onto a goal that it misses, and onto one that it reaches as it is.
    [949_999, 1_000_000, 0.95, '94,9 %', '94.9%'],
    [949_999, 1_000_000, undefined, '95,0 %', '95.0%'],
    [95, 100, 0.95, '95,0 %', '95.0%'],
    [950_001, 1_000_000, 0.95, '95,0 %', '95.0%'],
    // A share that is far from its goal is rounded as any other.
    [8996, 10_000, 0.95, '90,0 %', '90.0%'],
    [117, 100, undefined, '117,0 %', '117.0%'],
  ])('%d of %d, goal %s: %s', (met, total, goal, french, english) => {
    expect(plain(fr.percent(met, total, goal))).toBe(french);
    expect(en.percent(met, total, goal)).toBe(english);
  });

  test.each([
    [0.95, '95 %', '95%'],
    [0.975, '97,5 %', '97.5%'],
    [0.9925, '99,25 %', '99.25%'],
    [1, '100 %', '100%'],
    [0, '0 %', '0%'],
  ])('a goal of %d has the decimals that it has', (share, french, english) => {
    expect(plain(fr.goal(share))).toBe(french);
    expect(en.goal(share)).toBe(english);
  });

  test('bounds are whole', () => {
    expect([0.004, 0.005, 0.684].map((share) => plain(fr.wholePercent(share)))).toEqual(['0 %', '1 %', '68 %']);
  });
});

describe('durations', () => {
  test.each([
    [0, '0 min', '0 min'],
    [29_999, '0 min', '0 min'],
    [30_000, '1 min', '1 min'],
    [59.5 * 60_000, '1 h', '1 h'],
    [H, '1 h', '1 h'],
    [H + 5 * 60_000, '1 h 05', '1 h 05'],
    [92 * H + 42 * 60_000, '92 h 42', '92 h 42'],
    [1234 * H, '1 234 h', '1,234 h'],
  ])('working time of %d ms is never in days', (ms, french, english) => {
    expect(plain(fr.workingTime(ms))).toBe(french);
    expect(plain(en.workingTime(ms))).toBe(english);
  });

  test.each([
    [48 * H - 60_000, '47 h 59', '47 h 59'],
    [48 * H, '2 j', '2 d'],
    [50 * H, '2 j 2 h', '2 d 2 h'],
    [100 * 24 * H + 5 * H, '100 j', '100 d'],
  ])('all time of %d ms', (ms, french, english) => {
    expect(plain(fr.duration(ms))).toBe(french);
    expect(plain(en.duration(ms))).toBe(english);
  });
});

describe('dates', () => {
  // The evening of 31 October in Paris is the first of November nowhere near.
  const instant = Date.parse('2026-10-31T22:30:00Z');
  test('in the zone of the contract, whatever that of the machine', () => {
    expect(plain(fr.instant(instant, 'Europe/Paris'))).toBe('31 octobre 2026 à 23 h 30');
    expect(en.instant(instant, 'Europe/Paris')).toBe('31 October 2026 at 23:30');
    expect(plain(fr.instant(instant, 'Asia/Tokyo'))).toBe('1er novembre 2026 à 7 h 30');
    expect(plain(fr.instantShort(instant, 'Europe/Paris'))).toBe('31/10/2026 23:30');
    expect(fr.date(instant, 'Asia/Tokyo')).toBe('1er novembre 2026');
  });
  test('the hour that comes twice is 2:30 both times', () => {
    for (const twice of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(plain(fr.instantShort(Date.parse(twice), 'Europe/Paris'))).toBe('25/10/2026 02:30');
  });
  test('months and days', () => {
    expect([fr.month('2026-08'), fr.monthShort('2026-02'), en.month('2026-08'), en.monthShort('2026-02')]).toEqual([
      'août 2026',
      'févr.',
      'August 2026',
      'Feb',
    ]);
    expect([fr.day('2026-03-01'), fr.day('2026-03-02'), en.day('2026-03-01'), fr.dayShort('2026-03-09')]).toEqual([
      '1er mars 2026',
      '2 mars 2026',
      '1 March 2026',
      '09/03/2026',
    ]);
  });
});

describe('units and money', () => {
  test('units have the decimals they need, or two; a minus is a minus', () => {
    expect([12, 12.5, -0.25, 1234.56].map((units) => plain(fr.units(units * ONE)))).toEqual([
      '12',
      '12,5',
      '−0,25',
      '1 234,56',
    ]);
    expect(plain(fr.units(12 * ONE, 'two'))).toBe('12,00');
    expect(en.units(-1234.5 * ONE, 'two')).toBe('−1,234.50');
  });
  test('amounts are to the cent', () => {
    expect(plain(fr.money(587_518, 'EUR'))).toBe('5 875,18 €');
    expect(plain(fr.money(-1, 'EUR'))).toBe('−0,01 €');
    expect(en.money(587_518, 'EUR')).toBe('€5,875.18');
    expect(en.money(100, 'USD')).toBe('US$1.00');
  });
  test('numbers, lists, plurals', () => {
    expect([plain(fr.number(1234.5, 1)), en.number(1234.5, 1), fr.number(-3)]).toEqual(['1 234,5', '1,234.5', '−3']);
    expect([fr.list(['a', 'b', 'c']), en.list(['a', 'b'])]).toEqual(['a, b et c', 'a and b']);
    // French counts none and one and a half as one.
    expect([0, 1, 1.5, 2].map((n) => fr.plural(n, 'jour', 'jours'))).toEqual(['jour', 'jour', 'jour', 'jours']);
    expect([0, 1, 1.5, 2].map((n) => en.plural(n, 'day', 'days'))).toEqual(['days', 'day', 'days', 'days']);
  });
});
