/**
 * The cases of the contract language: every folder of vectors that is found. Kinds that no adapter knows are named at the
 * end, with their number; `calendar/`, `sizing/` and `economics/` have tests of their own, or none yet.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { calendarsOf, vectorsFolder, type VectorFile } from './vectors.ts';
import { clocks } from './vector-kinds/clocks.ts';
import { NOT_YET, type Adapter } from './vector-kinds/kinds.ts';
import { money_ } from './vector-kinds/money.ts';
import { statistics } from './vector-kinds/statistics.ts';

/** By folder: two folders can use one word for two things. */
const ADAPTERS: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  money: money_,
  clocks2: clocks,
  statistics,
};
/** Folders with a test of their own. */
const ELSEWHERE = ['calendar', 'sizing'];

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly expect: unknown;
  readonly why: string;
}

const files = readdirSync(vectorsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !ELSEWHERE.includes(entry.name))
  .flatMap(({ name }) =>
    readdirSync(join(vectorsFolder, name))
      .filter((file) => file.endsWith('.json'))
      .map((file) => join(vectorsFolder, name, file)),
  )
  .filter((path) => existsSync(path))
  .map((path) => ({
    folder: basename(dirname(path)),
    ...(JSON.parse(readFileSync(path, 'utf8')) as VectorFile<Case> & { tolerance?: number }),
  }))
  .filter(({ cases }) => Array.isArray(cases));

/** How many cases of each kind passed, were left for later, or have no adapter. */
const passed = new Map<string, number>();
const notYet = new Map<string, number>();
const count = (of: Map<string, number>, kind: string): void => void of.set(kind, (of.get(kind) ?? 0) + 1);

/** Equal, but for numbers with a fraction, which are within a tolerance. */
function compare(found: unknown, wanted: unknown, tolerance: number): void {
  const rounded = (value: unknown, other: unknown): unknown => {
    if (typeof value === 'number' && typeof other === 'number')
      return Math.abs(value - other) <= tolerance ? other : value;
    if (Array.isArray(value)) return value.map((one, i) => rounded(one, (other as unknown[] | null)?.[i]));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          rounded(one, (other as Record<string, unknown> | null)?.[key]),
        ]),
      );
    return value;
  };
  expect(rounded(found, wanted)).toEqual(wanted);
}

for (const file of files) {
  const kinds = [...new Set(file.cases.map(({ kind }) => kind))];
  const calendars = 'calendars' in file ? calendarsOf(file) : new Map();
  for (const kind of kinds) {
    const cases = file.cases.filter((one) => one.kind === kind);
    const adapter = ADAPTERS[file.folder]?.[kind];
    if (!adapter) {
      for (const { kind: unknown } of cases) count(notYet, unknown);
      continue;
    }
    describe(kind, () => {
      test.for(cases)('$id $why', ({ input, expect: wanted }, { skip }) => {
        const found = adapter(input, calendars);
        if (found === NOT_YET) {
          count(notYet, kind);
          skip('not known yet');
        }
        compare(found, wanted, file.tolerance ?? 0);
        count(passed, kind);
      });
    });
  }
}

test('vectors were found', () => {
  expect(files.length).toBeGreaterThan(0);
});

afterAll(() => {
  const line = ([kind, cases]: [string, number]): string => `${kind} ${cases}`;
  process.stdout.write(`\nvectors passed: ${[...passed].map(line).join(', ')}\n`);
  process.stdout.write(`not known yet: ${[...notYet].map(line).join(', ') || 'none'}\n`);
});
