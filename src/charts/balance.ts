/** What came in, what was used and what is left, month by month, and where it is going: a fan from slow to fast. */
import type { Format } from '../texts/format.ts';
import { ONE } from '../domain/quantity.ts';
import type { AccountBook } from '../report/account-schema.ts';
import { label, svg, tag, textWidth, ticks, px } from './svg.ts';

/** Of a long life the last so many months are drawn. */
const SHOWN_MONTHS = 18;

export interface BalanceData {
  /** Units, as decimal numbers. */
  readonly months: readonly {
    readonly month: string;
    readonly credited: number;
    readonly used: number;
    readonly balance: number;
  }[];
  /** Months after the last one, and the balance at the end of each at a slow and at a fast pace. */
  readonly ahead: readonly { readonly month: string; readonly slow: number; readonly fast: number }[];
}

export interface BalanceWords {
  readonly credited: string;
  readonly used: string;
  readonly balance: string;
}

/** Draws it `width` units wide. */
export function drawBalance(
  data: BalanceData,
  words: BalanceWords,
  format: Format,
  width: number,
  style: string,
): string {
  const height = 250;
  const top = 30;
  const bottom = height - 34;
  const values = [
    ...data.months.flatMap(({ credited, used, balance }) => [credited, used, balance]),
    ...data.ahead.flatMap(({ slow, fast }) => [slow, fast]),
  ];
  const scale = ticks(Math.max(1, ...values), 4);
  const lowest = Math.min(0, ...values);
  const step = scale[1]! - scale[0]!;
  for (let value = -step; value > lowest - step && lowest < 0; value -= step) scale.unshift(value);
  const [min, max] = [scale[0]!, scale.at(-1)!];
  const number = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 1);
  const left = 12 + Math.max(...scale.map((value) => textWidth(number(value))));
  const last = data.months.at(-1);
  const lastLabel = last ? number(last.balance) : '';
  const right = width - 10 - (data.ahead.length ? 0 : textWidth(lastLabel));
  const y = (value: number): number => bottom - ((value - min) / (max - min)) * (bottom - top);
  const names = [...data.months.map(({ month }) => month), ...data.ahead.map(({ month }) => month)];
  const slot = (right - left) / Math.max(1, names.length);
  const middle = (i: number): number => left + slot * (i + 0.5);
  const bar = Math.min(18, slot * 0.36);
  const parts: string[] = scale.map(
    (value) =>
      tag('line', { class: value === 0 ? 'axis' : 'grid', x1: left, x2: right, y1: y(value), y2: y(value) }) +
      label(left - 8, y(value) + 4, number(value), 'note', 'end'),
  );
  const every = slot < 30 ? 3 : slot < 42 ? 2 : 1;
  names.forEach((month, i) => {
    const of = data.months[i];
    for (const [value, kind, x] of [
      [of?.credited ?? 0, 'in', middle(i) - bar - 1],
      [of?.used ?? 0, 'out', middle(i) + 1],
    ] as const) {
      if (value > 0) parts.push(tag('rect', { class: kind, x, y: y(value), width: bar, height: y(0) - y(value) }));
    }
    const isLast = i === data.months.length - 1;
    if ((names.length - 1 - i) % every !== 0) return;
    parts.push(label(middle(i), bottom + 16, format.monthShort(month), isLast ? 'strong' : 'note', 'middle'));
    if (i === 0 || month.endsWith('-01') || (every > 1 && i < every))
      parts.push(label(middle(i), bottom + 30, month.slice(0, 4), 'note', 'middle'));
  });
  const line = (points: readonly (readonly [number, number])[]): string =>
    points.map(([i, value]) => `${px(middle(i))},${px(y(value))}`).join(' ');
  // Where nothing is ever left at the end of a month, the line would say nothing.
  const hasBalance = data.months.some(({ balance }) => balance !== 0);
  const past = hasBalance ? data.months.map(({ balance }, i) => [i, balance] as const) : [];
  parts.push(
    tag('polyline', { class: 'halo', points: line(past) }),
    tag('polyline', { class: 'stock', points: line(past) }),
  );
  if (last && hasBalance) {
    const at = data.months.length - 1;
    for (const pace of ['slow', 'fast'] as const)
      if (data.ahead.length)
        parts.push(
          tag('polyline', {
            class: 'ahead',
            points: line([[at, last.balance], ...data.ahead.map((of, i) => [at + 1 + i, of[pace]] as const)]),
          }),
        );
    parts.push(tag('circle', { class: 'stock-end', cx: middle(at), cy: y(last.balance), r: 3.5 }));
    parts.push(label(middle(at) + 8, y(last.balance) - 6, lastLabel, 'strong'));
  }
  const second = left + 16 + textWidth(words.credited) + 18;
  parts.push(
    tag('rect', { class: 'in', x: left, y: 6, width: 11, height: 11 }) +
      label(left + 16, 16, words.credited.toLowerCase()),
    tag('rect', { class: 'out', x: second, y: 6, width: 11, height: 11 }) +
      label(second + 16, 16, words.used.toLowerCase()),
  );
  return svg(width, height, style, parts.join(''));
}

/** What the chart of a ledger draws. */
export function balanceData({ months, forecast }: AccountBook): BalanceData {
  const asNumber = (quantity: number): number => quantity / ONE;
  const last = months.at(-1);
  return {
    months: months.slice(-SHOWN_MONTHS).map(({ month, bought, consumed, closing }) => ({
      month,
      credited: asNumber(bought),
      used: asNumber(consumed),
      balance: asNumber(closing),
    })),
    ahead: forecast.ahead
      .filter(({ month }) => !last || month > last.month)
      .map(({ month, slow, fast }) => ({ month, slow: asNumber(slow), fast: asNumber(fast) })),
  };
}
