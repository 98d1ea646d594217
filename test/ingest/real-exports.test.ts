/** Files that real Redmine, Request Tracker, MantisBT and Kanboard wrote, against what was put into them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectRows, type InspectedTicket, type InspectedWork } from '../../src/ingest/inspect.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { zoneOf } from '../../src/domain/zone.ts';

interface Truth {
  readonly key: number;
  readonly type: string;
  readonly priority: string;
  readonly status: string;
  readonly status_canonical: string;
  readonly created: string;
  readonly acknowledged: string | null;
  readonly closed: string | null;
  readonly last_close_even_if_reopened: string | null;
  readonly total_minutes: number;
  /** To a state of the truth, and between which words of the tool. */
  readonly transitions: readonly {
    readonly at: string;
    readonly to: string;
    readonly moved: readonly [string, string];
  }[];
  readonly time_entries: readonly { readonly on: string; readonly minutes: number }[];
}

const folder = join(import.meta.dirname, '../fixtures/real');
const paris = zoneOf('Europe/Paris');
const truthOf = (tool: string): Truth[] =>
  (JSON.parse(readFileSync(join(folder, tool, 'truth.json'), 'utf8')) as { tickets: Truth[] }).tickets;

async function inspect(tool: string, file: string) {
  const { rows, problems } = await readDrop(file, [readFileSync(join(folder, tool, file))], null, 'Europe/Paris');
  return { inspection: rows && inspectRows(rows, problems), problems };
}

/** What a clock in Paris shows, to the minute, the second or the day: what a file without offsets can carry. */
function shown(iso: string | null, digits: 10 | 16 | 19): string | null {
  return iso === null ? null : new Date(paris.wallAt(Date.parse(iso))).toISOString().slice(0, digits);
}

/** The last move into a state that the tool takes for inactive. */
const lastInactive = ({ transitions }: Truth): string | null =>
  transitions.findLast(({ to }) => ['resolved', 'closed', 'rejected'].includes(to))?.at ?? null;

function compare(
  tickets: readonly InspectedTicket[],
  truth: readonly Truth[],
  fields: (ticket: InspectedTicket | Truth, isTruth: boolean) => object,
): void {
  const byKey = new Map(tickets.map((ticket) => [Number(ticket.key), ticket]));
  expect(byKey.size).toBe(truth.length);
  for (const ticket of truth)
    expect({ key: ticket.key, ...fields(byKey.get(ticket.key)!, false) }).toEqual({
      key: ticket.key,
      ...fields(ticket, true),
    });
}

describe('Redmine', () => {
  const truth = truthOf('redmine');
  test.each(['issues_fr_all_utf8_desc.csv', 'issues_en_all_utf8.csv', 'issues_en_all_latin1_desc.csv'])(
    '%s',
    async (file) => {
      const { inspection } = await inspect('redmine', file);
      expect(inspection!.rows).toEqual({ read: 300, accepted: 300, merged: 0, rejected: 0 });
      expect(inspection!.unknownStatuses).toEqual([]);
      compare(inspection!.tickets, truth, (ticket, isTruth) => ({
        type: ticket.type,
        priority: ticket.priority,
        status: ticket.status,
        created: shown(ticket.created, 16),
        // Redmine keeps the date of a closing that was undone; the reading says which.
        closed: shown(isTruth ? (ticket as Truth).last_close_even_if_reopened : ticket.closed, 16),
        hours: isTruth
          ? Math.round((ticket as Truth).total_minutes / 0.6)
          : Math.round((ticket as InspectedTicket).effort! / 36_000),
      }));
      for (const ticket of inspection!.tickets) {
        const stale = truth.find(({ key }) => key === Number(ticket.key))!.closed === null && ticket.closed !== null;
        expect(ticket.stale ?? [], ticket.key).toEqual(stale ? ['closed'] : []);
      }
    },
  );

  test.each([
    'issues_fr_default_utf8.csv',
    'issues_fr_limit100_default_utf8.csv',
    'issues_fr_crossproject_default_utf8.csv',
  ])('%s has no date of creation, and says which column to add', async (file) => {
    const { inspection, problems } = await inspect('redmine', file);
    expect(inspection).toBeNull();
    expect(problems).toMatchObject([{ code: 'column-missing', params: { field: 'created', names: ['Créé'] } }]);
  });
});

describe('Request Tracker', () => {
  const truth = truthOf('rt');
  test.each([
    'tickets.exp.fr.full.tsv',
    'tickets.exp.fr.full.ISO.tsv',
    'tickets.exp.en.full.tsv',
    'tickets.exp.en.full.RFC2822.tsv',
  ])('%s', async (file) => {
    const { inspection } = await inspect('rt', file);
    expect(inspection!.rows).toEqual({ read: 300, accepted: 300, merged: 0, rejected: 0 });
    const translated: Record<string, string> = {
      new: 'nouveau',
      open: 'ouvert',
      stalled: 'stagnant',
      resolved: 'résolu',
      rejected: 'rejeté',
    };
    const inFrench = file.includes('.fr.');
    compare(inspection!.tickets, truth, (ticket, isTruth) => ({
      type: ticket.type,
      priority: ticket.priority,
      status: isTruth && inFrench ? (translated[ticket.status!] ?? ticket.status) : ticket.status,
      created: shown(ticket.created, 19),
      resolved: shown(isTruth ? lastInactive(ticket as Truth) : (ticket as InspectedTicket).resolved, 19),
      minutes: isTruth ? (ticket as Truth).total_minutes : ((ticket as InspectedTicket).effort ?? 0) / 60_000,
    }));
  });

  test('Started is the first leave of the state new, where there was one', async () => {
    const { inspection } = await inspect('rt', 'tickets.exp.en.full.RFC2822.tsv');
    const byKey = new Map(inspection!.tickets.map((ticket) => [Number(ticket.key), ticket.acknowledged]));
    const left = truth.filter(({ acknowledged }) => acknowledged !== null);
    expect(left.length).toBeGreaterThan(250);
    for (const { key, acknowledged } of left) expect([key, byKey.get(key)]).toEqual([key, acknowledged]);
  });

  test('the default list has ages instead of dates, and is refused with what to ask for', async () => {
    const { inspection, problems } = await inspect('rt', 'tickets.exp.fr.default.tsv');
    expect(inspection).toBeNull();
    expect(problems).toMatchObject([{ code: 'dates-relative', line: 2 }]);
  });
});

describe('MantisBT', () => {
  const truth = truthOf('mantisbt');
  test.each(['issues.exp.fr.all.csv', 'semicolon_dmy.issues.exp.fr.all.csv'])('%s', async (file) => {
    const { inspection } = await inspect('mantisbt', file);
    expect(inspection!.rows).toEqual({ read: 300, accepted: 300, merged: 0, rejected: 0 });
    const digits = file.startsWith('semicolon') ? 16 : 10;
    compare(inspection!.tickets, truth, (ticket) => ({
      priority: ticket.priority,
      status: ticket.status,
      created: shown(ticket.created, digits),
    }));
  });
});

describe('Kanboard', () => {
  const truth = truthOf('kanboard');
  test.each(['tasks.exp.fr.csv', 'tasks.exp.fr.bom.csv', 'tasks.exp.en.csv', 'us.tasks.exp.en.csv'])(
    '%s',
    async (file) => {
      const { inspection } = await inspect('kanboard', file);
      expect(inspection!.rows).toEqual({ read: 300, accepted: 300, merged: 0, rejected: 0 });
      compare(inspection!.tickets, truth, (ticket, isTruth) => ({
        type: ticket.type,
        priority: ticket.priority,
        status: ticket.status,
        created: shown(ticket.created, 16),
        closed: shown(ticket.closed, 16),
        minutes: isTruth
          ? Math.round((ticket as Truth).total_minutes)
          : Math.round(((ticket as InspectedTicket).effort ?? 0) / 60_000),
      }));
    },
  );
});

/** What was worked, whatever the order: key, day, minutes. */
const worked = (entries: readonly InspectedWork[], digits: number): string[] =>
  entries
    .filter(({ key }) => key !== null)
    .map(({ key, date, effort }) => `${Number(key)} ${date} ${(effort / 3_600_000).toFixed(digits)}`)
    .sort();
const trulyWorked = (truth: readonly Truth[], digits: number): string[] =>
  truth
    .flatMap(({ key, time_entries }) =>
      time_entries.map(({ on, minutes }) => `${key} ${on} ${(minutes / 60 + 1e-9).toFixed(digits)}`),
    )
    .sort();

describe('time entries', () => {
  test.each(['time_entries_fr_all_utf8.csv', 'time_entries_en_default_utf8.csv'])('Redmine, %s', async (file) => {
    const { inspection } = await inspect('redmine', file);
    expect(inspection!.rows).toEqual({ read: 911, accepted: 911, merged: 0, rejected: 0 });
    expect(worked(inspection!.work, 2)).toEqual(trulyWorked(truthOf('redmine'), 2));
    expect(inspection!.work.filter(({ key }) => key === null).length).toBe(45);
  });

  test('MantisBT, to the minute', async () => {
    const { inspection } = await inspect('mantisbt', 'billing.exp.fr.csv');
    expect(inspection!.rows).toEqual({ read: 886, accepted: 886, merged: 0, rejected: 0 });
    expect(worked(inspection!.work, 4)).toEqual(trulyWorked(truthOf('mantisbt'), 4));
  });

  test.each([
    ['redmine', 'timereport_fr_issue_month_utf8.csv', 'totals'],
    ['kanboard', 'subtasks.exp.fr.csv', 'undated'],
  ])('%s, %s has no day, and is refused', async (tool, file, why) => {
    const { inspection, problems } = await inspect(tool, file);
    expect(inspection).toBeNull();
    expect(problems).toMatchObject([{ code: 'export-unusable', line: 1, params: { why } }]);
  });

  test('two languages of one list are one list', async () => {
    const read = async (file: string) =>
      (await readDrop(file, [readFileSync(join(folder, 'redmine', file))], null, 'Europe/Paris')).rows!;
    const issues = await read('issues_fr_all_utf8_desc.csv');
    const once = ticketsOf([issues, await read('time_entries_en_default_utf8.csv')]);
    const twice = ticketsOf([
      issues,
      await read('time_entries_en_default_utf8.csv'),
      { ...(await read('time_entries_en_default_utf8.csv')), file: 'again.csv' },
    ]);
    expect(twice.table.work).toEqual(once.table.work);
    expect(twice.accounting.at(-1)).toMatchObject({ read: 911, accepted: 0, merged: 911, rejected: 0 });
  });
});

describe('histories', () => {
  test('Kanboard: every move of every task, from the newest to the oldest', async () => {
    const read = async (file: string) =>
      (await readDrop(file, [readFileSync(join(folder, 'kanboard', file))], null, 'Europe/Paris')).rows!;
    const { table, accounting, problems } = ticketsOf([
      await read('tasks.exp.fr.csv'),
      await read('transitions.exp.fr.csv'),
    ]);
    expect(problems).toEqual([]);
    expect(accounting.map(({ rows, read: count, rejected }) => [rows, count, rejected])).toEqual([
      ['tickets', 300, 0],
      ['history', 1079, 0],
    ]);
    const { status } = table.history!;
    const truth = new Map(truthOf('kanboard').map((ticket) => [ticket.key, ticket]));
    table.keys.forEach((key, i) => {
      const { created, transitions } = truth.get(Number(key))!;
      const moves = transitions.filter(({ moved: [from, to] }) => from !== to);
      const found = Array.from({ length: status.offsets[i + 1]! - status.offsets[i]! }, (_, j) => {
        const change = status.offsets[i]! + j;
        return [shown(new Date(status.at[change]!).toISOString(), 16), table.words.status[status.word[change]!]];
      });
      // A task that never moved has no instant of being done.
      if (!moves.length) return;
      expect([key, found]).toEqual([
        key,
        [[shown(created, 16), moves[0]!.moved[0]], ...moves.map(({ at, moved }) => [shown(at, 16), moved[1]])],
      ]);
    });
  });

  test('Request Tracker: ages instead of instants are refused', async () => {
    const { inspection, problems } = await inspect('rt', 'transactions_status.exp.fr.default.tsv');
    expect(inspection).toBeNull();
    expect(problems).toMatchObject([{ code: 'dates-relative', line: 2 }]);
  });
});
