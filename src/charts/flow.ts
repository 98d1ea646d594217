/** Tickets opened and resolved by month, and the backlog at the end of each: in, out and what is left. */
import type { Format } from '../texts/format.ts';
import { drawMarks, type ChartMark } from './marks.ts';
import { label, svg, tag, textWidth, ticks, px } from './svg.ts';

export interface FlowData {
  readonly months: readonly string[];
  readonly opened: readonly (number | null)[];
  readonly resolved: readonly (number | null)[];
  /** Closed without a resolution, drawn on top of those resolved: they leave the backlog too. */
  readonly unresolved?: readonly (number | null)[];
  readonly backlog: readonly (number | null)[];
  readonly marks?: readonly ChartMark[];
}

export interface FlowWords {
  readonly opened: string;
  readonly resolved: string;
  readonly backlog: string;
}

/** Draws the flow `width` units wide; the names of the months give way where it is narrow. */
export function drawFlow(data: FlowData, words: FlowWords, format: Format, width: number, style: string): string {
  const height = data.marks?.length ? 268 : 250;
  const top = data.marks?.length ? 48 : 30;
  const bottom = height - 34;
  const out = data.resolved.map((count, i) => (count === null ? null : count + (data.unresolved?.[i] ?? 0)));
  const values = [...data.opened, ...out, ...data.backlog].filter((value) => value !== null);
  const scale = ticks(Math.max(1, ...values), 4);
  const max = scale.at(-1)!;
  const left = 12 + textWidth(format.number(max));
  const last = data.backlog.at(-1) ?? null;
  const lastLabel = last === null ? '' : `${words.backlog.toLowerCase()} ${format.number(last)}`;
  const right = width - 10 - textWidth(lastLabel);
  const y = (value: number): number => bottom - (value / max) * (bottom - top);
  const slot = (right - left) / data.months.length;
  const bar = Math.min(18, slot * 0.36);
  const parts: string[] = scale.map(
    (value) =>
      tag('line', { class: value ? 'grid' : 'axis', x1: left, x2: right, y1: y(value), y2: y(value) }) +
      label(left - 8, y(value) + 4, format.number(value), 'note', 'end'),
  );
  parts.push(drawMarks(data.marks ?? [], (i) => left + slot * (i + 0.5), top, bottom));
  const every = slot < 30 ? 3 : slot < 42 ? 2 : 1;
  data.months.forEach((month, i) => {
    const middle = left + slot * (i + 0.5);
    const opened = data.opened[i];
    const resolved = data.resolved[i];
    if (opened)
      parts.push(
        tag('rect', { class: 'in', x: middle - bar - 1, y: y(opened), width: bar, height: bottom - y(opened) }),
      );
    if (resolved)
      parts.push(
        tag('rect', { class: 'out', x: middle + 1, y: y(resolved), width: bar, height: bottom - y(resolved) }),
      );
    const rest = data.unresolved?.[i];
    if (rest)
      parts.push(
        tag('rect', {
          class: 'rest',
          x: middle + 1,
          y: y((resolved ?? 0) + rest),
          width: bar,
          height: y(resolved ?? 0) - y((resolved ?? 0) + rest),
        }),
      );
    const isLast = i === data.months.length - 1;
    if ((data.months.length - 1 - i) % every === 0) {
      parts.push(label(middle, bottom + 16, format.monthShort(month), isLast ? 'strong' : 'note', 'middle'));
      if (i === 0 || month.endsWith('-01') || (every > 1 && i < every)) {
        parts.push(label(middle, bottom + 30, month.slice(0, 4), 'note', 'middle'));
      }
    }
  });
  const points = data.backlog.flatMap((value, i) =>
    value === null ? [] : [`${px(left + slot * (i + 0.5))},${px(y(value))}`],
  );
  parts.push(
    tag('polyline', { class: 'halo', points: points.join(' ') }),
    tag('polyline', { class: 'stock', points: points.join(' ') }),
  );
  if (last !== null) {
    const x = left + slot * (data.months.length - 0.5);
    parts.push(tag('circle', { class: 'stock-end', cx: x, cy: y(last), r: 3.5 }));
    parts.push(label(right + 6, y(last) + 4, lastLabel, 'strong'));
  }
  parts.push(legend(left, words));
  return svg(width, height, style, parts.join(''));
}

function legend(x: number, words: FlowWords): string {
  const second = x + 16 + textWidth(words.opened) + 18;
  return (
    tag('rect', { class: 'in', x, y: 6, width: 11, height: 11 }) +
    label(x + 16, 16, words.opened.toLowerCase()) +
    tag('rect', { class: 'out', x: second, y: 6, width: 11, height: 11 }) +
    label(second + 16, 16, words.resolved.toLowerCase())
  );
}
