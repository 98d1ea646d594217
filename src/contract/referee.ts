/** What the readers of the chapters of a contract file share: how they refer to others, and how they tell what is wrong. */
import type { Problem } from '../domain/problem.ts';
import type { NamedCalendar, Text } from './contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import type { Path } from './yaml.ts';

/** Finds where a value, or a key, of a contract file stands in its text. */
export interface Places {
  value(path: Path): { file: string; line: number; column: number };
  key(path: Path, key: string): { file: string; line: number; column: number };
}

export interface Referee {
  report(problem: Problem): void;
  place(path: Path): { file: string; line: number; column: number };
  /** The calendar of an id; `null`, and a problem, where there is none. */
  calendar(id: string, path: Path): NamedCalendar | null;
  firstCalendar(): NamedCalendar | null;
  /** The index of a priority; −1, and a problem, where there is none. */
  priority(id: string, path: Path): number;
  /** Says that a clock is none, if it is none. */
  clock(id: string, path: Path): void;
}

/** One text in both languages. */
export function bilingual(text: string | { fr: string; en: string }): Text {
  return typeof text === 'string' ? { fr: text, en: text } : text;
}

/** `95`, `"95 %"`, `"97,5 %"` as an exact fraction. */
export function fractionOf(percentage: number | string): Ratio {
  const digits = String(percentage).replace('%', '').trim().replace(',', '.');
  const [whole = '0', decimals = ''] = digits.split('.');
  return { numerator: Number(whole + decimals), denominator: 100 * 10 ** decimals.length };
}

/** `0.97975` as an exact fraction. */
export function decimalOf(written: number | string): Ratio {
  const [whole = '0', decimals = ''] = String(written).replace(',', '.').split('.');
  return { numerator: Number(whole + decimals), denominator: 10 ** decimals.length };
}
