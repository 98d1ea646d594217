/** Numbers as people type them: `1 234,5`, `1.234,5`, `12 %`, `1h30`, `2 j`, `0,5 d`, `3 UO`. */

/** What a unit is worth in hours. */
export interface Worth {
  readonly hoursPerDay: number;
  readonly hoursPerUo: number;
}

const SPACES = /[\s\u00a0\u202f']/g;

/** A number, or `NaN`. A lone comma or point is a decimal one; of both the last is. */
export function typedNumber(text: string): number {
  const plain = text.replace(SPACES, '').replace(/€|eur$/i, '');
  if (!/^[+-]?(\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)) return NaN;
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  if (last < 0) return Number(plain);
  const mark = plain[last]!;
  const isThousands = plain.split(mark).length > 2;
  const whole = plain.slice(0, last).replace(/[.,]/g, '');
  return isThousands
    ? Number(plain.replaceAll(mark, '').replace(',', '.'))
    : Number(`${whole}.${plain.slice(last + 1)}`);
}

/** A share: `20 %`, `20` (more than 1 is a percentage where `most` is at most 1), `0,2`. */
export function typedShare(text: string, most: number): number {
  const isPercent = /%\s*$/.test(text);
  const value = typedNumber(text.replace(/%\s*$/, ''));
  return isPercent || (most <= 1 && value > 1) ? value / 100 : value;
}

/** Hours: `1h30`, `1 h 30`, `90 min`, `2 j`, `0,5 d`, `3 UO`, or a plain number of hours. */
export function typedHours(text: string, { hoursPerDay, hoursPerUo }: Worth): number {
  const plain = text.replace(SPACES, '').toLowerCase();
  const clock = /^(\d+)h(\d{1,2})?(?:min|m)?$/.exec(plain);
  if (clock) return Number(clock[1]) + Number(clock[2] ?? 0) / 60;
  const [, amount = '', unit = ''] = /^(.*?)(h|heures?|hours?|min|mn|minutes?|j|jours?|d|days?|uo)?$/.exec(plain) ?? [];
  const value = typedNumber(amount);
  if (/^(j|d)/.test(unit)) return value * hoursPerDay;
  if (unit === 'uo') return value * hoursPerUo;
  return unit.startsWith('m') ? value / 60 : value;
}
