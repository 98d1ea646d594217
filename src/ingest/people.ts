/**
 * People by pseudonyms. A name becomes a number as soon as it is read, so that no message can say it, and at the end a
 * pseudonym that nothing leads back from: people are counted as the files, in the order of their names, first show them,
 * so that a file that is added later does not rename those that are known.
 */
import { fold } from '../domain/fold.ts';
import type { Rows } from './rows.ts';

/** What stands for a name while files are read: equal for names that differ in case, accents or spaces. */
export function personToken(name: string): string {
  // FNV-1a over 64 bits: among some thousand people two of one number are out of the question.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(fold(name)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

/** The lists of assignees and of people who worked, with tokens turned into pseudonyms. */
export function pseudonyms(
  drops: readonly Rows[],
  assignees: readonly string[],
  people: readonly string[],
): { readonly assignees: readonly string[]; readonly people: readonly string[] } {
  const nameOf = new Map<string, string>();
  const nameIn = ({ file }: Rows): string => file.slice(file.lastIndexOf('/') + 1);
  const inOrder = [...drops].sort((a, b) => (nameIn(a) < nameIn(b) ? -1 : nameIn(a) > nameIn(b) ? 1 : 0));
  for (const drop of inOrder)
    for (const token of peopleIn(drop)) if (!nameOf.has(token)) nameOf.set(token, `Agent ${nameOf.size + 1}`);
  const named = (tokens: readonly string[]): string[] => tokens.map((token) => nameOf.get(token) ?? '');
  return { assignees: named(assignees), people: named(people) };
}

/** The people of a file in the order of the days on which it first shows them: tools list the newest first or last. */
function peopleIn({ words, instants, work }: Rows): string[] {
  const first = new Map<string, number>();
  const see = (token: string, at: number): void => {
    if (token !== '' && !((first.get(token) ?? Infinity) <= at)) first.set(token, at);
  };
  for (const [field, dated] of [
    ['assignee', 'created'],
    ['person', 'date'],
  ] as const) {
    const column = words.get(field);
    const days = instants.get(dated);
    column?.codes.forEach((code, row) => see(column.words[code]!, days?.[row] ?? 0));
  }
  for (const { person, at } of work ?? []) see(person, at);
  return [...first].sort(([a, day], [b, other]) => day - other || (a < b ? -1 : 1)).map(([token]) => token);
}
