/** French typography: the space before a high sign and inside quotation marks does not break. */

/** No-break space, and the narrow one of French typography. */
export const NBSP = '\u00a0';
export const NNBSP = '\u202f';

/** A text, a function that gives one, or any object of such, with its spaces set as French prints them. */
export function frenchSpaces<Texts>(texts: Texts): Texts {
  return set(texts) as Texts;
}

function set(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/ ([:»])/g, `${NBSP}$1`)
      .replace(/ ([;!?])/g, `${NNBSP}$1`)
      .replace(/« /g, `«${NBSP}`);
  if (typeof value === 'function') {
    const text = value as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => set(text(...args));
  }
  if (Array.isArray(value)) return value.map(set);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]));
  return value;
}

/** `d’octobre`, `de mai`. */
export function de(text: string): string {
  return /^[aeiouyéèêàâîôûh]/i.test(text) ? `d’${text}` : `de ${text}`;
}
