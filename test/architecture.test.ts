/** Which folder may import which. The table is the documentation; the test reads the imports and compares. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Folder → folders of the project that it may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  domain: [],
  ingest: ['domain', 'contract'],
  contract: ['domain'],
  clocks: ['domain', 'contract'],
  kpi: ['domain', 'contract', 'clocks'],
  consumption: ['domain', 'contract', 'clocks'],
  money: ['domain', 'contract', 'clocks', 'consumption'],
  sizing: ['domain'],
  calculator: ['domain', 'contract', 'kpi'],
  report: ['domain', 'contract', 'ingest', 'clocks', 'kpi', 'consumption', 'money'],
  replay: ['domain', 'contract', 'kpi', 'report'],
  i18n: ['domain', 'contract', 'consumption', 'kpi', 'money', 'report', 'replay', 'sizing', 'calculator'],
  islands: ['calculator', 'domain', 'contract', 'i18n', 'ingest', 'replay', 'report', 'sizing'],
  charts: ['contract', 'domain', 'i18n', 'report'],
  components: ['charts', 'contract', 'i18n', 'kpi', 'report', 'site.ts', 'styles'],
  views: ['calculator', 'components', 'charts', 'contract', 'i18n', 'kpi', 'report', 'sizing', 'node', 'site.ts'],
  pages: ['calculator', 'views', 'node', 'site.ts'],
  node: ['domain', 'contract', 'ingest', 'clocks', 'charts', 'kpi', 'report', 'replay', 'sizing', 'i18n', 'site.ts'],
  'site.ts': ['calculator', 'contract', 'domain'],
  'env.d.ts': [],
  styles: [],
};

/** Run in Node and in a browser alike: they touch neither files, nor the page, nor Astro. */
const ISOMORPHIC = [
  'domain',
  'contract',
  'ingest',
  'clocks',
  'consumption',
  'kpi',
  'money',
  'sizing',
  'calculator',
  'report',
  'replay',
  'i18n',
  'charts',
  'site.ts',
];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));

const imports: Import[] = files
  .filter((file) => /\.(ts|astro)$/.test(file))
  .flatMap((file) =>
    [
      ...readFileSync(join(src, file), 'utf8').matchAll(
        /(?:^|\n)\s*(?:import|export)\s(type\s)?[^;]*?\sfrom\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
      ),
    ].map(([, typeOnly, from, dynamic, bare]) => {
      const specifier = from ?? dynamic ?? bare ?? '';
      const target = specifier.startsWith('.') ? relative(src, join(src, dirname(file), specifier)) : specifier;
      return { file, folder: file.split('/')[0]!, target, typeOnly: typeOnly !== undefined };
    }),
  );

describe('the house', () => {
  test('every folder has its place in the table', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]!))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  test('imports point one way', () => {
    const own = imports.filter(({ target }) => !/^[a-z@]/.test(target) || target.split('/')[0]! in ALLOWED);
    expect(own.length).toBeGreaterThan(100);
    const wrong = own.filter(({ folder, target }) => {
      const to = target.split('/')[0]!;
      return to !== folder && !ALLOWED[folder]!.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('isomorphic folders import neither Node nor Astro, and views import only types from the folder that touches files', () => {
    const wrong = imports.filter(({ folder, target }) => ISOMORPHIC.includes(folder) && /^(node:|astro)/.test(target));
    expect(wrong).toEqual([]);
    expect(
      imports.filter(({ folder, target, typeOnly }) => folder === 'views' && target.startsWith('node/') && !typeOnly),
    ).toEqual([]);
  });

  test('one file asks the zone library', () => {
    expect(imports.filter(({ target }) => target === 'luxon').map(({ file }) => file)).toEqual(['domain/zone.ts']);
  });

  test('nothing below the command line reads the clock on the wall', () => {
    const readers = files.filter(
      (file) =>
        /\.(ts|astro)$/.test(file) &&
        /Date\.now\(|new Date\(\)|performance\.now\(/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(readers).toEqual([]);
  });
});
