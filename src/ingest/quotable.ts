/**
 * What of an export may be quoted where others read it: messages, logs of CI, annotations, pages. A shifted row puts a
 * name or a telephone number into any column, so a cell that could not be read is shown by its shape alone, and a word is
 * quoted only where it is plainly one of a list: seen several times, and like neither a name, a mail nor a number.
 */
import { fold } from '../domain/fold.ts';
import { NO_WORD, type TicketTable, type WordField } from '../domain/ticket.ts';
import type { Contract } from '../contract/contract.ts';
import { TOOLS } from './tools/index.ts';

/** Stands for words that are not quoted. */
export const WITHHELD = '…';

/** A word of a list is seen at least so often. */
const SEVERAL = 2;
const LONGEST_WORD = 60;
const SHOWN = 40;

/** The shape of a cell: letters as `a` or `A`, runs of them as one, digits as `9`, and what separates them. */
export function shapeOf(text: string): string {
  const shape = text
    .replace(/\p{Lu}\p{L}+/gu, 'Aa')
    .replace(/\p{L}{2,}/gu, 'aa')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/(?![Aa])\p{L}/gu, 'a')
    .replace(/\p{N}/gu, '9')
    .replace(/[\p{Cc}\p{Cf}]/gu, '.');
  return shape.length > SHOWN ? `${shape.slice(0, SHOWN)}…` : shape;
}

/** Tokens of the words that tools give to states, kinds and priorities: a name has none of them. */
let trade: ReadonlySet<string> | null = null;
function tradeTokens(): ReadonlySet<string> {
  trade ??= new Set(
    TOOLS.flatMap(({ statuses, kinds }) => [...Object.values(statuses).flat(), ...Object.values(kinds).flat()]).flatMap(
      (word) => fold(word).split(/[^\p{L}]+/u),
    ),
  );
  return trade;
}

/** Whether a text is like a name, a mail, a number to call or a sentence, rather than a word of a list. */
export function isPersonal(text: string): boolean {
  if (/@|https?:|\d[\d .()/-]{6,}\d|[.!?]\s+\p{Lu}/u.test(text) || text.length > LONGEST_WORD) return true;
  const tokens = text.split(/[^\p{L}'’-]+/u).filter((token) => /\p{L}{2,}/u.test(token));
  const named = tokens.filter((token) => /^\p{Lu}/u.test(token));
  return (
    tokens.length >= 2 &&
    tokens.length <= 4 &&
    named.length === tokens.length &&
    !tokens.some((token) => tradeTokens().has(fold(token)))
  );
}

/** Whether a word may be quoted that was seen so often in its column. */
export function isQuotable(word: string, times: number): boolean {
  return times >= SEVERAL && !isPersonal(word);
}

/** Whether what stands for the headings of a file is a row of data: then nothing of it is quoted. */
export function isDataRow(cells: readonly string[]): boolean {
  return cells.some((cell) =>
    /@|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|^\+?\d[\d .()-]*$/.test(cell.trim()),
  );
}

const COLUMNS: readonly WordField[] = ['status', 'priority', 'kind', 'application', 'group', 'complexity'];

/**
 * The table with the words withheld that no page may quote. What the contract names itself, and what the tool means
 * something by, stays; so does every word that a figure is cut by and that is plainly one of a list.
 * @param named folded words that the contract names
 */
export function withheld(table: TicketTable, contract: Contract): TicketTable {
  const named = namedBy(contract);
  const words = { ...table.words };
  for (const field of COLUMNS) {
    const times = new Float64Array(table.words[field].length);
    for (const code of table.word[field]) times[code]!++;
    const changes = field === 'status' || field === 'priority' || field === 'group' ? table.history?.[field] : null;
    for (const code of changes?.word ?? []) times[code]!++;
    words[field] = table.words[field].map((word, code) => {
      if (code === NO_WORD || named.has(fold(word))) return word;
      if (field === 'status' && table.meaning.status[code]) return word;
      if (field === 'kind' && table.meaning.kind[code]) return word;
      return isQuotable(word, times[code]!) ? word : WITHHELD;
    });
  }
  const work = table.work && {
    ...table.work,
    activities: table.work.activities.map((word, code) => {
      if (code === NO_WORD || named.has(fold(word))) return word;
      const times = table.work!.activity.reduce((sum, other) => sum + (other === code ? 1 : 0), 0);
      return isQuotable(word, times) ? word : WITHHELD;
    }),
  };
  return { ...table, words, work };
}

/** Folded words that a contract names: of states, priorities, kinds, levels, applications, complexities, activities. */
function namedBy(contract: Contract): Set<string> {
  const { terms, abacus, statusOf, priorityOf, kindOf, levelOf } = contract;
  const named = new Set<string>([...statusOf.keys(), ...priorityOf.keys(), ...kindOf.keys(), ...levelOf.keys()]);
  for (const { commitments, coverage } of terms) {
    for (const { rows, clock } of commitments) {
      for (const { application, complexity } of rows)
        for (const text of [application, complexity]) if (text !== null) named.add(fold(text));
      const matches = [
        ...clock.pauses,
        ...[clock.start, ...clock.stops].flatMap((event) => (event.on === 'column' ? [] : [event.statuses])),
      ];
      for (const match of matches) if ('words' in match) for (const word of match.words) named.add(word);
    }
    for (const one of coverage) {
      for (const list of [one.scope.applications, one.scope.activities]) for (const text of list ?? []) named.add(text);
      if (one.form === 'regie')
        for (const { activities } of one.capacity) for (const text of activities ?? []) named.add(text);
    }
  }
  for (const { complexity } of abacus.uo) if (complexity !== null) named.add(complexity);
  return named;
}
