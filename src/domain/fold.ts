/** Text compared as people compare it. */

/** A heading or a word without what differs between versions of a tool: case, accents, apostrophes, spaces, underscores. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ´`]/g, "'")
    .replace(/[\s_\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}
