/** The few scripts of the site: our own, each in one file, and the chart library as it comes. Plain scripts work from a disk too. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const ISLANDS = join(import.meta.dirname, '../islands');

/** Writes them into a folder. */
export function writeScripts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: readdirSync(ISLANDS)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(ISLANDS, file)),
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  const chart = dirname(createRequire(import.meta.url).resolve('chart.js'));
  copyFileSync(join(chart, 'chart.umd.min.js'), join(folder, 'chart.js'));
}
