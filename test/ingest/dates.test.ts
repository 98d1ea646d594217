import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, swapDayAndMonth } from '../../src/ingest/dates.ts';

const read = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const { value, kind, order } = readDate(bytes, 0, bytes.length);
  return { text: Number.isNaN(value) ? null : new Date(value).toISOString(), kind, order };
};

describe('dates', () => {
  test.each([
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z', 'day-first'],
    ['3/4/2016 09:05', '2016-04-03T09:05:00.000Z', 'either'],
    ['4/4/2016 09:05', '2016-04-04T09:05:00.000Z', 'any'],
    ['03/25/2025 02:05 PM', '2025-03-25T14:05:00.000Z', 'month-first'],
    ['03/25/2025 12:05 AM', '2025-03-25T00:05:00.000Z', 'month-first'],
    ['2026-01-05 09:00', '2026-01-05T09:00:00.000Z', 'any'],
    ['2026-01-05', '2026-01-05T00:00:00.000Z', 'any'],
    ['2026-01-05T09:00:01.250', '2026-01-05T09:00:01.250Z', 'any'],
    ['25.12.2025 08:00:59', '2025-12-25T08:00:59.000Z', 'day-first'],
    ['25-12-2025 08:00', '2025-12-25T08:00:00.000Z', 'day-first'],
  ])('%s', (text, expected, order) => {
    expect(read(text)).toEqual({ text: expected, kind: 'wall', order });
  });

  test('a printed offset makes an instant', () => {
    expect(read('2026-01-05T09:00:00Z')).toMatchObject({ text: '2026-01-05T09:00:00.000Z', kind: 'instant' });
    expect(read('2026-01-05T09:00:00+02:00')).toMatchObject({ text: '2026-01-05T07:00:00.000Z', kind: 'instant' });
    expect(read('2026-01-05 09:00:00 -0530')).toMatchObject({ text: '2026-01-05T14:30:00.000Z', kind: 'instant' });
  });

  test.each([
    '31/02/2026',
    '2026-13-01',
    '2026-02-30 10:00',
    '24/12/2025 24:00',
    '1/1/26/2',
    'hier',
    '',
    '2026-01-05 09',
    '99/99/2026',
    '2026-01-05 9:60',
    '0000-01-01',
    '2026-01-05 13:00 PM',
  ])('%s is not a date', (text) => {
    expect(read(text).text).toBeNull();
  });

  test('every date of two centuries is read as Date.UTC reads it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2198-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString();
          expect(read(iso.slice(0, 23)).text).toBe(iso);
          const [year, month, day] = iso.slice(0, 10).split('-');
          expect(read(`${day!}/${month!}/${year!} ${iso.slice(11, 19)}`).text?.slice(0, 19)).toBe(
            Number(day) <= 12 || Number(month) <= 12 ? iso.slice(0, 19) : undefined,
          );
        },
      ),
    );
  });

  test('swapping day and month twice gives the date back', () => {
    const wall = Date.UTC(2026, 3, 3, 10, 30);
    expect(new Date(swapDayAndMonth(Date.UTC(2026, 3, 5, 10, 30))).toISOString()).toBe('2026-05-04T10:30:00.000Z');
    expect(swapDayAndMonth(swapDayAndMonth(wall))).toBe(wall);
  });
});
