/**
 * People by pseudonyms. A name becomes a number as soon as it is read, so that no message can say it, and at the end a
 * pseudonym that nothing leads back from: people are counted in the order in which they first appear in the work, which
 * later exports do not change.
 */
import { fold } from '../domain/fold.ts';
import type { TicketTable, Work } from '../domain/ticket.ts';

/** What stands for a name while files are read: equal for names that differ in case, accents or spaces. */
export function personToken(name: string): string {
  // FNV-1a over 64 bits: among some thousand people two of one number are out of the question.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(fold(name)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

type People = Pick<TicketTable, 'words' | 'word' | 'instant' | 'count'>;

/** The lists of assignees and of people who worked, with tokens turned into pseudonyms. */
export function pseudonyms(
  { words, word, instant, count }: People,
  work: Work,
): { readonly assignees: readonly string[]; readonly people: readonly string[] } {
  const firstSeen = new Map<string, number>();
  const see = (token: string, at: number): void => {
    if (token !== '' && !((firstSeen.get(token) ?? Infinity) <= at)) firstSeen.set(token, at);
  };
  const isKept = words.assignee.length > 1;
  for (let i = 0; isKept && i < count; i++) see(words.assignee[word.assignee[i]!]!, instant.created[i]!);
  for (let i = 0; i < work.at.length; i++) see(work.people[work.person[i]!]!, work.at[i]!);
  const inOrder = [...firstSeen].sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1));
  const nameOf = new Map(inOrder.map(([token], i) => [token, `Agent ${i + 1}`]));
  const named = (tokens: readonly string[]): string[] => tokens.map((token) => nameOf.get(token) ?? '');
  return { assignees: named(words.assignee), people: named(work.people) };
}
