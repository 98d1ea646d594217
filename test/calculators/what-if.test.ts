/** Under the terms in force a replay gives the figures of the reports; under others, what a hand can compute. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readContract } from '../../src/contract/read.ts';
import type { ReportBreach } from '../../src/report/schema.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { decodeAsked, encodeAsked } from '../../src/calculators/what-if/model/address.ts';
import { amendmentOf, nextMonth } from '../../src/calculators/what-if/model/amendment.ts';
import { accountSum, compared } from '../../src/calculators/what-if/model/compare.ts';
import { usualFile } from '../../src/calculators/what-if/model/usual.ts';
import { contractOfFile } from '../../src/calculators/what-if/model/change.ts';
import type { Breach } from '../../src/kpi/breach.ts';
import { exampleFolder } from '../believed.ts';
import { publicationOf } from '../../src/report/publication.ts';
import { changedContract, changedFile, changesOf } from '../../src/calculators/what-if/model/change.ts';
import { whatIfData, type WhatIfData } from '../../src/calculators/what-if/model/data.ts';
import { fieldsOf, type TermField } from '../../src/calculators/what-if/model/fields.ts';
import { lastTwelve, replay, replayedAccount } from '../../src/calculators/what-if/model/replay.ts';
import { revivedTable } from '../../src/calculators/what-if/model/table.ts';

const EXAMPLES = ['ateliers-lumen', 'mutuelle-estuaire', 'ville-de-kerlann', 'uci-servicenow'];

/** A breach of a report as a replay has it. */
function bare({ key, clock, priority, target, elapsed, opened, due, stopped }: ReportBreach): Breach {
  return {
    ...{ key, clock, priority, target, elapsed },
    opened: Date.parse(opened),
    due: Date.parse(due),
    stopped: stopped === null ? null : Date.parse(stopped),
  };
}

async function example(name: string) {
  const { contract, file, reading } = await exampleFolder(name);
  const { months, account } = publicationOf(contract, reading);
  // As the page gets it: through JSON.
  const data = JSON.parse(JSON.stringify(whatIfData(file, contract, reading.table, reading.asOf, {}))) as WhatIfData;
  return { contract, table: reading.table, asOf: reading.asOf, reports: months, account, data };
}

describe('under the terms in force', () => {
  test.each(EXAMPLES)('every month of %s is that of its report', async (name) => {
    const { reports, account, data } = await example(name);
    const revived = revivedTable(data.table);
    const { contract: again, problems } = changedContract(data.file, new Map());
    expect(problems).toEqual([]);
    const replayed = replay(again!, revived, data.table.asOf);
    expect(replayed.months).toEqual(reports.map(({ month }) => month));
    let figures = 0;
    reports.forEach((report, i) => {
      expect(replayed.complete[i]).toBe(report.complete);
      expect(replayed.opened[i]).toBe(report.summary.opened);
      for (const { clock, priority, byDeadline } of report.commitments) {
        const line = replayed.clocks.find((one) => one.clock === clock && one.priority === priority);
        expect(line?.byMonth[i], `${report.month} ${clock} ${priority}`).toEqual(byDeadline ?? { met: 0, total: 0 });
        figures++;
      }
      expect(replayed.breaches[i]).toEqual(report.breaches.map(bare));
    });
    expect(figures).toBeGreaterThan(reports.length);
    // Who the parties are, and why something was contested or adjusted, is not published.
    const without = (of: unknown): unknown =>
      JSON.parse(
        JSON.stringify(of, (key, value: unknown) =>
          key === 'slug' || key === 'contested' || (key === 'contract' && typeof value === 'object')
            ? undefined
            : value,
        ),
      );
    expect(without(replayedAccount(again!, revived, data.table.asOf, replayed))).toEqual(without(account));
  });
});

const CONTRACT = `
id: demo
name: Demo
client: A
provider: B
zone: Europe/Paris
calendars:
  office:
    weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
    holidays: FR
priorities:
  - { id: P1, label: Haute, words: [Haute] }
  - { id: P2, label: Basse, words: [Basse] }
abacus: { hoursPerDay: 7 }
terms:
  - from: 2026-01-01
    commitments:
      - { clock: resolve, calendar: office, goal: 90 %, targets: { P1: 9 h, P2: 18 h } }
    coverage:
      - { id: tma, form: forfait, unit: hours, volume: 10, per: month, fee: 1000, overrun: { rule: billed, rate: 120 }, smoothing: quarter }
    penalties:
      - { id: retard, rule: per-hour, clock: resolve, rates: { P1: 50, P2: 10 } }
`;
/** Monday 2 March 2026 is a working day. Elapsed: 4 h, 13 h, 27 h; work 4, 6 and 8 h. */
const EXPORT = `ID;Statut;Priorité;Date d'ouverture;Date de résolution;Durée totale
1;Clos;Haute;2026-03-02 09:00;2026-03-02 13:00;4 heures
2;Clos;Basse;2026-03-03 14:00;2026-03-04 18:00;6 heures
3;Clos;Basse;2026-03-05 09:00;2026-03-09 18:00;8 heures
`;

async function small(contract = CONTRACT) {
  const reading = readContract(contract, 'contract.yaml', []);
  expect(reading.problems).toEqual([]);
  const drop = await readDrop('a.csv', [new TextEncoder().encode(EXPORT)], null, 'Europe/Paris');
  const { table } = ticketsOf([drop.rows!]);
  const data = whatIfData(reading.file!, reading.contract!, table, Date.parse('2026-04-10T22:00:00Z'), {});
  const under = (changes: Record<string, string>) => {
    const fields = fieldsOf(data.file);
    const { changes: read, faults } = changesOf(fields, new Map(Object.entries(changes)));
    expect([...faults]).toEqual([]);
    expect(read.size).toBe(Object.keys(changes).length);
    const { contract: other, problems } = changedContract(data.file, read);
    expect(problems).toEqual([]);
    const of = replay(other!, revivedTable(data.table), data.table.asOf);
    return { of, account: replayedAccount(other!, revivedTable(data.table), data.table.asOf, of) };
  };
  return { data, under, base: under({}) };
}

describe('other terms', () => {
  const march = { from: '2026-03', to: '2026-03' };

  test('a shorter target turns the tickets that took longer', async () => {
    const { under, base } = await small();
    const whole = (changes: Record<string, string>) => compared(base.of, under(changes).of, march);
    expect(whole({}).clocks[0]!.shares).toEqual([
      { met: 2, total: 3 },
      { met: 2, total: 3 },
    ]);
    const shorter = whole({ 'commitments.resolve.target.P2': '6 h' });
    expect(shorter.clocks[0]!.shares[1]).toEqual({ met: 1, total: 3 });
    expect(shorter.gained.map(({ key }) => key)).toEqual(['2']);
    expect(shorter.lost).toEqual([]);
    const longer = whole({ 'commitments.resolve.target.P2': '27 h' });
    expect(longer.lost.map(({ key }) => key)).toEqual(['3']);
    expect(longer.gained).toEqual([]);
  });

  test('wider hours count the nights and the week-end', async () => {
    const { under, base } = await small();
    const always = compared(base.of, under({ 'hours.days': '24x7' }).of, march);
    // 28 h and 105 h of all time against 18 h; 4 h against 9 h.
    expect(always.clocks[0]!.shares[1]).toEqual({ met: 1, total: 3 });
    expect(always.gained.map(({ key, elapsed }) => [key, elapsed / 3_600_000])).toEqual([['2', 28]]);
    const saturdays = under({ 'hours.days': 'six-days' }).of.breaches.flat();
    expect(saturdays.map(({ key, elapsed }) => [key, elapsed / 3_600_000])).toEqual([['3', 36]]);
    const halves = under({ 'hours.openings': '09:00-12:00, 14:00-18:00' }).of.breaches.flat();
    expect(halves.map(({ key, elapsed }) => [key, elapsed / 3_600_000])).toEqual([['3', 21]]);
  });

  test('a volume, a price, a smoothing and a scale change what is owed', async () => {
    const { under } = await small();
    const sum = (changes: Record<string, string>, period = { from: '2026-01', to: '2026-03' }) =>
      accountSum(under(changes).account, period)!;
    // 18 h used in March; the quarter has 30 h. Late: 9 h of P2 at 10.
    expect(sum({}).money).toMatchObject({ invoiced: 300_000, penalties: 9000, due: 291_000 });
    expect(sum({}).coverages[0]).toMatchObject({ bought: 300_000, consumed: 180_000, overrun: 0 });
    // Without smoothing 8 h are above the volume of March.
    expect(sum({ 'coverage.tma.smoothing': 'none' }).money.invoiced).toBe(300_000 + 8 * 12_000);
    expect(sum({ 'coverage.tma.volume': '5', 'coverage.tma.fee': '500' }).money.invoiced).toBe(150_000 + 3 * 12_000);
    expect(sum({ 'penalties.retard.scale': '50 %' }).money.penalties).toBe(4500);
    expect(sum({ 'penalties.retard.kept': 'no' }).money.penalties).toBe(0);
    // A book that is too small is owed for, and says so.
    expect(sum({ 'coverage.tma.volume': '0' }).coverages[0]).toMatchObject({ bought: 0, overrun: 180_000, balance: 0 });
    expect(sum({ 'penalties.retard.capPerMonth': '20' }).money.penalties).toBe(2000);
  });

  test('another form is bought and used on the same work', async () => {
    const { under } = await small();
    const sum = (changes: Record<string, string>) =>
      accountSum(under(changes).account, { from: '2026-01', to: '2026-03' })!;
    const book = sum({ 'coverage.tma.form': 'carnet', 'coverage.tma.lots': '40', 'coverage.tma.unitPrice': '90' });
    expect(book.coverages[0]).toMatchObject({ form: 'carnet', bought: 400_000, consumed: 180_000 });
    expect(book.money.invoiced).toBe(360_000);
    const tight = sum({ 'coverage.tma.form': 'carnet', 'coverage.tma.lots': '10', 'coverage.tma.unitPrice': '90' });
    expect(tight.coverages[0]).toMatchObject({ bought: 100_000, consumed: 180_000, balance: -80_000 });
    const team = sum({ 'coverage.tma.form': 'regie', 'coverage.tma.reserved': '2', 'coverage.tma.dayRate': '710' });
    // 2 days a month at 710; 18 h are 0.57 + 0.86 + 1.14 days of 7, and 0.57 beyond.
    expect(team.coverages[0]).toMatchObject({ form: 'regie', unit: 'days', bought: 60_000 });
    expect(team.money.invoiced).toBe(426_000 + 40_470);
  });

  test('a field of a form that is not chosen changes nothing', async () => {
    const { data } = await small();
    const fields = fieldsOf(data.file);
    expect([...changesOf(fields, new Map([['coverage.tma.reserved', '10']])).changes]).toEqual([]);
    const chosen = new Map([
      ['coverage.tma.form', 'regie'],
      ['coverage.tma.reserved', '10'],
      ['coverage.tma.volume', '99'],
    ]);
    expect([...changesOf(fields, chosen).changes.keys()]).toEqual(['coverage.tma.form', 'coverage.tma.reserved']);
  });

  test('what an amendment changed can be asked for all of the time', async () => {
    const amended = CONTRACT.replace(
      /$/,
      `  - from: 2026-03-03
    commitments:
      - { clock: resolve, calendar: office, goal: 90 %, targets: { P1: 9 h, P2: 36 h } }
`,
    );
    const { data, under, base } = await small(amended);
    const field = fieldsOf(data.file).find(({ id }) => id === 'commitments.resolve.target.P2')!;
    expect([field.value, field.inForce]).toEqual(['', ['18 h', '36 h']]);
    // 13 h and 27 h: both under 36 h, one under 18 h.
    expect(base.of.breaches.flat()).toEqual([]);
    expect(
      under({ 'commitments.resolve.target.P2': '18 h' })
        .of.breaches.flat()
        .map(({ key }) => key),
    ).toEqual(['3']);
    expect(changesOf(fieldsOf(data.file), new Map([['commitments.resolve.target.P2', '']])).changes.size).toBe(0);
  });

  test('a ticket that is still open under the others is not one less', async () => {
    const open = EXPORT.replace(
      'Clos;Basse;2026-03-05 09:00;2026-03-09 18:00;8 heures',
      'En cours (attribué);Basse;2026-03-05 09:00;;',
    );
    const drop = await readDrop('a.csv', [new TextEncoder().encode(open)], null, 'Europe/Paris');
    const { table } = ticketsOf([drop.rows!]);
    const reading = readContract(CONTRACT, 'contract.yaml', []);
    const asOf = Date.parse('2026-04-10T22:00:00Z');
    const before = replay(reading.contract!, table, asOf);
    expect(before.breaches.flat().map(({ key }) => key)).toEqual(['3']);
    const { contract } = changedContract(reading.file!, new Map([['commitments.resolve.target.P2', '900 h']]));
    expect(compared(before, replay(contract!, table, asOf), march).lost).toEqual([]);
  });

  test('English numbers are read in English', async () => {
    const { data } = await small();
    const fields = fieldsOf(data.file);
    const read = (text: string, lang: 'fr' | 'en') =>
      changesOf(fields, new Map([['coverage.tma.volume', text]]), lang).changes.get('coverage.tma.volume');
    expect(read('1,200', 'en')).toBe('1200');
    expect(read('1,200.5', 'en')).toBe('1200.5');
    expect(read('1,2', 'fr')).toBe('1.2');
  });

  test('what a field cannot take is a fault, and numbers are read as people type them', async () => {
    const { data } = await small();
    const fields = fieldsOf(data.file);
    const read = (id: string, text: string) => changesOf(fields, new Map([[id, text]]));
    expect([...read('coverage.tma.fee', '1 234,50 €').changes]).toEqual([['coverage.tma.fee', '1234.5']]);
    expect([...read('commitments.resolve.target.P1', '6').changes]).toEqual([['commitments.resolve.target.P1', '6 h']]);
    expect([...read('commitments.resolve.target.P1', '1,5 h').changes.values()]).toEqual(['1 h 30']);
    expect([...read('commitments.resolve.target.P1', '4 h').changes.values()]).toEqual(['4 h']);
    expect([...read('commitments.resolve.goal', '95').changes]).toEqual([['commitments.resolve.goal', '95 %']]);
    for (const [id, text] of [
      ['commitments.resolve.target.P1', 'bientôt'],
      ['commitments.resolve.target.P1', ''],
      ['commitments.resolve.goal', '101'],
      ['coverage.tma.volume', '-3'],
      ['coverage.tma.volume', ''],
      ['penalties.retard.scale', '0'],
      ['hours.openings', '9-18'],
      ['hours.days', 'never'],
    ] as const)
      expect(read(id, text).faults.has(id), `${id} ${text}`).toBe(true);
    expect(read('coverage.tma.per', 'year').faults.get('coverage.tma.smoothing')).toBe('smoothing');
  });
});

/** Any value that a field can take. */
function valueOf({ kind, options, value }: TermField): fc.Arbitrary<string> {
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...options);
    case 'target':
      return fc.constantFrom('30 min', '2 h', '1 h 30', '40 h', '2 d end-of-day', value);
    case 'percentage':
      return fc.integer({ min: 0, max: 100 }).map((n) => `${n} %`);
    case 'factor':
      return fc.integer({ min: 1, max: 300 }).map((n) => `${n} %`);
    case 'openings':
      return fc.constantFrom('08:00-20:00', '09:00-12:30, 13:30-18:00', '22:00-06:00');
    case 'ceiling':
      return fc.constantFrom('', '100', '10 %');
    case 'quantity':
      return fc.integer({ min: 1, max: 500 }).map((n) => String(n / 10));
    case 'money':
      return fc.integer({ min: 0, max: 500_000 }).map((n) => String(n / 100));
  }
}

describe.each(['ateliers-lumen', 'mutuelle-estuaire', 'ville-de-kerlann'])('any change of %s', (name) => {
  test('is a contract file that reads, and an address that says it', async () => {
    const { data } = await example(name);
    const fields = fieldsOf(data.file);
    const some: fc.Arbitrary<Map<string, string>> = fc
      .subarray([...fields], { maxLength: 8 })
      .chain((chosen) => fc.tuple(...chosen.map((field) => valueOf(field).map((value) => [field.id, value] as const))))
      .map((pairs) => new Map(pairs));
    fc.assert(
      fc.property(some, (typed) => {
        const { changes, faults } = changesOf(fields, typed);
        if (faults.size) return;
        const { contract, problems } = changedContract(data.file, changes);
        expect(problems).toEqual([]);
        const text = stringify(changedFile(data.file, changes));
        const reading = readContract(text, 'contract.yaml', ['glpi', 'jira', 'redmine']);
        expect(reading.problems, text).toEqual([]);
        expect(reading.contract!.terms.length).toBe(contract!.terms.length);
        const asked = { today: new Map<string, string>(), other: changes, period: null };
        expect(decodeAsked(`#${encodeAsked(asked)}`).other).toEqual(changes);
        // A draft of it, added to the file, reads and brings the same terms into force.
        const { calendars, clocks, terms } = amendmentOf(data.file, changes, nextMonth('2026-10'));
        const amended = {
          ...data.file,
          calendars: { ...data.file.calendars, ...calendars },
          ...(clocks && { clocks }),
          terms: [...data.file.terms, ...terms],
        };
        const again = readContract(stringify(amended), 'contract.yaml', []);
        expect(again.problems, stringify(terms)).toEqual([]);
        const [is, should] = [again.contract!.terms.at(-1)!, contract!.terms.at(-1)!];
        expect(is.commitments.map(({ rows }) => rows.map(({ wording, goal }) => [wording, goal]))).toEqual(
          should.commitments.map(({ rows }) => rows.map(({ wording, goal }) => [wording, goal])),
        );
        expect(is.penalties).toEqual(should.penalties);
        expect(is.prices).toEqual(should.prices);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves nothing but instants and classes in what is published', async () => {
    const { data, table } = await example(name);
    const text = JSON.stringify(data.table);
    for (const word of [...table.words.title, ...table.words.assignee])
      if (word.length > 5) expect(text).not.toContain(word);
    expect(data.table.known).not.toContain('title');
    const { contested = [], adjustments = [], client } = data.file;
    expect(client).toBe('–');
    for (const { reason } of [...contested, ...adjustments]) expect(reason).toBe('–');
  });
});

test('a draft leaves closed months as they were', async () => {
  const { data, contract, table, asOf } = await example('ateliers-lumen');
  const changes = new Map([['coverage.heures.scale', '50 %']]);
  const { terms } = amendmentOf(data.file, changes, '2026-11-01');
  const amended = readContract(stringify({ ...data.file, terms: [...data.file.terms, ...terms] }), 'contract.yaml', []);
  expect(amended.problems).toEqual([]);
  const booked = (of: typeof contract) => {
    const replayed = replay(of, table, asOf);
    return replayedAccount(of, table, asOf, replayed)!.books[0]!.months.map(({ bought, closing }) => [bought, closing]);
  };
  expect(booked(amended.contract!)).toEqual(booked(contract));
  const lots = terms[0]!.coverage![0]!;
  expect(lots.form === 'carnet' && lots.lots.at(-1)).toMatchObject({
    id: 'A2026-11-01',
    bought: '2026-11-01',
    quantity: '50',
  });
});

test('a second draft stands beside the first', async () => {
  const { data } = await example('mutuelle-estuaire');
  const add = (file: typeof data.file, changes: Record<string, string>, from: string): typeof data.file => {
    const { calendars, clocks, terms } = amendmentOf(file, new Map(Object.entries(changes)), from);
    for (const name of Object.keys(calendars ?? {})) expect(file.calendars).not.toHaveProperty([name]);
    const added = {
      ...file,
      calendars: { ...file.calendars, ...calendars },
      ...(clocks && { clocks }),
      terms: [...file.terms, ...terms],
    };
    const reading = readContract(stringify(added), 'contract.yaml', []);
    expect(reading.problems).toEqual([]);
    return reading.file!;
  };
  const first = add(data.file, { 'hours.days': 'six-days' }, '2026-11-01');
  const second = add(first, { 'hours.holidays': 'open' }, '2027-02-01');
  expect(Object.keys(second.calendars)).toEqual(['bureau', 'bureau-2026-11-01', 'bureau-2027-02-01']);
  // Saturdays stay open, holidays are open too.
  expect(second.calendars['bureau-2027-02-01']).toMatchObject({ holidays: 'none', weekly: { sat: ['09:00-18:00'] } });
});

test('words that mean nothing are not published: a title that was taken for a kind is a number', async () => {
  const odd = EXPORT.replace('ID;Statut', 'ID;Type;Statut').replace(/^(\d);/gm, '$1;Panne chez Mme Durand;');
  const drop = await readDrop('a.csv', [new TextEncoder().encode(odd)], null, 'Europe/Paris');
  const { table } = ticketsOf([drop.rows!]);
  expect(table.count).toBe(3);
  const { file, contract } = readContract(CONTRACT, 'contract.yaml', []);
  const published = JSON.stringify(whatIfData(file!, contract!, table, Date.parse('2026-04-10T22:00:00Z'), {}));
  expect(published).not.toContain('Durand');
  expect(published).toContain('Haute');
});

describe('tickets without a contract', () => {
  test('begin with usual terms in the words of the file, the most urgent first', async () => {
    const drop = await readDrop('a.csv', [new TextEncoder().encode(EXPORT)], null, 'Europe/Paris');
    const { table } = ticketsOf([drop.rows!]);
    const file = usualFile(table, zoneOf('Europe/Paris'))!;
    expect(file.priorities.map(({ words }) => words)).toEqual([['Haute'], ['Basse']]);
    const { contract, problems } = contractOfFile(file);
    expect(problems).toEqual([]);
    expect(readContract(stringify(file), 'contract.yaml', []).problems).toEqual([]);
    const of = replay(contract, table, Date.parse('2026-04-10T22:00:00Z'));
    expect(of.breaches.flat().map(({ key }) => key)).toEqual(['3']);
    expect(lastTwelve(of)).toEqual({ from: '2026-03', to: '2026-03' });
  });
});
