/** Numbers as people type them: `1 234,5`, `1.234,5`, `12 %`, `1h30`, `2 j`, `0,5 d`, `3 UO`. */

/** What a unit is worth in hours. */
export interface Worth {
  readonly hoursPerDay: number;
  readonly hoursPerUo: number;
}

const SPACES = /[\s\u00a0\u202f']/g;

/**
 * A number, or `NaN`. Of a comma and a point the last is the decimal one. A lone comma before three digits groups in
 * English and is decimal in French; a lone point is decimal in both.
 */
export function typedNumber(text: string, lang: 'fr' | 'en' = 'fr'): number {
  const plain = text.replace(SPACES, '').replace(/[€$£]|eur$/i, '');
  const [, sign = '', body = '', power = ''] = /^([+-]?)([\d.,]+)(e[+-]?\d+)?$/i.exec(plain) ?? [];
  const read = (whole: string, decimals: string): number => Number(`${sign}${whole || '0'}.${decimals || '0'}${power}`);
  if (/^\d*$/.test(body)) return body === '' ? NaN : read(body, '');
  if (lang === 'en' && /^\d{1,3}(,\d{3})+$/.test(body)) return read(body.replaceAll(',', ''), '');
  const simple = /^(\d*)[.,](\d+)$/.exec(body);
  if (simple) return read(simple[1]!, simple[2]!);
  // Groups of three, then at most one mark of the other kind.
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(body);
  return grouped ? read(grouped[1]!.replace(/[.,]/g, ''), grouped[3] ?? '') : NaN;
}

/** A share: `20 %` or `20`, since the field shows percent. */
export function typedShare(text: string, lang: 'fr' | 'en' = 'fr'): number {
  return typedNumber(text.replace(/%\s*$/, ''), lang) / 100;
}

/** Hours: `1h30`, `1 h 30`, `90 min`, `2 j`, `0,5 d`, `3 UO`, or a plain number of hours. */
export function typedHours(text: string, { hoursPerDay, hoursPerUo }: Worth, lang: 'fr' | 'en' = 'fr'): number {
  const plain = text.replace(SPACES, '').toLowerCase();
  const clock = /^(\d+)h(\d{1,2})?(?:min|m)?$/.exec(plain);
  if (clock) return Number(clock[1]) + Number(clock[2] ?? 0) / 60;
  const [, amount = '', unit = ''] =
    /^(.*?)(h|heures?|hours?|min|mn|minutes?|j|jours?|d|days?|uo|wu)?$/.exec(plain) ?? [];
  const value = typedNumber(amount, lang);
  if (/^(j|d)/.test(unit)) return value * hoursPerDay;
  if (unit === 'uo' || unit === 'wu') return value * hoursPerUo;
  return unit.startsWith('m') ? value / 60 : value;
}
