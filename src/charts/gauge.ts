/** A bar for a share with the mark of its goal, and a line of the past months: what stands under a headline figure. */
import { svg, tag } from './svg.ts';

/** A share between 0 and 1 as a bar; `goal` is where the mark stands. */
export function drawGauge(share: number, goal: number | null, state: string): string {
  const width = 180;
  const parts = [
    tag('rect', { class: 'track', x: 0, y: 6, width, height: 4, rx: 2 }),
    tag('rect', { class: `fill ${state}`, x: 0, y: 5, width: Math.max(2, share * width), height: 6, rx: 2 }),
  ];
  if (goal !== null) parts.push(tag('line', { class: 'mark', x1: goal * width, x2: goal * width, y1: 1, y2: 15 }));
  return svg(width, 16, 'gauge', parts.join(''));
}

/** Values of past months as a small line that ends in a dot; `null` leaves a gap. */
export function drawSparkline(values: readonly (number | null)[]): string {
  const width = 108;
  const height = 26;
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (i: number): number => 4 + (i / Math.max(1, values.length - 1)) * (width - 8);
  const y = (value: number): number =>
    high === low ? height / 2 : height - 5 - ((value - low) / (high - low)) * (height - 10);
  const parts: string[] = [];
  let run: string[] = [];
  values.forEach((value, i) => {
    if (value !== null) run.push(`${x(i).toFixed(1)},${y(value).toFixed(1)}`);
    if ((value === null || i === values.length - 1) && run.length) {
      if (run.length > 1) parts.push(tag('polyline', { class: 'spark', points: run.join(' ') }));
      run = [];
    }
  });
  const last = values.at(-1);
  if (last !== null && last !== undefined)
    parts.push(tag('circle', { class: 'spark-end', cx: x(values.length - 1), cy: y(last), r: 3 }));
  return svg(width, height, 'sparkline', parts.join(''));
}
