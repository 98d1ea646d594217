/** What explains a change, as lettered lines over the months of a drawing; the words stand below it. */
import { label, tag } from './svg.ts';

export interface ChartMark {
  /** Which of the months. */
  readonly index: number;
  readonly letters: string;
}

/** The letters stand clear of points at the top of the scale. */
const ABOVE = 9;

/** Draws the marks from `top` down to `bottom`; `x` gives the middle of a month. */
export function drawMarks(
  marks: readonly ChartMark[],
  x: (index: number) => number,
  top: number,
  bottom: number,
): string {
  return marks
    .map(
      ({ index, letters }) =>
        tag('line', { class: 'event', x1: x(index), x2: x(index), y1: top, y2: bottom }) +
        label(x(index), top - ABOVE, letters, 'note', 'middle'),
    )
    .join('');
}
