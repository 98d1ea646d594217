/** Counts by month as small bars, for many of them under each other: all share one scale. */
import { svg, tag } from './svg.ts';

/** Draws the bars; `most` is the top of the scale, and the last bar stands out. */
export function drawBars(values: readonly number[], most: number): string {
  const [slot, height] = [14, 34];
  const bars = values.map((value, i) => {
    const tall = Math.max(value > 0 ? 1.5 : 0, (value / most) * (height - 4));
    return tag('rect', {
      class: i === values.length - 1 ? 'out' : 'bar',
      x: i * slot + 2,
      y: height - 2 - tall,
      width: slot - 4,
      height: tall,
    });
  });
  const ground = tag('line', { class: 'axis', x1: 0, x2: values.length * slot, y1: height - 1.5, y2: height - 1.5 });
  return svg(values.length * slot, height, 'bars', ground + bars.join(''));
}
