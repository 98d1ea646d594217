/** The draft of a contract is one that the reports read; a history of tickets fills the form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../../src/contract/read.ts';
import { zoneOf } from '../../../src/domain/zone.ts';
import { knownUpTo } from '../../../src/ingest/as-of.ts';
import { readDrop } from '../../../src/ingest/rows.ts';
import { ticketsOf } from '../../../src/ingest/tickets.ts';
import { answerTo } from '../../../src/calculators/sizing/model/answer.ts';
import { FORMS } from '../../../src/calculators/sizing/model/costs.ts';
import { faultOf } from '../../../src/calculators/sizing/model/demand.ts';
import { draftContract } from '../../../src/calculators/sizing/model/draft.ts';
import { readHistory, withHistory } from '../../../src/calculators/sizing/model/history.ts';
import {
  costingOf,
  FIELD_IDS,
  USUAL,
  valueFault,
  type Situation,
} from '../../../src/calculators/sizing/model/situation.ts';

const paris = zoneOf('Europe/Paris');

describe('a draft', () => {
  const situations: Situation[] = [
    USUAL,
    { ...USUAL, window: '24x7', smoothing: 'none', holidays: 'open' },
    { ...USUAL, window: '6x10', smoothing: 'none', carry: 3, carryCap: 20.5, validity: 6, response: '24' },
    { ...USUAL, smoothing: 'year', hoursPerDay: 7.5, goal: 0.955 },
  ];
  test.each(situations.flatMap((situation, i) => FORMS.map((form) => ({ i, form, situation }))))(
    'of situation $i as $form says what was chosen',
    ({ situation, form }) => {
      const answer = answerTo(situation);
      const { contract, problems } = readContract(draftContract(situation, answer, form), 'contract.yaml', []);
      expect(problems).toEqual([]);
      const [term] = contract!.terms;
      const coverage = term!.coverage[0]!;
      expect(coverage.form).toBe(form);
      if (coverage.form === 'forfait') expect(coverage.volume).toBe(Math.round(answer.volume * 100) * 100);
      if (coverage.form === 'carnet') expect(coverage.lots[0]!.quantity).toBe(situation.bookHours * 10_000);
      expect(term!.commitments[0]!.goal.numerator / term!.commitments[0]!.goal.denominator).toBeCloseTo(
        situation.goal,
        9,
      );
    },
  );
});

async function historyOf(bytes: Uint8Array, name: string) {
  const drop = await readDrop(name, [bytes], null, 'Europe/Paris');
  const { table, accounting } = ticketsOf([drop.rows!]);
  return { reading: readHistory(table, paris, knownUpTo(table))!, accounting };
}

describe('a history', () => {
  test('of two even years fills rates, effort and no season', async () => {
    const lines = ["ID;Type;Statut;Priorité;Date d'ouverture;Date de résolution"];
    let key = 1;
    for (let month = 0; month < 24; month++)
      for (let n = 0; n < 10; n++) {
        const day = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + n * 3).padStart(2, '0')}`;
        lines.push(`${key++};Incident;Clos;Haute;${day} 09:00;${day} 12:00`);
      }
    const { reading } = await historyOf(new TextEncoder().encode(`${lines.join('\n')}\n`), 'a.csv');
    expect(reading.tickets).toBe(240);
    expect(reading.months).toHaveLength(24);
    expect(reading.total.months).toBe(24);
    const { fit } = reading.kinds.incidents;
    expect(fit.mean).toBeCloseTo(10, 0);
    expect(fit.phi).toBeLessThan(0.05);
    expect(reading.total.warnings).not.toContain('few-tickets');
    const situation = withHistory(USUAL, reading);
    expect(situation.incidents).toBeCloseTo(10, 0);
    expect(situation.evolutions).toBe(0);
    for (const id of FIELD_IDS) expect(valueFault(id, situation[id]), id).toBeNull();
  });

  test('of three tickets says how little it knows', async () => {
    const text =
      "ID;Statut;Date d'ouverture\n1;Clos;2026-01-05 09:00\n2;Clos;2026-02-05 09:00\n3;Clos;2026-02-06 09:00\n";
    const { reading } = await historyOf(new TextEncoder().encode(text), 'a.csv');
    expect(reading.total.warnings).toEqual(['few-months', 'few-tickets', 'no-trend', 'no-season']);
    expect(reading.kinds.incidents.effort.mean).toBeNull();
    expect(reading.tooShort).toBe(false);
    expect(answerTo(withHistory(USUAL, reading)).empty).toBe(false);
  });

  test.each([
    ['one ticket', "ID;Statut;Date d'ouverture\n1;Clos;2026-01-05 09:00\n"],
    [
      'a day',
      `ID;Statut;Date d'ouverture\n${Array.from({ length: 30 }, (_, i) => `${i};Clos;2026-01-05 09:${10 + i}\n`).join('')}`,
    ],
  ])('of %s keeps the numbers of the form', async (_, text) => {
    const { reading } = await historyOf(new TextEncoder().encode(text), 'a.csv');
    expect(reading.tooShort).toBe(true);
    const situation = withHistory(USUAL, reading);
    expect(situation.incidents).toBe(USUAL.incidents);
    for (const id of FIELD_IDS) expect(valueFault(id, situation[id]), id).toBeNull();
  });

  test('of few tickets keeps the rate and the spread of the fit', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${i};Clos;2026-0${i + 1}-15 09:00\n`).join('');
    const { reading } = await historyOf(new TextEncoder().encode(`ID;Statut;Date d'ouverture\n${rows}`), 'a.csv');
    const { fit } = reading.kinds.incidents;
    const { classes } = costingOf(withHistory(USUAL, reading)).demand;
    expect(classes[0]!.rate / fit.projectedRate).toBeCloseTo(1, 1);
    expect(classes[0]!.rateCv! / fit.cv).toBeCloseTo(1, 1);
  });

  test('of the UCI log is read whole, and sized', async () => {
    const file = join(import.meta.dirname, '../../../data/uci-servicenow/tickets/incident_event_log.csv.gz');
    const { reading, accounting } = await historyOf(gunzipSync(readFileSync(file)), 'uci.csv');
    expect(accounting[0]!.read).toBe(141_712);
    expect(reading.tickets).toBe(24_918);
    const situation = withHistory(USUAL, reading);
    expect(faultOf(costingOf(situation).demand)).toBeNull();
    const answer = answerTo(situation);
    expect(answer.volume).toBeGreaterThan(0);
    expect(answer.year.p10).toBeLessThan(answer.year.p90);
  });
});
