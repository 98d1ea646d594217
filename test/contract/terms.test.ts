/** Which terms hold on a day, at its edges and across a change of the clocks. */
import { describe, expect, test } from 'vitest';
import { termOn, termsBetween } from '../../src/contract/terms.ts';
import type { Term } from '../../src/contract/contract.ts';
import { parseIsoDate } from '../../src/domain/date.ts';
import { zoneOf } from '../../src/domain/zone.ts';

const zone = zoneOf('Europe/Paris');
const day = (iso: string): number => parseIsoDate(iso)!;
const EMPTY = {
  label: null,
  applies: 'opened-after',
  commitments: [],
  coverage: [],
  prices: [],
  penalties: [],
  questions: null,
} as const;
const term = (from: string): Term => ({ ...EMPTY, from: zone.startOf(Date.parse(from)) });
const terms = [term('2026-01-01'), term('2026-02-15'), term('2026-03-29')];
const fromOf = (found: Term | null): string | null =>
  found && new Date(zone.wallAt(found.from)).toISOString().slice(0, 10);

describe('the terms on a day', () => {
  test.each([
    ['2025-12-31', null],
    ['2026-01-01', '2026-01-01'],
    ['2026-02-14', '2026-01-01'],
    ['2026-02-15', '2026-02-15'],
    // The clocks are put forward on this day: it begins at 23:00 UTC of the day before like the days before it.
    ['2026-03-28', '2026-02-15'],
    ['2026-03-29', '2026-03-29'],
    ['2030-01-01', '2026-03-29'],
  ])('%s: %s', (on, expected) => {
    expect(fromOf(termOn({ terms, zone }, day(on)))).toBe(expected);
  });
});

describe('the terms of a stretch, half-open', () => {
  const between = (from: string, to: string): (string | null)[] =>
    termsBetween({ terms }, zone.startOf(Date.parse(from)), zone.startOf(Date.parse(to))).map(fromOf);

  test('a month with an amendment in its middle has both', () => {
    expect(between('2026-02-01', '2026-03-01')).toEqual(['2026-01-01', '2026-02-15']);
  });
  test('terms that begin where it ends are not of it, those that begin where it begins are', () => {
    expect(between('2026-01-15', '2026-02-15')).toEqual(['2026-01-01']);
    expect(between('2026-02-15', '2026-03-01')).toEqual(['2026-02-15']);
  });
  test('before the first terms there are none', () => {
    expect(between('2025-01-01', '2026-01-01')).toEqual([]);
  });
});
