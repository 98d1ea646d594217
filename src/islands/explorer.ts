/** Draws the series that the reader chooses: a figure, a priority, a kind, two periods to compare. */
import { LazyChart, type Plot, type Series as PlotSeries } from '../browser/chart.ts';

interface Series {
  readonly figure: string;
  readonly priority: string;
  readonly kind: string;
  readonly unit: 'share' | 'count' | 'hours';
  readonly values: readonly (number | null)[];
  readonly n: readonly (number | null)[];
  /** What `n` counts, as a heading. */
  readonly counts: string;
}
interface Data {
  readonly months: readonly string[];
  readonly names: readonly string[];
  readonly series: readonly Series[];
  readonly words: Readonly<Record<'first' | 'second' | 'month' | 'value' | 'mean' | 'difference', string>>;
}
const source = document.getElementById('explorer-data');
const form = document.querySelector<HTMLFormElement>('form[data-explorer]');
const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-explorer]');
const table = document.querySelector<HTMLTableElement>('table[data-explorer]');
const assets = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, '');

if (source && form && canvas && table) start(JSON.parse(source.textContent) as Data, form, table);

function start(data: Data, controls: HTMLFormElement, numbers: HTMLTableElement): void {
  const lang = document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB';
  const formats = {
    share: new Intl.NumberFormat(lang, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    count: new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }),
    hours: new Intl.NumberFormat(lang, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 }),
  };
  let plot: Plot | null = null;
  const chart = new LazyChart(assets, 'canvas[data-explorer]', () => plot);
  controls.hidden = false;
  const draw = (): void => {
    const choice = new FormData(controls);
    const text = (name: string): string => {
      const value = choice.get(name);
      return typeof value === 'string' ? value : '';
    };
    const series = data.series.find(
      ({ figure, priority, kind }) =>
        figure === text('figure') && priority === text('priority') && kind === text('kind'),
    );
    const format = formats[series?.unit ?? 'count'];
    if (series) for (const heading of numbers.querySelectorAll('[data-counts]')) heading.textContent = series.counts;
    const period = (from: string, to: string): number[] =>
      data.months.flatMap((month, i) => (from !== '' && month >= from && month <= to ? [i] : []));
    const first = period(text('from'), text('to'));
    const second = period(text('from2'), text('to2'));
    const valuesOf = (indexes: readonly number[]): (number | null)[] => indexes.map((i) => series?.values[i] ?? null);
    const mean = (indexes: readonly number[]): number | null => {
      const known = valuesOf(indexes).filter((value) => value !== null);
      return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
    };
    const line = (name: string, indexes: readonly number[], tone: string, dashed: boolean): PlotSeries => ({
      name,
      values: valuesOf(indexes),
      colour: tone,
      shape: 'line',
      dashed,
    });
    plot = {
      labels: (first.length >= second.length ? first : second).map((i) => data.names[i]!),
      series: [
        line(data.words.first, first, '--series', false),
        ...(second.length ? [line(data.words.second, second, '--series-2', true)] : []),
      ],
      text: (value) => format.format(value),
      legend: second.length > 0,
    };
    chart.refresh();
    const show = (value: number | null | undefined): string => (value == null ? '—' : format.format(value));
    const row = (cells: readonly string[]): HTMLTableRowElement => {
      const tr = document.createElement('tr');
      cells.forEach((content, i) => {
        const cell = document.createElement(i === 0 ? 'th' : 'td');
        if (i === 0) cell.setAttribute('scope', 'row');
        else cell.className = 'n';
        cell.textContent = content;
        tr.append(cell);
      });
      return tr;
    };
    const nOf = (index: number | undefined): string => {
      const n = index === undefined ? null : series?.n[index];
      return n == null ? '—' : String(n);
    };
    const rows = Array.from({ length: Math.max(first.length, second.length) }, (_, i) => {
      const [a, b] = [first[i], second[i]];
      const month = [a, b].flatMap((index) => (index === undefined ? [] : [data.names[index]!])).join(' / ');
      return row([
        month,
        show(a === undefined ? null : series?.values[a]),
        nOf(a),
        show(b === undefined ? null : series?.values[b]),
        nOf(b),
      ]);
    });
    numbers.tBodies[0]?.replaceChildren(
      ...rows,
      ...(series?.unit === 'count' ? [row([data.words.mean, show(mean(first)), '', show(mean(second)), ''])] : []),
    );
  };
  controls.addEventListener('input', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  draw();
}
