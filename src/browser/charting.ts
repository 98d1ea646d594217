/** A chart that is drawn when its place is seen; the library comes then, and not before. */
import { h } from './dom.ts';

interface ChartLike {
  destroy: () => void;
}
type ChartMaker = new (canvas: HTMLCanvasElement, config: object) => ChartLike;

let library: Promise<ChartMaker> | null = null;

function load(assets: string): Promise<ChartMaker> {
  library ??= new Promise((resolve) => {
    const script = h('script', { src: `${assets}chart.js` });
    script.addEventListener('load', () => resolve((globalThis as unknown as { Chart: ChartMaker }).Chart));
    script.addEventListener('error', () => {
      // Without the drawing the table says it all; the next answer tries again.
      library = null;
    });
    document.head.append(script);
  });
  return library;
}

/** A colour of the page, by the name of its token. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export class LazyChart {
  readonly #assets: string;
  readonly #selector: string;
  readonly #config: () => object | null;
  readonly #observer: IntersectionObserver;
  #chart: ChartLike | null = null;
  #seen = false;

  /** @param config what is to be drawn now; `null` for nothing */
  constructor(assets: string, selector: string, config: () => object | null) {
    this.#assets = assets;
    this.#selector = selector;
    this.#config = config;
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#seen = true;
      void this.#draw();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void (this.#seen && this.#draw()));
  }

  /** The canvas is a new one, or what it shows has changed. */
  refresh(): void {
    const canvas = document.querySelector(this.#selector);
    this.#observer.disconnect();
    if (!canvas) return;
    if (this.#seen) void this.#draw();
    else this.#observer.observe(canvas);
  }

  async #draw(): Promise<void> {
    const Chart = await load(this.#assets);
    const canvas = document.querySelector<HTMLCanvasElement>(this.#selector);
    const config = canvas && this.#config();
    if (!config) return;
    this.#chart?.destroy();
    this.#chart = new Chart(canvas, config);
    // A place that was never seen is left out on paper.
    canvas.parentElement?.setAttribute('data-drawn', '');
  }
}
