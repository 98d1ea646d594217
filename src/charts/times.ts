/** How long tickets took, as all of them and not as an average: one row of bins for each priority, on a log scale. */
import type { Format } from '../texts/format.ts';
import { label, svg, tag } from './svg.ts';
import { HOUR_MS, MINUTE_MS } from '../domain/zone.ts';

export interface TimesRow {
  readonly name: string;
  readonly note: string;
  readonly bins: readonly number[];
  /** Of the bins, those that missed their target. */
  readonly lateBins: readonly number[];
  readonly n: number;
  readonly median: number;
  readonly p90: number;
  readonly target: number | null;
}

const MARKS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/**
 * Draws the rows `width` units wide.
 * @param edges bin `i` holds durations from edge `i` to the next; the first bin stands apart, for "at once"
 */
export function drawTimes(
  rows: readonly TimesRow[],
  edges: readonly number[],
  format: Format,
  width: number,
  style: string,
): string {
  const left = 74;
  const right = width - 14;
  const rowHeight = 52;
  const top = 14;
  const bottom = top + rows.length * rowHeight;
  const used = rows.flatMap(({ bins, target, p90 }) => [
    lastUsed(bins) + 1,
    binOf(target ?? 0, edges) + 1,
    binOf(p90, edges) + 1,
  ]);
  const lastEdge = Math.min(edges.length - 1, Math.max(8, ...used));
  const first = Math.log2(edges[1]!);
  const span = Math.log2(edges[lastEdge]!) - first;
  const start = left + 16;
  const x = (ms: number): number =>
    ms < edges[1]!
      ? left + (ms / edges[1]!) * 14
      : Math.min(right, start + ((Math.log2(ms) - first) / span) * (right - start));
  const parts: string[] = [];
  const marks = MARKS.filter((hours) => hours * HOUR_MS <= edges[lastEdge]!);
  const room = (right - start) / marks.length;
  marks.forEach((hours, i) => {
    parts.push(tag('line', { class: 'grid', x1: x(hours * HOUR_MS), x2: x(hours * HOUR_MS), y1: top, y2: bottom }));
    if (room < 40 && i % 2) return;
    parts.push(label(x(hours * HOUR_MS), bottom + 16, format.workingTime(hours * HOUR_MS), 'note', 'middle'));
  });
  rows.forEach((row, r) => {
    const base = top + (r + 1) * rowHeight - 8;
    const tall = Math.max(...row.bins);
    parts.push(label(0, base - 18, row.name, 'strong'), label(0, base - 3, row.note, 'note'));
    parts.push(tag('line', { class: 'axis', x1: left, x2: right, y1: base, y2: base }));
    row.bins.forEach((count, bin) => {
      if (!count || bin > lastEdge) return;
      const from = x(edges[bin]!);
      const to = bin + 1 < edges.length ? x(edges[bin + 1]!) : right;
      // A single ticket stays visible beside thousands: the height goes with the square root.
      const height = Math.max(2, Math.sqrt(count / tall) * (rowHeight - 20));
      const late = (row.lateBins[bin] ?? 0) / count;
      for (const [style_, share, above] of [
        ['time', 1 - late, 0],
        ['late', late, 1 - late],
      ] as const) {
        if (share === 0) continue;
        const part = Math.max(2, share * height);
        parts.push(
          tag('rect', {
            class: style_,
            x: from + 0.5,
            y: base - above * height - part,
            width: Math.max(1, to - from - 1),
            height: part,
          }),
        );
      }
    });
    parts.push(tag('line', { class: 'median', x1: x(row.median), x2: x(row.median), y1: base - 36, y2: base + 3 }));
    parts.push(tag('line', { class: 'p90', x1: x(row.p90), x2: x(row.p90), y1: base - 36, y2: base + 3 }));
    if (row.target !== null) {
      const at = x(Math.max(row.target, MINUTE_MS));
      parts.push(tag('path', { class: 'target', d: `M${(at - 5).toFixed(1)} ${base - 44}h10l-5 8z` }));
    }
  });
  return svg(width, bottom + 24, style, parts.join(''));
}

function lastUsed(bins: readonly number[]): number {
  return bins.findLastIndex((count) => count > 0);
}

function binOf(ms: number, edges: readonly number[]): number {
  return edges.findLastIndex((edge) => edge <= ms);
}
