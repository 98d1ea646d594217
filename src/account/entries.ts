/** What was worked, as units of what was bought: which coverage an entry is deducted from, on which day, how much. */
import { isWithdrawn } from '../clocks/policies.ts';
import type { Classes } from '../clocks/commitments.ts';
import type { Abacus, Coverage, Scope } from '../contract/coverage.ts';
import type { Contract, Text } from '../contract/contract.ts';
import { fold } from '../domain/fold.ts';
import type { Month } from '../domain/months.ts';
import { ONE, toStep, unitsOf, type Quantity } from '../domain/quantity.ts';
import { KINDS, NO_WORD, type Kind, type Need, type TicketTable } from '../domain/ticket.ts';
import { HOUR_MS } from '../domain/zone.ts';
import { termOn } from '../contract/terms.ts';

/**
 * Why an entry is deducted from nothing: no coverage is meant for it, the abacus does not say how many units it is, or it is
 * a question beyond what the contract bears, which is rejected or paid for besides.
 */
export const OUT_OF_SCOPE = ['no-coverage', 'no-units', 'question'] as const;
export type OutOfScope = (typeof OUT_OF_SCOPE)[number];

interface BookRef {
  readonly coverage: string;
  readonly profile: string | null;
}

export interface Entry {
  /** The day of the work, as a day number. */
  readonly day: number;
  /** The day on which it was entered; `null` where the exports do not say. */
  readonly booked: number | null;
  readonly source: 'work' | 'ticket' | 'adjustment';
  /** The key of the ticket; empty for none. */
  readonly key: string;
  readonly kind: Kind | null;
  readonly application: string;
  readonly activity: string;
  /** Milliseconds of work; `null` where the ticket itself is the unit, or none was agreed. */
  readonly effort: number | null;
  /** Units of the coverage: positive takes, negative gives back. */
  readonly quantity: Quantity;
  /** Milliseconds of one unit, where the quantity is not rounded entry by entry: sums are taken of the effort. */
  readonly msPerUnit: number | null;
  /** The coverage and, of reserved days, the profile; or why there is none. */
  readonly book: BookRef | OutOfScope;
  /** Of a question beyond the threshold: what it would be deducted from. */
  readonly spared: BookRef | null;
  /** Of an adjustment. */
  readonly lot: string | null;
  readonly expires: number | null;
  readonly reason: Text | null;
  /** Of a credit: the month whose penalties it settles. */
  readonly settles: Month | null;
}

/** The id of a ledger: of its coverage and, of reserved days, the profile. */
export function bookName({
  coverage,
  profile,
}: {
  readonly coverage: string;
  readonly profile: string | null;
}): string {
  return profile === null ? coverage : `${coverage}/${profile}`;
}

/** All entries of a contract in the order of their days, or what the exports lack to make them. */
export interface Consumption {
  readonly source: 'work' | 'tickets';
  readonly entries: readonly Entry[];
  /** Coverage → what is missing. */
  readonly missing: ReadonlyMap<string, readonly Need[]>;
  /** Whether the exports say when time was entered. */
  readonly bookings: boolean;
}

/**
 * Makes the entries. What a contract bought at the day of the work is what it is deducted from.
 * @param beyond keys of questions beyond the threshold of the contract
 */
export function consumptionOf(
  contract: Contract,
  table: TicketTable,
  classes: Classes,
  beyond: ReadonlySet<string> = new Set(),
): Consumption {
  const source = contract.effort.from ?? (table.work ? 'work' : 'tickets');
  const entries: Entry[] = [];
  const dated = table.instant[contract.effort.dated];
  const { offsets } = table.work ?? { offsets: null };
  const byTicket = contract.terms.some(({ coverage }) =>
    coverage.some((one) => one.unit === 'tickets' || hasTable(one, contract.abacus)),
  );
  for (let i = 0; i < table.count; i++) {
    // Tickets that came to nothing consume nothing by themselves; time that was spent on them does.
    const withdrawn = isWithdrawn(classes.status[table.word.status[i]!] ?? null);
    const facts = { ...factsOf(i, table, classes), withdrawn };
    const at = dated[i]!;
    if (byTicket && !Number.isNaN(at) && !withdrawn) {
      const hasWork = source === 'work' && offsets ? offsets[i + 1]! > offsets[i]! : table.number.effort[i]! > 0;
      const entry = ticketEntry(contract, facts, contract.zone.dayAt(at), !hasWork);
      if (entry) entries.push(entry);
    }
    if (source === 'work' && offsets) {
      for (let j = offsets[i]!; j < offsets[i + 1]!; j++) entries.push(...workEntry(contract, table, facts, j));
      continue;
    }
    const effort = table.number.effort[i]!;
    if (source !== 'tickets' || !(effort > 0) || Number.isNaN(at)) continue;
    entries.push(
      ...effortEntry(contract, facts, {
        day: contract.zone.dayAt(at),
        booked: null,
        source: 'ticket',
        activity: '',
        effort,
      }),
    );
  }
  if (source === 'work' && offsets) {
    const none: Facts = { key: '', kind: null, application: '', complexity: '', withdrawn: false };
    for (let j = offsets[table.count]!; j < offsets[table.count + 1]!; j++)
      entries.push(...workEntry(contract, table, none, j));
  }
  for (const { coverage, date, booked, quantity, lot, expires, ticket, reason } of contract.adjustments) {
    const bought = coverageOn(contract, date).find(({ id }) => id === coverage);
    entries.push({
      day: date,
      booked,
      source: 'adjustment',
      key: ticket ?? '',
      kind: null,
      application: '',
      activity: '',
      effort: null,
      quantity: 0 - quantity,
      msPerUnit: null,
      book: bought
        ? { coverage, profile: bought.form === 'regie' ? bought.capacity[0]!.profile : null }
        : 'no-coverage',
      spared: null,
      lot,
      expires,
      reason,
      settles: null,
    });
  }
  const kept = entries.map((entry) =>
    entry.source !== 'adjustment' && beyond.has(entry.key) && typeof entry.book === 'object'
      ? { ...entry, book: 'question' as const, spared: entry.book }
      : entry,
  );
  // The order of rows in a file must not decide which lot pays.
  kept.sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.quantity - b.quantity);
  return {
    source,
    entries: kept,
    missing: new Map(
      contract.terms.flatMap(({ coverage }) =>
        coverage.map((one) => [one.id, missingFor(one, contract, table, source)] as const),
      ),
    ),
    bookings: source === 'work' && (table.work?.booked.some((at) => !Number.isNaN(at)) ?? false),
  };
}

interface Facts {
  readonly key: string;
  readonly kind: Kind | null;
  readonly application: string;
  readonly complexity: string;
  /** Cancelled, rejected or merged: it is no unit itself. */
  readonly withdrawn: boolean;
}

function factsOf(i: number, table: TicketTable, classes: Classes): Omit<Facts, 'withdrawn'> {
  return {
    key: table.keys[i]!,
    kind: KINDS[classes.kind[table.word.kind[i]!]!] ?? null,
    application: table.words.application[table.word.application[i]!]!,
    complexity: fold(table.words.complexity[table.word.complexity[i]!]!),
  };
}

/** The coverage in force on a day. */
export function coverageOn(contract: Contract, day: number): readonly Coverage[] {
  if (contract.ends !== null && day > contract.ends) return [];
  return termOn(contract, day)?.coverage ?? [];
}

function covers(
  { kinds, applications, activities, withoutTicket }: Scope,
  facts: Pick<Facts, 'key' | 'kind' | 'application'>,
  activity: string,
): boolean {
  if (facts.key === '') return withoutTicket && (!activities || activities.has(fold(activity)));
  return (
    (!kinds || (facts.kind !== null && kinds.has(facts.kind))) &&
    (!applications || applications.has(fold(facts.application))) &&
    (!activities || activities.has(fold(activity)))
  );
}

function hasTable(coverage: Coverage, abacus: Abacus): boolean {
  return coverage.unit === 'uo' && abacus.uo.length > 0;
}

/** The work units that the abacus states for a ticket; `null` for none. */
function statedUnits({ uo }: Abacus, { kind, complexity }: Pick<Facts, 'kind' | 'complexity'>): Quantity | null {
  return (
    uo.find(
      (row) => (row.kind === null || row.kind === kind) && (row.complexity === null || row.complexity === complexity),
    )?.uo ?? null
  );
}

/**
 * A ticket that is a unit by itself, or several by the abacus.
 * @param told whether to tell of one that no coverage is meant for: its work does otherwise
 */
function ticketEntry(contract: Contract, facts: Facts, day: number, told: boolean): Entry | null {
  const coverage = coverageOn(contract, day).find(({ scope }) => covers(scope, facts, ''));
  const bare = {
    key: facts.key,
    kind: facts.kind,
    application: facts.application,
    day,
    booked: null,
    source: 'ticket' as const,
    activity: '',
    effort: null,
    spared: null,
    msPerUnit: null,
    lot: null,
    expires: null,
    reason: null,
    settles: null,
  };
  if (!coverage) return told ? { ...bare, quantity: 0, book: 'no-coverage' } : null;
  const units =
    coverage.unit === 'tickets'
      ? ONE
      : hasTable(coverage, contract.abacus)
        ? statedUnits(contract.abacus, facts)
        : null;
  if (units === null) return null;
  return {
    ...bare,
    quantity: toStep(units, coverage.step, contract.abacus.rounding),
    book: { coverage: coverage.id, profile: null },
  };
}

function workEntry(contract: Contract, table: TicketTable, facts: Facts, j: number): Entry[] {
  const { at, booked, effort, activity, activities } = table.work!;
  const word = activity[j]!;
  return effortEntry(contract, facts, {
    day: contract.zone.dayAt(at[j]!),
    booked: Number.isNaN(booked[j]!) ? null : contract.zone.dayAt(booked[j]!),
    source: 'work',
    activity: word === NO_WORD ? '' : activities[word]!,
    effort: effort[j]!,
  });
}

/** Work that takes time; none where its ticket is the unit. */
function effortEntry(
  contract: Contract,
  facts: Facts,
  work: Pick<Entry, 'day' | 'booked' | 'source' | 'activity'> & { readonly effort: number },
): Entry[] {
  const { key, kind, application, withdrawn } = facts;
  const bare = { spared: null, msPerUnit: null, lot: null, expires: null, reason: null, settles: null };
  const entry = { key, kind, application, ...work, ...bare };
  const coverage = coverageOn(contract, work.day).find(({ scope }) => covers(scope, facts, work.activity));
  if (!coverage) return [{ ...entry, quantity: 0, book: 'no-coverage' }];
  const { abacus } = contract;
  // The ticket is the unit: its work is in it. A ticket that came to nothing is none, and its work stands by itself.
  if (coverage.unit === 'tickets') return withdrawn ? [{ ...entry, quantity: 0, book: 'no-units' }] : [];
  if (facts.key !== '' && !withdrawn && hasTable(coverage, abacus) && statedUnits(abacus, facts) !== null) return [];
  const msPerUnit = coverage.unit === 'hours' ? HOUR_MS : coverage.unit === 'days' ? abacus.msPerDay : abacus.msPerUo;
  if (msPerUnit === null) return [{ ...entry, quantity: 0, book: 'no-units' }];
  const profile = coverage.form === 'regie' ? profileOf(coverage.capacity, work.activity) : null;
  return [
    {
      ...entry,
      quantity: unitsOf(work.effort, msPerUnit, coverage.step, abacus.rounding),
      msPerUnit: coverage.stepped ? null : msPerUnit,
      book: profile === undefined ? 'no-coverage' : { coverage: coverage.id, profile },
    },
  ];
}

function profileOf(
  capacity: readonly { readonly profile: string; readonly activities: ReadonlySet<string> | null }[],
  activity: string,
): string | undefined {
  const named = capacity.find(({ activities }) => activities?.has(fold(activity)));
  return (named ?? capacity.find(({ activities }) => activities === null))?.profile;
}

/** What the exports lack to say what is used of a coverage. */
function missingFor(coverage: Coverage, contract: Contract, table: TicketTable, source: 'work' | 'tickets'): Need[] {
  const needs: Need[] = [];
  const byHours =
    coverage.unit !== 'tickets' && !(hasTable(coverage, contract.abacus) && contract.abacus.msPerUo === null);
  const byTicket =
    coverage.unit === 'tickets' || hasTable(coverage, contract.abacus) || (byHours && source === 'tickets');
  if (byHours && source === 'work' && !table.work) needs.push('work');
  if (byHours && source === 'tickets' && !table.known.has('effort')) needs.push('effort');
  if (byTicket && !table.known.has(contract.effort.dated)) needs.push(contract.effort.dated);
  return needs;
}

/** A credit of units that settles the penalties of a month, on the first day of the next. */
export function creditEntry(
  coverage: string,
  profile: string | null,
  month: Month,
  day: number,
  units: Quantity,
): Entry {
  return {
    day,
    booked: day,
    source: 'adjustment',
    key: '',
    kind: null,
    application: '',
    activity: '',
    effort: null,
    quantity: 0 - units,
    msPerUnit: null,
    book: { coverage, profile },
    spared: null,
    lot: null,
    expires: null,
    reason: null,
    settles: month,
  };
}
