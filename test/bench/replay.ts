/** "What if": 24,918 real tickets under other terms, by the code of the reports; here and in a real browser. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeScripts } from '../../src/node/scripts.ts';
import { launchBrowser } from '../../src/node/chromium.ts';
import { exampleFolder } from '../believed.ts';
import { measuredMonths } from '../../src/report/monthly.ts';
import { Slugs } from '../../src/report/slugs.ts';
import { changedContract } from '../../src/calculators/what-if/model/change.ts';
import { whatIfData } from '../../src/calculators/what-if/model/data.ts';
import { replay } from '../../src/calculators/what-if/model/replay.ts';
import { revivedTable } from '../../src/calculators/what-if/model/table.ts';

const NAME = 'uci-servicenow';
const BUDGET_MS = 50;
/** Another target each time, so that nothing is kept from the one before. */
const changes = (i: number): [string, string][] => [
  ['commitments.resolve.target.P3', `${60 + i} h`],
  ['hours.days', i % 2 ? '24x7' : 'six-days'],
];

const { contract, file, reading } = await exampleFolder(NAME);
const { table, asOf } = reading;
const data = whatIfData(file, contract, table, asOf, {});
const revived = revivedTable(data.table);
const times = (run: (i: number) => void, rounds = 20): string => {
  for (let i = 0; i < 5; i++) run(i);
  const all = Array.from({ length: rounds }, (_, i) => {
    const start = performance.now();
    run(i + 5);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return `${all[0]!.toFixed(1).padStart(8)} ${all[rounds >> 1]!.toFixed(1).padStart(8)}`;
};
console.log(`\nWhat if: ${revived.count} tickets, two clocks, ms, warm       least   median`);
console.log(
  'other terms, all clocks read again (Node)           ',
  times((i) => replay(changedContract(data.file, new Map(changes(i))).contract!, revived, data.table.asOf)),
);
console.log(
  'the reports of all months on the same tickets (Node)',
  times(() => measuredMonths({ contract, ...reading }, new Slugs()), 3),
);

const folder = mkdtempSync(join(tmpdir(), 'jauge-bench-'));
const browser = await launchBrowser();
try {
  mkdirSync(folder, { recursive: true });
  writeScripts(folder);
  const page = await browser.newPage();
  await page.evaluate(readFileSync(join(folder, 'whatif-worker.js'), 'utf8'));
  const found = await page.evaluate(
    async ([replayed, all]) => {
      const run = (
        globalThis as unknown as {
          jaugeWhatIf: (request: object, reply: (reply: { kind: string }) => void) => Promise<void>;
        }
      ).jaugeWhatIf;
      const kinds: string[] = [];
      await run({ id: 0, kind: 'load', data: replayed }, ({ kind }) => kinds.push(kind));
      const spent: number[] = [];
      for (const other of all) {
        const start = performance.now();
        await run({ id: 1, kind: 'compare', today: [], other, period: null }, ({ kind }) => kinds.push(kind));
        spent.push(performance.now() - start);
      }
      return { kinds: [...new Set(kinds)], spent };
    },
    [data, Array.from({ length: 25 }, (_, i) => changes(i))] as const,
  );
  if (found.kinds.join() !== 'loaded,compared') throw new Error(`The worker answered ${found.kinds.join()}.`);
  const warm = found.spent.slice(5).sort((a, b) => a - b);
  console.log(
    'other terms, compared with those in force (browser) ',
    `${warm[0]!.toFixed(1).padStart(8)} ${warm[warm.length >> 1]!.toFixed(1).padStart(8)}`,
    ` of ${BUDGET_MS}; the first ${found.spent[0]!.toFixed(0)}`,
  );
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
