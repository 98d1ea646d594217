/** Ledgers of many entries: the town of the examples, so many times as large, read, measured and accounted for. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleFolder } from '../believed.ts';
import { accountOf } from '../../src/report/account.ts';
import { measuredMonths } from '../../src/report/monthly.ts';
import { Slugs } from '../../src/report/slugs.ts';
import { exampleFiles } from '../examples/generate.ts';

const SCALE = 150;
const ID = 'ville-de-kerlann';
const folder = mkdtempSync(join(tmpdir(), 'jauge-ledger-'));
try {
  for (const [path, text] of exampleFiles(SCALE)) {
    if (!path.startsWith(ID)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(import.meta.dirname, '../../data', ID, 'contract.yaml'), join(folder, ID, 'contract.yaml'));
  const laps: [string, number][] = [];
  let before = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    laps.push([name, now - before]);
    before = now;
  };
  const { contract, reading } = await exampleFolder(ID, folder);
  const { table, asOf } = reading;
  lap('read');
  const slugs = new Slugs();
  const { service } = measuredMonths({ contract, ...reading }, slugs);
  lap('reports');
  const { entries } = accountOf(contract, table, asOf, service, slugs)!;
  lap('account and statements');
  console.log(
    `\nLedgers of ${entries.length.toLocaleString('en-GB')} entries on ${table.count.toLocaleString('en-GB')} tickets`,
  );
  for (const [name, ms] of laps)
    console.log(
      `${name.padEnd(24)} ${(ms / 1000).toFixed(2).padStart(6)} s ${(ms / laps[0]![1]).toFixed(2).padStart(8)} × read`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
