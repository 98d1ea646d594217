/**
 * One export of each tool, against what must be read from it. `FIXTURES_DIR` names another folder of the same shape:
 * `name.csv` (or `.tsv`) beside `name.expected.json`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectRows } from '../../src/ingest/inspect.ts';
import { readDrop } from '../../src/ingest/rows.ts';

const folder = process.env['FIXTURES_DIR'] ?? join(import.meta.dirname, '../fixtures/exports');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => name.replace('.expected.json', ''));

const exportOf = (name: string): Uint8Array => {
  const file = readdirSync(folder).find((candidate) => new RegExp(`^${name}\\.(csv|tsv)$`).test(candidate));
  return readFileSync(join(folder, file!));
};

interface Expected {
  readonly key: string;
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: string;
  readonly created: string;
  readonly acknowledged: string | null;
  readonly resolved: string | null;
  readonly closed: string | null;
}

interface ExpectedWork {
  readonly date: string;
  readonly hours: number;
  readonly activity: string;
}

describe('exports of the tools', () => {
  test.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as (Expected &
      ExpectedWork)[];
    const { rows, problems } = await readDrop(name, [exportOf(name)], null, 'Europe/Paris');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const inspection = inspectRows(rows!, problems);
    expect(inspection.rows).toEqual({ read: expected.length, accepted: expected.length, merged: 0, rejected: 0 });
    if (inspection.kind === 'worklog') {
      expect(
        inspection.work.map(({ key, date, effort, activity }) => ({ key, date, hours: effort / 3_600_000, activity })),
      ).toEqual(expected.map(({ key, date, hours, activity }) => ({ key, date, hours, activity })));
      return;
    }
    const found = inspection.tickets.map(
      ({ key, type, priority, status, created, acknowledged, resolved, closed }) => ({
        key,
        type,
        priority,
        status,
        created,
        acknowledged,
        resolved,
        closed,
      }),
    );
    expect(found).toEqual(
      expected.map(({ key, type, priority, status, created, acknowledged, resolved, closed }) => ({
        key,
        type,
        priority,
        status,
        created,
        acknowledged,
        resolved,
        closed,
      })),
    );
    expect(inspection.unknownStatuses).toEqual([]);
  });

  test('ages instead of dates are refused, with what to ask for', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/exports/extras/rt-default-relative.tsv'));
    const { rows, problems } = await readDrop('rt.tsv', [bytes], null, 'Europe/Paris');
    expect(rows).toBeNull();
    expect(problems).toMatchObject([{ code: 'dates-relative', line: 2 }]);
  });

  test('a list without headings is refused', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/exports/extras/gh-issue-list.tsv'));
    const { rows, problems } = await readDrop('gh.tsv', [bytes], null, 'Europe/Paris');
    expect(rows).toBeNull();
    expect(problems).toMatchObject([{ code: 'header-unknown', line: 1 }]);
  });

  test('quotes after a backslash swallow no row', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/exports/extras/osticket-backslash.csv'));
    const { rows } = await readDrop('osticket.csv', [bytes], null, 'Europe/Paris');
    expect([rows!.count, rows!.rejected.length]).toEqual([2, 0]);
  });
});
