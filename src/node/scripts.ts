/** The few scripts of the site: each in one file, and plain, since pages that are opened from a disk load no modules. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SOURCES = join(import.meta.dirname, '..');
/** The name of a script, as pages ask for it → its source. */
const SCRIPTS = {
  chart: 'browser/chart-library.ts',
  explorer: 'islands/explorer.ts',
  table: 'islands/table.ts',
  workbook: 'browser/workbook.ts',
  yaml: 'browser/yaml.ts',
  sizing: 'calculators/sizing/page/island.ts',
  'sizing-worker': 'calculators/sizing/page/worker.ts',
  'history-worker': 'calculators/sizing/page/history-worker.ts',
  whatif: 'calculators/what-if/page/island.ts',
  'whatif-worker': 'calculators/what-if/page/worker.ts',
  'whatif-drop-worker': 'calculators/what-if/page/drop-worker.ts',
  indicators: 'calculators/indicators/page/overview.ts',
  indicator: 'calculators/indicators/page/indicator.ts',
  'indicators-worker': 'calculators/indicators/page/worker.ts',
} as const;

/** Writes them into a folder. */
export function writeScripts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: Object.fromEntries(Object.entries(SCRIPTS).map(([name, source]) => [name, join(SOURCES, source)])),
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
}
