/** What the service level owes, worked out by hand for each rule. */
import { describe, expect, test } from 'vitest';
import { penaltiesOfMonths, type Late, type Service } from '../../src/account/penalties.ts';
import { contractOf } from './account.ts';

const contract = (penalty: string, more = '') =>
  contractOf(`id: test
name: Test
client: Client
provider: Prestataire
zone: Europe/Paris
calendars: { office: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }, { id: P2, label: Basse, words: [Basse] }]
${more}terms:
  - from: 2026-01-01
    commitments: [{ clock: resolve, goal: 90 %, targets: { P1: 8 h, P2: 24 h }, calendar: office }]
    penalties: [{ id: p, clock: resolve, ${penalty} }]
`);
const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(`${text}+01:00`);
const late = (key: string, priority: number, due: string, stopped: string, over = at(stopped) - at(due)): Late => ({
  key,
  clock: 'resolve',
  priority,
  due: at(due),
  stopped: at(stopped),
  isOpen: false,
  over,
});
const service = (
  month: string,
  list: readonly Late[],
  share = { met: 9, total: 10 },
  base: number | null = 1_000_000,
  opened = 20,
): Service => ({
  month,
  complete: true,
  opened,
  bases: { worth: base, invoiced: base },
  share: () => share,
  late: list,
});
const sums = (of: ReturnType<typeof contract>, services: readonly Service[]) =>
  penaltiesOfMonths(of, services).map(({ gross, net, bonus, contested, relief }) => ({
    gross,
    net,
    bonus,
    contested,
    relief: relief.map(({ because, amount }) => `${because} ${amount}`),
  }));
const only = (of: ReturnType<typeof contract>, one: Service) => sums(of, [one])[0]!;

describe('CCAG-TIC, V × R / 1000', () => {
  test('all calendar days count: Friday to Monday is three', () => {
    const of = contract('rule: ccag-tic, value: { P1: 12000, P2: 5000 }, amount: 200000');
    const list = [
      late('A', 0, '2026-01-09T18:00', '2026-01-12T09:00'),
      late('B', 1, '2026-01-12T10:00', '2026-01-12T15:00'),
    ];
    // 12 000 × 3 / 1000 = 36 €; the same day is none.
    expect(only(of, service('2026-01', list)).gross).toBe(3600);
    const begun = contract('rule: ccag-tic, value: 12000, amount: 200000, days: begun');
    // 63 hours are three days begun, five hours are one.
    expect(only(begun, service('2026-01', list)).gross).toBe(4800);
  });

  test('10 % of the contract at most, over all months', () => {
    const of = contract('rule: ccag-tic, value: 100000, amount: 20000');
    const month = (name: string, days: number) =>
      service(name, [late('A', 0, `${name}-01T12:00`, `${name}-${String(1 + days).padStart(2, '0')}T12:00`)]);
    expect(sums(of, [month('2026-01', 15), month('2026-02', 10), month('2026-03', 3)])).toMatchObject([
      { gross: 150_000, net: 150_000, relief: [] },
      { gross: 100_000, net: 50_000, relief: ['order-cap 50000'] },
      { gross: 30_000, net: 0, relief: ['order-cap 30000'] },
    ]);
  });

  test('an exoneration spares a sum that is equal to it, and not a cent more', () => {
    const of = contract('rule: ccag-tic, value: 100000, amount: 2000000, exoneration: 200');
    const month = (name: string, days: number) =>
      service(name, [late('A', 0, `${name}-01T12:00`, `${name}-0${1 + days}T12:00`)]);
    expect(only(of, month('2026-01', 2))).toMatchObject({ gross: 20_000, net: 0 });
    expect(only(of, month('2026-01', 3))).toMatchObject({ gross: 30_000, net: 30_000 });
  });

  test('an exoneration spares small sums until they are none, and then nothing is spared', () => {
    const of = contract('rule: ccag-tic, value: 100000, amount: 2000000, exoneration: 300');
    const month = (name: string) => service(name, [late('A', 0, `${name}-01T12:00`, `${name}-03T12:00`)]);
    expect(sums(of, [month('2026-01'), month('2026-02'), month('2026-03')])).toMatchObject([
      { gross: 20_000, net: 0, relief: ['exoneration 20000'] },
      { gross: 20_000, net: 40_000, relief: ['recall -20000'] },
      { gross: 20_000, net: 20_000, relief: [] },
    ]);
  });
});

describe('steps on the share of commitments met', () => {
  const of = contract(
    'rule: steps, base: worth, steps: [{ below: 95 %, rate: 2 % }, { below: 90 %, rate: 5 % }], bonus: [{ from: 99 %, rate: 1 % }]',
  );
  test.each([
    [95, 100, 0, 0],
    [189, 200, 20_000, 0],
    [90, 100, 20_000, 0],
    [89, 100, 50_000, 0],
    [99, 100, 0, 10_000],
    [100, 100, 0, 10_000],
  ])('%i of %i: %i, bonus %i', (met, total, gross, bonus) => {
    expect(only(of, service('2026-01', [], { met, total }))).toMatchObject({ gross, bonus });
  });

  test('contested tickets are set apart: without them the share is better', () => {
    const disputed = contract(
      'rule: steps, base: amount, amount: 10000, steps: [{ below: 95 %, rate: 2 % }, { below: 90 %, rate: 5 % }]',
      'contested: [{ ticket: B, reason: Recette indisponible }]\n',
    );
    const list = ['A', 'B'].map((key) => late(key, 0, '2026-01-09T18:00', '2026-01-12T09:00'));
    // 17 of 19 are 89.5 %; 17 of 18 without B are 94.4 %.
    const line = penaltiesOfMonths(disputed, [service('2026-01', list, { met: 17, total: 19 })])[0]!;
    expect([line.gross, line.contested]).toEqual([20_000, 30_000]);
    expect(line.tickets.map(({ key, contested }) => [key, contested?.fr ?? null])).toEqual([
      ['A', null],
      ['B', 'Recette indisponible'],
    ]);
  });
});

describe('by hour, by points', () => {
  const list = [
    late('A', 0, '2026-01-09T18:00', '2026-01-12T09:00', 2.5 * HOUR),
    late('B', 1, '2026-01-12T10:00', '2026-01-12T15:00', 12 * HOUR),
  ];

  test('each hour begun, in the time of the clock; a ticket and a month have their caps', () => {
    // 3 × 40 + 12 × 10 = 240.
    const of = (more: string) => contract(`rule: per-hour, rates: { P1: 40, P2: 10 }${more}`);
    expect(only(of(''), service('2026-01', list)).gross).toBe(24_000);
    expect(only(of(', hours: exact'), service('2026-01', list)).gross).toBe(22_000);
    expect(only(of(', capPerTicket: 100'), service('2026-01', list))).toMatchObject({
      gross: 24_000,
      net: 20_000,
      relief: ['ticket-cap 4000'],
    });
    expect(only(of(', capPerMonth: 1 %'), service('2026-01', list))).toMatchObject({
      net: 10_000,
      relief: ['month-cap 14000'],
    });
    expect(only(of(', suspendAbove: 19'), service('2026-01', list))).toMatchObject({
      net: 0,
      relief: ['suspended 24000'],
    });
  });

  test('a year has its cap: a share of what it was worth so far', () => {
    const of = contract('rule: per-hour, rates: { P1: 40, P2: 10 }, capPerYear: 2 %');
    // 2 % of 10 000 € are 200 €, of two months 400 €, of which 200 € are gone; the 13th month is another year.
    const months = ['2026-01', '2026-02'].map((month) => service(month, list));
    expect(sums(of, [...months, service('2027-01', list)]).map(({ net }) => net)).toEqual([20_000, 20_000, 20_000]);
    expect(sums(of, months)[1]!.relief).toEqual(['year-cap 4000']);
  });

  test('what a cap of the year took off is made good as the year grows: late in January costs what it does in December', () => {
    const of = contract('rule: per-hour, rates: { P1: 100 }, capPerYear: 5 %');
    const one = late('A', 0, '2026-01-09T18:00', '2026-01-12T09:00', 16 * HOUR);
    const names = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (month) => `2026-${month}`,
    );
    const year = (when: string): number =>
      sums(
        of,
        names.map((month) => service(month, month === when ? [one] : [], { met: 9, total: 10 }, 100_000)),
      ).reduce((sum, { net }) => sum + net, 0);
    expect([year('2026-01'), year('2026-12')]).toEqual([60_000, 60_000]);
    expect(
      sums(
        of,
        names
          .slice(0, 2)
          .map((month) => service(month, month === '2026-01' ? [one] : [], { met: 9, total: 10 }, 100_000)),
      ),
    ).toMatchObject([
      { net: 5000, relief: ['year-cap 155000'] },
      { net: 5000, relief: ['year-release -5000'] },
    ]);
  });

  test('a share of what the contract does not price is not known, rather than nothing', () => {
    const steps = contract('rule: steps, base: worth, steps: [{ below: 95 %, rate: 10 % }]');
    const unpriced = { ...service('2026-01', [], { met: 1, total: 20 }), bases: { worth: null, invoiced: null } };
    expect(penaltiesOfMonths(steps, [unpriced])[0]).toMatchObject({ known: false, gross: 0 });
    const capped = contract('rule: per-hour, rates: { P1: 40 }, capPerMonth: 2 %');
    expect(penaltiesOfMonths(capped, [unpriced])[0]).toMatchObject({ known: false });
    const amount = contract('rule: per-hour, rates: { P1: 40 }, capPerMonth: 200');
    expect(penaltiesOfMonths(amount, [unpriced])[0]).toMatchObject({ known: true });
  });

  test('points, with a franchise, and settled in units', () => {
    const of = contract(
      'rule: points, points: { P1: 10, P2: 2 }, perHour: { P1: 1 }, perPoint: 5, franchise: 3, settled: units, unitPrice: 80',
    );
    // 10 + 3 + 2 = 15, of which 12 cost 5 €: 60 €, three quarters of a unit.
    const line = penaltiesOfMonths(of, [service('2026-01', list)])[0]!;
    expect([line.gross, line.net, line.units]).toEqual([6000, 6000, 7500]);
  });

  test('what both parties agreed on is not provisional', () => {
    const of = contract('rule: per-hour, rates: { P1: 40 }', "penaltiesAgreed: ['2026-01']\n");
    const lines = penaltiesOfMonths(of, [service('2026-01', list), service('2026-02', list)]);
    expect(lines.map(({ agreed }) => agreed)).toEqual([true, false]);
  });
});
