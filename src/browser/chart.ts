/** Charts of the calculators: what they show is stated here, how they look is the same for all of them. */
import type { Chart, ChartConfiguration, ChartDataset } from 'chart.js';
import { h } from './dom.ts';

type Value = number | readonly [number, number] | null;

export interface Series {
  readonly name: string;
  /** One a label; `null` leaves a gap, a pair is a bar from the one to the other. */
  readonly values: readonly Value[];
  /** A token of the style sheet. */
  readonly colour: string;
  /** Joined points, points alone, a line without points, or bars. */
  readonly shape: 'line' | 'points' | 'rule' | 'bars';
  readonly dashed?: boolean;
}

export interface Plot {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** What stands at the axis and is said of a point. */
  readonly text: (value: number) => string;
  readonly legend: boolean;
  /** The end of the axis, where it has one. */
  readonly most?: number;
  readonly fromZero?: boolean;
}

type Config = ChartConfiguration<'bar' | 'line', (number | [number, number] | null)[]>;

/** A colour of the page, by the name of its token. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A plot as the chart library takes it. */
export function configOf({ labels, series, text, legend, most, fromZero }: Plot): Config {
  return {
    type: series.some(({ shape }) => shape === 'bars') ? 'bar' : 'line',
    data: { labels: [...labels], datasets: series.map(datasetOf) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      // As wide as the slot: a point is met without being aimed at.
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: { color: colour('--ink-2') }, grid: { display: false } },
        y: {
          ...(most === undefined ? {} : { max: most }),
          beginAtZero: fromZero ?? false,
          ticks: { color: colour('--ink-2'), callback: (value) => text(Number(value)) },
          grid: { color: colour('--rule') },
        },
      },
      plugins: {
        legend: { display: legend, labels: { color: colour('--ink'), usePointStyle: true } },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) => [dataset.label, saidOf(raw as Value, text)].filter(Boolean).join(' '),
          },
        },
      },
    },
  };
}

function saidOf(value: Value, text: (value: number) => string): string {
  if (value === null) return '';
  return typeof value === 'number' ? text(value) : value.map(text).join(' – ');
}

function datasetOf({
  name,
  values,
  colour: token,
  shape,
  dashed,
}: Series): ChartDataset<'bar' | 'line', (number | [number, number] | null)[]> {
  const tone = colour(token);
  const common = {
    label: name,
    data: values.map((value) =>
      value === null || typeof value === 'number' ? value : ([...value] as [number, number]),
    ),
    borderColor: tone,
    backgroundColor: tone,
  };
  if (shape === 'bars') return { type: 'bar', pointStyle: 'rect', ...common };
  return {
    type: 'line',
    ...common,
    borderDash: dashed ? [6, 4] : [],
    borderWidth: shape === 'rule' ? 1.5 : 3,
    pointRadius: shape === 'rule' ? 0 : shape === 'points' ? 4 : 3,
    pointStyle: shape === 'rule' ? 'line' : dashed || shape === 'points' ? 'rectRot' : 'circle',
    showLine: shape !== 'points',
    spanGaps: false,
    tension: 0,
  };
}

let library: Promise<typeof Chart> | null = null;

function load(assets: string): Promise<typeof Chart> {
  library ??= new Promise((resolve, reject) => {
    const script = h('script', { src: `${assets}chart.js` });
    script.addEventListener('load', () => resolve((globalThis as unknown as { jaugeChart: typeof Chart }).jaugeChart));
    script.addEventListener('error', () => {
      // Without the drawing the table says it all; the next answer tries again.
      library = null;
      reject(new Error(script.src));
    });
    document.head.append(script);
  });
  return library;
}

/** A chart that is drawn when its place is seen; the library comes then, and not before. */
export class LazyChart {
  readonly #assets: string;
  readonly #selector: string;
  readonly #plot: () => Plot | null;
  readonly #observer: IntersectionObserver;
  #chart: Chart<'bar' | 'line', (number | [number, number] | null)[]> | null = null;
  #seen = false;

  /** @param plot what is to be drawn now; `null` for nothing */
  constructor(assets: string, selector: string, plot: () => Plot | null) {
    this.#assets = assets;
    this.#selector = selector;
    this.#plot = plot;
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#seen = true;
      this.#draw();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      if (this.#seen) this.#draw();
    });
  }

  /** The canvas is a new one, or what it shows has changed. */
  refresh(): void {
    const canvas = document.querySelector(this.#selector);
    this.#observer.disconnect();
    if (!canvas) return;
    if (this.#seen) this.#draw();
    else this.#observer.observe(canvas);
  }

  #draw(): void {
    load(this.#assets).then(
      (library_) => {
        const canvas = document.querySelector<HTMLCanvasElement>(this.#selector);
        const plot = canvas && this.#plot();
        if (!plot) return;
        this.#chart?.destroy();
        this.#chart = new library_(canvas, configOf(plot));
        // A place that was never seen is left out on paper.
        canvas.parentElement?.setAttribute('data-drawn', '');
      },
      () => undefined,
    );
  }
}
