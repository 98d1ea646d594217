/** A share month by month against its goal; months on few deadlines are hollow, months without any leave a gap. */
import type { Format } from '../texts/format.ts';
import { drawMarks, type ChartMark } from './marks.ts';
import { label, svg, tag } from './svg.ts';

export interface ComplianceData {
  readonly months: readonly string[];
  readonly shares: readonly ({ readonly met: number; readonly total: number } | null)[];
  /** Between 0 and 1. */
  readonly goal: number;
  readonly minimumSample: number;
  readonly marks?: readonly ChartMark[];
}

/** Draws the line `width` units wide. The scale always ends at 100 % and begins at the round value below the lowest. */
export function drawCompliance(data: ComplianceData, format: Format, width: number, style: string): string {
  const height = data.marks?.length ? 186 : 170;
  const top = data.marks?.length ? 30 : 14;
  const bottom = height - 34;
  const left = 50;
  const right = width - 62;
  const values = data.shares.flatMap((share) => (share ? [share.met / share.total] : []));
  const lowest = Math.min(data.goal, ...values);
  const floor = Math.max(0, Math.floor(lowest * 5 - 0.2) / 5);
  const y = (value: number): number => bottom - ((value - floor) / (1 - floor)) * (bottom - top);
  const slot = (right - left) / data.months.length;
  const x = (i: number): number => left + slot * (i + 0.5);
  const parts: string[] = [];
  for (const value of [floor, (floor + 1) / 2, 1]) {
    parts.push(
      tag('line', { class: value === floor ? 'axis' : 'grid', x1: left, x2: right, y1: y(value), y2: y(value) }),
    );
    parts.push(label(left - 8, y(value) + 4, format.goal(value), 'note', 'end'));
  }
  parts.push(tag('line', { class: 'goal', x1: left, x2: right, y1: y(data.goal), y2: y(data.goal) }));
  parts.push(drawMarks(data.marks ?? [], x, top, bottom));
  const run: string[] = [];
  const flush = (): void => {
    if (run.length > 1) parts.push(tag('polyline', { class: 'line', points: run.join(' ') }));
    run.length = 0;
  };
  data.shares.forEach((share, i) => {
    if (share) run.push(`${x(i).toFixed(1)},${y(share.met / share.total).toFixed(1)}`);
    else flush();
  });
  flush();
  data.shares.forEach((share, i) => {
    if (!share) return;
    const small = share.total < data.minimumSample;
    parts.push(
      tag('circle', { class: small ? 'point hollow' : 'point', cx: x(i), cy: y(share.met / share.total), r: 3.5 }),
    );
  });
  const every = slot < 30 ? 3 : slot < 42 ? 2 : 1;
  data.months.forEach((month, i) => {
    if ((data.months.length - 1 - i) % every) return;
    parts.push(
      label(x(i), bottom + 16, format.monthShort(month), i === data.months.length - 1 ? 'strong' : 'note', 'middle'),
    );
    if (i < every || month.endsWith('-01')) parts.push(label(x(i), bottom + 30, month.slice(0, 4), 'note', 'middle'));
  });
  const last = data.shares.at(-1);
  if (last)
    parts.push(
      label(right + 4, y(last.met / last.total) + 4, format.percent(last.met, last.total, data.goal), 'strong'),
    );
  return svg(width, height, style, parts.join(''));
}
