/** The compiler tells units apart: each line below that it refuses is one that it must refuse. */
import { expect, test } from 'vitest';
import { dueDate } from '../../src/clocks/clock.ts';
import { isoDate } from '../../src/domain/date.ts';
import { ONE, priceOf, unitsOf } from '../../src/domain/quantity.ts';
import type { Cents, Day, Instant, Milliseconds, Quantity, WallTime } from '../../src/domain/units.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { formatOf } from '../../src/texts/format.ts';

const cents: Cents = 30_500;
const quantity: Quantity = 2 * ONE;
const hour: Milliseconds = 3_600_000;
const instant: Instant = Date.parse('2026-01-05T09:00:00Z');
const wall: WallTime = Date.parse('2026-01-05T10:00:00Z');
const day: Day = 20_458;
const paris = zoneOf('Europe/Paris');
const life = { stoppedAt: null, end: instant, pauses: [], openFrom: Infinity };

test('money, quantities, durations, instants, wall times and days are not each other', () => {
  expect(priceOf(quantity, cents)).toBe(61_000);
  // @ts-expect-error a price is no quantity
  expect(priceOf(cents, quantity)).toBe(61_000);
  // @ts-expect-error milliseconds are no cents
  priceOf(quantity, hour);
  expect(unitsOf(hour, hour, ONE, 'up')).toBe(ONE);
  // @ts-expect-error a quantity is no time of work
  unitsOf(quantity, hour, ONE, 'up');
  expect(isoDate(day)).toBe('2026-01-05');
  // @ts-expect-error an instant is no day
  expect(() => isoDate(instant)).toThrow();
  expect(paris.wallAt(instant)).toBe(wall);
  // @ts-expect-error a wall time is no instant
  paris.wallAt(wall);
  // @ts-expect-error an instant is no wall time
  paris.startOf(instant);
  expect(dueDate(null, instant, hour, life)).toBe(instant + hour);
  // @ts-expect-error a target is a duration, not an instant
  dueDate(null, instant, instant, life);
  // @ts-expect-error an amount is no duration
  formatOf('fr').workingTime(cents);
});
