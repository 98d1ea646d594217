/** Amounts of a month as the account has them: questions, VAT, lines without a price. */
import { expect, test } from 'vitest';
import { accountAt, contractOf } from './account.ts';

const contract = (terms: string) =>
  contractOf(`id: test
name: Test
client: Client
provider: Prestataire
zone: Europe/Paris
calendars: { office: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }]
kinds: { question: [Question] }
terms:
  - from: 2026-01-01
    commitments: []
${terms}`);
const LIST = `ID;Statut;Priorité;Type;Date d'ouverture;Date de résolution\n${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  .map(
    (key) =>
      `${key};Clos;Haute;${key % 3 === 0 ? 'Question' : 'Incident'};2026-01-${String(key + 4).padStart(2, '0')} 09:00;2026-01-20 09:00\n`,
  )
  .join('')}`;

test('questions beyond the threshold: the last ones, their price, and what they used', async () => {
  const of = contract(
    `    questions: { threshold: 15 %, above: billed, rate: '42.50' }
    coverage: [{ id: t, form: forfait, unit: hours, volume: 10, per: month, fee: 1000 }]
`,
  );
  const work = 'key;date;hours\n3;2026-01-08;1\n6;2026-01-11;0,5\n9;2026-01-14;0,75\n';
  const { account } = await accountAt(of, { 'list.csv': LIST, 'work.csv': work }, '2026-01-31');
  // 15 % of 10 tickets are 1.5: one question is borne, two of three are beyond.
  expect(account.questions).toMatchObject([
    {
      questions: 3,
      allowed: 1,
      beyond: [
        { key: '6', slug: '6' },
        { key: '9', slug: '9' },
      ],
      amount: 8500,
      effort: 1.25 * 3_600_000,
      units: [{ book: 't', quantity: 12_500 }],
    },
  ]);
  // They are paid for besides: only the hour of the one that is borne is taken from the volume.
  expect(account.books[0]!.months[0]!.consumed).toBe(10_000);
  // 1 085.00 and 20 % of it.
  expect(account.months).toMatchObject([{ total: 108_500, vat: 21_700, unpriced: 0 }]);
});

test('a line without a price is told, and is not in the total', async () => {
  const of = contract('    coverage: [{ id: t, form: forfait, unit: tickets, volume: 4, per: month }]\n');
  const { account } = await accountAt(of, { 'list.csv': LIST }, '2026-01-31');
  expect(account.months[0]).toMatchObject({ total: 0, unpriced: 2 });
  expect(account.months[0]!.lines.map(({ kind, quantity, amount }) => [kind, quantity, amount])).toEqual([
    ['fee', null, null],
    ['overrun', 60_000, null],
  ]);
});

test('questions are counted when their month is over, at the price of its end', async () => {
  const of = contractOf(`id: test
name: Test
client: Client
provider: Prestataire
zone: Europe/Paris
calendars: { office: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }]
kinds: { question: [Question] }
indices: { i: { label: I, values: { 2026-01: 100, 2026-02: 200 } } }
revision: { index: i, base: 2026-01, on: [2026-01-31], lagMonths: 0, reading: last-known }
terms:
  - from: 2026-01-01
    commitments: []
    questions: { threshold: 15 %, above: billed, rate: 50 }
`);
  const half = await accountAt(of, { 'list.csv': LIST }, '2026-01-20');
  expect(half.account.months[0]!.lines).toEqual([]);
  const whole = await accountAt(of, { 'list.csv': LIST }, '2026-01-31');
  expect(whole.account.months[0]!.lines).toMatchObject([
    { day: '2026-01-31', kind: 'questions', unitPrice: 5000, amount: 10_000 },
  ]);
});
