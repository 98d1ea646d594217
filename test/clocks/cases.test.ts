/** Runs the cases that are written as data: a contract, a ticket with its history, and how its clock must stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { classesOf, CommitmentReader } from '../../src/clocks/commitments.ts';
import { readContract } from '../../src/contract/read.ts';
import { parseTarget } from '../../src/contract/target.ts';
import { TicketView } from '../../src/domain/ticket.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';

interface Case {
  name: string;
  policies?: Record<string, unknown>;
  applies?: 'opened-after' | 'all-running';
  clock?: string;
  ticket: {
    opened: string;
    acknowledged?: string;
    workaround?: string;
    resolved?: string;
    closed?: string;
    priority?: string;
    kind?: string;
    states?: [string, string][];
    priorities?: [string, string][];
  };
  asOf?: string;
  expect: {
    status?: string;
    due?: string | null;
    elapsed?: string;
    allowed?: string;
    stopped?: string;
    excluded?: string;
  };
  naive?: string;
}

interface CaseFile {
  amendment?: { from: string; targets: Record<string, string> };
  cases: Case[];
}

const folder = join(import.meta.dirname, '../cases');
const zone = zoneOf('Europe/Paris');

/** `2026-02-09 13:00` in Paris as an instant. */
const at = (text: string): number =>
  zone.startOf(Date.parse(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}Z`));
const wall = (instant: number | null): string | null =>
  instant === null
    ? null
    : new Date(zone.wallAt(instant)).toISOString().slice(0, 19).replace('T', ' ').replace(/:00$/, '');
const ms = (text: string): number => {
  const target = parseTarget(text);
  if (target?.unit !== 'time') throw new Error(text);
  return target.ms;
};

function contractOf({ policies, applies }: Case, amendment: CaseFile['amendment']): string {
  const commitments = (targets: Record<string, string>): string => `    commitments:
      - { clock: acknowledge, calendar: office, goal: 90 %, targets: { P1: 2 h, P2: 2 h, P3: 2 h } }
      - { clock: restore, calendar: always, goal: 90 %, targets: { P1: 4 h, P2: 8 h, P3: 8 h } }
      - clock: resolve
        calendar: office
        goal: 90 %
        targets:
          - { kind: corrective, target: 1 d same-time }
          - { kind: evolutive, target: 1 d end-of-day }
          - { kind: preventive, target: 1 d opening-hours }
${Object.entries(targets)
  .map(([priority, target]) => `          - { priority: ${priority}, target: ${target} }`)
  .join('\n')}
`;
  return `id: case
name: Case
client: C
provider: P
zone: Europe/Paris
calendars:
  office:
    weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
    holidays: FR
    exceptions: { 2025-12-24: closed, 2025-12-26: closed, 2025-12-29: closed, 2025-12-30: closed, 2025-12-31: closed, 2026-01-02: closed }
  always: { weekly: 24x7, holidays: none }
priorities:
  - { id: P1, label: Un, words: [P1] }
  - { id: P2, label: Deux, words: [P2] }
  - { id: P3, label: Trois, words: [P3] }
statuses:
  active: [En cours]
  waiting-client: [En attente]
  resolved: [Résolu]
  cancelled: [Annulé]
  rejected: [Rejeté]
  merged: [Fusionné]
kinds: { corrective: [same], evolutive: [end], preventive: [hours] }
sources: [{ tool: generic, rows: audit-log, columns: { key: key, status: status, priority: priority, kind: kind, created: opened, acknowledged: acknowledged, workaround: workaround, resolved: resolved, closed: closed, updated: at } }]
${policies ? `policies: ${JSON.stringify(policies)}\n` : ''}terms:
  - from: 2020-01-01
${commitments({ P1: '4 h', P2: '8 h', P3: '18 h' })}${
    amendment
      ? `  - from: ${amendment.from}\n    applies: ${applies ?? 'opened-after'}\n${commitments(amendment.targets)}`
      : ''
  }`;
}

/** The history of a ticket as an audit log: a row for each change of state or priority. */
function logOf({ ticket }: Case): string {
  const states = ticket.states ?? [[ticket.opened, 'En cours']];
  const priorities = ticket.priorities ?? [[ticket.opened, ticket.priority ?? 'P3']];
  const instants = [...new Set([...states, ...priorities].map(([instant]) => instant))].sort();
  const last = (changes: readonly [string, string][], instant: string): string =>
    changes.findLast(([from]) => from <= instant)?.[1] ?? changes[0]![1];
  const { opened, acknowledged = '', workaround = '', resolved = '', closed = '', kind = '' } = ticket;
  return ['key;at;status;priority;kind;opened;acknowledged;workaround;resolved;closed']
    .concat(
      instants.map((instant) =>
        [
          'T1',
          instant,
          last(states, instant),
          last(priorities, instant),
          kind,
          opened,
          acknowledged,
          workaround,
          resolved,
          closed,
        ].join(';'),
      ),
    )
    .join('\n');
}

for (const kind of ['policies', 'clocks']) {
  for (const name of readdirSync(join(folder, kind)).sort()) {
    const file = parse(readFileSync(join(folder, kind, name), 'utf8')) as CaseFile;
    describe(`${kind}/${name}`, () => {
      test.each(file.cases)('$name', async (input) => {
        const { contract, problems } = readContract(contractOf(input, file.amendment), 'contract.yaml', []);
        expect(problems).toEqual([]);
        const drop = await readDrop(
          'log.csv',
          [new TextEncoder().encode(logOf(input))],
          contract!.sources[0]!,
          'Europe/Paris',
        );
        expect(drop.problems).toEqual([]);
        const { table } = ticketsOf([drop.rows!]);
        const asOf = at(input.asOf ?? '2027-01-01 00:00');
        const reader = new CommitmentReader(contract!, table, classesOf(table, contract!), asOf);
        const outcome = reader.read(new TicketView(table), input.clock ?? 'resolve');
        const { expect: wanted } = input;
        if (wanted.excluded !== undefined) {
          expect(outcome).toMatchObject({ state: 'excluded', reason: wanted.excluded });
          return;
        }
        if (outcome.state !== 'read') throw new Error(`not read: ${outcome.state}`);
        const { status, due, elapsed, allowed, stoppedAt } = outcome.reading;
        const found = { status, due: wall(due), elapsed, allowed, stopped: wall(stoppedAt) };
        expect(found).toMatchObject({
          ...(wanted.status === undefined ? {} : { status: wanted.status }),
          ...(wanted.due === undefined ? {} : { due: wanted.due }),
          ...(wanted.elapsed === undefined ? {} : { elapsed: ms(wanted.elapsed) }),
          ...(wanted.allowed === undefined ? {} : { allowed: ms(wanted.allowed) }),
          ...(wanted.stopped === undefined ? {} : { stopped: wanted.stopped }),
        });
      });
    });
  }
}
