/** Which folder may import which. The table is the documentation; the test reads the imports and compares. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Room → rooms that it may import besides itself: a folder of `src/`, or of a calculator the part of it. */
const ALLOWED: Record<string, readonly string[]> = {
  domain: [],
  contract: ['domain'],
  ingest: ['domain', 'contract'],
  clocks: ['domain', 'contract'],
  kpi: ['domain', 'contract', 'clocks'],
  account: ['domain', 'contract', 'clocks'],
  report: ['domain', 'contract', 'ingest', 'clocks', 'kpi', 'account'],
  'sizing/model': ['domain'],
  'what-if/model': ['domain', 'contract', 'kpi', 'report'],
  'indicators/model': ['domain', 'contract', 'kpi'],
  texts: ['domain', 'contract', 'account', 'kpi', 'report'],
  'sizing/texts': ['contract', 'texts', 'sizing/model'],
  'what-if/texts': ['contract', 'texts', 'what-if/model'],
  'indicators/texts': ['contract', 'texts', 'indicators/model'],
  presenters: ['domain', 'contract', 'kpi', 'report', 'texts'],
  charts: ['contract', 'domain', 'presenters', 'report', 'texts'],
  components: ['charts', 'contract', 'kpi', 'presenters', 'report', 'site.ts', 'styles', 'texts'],
  browser: ['contract', 'presenters'],
  islands: ['browser'],
  'sizing/page': ['browser', 'components', 'contract', 'domain', 'ingest', 'presenters', 'texts'],
  'what-if/page': [
    'browser',
    'components',
    'contract',
    'domain',
    'ingest',
    'kpi',
    'presenters',
    'report',
    'site.ts',
    'texts',
  ],
  'indicators/page': ['browser', 'components', 'contract', 'domain', 'ingest', 'presenters', 'site.ts', 'texts'],
  views: ['components', 'charts', 'contract', 'domain', 'kpi', 'presenters', 'report', 'site.ts', 'texts'],
  pages: ['contract', 'node', 'report', 'site.ts', 'views'],
  node: ['domain', 'contract', 'ingest', 'charts', 'presenters', 'report', 'site.ts', 'texts'],
  'site.ts': ['contract', 'domain', 'indicators/model'],
  'env.d.ts': [],
  styles: [],
};
/** What else a part of a calculator, or what shows it, may import: by name, since each is about one calculator. */
const CAPSULES: Record<string, readonly string[]> = {
  'sizing/page': ['sizing/model', 'sizing/texts'],
  'what-if/page': ['what-if/model', 'what-if/texts'],
  'indicators/page': ['indicators/model', 'indicators/texts', 'what-if/model'],
  pages: ['sizing/page', 'sizing/model', 'what-if/page', 'indicators/page', 'indicators/model'],
  node: ['what-if/model'],
};

/** Run in Node and in a browser alike: they touch neither files, nor the page, nor Astro. */
const ISOMORPHIC = Object.keys(ALLOWED).filter(
  (room) =>
    !/\/page$/.test(room) &&
    !['components', 'browser', 'islands', 'views', 'pages', 'node', 'env.d.ts', 'styles'].includes(room),
);

/** The room of a file, by its path below `src/`. */
function roomOf(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return first === 'calculators' ? rest.slice(0, 2).join('/') : first;
}

interface Import {
  readonly file: string;
  readonly room: string;
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
      return { file, room: roomOf(file), target, typeOnly: typeOnly !== undefined };
    }),
  );

describe('the house', () => {
  test('every room has its place in the table', () => {
    const rooms = new Set(files.filter((file) => !file.endsWith('.md')).map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  test('imports point one way', () => {
    const own = imports.filter(({ target }) => files.includes(target));
    expect(own.length).toBeGreaterThan(100);
    const wrong = own.filter(({ room, target }) => {
      const to = roomOf(target);
      return to !== room && !ALLOWED[room]!.includes(to) && !(CAPSULES[room] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
    const known = new Set(imports.map(({ room, target }) => `${room} → ${roomOf(target)}`));
    const unused = [...Object.entries(ALLOWED), ...Object.entries(CAPSULES)].flatMap(([room, rooms]) =>
      rooms.map((to) => `${room} → ${to}`).filter((arrow) => !known.has(arrow)),
    );
    expect(unused).toEqual([]);
  });

  test('no file imports itself by way of others, but for types', () => {
    const arrows = Map.groupBy(
      imports.filter(({ target, typeOnly }) => !typeOnly && files.includes(target)),
      ({ file }) => file,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const { target } of arrows.get(file) ?? []) walk(target, [...way, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  test('isomorphic rooms import neither Node nor Astro, and views import only types from the folder that touches files', () => {
    const wrong = imports.filter(({ room, target }) => ISOMORPHIC.includes(room) && /^(node:|astro)/.test(target));
    expect(wrong).toEqual([]);
    expect(
      imports.filter(({ room, target, typeOnly }) => room === 'views' && target.startsWith('node/') && !typeOnly),
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
