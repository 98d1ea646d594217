/** The few scripts of the site: our own without their types, and the chart library as it comes. Plain scripts work from a disk too. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';

const ISLANDS = join(import.meta.dirname, '../islands');

/** Writes them into a folder. */
export function writeScripts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(ISLANDS)) {
    const script = stripTypeScriptTypes(readFileSync(join(ISLANDS, file), 'utf8'), { mode: 'strip' });
    writeFileSync(join(folder, `${basename(file, '.ts')}.js`), `(() => {\n'use strict';\n${script}\n})();\n`);
  }
  const chart = dirname(createRequire(import.meta.url).resolve('chart.js'));
  copyFileSync(join(chart, 'chart.umd.min.js'), join(folder, 'chart.js'));
}
