/** What the reader takes from a page: files of their own making, and the link. */
import type { Lang } from '../contract/contract.ts';
import { BYTE_ORDER_MARK, csvOf } from '../presenters/csv.ts';
import { h } from './dom.ts';

export type Rows = readonly (readonly (string | number)[])[];

/** A file of the reader's own making, from this page. */
export function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A table for the spreadsheets of a language. */
export function saveCsv(name: string, rows: Rows, lang: Lang): void {
  save(`${name}.csv`, 'text/csv', BYTE_ORDER_MARK + csvOf(rows, lang));
}

/** Runs a function once a script of the site is there. */
export function withScript(url: string, global: string, run: () => void): void {
  if (global in globalThis) {
    run();
    return;
  }
  const script = h('script', { src: url });
  script.addEventListener('load', run);
  document.head.append(script);
}

/** The same as a workbook, by a script that comes when one is asked for. */
export function saveWorkbook(name: string, rows: Rows, assets: string): void {
  withScript(`${assets}workbook.js`, 'jaugeWorkbook', () => {
    const make = (globalThis as unknown as { jaugeWorkbook: (rows: Rows) => Promise<Blob> }).jaugeWorkbook;
    void make(rows).then((blob) => save(`${name}.xlsx`, blob.type, blob));
  });
}

/** Copies the address; where the browser does not let it, shows it to be copied by hand. */
export function copyLink(out: HTMLElement, done: string, byHand: string): void {
  const show = (): void => {
    const field = h('input', { type: 'text', readonly: '', value: location.href, 'aria-label': byHand });
    out.replaceChildren(h('span', {}, `${byHand} `), field);
    field.select();
  };
  // Only pages of a secure origin have a clipboard.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) void clipboard.writeText(location.href).then(() => (out.textContent = done), show);
  else show();
}

/** A chart as a picture, with its title, on paper: a canvas alone has no ground. */
export function savePicture(name: string, chart: HTMLCanvasElement, title: string, paper: string, ink: string): void {
  const SPACE = 56;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [chart.width + 2 * 24, chart.height + SPACE + 24];
  const context = canvas.getContext('2d')!;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink;
  context.font = '24px sans-serif';
  context.fillText(title, 24, 38);
  context.drawImage(chart, 24, SPACE);
  canvas.toBlob((blob) => {
    if (blob) save(`${name}.png`, 'image/png', blob);
  });
}
