/**
 * One drawing of each kind as a golden file that opens in a browser, and hostile text in all of them. A drawing that is
 * meant to change is looked at, then written again with `vitest -u`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawBalance } from '../../src/charts/balance.ts';
import { drawBars } from '../../src/charts/bars.ts';
import { drawCard } from '../../src/charts/card.ts';
import { drawCompliance } from '../../src/charts/compliance.ts';
import { drawFlow } from '../../src/charts/flow.ts';
import { drawGauge, drawSparkline } from '../../src/charts/gauge.ts';
import { tag } from '../../src/charts/svg.ts';
import { drawTimeline } from '../../src/charts/timeline.ts';
import { drawTimes } from '../../src/charts/times.ts';
import type { MonthlyReport } from '../../src/report/schema.ts';
import { formatOf } from '../../src/texts/format.ts';

const format = formatOf('fr');
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'];
const HOUR = 3_600_000;
const HOSTILE = '"><script>alert(1)</script>&<';

const balance = (word: string): string =>
  drawBalance(
    {
      months: MONTHS.map((month, i) => ({
        month,
        credited: i === 0 ? 40 : 0,
        used: 5 + i,
        balance: 40 - 5 * (i + 1) - (i * (i + 1)) / 2,
      })),
      ahead: [
        { month: '2026-05', slow: -2, fast: -12 },
        { month: '2026-06', slow: -6, fast: -22 },
      ],
    },
    { credited: word, used: 'consommé', balance: 'solde' },
    format,
    560,
    'wide',
  );
const flow = (word: string): string =>
  drawFlow(
    {
      months: MONTHS,
      opened: [30, 28, null, 41, 12, 33],
      resolved: [25, 30, 20, 38, 20, 31],
      unresolved: [1, 0, 0, 25, 0, 0],
      backlog: [4, 2, 3, 4, 0, 2],
      marks: [{ index: 3, letters: word === 'stock' ? 'a' : word }],
    },
    { opened: 'Ouverts', resolved: 'Résolus', backlog: word },
    format,
    560,
    'wide',
  );
const compliance = (letters: string): string =>
  drawCompliance(
    {
      months: MONTHS,
      shares: [
        { met: 38, total: 38 },
        { met: 29, total: 37 },
        null,
        { met: 2, total: 4 },
        { met: 19, total: 20 },
        { met: 30, total: 31 },
      ],
      goal: 0.95,
      minimumSample: 10,
      marks: [{ index: 1, letters }],
    },
    format,
    560,
    'wide',
  );
const times = (name: string): string =>
  drawTimes(
    [
      {
        name,
        note: 'Bloquante',
        bins: [0, 3, 9, 4, 1],
        lateBins: [0, 0, 0, 2, 1],
        n: 17,
        median: 2 * HOUR,
        p90: 5 * HOUR,
        target: 4 * HOUR,
      },
      {
        name: 'P4',
        note: name,
        bins: [1, 0, 0, 0, 6],
        lateBins: [0, 0, 0, 0, 0],
        n: 7,
        median: 7 * HOUR,
        p90: 7.5 * HOUR,
        target: null,
      },
    ],
    [0, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 8 * HOUR, 12 * HOUR, 16 * HOUR, 24 * HOUR],
    format,
    560,
    'wide',
  );
const timeline = (text: string): string =>
  drawTimeline(
    {
      from: 0,
      to: 60 * HOUR,
      intervals: [
        { from: 0, to: 8 * HOUR, kind: 'counted' },
        { from: 8 * HOUR, to: 24 * HOUR, kind: 'closed' },
        { from: 24 * HOUR, to: 28 * HOUR, kind: 'paused' },
        { from: 28 * HOUR, to: 60 * HOUR, kind: 'counted' },
      ],
      due: { at: 34 * HOUR, text },
      start: { at: 0, text: 'ouvert' },
      end: { at: 60 * HOUR, text },
    },
    640,
    'wide',
  );
const card = (name: string): string =>
  drawCard(
    {
      contract: { name: { fr: name, en: name } },
      month: '2026-04',
      commitments: [
        {
          clock: 'resolve',
          label: { fr: name, en: name },
          priority: null,
          goal: { numerator: 95, denominator: 100 },
          byDeadline: { met: 29, total: 37 },
          verdict: 'missed',
        },
      ],
    } as unknown as MonthlyReport,
    'resolve',
    'fr',
  );
const DRAWINGS = {
  balance: () => balance('crédité'),
  flow: () => flow('stock'),
  compliance: () => compliance('a'),
  times: () => times('P1'),
  timeline: () => timeline('échéance'),
  card: () => card('Portail'),
  bars: () => drawBars([3, 0, 12, 7], 12),
  gauge: () => drawGauge(0.784, 0.95, 'missed'),
  sparkline: () => drawSparkline([0.9, null, 0.95, 1, 0.8]),
};

/** As a file by itself: its namespace, and the classes as the style sheet has them. */
const sheet = readFileSync(join(import.meta.dirname, '../../src/styles/site.css'), 'utf8');
function whole(drawing: string): string {
  const lines = drawing.replaceAll('><', '>\n<').replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `${lines.replace(/ xmlns="[^"]*"(?=[^>]* xmlns=)/, '').trim()}\n`;
}

test.each(Object.entries(DRAWINGS))('%s', async (name, draw) => {
  await expect(whole(draw())).toMatchFileSnapshot(`../golden/charts/${name}.svg`);
});

describe('what is drawn is where the numbers say', () => {
  const attributes = (drawing: string, pattern: RegExp): Record<string, string>[] =>
    Array.from(drawing.matchAll(pattern), ([tag]) =>
      Object.fromEntries(Array.from(tag.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value])),
    );

  test('a gauge is as long as its share, and its mark stands at its goal', () => {
    const [, fill] = attributes(drawGauge(0.5, 0.95, 'met'), /<rect[^>]*>/g);
    const [mark] = attributes(drawGauge(0.5, 0.95, 'met'), /<line[^>]*>/g);
    expect([fill!['width'], fill!['class'], mark!['x1']]).toEqual(['90', 'fill met', '171']);
    expect(drawGauge(0.5, null, 'met')).not.toContain('<line');
  });

  test('bars are as tall as their numbers, the last of another kind, and none is none', () => {
    const bars = attributes(drawBars([3, 0, 12], 12), /<rect[^>]*>/g);
    expect(bars.map(({ height, class: style }) => [height, style])).toEqual([
      ['7.5', 'bar'],
      ['0', 'bar'],
      ['30', 'out'],
    ]);
  });

  test('what comes after the due date is late, what waits is paused, what is closed is not drawn', () => {
    const bands = attributes(DRAWINGS.timeline(), /<rect[^>]*>/g).map(({ class: style }) => style);
    expect(bands).toEqual(['track', 'time', 'paused', 'time', 'late']);
  });

  test('a single value makes no line', () => {
    expect(drawSparkline([null, 0.5])).toBe('');
  });

  test('every class of a drawing has a look', () => {
    const classes = new Set(
      Object.entries(DRAWINGS)
        .filter(([name]) => name !== 'card')
        .flatMap(([, draw]) => [...draw().matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' '))),
    );
    for (const name of ['wide', 'gauge', 'bars', 'sparkline', 'met']) classes.delete(name);
    expect([...classes].filter((name) => !sheet.includes(`.${name}`))).toEqual([]);
  });
});

test('text of an attribute is text', () => {
  expect(tag('text', { title: HOSTILE, x: 1.26, y: undefined })).toBe(
    '<text title="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;&#60;" x="1.3"/>',
  );
});

test('text of an export is text in every drawing', () => {
  const drawn = [balance, flow, compliance, times, timeline, card].map((draw) => draw(HOSTILE));
  for (const drawing of drawn) {
    expect(drawing).not.toMatch(/<script|alert\(1\)<\/script/);
    // The text itself is there, made safe.
    expect(drawing).toContain('alert(1)');
    expect(drawing.match(/&(?!#\d+;)/)).toBeNull();
  }
});
