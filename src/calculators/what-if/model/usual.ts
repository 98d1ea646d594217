/** Terms to begin with for tickets that come without a contract: the words of the file, and usual terms, to be put right. */
import type { ContractFile } from '../../../contract/schema.ts';
import { fold } from '../../../domain/fold.ts';
import { isoDate } from '../../../domain/date.ts';
import type { TicketTable } from '../../../domain/ticket.ts';
import type { Zone } from '../../../domain/zone.ts';

/** More priorities than this are hardly told apart. */
const MOST_PRIORITIES = 6;
/** From the most to the least urgent; the first that a folded word contains ranks it. */
const URGENCY: readonly (readonly string[])[] = [
  [
    'bloquant',
    'blocker',
    'critique',
    'critical',
    'very high',
    'tres haute',
    'highest',
    'urgent',
    'majeure',
    'p1',
    'p0',
  ],
  ['haute', 'high', 'eleve', 'major', 'p2'],
  ['moyen', 'medium', 'normal', 'moderate', 'mineure', 'p3'],
  ['bas', 'low', 'faible', 'minor', 'trivial', 'planning', 'p4', 'p5'],
];
const VERY_LOW = ['tres basse', 'very low', 'lowest'];
const ACKNOWLEDGE = ['1 h', '2 h', '4 h', '8 h', '8 h', '8 h'];
const RESOLVE = ['8 h', '16 h', '40 h', '80 h', '80 h', '80 h'];
/** Where there is no priority: all tickets are one. */
const ALL = 'P1';

/** A contract for a table: `null` where it has neither an instant of acknowledgement nor of resolution. */
export function usualFile(table: TicketTable, zone: Zone): ContractFile | null {
  const file = plainFile(table, zone);
  return file.terms[0]!.commitments?.length ? file : null;
}

/** The same, without a commitment where none can be read. */
export function plainFile(table: TicketTable, zone: Zone): ContractFile {
  const counts = new Map<number, number>();
  for (let i = 0; i < table.count; i++) {
    const word = table.word.priority[i]!;
    if (word !== 0) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_PRIORITIES)
    .map(([word]) => table.words.priority[word]!)
    .sort((a, b) => rankOf(a) - rankOf(b) || (fold(a) < fold(b) ? -1 : 1));
  const priorities = words.length
    ? words.map((word, i) => ({ id: `P${i + 1}`, label: word, words: [word] }))
    : [{ id: ALL, label: { fr: 'Tous les tickets', en: 'All tickets' }, words: [] }];
  // Where the file has no priorities one target is for all tickets.
  const targets = (of: readonly string[]): Record<string, string> | { target: string }[] =>
    words.length ? Object.fromEntries(priorities.map(({ id }, i) => [id, of[i]!])) : [{ target: of[1]! }];
  // Where nothing says when a ticket was resolved, the draft takes its closing for it, and says so.
  const takesClosing = !table.known.has('resolved') && table.known.has('closed');
  const resolves = table.known.has('resolved') || takesClosing;
  const clocks = [
    ...(table.known.has('acknowledged')
      ? [{ clock: 'acknowledge' as const, calendar: 'service', goal: '95 %', targets: targets(ACKNOWLEDGE) }]
      : []),
    ...(resolves ? [{ clock: 'resolve' as const, calendar: 'service', goal: '90 %', targets: targets(RESOLVE) }] : []),
  ];
  const opened = table.instant.created.reduce((least, at) => (at < least ? at : least), Infinity);
  const day = ['09:00-18:00'];
  return {
    id: 'mes-tickets',
    name: { fr: 'Mes tickets', en: 'My tickets' },
    client: '–',
    provider: '–',
    zone: zone.name,
    calendars: { service: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: 'FR' } },
    priorities,
    ...(takesClosing && { resolution: 'closed' as const }),
    terms: [{ from: isoDate(zone.dayAt(opened)), commitments: clocks }],
  };
}

function rankOf(word: string): number {
  const plain = fold(word);
  const number = /^\D{0,3}(\d)\b/.exec(plain);
  if (number) return Number(number[1]) - 1;
  if (VERY_LOW.some((text) => plain.includes(text))) return URGENCY.length;
  const rank = URGENCY.findIndex((texts) => texts.some((text) => plain.includes(text)));
  return rank < 0 ? 2 : rank;
}
