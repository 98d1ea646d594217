/** A list that no known tool wrote: the mapping drafted for it, and the unit that its heading tells. */
import { describe, expect, test } from 'vitest';
import { draftColumns, draftFor } from '../../src/ingest/draft.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];

describe('a drafted mapping', () => {
  test('finds the number and the opening, whatever another tool means by the words', () => {
    expect(
      Object.fromEntries(
        draftColumns(['N° fiche', 'Ouvert le', 'Résolu le', 'Criticité', 'Statut', 'Nature', 'Minutes passées']),
      ),
    ).toMatchObject({
      key: 'N° fiche',
      created: 'Ouvert le',
      resolved: 'Résolu le',
      priority: 'Criticité',
      status: 'Statut',
      kind: 'Nature',
    });
  });

  test.each([
    ['Durée (min)', 0.75],
    ['Temps passé', 45],
    ['Effort en secondes', 0.0125],
  ])('reads 45 under "%s" as %d hours', async (heading, hours) => {
    const text = `N°;Ouvert le;${heading}\n1;2026-03-02 09:00;45\n`;
    const first = await readDrop('a.csv', bytes(text), null, 'Europe/Paris');
    const drafted = draftFor(first.problems)!;
    const columns = new Map([...drafted.columns, ['effort', heading] as const]);
    const source = { ...drafted.source!, columns };
    const { rows } = await readDrop('a.csv', bytes(text), source, 'Europe/Paris');
    const { table } = ticketsOf([rows!]);
    expect(table.number.effort[0]! / 3_600_000).toBe(hours);
  });

  test('is none where the headings say too little', async () => {
    const { problems } = await readDrop('a.csv', bytes('a;b\n1;2\n'), null, 'Europe/Paris');
    expect(draftFor(problems)!.source).toBeNull();
    expect(draftFor([])).toBeNull();
  });
});
