/** No figure depends on the order of the rows of an export, nor on what was asked before: ten years of tickets, shuffled. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '../../src/contract/read.ts';
import { isoDate, parseIsoDate } from '../../src/domain/date.ts';
import { readExports } from '../../src/ingest/read.ts';
import { publicationOf } from '../../src/report/publication.ts';
import { believed } from '../believed.ts';
import { CONTRACT } from '../folder.ts';

const FIRST = parseIsoDate('2016-01-04')!;
const WORDS = ['Nouveau', 'En cours (Attribué)', 'En attente', 'Résolu', 'Clos'];

interface Drawn {
  readonly day: number;
  readonly minute: number;
  /** Days between one change and the next. */
  readonly steps: readonly number[];
  readonly urgent: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  day: fc.integer({ min: 0, max: 3600 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  steps: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 4 }),
  urgent: fc.boolean(),
});

/** List and history as lines, without their headings; every instant of the history is another. */
function linesOf(tickets: readonly Drawn[]): { list: string[]; history: string[] } {
  const list: string[] = [];
  const history: string[] = [];
  tickets.forEach(({ day, minute, steps, urgent }, key) => {
    const at = (days: number): string =>
      `${isoDate(FIRST + day + days)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    let days = 0;
    let last = '';
    let resolved = '';
    steps.forEach((step, i) => {
      days += step;
      last = at(days);
      if (WORDS[i + 1] === 'Résolu') resolved = last;
      history.push(`${key},${last},status,${WORDS[i]},${WORDS[i + 1]}`);
    });
    list.push(
      `${key};${WORDS[steps.length]};${urgent ? 'Haute' : 'Basse'};${at(0)};${resolved};${steps.length === 4 ? last : ''}`,
    );
  });
  return { list, history };
}

async function figuresOf(list: readonly string[], history: readonly string[]): Promise<unknown> {
  const { contract } = readContract(
    CONTRACT('cutoff: 2026-12-31\n').replace('from: 2026-01-01', 'from: 2015-01-01'),
    'contract.yaml',
    ['glpi'],
  );
  const file = (name: string, head: string, lines: readonly string[]) => ({
    name,
    source: null,
    chunks: () => [new TextEncoder().encode([head, ...lines, ''].join('\n'))],
  });
  const files = [
    file('list.csv', "ID;Statut;Priorité;Date d'ouverture;Date de résolution;Date de clôture", list),
    ...(history.length ? [file('history.csv', 'key,at,field,from,to', history)] : []),
  ];
  const places = { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } };
  const publication = publicationOf(contract!, believed(await readExports(files, contract!, [], places)));
  // The files themselves differ, and the proofs stand in the order of the table; what is counted must not differ.
  return {
    ...publication,
    months: publication.months.map((report) => ({ ...report, data: null })),
    proofs: [...publication.proofs].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

test('shuffling the rows of a list and of its history changes no figure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(drawn, { minLength: 20, maxLength: 40 })
        .map(linesOf)
        .chain(({ list, history }) =>
          fc.record({
            list: fc.constant(list),
            history: fc.constant(history),
            shuffledList: fc.shuffledSubarray(list, { minLength: list.length }),
            shuffledHistory: fc.shuffledSubarray(history, { minLength: history.length }),
          }),
        ),
      async ({ list, history, shuffledList, shuffledHistory }) => {
        const before = await figuresOf(list, history);
        expect(await figuresOf(shuffledList, shuffledHistory)).toEqual(before);
      },
    ),
    { numRuns: 2, endOnFailure: true },
  );
});
