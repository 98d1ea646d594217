/** The life of a clock as a band: counted, paused, closed; with its due date, and the end of what could be counted. */
import { label, svg, tag, textWidth } from './svg.ts';

export interface TimelineInterval {
  readonly from: number;
  readonly to: number;
  readonly kind: 'counted' | 'paused' | 'closed';
}

export interface TimelineMark {
  readonly at: number;
  readonly text: string;
}

export interface TimelineData {
  readonly from: number;
  readonly to: number;
  readonly intervals: readonly TimelineInterval[];
  readonly due: TimelineMark | null;
  readonly start: TimelineMark;
  readonly end: TimelineMark;
}

/** Draws the band `width` units wide. What comes after the due date stands lower, in the colour of lateness. */
export function drawTimeline(data: TimelineData, width: number, style: string): string {
  const left = 2;
  const right = width - 2;
  const from = data.from;
  const to = Math.max(data.to, data.due?.at ?? data.to, from + 1);
  const x = (at: number): number => left + ((at - from) / (to - from)) * (right - left);
  const top = 26;
  const height = 26;
  const parts = [tag('rect', { class: 'track', x: left, y: top, width: right - left, height })];
  for (const { from: start, to: end, kind } of data.intervals) {
    if (kind === 'closed') continue;
    const cut = data.due && data.due.at > start && data.due.at < end ? [start, data.due.at, end] : [start, end];
    for (let i = 0; i + 1 < cut.length; i++) {
      const late = data.due !== null && cut[i]! >= data.due.at;
      const band = kind === 'paused' ? 'paused' : late ? 'late' : 'time';
      const y = kind === 'paused' ? top + height / 2 - 3 : top;
      parts.push(
        tag('rect', {
          class: band,
          x: x(cut[i]!),
          y,
          width: Math.max(0.6, x(cut[i + 1]!) - x(cut[i]!)),
          height: kind === 'paused' ? 6 : height,
        }),
      );
    }
  }
  if (data.due) {
    const at = x(data.due.at);
    parts.push(tag('line', { class: 'median', x1: at, x2: at, y1: top - 6, y2: top + height + 6 }));
    parts.push(label(Math.min(right, Math.max(left, at)), 13, data.due.text, 'strong', anchorOf(at, width)));
  }
  const end = x(data.to);
  const room = textWidth(data.start.text) + textWidth(data.end.text);
  // Two labels that would lie on each other are one.
  if (end - left < room) parts.push(label(left, top + height + 20, `${data.start.text} – ${data.end.text}`, 'note'));
  else
    parts.push(
      label(left, top + height + 20, data.start.text, 'note'),
      label(end, top + height + 20, data.end.text, 'note', 'end'),
    );
  return svg(width, top + height + 28, style, parts.join(''));
}

function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  return x < width * 0.25 ? 'start' : x > width * 0.75 ? 'end' : 'middle';
}
