/** Components as strings: what a verdict, a month and a ticket say, and that data never become markup. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, test } from 'vitest';
import Breaches from '../../src/components/month/Breaches.astro';
import Commitments from '../../src/components/month/Commitments.astro';
import State from '../../src/components/State.astro';
import { LANGS, type Lang } from '../../src/contract/contract.ts';
import { readContract } from '../../src/contract/read.ts';
import { readExports } from '../../src/ingest/read.ts';
import { publicationOf, type Publication } from '../../src/report/publication.ts';
import Contract from '../../src/views/Contract.astro';
import ContractMethod from '../../src/views/ContractMethod.astro';
import Data from '../../src/views/Data.astro';
import Deck from '../../src/views/Deck.astro';
import Explorer from '../../src/views/Explorer.astro';
import Home from '../../src/views/Home.astro';
import Month from '../../src/views/Month.astro';
import Summary from '../../src/views/Summary.astro';
import Ticket from '../../src/views/Ticket.astro';
import Tickets from '../../src/views/Tickets.astro';
import Year from '../../src/views/Year.astro';
import { believed } from '../believed.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;

/** Two months of one P1 clock: eleven of twelve met in January, none due in February. */
async function published(hostile: string): Promise<Publication> {
  const { contract, problems } = readContract(
    `id: demo
name: { fr: '${hostile}Portail', en: '${hostile}Portal' }
client: '${hostile}Client'
provider: Provider
zone: Europe/Paris
cutoff: 2026-03-01
calendars: { always: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: { fr: '${hostile}Haute', en: High }, words: [Haute] }]
keep: { titles: true }
contested: [{ ticket: '1', reason: { fr: '${hostile}Panne', en: Outage } }]
terms:
  - from: 2026-01-01
    commitments: [{ clock: resolve, calendar: always, goal: 95 %, targets: { P1: 4 h } }]
sources: [{ zone: Europe/Paris }]
`,
    'contract.yaml',
    ['glpi'],
  );
  expect(problems).toEqual([]);
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: 12 }, (_, n) => {
    const day = `2026-01-${String(5 + n).padStart(2, '0')}`;
    const end = n === 0 ? `${day} 15:30` : `${day} 11:00`;
    return [
      n + 1,
      cell(`${hostile}Titre ${n + 1}`),
      'Résolu',
      'Haute',
      cell(`${hostile}Paie`),
      `${day} 10:00`,
      end,
    ].join(';');
  });
  const text = ["ID;Titre;Statut;Priorité;Catégorie;Date d'ouverture;Date de résolution", ...lines, ''].join('\n');
  const file = { name: 'list.csv', source: contract!.sources[0]!, chunks: () => [new TextEncoder().encode(text)] };
  const places = { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } };
  return publicationOf(contract!, believed(await readExports([file], contract!, [], places)));
}

let container: AstroContainer;
let plainly: Publication;
beforeAll(async () => {
  container = await AstroContainer.create();
  plainly = await published('');
});
const plain = (html: string): string =>
  html
    .replace(/<(svg|script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

describe('a verdict', () => {
  test.each([
    ['met', 'fr', '● Tenu'],
    ['missed', 'fr', '▲ Manqué'],
    ['small-sample', 'fr', '○ n faible'],
    ['nothing-due', 'fr', '– Sans échéance'],
    ['met', 'en', '● Met'],
    ['missed', 'en', '▲ Missed'],
    ['small-sample', 'en', '○ Small n'],
    ['nothing-due', 'en', '– Nothing due'],
  ] as const)('%s in %s: %s', async (verdict, lang, text) => {
    expect(plain(await container.renderToString(State, { props: { verdict, lang } }))).toBe(text);
  });
});

describe('a month', () => {
  test('a commitment says target, share, number, goal and verdict in one row', async () => {
    const [report] = plainly.months;
    const fr = plain(await container.renderToString(Commitments, { props: { report, lang: 'fr' } }));
    expect(fr).toContain('Résolution 91,7 % 12 95 % ▲ Manqué');
    const en = plain(await container.renderToString(Commitments, { props: { report, lang: 'en' } }));
    expect(en).toMatch(/Resol\w+ 91\.7% 12 95% ▲ Missed/);
  });

  test('a missed commitment is named with what it was, and by how much', async () => {
    const [report] = plainly.months;
    const text = plain(await container.renderToString(Breaches, { props: { report, lang: 'fr' } }));
    expect(text).toContain('05/01/2026 10:00');
    expect(text).toContain('05/01/2026 14:00');
    expect(text).toContain('5 h 30 4 h 1 h 30');
  });

  test('in which nothing fell due has no verdict', async () => {
    const text = plain(
      await container.renderToString(Commitments, { props: { report: plainly.months[1], lang: 'fr' } }),
    );
    expect(text).not.toMatch(/Tenu\b(?!s)|Manqué\b/);
  });
});

test('text of a contract and of an export is text on every page, in both languages', async () => {
  const of = await published(HOSTILE);
  const { overview, months, years, account, chapters, proofs, series } = of;
  const [report] = months;
  const pages = (lang: Lang) =>
    [
      [Home, { contracts: [of] }],
      [Contract, { overview, reports: months, account, chapters }],
      [Month, { report, overview, account }],
      [Summary, { report, account }],
      [Deck, { report, account }],
      [Year, { year: years[0], years: ['2026'], account }],
      [Ticket, { proof: proofs[0], overview }],
      [Tickets, { overview, proofs }],
      [Data, { overview, reports: months }],
      [Explorer, { overview, last: months.at(-1), all: series }],
      [ContractMethod, { overview, reports: months }],
    ].map(([view, props]) => ({ view: view as typeof Month, props: { ...(props as object), lang } }));
  for (const lang of LANGS)
    for (const { view, props } of pages(lang)) {
      const html = await container.renderToString(view, { props });
      expect(html).not.toMatch(/<script>alert|<img src=x|onerror=alert\(2\)>(?!&)/);
      expect(html).toContain('alert(1)');
    }
  expect(proofs).toHaveLength(1);
});
