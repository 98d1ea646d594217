// @vitest-environment happy-dom
/** What a chart of a calculator is told to draw. */
import { expect, test } from 'vitest';
import { configOf, type Plot } from '../../src/browser/chart.ts';

const plot: Plot = {
  labels: ['janvier', 'février'],
  series: [
    { name: 'volume', values: [10, 10], colour: '--ink', shape: 'rule', dashed: true },
    { name: 'P50', values: [8, null], colour: '--ink', shape: 'points' },
    {
      name: 'P10 – P90',
      values: [
        [6, 12],
        [5, 11],
      ],
      colour: '--series',
      shape: 'bars',
    },
  ],
  text: (value) => `${value} h`,
  legend: true,
  fromZero: true,
};

test('shapes, gaps and pairs are those of the plot', () => {
  const { type, data } = configOf(plot);
  expect(type).toBe('bar');
  expect(data.labels).toEqual(['janvier', 'février']);
  expect(data.datasets.map((set) => [set.type, set.label, set.data])).toEqual([
    ['line', 'volume', [10, 10]],
    ['line', 'P50', [8, null]],
    [
      'bar',
      'P10 – P90',
      [
        [6, 12],
        [5, 11],
      ],
    ],
  ]);
  expect(data.datasets[0]).toMatchObject({ pointRadius: 0, showLine: true, borderDash: [6, 4] });
  expect(data.datasets[1]).toMatchObject({ pointRadius: 4, showLine: false });
});

test('an axis and a point say their value as the page does', () => {
  const { options } = configOf(plot);
  const y = options!.scales!['y'] as {
    ticks: { callback: (value: number) => string };
    beginAtZero: boolean;
    max?: number;
  };
  expect([y.ticks.callback(4), y.beginAtZero, y.max]).toEqual(['4 h', true, undefined]);
  const label = options!.plugins!.tooltip!.callbacks!.label as (item: object) => string;
  expect(label({ dataset: { label: 'P50' }, raw: 8 })).toBe('P50 8 h');
  expect(label({ dataset: { label: 'P10 – P90' }, raw: [6, 12] })).toBe('P10 – P90 6 h – 12 h');
  expect(label({ dataset: { label: 'P50' }, raw: null })).toBe('P50');
  expect(configOf({ ...plot, most: 1 }).options!.scales!['y']).toMatchObject({ max: 1 });
});
