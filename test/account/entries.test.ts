/** Which coverage work is deducted from, when, and how much; late entries; forecasts. */
import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/domain/quantity.ts';
import { accountAt, contractOf, LIST } from './account.ts';

const CONTRACT = (terms: string, more = ''): string => `id: test
name: Test
client: Client
provider: Prestataire
zone: Europe/Paris
calendars: { office: { weekly: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] }, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }]
${more}terms:
  - from: 2026-01-01
    commitments: []
    coverage:
${terms}`;
const TICKETS =
  "ID;Statut;Priorité;Type;Catégorie;Complexité;Date d'ouverture;Date de résolution\n1;Clos;Haute;Incident;Paie;;2026-01-05 09:00;2026-01-06 09:00\n2;Clos;Haute;Demande;Paie;simple;2026-01-05 09:00;2026-02-06 09:00\n3;Clos;Haute;Demande;Achats;complexe;2026-01-05 09:00;2026-02-07 09:00\n4;En cours (Attribué);Haute;Demande;Paie;simple;2026-01-05 09:00;\n";
const balances = (reading: Awaited<ReturnType<typeof accountAt>>): Record<string, number> =>
  Object.fromEntries(reading.account.books.map(({ id, months }) => [id, months.at(-1)!.closing / ONE]));

describe('a mixture of forms', () => {
  test('each kind goes to its own, the rest is out of scope, and work units come from the abacus', async () => {
    const contract = contractOf(
      CONTRACT(
        `      - { id: fix, form: forfait, unit: hours, volume: 10, per: month, scope: { kinds: [corrective] } }
      - { id: change, form: carnet, unit: uo, scope: { kinds: [evolutive], applications: [PAIE] }, lots: [{ id: A, bought: 2026-01-01, quantity: 10 }] }
`,
        `abacus: { uo: [{ kind: evolutive, complexity: simple, uo: '0.5' }, { kind: evolutive, uo: 3 }] }
sources: [{ columns: { complexity: Complexité } }]
`,
      ),
    );
    const work =
      'key;date;hours;activity\n1;2026-01-05;2;Dev\n2;2026-01-10;5;Dev\n3;2026-01-11;4;Dev\n;2026-01-12;1;Réunion\n';
    const reading = await accountAt(contract, { 'list.csv': TICKETS, 'work.csv': work }, '2026-02-28');
    // 2 is done and simple: half a unit; 3 is another application's; 4 is not done yet.
    expect(balances(reading)).toEqual({ fix: 0, change: 9.5 });
    expect(reading.account.books[0]!.months[0]).toMatchObject({
      bought: 10 * ONE,
      consumed: 2 * ONE,
      expired: 8 * ONE,
    });
    expect(reading.account.outOfScope).toEqual([{ month: '2026-01', entries: 2, effort: 5 * 3_600_000 }]);
    const [, february] = reading.statements;
    expect(february!.books[1]!.lines).toMatchObject([
      {
        day: '2026-02-06',
        kind: 'consumed',
        ticket: { key: '2', slug: '2' },
        lots: ['A'],
        quantity: -5000,
        effort: null,
      },
    ]);
  });

  test('tickets as units, by the month of their resolution', async () => {
    const contract = contractOf(
      CONTRACT(
        '      - { id: t, form: forfait, unit: tickets, volume: 1, per: month, overrun: { rule: billed, rate: 50 } }\n',
      ),
    );
    const { account } = await accountAt(contract, { 'list.csv': TICKETS }, '2026-02-28');
    expect(account.books[0]!.windows.map(({ consumed, billed }) => [consumed / ONE, billed / ONE])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(account.months.map(({ total }) => total)).toEqual([0, 5000]);
  });

  test('without what it needs, the consumption is not known, and says what is missing', async () => {
    const contract = contractOf(CONTRACT('      - { id: t, form: forfait, unit: hours, volume: 1, per: month }\n'));
    const { account } = await accountAt(contract, { 'list.csv': TICKETS }, '2026-02-28');
    expect(account.books[0]!.missing).toEqual(['effort']);
  });

  test('the effort of a ticket, by its resolution', async () => {
    const contract = contractOf(CONTRACT('      - { id: t, form: forfait, unit: hours, volume: 10, per: month }\n'));
    const list = TICKETS.replace('Date de résolution', 'Date de résolution;Durée totale').replaceAll(
      /\n(\d.*)/g,
      '\n$1;1 heures 30 minutes',
    );
    const { account } = await accountAt(contract, { 'list.csv': list }, '2026-02-28');
    expect([account.source, ...account.books[0]!.months.map(({ consumed }) => consumed / ONE)]).toEqual([
      'tickets',
      1.5,
      3,
    ]);
  });

  test('a profile takes its activities, and the other one the rest', async () => {
    const contract = contractOf(
      CONTRACT(
        `      - { id: team, form: regie, capacity: [{ profile: dev, days: 5 }, { profile: lead, days: 1, activities: [PILOTAGE] }] }\n`,
        'abacus: { hoursPerDay: 7 }\n',
      ),
    );
    const work = 'key;date;hours;activity\n1;2026-01-05;14;Dev\n1;2026-01-06;3,5;Pilotage\n';
    const reading = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-01-20');
    expect(balances(reading)).toEqual({ 'team/dev': 3, 'team/lead': 0.5 });
  });

  test('an amendment in the middle of a month gives each part its days', async () => {
    const contract = contractOf(
      `${CONTRACT('      - { id: t, form: forfait, unit: hours, volume: 31, per: month, fee: 310 }\n')}  - from: 2026-03-11
    coverage:
      - { id: t, form: forfait, unit: hours, volume: 62, per: month, fee: 620 }
`,
    );
    const work = 'key;date;hours\n1;2026-01-05;1\n';
    const { account } = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-03-31');
    // 10 days of 31 at 1 an day, 21 at 2.
    expect(account.books[0]!.months[2]!.bought / ONE).toBe(10 + 42);
    expect(account.months[2]!.total).toBe(10_000 + 42_000);
    expect(account.books[0]!.terms.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-03-11'],
      ['2026-03-11', null],
    ]);
  });

  test('an agreement gives units back, and says why', async () => {
    const contract = contractOf(
      CONTRACT(
        '      - { id: t, form: carnet, unit: hours, lots: [{ id: A, bought: 2026-01-01, quantity: 5 }] }\n',
        'adjustments: [{ coverage: t, date: 2026-01-20, quantity: 2, reason: Geste }, { coverage: t, date: 2026-01-21, quantity: -1, reason: Forfait de déplacement }]\n',
      ),
    );
    const work = 'key;date;hours\n1;2026-01-05;4\n';
    const { account, statements } = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-01-31');
    expect(account.books[0]!.months[0]).toMatchObject({ adjusted: ONE, consumed: 4 * ONE, closing: 2 * ONE });
    expect(statements[0]!.books[0]!.lines.slice(2).map(({ quantity, reason }) => [quantity / ONE, reason!.fr])).toEqual(
      [
        [2, 'Geste'],
        [-1, 'Forfait de déplacement'],
      ],
    );
  });
});

describe('late entries', () => {
  const contract = contractOf(
    CONTRACT('      - { id: t, form: carnet, unit: hours, lots: [{ id: A, bought: 2026-01-01, quantity: 40 }] }\n'),
  );
  const head = 'key;date;booked;hours\n';
  const march = '1;2026-03-10;2026-03-10;4\n';
  const late = '1;2026-03-30;2026-04-07;6\n';

  test('the balance of 31 March, as known on 31 March, is what was printed then', async () => {
    const then = await accountAt(contract, { 'list.csv': LIST, 'work.csv': head + march }, '2026-03-31');
    const now = await accountAt(contract, { 'list.csv': LIST, 'work.csv': head + march + late }, '2026-04-30');
    const printed = then.account.books[0]!.months[2]!;
    const restated = now.account.books[0]!.months[2]!;
    expect(printed.closing / ONE).toBe(36);
    expect([restated.closing / ONE, restated.closingThen / ONE, restated.late / ONE]).toEqual([30, 36, 6]);
    // The same data, taken on 31 March, do not know what was entered in April.
    const cut = await accountAt(contract, { 'list.csv': LIST, 'work.csv': head + march + late }, '2026-03-31');
    expect(cut.account.books).toEqual(then.account.books);
    expect(now.statements[3]!.late).toEqual([
      { book: 't', day: '2026-03-30', booked: '2026-04-07', key: '1', slug: '1', quantity: 6 * ONE },
    ]);
    expect(now.statements[2]!.books[0]!.lines.at(-1)).toMatchObject({ booked: '2026-04-07' });
  });

  test('the order of the rows changes nothing', async () => {
    const forward = await accountAt(contract, { 'list.csv': LIST, 'work.csv': head + march + late }, '2026-04-30');
    const backward = await accountAt(contract, { 'list.csv': LIST, 'work.csv': head + late + march }, '2026-04-30');
    expect(backward.account).toEqual(forward.account);
    expect(backward.statements).toEqual(forward.statements);
  });
});

describe('a forecast', () => {
  const carnet = (lots: string): string => CONTRACT(`      - { id: t, form: carnet, unit: hours, lots: [${lots}] }\n`);
  const months = (hours: readonly number[]): string =>
    `key;date;hours\n${hours.map((value, i) => `1;2026-0${i + 1}-15;${value}\n`).join('')}`;
  const forecastOf = async (text: string, hours: readonly number[], day: string) =>
    (await accountAt(contractOf(text), { 'list.csv': LIST, 'work.csv': months(hours) }, day)).account.books[0]!
      .forecast;

  test('of two months says that it cannot know', async () => {
    const forecast = await forecastOf(carnet('{ id: A, bought: 2026-01-01, quantity: 40 }'), [5, 5], '2026-02-28');
    expect(forecast).toMatchObject({ exhaustion: null, projected: null, fullMonths: 2, leastMonths: 3 });
    expect(forecast.pace).toEqual({ recent: null, byWorkingDay: null, seasonal: null });
  });

  test('at an even pace is a day: 22, 20, 22 hours in months of 22, 20 and 22 working days leave 10 for ten days', async () => {
    const forecast = await forecastOf(
      carnet('{ id: A, bought: 2026-01-01, quantity: 74 }'),
      [22, 20, 22],
      '2026-03-31',
    );
    expect(forecast.balance / ONE).toBe(10);
    // April 1 is a Wednesday: the tenth working day is the 14th, and on the one after nothing is left.
    expect(forecast.exhaustion).toEqual({ slow: '2026-04-15', central: '2026-04-15', fast: '2026-04-15' });
    expect(forecast.pace.recent! / ONE).toBeCloseTo(64 / 3, 3);
    expect(forecast.pace.byWorkingDay! / ONE).toBe(22);
  });

  test('of an uneven pace is an interval, and units that expire before are lost', async () => {
    const forecast = await forecastOf(
      carnet(
        '{ id: A, bought: 2026-01-01, quantity: 80, expires: 2026-04-30 }, { id: B, bought: 2026-01-01, quantity: 100 }',
      ),
      [11, 20, 44],
      '2026-03-31',
    );
    const { slow, central, fast } = forecast.exhaustion!;
    expect(fast! < central! && central! < slow!).toBe(true);
    // Half an hour a day is the slow pace, one the central: 22 working days leave nothing of A's 5.
    expect(forecast.expiring).toEqual([{ lot: 'A', closes: '2026-04-30', left: 5 * ONE, lost: 0 }]);
    const calm = await forecastOf(
      carnet('{ id: A, bought: 2026-01-01, quantity: 80, expires: 2026-04-30 }'),
      [22, 20, 22],
      '2026-03-31',
    );
    // 16 left, one a day over 22 working days: all is used.
    expect(calm.expiring[0]!.lost).toBe(0);
    const calmer = await forecastOf(
      carnet('{ id: A, bought: 2026-01-01, quantity: 80, expires: 2026-04-10 }'),
      [22, 20, 22],
      '2026-03-31',
    );
    // Of 16, eight working days to 10 April use 8.
    expect(calmer.expiring[0]!.lost! / ONE).toBe(8);
    expect(calmer.exhaustion!.central).toBeNull();
  });

  test('of a volume projects its end, above or below, in units and money', async () => {
    const text = CONTRACT(
      '      - { id: t, form: forfait, unit: hours, volume: 20, per: month, smoothing: quarter, fee: 1000, overrun: { rule: billed, rate: 60 } }\n',
    );
    const forecast = await forecastOf(text, [22, 20, 22, 22], '2026-04-30');
    expect(forecast.window).toEqual({ id: '2026-04/2026-06', first: '2026-04-01', last: '2026-06-30', begun: true });
    // 22 used; one an hour a working day over the 21 of May and the 22 of June makes 65, 5 above 60.
    expect(forecast.projected!.central / ONE).toBe(65);
    expect(forecast.overAtEnd!.central).toEqual({ quantity: 5 * ONE, amount: 30_000 });
    expect(forecast.due! / ONE).toBeCloseTo((60 * 22) / 65, 3);
  });

  test('tells when a threshold was reached, since the last purchase', async () => {
    const contract = contractOf(
      carnet('{ id: A, bought: 2026-01-01, quantity: 10 }, { id: B, bought: 2026-03-01, quantity: 10 }'),
    );
    const work = 'key;date;hours\n1;2026-01-10;6\n1;2026-01-20;1\n1;2026-03-05;8\n1;2026-03-09;2\n';
    const january = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-01-31');
    expect(january.account.books[0]!.forecast.alerts.map(({ reached }) => reached)).toEqual(['2026-01-20', null]);
    // 3 left and 10 bought: 13 at disposal, 10 used.
    const march = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-03-31');
    expect(march.account.books[0]!.forecast).toMatchObject({ total: 13 * ONE, used: 10 * ONE });
    expect(march.account.books[0]!.forecast.alerts.map(({ reached }) => reached)).toEqual(['2026-03-09', null]);
  });
});

describe('at the edges', () => {
  const at = (terms: string, more: string, work: string, day: string) =>
    accountAt(contractOf(CONTRACT(terms, more)), { 'list.csv': LIST, 'work.csv': `key;date;hours\n${work}` }, day);
  const closings = (reading: Awaited<ReturnType<typeof accountAt>>): number[] =>
    reading.account.books[0]!.months.map(({ closing }) => closing / ONE);

  test('an adjustment takes from the lot that is named, and the rest from the others; an expired lot gives to the next', async () => {
    const lots =
      '      - { id: c, form: carnet, unit: hours, lots: [{ id: A, bought: 2026-01-01, quantity: 10, expires: 2026-02-28 }, { id: B, bought: 2026-01-01, quantity: 10 }] }\n';
    const taken = await at(
      lots,
      'adjustments: [{ coverage: c, date: 2026-01-20, quantity: -5, lot: A, reason: x }]\n',
      '1;2026-01-05;8\n',
      '2026-01-31',
    );
    expect(taken.account.books[0]!.lots.map(({ left }) => left / ONE)).toEqual([0, 7]);
    const given = await at(
      lots,
      'adjustments: [{ coverage: c, date: 2026-03-20, quantity: 4, lot: A, reason: x }]\n',
      '1;2026-01-05;8\n',
      '2026-03-31',
    );
    expect(given.account.books[0]!.lots.map(({ left, expired }) => [left / ONE, expired / ONE])).toEqual([
      [0, 2],
      [14, 0],
    ]);
    expect(given.account.books[0]!.forecast.balance / ONE).toBe(14);
  });

  test('overruns of a carnet are settled each month, whatever an amendment leaves as it was', async () => {
    const lots =
      '      - { id: c, form: carnet, unit: hours, overrun: { rule: billed, rate: 100 }, lots: [{ id: A, bought: 2026-01-01, quantity: 10 }] }\n  - from: 2026-02-16\n    prices: [{ profile: x, dayRate: 1 }]\n';
    const { account } = await at(
      lots,
      '',
      '1;2026-01-10;12\n1;2026-02-10;3\n1;2026-03-10;4\n1;2026-04-10;5\n',
      '2026-04-30',
    );
    expect(account.months.map(({ total }) => total)).toEqual([20_000, 30_000, 40_000, 50_000]);
  });

  test('what no later lot pays is settled when the contract ends, and then no month follows', async () => {
    const lots =
      '      - { id: c, form: carnet, unit: hours, overrun: { rule: next-lot, rate: 90 }, lots: [{ id: A, bought: 2026-01-01, quantity: 10 }] }\n';
    const reading = await at(lots, 'ends: 2026-02-28\n', '1;2026-01-10;12\n1;2026-02-10;3\n', '2026-05-31');
    expect(closings(reading)).toEqual([-2, 0]);
    expect(reading.account.months[1]!.total).toBe(45_000);
    expect(reading.account.books[0]!.forecast).toMatchObject({ ended: '2026-02-28', exhaustion: null });
  });

  test('reserved days of two terms in one month have each their rate', async () => {
    const terms = `      - { id: r, form: regie, capacity: [{ profile: dev, days: 10 }] }
    prices: [{ profile: dev, dayRate: 500 }]
  - from: 2026-06-16
    coverage: [{ id: r, form: regie, capacity: [{ profile: dev, days: 20 }] }]
    prices: [{ profile: dev, dayRate: 600 }]
`;
    const { account } = await at(terms, 'abacus: { hoursPerDay: 7 }\n', '1;2026-01-10;7\n', '2026-06-30');
    expect(account.months[5]!.lines.map(({ quantity, amount }) => [quantity! / ONE, amount])).toEqual([
      [5, 250_000],
      [10, 600_000],
    ]);
  });

  test('two terms in a month are two lines, each rounded on its own, and the month is what they add up to', async () => {
    const terms = `      - { id: f, form: forfait, unit: hours, volume: '10.0001', per: month, fee: '1000.01' }
  - from: 2026-04-16
    prices: [{ profile: x, dayRate: 1 }]
`;
    const { account } = await at(terms, '', '1;2026-01-10;1\n', '2026-04-30');
    // Half of 1 000.01 is 500.005, twice; the volume is one.
    expect(account.months[3]!.lines.map(({ amount }) => amount)).toEqual([50_001, 50_001]);
    expect([account.months[3]!.total, account.books[0]!.months[3]!.bought]).toEqual([100_002, 100_001]);
  });

  test('the end of a window is foreseen by its own rules: borne, owed, or within what was given back', async () => {
    const overrun = async (terms: string, more: string, work: string, day: string) =>
      (await at(terms, more, work, day)).account.books[0]!.forecast.overAtEnd!.central;
    const ten = '1;2026-01-10;10\n1;2026-02-10;10\n1;2026-03-10;10\n1;2026-04-10;5\n';
    const borne = await overrun(
      '      - { id: f, form: forfait, unit: hours, volume: 2, per: month, overrun: { rule: refused, rate: 90 } }\n',
      '',
      ten,
      '2026-04-15',
    );
    expect(borne.quantity).toBeGreaterThan(0);
    expect(borne.amount).toBe(0);
    const owed = await overrun(
      '      - { id: f, form: forfait, unit: hours, volume: 2, per: month, overrun: { rule: carried, limit: 50, rate: 90 } }\n',
      '',
      ten,
      '2026-04-15',
    );
    expect(owed.amount).toBe(0);
    const given = await overrun(
      '      - { id: f, form: forfait, unit: hours, volume: 10, per: quarter, overrun: { rule: billed, rate: 90 } }\n',
      'adjustments: [{ coverage: f, date: 2026-04-02, quantity: 40, reason: x }]\n',
      ten,
      '2026-04-15',
    );
    expect(given.quantity).toBeLessThan(0);
    expect(given.amount).toBe(0);
  });

  test('an amendment of next year rules nothing today', async () => {
    const terms = `      - { id: f, form: forfait, unit: hours, volume: 10, per: month, smoothing: quarter, alerts: [50 %], fee: 10, overrun: { rule: billed, rate: 100 } }
  - from: 2027-01-01
    coverage: [{ id: f, form: forfait, unit: hours, volume: 10, per: month, smoothing: year, alerts: [90 %], fee: 10, overrun: { rule: billed, rate: 777 } }]
`;
    const { account } = await at(
      terms,
      '',
      '1;2026-01-10;20\n1;2026-02-10;20\n1;2026-03-10;20\n1;2026-04-10;20\n',
      '2026-05-10',
    );
    const [book] = account.books;
    expect(book!.forecast.alerts.map(({ share }) => share.numerator / share.denominator)).toEqual([0.5]);
    expect(book!.smoothing.find(({ agreed }) => agreed)!.smoothing).toBe('quarter');
    const { quantity, amount } = book!.forecast.overAtEnd!.central;
    // At 100 € an hour, of the hours as they are printed.
    expect(amount).toBe(Math.round(quantity / 100) * 100);
  });

  test('a lot that expired is lost, not used up', async () => {
    const { account } = await at(
      '      - { id: c, form: carnet, unit: hours, lots: [{ id: A, bought: 2026-01-01, quantity: 10, expires: 2026-03-31 }] }\n',
      '',
      '1;2026-01-10;2\n',
      '2026-04-30',
    );
    expect(account.books[0]!.forecast).toMatchObject({ used: 2 * ONE, expired: 8 * ONE, balance: 0, ended: null });
  });

  test('where the data end with a window, its thresholds are those that are told', async () => {
    const { account } = await at(
      '      - { id: f, form: forfait, unit: hours, volume: 10, per: month }\n',
      '',
      '1;2026-01-10;8\n',
      '2026-01-31',
    );
    expect(account.books[0]!.forecast.alerts.map(({ reached }) => reached)).toEqual(['2026-01-10', null]);
  });

  test('work on a ticket that came to nothing is not lost from sight', async () => {
    const list = TICKETS.replace('2;Clos', '2;Annulé');
    const contract = contractOf(
      CONTRACT(
        '      - { id: u, form: carnet, unit: uo, lots: [{ id: A, bought: 2026-01-01, quantity: 10 }] }\n',
        'statuses: { cancelled: [Annulé] }\nabacus: { hoursPerUo: 4, uo: [{ kind: evolutive, uo: 3 }] }\n',
      ),
    );
    const { account } = await accountAt(
      contract,
      { 'list.csv': list, 'work.csv': 'key;date;hours\n2;2026-01-10;20\n' },
      '2026-02-28',
    );
    // 20 hours are five units; 3, which is done, is three.
    expect(account.books[0]!.months.map(({ consumed }) => consumed / ONE)).toEqual([5, 3]);
  });

  test('a ticket that no coverage is meant for is told, though it has no work', async () => {
    const contract = contractOf(
      CONTRACT(
        '      - { id: t, form: forfait, unit: tickets, volume: 5, per: month, scope: { kinds: [corrective] } }\n',
      ),
    );
    const { statements } = await accountAt(contract, { 'list.csv': TICKETS }, '2026-02-28');
    expect(statements[1]!.outOfScope.map(({ key, because }) => [key, because])).toEqual([
      ['2', 'no-coverage'],
      ['3', 'no-coverage'],
    ]);
  });
});
