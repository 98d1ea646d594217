/** Changes in the address of the page: stable, versioned, nothing of the tickets in it. */
import type { Period } from './replay.ts';

const VERSION = '1';
const PERIOD = ['from', 'to'] as const;

/** What a page is about: the terms of today where they are not those of a contract, others, and the months compared. */
export interface Asked {
  readonly today: ReadonlyMap<string, string>;
  readonly other: ReadonlyMap<string, string>;
  readonly period: Period | null;
}

/** What follows `#`; empty where nothing is changed. */
export function encodeAsked({ today, other, period }: Asked): string {
  const part = (pairs: Iterable<readonly [string, string]>): string =>
    new URLSearchParams([...pairs].map(([key, value]) => [key, value])).toString();
  const parts = [
    part([...other, ...(period ? PERIOD.map((key) => [key, period[key]] as const) : [])]),
    ...(today.size ? [part(today)] : []),
  ];
  return parts.every((text) => text === '') ? '' : [VERSION, ...parts].join('/');
}

/** What an address asks; nothing where it is not of this version. */
export function decodeAsked(hash: string): Asked {
  const [version, other = '', today = ''] = hash.replace(/^#/, '').split('/');
  const read = (text: string): Map<string, string> => new Map(new URLSearchParams(version === VERSION ? text : ''));
  const values = read(other);
  const [from, to] = PERIOD.map((key) => values.get(key));
  for (const key of PERIOD) values.delete(key);
  const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
  return {
    today: read(today),
    other: values,
    period: isMonth(from) && isMonth(to) && from <= to ? { from, to } : null,
  };
}
